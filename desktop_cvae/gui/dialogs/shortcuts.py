"""The keys of the window."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import text_label

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
    "Ctrl+S": "Save the reconstruction",
    "Ctrl+D": "Data sets",
    "Ctrl+T": "Train a model",
    "Ctrl+Shift+M": "Models and comparison",
    "Ctrl+R": "Scorecard",
    "Ctrl+L": "Light or dark",
    "F1": "These keys",
}


def show_shortcuts(parent: QWidget) -> QDialog:
    """Open the list without stopping the window."""
    dialog = QDialog(parent)
    dialog.setObjectName("shortcuts")
    dialog.setWindowTitle("Keys")
    form = QFormLayout()
    form.setHorizontalSpacing(4 * SPACING)
    for keys, meaning in KEYS.items():
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        form.addRow(text_label(native if "+" in keys else keys, "title"), text_label(meaning, ""))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.close)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(3 * SPACING, 2 * SPACING, 3 * SPACING, 2 * SPACING)
    layout.setSpacing(2 * SPACING)
    layout.addLayout(form)
    layout.addWidget(buttons)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
