"""A table of texts to read and to copy from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop_cvae.gui.exporting.export import Export, file_name, table_export
from desktop_cvae.gui.theme import tabular_font

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
_LEADING = Qt.AlignmentFlag.AlignLeading


class TextRows(QAbstractTableModel):
    """The texts as Qt's model; names in the first column may be editable.

    Not a ``QTableWidget``: the items that Python makes for one are deleted with the table, outside
    Python's control.

    Attributes:
        heading: one title per column.
        rows: each as long as the heading.

    Signals:
        edited(int, str): row of a name, and what the user typed.

    Args:
        parent: owns the model.
        numbers: columns after the first are aligned to the right.
    """

    edited = Signal(int, str)

    def __init__(self, parent: QWidget, *, numbers: bool) -> None:
        super().__init__(parent)
        self.heading: tuple[str, ...] = ()
        self.rows: list[list[str]] = []
        self._tips: dict[tuple[int, int], str] = {}
        self._editable: frozenset[int] = frozenset()
        self._numbers = numbers

    def set_rows(
        self, heading: Sequence[str], rows: Sequence[Sequence[str]], editable: Collection[int]
    ) -> None:
        """Show other texts; the current cell stays while there are the same columns.

        Args:
            heading: one title per column.
            rows: each as long as the heading.
            editable: indices of the rows whose first column the user may edit.
        """
        texts = [list(row) for row in rows]
        self._tips, self._editable = {}, frozenset(editable)
        if tuple(heading) != self.heading:
            self.beginResetModel()
            self.heading, self.rows = tuple(heading), texts
            self.endResetModel()
            return
        # No reset where the columns stay: it would lose selection, current row and scroll position.
        before, after = len(self.rows), len(texts)
        if after > before:
            self.beginInsertRows(NOWHERE, before, after - 1)
            self.rows = texts
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(NOWHERE, after, before - 1)
            self.rows = texts
            self.endRemoveRows()
        self.rows = texts
        if texts:
            self.dataChanged.emit(self.index(0, 0), self.index(after - 1, len(heading) - 1))

    def set_text(self, row: int, column: int, text: str) -> None:
        self.rows[row][column] = text
        self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def set_tip(self, row: int, column: int, tip: str) -> None:
        """Give a cell another tooltip than its text."""
        self._tips[row, column] = tip

    def rowCount(self, parent: Index = NOWHERE) -> int:
        # Qt asks for the rows of every cell, too; with any, the table would be a tree.
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.heading)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in (Role.DisplayRole, Role.EditRole):
            return self.rows[row][column]
        if role == Role.ToolTipRole:
            return self._tips.get((row, column), self.rows[row][column])
        return self._alignment(column) if role == Role.TextAlignmentRole else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        self.set_text(index.row(), index.column(), str(value))
        self.edited.emit(index.row(), str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_editable = index.isValid() and index.column() == 0 and index.row() in self._editable
        return flags | Qt.ItemFlag.ItemIsEditable if is_editable else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.heading):
            return None
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self.heading[section]
        return self._alignment(section) if role == Role.TextAlignmentRole else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        across = Qt.AlignmentFlag.AlignRight if self._numbers and column else _LEADING
        return across | Qt.AlignmentFlag.AlignVCenter


class TextTable(QTableView):
    """Rows of texts under a heading; cannot be edited.

    Signals:
        selection_changed: other rows are selected.

    Args:
        name: for screen readers.
        numbers: columns after the first are numbers, aligned to the right.
    """

    selection_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, numbers: bool = False) -> None:
        super().__init__(parent)
        self.texts = TextRows(self, numbers=numbers)
        self._numbers = numbers
        self.setModel(self.texts)
        self.setAccessibleName(name)
        self.setFont(tabular_font(self.font()))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)

    def set_rows(
        self,
        heading: Sequence[str],
        rows: Sequence[Sequence[str]],
        editable: Collection[int] = (),
    ) -> None:
        """Show other rows, each as long as the heading; see :meth:`TextRows.set_rows`."""
        self.texts.set_rows(heading, rows, editable)
        header, mode = self.horizontalHeader(), QHeaderView.ResizeMode
        header.setSectionResizeMode(mode.Stretch)
        header.setSectionResizeMode(0, mode.ResizeToContents)
        if self._numbers and len(heading) > 1:
            # Numbers cannot be wrapped: in a narrow place they are scrolled. The first column's
            # names have the room they need anyway.
            header.setMinimumSectionSize(max(map(self._least_width, range(1, len(heading)))))
        self.resizeRowsToContents()

    def export(self) -> Export | None:
        if not self.texts.rows:
            return None
        name, rows = self.accessibleName(), self.texts.rows
        cells = [[row[0], *map(_cell, row[1:])] if self._numbers else [*row] for row in rows]
        cells.insert(0, [*self.texts.heading])
        return table_export(f"“{name}”", file_name(name.lower()), lambda: cells)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now do the columns have their widths.
        self.resizeRowsToContents()

    def _least_width(self, column: int) -> int:
        title: int = self.horizontalHeader().sectionSizeHint(column)
        return max(title, self.sizeHintForColumn(column))


def _cell(text: str) -> str | Decimal:
    """Return a number with its decimals, else the text; with a minus that programs read."""
    text = text.replace("−", "-")
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    return value if str(value) == text else text
