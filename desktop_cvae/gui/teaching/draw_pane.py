"""A small canvas to draw an example on, and the choice of its label.

Tested in tests/gui/teaching/test_teaching_dialog.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controls import make_button, make_combo, make_line_edit
from desktop_cvae.gui.teaching.examples import problem_of
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.drawing_canvas import DrawingCanvas

SIDE_PX = 224


class DrawPane(Card):
    """Draws and labels one example after the other.

    Signals:
        save_requested: store the drawing with the chosen label.
        undo_requested: undo the last saving or deletion of an example.
        label_chosen: another label is chosen.
    """

    save_requested = Signal()
    undo_requested = Signal()
    label_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = DrawingCanvas()
        self.canvas.setFixedSize(SIDE_PX, SIDE_PX)
        self.canvas.takes_pictures = False
        self.canvas.setToolTip(tr("Write as you usually do"))
        self.labels = make_combo(
            tr("What you draw"), tr("The label of the drawing; a card on the right selects it too")
        )
        self.save = make_button(
            tr("Save, next"),
            tr("Save the drawing as an example and go to the next (Enter)"),
            on_click=self.save_requested.emit,
        )
        self.save.setProperty("role", "primary")
        self.clear = make_button(
            tr("Clear"), tr("Clear the drawing (Delete)"), on_click=self.canvas.clear
        )
        self.undo = make_button(
            tr("Undo"),
            tr("Undo the last stroke, or the last example (Ctrl+Z)"),
            on_click=self._undo,
        )
        self.new_label = make_line_edit(
            tr("A new label"),
            tr("A label that the model does not know yet"),
            hint=tr("a letter, a sign …"),
        )
        self.add = make_button(tr("Add"), tr("Draw examples of the new label"), on_click=self._add)
        self.message = text_label("", "muted", wraps=True)
        self._names: tuple[str, ...] = ()
        self._lay_out()
        self._connect()

    @property
    def label(self) -> str:
        return str(self.labels.currentData() or "")

    def set_labels(self, names: Sequence[str]) -> None:
        """Offer these labels; the chosen one stays if it is among them."""
        if tuple(names) == self._names:
            return
        self._names, label = tuple(names), self.label
        self.labels.clear()
        for name in names:
            self.labels.addItem(name, name)
        self.labels.setCurrentIndex(max(0, self.labels.findData(label)))

    def choose(self, label: str) -> None:
        self.labels.setCurrentIndex(max(0, self.labels.findData(label)))
        self.label_chosen.emit()

    def _lay_out(self) -> None:
        self.add_section(tr("Draw and label"))
        self.box.addWidget(self.canvas, 0, Qt.AlignmentFlag.AlignHCenter)
        this = text_label(tr("This is a"), "muted", buddy=self.labels)
        line = row(this, self.labels, self.save)
        line.setStretch(1, 1)
        self.box.addLayout(line)
        self.box.addLayout(row(self.clear, self.undo, None))
        self.box.addWidget(self.message)
        self.box.addStretch(1)
        self.add_gap()
        new = text_label(tr("New label"), "muted", buddy=self.new_label)
        below = row(new, self.new_label, self.add)
        below.setStretch(1, 1)
        self.box.addLayout(below)
        self.setMinimumWidth(SIDE_PX + 6 * SPACING)

    def _connect(self) -> None:
        self.new_label.returnPressed.connect(self._add)
        self.labels.activated.connect(lambda _: self.label_chosen.emit())
        for keys, slot in (
            ("Ctrl+Z", self._undo),
            ("Delete", self.canvas.clear),
            ("Return", self._return),
            ("Enter", self._return),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _return(self) -> None:
        if self.new_label.hasFocus():
            self._add()
        else:
            self.save_requested.emit()

    def _undo(self) -> None:
        if self.canvas.drawing.history.is_blank:
            self.undo_requested.emit()
        else:
            self.canvas.undo()

    def _add(self) -> None:
        name = self.new_label.text().strip()
        problem = problem_of(name, self._names)
        self.message.setText(problem)
        if not problem:
            self.new_label.clear()
            self.set_labels((*self._names, name))
            self.choose(name)
