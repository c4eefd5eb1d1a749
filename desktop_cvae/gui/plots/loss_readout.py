"""One epoch's exact values, always at the same place."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.figures.loss_figure import NAMES, curve_colors
from desktop_cvae.gui.theme import Theme, tabular_font

HEIGHT_PX = 24
DOT_PX = 8
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class LossReadout(QWidget):
    """Epoch, training and validation value in three columns that do not move."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._epoch = 0
        self._values = (math.nan, math.nan)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Values of the epoch")

    @property
    def text(self) -> str:
        """What is shown, as one line."""
        parts = (f"{n} {_number(v)}" for n, v in zip(NAMES, self._values, strict=True))
        return ", ".join((f"epoch {self._epoch}", *parts))

    def set_values(self, epoch: int, train: float, validation: float) -> None:
        """Set the epoch and its two values in nats per image; NaN shows a dash."""
        self._epoch, self._values = epoch, (train, validation)
        self.setAccessibleDescription(self.text)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(300, HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The three columns."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(tabular_font(self.font()))
        advance = painter.fontMetrics().horizontalAdvance
        x = self._paint_pair(painter, 0.0, "epoch", str(self._epoch), advance("0000"))
        for name, color, value in zip(NAMES, curve_colors(self._theme), self._values, strict=True):
            x += 20
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(color))
            painter.drawEllipse(QRectF(x, (HEIGHT_PX - DOT_PX) / 2, DOT_PX, DOT_PX))
            x = self._paint_pair(painter, x + DOT_PX + 6, name, _number(value), advance("000.00"))

    def _paint_pair(
        self, painter: QPainter, x: float, name: str, number: str, room_px: int
    ) -> float:
        """Paint a name and a number flush right in its room; return where they end."""
        width = painter.fontMetrics().horizontalAdvance(name)
        # Absolute: the columns keep their places in every direction of writing.
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        left, right = (middle | side for side in (_LEFT, _RIGHT))
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(QRectF(x, 0, width + 1, HEIGHT_PX), left, name)
        painter.setPen(QColor(self._theme.text))
        room = QRectF(x + width + 6, 0, room_px, HEIGHT_PX)
        painter.drawText(room, right, number)
        return room.right()


def _number(value: float) -> str:
    return f"{value:.2f}" if math.isfinite(value) else "—"
