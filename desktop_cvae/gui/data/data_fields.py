"""Parts shared by the pages of the data dialog: messages, a name, the question for a path.

Tested in tests/gui/data/test_data_dialog.py.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.data.data_jobs import MAX_NAME, complaint_about, free_name
from desktop_cvae.gui.file_dialogs import ask_for_folder, ask_to_open
from desktop_cvae.gui.widgets.card import text_label

DATA_PATTERNS = ("*.npz", "*.csv", "*.tsv", "*.txt", "*idx3*", "*.gz")


def message_label(role: str) -> QLabel:
    """Return an empty label for a message of several lines."""
    label = text_label("", role, wraps=True)
    # Messages quote names of files and data sets, and Qt would render what looks like HTML.
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def show_message(label: QLabel, text: str, role: str = "muted") -> None:
    """Show a message in one of the stylesheet's roles."""
    label.setText(text)
    if label.property("role") != role:
        label.setProperty("role", role)
        # Qt does not look at the stylesheet again when a property changes.
        label.style().polish(label)


class NameField(QLineEdit):
    """The name of a data set; it proposes a free one until the user types.

    Signals:
        changed: the name, or the problem with it, has changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken: frozenset[str] = frozenset()
        self._base = ""
        self._is_own = False
        self.setMaxLength(MAX_NAME)
        self.setAccessibleName(tr("Name of the data set"))
        self.setToolTip(tr("Name of the data set, also for “desktop-cvae train --data”"))
        self.textEdited.connect(self._on_edited)

    @property
    def name(self) -> str:
        """The name, without surrounding spaces."""
        return self.text().strip()

    @property
    def problem(self) -> str:
        """Reason for which the name cannot be used; "" for none."""
        return complaint_about(self.name, self._taken)

    def propose(self, base: str) -> None:
        """Propose a free name like this one in place of what the user typed."""
        self._base, self._is_own = base, False
        self._show(free_name(base, self._taken))
        self.changed.emit()

    def set_taken(self, names: Collection[str]) -> None:
        self._taken = frozenset(names)
        if not self._is_own and self._base:
            self._show(free_name(self._base, self._taken))
        self.changed.emit()

    def _show(self, name: str) -> None:
        self.setText(name)
        self.setCursorPosition(0)  # show the beginning of a long name

    def _on_edited(self) -> None:
        self._is_own = True
        self.changed.emit()


def ask_for_data(
    parent: QWidget, on_chosen: Callable[[str], object], *, wants_folder: bool
) -> QFileDialog:
    """Ask for a data set.

    Args:
        parent: the window that asks.
        on_chosen: gets the path.
        wants_folder: True for one folder of pictures per label, or for IDX files in a folder.
    """
    title = tr("Choose data")

    def choose(path: Path) -> None:
        on_chosen(str(path))

    if wants_folder:
        return ask_for_folder(parent, title, choose)
    return ask_to_open(parent, title, choose, kind=tr("Data sets"), suffixes=DATA_PATTERNS)
