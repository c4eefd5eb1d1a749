"""A page of the library: a list of entries on disk, and what can be done with them.

Names are edited in the list, and questions appear below it instead of in another dialog.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import row, text_label
from desktop_cvae.gui.widgets.text_table import TextTable


@dataclass(frozen=True)
class Row:
    """A row of the list.

    Attributes:
        key: unique key.
        texts: one per column; the first is the name.
        searched: additional text for the search.
        is_own: True if the user may rename it.
    """

    key: str
    texts: tuple[str, ...]
    searched: str = ""
    is_own: bool = True


class EntryTable(TextTable):
    """A table with multiple selection, in which ``F2`` edits a name.

    Signals:
        rename_requested(str, str): key of an entry, and its new name.

    Args:
        name: for screen readers.
        heading: one title per column.
    """

    rename_requested = Signal(str, str)

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
        """Keys of the selected rows, in the list's order."""
        at = {index.row() for index in self.selectedIndexes()}
        return [row.key for number, row in enumerate(self._shown) if number in at]

    def set_entries(self, rows: Iterable[Row]) -> None:
        """Show other rows; keep the selection."""
        rows = tuple(rows)
        # The list is refreshed every few seconds; that must not close the editor of a name.
        if rows == self._rows or self.state() is QTableWidget.State.EditingState:
            return
        self._rows = rows
        self._fill()

    def set_filter(self, text: str) -> None:
        """Show only rows that contain every word."""
        self._words = text.lower().split()
        self._fill()

    def choose(self, keys: Sequence[str]) -> None:
        """Select the rows with these keys."""
        self.clearSelection()
        flags = QItemSelectionModel.SelectionFlag
        for at, entry in enumerate(self._shown):
            if entry.key in keys:
                index = self.model().index(at, 0)
                self.selectionModel().select(index, flags.Select | flags.Rows)

    def edit_name(self, key: str) -> None:
        """Let the user edit the name in the list."""
        for at, entry in enumerate(self._shown):
            if entry.key == key and entry.is_own:
                self.editItem(self._cell(at, 0))

    def restore_name(self, key: str) -> None:
        """Show the old name again after a failed renaming."""
        for at, entry in enumerate(self._shown):
            if entry.key == key:
                self._write(at, entry)

    def _fill(self) -> None:
        chosen = self.chosen
        self._shown = tuple(row for row in self._rows if self._is_found(row))
        self.blockSignals(True)
        self.set_rows(self._heading, [entry.texts for entry in self._shown])
        self._give_room_to_names()
        for at, entry in enumerate(self._shown):
            self._lock(at, entry)
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
        """Make only the user's own names editable."""
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
                self.rename_requested.emit(row.key, name)


class QuestionBar(QFrame):
    """A question with two buttons, hidden until something is asked; Escape means no."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_yes: Callable[[], None] | None = None
        self.sentence = text_label("", "warning", wraps=True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.yes, self.no = QPushButton(), QPushButton(tr("Keep"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING)
        layout.addWidget(self.sentence, 1)
        for button in (self.no, self.yes):
            button.setAutoDefault(False)
            layout.addWidget(button)
        self.yes.clicked.connect(lambda _=False: self._answer(True))
        self.no.clicked.connect(lambda _=False: self._answer(False))
        self.hide()

    def ask(self, sentence: str, verb: str, on_yes: Callable[[], None]) -> None:
        """Ask a question in place of an earlier one.

        Args:
            sentence: the question.
            verb: text of the button that means yes.
            on_yes: called if the user says yes.
        """
        self._on_yes = on_yes
        self.sentence.setText(sentence)
        self.yes.setText(verb)
        self.show()
        # Space presses the harmless button.
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def withdraw(self) -> None:
        """Hide the question."""
        self._on_yes = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape mean no instead of closing the dialog."""
        if event.key() == Qt.Key.Key_Escape:
            self.withdraw()
        else:
            super().keyPressEvent(event)

    def _answer(self, is_yes: bool) -> None:
        on_yes = self._on_yes
        self.withdraw()
        if is_yes and on_yes is not None:
            on_yes()


Submit = Callable[[str, Callable[[], Any], Callable[[Any], None]], None]
"""Runs a job on the worker: a name for the job, the job, and what to call with its result."""


class EntriesPage(QWidget):
    """Common base of the pages of models and runs.

    Signals:
        chosen_changed: the selection changed.

    Args:
        table: the list.
        submit: runs jobs; the dialog reports failures.
        nothing: text for an empty list.
    """

    chosen_changed = Signal()

    def __init__(
        self, table: EntryTable, submit: Submit, nothing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.table, self._submit, self._nothing = table, submit, nothing
        self.question = QuestionBar()
        self.empty = text_label("", "muted", wraps=True)
        self.rename = make_button(
            tr("Rename"), tr("Edit the name in the list"), on_click=self._rename
        )
        self.delete = make_button(
            tr("Delete…"), tr("Delete it from this computer"), on_click=self._ask
        )
        self.folder = make_button(
            tr("Open folder"), tr("Open the folder that contains it"), on_click=self._open_folder
        )
        table.itemSelectionChanged.connect(self._on_selection_changed)

    @property
    def chosen(self) -> Sequence[Any]:
        """Selected entries, in the list's order."""
        raise NotImplementedError

    def set_filter(self, text: str) -> None:
        """Show only entries that contain every word."""
        self.table.set_filter(text)
        self._say_if_empty(bool(text.strip()))

    def show_failure(self, key: str) -> None:
        """Show the old name again after a failed job."""
        self.table.restore_name(key)

    def _lay_out(self, *buttons: QWidget | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACING, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addWidget(self.question)
        column.addLayout(row(self.rename, self.delete, self.folder, *buttons))

    def _say_if_empty(self, is_search: bool) -> None:
        self.empty.setText(tr("Nothing matches your search.") if is_search else self._nothing)
        self.empty.setVisible(self.table.rowCount() == 0)

    def _on_selection_changed(self) -> None:
        self.question.withdraw()
        self.chosen_changed.emit()

    def _rename(self) -> None:
        self.table.edit_name(self.table.chosen[0])

    def _ask(self) -> None:
        raise NotImplementedError

    def _folder(self) -> Path:
        raise NotImplementedError

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder())))
