"""A small button in the window's last line: how the training goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_cvae.gui.theme import tabular_font

HEIGHT_PX = 24


class TrainingChip(QPushButton):
    """Hidden while there is nothing to tell; the owner sets text and visibility."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training_chip")
        self.setFont(tabular_font(self.font()))
        self.setFixedHeight(HEIGHT_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Training")
        self.setToolTip("Show the training; when it is done, use the model")
        self.hide()
