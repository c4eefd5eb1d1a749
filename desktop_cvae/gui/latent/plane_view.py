"""The visible part of a latent map's plane, and its points as text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QSize

from desktop_cvae.core.language import number, tr
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.figures.latent_figure import MARGINS, equal_ranges, finite_points
from desktop_cvae.gui.latent.latent_jobs import Point
from desktop_cvae.gui.plots.plot_frame import PlotFrame, axes_rect


@dataclass(frozen=True)
class PlaneView:
    """The part of the plane that is seen; both axes have one scale.

    Attributes:
        x, y: in the middle, in the plane's coordinates.
        unit_px: logical pixels a unit.
    """

    x: float
    y: float
    unit_px: float

    def frame(self, size: QSize) -> PlotFrame:
        rect = axes_rect(size, MARGINS)
        across, up = rect.width() / self.unit_px / 2, rect.height() / self.unit_px / 2
        return PlotFrame(rect, (self.x - across, self.x + across), (self.y - up, self.y + up))

    def zoomed(self, factor: float, at: Point) -> PlaneView:
        """Return the view zoomed by a factor; ``at`` stays where it is on the screen."""
        x, y = (at[0] + (self.x - at[0]) / factor, at[1] + (self.y - at[1]) / factor)
        return PlaneView(x, y, self.unit_px * factor)

    def moved(self, right_px: float, down_px: float) -> PlaneView:
        return PlaneView(
            self.x - right_px / self.unit_px, self.y + down_px / self.unit_px, self.unit_px
        )


def whole_view(latent_map: LatentMap | None, size: QSize) -> PlaneView:
    """Return the view that nearly all points fill."""
    rect = axes_rect(size, MARGINS)
    points = np.zeros((0, 2), np.float32) if latent_map is None else finite_points(latent_map)[0]
    (left, right), (bottom, top) = equal_ranges(points, rect.width() / rect.height())
    return PlaneView((left + right) / 2, (bottom + top) / 2, rect.width() / (right - left))


def signed(value: float, digits: int = 2) -> str:
    """Format a number with a real minus sign."""
    return number(round(value, digits) + 0.0, f".{digits}f").replace("-", "−")


def caption(point: Point) -> str:
    """Format a point of the plane."""
    return tr("{x}, {y}", x=signed(point[0]), y=signed(point[1]))


def circle(middle: Point, radius: float) -> list[Point]:
    """Return points on a circle."""
    angles = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    points = radius * np.stack([np.cos(angles), np.sin(angles)], axis=1) + middle
    return [(x, y) for x, y in points.tolist()]
