"""How much each latent dimension tells: one small bar each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_cvae.gui.theme import Theme, tabular_font

ACTIVE_NATS = 0.01
"""Below it a bar is painted as silent; the count of active units is the training's own."""

MAX_BAR_PX = 22.0
NUMBERS_PX = 16


class LatentBars(QWidget):
    """KL(q ‖ p) of each latent dimension, mean over the validation images, in nats.

    Args:
        theme: the colours.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.values: tuple[float, ...] = ()
        self.setFont(tabular_font(self.font()))
        self.setAccessibleName("KL per latent dimension")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(self, values: Sequence[float]) -> None:
        """Show nats, one for each dimension."""
        self.values = tuple(values)
        spoken = ", ".join(f"{index + 1}: {nats:.2f}" for index, nats in enumerate(self.values))
        self.setAccessibleDescription(spoken)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Low."""
        return QSize(300, 64)

    def minimumSizeHint(self) -> QSize:
        """Bars of two pixels are bars."""
        return QSize(160, 64)

    def bar_rect(self, index: int) -> QRectF:
        """Where the full track of a dimension stands."""
        pitch = min(self.width() / max(1, len(self.values)), MAX_BAR_PX + 4)
        gap = min(4.0, 0.3 * pitch)
        return QRectF(index * pitch, 0, pitch - gap, self.height() - NUMBERS_PX)

    def tip(self, x: float) -> str:
        """The dimension at a place in words."""
        for index, nats in enumerate(self.values):
            rect = self.bar_rect(index)
            if rect.left() <= x <= rect.right() + 2:
                return f"Dimension {index + 1}: {nats:.2f} nats"
        return "KL(q ‖ p) of each latent dimension, mean over the validation digits"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tracks, bars from the ground up, numbers if there is room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = max([*self.values, 1e-6])
        for index, nats in enumerate(self.values):
            track = self.bar_rect(index)
            radius = min(3.0, track.width() / 3)
            painter.setBrush(QColor(self._theme.raised))
            painter.drawRoundedRect(track, radius, radius)
            if nats >= ACTIVE_NATS:
                bar = track.adjusted(0, track.height() * (1 - nats / top), 0, 0)
                painter.setBrush(QColor(self._theme.accent))
                painter.drawRoundedRect(bar, radius, radius)
        self._paint_numbers(painter)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """The tooltip is the bar's."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(event.pos().x()), self)
            return True
        return super().event(event)

    def _paint_numbers(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._theme.muted))
        needed = painter.fontMetrics().horizontalAdvance(str(len(self.values))) + 4
        for index in range(len(self.values)):
            bar = self.bar_rect(index)
            if bar.width() + 4 >= needed:
                box = QRectF(bar.left() - 4, bar.bottom() + 1, bar.width() + 8, NUMBERS_PX)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index + 1))
