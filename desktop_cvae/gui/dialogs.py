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

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.session import Notice
from desktop_cvae.gui.theme import SPACING, fixed_font
from desktop_cvae.gui.widgets.card import Column, text_label


def show_details(parent: QWidget, notice: Notice) -> QDialog:
    """Open the details without stopping the window."""
    dialog = QDialog(parent)
    dialog.setObjectName("details")
    dialog.setWindowTitle(tr("Details"))
    dialog.resize(560, 320)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(2 * SPACING, 2 * SPACING, 2 * SPACING, 2 * SPACING)
    layout.setSpacing(SPACING)
    sentence = QLabel(notice.sentence)
    sentence.setWordWrap(True)
    text = QPlainTextEdit(notice.details)
    text.setReadOnly(True)
    text.setFont(fixed_font())
    text.setAccessibleName(tr("Details"))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    copy = buttons.addButton(tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
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
    "0 – 9": mark("Read as that label"),
    "A": mark("Label automatic"),
    "Space": mark("New noise"),
    "D": mark("Denoise: the reconstruction becomes the input"),
    "[   ]": mark("Thinner, broader pen"),
    "E": mark("Eraser"),
    "Delete": mark("Clear the canvas"),
    "Ctrl+Z": mark("Undo"),
    "Ctrl+Shift+Z": mark("Redo, as Ctrl+Y does"),
    "Ctrl+O": mark("Open a picture"),
    "Ctrl+Shift+O": mark("Read many pictures into a table"),
    "Ctrl+V": mark("Paste a picture"),
    "N": mark("Several digits: read a number"),
    "Ctrl+C": mark("Copy the number"),
    "Ctrl+Shift+N": mark("Wide canvas, to write a number on"),
    "Shift+Space": mark("No noise"),
    "Ctrl+1": mark("Fold the input pane, or bring it back"),
    "Ctrl+2": mark("The same with the answer"),
    "Ctrl+3": mark("The same with what the model writes"),
    "Ctrl++": mark("Larger text"),
    "Ctrl+-": mark("Smaller text"),
    "Ctrl+0": mark("Usual size of text"),
    "F11": mark("Full screen"),
    "Esc": mark("Close the message, leave the number"),
    "Ctrl+S": mark("Save the answer"),
    "Ctrl+P": mark("Print the answer"),
    "Ctrl+Shift+C": mark("Copy the answer as a picture"),
    "Ctrl+D": mark("Data sets"),
    "Ctrl+H": mark("Archive: what was read before"),
    "Ctrl+E": mark("Erase and complete"),
    "Ctrl+W": mark("Walk between digits"),
    "Ctrl+Shift+E": mark("Record a lesson"),
    "Alt+Right": mark("The next step of a lesson"),
    "Alt+Left": mark("The step before"),
    "Ctrl+M": mark("Open a model file"),
    "Ctrl+T": mark("Train a model"),
    "C": mark("Correct the answer: say what it is"),
    "P": mark("What the picture is taken for"),
    "Ctrl+Shift+T": mark("Teach a model your hand"),
    "Ctrl+Shift+M": mark("Models and comparison"),
    "Ctrl+R": mark("Scorecard"),
    "Ctrl+Shift+F": mark("Fool it: the smallest change that is misread"),
    "Ctrl+Shift+L": mark("Latent space"),
    "Ctrl+L": mark("Light or dark"),
    "Ctrl+,": mark("Preferences"),
    "F1": mark("Guide"),
    "Shift+F1": mark("What the evidence is, in the evidence list"),
    "?": mark("These keys, as Ctrl+/ does"),
    "Ctrl+Q": mark("Quit"),
}


def show_shortcuts(parent: QWidget) -> QDialog:
    """Open the list without stopping the window."""
    dialog = QDialog(parent)
    dialog.setObjectName("shortcuts")
    dialog.setWindowTitle(tr("Keys"))
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
        form.addRow(
            text_label(native if "+" in keys else keys, "title"), text_label(tr(meaning), "")
        )
    column = Column(0)
    column.box.addLayout(form)
    column.box.addStretch(1)
    # With the scroll bar that it has on a small screen.
    column.setMinimumWidth(column.sizeHint().width() + 2 * SPACING)
    return column
