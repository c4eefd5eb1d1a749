"""The small parts of the data dialog's pages.

The name under which data are kept, with what is wrong about it, buttons that Enter does not press
by chance, and the question for a file or folder with labelled digits.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.gui.data.data_jobs import MAX_NAME, complaint_about, free_name


class NameField(QLineEdit):
    """Proposes a free name until the user types one.

    Signals:
        changed: the name, or what is wrong about it, is another one.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken: frozenset[str] = frozenset()
        self._wish = ""
        self._is_own = False
        self.setMaxLength(MAX_NAME)
        self.setAccessibleName(tr("Name of the data set"))
        self.setToolTip(
            tr("What the data set will be called, also for “desktop-cvae train --data”")
        )
        self.textEdited.connect(self._on_edited)

    @property
    def name(self) -> str:
        """What stands in it."""
        return self.text().strip()

    @property
    def problem(self) -> str:
        """Why it cannot be used, or an empty text."""
        return complaint_about(self.name, self._taken)

    def propose(self, wish: str) -> None:
        """Forget what the user typed, and propose a free name like that."""
        self._wish, self._is_own = wish, False
        self._show(free_name(wish, self._taken))
        self.changed.emit()

    def set_taken(self, names: Collection[str]) -> None:
        """Say which names there are."""
        self._taken = frozenset(names)
        if not self._is_own and self._wish:
            self._show(free_name(self._wish, self._taken))
        self.changed.emit()

    def _show(self, name: str) -> None:
        self.setText(name)
        self.setCursorPosition(0)  # of a long name the beginning is seen

    def _on_edited(self) -> None:
        self._is_own = True
        self.changed.emit()


def quiet_button(text: str, tip: str) -> QPushButton:
    """A button that is the default only where it is made so."""
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button


PATTERNS = "*.npz *.csv *.tsv *.txt *idx3* *.gz"


def ask_for_data(
    parent: QWidget, on_chosen: Callable[[str], object], *, wants_folder: bool
) -> QFileDialog:
    """Open the dialog without a loop of its own, so that everything goes on behind it.

    Args:
        parent: the window that asks.
        on_chosen: is told the path.
        wants_folder: for pictures in one folder a label, or IDX files side by side.
    """
    kinds = f"{tr('Data sets')} ({PATTERNS});;{tr('All files')} (*)"
    dialog = QFileDialog(parent, tr("Choose data"), "", "" if wants_folder else kinds)
    mode = QFileDialog.FileMode
    dialog.setFileMode(mode.Directory if wants_folder else mode.ExistingFile)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.fileSelected.connect(on_chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
