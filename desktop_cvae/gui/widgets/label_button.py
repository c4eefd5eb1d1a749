"""A label's button: the digit over a stroke of its colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from desktop_cvae.gui.theme import label_color


class LabelButton(QToolButton):
    """Chooses one label.

    Args:
        index: the label's index.
        name: the label's name.
    """

    def __init__(self, index: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.index = index
        self.setText(name)
        self.setCheckable(True)
        self.setObjectName(f"label_{name}")
        self.setAccessibleName(f"Label {name}")
        self.setToolTip(f"Read, reconstruct and write as {name} ({name})")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("QToolButton { min-width: 14px; padding: 2px 0 6px 0; }")

    def sizeHint(self) -> QSize:
        """Narrow: ten stand in a row."""
        return QSize(24, 34)

    def minimumSizeHint(self) -> QSize:
        """As narrow as a digit."""
        return QSize(20, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, then the stroke."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.35)
        painter.setPen(label_color(self.index))
        painter.setBrush(label_color(self.index))
        width = 12.0
        painter.drawRoundedRect(
            QRectF((self.width() - width) / 2, self.height() - 7.5, width, 2.0), 1, 1
        )
        painter.end()
