"""Tables of readings: the models' common base, and the view that shows them.

The entries of the archive, the pictures of a batch and the readings that two models are compared
by are rows of such models. Tested in tests/gui/batch/test_picture_table.py,
tests/gui/archive/test_entry_model.py and tests/gui/archive/test_archive_dialog.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.theme import tabular_font

LINE_JOINT = " / "
"""Separator between the lines of a page that are shown in one line."""
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()


def one_line(text: str) -> str:
    """Return the lines of a reading in one line."""
    return text.replace("\n", LINE_JOINT)


class RowModel(QAbstractTableModel):
    """Rows in the order in which they are shown; each has an id, which stays when it moves.

    Sorted and filtered models set their ids in one pass: QSortFilterProxyModel would call Python
    for every comparison of ten thousand rows.

    Attributes:
        ids: of the rows that are shown, from top to bottom.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ids: list[int] = []
        self._lines: dict[int, int] = {}

    def set_ids(self, ids: Iterable[int]) -> None:
        """Show these rows in this order; selected rows stay selected if they are still shown.

        Args:
            ids: unique.
        """
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        moved = [self.ids[index.row()] for index in before]
        self.ids = list(ids)
        self._lines = lines = {row: line for line, row in enumerate(self.ids)}
        after = [
            self.index(lines[row], index.column()) if row in lines else NOWHERE
            for row, index in zip(moved, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def append_ids(self, ids: list[int]) -> None:
        """Show more rows below the others."""
        end = len(self.ids)
        self.beginInsertRows(NOWHERE, end, end + len(ids) - 1)
        self.ids += ids
        self._lines.update({row: end + at for at, row in enumerate(ids)})
        self.endInsertRows()

    def line_of(self, row: int) -> int | None:
        """Return the line in which a row is shown; None if it is not."""
        return self._lines.get(row)

    def notify(self, row: int) -> None:
        """Tell the views that a row has changed."""
        line = self._lines.get(row)
        if line is not None:
            last = self.index(line, self.columnCount() - 1)
            self.dataChanged.emit(self.index(line, 0), last)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1


class Heading(NamedTuple):
    """Heading of a column.

    Attributes:
        title: its text, marked for translation.
        tip: its tooltip, marked for translation.
        is_number: the column is aligned to the right.
    """

    title: str
    tip: str
    is_number: bool = False

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        across = Qt.AlignmentFlag.AlignRight if self.is_number else Qt.AlignmentFlag.AlignLeft
        return across | Qt.AlignmentFlag.AlignVCenter


class ReadingsTable(RowModel):
    """A model with headings, whose cells are texts.

    Args:
        headings: by the column, whose value is its index.
    """

    def __init__(self, headings: Mapping[Any, Heading], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings

    def text(self, index: Index) -> str:
        raise NotImplementedError

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        heading = self._headings[section]
        if role == Role.TextAlignmentRole:
            return heading.alignment
        return {Role.DisplayRole: tr(heading.title), Role.ToolTipRole: tr(heading.tip)}.get(
            Role(role)
        )

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        heading = self._headings[index.column()]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self.text(index)
        if role == Role.AccessibleTextRole:
            # A screen reader that walks from cell to cell does not say the column.
            return f"{tr(heading.title)}: {self.text(index)}"
        return heading.alignment if role == Role.TextAlignmentRole else None


class ReadingsView(QTableView):
    """Shows a table of readings, with whole rows selected.

    Args:
        table: the model.
        title: for screen readers.
        name: the object name.
        picture_size: size of the pictures in the rows.
        row_px: height of a row.
    """

    def __init__(
        self,
        table: ReadingsTable,
        title: str,
        name: str,
        picture_size: QSize,
        row_px: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setModel(table)
        self.setFont(tabular_font(self.font()))
        self.setIconSize(picture_size)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        # Otherwise Tab would go from cell to cell and never leave the table.
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_px)
        self.horizontalHeader().setHighlightSections(False)
