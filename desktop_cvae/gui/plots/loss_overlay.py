"""What moves over the loss curves: the epoch under the mouse."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF

from desktop_cvae.figures.loss_curves import LossCurves
from desktop_cvae.figures.loss_figure import curve_colors
from desktop_cvae.gui.plots.figure_canvas import FigureCanvas, Overlay
from desktop_cvae.gui.theme import Theme


class LossOverlay(Overlay):
    """A hair line at one epoch and a dot on each curve.

    Signals:
        epoch_hovered(int | None): the index of the record under the mouse.
    """

    epoch_hovered = Signal(object)

    def __init__(self, canvas: FigureCanvas, theme: Theme) -> None:
        super().__init__(canvas)
        self._theme = theme
        self._curves: LossCurves | None = None
        self._index: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Loss over the epochs")

    @property
    def index(self) -> int | None:
        """The record that is pointed at."""
        return self._index

    def set_curves(self, curves: LossCurves | None) -> None:
        """Take other curves; the mouse's place stays if there is still a record."""
        self._curves = curves
        if curves is None or (self._index is not None and self._index >= len(curves.epochs)):
            self._point_at(None)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hair line and the dots."""
        if self.frame is None or self._curves is None or self._index is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.frame.rect(self.extent)
        epoch = float(self._curves.epochs[self._index])
        x = round(self.frame.to_widget(epoch, 0.0, self.extent).x()) + 0.5
        painter.setPen(QPen(QColor(self._theme.muted), 1))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        curves = (self._curves.train, self._curves.validation)
        for values, color in zip(curves, curve_colors(self._theme), strict=True):
            value = float(values[self._index])
            if math.isfinite(value):
                y = self.frame.to_widget(epoch, value, self.extent).y()
                self._paint_dot(painter, QPointF(x, y), rect, QColor(color))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the nearest epoch."""
        if self.frame is not None and self._curves is not None:
            epoch, _ = self.frame.to_data(event.position(), self.extent)
            self._point_at(self._curves.nearest(epoch))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at none."""
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk over the epochs; other keys are the window's."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or self._curves is None:
            super().keyPressEvent(event)
            return
        last = len(self._curves.epochs) - 1
        index = last if self._index is None else self._index + step
        self._point_at(min(max(index, 0), last))

    def _point_at(self, index: int | None) -> None:
        if index != self._index:
            self._index = index
            self.epoch_hovered.emit(index)
            self.update()

    def _paint_dot(self, painter: QPainter, at: QPointF, rect: QRectF, color: QColor) -> None:
        painter.setPen(QPen(QColor(self._theme.surface), 2))
        painter.setBrush(color)
        if rect.top() <= at.y() <= rect.bottom():
            painter.drawEllipse(at, 5, 5)
            return
        # Beyond the range: an arrow at the edge says where the value is.
        up = at.y() < rect.top()
        edge, way = (rect.top(), 1) if up else (rect.bottom(), -1)
        tip = QPointF(at.x(), edge)
        sides = (QPointF(at.x() + d, edge + way * 9) for d in (-6, 6))
        painter.drawPolygon(QPolygonF([tip, *sides]))
