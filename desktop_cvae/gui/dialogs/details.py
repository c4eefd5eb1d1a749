"""The details of a notice: text to read and to copy."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.gui.theme import SPACING, fixed_font
from desktop_cvae.gui.values import Notice


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
