"""A list of texts of which one is current.

The items that Python makes for a ``QListWidget`` are deleted with the list, outside Python's
control: such a window crashed now and then when it was closed. A model has no items.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SECOND_ROLE = Role.UserRole
NOWHERE = QModelIndex()


@dataclass(frozen=True)
class ListEntry:
    """An entry of the list.

    Attributes:
        text: is shown.
        tip: the tooltip.
        second: a second line, for lists whose delegate paints one.
        spoken: said by screen readers in place of the text.
        icon: stands before or above the text.
    """

    text: str
    tip: str = ""
    second: str = ""
    spoken: str = ""
    icon: QIcon | None = None


class TextLines(QAbstractListModel):
    """The entries as Qt's model."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[ListEntry] = []

    def set_lines(self, lines: Sequence[ListEntry]) -> None:
        """Show other entries; none is current."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def change(self, row: int, line: ListEntry) -> None:
        self.lines[row] = line
        self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        # Qt asks for the rows of every item, too; with any, the list would be a tree.
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Role.DisplayRole:
                return line.text
            case Role.ToolTipRole:
                return line.tip or None
            case Role.AccessibleTextRole:
                return line.spoken or line.text
            case Role.DecorationRole:
                return line.icon
            case _ if role == SECOND_ROLE:
                return line.second
        return None


class TextList(QListView):
    """Shows the entries.

    Signals:
        row_changed(int): another entry became the current one; −1 for none.
    """

    row_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = TextLines(self)
        self.setModel(self.entries)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    @property
    def texts(self) -> list[str]:
        """The entries' texts, from top to bottom."""
        return [line.text for line in self.entries.lines]

    @property
    def row(self) -> int:
        """Index of the current entry; −1 for none."""
        return self.currentIndex().row()

    def set_row(self, row: int) -> None:
        """Make an entry the current one, and scroll to it; −1 for none."""
        self.setCurrentIndex(self.entries.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.row_changed.emit(current.row())
