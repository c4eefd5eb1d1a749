"""“Not right? It is a …”: a corrected answer is kept as an example of the user's hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.session import NoticeAction, Session
from desktop_cvae.gui.teaching import examples
from desktop_cvae.gui.widgets.drawing_canvas import DrawingCanvas

if TYPE_CHECKING:
    from desktop_cvae.gui.teaching.room import TeachingRoom
    from desktop_cvae.gui.window_commands import Commands


class CorrectionButton(ToolButton):
    """Offers every label for what was drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        tip = tr("Not right? Say what it is; it is kept as an example to teach a model with (C)")
        super().__init__("pen", tr("Correct the answer"), tip, parent)
        self.setObjectName("correct")
        self.set_flat()
        self.setEnabled(False)
        self.choices = QMenu(self)
        self.setMenu(self.choices)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)


class Teaching(QObject):
    """Keeps what the user says of an answer, and leads to where models are taught.

    Args:
        commands: ask for both.
        button: shows its menu.
        session: the answer.
        controller: has the worker.
        canvas: what the answer is about.
    """

    def __init__(
        self,
        commands: Commands,
        button: CorrectionButton,
        session: Session,
        controller: Controller,
        canvas: DrawingCanvas,
    ) -> None:
        super().__init__(button)
        self._button, self._session = button, session
        self._controller, self._canvas = controller, canvas
        self._room: TeachingRoom | None = None
        commands.correction_wanted.connect(self.ask)
        commands.teaching_wanted.connect(self.open)
        session.reply_changed.connect(self._show)
        session.model_changed.connect(self._show)
        button.choices.aboutToShow.connect(self._fill)

    @property
    def room(self) -> TeachingRoom:
        """Where models are taught, built when it is first wanted."""
        if self._room is None:
            from desktop_cvae.gui.teaching.room import TeachingRoom

            self._room = TeachingRoom(self._button.window(), self._session, self._controller)
        return self._room

    def open(self) -> None:
        """Show the dialog that teaches."""
        self.room.open()

    def may_close(self) -> bool:
        """False while the user is asked what becomes of a teaching."""
        return self._room is None or self._room.may_close()

    def shut_down(self) -> None:
        """End what runs, without a question; nothing is written."""
        if self._room is not None:
            self._room.shut_down()

    def ask(self) -> None:
        """Open the menu, if there is something to correct."""
        if self._button.isEnabled():
            self._button.showMenu()

    def give(self, label: str) -> None:
        """Keep the answer at hand with its true label."""
        session = self._session
        reply, model = session.reply, session.model
        if reply is None or model is None or not label.strip():
            return
        snapshot = self._canvas.drawing.snapshot()
        job = partial(examples.correct, model, reply, snapshot, label.strip())
        done = partial(self._on_kept, label.strip())
        self._controller.runner.submit("correction", job, done, self._controller.tell)

    def _show(self) -> None:
        session = self._session
        answer = session.reply.answer if session.reply else None
        can_correct = answer is not None and answer.recognition is not None
        # A picture that the model has written itself teaches it nothing.
        is_own = session.before is None
        self._button.setEnabled(can_correct and is_own and bool(session.label_names))

    def _fill(self) -> None:
        menu = self._button.choices
        menu.clear()
        menu.addAction(tr("Not right? It is a …")).setEnabled(False)
        for name in self._session.label_names:
            menu.addAction(name, partial(self.give, name))
        menu.addSeparator()
        menu.addAction(tr("Another sign…"), self._ask_for_sign)

    def _ask_for_sign(self) -> None:
        dialog = QInputDialog(self._button.window())
        dialog.setObjectName("sign")
        dialog.setWindowTitle(tr("Another sign"))
        dialog.setLabelText(tr("What is it? A letter or a name:"))
        dialog.textValueSelected.connect(self.give)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_kept(self, label: str, kept: tuple[int, str]) -> None:
        number, before = kept
        self._tell()
        actions = (
            NoticeAction(
                tr("Undo"), partial(self._take_back, number, before), tr("It has no label then")
            ),
            NoticeAction(tr("Teach…"), self.open, tr("Teach a copy of the model your hand")),
        )
        sentence = tr("Kept as “{name}”: an example to teach a model with.", name=label)
        self._session.raise_notice(sentence, is_warning=False, actions=actions)

    def _take_back(self, number: int, before: str) -> None:
        job = partial(examples.give_label, number, before)
        self._controller.runner.submit(
            "correction", job, lambda _: self._tell(), self._controller.tell
        )

    def _tell(self) -> None:
        """The archive holds other examples."""
        if self._room is not None:
            self._room.examples_changed.emit()
