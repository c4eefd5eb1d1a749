"""True label against the label read: cells to point at, to click, to walk with the keys."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.core.results import IntArray
from desktop_cvae.gui.accessibility import Part
from desktop_cvae.gui.theme import current_theme, tabular_font

HEAD_PX = 26
LEAST_CELL, MOST_CELL = 9, 56
LEAST_NAMED_CELL = 14
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


def cell_text(label: str, read: str, count: int) -> str:
    """What a cell counts: "12 digits “4” read as “9”"."""
    if label == read:
        return tr_n(
            "{n} digit “{label}” read right", "{n} digits “{label}” read right", count, label=label
        )
    return tr_n(
        "{n} digit “{label}” read as “{read}”",
        "{n} digits “{label}” read as “{read}”",
        count,
        label=label,
        read=read,
    )


class ConfusionMatrix(QWidget):
    """Rows: true labels; columns: what was read.

    Signals:
        cell_chosen(int, int): the true label and the label read.
    """

    cell_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: IntArray | None = None
        self._names: Sequence[str] = ()
        self.chosen: tuple[int, int] | None = None
        self.setAccessibleName(tr("Confusion matrix"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFont(tabular_font(self.font()))

    def set_counts(self, counts: IntArray | None, names: Sequence[str]) -> None:
        """Show other counts, int64, (K, K), with the labels' names."""
        self._counts, self._names = counts, names
        if self.chosen is not None and max(self.chosen) >= len(names):
            self.chosen = None
        self.update()

    def choose(self, cell: tuple[int, int]) -> None:
        """Choose a cell as a click does."""
        self.chosen = cell
        self.setAccessibleDescription(self._text(cell))
        self.update()
        self.cell_chosen.emit(*cell)

    def cell_rect(self, cell: tuple[int, int]) -> QRect:
        """Where a cell is painted."""
        side = self._cell_side()
        return QRect(HEAD_PX + cell[1] * side, HEAD_PX + cell[0] * side, side, side)

    def told_parts(self) -> list[Part]:
        """The cells, for screen readers, row by row."""
        if self._counts is None:
            return []
        cells = [
            (true, read) for true in range(len(self._names)) for read in range(len(self._names))
        ]
        return [Part(self._text(cell), self.cell_rect(cell), cell == self.chosen) for cell in cells]

    def sizeHint(self) -> QSize:
        """Ten comfortable cells a side."""
        return QSize(HEAD_PX + 340, HEAD_PX + 340)

    def minimumSizeHint(self) -> QSize:
        """So that the counts can be read."""
        return QSize(HEAD_PX + 192, HEAD_PX + 192)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names along two sides, counts in tinted cells."""
        if self._counts is None:
            return
        painter = QPainter(self)
        self._paint_heads(painter)
        most_wrong = max(1, int(_without_diagonal(self._counts).max()))
        for row in range(len(self._names)):
            for column in range(len(self._names)):
                self._paint_cell(painter, (row, column), most_wrong)
        if self.chosen is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current_theme().accent), 2))
            painter.drawRoundedRect(
                QRectF(self.cell_rect(self.chosen)).adjusted(1, 1, -1, -1), 3, 3
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the pointer."""
        cell = self._cell_at(event.position().toPoint())
        if cell is not None:
            self.choose(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or self._counts is None:
            super().keyPressEvent(event)
            return
        last = len(self._names) - 1
        row, column = self.chosen or (0, 0)
        moved = (row + step[0], column + step[1]) if self.chosen is not None else (row, column)
        self.choose((min(max(moved[0], 0), last), min(max(moved[1], 0), last)))

    def event(self, event: QEvent) -> bool:
        """Tell what a cell means when the pointer rests on it."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self._cell_at(event.pos())
            if cell is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self._text(cell), self)
            return True
        return super().event(event)

    def _text(self, cell: tuple[int, int]) -> str:
        if self._counts is None:
            return ""
        count, (label, read) = int(self._counts[cell]), (self._names[index] for index in cell)
        return cell_text(label, read, count)

    def _cell_side(self) -> int:
        room = min(self.width(), self.height()) - HEAD_PX - 2
        return min(max(room // max(len(self._names), 1), LEAST_CELL), MOST_CELL)

    def _cell_at(self, place: QPoint) -> tuple[int, int] | None:
        side, count = self._cell_side(), len(self._names)
        row, column = (place.y() - HEAD_PX) // side, (place.x() - HEAD_PX) // side
        is_inside = self._counts is not None and 0 <= row < count and 0 <= column < count
        return (row, column) if is_inside else None

    def _paint_heads(self, painter: QPainter) -> None:
        painter.setPen(QColor(current_theme().muted))
        side, middle = self._cell_side(), Qt.AlignmentFlag.AlignCenter
        if side < LEAST_NAMED_CELL:
            return
        for index, name in enumerate(self._names):
            across = QRect(HEAD_PX + index * side, 0, side, HEAD_PX)
            down = QRect(0, HEAD_PX + index * side, HEAD_PX, side)
            for rect in (across, down):
                painter.drawText(rect, middle, name)
        painter.drawText(QRect(0, 0, HEAD_PX, HEAD_PX), middle, "↓→")

    def _paint_cell(self, painter: QPainter, cell: tuple[int, int], most_wrong: int) -> None:
        assert self._counts is not None
        count, is_right = int(self._counts[cell]), cell[0] == cell[1]
        rect = self.cell_rect(cell).adjusted(1, 1, -1, -1)
        theme = current_theme()
        painter.fillRect(rect, QColor(theme.raised))
        if count:
            color = QColor(theme.accent if is_right else theme.too_much)
            share = count / max(int(self._counts[cell[0]].sum()), 1)
            # A single confusion must be seen too, so wrong cells begin with a good tint.
            color.setAlphaF(0.10 + 0.25 * share if is_right else 0.25 + 0.4 * count / most_wrong)
            painter.fillRect(rect, color)
            if self.fontMetrics().horizontalAdvance(str(count)) <= rect.width():
                painter.setPen(QColor(theme.text))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(count))


def _without_diagonal(counts: IntArray) -> IntArray:
    wrong = counts.copy()
    np.fill_diagonal(wrong, 0)
    return wrong
