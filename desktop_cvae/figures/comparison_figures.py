"""Parts shared by figures of several models, and the models' reconstructions of the same digits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.figures.palette import label_color, model_color
from desktop_cvae.figures.plot_style import DPI, Area, PlotStyle, add_text, figure_size

MAX_NAME = 24
"""Characters of a model's name above a picture."""
MAX_NAME_BESIDE = 16
"""Characters of a model's name beside a line or a row."""
ROW_NAME_PX = 156.0
GAP_PX = 6.0
NAME_ABOVE_PX = 22.0
MIN_CELL_PX = 36.0
"""Least side of a digit beside its name; smaller digits stand below their names instead."""


def new_figure(width_px: float, height_px: float) -> Figure:
    """Return an empty figure that pyplot does not know."""
    return Figure(figsize=(width_px / DPI, height_px / DPI), dpi=DPI)


def short_name(name: str, limit: int = MAX_NAME) -> str:
    """Cut a long name in its middle, where names of runs are alike."""
    if len(name) <= limit:
        return name
    head = (limit - 1) // 2
    return f"{name[:head]}…{name[-(limit - 1 - head) :]}"


def model_title(
    figure: Figure,
    point: tuple[float, float],
    name: str,
    index: int,
    style: PlotStyle,
    va: str = "baseline",
) -> None:
    """Write a model's name after a dot in its colour.

    Args:
        figure: where.
        point: of the dot's left edge, in logical pixels from the figure's top left corner.
        name: is cut if it is long.
        index: the model's index among those compared, which chooses the colour.
        style: colours and type.
        va: matplotlib's vertical alignment; ``"center_baseline"`` for names beside rows and lines.
    """
    dot_up = 0.0 if va == "center_baseline" else style.text_px * 0.34
    dot(figure, (point[0] + 5, point[1] - dot_up), model_color(index))
    font = style.font(style.text_px)
    shown = short_name(name, MAX_NAME_BESIDE if va == "center_baseline" else MAX_NAME)
    add_text(figure, (point[0] + 14, point[1]), shown, font, color=style.theme.text, va=va)


def dot(figure: Figure, point: tuple[float, float], color: str) -> None:
    """Draw a dot; ``point`` is in logical pixels from the figure's top left corner."""
    width, height = figure_size(figure)
    x, y = [point[0] / width], [1.0 - point[1] / height]
    marker = Line2D(
        x, y, marker="o", markersize=7, color=color, markeredgewidth=0, linestyle="none"
    )
    marker.set_transform(figure.transFigure)
    figure.add_artist(marker)


def label_legend(figure: Figure, names: Sequence[str], top: float, style: PlotStyle) -> None:
    """Draw a legend of the labels in one row: dots in their colours, names beside them.

    Args:
        figure: where.
        names: of the labels, by index; those that do not fit are left out.
        top: of the row, in logical pixels from the figure's top.
        style: colours and type.
    """
    width, _ = figure_size(figure)
    left = 46.0
    for index, name in enumerate(names):
        needed = 26.0 + style.text_px * 0.62 * len(name)
        if left + needed > width:
            return
        dot(figure, (left, top + 10), label_color(index))
        point = (left + 9, top + 10)
        font = style.font(style.text_px)
        add_text(figure, point, name, font, color=style.theme.text, va="center_baseline")
        left += needed


def draw_reconstructions(
    figure: Figure,
    originals: FloatArray,
    rows: Sequence[tuple[str, FloatArray]],
    style: PlotStyle,
) -> None:
    """Draw the originals in the first row and each model's reconstructions below.

    Args:
        figure: empty, of its final size; see :func:`reconstructions_size`.
        originals: float32, (N, 28, 28), in [0, 1].
        rows: name and reconstructions, (N, 28, 28), of each model.
        style: colours and type.
    """
    figure.set_facecolor(style.theme.surface)
    colors = ink_colors(style)
    axes = canvas_axes(figure)
    layout = _layout(figure, len(originals), len(rows) + 1)
    for row, (name, images) in enumerate([(tr("originals"), originals), *rows]):
        _name_row(figure, layout.name_point(row), name, row, style)
        for column, image in enumerate(images):
            draw_digit(axes, image, layout.area(row, column), colors)


@dataclass(frozen=True)
class _Layout:
    """Layout of rows of digits, each beside its name, or below it where room is scarce."""

    cell: float
    left: float
    above: float

    def area(self, row: int, column: int) -> Area:
        top = row * (self.cell + self.above) + self.above
        side = self.cell - GAP_PX
        return Area(self.left + column * self.cell, top, side, side)

    def name_point(self, row: int) -> tuple[float, float]:
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
    figure: Figure, point: tuple[float, float], name: str, row: int, style: PlotStyle
) -> None:
    if row:
        model_title(figure, point, name, row - 1, style, va="center_baseline")
    else:
        font = style.font(style.text_px)
        add_text(figure, point, name, font, color=style.theme.muted, va="center_baseline")


def reconstructions_size(count: int, models: int, cell_px: float = 62.0) -> tuple[float, float]:
    """Return width and height, in logical pixels, for ``models`` rows of ``count`` digits."""
    return ROW_NAME_PX + count * cell_px, (models + 1) * cell_px


def ink_colors(style: PlotStyle) -> Any:
    """Return a colour map from paper to ink."""
    return LinearSegmentedColormap.from_list("ink", [style.theme.paper, style.theme.ink])


def canvas_axes(figure: Figure) -> Any:
    """Add axes over the whole figure, in logical pixels from the top left corner.

    One for all digits: forty axes would take a third of a second to draw.
    """
    width, height = figure_size(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set(xlim=(0, width), ylim=(height, 0), autoscale_on=False)
    return axes


def draw_digit(axes: Any, image: FloatArray, area: Area, colors: Any) -> None:
    """Draw a picture, float32, (28, 28) or (28, 28, 3), in [0, 1], in a part of the figure.

    Args:
        axes: of :func:`canvas_axes`.
        image: the picture.
        area: where.
        colors: matplotlib's map from [0, 1] to colours; is not asked for one of colours.
    """
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
