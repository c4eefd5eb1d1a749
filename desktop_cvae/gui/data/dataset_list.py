"""The list of data sets: each has its name and a line about its state.

Tested in tests/gui/data/test_data_dialog.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QItemSelection, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_cvae.core.language import tr
from desktop_cvae.gui.data.data_jobs import MNIST, DataRow
from desktop_cvae.gui.theme import SPACING, current_theme, sized
from desktop_cvae.gui.widgets.text_list import SECOND_ROLE, Index, ListEntry, TextList

SELECTED_ALPHA = 36
RADIUS_PX = 6.0


class DatasetList(TextList):
    """A list with two lines per data set.

    Signals:
        row_chosen(DataRow): the user, or :meth:`choose`, chose a data set.
    """

    row_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[DataRow, ...] = ()
        self._delegate = _TwoLines(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Data sets"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(TextList.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSpacing(1)

    @property
    def chosen(self) -> DataRow | None:
        chosen = self.selectedIndexes()
        return self.rows[chosen[0].row()] if chosen else None

    def set_rows(self, rows: Sequence[DataRow]) -> None:
        """Show other data sets; none is chosen."""
        self.rows = tuple(rows)
        self.entries.set_lines([ListEntry(row.name, row.name, row.state) for row in rows])

    def choose(self, name: str) -> None:
        """Choose a data set by its name; an unknown name chooses none."""
        self.clearSelection()
        for index, row in enumerate(self.rows):
            if row.name == name:
                self.set_row(index)

    def say_of_mnist(self, state: str) -> None:
        """Show a temporary line under MNIST."""
        for index, row in enumerate(self.rows):
            if row.name == MNIST:
                line = self.entries.lines[index]
                self.entries.change(index, replace(line, second=state or row.state))

    def sizeHint(self) -> QSize:
        return QSize(240, 320)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if (row := self.chosen) is not None:
            self.row_chosen.emit(row)


class _TwoLines(QStyledItemDelegate):
    """Paints a data set: a pill behind the chosen one, its name over its state."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, 2 * round(1.5 * option.font.pixelSize()) + 2 * SPACING - 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            fill = QColor(theme.accent)
            fill.setAlpha(SELECTED_ALPHA)
        else:
            is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
            fill = QColor(theme.raised) if is_hovered else QColor(Qt.GlobalColor.transparent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(rect, RADIUS_PX, RADIUS_PX)
        font = option.font
        inner = rect.adjusted(SPACING + 2, SPACING - 3, -SPACING, -SPACING + 3)
        upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        lower = upper.translated(0, inner.height() // 2)
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        painter.setFont(sized(font, 0, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text))
        _write(painter, upper, name)
        painter.setFont(sized(font, -1))
        painter.setPen(QColor(theme.muted))
        _write(painter, lower, str(index.data(SECOND_ROLE)))
        painter.restore()


def _write(painter: QPainter, rect: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
