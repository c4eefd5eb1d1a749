"""A column of cards that scrolls when the window is low."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_cvae.gui.theme import SPACING


class Column(QScrollArea):
    """Cards one above the other.

    Args:
        width: the least width of the cards.
    """

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(width)
        self._inner = inner = QWidget()
        inner.setObjectName("column")
        self.box = QVBoxLayout(inner)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(2 * SPACING)
        self.setWidget(inner)

    def sizeHint(self) -> QSize:
        """The cards' own."""
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Low: it scrolls."""
        return QSize(self.minimumWidth(), 120)
