"""A label's button: the digit over a stroke of its colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from desktop_cvae.gui.theme import label_color

MIN_WIDTH = 20
MAX_TEXT = 120


class LabelButton(QToolButton):
    """Chooses one label.

    Args:
        index: the label's index.
        name: the label's name.
    """

    def __init__(self, index: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.index = index
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(name, Qt.TextElideMode.ElideRight, MAX_TEXT))
        width = metrics.horizontalAdvance(self.text()) + 12
        self._least = MIN_WIDTH if len(name) <= 2 else max(MIN_WIDTH, width)
        self.setCheckable(True)
        self.setObjectName(f"label_{name}")
        self.setAccessibleName(f"Label {name}")
        key = f" ({index})" if index < 10 else ""
        self.setToolTip(f"Read, reconstruct and write as {name}{key}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("QToolButton { min-width: 14px; padding: 2px 0 6px 0; }")

    def sizeHint(self) -> QSize:
        """Narrow: ten digits stand in a row."""
        return QSize(self._least + 4, 34)

    def minimumSizeHint(self) -> QSize:
        """As narrow as a digit, or as the name needs."""
        return QSize(self._least, 34)

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
