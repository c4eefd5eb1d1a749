"""The small dialogs: the details of a notice, the keys of the window."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.gui.session import Notice
from desktop_cvae.gui.theme import SPACING, fixed_font
from desktop_cvae.gui.widgets.card import Column, text_label


def show_details(parent: QWidget, notice: Notice) -> QDialog:
    """Open the details without stopping the window."""
    dialog = QDialog(parent)
    dialog.setObjectName("details")
    dialog.setWindowTitle("Details")
    dialog.resize(560, 320)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(2 * SPACING, 2 * SPACING, 2 * SPACING, 2 * SPACING)
    layout.setSpacing(SPACING)
    sentence = QLabel(notice.sentence)
    sentence.setWordWrap(True)
    text = QPlainTextEdit(notice.details)
    text.setReadOnly(True)
    text.setFont(fixed_font())
    text.setAccessibleName("Details")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    copy = buttons.addButton("Copy", QDialogButtonBox.ButtonRole.ActionRole)
    copy.clicked.connect(
        lambda: QGuiApplication.clipboard().setText(f"{notice.sentence}\n\n{notice.details}")
    )
    buttons.rejected.connect(dialog.close)
    for widget in (sentence, text, buttons):
        layout.addWidget(widget)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


SCREEN_SHARE = 0.94
"""The frame and a panel need the rest of a small screen."""

KEYS = {
    "0 – 9": "Read as that label",
    "A": "Label automatic",
    "Space": "New noise",
    "D": "Denoise: the reconstruction becomes the input",
    "[   ]": "Thinner, broader pen",
    "E": "Eraser",
    "Delete": "Clear the canvas",
    "Ctrl+Z": "Undo",
    "Ctrl+Shift+Z": "Redo, as Ctrl+Y does",
    "Ctrl+O": "Open a picture",
    "Ctrl+Shift+O": "Read many pictures into a table",
    "Ctrl+V": "Paste a picture",
    "N": "Several digits: read a number",
    "Ctrl+C": "Copy the number",
    "Ctrl+Shift+N": "Wide canvas, to write a number on",
    "Shift+Space": "No noise",
    "Ctrl+1": "Fold the input pane, or bring it back",
    "Ctrl+2": "The same with the answer",
    "Ctrl+3": "The same with what the model writes",
    "Ctrl++": "Larger text",
    "Ctrl+-": "Smaller text",
    "Ctrl+0": "Usual size of text",
    "F11": "Full screen",
    "Esc": "Close the message, leave the number",
    "Ctrl+S": "Save the answer",
    "Ctrl+P": "Print the answer",
    "Ctrl+Shift+C": "Copy the answer as a picture",
    "Ctrl+D": "Data sets",
    "Ctrl+E": "Erase and complete",
    "Ctrl+W": "Walk between digits",
    "Ctrl+M": "Open a model file",
    "Ctrl+T": "Train a model",
    "Ctrl+Shift+M": "Models and comparison",
    "Ctrl+R": "Scorecard",
    "Ctrl+Shift+L": "Latent space",
    "Ctrl+L": "Light or dark",
    "Ctrl+,": "Preferences",
    "F1": "Guide",
    "Shift+F1": "What the evidence is, in the evidence list",
    "?": "These keys, as Ctrl+/ does",
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
