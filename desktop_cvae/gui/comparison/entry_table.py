"""A list of what is kept on disk: search, choose, rename in place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop_cvae.gui.comparison.text_table import TextTable


@dataclass(frozen=True)
class Row:
    """One line of the list.

    Attributes:
        key: by which it is known; unique.
        texts: one a column; the first is the name.
        searched: more words that the search finds.
        is_own: the user may rename it.
    """

    key: str
    texts: tuple[str, ...]
    searched: str = ""
    is_own: bool = True


class EntryTable(TextTable):
    """Rows of which several may be chosen; ``F2`` changes a name where it stands.

    Signals:
        rename_wanted(str, str): the user wrote another name: key, name.

    Args:
        name: for screen readers.
        heading: one title a column.
    """

    rename_wanted = Signal(str, str)

    def __init__(self, name: str, heading: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._heading = tuple(heading)
        self._rows: tuple[Row, ...] = ()
        self._shown: tuple[Row, ...] = ()
        self._words: list[str] = []
        self.setWordWrap(False)
        self.setEditTriggers(QTableWidget.EditTrigger.EditKeyPressed)
        self.itemChanged.connect(self._on_item_changed)
        self._fill()

    @property
    def chosen(self) -> list[str]:
        """The keys of the selected rows, in the list's order."""
        at = {index.row() for index in self.selectedIndexes()}
        return [row.key for number, row in enumerate(self._shown) if number in at]

    def set_entries(self, rows: Iterable[Row]) -> None:
        """Show other rows; what was chosen stays so."""
        rows = tuple(rows)
        # A list that is read anew every few seconds must not take the pen from a name's editor.
        if rows == self._rows or self.state() is QTableWidget.State.EditingState:
            return
        self._rows = rows
        self._fill()

    def set_filter(self, text: str) -> None:
        """Show only rows in which every word occurs."""
        self._words = text.lower().split()
        self._fill()

    def choose(self, keys: Sequence[str]) -> None:
        """Select the rows of those keys."""
        self.clearSelection()
        flags = QItemSelectionModel.SelectionFlag
        for at, row in enumerate(self._shown):
            if row.key in keys:
                index = self.model().index(at, 0)
                self.selectionModel().select(index, flags.Select | flags.Rows)

    def edit_name(self, key: str) -> None:
        """Let the user write another name where the old one stands."""
        for at, row in enumerate(self._shown):
            if row.key == key and row.is_own:
                self.editItem(self._cell(at, 0))

    def restore_name(self, key: str) -> None:
        """Show a row's own name again, after another was refused."""
        for at, row in enumerate(self._shown):
            if row.key == key:
                self._write(at, row)

    def _fill(self) -> None:
        chosen = self.chosen
        self._shown = tuple(row for row in self._rows if self._is_found(row))
        self.blockSignals(True)
        self.set_rows(self._heading, [row.texts for row in self._shown])
        self._give_room_to_names()
        for at, row in enumerate(self._shown):
            self._lock(at, row)
        self.choose(chosen)
        self.blockSignals(False)
        self.itemSelectionChanged.emit()

    def _give_room_to_names(self) -> None:
        mode = QHeaderView.ResizeMode
        self.horizontalHeader().setSectionResizeMode(mode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, mode.Stretch)

    def _is_found(self, row: Row) -> bool:
        text = " ".join((*row.texts, row.searched)).lower()
        return all(word in text for word in self._words)

    def _lock(self, at: int, row: Row) -> None:
        """Leave only a name of the user's own open to changes."""
        for column in range(0 if not row.is_own else 1, len(row.texts)):
            item = self._cell(at, column)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)

    def _cell(self, at: int, column: int) -> QTableWidgetItem:
        item = self.item(at, column)
        assert item is not None, "every cell has its text"
        return item

    def _write(self, at: int, row: Row) -> None:
        self.blockSignals(True)
        self._cell(at, 0).setText(row.texts[0])
        self.blockSignals(False)
        self.viewport().update()

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.row() < len(self._shown) and item.column() == 0:
            row = self._shown[item.row()]
            name = item.text().strip()
            if not name:
                self._write(item.row(), row)
            elif name != row.texts[0]:
                self.rename_wanted.emit(row.key, name)
