"""Pen widths, eraser, undo, redo and clear under the canvas.

A pen's button shows a dot of the pen's width.

Tested in tests/gui/test_main_window.py.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.drawing import MEDIUM_PEN, MODEL_SIDE
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.theme import current_theme
from desktop_cvae.gui.widgets.card import row

DOT_PX_PER_HEIGHT = 150
"""Dot diameter by pen width: 6, 11 and 16 px for the three pens."""
WIDTHS = {
    mark("Thin"): 12 / MODEL_SIDE,
    mark("Medium"): MEDIUM_PEN,
    mark("Broad"): 30 / MODEL_SIDE,
}
"""Pen widths as fractions of the canvas' height."""


class PenWidthButton(QToolButton):
    """One of the three pens.

    Args:
        name: “Thin”, “Medium” or “Broad”.
        width: as a fraction of the canvas height.
    """

    def __init__(self, name: str, width: float) -> None:
        super().__init__()
        self.pen_width = width
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setObjectName(f"pen_{name.lower()}")
        self.setAccessibleName(tr("{name} pen", name=tr(name)))
        self.setToolTip(tr("{name} pen ([ thinner, ] broader)", name=tr(name)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(current_theme().text))
        radius = self.pen_width * DOT_PX_PER_HEIGHT / 2
        painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), radius, radius)
        painter.end()


class PenBar(QWidget):
    """One row of buttons; the owner connects ``undo``, ``redo`` and ``clear``.

    Signals:
        pen_changed(float, bool): width as a fraction of the canvas height; True for the eraser.
    """

    pen_changed = Signal(float, bool)

    def __init__(self) -> None:
        super().__init__()
        self._width = WIDTHS["Medium"]
        self._pens = QButtonGroup(self)
        for name, width in WIDTHS.items():
            self._pens.addButton(PenWidthButton(name, width))
        self.eraser = ToolButton("eraser", tr("Eraser"), tr("Erase instead of drawing (E)"))
        self.eraser.setCheckable(True)
        self.undo = ToolButton("undo", tr("Undo"), tr("Undo the last stroke (Ctrl+Z)"))
        self.redo = ToolButton("redo", tr("Redo"), tr("Redo (Ctrl+Shift+Z, Ctrl+Y)"))
        self.clear = ToolButton("clear", tr("Clear"), tr("Clear the canvas (Delete)"))
        self.setLayout(
            row(
                *self._pens.buttons(),
                self.eraser,
                None,
                self.undo,
                self.redo,
                self.clear,
                spacing=4,
            )
        )
        self._pens.buttons()[1].setChecked(True)
        self._pens.buttonClicked.connect(self._on_pen_clicked)
        self.eraser.toggled.connect(self._tell)
        self.set_possible(False, False)

    @property
    def width_name(self) -> str:
        return next(name for name, width in WIDTHS.items() if width == self._width)

    def set_width(self, name: str) -> None:
        buttons = self._pens.buttons()
        buttons[list(WIDTHS).index(name)].click()

    def step_width(self, step: int) -> None:
        """Choose the next broader (1) or thinner (−1) pen."""
        names = list(WIDTHS)
        index = min(max(names.index(self.width_name) + step, 0), len(names) - 1)
        self.set_width(names[index])

    def set_possible(self, can_undo: bool, can_redo: bool) -> None:
        """Enable the buttons that can act."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def _on_pen_clicked(self, button: PenWidthButton) -> None:
        self._width = button.pen_width
        self.eraser.setChecked(False)
        self._tell()

    def _tell(self) -> None:
        self.pen_changed.emit(self._width, self.eraser.isChecked())
