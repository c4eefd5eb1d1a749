"""A page of the library: a list of entries on disk, and what can be done with them.

Names are edited in the list, and questions appear below it instead of in another dialog.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.file_dialogs import open_folder
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import column, row, text_label
from desktop_cvae.gui.widgets.text_table import TextTable

Submit = Callable[[str, Callable[[], Any], Callable[[Any], None]], None]
"""Runs a job on the worker: a name for the job, the job, and what to call with its result."""


@dataclass(frozen=True)
class EntryRow:
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
        self._rows: tuple[EntryRow, ...] = ()
        self._shown: tuple[EntryRow, ...] = ()
        self._words: list[str] = []
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.texts.edited.connect(self._on_edited)
        self._fill()

    @property
    def chosen(self) -> list[str]:
        """Keys of the selected rows, in the list's order."""
        at = {index.row() for index in self.selectedIndexes()}
        return [entry.key for number, entry in enumerate(self._shown) if number in at]

    def set_entries(self, rows: Iterable[EntryRow]) -> None:
        """Show other rows; keep the selection."""
        rows = tuple(rows)
        # The list is refreshed every few seconds; that must not close the editor of a name.
        if rows == self._rows or self.state() is QAbstractItemView.State.EditingState:
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
        for at, entry in enumerate(self._shown):
            if entry.key == key and entry.is_own:
                self.edit(self.texts.index(at, 0))

    def restore_name(self, key: str) -> None:
        """Show the old name again after a failed job."""
        for at, entry in enumerate(self._shown):
            if entry.key == key:
                self.texts.set_text(at, 0, entry.texts[0])

    def _fill(self) -> None:
        chosen = self.chosen
        self._shown = tuple(filter(self._is_found, self._rows))
        own = [at for at, entry in enumerate(self._shown) if entry.is_own]
        with QSignalBlocker(self):
            self.set_rows(self._heading, [entry.texts for entry in self._shown], own)
            self._give_room_to_names()
            self.choose(chosen)
        self.selection_changed.emit()

    def _give_room_to_names(self) -> None:
        mode = QHeaderView.ResizeMode
        self.horizontalHeader().setSectionResizeMode(mode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, mode.Stretch)

    def _is_found(self, row: EntryRow) -> bool:
        text = " ".join((*row.texts, row.searched)).lower()
        return all(word in text for word in self._words)

    def _on_edited(self, at: int, text: str) -> None:
        row, name = self._shown[at], text.strip()
        if not name:
            self.texts.set_text(at, 0, row.texts[0])
        elif name != row.texts[0]:
            self.rename_requested.emit(row.key, name)


class QuestionBar(QFrame):
    """A question before something is deleted, hidden until it is asked; Escape means no."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_yes: Callable[[], None] | None = None
        self.sentence = text_label("", "warning", wraps=True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.yes = make_button(tr("Delete"), on_click=self._accept)
        self.no = make_button(tr("Keep"), on_click=self.withdraw)
        self.setLayout(row(self.sentence, self.no, self.yes, fills=self.sentence))
        self.hide()

    def ask(self, sentence: str, on_yes: Callable[[], None]) -> None:
        """Ask a question in place of an earlier one; call ``on_yes`` if the user says yes."""
        self._on_yes = on_yes
        self.sentence.setText(sentence)
        self.show()
        # Space presses the harmless button.
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def withdraw(self) -> None:
        self._on_yes = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape mean no instead of closing the dialog."""
        if event.key() == Qt.Key.Key_Escape:
            self.withdraw()
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        on_yes = self._on_yes
        self.withdraw()
        if on_yes is not None:
            on_yes()


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
        table.selection_changed.connect(self._on_selection_changed)

    @property
    def chosen(self) -> Sequence[Any]:
        """Selected entries, in the list's order."""
        raise NotImplementedError

    def set_filter(self, text: str) -> None:
        """Show only entries that contain every word."""
        self.table.set_filter(text)
        self._say_if_empty(bool(text.strip()))

    def _lay_out(self, *buttons: QWidget | None) -> None:
        items = (self.empty, self.table, self.question)
        actions = row(self.rename, self.delete, self.folder, *buttons)
        self.setLayout(column(*items, actions, margins=(0, SPACING, 0, 0), fills=self.table))

    def _say_if_empty(self, is_search: bool) -> None:
        self.empty.setText(tr("Nothing matches your search.") if is_search else self._nothing)
        self.empty.setVisible(self.table.texts.rowCount() == 0)

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
        open_folder(self._folder())
