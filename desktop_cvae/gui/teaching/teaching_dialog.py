"""Teach: draw and label examples, teach a copy of the model, see before and after, use or undo."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.controls import make_button, make_progress_bar
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.teaching.examples_page import ExamplesPage
from desktop_cvae.gui.teaching.outcome_pane import OutcomePane, read_twice
from desktop_cvae.gui.teaching.teaching_status import DONE, PARTS, RUNNING, TeachingStatus
from desktop_cvae.gui.widgets.card import row, text_label
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of

SIZE = QSize(980, 680)
BAR_PX = 6


class TeachingDialog(WorkDialog):
    """Shows the examples, and then the result of teaching; its buttons ask for the next step.

    Args:
        parent: the window.
        session: the model in use, the drawing.
        controller: has the worker.
    """

    def __init__(self, parent: QWidget, session: Session, controller: Controller) -> None:
        super().__init__(
            parent, "teaching", tr("Teach a model your handwriting"), controller.runner
        )
        self._session, self._source = session, controller.source
        self._status = TeachingStatus()
        self._shown_name = ""
        self.examples = ExamplesPage(session, self.ask)
        self.outcome = OutcomePane()
        self.pages = QStackedWidget()
        self.message = text_label("", "", wraps=True)
        self.bar = make_progress_bar(tr("Progress of the teaching"))
        self.teach = make_button(
            tr("Teach"), tr("Teach a copy of the current model; the model itself is not changed")
        )
        self.cancel = make_button(tr("Cancel"), tr("Stop teaching; nothing is saved"))
        self.use = make_button(tr("Use it"), tr("Use the taught model in the main window"))
        self.undo = make_button(
            tr("Back to the old model"), tr("Use the old model again, and delete the taught copy")
        )
        self.to_examples = make_button(
            tr("Examples"), tr("Back to the examples, to draw more"), on_click=self._show_examples
        )
        self.close_button = make_button(tr("Close"), on_click=self.close)
        self._lay_out()
        self._connect()
        self.show_status(self._status)
        self.examples.read()

    def show_status(self, status: TeachingStatus) -> None:
        """Show a teaching's progress, or its result once."""
        self._status = status
        is_running, is_done = status.phase == RUNNING, status.phase == DONE
        if is_done and self._shown_name != status.name:
            self._shown_name = status.name
            self.outcome.show_status(status)
            self.pages.setCurrentWidget(self.outcome)
            self._compare()
        elif not is_done:
            self._shown_name = ""
            self.pages.setCurrentWidget(self.examples)
        is_outcome = self.pages.currentWidget() is self.outcome
        for widget, is_seen in (
            (self.cancel, is_running),
            (self.use, is_done),
            (self.undo, is_done),
            (self.to_examples, is_outcome),
            (self.teach, not is_outcome and not is_running),
            (self.bar, is_running),
        ):
            widget.setVisible(is_seen)
        is_used = self._is_used()
        self.use.setText(tr("In use") if is_used else tr("Use it"))
        self.use.setEnabled(not is_used)
        self.teach.setEnabled(self._has_labels() and self.examples.can_teach)
        self.bar.setRange(0, max(status.total, 1))
        self.bar.setValue(status.done)
        self.message.setText(self._sentence())

    def _lay_out(self) -> None:
        for button in (self.teach, self.use):
            button.setProperty("role", "primary")
        self.bar.setFixedHeight(BAR_PX)
        self.pages.addWidget(self.examples)
        self.pages.addWidget(self.outcome)
        body = QVBoxLayout()
        body.addWidget(self.pages, 1)
        body.addWidget(self.bar)
        body.addWidget(self.message)
        buttons = (self.undo, self.use, self.cancel, self.teach, self.close_button)
        self.lay_out(body, row(self.to_examples, None, *buttons), SIZE)

    def _connect(self) -> None:
        self.examples.changed.connect(lambda: self.show_status(self._status))
        self.follow(self._session.model_changed, self.examples.refresh)
        self.follow(self._session.model_changed, self._on_model_changed)
        self.follow(self._session.reply_changed, self._compare)

    def _has_labels(self) -> bool:
        model = self._session.model
        return model is not None and model.has_labels

    def _is_used(self) -> bool:
        model, status = self._session.model, self._status
        return status.phase == DONE and model is not None and model.name == status.name

    def _on_model_changed(self) -> None:
        had_focus = self.use.hasFocus()
        self.show_status(self._status)
        if had_focus and not self.use.isEnabled():
            # The next Space must not press *Undo* instead.
            self.setFocus()

    def _sentence(self) -> str:
        status = self._status
        if status.phase == RUNNING:
            part = tr(PARTS[status.part]) if status.part in PARTS else tr("Starting")
            return tr(
                "{part} … This takes a few minutes; you can keep using the window.", part=part
            )
        if status.phase == DONE:
            texts = {"new": status.name, "old": status.parent_name}
            what = tr("“{new}” is a taught copy of “{old}”, which is unchanged.", **texts)
            used = tr("“{name}” is in use now.", name=status.name)
            return f"{what} {used}" if self._is_used() else what
        if status.problem:
            return status.problem
        if not self._has_labels():
            return tr("The current model has no labels; choose another one.")
        return self.examples.advice

    def _show_examples(self) -> None:
        self.pages.setCurrentWidget(self.examples)
        self.show_status(self._status)

    def _compare(self) -> None:
        """Ask both models about the drawing in the window."""
        status, reply = self._status, self._session.reply
        if status.phase != DONE or self.pages.currentWidget() is not self.outcome:
            return
        if reply is None or not reply.answer.prepared.found:
            self.outcome.show_readings(None)
            return
        files = (status.parent, str(status.output))
        job = partial(read_twice, self._source, files, reply.answer.noisy)
        self.ask(job, self.outcome.show_readings, self._on_failed, about="compare")

    def _on_failed(self, error: Exception) -> None:
        self.examples.draw.message.setText(sentence_of(error))
