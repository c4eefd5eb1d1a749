"""A sentence over the progress, with one button that does something about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_cvae.gui.theme import SPACING, Theme


class AdviceBar(QFrame):
    """Hidden while there is nothing to say.

    Signals:
        accepted: the button was pressed.

    Args:
        theme: the colours.
    """

    accepted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("advice")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACING, SPACING, SPACING, SPACING)
        layout.setSpacing(2 * SPACING)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.button)
        self.button.clicked.connect(self.accepted)
        self.set_theme(theme)
        self.hide()

    def say(self, sentence: str, action: str = "", tip: str = "") -> None:
        """Show a sentence, with a button if ``action`` names one; an empty sentence hides."""
        self.sentence.setText(sentence)
        self.button.setText(action)
        self.button.setAccessibleName(action)
        self.button.setToolTip(tip)
        self.button.setVisible(bool(action))
        self.setVisible(bool(sentence))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(
            f"QFrame#advice {{ background: {theme.surface}; border: 1px solid {theme.warning};"
            " border-radius: 8px; }"
        )
