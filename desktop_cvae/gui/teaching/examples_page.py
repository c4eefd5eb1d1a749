"""The user's examples: draw and label one, look at those of each label, delete and undo.

Tested in tests/gui/teaching/test_teaching_dialog.py.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.core.specs import FEWEST_OF_NEW
from desktop_cvae.gui.controls import describe, make_button
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.teaching import examples
from desktop_cvae.gui.teaching.draw_pane import DrawPane
from desktop_cvae.gui.teaching.examples import missing_examples_text, next_label
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.digit_grid import DigitGrid
from desktop_cvae.gui.widgets.work_dialog import sentence_of
from desktop_cvae.library.reading_archive import Examples

OWN_PX = 108
"""Height of two rows of small pictures."""


class AskWorker(Protocol):
    """Lets the worker do a job, as :meth:`WorkDialog.ask` does."""

    def __call__(
        self,
        task: Callable[[], Any],
        on_done: Callable[[Any], object],
        on_error: Callable[[Exception], object],
        *,
        about: str = "",
    ) -> None: ...


class ExamplesPage(QWidget):
    """A canvas to draw examples on, beside a card for each label and the label's examples.

    Signals:
        changed: other examples, or another label, are shown.

    Args:
        session: has the labels of the model in use.
        ask: lets the worker do a job.
    """

    changed = Signal()

    def __init__(self, session: Session, ask: AskWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._ask = session, ask
        self._collection = Examples(np.zeros((0, 28, 28), np.uint8))
        self._shown: tuple[int, ...] = ()
        self._undo_steps: list[tuple[Callable[[tuple[int, ...]], None], tuple[int, ...]]] = []
        self.draw = DrawPane()
        self.cards = describe(
            DigitGrid(),
            title=tr("A card for each label"),
            tip=tr("Click a card to draw that label, and to see its examples"),
        )
        self.own = describe(
            DigitGrid(),
            title=tr("The examples of the label"),
            tip=tr("Click an example to select it; Delete removes it"),
        )
        self.own.setFixedHeight(OWN_PX)
        self.own_title = text_label("", "title")
        self.delete = make_button(
            tr("Delete"),
            tr("Delete the selected example; Undo brings it back"),
            on_click=self._delete,
        )
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def can_teach(self) -> bool:
        """True if there are examples, and enough of each new label."""
        counts = self._collection.counts
        new = [name for name in counts if name not in self._session.label_names]
        return bool(counts) and all(counts[name] >= FEWEST_OF_NEW for name in new)

    @property
    def advice(self) -> str:
        """A sentence about the examples that are still missing."""
        return missing_examples_text(self._session.label_names, self._collection.counts)

    def read(self) -> None:
        """Ask the worker for the examples in the archive."""
        self._ask(examples.read_examples, self._on_read, self._on_failed, about="examples")

    def refresh(self) -> None:
        names, counts = self._names(), self._collection.counts
        self.draw.set_labels(names)
        pictures = [self._collection.of(name)[0] for name in names]
        blank = np.zeros((28, 28), np.float32)
        images = [own[0] if len(own) else blank for own in pictures]
        captions = [f"{name} · {counts[name]}" for name in names]
        if names:
            self.cards.set_images(np.stack(images), np.arange(len(names)), captions)
        else:
            self.cards.set_images(None)
            self.cards.set_message(tr("The current model has no labels; choose another one."))
        self._show_own()
        self.changed.emit()

    def _lay_out(self) -> None:
        found = Card()
        found.add_section(tr("Your examples"))
        found.box.addWidget(self.cards, 1)
        found.box.addLayout(row(self.own_title, None, self.delete))
        found.box.addWidget(self.own)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2 * SPACING)
        across.addWidget(self.draw)
        across.addWidget(found, 1)

    def _connect(self) -> None:
        self.draw.save_requested.connect(self._save)
        self.draw.undo_requested.connect(self._undo)
        self.draw.label_chosen.connect(self.refresh)
        self.cards.digit_picked.connect(self._on_card_picked)
        self.own.digit_picked.connect(lambda _: self.delete.setEnabled(True))
        shortcut = QShortcut(QKeySequence("Delete"), self.own)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._delete)

    def _names(self) -> tuple[str, ...]:
        """Return all labels: the model's, those of the examples, and one that was just added."""
        names = dict.fromkeys((*self._session.label_names, *self._collection.labels))
        if self.draw.label:
            names.setdefault(self.draw.label)
        return tuple(names)

    def _on_read(self, collection: Examples) -> None:
        self._collection = collection
        self.refresh()

    def _show_own(self) -> None:
        label = self.draw.label
        images, self._shown = self._collection.of(label)
        self.own_title.setText(tr("Examples of “{name}”", name=label) if label else "")
        self.own.set_message(tr("None yet: draw one on the left."))
        self.own.set_images(images if len(images) else None)
        self.delete.setEnabled(bool(self._shown))

    def _on_card_picked(self, index: int) -> None:
        self.draw.choose(self._names()[index])
        self.draw.canvas.setFocus()

    def _save(self) -> None:
        image, label = self.draw.canvas.drawing.image(), self.draw.label
        if image is None or not label:
            self.draw.message.setText(tr("Draw something first."))
            return
        snapshot = self.draw.canvas.drawing.snapshot()
        job = partial(examples.keep_example, image, snapshot, label)
        self._ask(job, partial(self._on_saved, label), self._on_failed, about="save")

    def _on_saved(self, label: str, entry: int) -> None:
        self._undo_steps.append((examples.remove, (entry,)))
        counts = self._collection.counts
        counts[label] += 1
        self.draw.message.setText(
            tr_n("Saved: {n} of “{name}”.", "Saved: {n} of “{name}”.", counts[label], name=label)
        )
        self.draw.canvas.clear()
        # Undo now means the saved example, not the strokes that it was drawn with.
        self.draw.canvas.drawing.history.stack.clear()
        self.draw.choose(next_label(label, self._session.label_names, counts))
        self.read()

    def _delete(self) -> None:
        index = self.own.currentIndex().row()
        if 0 <= index < len(self._shown):
            chosen = (self._shown[index],)
            self._undo_steps.append((examples.restore, chosen))
            self._change(examples.remove, chosen)

    def _undo(self) -> None:
        if self._undo_steps:
            self._change(*self._undo_steps.pop())
        else:
            self.draw.message.setText(tr("There is nothing to undo."))

    def _change(self, how: Callable[[tuple[int, ...]], None], ids: tuple[int, ...]) -> None:
        self._ask(partial(how, ids), lambda _: self.read(), self._on_failed, about="change")

    def _on_failed(self, error: Exception) -> None:
        self.draw.message.setText(sentence_of(error))
