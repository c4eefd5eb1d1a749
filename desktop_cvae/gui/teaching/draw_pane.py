"""Draw and label: a small canvas, what it shall be, and on to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.teaching.examples import problem_of
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.drawing_canvas import DrawingCanvas

SIDE_PX = 224


class DrawPane(Card):
    """Where examples are drawn.

    Signals:
        save_wanted: keep what is drawn, under the label that is chosen.
        undo_wanted: take back the last example that was kept or deleted.
        label_chosen: another label is chosen.
    """

    save_wanted = Signal()
    undo_wanted = Signal()
    label_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = DrawingCanvas()
        self.canvas.setFixedSize(SIDE_PX, SIDE_PX)
        self.canvas.takes_pictures = False
        self.canvas.setToolTip(tr("Draw as you usually write it"))
        self.labels = QComboBox()
        self.labels.setAccessibleName(tr("What you draw"))
        self.labels.setToolTip(tr("What the drawing is; a card at the right chooses it too"))
        self.save = QPushButton(tr("Save, next"))
        self.save.setProperty("role", "primary")
        self.save.setToolTip(tr("Keep the drawing as an example and go on to the next (Enter)"))
        self.clear = QPushButton(tr("Clear"))
        self.clear.setToolTip(tr("Begin the drawing anew (Delete)"))
        self.undo = QPushButton(tr("Undo"))
        self.undo.setToolTip(tr("Take back the last stroke, else the last example (Ctrl+Z)"))
        self.new_label = QLineEdit()
        self.new_label.setAccessibleName(tr("A new label"))
        self.new_label.setPlaceholderText(tr("a letter, a sign …"))
        self.new_label.setToolTip(tr("A label that the model does not know yet"))
        self.add = QPushButton(tr("Add"))
        self.add.setToolTip(tr("Draw examples of the new label"))
        self.said = text_label("", "muted")
        self.said.setObjectName("said")
        self.said.setWordWrap(True)
        self._names: tuple[str, ...] = ()
        self._kept = 0
        self._lay_out()
        self._connect()

    @property
    def label(self) -> str:
        """What is drawn."""
        return str(self.labels.currentData() or "")

    def set_labels(self, names: Sequence[str]) -> None:
        """Offer these; the chosen one stays if it is among them."""
        if tuple(names) == self._names:
            return
        self._names, label = tuple(names), self.label
        self.labels.clear()
        for name in names:
            self.labels.addItem(name, name)
        self.labels.setCurrentIndex(max(0, self.labels.findData(label)))

    def choose(self, label: str) -> None:
        """Draw that label."""
        self.labels.setCurrentIndex(max(0, self.labels.findData(label)))
        self.label_chosen.emit()

    def _lay_out(self) -> None:
        self.add_section(tr("Draw and label"))
        self.box.addWidget(self.canvas, 0, Qt.AlignmentFlag.AlignHCenter)
        this = text_label(tr("This is a"), "muted")
        this.setBuddy(self.labels)
        line = row(this, self.labels, self.save)
        line.setStretch(1, 1)
        self.box.addLayout(line)
        self.box.addLayout(row(self.clear, self.undo, None))
        self.box.addWidget(self.said)
        self.box.addStretch(1)
        self.add_gap()
        new = text_label(tr("New label"), "muted")
        new.setBuddy(self.new_label)
        below = row(new, self.new_label, self.add)
        below.setStretch(1, 1)
        self.box.addLayout(below)
        self.setMinimumWidth(SIDE_PX + 6 * SPACING)

    def _connect(self) -> None:
        self.save.clicked.connect(lambda _=False: self.save_wanted.emit())
        self.clear.clicked.connect(lambda _=False: self.canvas.clear())
        self.undo.clicked.connect(lambda _=False: self._undo())
        self.add.clicked.connect(lambda _=False: self._add())
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
            self.save_wanted.emit()

    def _undo(self) -> None:
        if self.canvas.drawing.history.is_blank:
            self.undo_wanted.emit()
        else:
            self.canvas.undo()

    def _add(self) -> None:
        name = self.new_label.text().strip()
        problem = problem_of(name, self._names)
        self.said.setText(problem)
        if not problem:
            self.new_label.clear()
            self.set_labels((*self._names, name))
            self.choose(name)
