"""One tab of the library: a list, what can be done to the chosen, a question below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_cvae.gui.comparison.entry_table import EntryTable
from desktop_cvae.gui.comparison.question_bar import QuestionBar
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import row, text_label

Submit = Callable[[str, Callable[[], Any], Callable[[Any], None]], None]
"""Runs a job on the worker: what it is, the job, what follows."""


class EntriesPage(QWidget):
    """The parts that models and runs have in common.

    Signals:
        chosen_changed: others are chosen.

    Args:
        table: the list.
        submit: runs jobs; failures are shown by the dialog.
        nothing: said where the list is empty.
    """

    chosen_changed = Signal()

    def __init__(
        self, table: EntryTable, submit: Submit, nothing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.table, self._submit, self._nothing = table, submit, nothing
        self.question = QuestionBar()
        self.empty = text_label("", "muted")
        self.empty.setWordWrap(True)
        self.rename = self._button("Rename", "Write another name into the list", self._rename)
        self.delete = self._button("Delete…", "Delete it from this computer", self._ask)
        self.folder = self._button("Open folder", "Show where it lies", self._open_folder)
        table.itemSelectionChanged.connect(self._on_selection_changed)

    @property
    def chosen(self) -> Sequence[Any]:
        """What is chosen, in the list's order."""
        raise NotImplementedError

    def set_filter(self, text: str) -> None:
        """Show only what has every word."""
        self.table.set_filter(text)
        self._say_if_empty(bool(text.strip()))

    def show_failure(self, key: str) -> None:
        """Show the old name again after a job that failed."""
        self.table.restore_name(key)

    def _lay_out(self, *buttons: QWidget | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACING, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addWidget(self.question)
        column.addLayout(row(self.rename, self.delete, self.folder, *buttons))

    def _button(self, text: str, tip: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: slot())
        return button

    def _say_if_empty(self, is_search: bool) -> None:
        self.empty.setText("Nothing here has all these words." if is_search else self._nothing)
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
