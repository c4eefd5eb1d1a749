"""Corrected answers, which are stored as examples of the user's handwriting."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.file_dialogs import open_modal
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.session import NoticeAction, Session
from desktop_cvae.gui.teaching import examples
from desktop_cvae.gui.widgets.drawing_canvas import DrawingCanvas


class CorrectionButton(ToolButton):
    """Offers the labels that the answer can be corrected to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        tip = tr(
            "Not right? Choose the right label; the drawing is saved as an example to teach a "
            "model (C)"
        )
        super().__init__("pen", tr("Correct the answer"), tip, parent)
        self.setObjectName("correct")
        self.set_flat()
        self.setEnabled(False)
        self.choices = QMenu(self)
        self.setMenu(self.choices)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)


class Corrections(QObject):
    """Stores the true labels of answers that the user corrects.

    Signals:
        changed: the archive has other examples.
        teaching_requested: the user wants to teach a model with the examples.

    Args:
        button: shows the labels.
        session: has the answer.
        controller: has the worker.
        canvas: has the drawing.
    """

    changed = Signal()
    teaching_requested = Signal()

    def __init__(
        self,
        button: CorrectionButton,
        session: Session,
        controller: Controller,
        canvas: DrawingCanvas,
    ) -> None:
        super().__init__(button)
        self._button, self._session = button, session
        self._controller, self._canvas = controller, canvas
        session.reply_changed.connect(self._show)
        session.model_changed.connect(self._show)
        button.choices.aboutToShow.connect(self._fill)

    def ask(self) -> None:
        """Show the labels if there is an answer to correct."""
        if self._button.isEnabled():
            self._button.showMenu()

    def correct(self, label: str) -> None:
        """Store the answer with its true label."""
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
        # A picture that the model wrote itself teaches it nothing; the example is nobody's hand.
        is_own = session.before is None and not self._canvas.shows_example
        self._button.setEnabled(can_correct and is_own and bool(session.label_names))

    def _fill(self) -> None:
        menu = self._button.choices
        menu.clear()
        menu.addAction(tr("Not right? It is a …")).setEnabled(False)
        for name in self._session.label_names:
            menu.addAction(name, partial(self.correct, name))
        menu.addSeparator()
        menu.addAction(tr("Another sign…"), self._ask_for_sign)

    def _ask_for_sign(self) -> None:
        dialog = QInputDialog(self._button.window())
        dialog.setObjectName("sign")
        dialog.setWindowTitle(tr("Another sign"))
        dialog.setLabelText(tr("What is it? A letter or a name:"))
        dialog.textValueSelected.connect(self.correct)
        open_modal(dialog)

    def _on_kept(self, label: str, kept: tuple[int, str]) -> None:
        number, before = kept
        self.changed.emit()
        actions = (
            NoticeAction(
                tr("Undo"), partial(self._take_back, number, before), tr("Remove this label")
            ),
            NoticeAction(
                tr("Teach…"),
                self.teaching_requested.emit,
                tr("Teach a copy of the model your handwriting"),
            ),
        )
        sentence = tr("Saved as “{name}”: an example to teach a model.", name=label)
        self._session.raise_notice(sentence, is_warning=False, actions=actions)

    def _take_back(self, number: int, before: str) -> None:
        job = partial(examples.give_label, number, before)
        self._controller.runner.submit(
            "correction", job, lambda _: self.changed.emit(), self._controller.tell
        )
