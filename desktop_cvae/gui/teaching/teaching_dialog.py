"""Teach: draw and label examples, teach a copy of the model, see before and after, use or undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.teaching import examples
from desktop_cvae.gui.teaching.draw_pane import DrawPane
from desktop_cvae.gui.teaching.examples import NOTHING, Collection, next_label, what_is_missing
from desktop_cvae.gui.teaching.outcome_pane import OutcomePane, Readings, read_twice
from desktop_cvae.gui.teaching.room import DONE, PARTS, RUNNING, TeachingRoom
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.digit_grid import DigitGrid
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of

SIZE = QSize(980, 680)
OWN_PX = 108
"""High enough for two rows of small pictures."""


class TeachingDialog(WorkDialog):
    """Shows the examples and the teaching.

    Args:
        parent: the window.
        session: the model in use, the drawing.
        controller: has the worker.
        room: teaches.
    """

    def __init__(
        self, parent: QWidget, session: Session, controller: Controller, room: TeachingRoom
    ) -> None:
        super().__init__(parent, "teaching", tr("Teach a model your hand"), controller.runner)
        self._session, self._source, self._room = session, controller.source, room
        self._collection: Collection = NOTHING
        self._shown: tuple[int, ...] = ()
        self._back: list[tuple[Callable[[tuple[int, ...]], None], tuple[int, ...]]] = []
        self.draw = DrawPane()
        self.cards, self.own = DigitGrid(), DigitGrid()
        self.own_title = text_label("", "title")
        self.delete = QPushButton(tr("Delete"))
        self.outcome = OutcomePane()
        self.pages = QStackedWidget()
        self.said = text_label("", "")
        self.bar = QProgressBar()
        self.teach, self.cancel = QPushButton(tr("Teach")), QPushButton(tr("Cancel"))
        self.use, self.undo = QPushButton(tr("Use it")), QPushButton(tr("Undo: the old model"))
        self.to_examples = QPushButton(tr("Examples"))
        self.close_button = QPushButton(tr("Close"))
        self._lay_out()
        self._connect()
        self._show_examples()
        self._show_status()
        self._read()

    def _lay_out(self) -> None:
        self._name_parts()
        found = Card()
        found.add_section(tr("Your examples"))
        found.box.addWidget(self.cards, 1)
        found.box.addLayout(row(self.own_title, None, self.delete))
        found.box.addWidget(self.own)
        self.own.setMinimumHeight(OWN_PX)
        self.own.setMaximumHeight(OWN_PX)
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2 * SPACING)
        across.addWidget(self.draw)
        across.addWidget(found, 1)
        self.pages.addWidget(page)
        self.pages.addWidget(self.outcome)
        body = QVBoxLayout()
        body.addWidget(self.pages, 1)
        self.said.setWordWrap(True)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        body.addWidget(self.bar)
        body.addWidget(self.said)
        below = row(
            self.to_examples,
            None,
            self.undo,
            self.use,
            self.cancel,
            self.teach,
            self.close_button,
        )
        self.lay_out(body, below, SIZE)

    def _name_parts(self) -> None:
        self.cards.setAccessibleName(tr("A card for each label"))
        self.cards.setToolTip(tr("Click a card to draw that label, and to see its examples"))
        self.own.setAccessibleName(tr("The examples of the label"))
        self.own.setToolTip(tr("Click an example to choose it; Delete takes it away"))
        self.delete.setToolTip(tr("Delete the chosen example; Undo brings it back"))
        self.bar.setAccessibleName(tr("How far the teaching is"))
        self.teach.setToolTip(
            tr("Teach a copy of the model in use; the model itself stays as it is")
        )
        self.teach.setProperty("role", "primary")
        self.use.setProperty("role", "primary")
        self.cancel.setToolTip(tr("End the teaching; nothing is written"))
        self.use.setToolTip(tr("Let the taught model answer the canvas"))
        self.undo.setToolTip(tr("Use the old model again, and delete the taught copy"))
        self.to_examples.setToolTip(tr("Back to the examples, to draw more"))

    def _connect(self) -> None:
        session, room, draw = self._session, self._room, self.draw
        draw.save_wanted.connect(self._save)
        draw.undo_wanted.connect(self._undo)
        draw.label_chosen.connect(self._show_examples)
        self.cards.digit_picked.connect(self._on_card_picked)
        self.own.digit_picked.connect(lambda _: self.delete.setEnabled(True))
        self.delete.clicked.connect(lambda _=False: self._delete())
        shortcut = QShortcut(QKeySequence("Delete"), self.own)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._delete)
        for button, slot in (
            (self.teach, room.start),
            (self.cancel, room.cancel),
            (self.use, room.use),
            (self.undo, room.undo),
            (self.to_examples, self._back_to_examples),
            (self.close_button, self.close),
        ):
            button.clicked.connect(lambda _=False, slot=slot: slot())
        self.follow(room.changed, self._show_status)
        self.follow(room.examples_changed, self._read)
        self.follow(session.model_changed, self._show_examples)
        self.follow(session.reply_changed, self._compare)

    @property
    def _known(self) -> tuple[str, ...]:
        """The labels of the model in use."""
        return self._session.label_names

    @property
    def _names(self) -> tuple[str, ...]:
        """All labels: the model's, those of the examples, and one that was added just now."""
        names = dict.fromkeys((*self._known, *self._collection.labels))
        if self.draw.label:
            names.setdefault(self.draw.label)
        return tuple(names)

    def _read(self) -> None:
        self.ask(examples.read_examples, self._on_read, self._on_failed, about="examples")

    def _on_read(self, collection: Collection) -> None:
        self._collection = collection
        self._show_examples()

    def _show_examples(self) -> None:
        names, counts = self._names, self._collection.counts
        self.draw.set_labels(names)
        pictures = [self._collection.of(name)[0] for name in names]
        blank = np.zeros((28, 28), np.float32)
        images = [own[0] if len(own) else blank for own in pictures]
        captions = [f"{name} · {counts[name]}" for name in names]
        if names:
            self.cards.set_images(np.stack(images), np.arange(len(names)), captions)
        else:
            self.cards.set_images(None)
            self.cards.set_message(tr("The model in use has no labels; choose another one."))
        self._show_own()
        self._show_status()

    def _show_own(self) -> None:
        label = self.draw.label
        images, self._shown = self._collection.of(label)
        self.own_title.setText(tr("Examples of “{name}”", name=label) if label else "")
        self.own.set_message(tr("None yet: draw one at the left."))
        self.own.set_images(images if len(images) else None)
        self.delete.setEnabled(bool(self._shown))

    def _on_card_picked(self, index: int) -> None:
        self.draw.choose(self._names[index])
        self.draw.canvas.setFocus()

    def _save(self) -> None:
        image, label = self.draw.canvas.drawing.image(), self.draw.label
        if image is None or not label:
            self.draw.said.setText(tr("Draw something first."))
            return
        snapshot = self.draw.canvas.drawing.snapshot()
        job = partial(examples.keep_example, image, snapshot, label)
        self.ask(job, partial(self._on_saved, label), self._on_failed, about="save")

    def _on_saved(self, label: str, entry: int) -> None:
        self._back.append((examples.remove, (entry,)))
        counts = self._collection.counts
        counts[label] += 1
        self.draw.said.setText(
            tr_n("Saved: {n} of “{name}”.", "Saved: {n} of “{name}”.", counts[label], name=label)
        )
        self.draw.canvas.clear()
        self.draw.canvas.drawing.history.stack.clear()
        self.draw.choose(next_label(label, self._known, counts))
        self._read()

    def _delete(self) -> None:
        place = self.own.currentIndex().row()
        if 0 <= place < len(self._shown):
            chosen = (self._shown[place],)
            self._back.append((examples.restore, chosen))
            self._change(examples.remove, chosen)

    def _undo(self) -> None:
        if self._back:
            self._change(*self._back.pop())
        else:
            self.draw.said.setText(tr("There is nothing to undo."))

    def _change(self, how: Callable[[tuple[int, ...]], None], ids: tuple[int, ...]) -> None:
        self.ask(partial(how, ids), lambda _: self._read(), self._on_failed, about="change")

    def _on_failed(self, error: Exception) -> None:
        self.draw.said.setText(sentence_of(error))

    def _show_status(self) -> None:
        status, model = self._room.status, self._session.model
        is_running, is_done = status.phase == RUNNING, status.phase == DONE
        is_outcome = is_done and self.pages.currentWidget() is self.outcome
        if is_done and self.outcome.property("told") != status.name:
            self.outcome.setProperty("told", status.name)
            self.outcome.show_status(status)
            self.pages.setCurrentWidget(self.outcome)
            self._compare()
            is_outcome = True
        elif not is_done:
            self.outcome.setProperty("told", None)
            self.pages.setCurrentIndex(0)
        for button, is_seen in (
            (self.cancel, is_running),
            (self.use, is_done),
            (self.undo, is_done),
            (self.to_examples, is_outcome),
            (self.teach, not is_outcome and not is_running),
            (self.bar, is_running),
        ):
            button.setVisible(is_seen)
        self.teach.setEnabled(model is not None and model.has_labels and self._can_teach())
        self.bar.setRange(0, max(status.total, 1))
        self.bar.setValue(status.done)
        self.said.setText(self._sentence())

    def _can_teach(self) -> bool:
        counts = self._collection.counts
        new = [name for name in counts if name not in self._known]
        return bool(counts) and all(counts[name] >= examples.FEWEST_OF_NEW for name in new)

    def _sentence(self) -> str:
        status, model = self._room.status, self._session.model
        if status.phase == RUNNING:
            part = tr(PARTS[status.part]) if status.part in PARTS else tr("Starting")
            return tr("{part} … It takes some minutes; the window can be used.", part=part)
        if status.phase == DONE:
            texts = {"new": status.name, "old": status.parent_name}
            return tr("“{new}” is a taught copy of “{old}”, which is as it was.", **texts)
        if status.problem:
            return status.problem
        if model is None or not model.has_labels:
            return tr("The model in use has no labels; choose another one.")
        return what_is_missing(self._known, self._collection.counts)

    def _back_to_examples(self) -> None:
        self.pages.setCurrentIndex(0)
        self._show_status()

    def _compare(self) -> None:
        """Ask both models about the drawing in the window."""
        status, reply = self._room.status, self._session.reply
        if status.phase != DONE or self.pages.currentWidget() is not self.outcome:
            return
        if reply is None or not reply.answer.prepared.found:
            self.outcome.show_readings(None)
            return
        files = (status.parent, str(status.output))
        job = partial(read_twice, self._source, files, reply.answer.noisy)
        self.ask(job, self._on_compared, self._on_failed, about="compare")

    def _on_compared(self, readings: Readings) -> None:
        self.outcome.show_readings(readings)
