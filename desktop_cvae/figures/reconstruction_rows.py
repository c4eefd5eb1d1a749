"""The same digits as several models rebuild them, one row a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from desktop_cvae.core.results import FloatArray
from desktop_cvae.figures.comparison_figures import model_title
from desktop_cvae.figures.plot_style import Area, PlotStyle, add_text, figure_size

ROW_NAME_PX = 156.0
GAP_PX = 6.0
NAME_ABOVE_PX = 22.0
MIN_CELL_PX = 36.0
"""Smaller digits than that beside their names get the whole width, below their names."""


def draw_reconstructions(
    figure: Figure,
    originals: FloatArray,
    rows: Sequence[tuple[str, FloatArray]],
    style: PlotStyle,
) -> None:
    """The originals in the first row, each model's reconstructions below them.

    Args:
        figure: empty, of its final size; see :func:`reconstructions_size`.
        originals: float32, (N, 28, 28), in [0, 1].
        rows: name and reconstructions, (N, 28, 28), of each model.
        style: colours and type.
    """
    figure.set_facecolor(style.theme.surface)
    colors = LinearSegmentedColormap.from_list("ink", [style.theme.paper, style.theme.ink])
    axes = _canvas_axes(figure)
    layout = _layout(figure, len(originals), len(rows) + 1)
    for row, (name, images) in enumerate([("originals", originals), *rows]):
        _name_row(figure, layout.name_place(row), name, row, style)
        for column, image in enumerate(images):
            _draw_digit(axes, image, layout.area(row, column), colors)


@dataclass(frozen=True)
class _Layout:
    """Where rows of digits lie: each after its name, or below it where there is little room."""

    cell: float
    left: float
    above: float

    def area(self, row: int, column: int) -> Area:
        top = row * (self.cell + self.above) + self.above
        side = self.cell - GAP_PX
        return Area(self.left + column * self.cell, top, side, side)

    def name_place(self, row: int) -> tuple[float, float]:
        top = row * (self.cell + self.above)
        return (2.0 if self.above else 14.0), top + (self.above or self.cell) / 2


def _layout(figure: Figure, digits: int, rows: int) -> _Layout:
    width, height = figure_size(figure)
    beside = min((width - ROW_NAME_PX) / digits, height / rows)
    below = min(width / digits, height / rows - NAME_ABOVE_PX)
    if beside < MIN_CELL_PX < below:
        return _Layout(below, 0.0, NAME_ABOVE_PX)
    return _Layout(beside, ROW_NAME_PX, 0.0)


def _name_row(
    figure: Figure, place: tuple[float, float], name: str, row: int, style: PlotStyle
) -> None:
    if row:
        model_title(figure, place, name, row - 1, style, va="center_baseline")
    else:
        font = style.font(style.text_px)
        add_text(figure, place, name, font, color=style.theme.muted, va="center_baseline")


def reconstructions_size(count: int, models: int, cell_px: float = 62.0) -> tuple[float, float]:
    """Width and height in logical pixels that ``models`` rows of ``count`` digits need."""
    return ROW_NAME_PX + count * cell_px, (models + 1) * cell_px


def _canvas_axes(figure: Figure) -> Any:
    """Axes over the whole figure in logical pixels from the top left corner.

    One for all digits: forty axes would take a third of a second to draw.
    """
    width, height = figure_size(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set(xlim=(0, width), ylim=(height, 0), autoscale_on=False)
    return axes


def _draw_digit(axes: Any, image: FloatArray, area: Area, colors: Any) -> None:
    right, bottom = area.left + area.width, area.top + area.height
    axes.imshow(
        np.clip(image, 0.0, 1.0),
        cmap=colors,
        vmin=0.0,
        vmax=1.0,
        extent=(area.left, right, bottom, area.top),
        aspect="auto",
        interpolation="antialiased",
    )
