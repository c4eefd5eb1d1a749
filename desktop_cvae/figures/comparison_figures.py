"""Several models in one picture: their losses, their latent spaces, their reconstructions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from desktop_cvae.core.results import FloatArray, LatentMap
from desktop_cvae.core.training_results import EpochRecord
from desktop_cvae.figures.latent_figure import draw_latent_map
from desktop_cvae.figures.loss_curves import LossCurves, joint_ranges, loss_curves
from desktop_cvae.figures.loss_figure import (
    LABEL_DISTANCE_PX,
    STEPS,
    last_value,
    mark_lone_points,
    name_loss_axes,
    spread,
)
from desktop_cvae.figures.palette import LABEL_COLORS, model_color
from desktop_cvae.figures.plot_style import (
    DPI,
    HAIR_PX,
    Area,
    Margins,
    PlotStyle,
    add_axes,
    add_text,
    figure_size,
    style_numbers,
    whole,
)

LOSS_MARGINS = Margins(left=50, right=128, top=28, bottom=44)
TITLE_PX = 26.0
MAX_NAME = 24
"""Characters of a model's name beside a line or a row."""
ROW_NAME_PX = 132.0
MAP_SHAPE = 1.25
"""A map is at most so much higher than wide: the clouds are round."""
GAP_PX = 6.0

History = tuple[str, tuple[EpochRecord, ...]]
"""A model's name and its records."""


def new_figure(width_px: float, height_px: float) -> Figure:
    """An empty figure, not known to pyplot."""
    return Figure(figsize=(width_px / DPI, height_px / DPI), dpi=DPI)


def short_name(name: str, limit: int = MAX_NAME) -> str:
    """A name cut in its middle, where names of runs are alike."""
    if len(name) <= limit:
        return name
    head = (limit - 1) // 2
    return f"{name[:head]}…{name[-(limit - 1 - head) :]}"


def draw_losses(figure: Figure, histories: Sequence[History], term: str, style: PlotStyle) -> Any:
    """All models' curves over each other: validation as lines, training as fine dots.

    Args:
        figure: empty, of its final size.
        histories: by model; those without records have no curve.
        term: ``"total"``, ``"reconstruction"`` or ``"kl"``.
        style: colours and type.
    """
    drawn = [
        (index, name, loss_curves(records, term))
        for index, (name, records) in enumerate(histories)
        if records
    ]
    axes = add_axes(figure, style, LOSS_MARGINS)
    if drawn:
        x_range, y_range = joint_ranges([curves for _, _, curves in drawn])
        axes.set_xlim(x_range)
        axes.set_ylim(y_range)
    axes.grid(axis="y", color=style.theme.border, linewidth=HAIR_PX)
    axes.xaxis.set_major_locator(MaxNLocator(6, steps=STEPS, integer=True, min_n_ticks=1))
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=STEPS))
    axes.yaxis.get_major_formatter().set_useOffset(False)
    style_numbers(axes, style)
    for index, _, curves in drawn:
        color = model_color(index)
        axes.plot(curves.epochs, curves.train, color=color, linewidth=1.6, linestyle=(0, (1, 2)))
        axes.plot(curves.epochs, curves.validation, color=color, linewidth=2.0)
        mark_lone_points(axes, curves.epochs, curves.validation, color)
    name_loss_axes(axes, style)
    _name_models(figure, axes, [(i, name, curves) for i, name, curves in drawn], style)
    return axes


def draw_latent_maps(
    figure: Figure,
    maps: Sequence[tuple[str, LatentMap]],
    style: PlotStyle,
    below_px: float = 0.0,
) -> None:
    """Latent maps side by side, each under its model's name, at most three a row.

    Args:
        figure: empty, of its final size.
        maps: name and map of each model, one at least.
        style: colours and type.
        below_px: room to leave below them, for a legend.
    """
    columns = min(len(maps), 3)
    rows = math.ceil(len(maps) / columns)
    full = whole(figure)
    width, height = full.width / columns, (full.height - below_px) / rows
    height = min(height, MAP_SHAPE * width)
    for index, (name, latent_map) in enumerate(maps):
        row, column = divmod(index, columns)
        left, top = column * width, row * height
        area = Area(left, top + TITLE_PX, width, height - TITLE_PX)
        draw_latent_map(figure, latent_map, style, None, area)
        _title(figure, (left + 46, top + TITLE_PX - 4), name, index, style)


def label_legend(figure: Figure, names: Sequence[str], top: float, style: PlotStyle) -> None:
    """Dots in the labels' colours with the labels' names beside them, in one row.

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
        _dot(figure, (left, top + 10), LABEL_COLORS[index % len(LABEL_COLORS)])
        place = (left + 9, top + 10)
        font = style.font(style.text_px)
        add_text(figure, place, name, font, color=style.theme.text, va="center_baseline")
        left += needed


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
            _title(figure, (14.0, middle), name, row - 1, style, va="center_baseline")
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


def _name_models(
    figure: Figure, axes: Any, drawn: Sequence[tuple[int, str, LossCurves]], style: PlotStyle
) -> None:
    low, high = axes.get_ylim()
    height_px = figure_size(figure)[1] - LOSS_MARGINS.top - LOSS_MARGINS.bottom
    ends = [min(max(last_value(curves.validation), low), high) for _, _, curves in drawn]
    places = spread([(end - low) / (high - low) * height_px for end in ends], LABEL_DISTANCE_PX)
    right = figure_size(figure)[0] - LOSS_MARGINS.right
    bottom = figure_size(figure)[1] - LOSS_MARGINS.bottom
    for (index, name, _), place in zip(drawn, places, strict=True):
        shown = short_name(name, 14)
        _title(figure, (right + 6, bottom - place), shown, index, style, va="center_baseline")


def _title(
    figure: Figure,
    place: tuple[float, float],
    name: str,
    index: int,
    style: PlotStyle,
    va: str = "baseline",
) -> None:
    """A model's name after a dot in its colour."""
    dot_up = 0.0 if va == "center_baseline" else style.text_px * 0.34
    _dot(figure, (place[0] + 5, place[1] - dot_up), model_color(index))
    font = style.font(style.text_px)
    shown = short_name(name, 16 if va == "center_baseline" else MAX_NAME)
    add_text(figure, (place[0] + 14, place[1]), shown, font, color=style.theme.text, va=va)


def _dot(figure: Figure, place: tuple[float, float], color: str) -> None:
    from matplotlib.lines import Line2D

    width, height = figure_size(figure)
    x, y = [place[0] / width], [1.0 - place[1] / height]
    marker = Line2D(
        x, y, marker="o", markersize=7, color=color, markeredgewidth=0, linestyle="none"
    )
    marker.set_transform(figure.transFigure)
    figure.add_artist(marker)
