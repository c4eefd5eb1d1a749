"""The keys of the window."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import text_label
from desktop_cvae.gui.widgets.column import Column

SCREEN_SHARE = 0.94
"""The frame and a panel need the rest of a small screen."""

KEYS = {
    "0 – 9": "Read as that label",
    "A": "Label automatic",
    "Space": "New noise",
    "[   ]": "Thinner, broader pen",
    "E": "Eraser",
    "Delete": "Clear the canvas",
    "Ctrl+Z": "Undo",
    "Ctrl+Shift+Z": "Redo",
    "Ctrl+O": "Open a picture",
    "Ctrl+V": "Paste a picture",
    "N": "Several digits: read a number",
    "Ctrl+C": "Copy the number",
    "Esc": "Close the message, leave the number",
    "Ctrl+S": "Save the reconstruction",
    "Ctrl+D": "Data sets",
    "Ctrl+M": "Open a model file",
    "Ctrl+T": "Train a model",
    "Ctrl+Shift+M": "Models and comparison",
    "Ctrl+R": "Scorecard",
    "Ctrl+L": "Light or dark",
    "F1": "These keys",
    "Ctrl+Q": "Quit",
}


def show_shortcuts(parent: QWidget) -> QDialog:
    """Open the list without stopping the window."""
    dialog = QDialog(parent)
    dialog.setObjectName("shortcuts")
    dialog.setWindowTitle("Keys")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.close)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(3 * SPACING, 2 * SPACING, 2 * SPACING, 2 * SPACING)
    layout.setSpacing(2 * SPACING)
    layout.addWidget(_list())
    layout.addWidget(buttons)
    dialog.finished.connect(dialog.deleteLater)
    dialog.resize(dialog.sizeHint().boundedTo(dialog.screen().availableSize() * SCREEN_SHARE))
    dialog.open()
    return dialog


def _list() -> Column:
    form = QFormLayout()
    form.setHorizontalSpacing(4 * SPACING)
    for keys, meaning in KEYS.items():
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        form.addRow(text_label(native if "+" in keys else keys, "title"), text_label(meaning, ""))
    column = Column(0)
    column.box.addLayout(form)
    column.box.addStretch(1)
    # With the scroll bar that it has on a small screen.
    column.setMinimumWidth(column.sizeHint().width() + 2 * SPACING)
    return column
