"""Commands of the program that the window runs in the background.

Training, teaching, a sweep and the shared web page are each a :class:`BackgroundCommand`. They
continue when their dialog is closed, tell in a notice why they failed, and may ask the user before
the window closes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from desktop_cvae.core.command_events import Event
from desktop_cvae.core.language import tr
from desktop_cvae.core.paths import VIEWER, is_viewer
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.work_dialog import WorkDialog
from desktop_cvae.workers.command_process import CommandKind, CommandProcess


@dataclass(frozen=True)
class ClosingChoice:
    """A way to end the command, and the window after it.

    Attributes:
        text: text of its button.
        name: object name of the button.
        act: ends the command.
        is_destructive: False if nothing is lost.
    """

    text: str
    name: str
    act: Callable[[], object]
    is_destructive: bool = True


@dataclass(frozen=True)
class ClosingQuestion:
    """A question for the user who closes the window while the command runs.

    Attributes:
        name: object name of the message box.
        title: title of the message box.
        text: what still runs.
        stay: text of the button that keeps the window open.
        choices: ways to end the command.
        hint: more about them, or "".
    """

    name: str
    title: str
    text: str
    stay: str
    choices: tuple[ClosingChoice, ...]
    hint: str = ""


class BackgroundCommand(QObject):
    """One command that outlives its dialog; a subclass says what its events mean.

    Signals:
        changed: the status has changed.

    Args:
        window: parent of the dialog; closed after the command if the user wanted to close it.
        session: raises the notices.
        kind: how the command is followed and ended.
        program: how the program is started; None for this very program.
    """

    changed = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        kind: CommandKind,
        program: Sequence[str] | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._dialog: QDialog | None = None
        self._closes_window = False
        self.question: QMessageBox | None = None
        self.process = CommandProcess(kind, program, self)
        self.process.event_received.connect(self.on_event)
        self.process.finished.connect(self._on_process_finished)

    @property
    def is_shown(self) -> bool:
        return self._dialog is not None and self._dialog.isVisible()

    @property
    def dialog(self) -> QDialog:
        """The dialog, built when it is first needed."""
        if self._dialog is None:
            self._dialog = self.build_dialog()
            if isinstance(self._dialog, WorkDialog):
                # It deletes itself when it is closed.
                self._dialog.finished.connect(self._forget_dialog)
        return self._dialog

    def open(self) -> None:
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def can_start(self) -> bool:
        """Return False while the command runs, and in the viewer, which says so in a notice."""
        if is_viewer():
            self._session.raise_notice(tr(VIEWER))
            return False
        return not self.process.is_running

    def may_close(self) -> bool:
        question = self.closing_question()
        if question is None:
            return True
        if self.question is None:
            self._ask(question)
        return False

    def shut_down(self) -> None:
        """End the command without a question, and wait for its end."""
        self.process.shut_down()

    def build_dialog(self) -> QDialog:
        """Return a new dialog; heavy imports belong in here."""
        raise NotImplementedError

    def on_event(self, event: Event) -> None:
        """Update the status from an event."""

    def on_finished(self, sentence: str, details: str) -> None:
        """Update the status at the end of the command.

        Args:
            sentence: why it failed; "" for a good end.
            details: more about the failure.
        """

    def on_failed(self, sentence: str, details: str) -> None:
        """Tell why the command failed, unless the window is closing."""
        self._session.raise_notice(sentence, details)

    def closing_question(self) -> ClosingQuestion | None:
        """Return what to ask before the window closes; None closes it without a question."""
        return None

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _ask(self, question: ClosingQuestion) -> None:
        self.question = box = QMessageBox(self._window)
        box.setObjectName(question.name)
        box.setWindowTitle(question.title)
        box.setText(question.text)
        box.setInformativeText(question.hint)
        role = QMessageBox.ButtonRole
        stay = box.addButton(question.stay, role.RejectRole)
        stay.setObjectName("answer_go_on")
        for choice in question.choices:
            way = role.DestructiveRole if choice.is_destructive else role.AcceptRole
            button = box.addButton(choice.text, way)
            button.setObjectName(choice.name)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.finished.connect(lambda _: self._on_answered(question))
        box.open()

    def _on_answered(self, question: ClosingQuestion) -> None:
        box, self.question = self.question, None
        if box is None:
            return
        clicked = box.clickedButton()
        box.deleteLater()
        for choice in question.choices:
            if clicked is not None and clicked.objectName() == choice.name:
                self._end_and_close(choice.act)

    def _end_and_close(self, act: Callable[[], object]) -> None:
        is_running = self._closes_window = self.process.is_running
        act()
        if not is_running:
            self._window.close()

    def _on_process_finished(self, sentence: str, details: str) -> None:
        self.on_finished(sentence, details)
        if self.question is not None:
            self.question.reject()
        if self._closes_window:
            self._closes_window = False
            self._window.close()
        elif sentence:
            self.on_failed(sentence, details)
