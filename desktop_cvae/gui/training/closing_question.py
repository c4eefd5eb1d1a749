"""What becomes of a training when the window is closed: the user is asked."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from desktop_cvae.gui.training.state import TRAINING, TrainingStatus
from desktop_cvae.workers.processes import TrainingProcess


class ClosingAnswer(Enum):
    """What is to be done."""

    GO_ON = "go on"
    KEEP = "keep"
    END = "end"


class ClosingQuestion(QMessageBox):
    """Opened without a loop of its own; deletes itself when it was answered.

    Signals:
        answered(ClosingAnswer): by a button, Escape, or by closing the question.

    Args:
        window: that was to be closed.
        state: of the training.
        has_checkpoint: True if something of it could be resumed.
    """

    answered = Signal(object)

    def __init__(self, window: QWidget, state: TrainingStatus, *, has_checkpoint: bool) -> None:
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
            QMessageBox.ButtonRole.AcceptRole: ClosingAnswer.KEEP,
            QMessageBox.ButtonRole.DestructiveRole: ClosingAnswer.END,
        }
        self.deleteLater()
        self.answered.emit(
            ClosingAnswer.GO_ON if role is None else answers.get(role, ClosingAnswer.GO_ON)
        )


class Closing(QObject):
    """Asks, and closes the window when the training has ended as was answered.

    Args:
        window: that is to be closed.
        process: that trains.
        state: asks where the training stands.

    Signals:
        keep_wanted: stop and keep the best.
        suspend_wanted: end, to be resumed at the next start.
    """

    keep_wanted = Signal()
    suspend_wanted = Signal()

    def __init__(
        self,
        window: QWidget,
        process: TrainingProcess,
        state: Callable[[], TrainingStatus],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._process, self._state = window, process, state
        self._is_wanted = False
        self.question: ClosingQuestion | None = None

    def may_close(self) -> bool:
        """True if nothing is being trained; else the user is asked, and False."""
        state = self._state()
        # A process that has saved its model has only to end.
        if not self._process.is_running or not state.is_busy:
            return True
        if self.question is None:
            kept = self._process.has_checkpoint
            self.question = ClosingQuestion(self._window, state, has_checkpoint=kept)
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

    def _on_answered(self, answer: ClosingAnswer) -> None:
        self.question = None
        if answer is ClosingAnswer.GO_ON:
            return
        if not self._process.is_running:
            self._window.close()
            return
        self._is_wanted = True
        if answer is ClosingAnswer.KEEP:
            self.keep_wanted.emit()
        elif self._state().phase in TRAINING:
            self.suspend_wanted.emit()
        else:
            self._process.shut_down()
