"""Why data cannot be imported: a sentence, and row by row what does not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop_cvae.core.errors import UnfitRows
from desktop_cvae.gui.data.work import sentence_of
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import text_label

HINT = "Correct these in the file, then choose it again:"


class ComplaintList(QWidget):
    """A sentence over a numbered list to read and to copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = text_label("", "warning")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.hint = text_label(HINT, "muted")
        self.rows = QPlainTextEdit()
        self.rows.setReadOnly(True)
        self.rows.setFont(tabular_font(self.font()))
        self.rows.setAccessibleName("Rows that do not fit")
        self.rows.document().setDocumentMargin(SPACING)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACING)
        box.addWidget(self.sentence)
        box.addWidget(self.hint)
        box.addWidget(self.rows, 1)
        box.addStretch(0)

    def show_error(self, error: Exception) -> None:
        """Say what is wrong."""
        self.sentence.setText(sentence_of(error))
        complaints = error.rows if isinstance(error, UnfitRows) else ()
        self.rows.setPlainText(numbered(complaints))
        for widget in (self.hint, self.rows):
            widget.setVisible(bool(complaints))
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        box.setStretch(3, 0 if complaints else 1)


def numbered(complaints: tuple[str, ...]) -> str:
    """One complaint a line, counted from 1; a last line that tells how many more is not."""
    lines = []
    for number, complaint in enumerate(complaints, 1):
        lead = "" if complaint.startswith("…") else f"{number}."
        lines.append(f"{lead:<4}{complaint}")
    return "\n".join(lines)
