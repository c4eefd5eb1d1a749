"""Asks for a file or a folder with labelled digits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget

FILTER = "Data sets (*.npz *.csv *.tsv *.txt *idx3* *.gz);;All files (*)"


def ask_for_data(
    parent: QWidget, on_chosen: Callable[[str], object], *, wants_folder: bool
) -> QFileDialog:
    """Open the dialog without a loop of its own, so that everything goes on behind it.

    Args:
        parent: the window that asks.
        on_chosen: is told the path.
        wants_folder: for pictures in one folder a label, or IDX files side by side.
    """
    dialog = QFileDialog(parent, "Choose data", "", "" if wants_folder else FILTER)
    mode = QFileDialog.FileMode
    dialog.setFileMode(mode.Directory if wants_folder else mode.ExistingFile)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.fileSelected.connect(on_chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
