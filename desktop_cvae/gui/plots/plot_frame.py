"""The map between a plot's data and a widget's pixels, for pointing at data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF

if TYPE_CHECKING:
    from desktop_cvae.figures.plot_style import Margins


@dataclass(frozen=True)
class PlotFrame:
    """A linear map between data and a widget's logical pixels.

    Attributes:
        rect: the axes on the widget; not empty.
        x_range: data at the left and right edge.
        y_range: data at the bottom and top edge.
    """

    rect: QRectF
    x_range: tuple[float, float]
    y_range: tuple[float, float]

    def to_widget(self, x: float, y: float) -> QPointF:
        """Data → logical pixels."""
        across = (x - self.x_range[0]) / (self.x_range[1] - self.x_range[0])
        up = (y - self.y_range[0]) / (self.y_range[1] - self.y_range[0])
        rect = self.rect
        return QPointF(rect.left() + across * rect.width(), rect.bottom() - up * rect.height())

    def to_data(self, point: QPointF) -> tuple[float, float]:
        """Logical pixels → data."""
        across = (point.x() - self.rect.left()) / self.rect.width()
        up = (self.rect.bottom() - point.y()) / self.rect.height()
        return (
            self.x_range[0] + across * (self.x_range[1] - self.x_range[0]),
            self.y_range[0] + up * (self.y_range[1] - self.y_range[0]),
        )


def axes_rect(size: QSize | QSizeF, margins: Margins) -> QRectF:
    """Return the rectangle of axes with those margins on a widget, at least 10 pixels a side."""
    width = max(10.0, size.width() - margins.left - margins.right)
    height = max(10.0, size.height() - margins.top - margins.bottom)
    return QRectF(margins.left, margins.top, width, height)
