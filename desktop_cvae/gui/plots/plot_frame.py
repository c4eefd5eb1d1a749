"""Where a plot's data lie on a widget, so that they can be pointed at."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF


@dataclass(frozen=True)
class PlotFrame:
    """A linear map between data and widget coordinates.

    Attributes:
        left: of the axes, as a share of the widget's width.
        top: of the axes, as a share of the widget's height.
        width: of the axes, as a share of the widget's width.
        height: of the axes, as a share of the widget's height.
        x_range: data at the left and right edge.
        y_range: data at the bottom and top edge.
    """

    left: float
    top: float
    width: float
    height: float
    x_range: tuple[float, float]
    y_range: tuple[float, float]

    def rect(self, size: QSizeF) -> QRectF:
        """The axes in a widget of that size, in logical pixels."""
        return QRectF(
            self.left * size.width(),
            self.top * size.height(),
            self.width * size.width(),
            self.height * size.height(),
        )

    def to_widget(self, x: float, y: float, size: QSizeF) -> QPointF:
        """Data → logical pixels."""
        rect = self.rect(size)
        across = (x - self.x_range[0]) / (self.x_range[1] - self.x_range[0])
        up = (y - self.y_range[0]) / (self.y_range[1] - self.y_range[0])
        return QPointF(rect.left() + across * rect.width(), rect.bottom() - up * rect.height())

    def to_data(self, place: QPointF, size: QSizeF) -> tuple[float, float]:
        """Logical pixels → data."""
        rect = self.rect(size)
        across = (place.x() - rect.left()) / max(rect.width(), 1e-9)
        up = (rect.bottom() - place.y()) / max(rect.height(), 1e-9)
        return (
            self.x_range[0] + across * (self.x_range[1] - self.x_range[0]),
            self.y_range[0] + up * (self.y_range[1] - self.y_range[0]),
        )
