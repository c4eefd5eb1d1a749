"""The base of widgets that paint themselves: size hints, and pictures in the theme's colours.

Tested in tests/gui/widgets/test_digit_view.py.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from desktop_cvae.gui.theme import current_theme


class PaintedView(QWidget):
    """A widget without a layout, which its subclass paints.

    Attributes:
        SIZE, LEAST_SIZE: its size hints.
    """

    SIZE = LEAST_SIZE = QSize()

    def sizeHint(self) -> QSize:
        return self.SIZE

    def minimumSizeHint(self) -> QSize:
        return self.LEAST_SIZE

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self.draw()
        super().changeEvent(event)

    def draw(self) -> None:
        """Draw the pictures that are kept for painting, in the theme's colours."""


def paint_message(painter: QPainter, area: QRect, text: str) -> None:
    """Paint a sentence in the middle of an area that has nothing else to show."""
    painter.setPen(QColor(current_theme().muted))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
