"""What becomes of a training when the window is closed: the user is asked."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from desktop_cvae.gui.training.state import TRAINING, TrainingState

if TYPE_CHECKING:
    from desktop_cvae.gui.training.studio import TrainingStudio


class Answer(Enum):
    """What is to be done."""

    GO_ON = "go on"
    KEEP = "keep"
    END = "end"


class ClosingQuestion(QMessageBox):
    """Opened without a loop of its own; deletes itself when it was answered.

    Signals:
        answered(Answer): by a button, Escape, or by closing the question.

    Args:
        window: that was to be closed.
        state: of the training.
        has_checkpoint: True if something of it could be resumed.
    """

    answered = Signal(object)

    def __init__(self, window: QWidget, state: TrainingState, *, has_checkpoint: bool) -> None:
        super().__init__(window)
        self.setObjectName("training_question")
        self.setWindowTitle("Training goes on")
        self.setText(f"“{state.name}” is still being trained.")
        role = QMessageBox.ButtonRole
        keep = self._add("Go on training", "answer_go_on", role.RejectRole)
        if state.records and state.phase in TRAINING:
            self.setInformativeText("It can be stopped here and its best epoch kept.")
            self._add("Stop and keep the best", "answer_keep", role.AcceptRole)
        later = "Close and resume later" if has_checkpoint else "Cancel the training"
        self._add(later, "answer_end", role.DestructiveRole)
        self.setDefaultButton(keep)
        self.setEscapeButton(keep)
        self.finished.connect(self._on_finished)

    def _add(self, text: str, name: str, role: QMessageBox.ButtonRole) -> QPushButton:
        button: QPushButton = self.addButton(text, role)
        button.setObjectName(name)
        return button

    def _on_finished(self, _: int) -> None:
        clicked = self.clickedButton()
        role = None if clicked is None else self.buttonRole(clicked)
        answers = {
            QMessageBox.ButtonRole.AcceptRole: Answer.KEEP,
            QMessageBox.ButtonRole.DestructiveRole: Answer.END,
        }
        self.deleteLater()
        self.answered.emit(Answer.GO_ON if role is None else answers.get(role, Answer.GO_ON))


class Closing(QObject):
    """Asks, and closes the window when the training has ended as was answered.

    Args:
        window: that is to be closed.
        studio: whose training goes on.
    """

    def __init__(self, window: QWidget, studio: TrainingStudio) -> None:
        super().__init__(studio)
        self._window, self._studio = window, studio
        self._is_wanted = False
        self.question: ClosingQuestion | None = None

    def may_close(self) -> bool:
        """True if nothing is being trained; else the user is asked, and False."""
        process = self._studio.process
        # A process that has saved its model has only to end.
        if not process.is_running or not self._studio.state.is_busy:
            return True
        if self.question is None:
            kept = process.has_checkpoint
            self.question = ClosingQuestion(self._window, self._studio.state, has_checkpoint=kept)
            self.question.answered.connect(self._on_answered)
            self.question.open()
        return False

    def end(self) -> bool:
        """The training has ended; True if the window closes now."""
        is_wanted, self._is_wanted = self._is_wanted, False
        if self.question is not None:
            self.question.close()
        if is_wanted:
            self._window.close()
        return is_wanted

    def _on_answered(self, answer: Answer) -> None:
        self.question = None
        studio = self._studio
        if answer is Answer.GO_ON:
            return
        if not studio.process.is_running:
            self._window.close()
            return
        self._is_wanted = True
        if answer is Answer.KEEP:
            studio.stop()
        elif studio.state.phase in TRAINING:
            studio.suspend()
        else:
            studio.process.shut_down()
