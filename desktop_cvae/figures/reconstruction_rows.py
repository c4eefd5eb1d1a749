"""The same digits as several models rebuild them, one row a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from desktop_cvae.core.results import FloatArray
from desktop_cvae.figures.comparison_figures import model_title
from desktop_cvae.figures.plot_style import Area, PlotStyle, add_text, figure_size

ROW_NAME_PX = 156.0
GAP_PX = 6.0


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
    all_rows = [("originals", originals), *rows]
    width, height = figure_size(figure)
    cell = min((width - ROW_NAME_PX) / len(originals), height / len(all_rows))
    for row, (name, images) in enumerate(all_rows):
        middle = (row + 0.5) * cell
        if row:
            model_title(figure, (14.0, middle), name, row - 1, style, va="center_baseline")
        else:
            font = style.font(style.text_px)
            place = (14.0, middle)
            add_text(figure, place, name, font, color=style.theme.muted, va="center_baseline")
        for column, image in enumerate(images):
            left = ROW_NAME_PX + column * cell
            area = Area(left, row * cell, cell - GAP_PX, cell - GAP_PX)
            _draw_digit(axes, image, area, colors)


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
