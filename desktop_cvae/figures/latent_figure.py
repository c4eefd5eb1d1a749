"""The still part of the latent map: the encoded test digits, of one model or of several."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from desktop_cvae.core.language import number, tr
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.figures.comparison_figures import model_title
from desktop_cvae.figures.palette import LABEL_COLORS
from desktop_cvae.figures.plot_style import (
    HAIR_PX,
    Area,
    Margins,
    PlotStyle,
    add_axes,
    style_numbers,
    whole,
)

MARGINS = Margins(left=46, right=14, top=8, bottom=44)
NARROW_MARGINS = Margins(left=46, right=14, top=8, bottom=62)
NARROW_EM = 34.0
"""Widths in sizes of the text below which the title of the x axis needs two lines."""
ALPHA = 0.6
FAINT_ALPHA = 0.14
TAIL = 0.002
"""Share of the points at each side that may lie outside, so that strays do not squash the rest."""


def draw_latent_map(
    figure: Figure,
    latent_map: LatentMap,
    style: PlotStyle,
    highlighted: int | None,
    area: Area | None = None,
) -> Any:
    """Draw the points, the axes through the origin and the titles; return the axes.

    Args:
        figure: of its final size.
        latent_map: its points may be few, equal or not finite.
        style: colours and type.
        highlighted: the label that stands out, or None for all alike.
        area: the part of the figure to fill; None is all of it.
    """
    area = area or whole(figure)
    width, height = area.width, area.height
    titles = axis_titles(latent_map)
    is_narrow = width < NARROW_EM * style.text_px and " — " in titles[0]
    margins = NARROW_MARGINS if is_narrow else MARGINS
    axes = add_axes(figure, style, margins, area)
    points, labels = finite_points(latent_map)
    across = max(10.0, width - margins.left - margins.right)
    up = max(10.0, height - margins.top - margins.bottom)
    x_range, y_range = equal_ranges(points, across / up)
    axes.set_xlim(x_range)
    axes.set_ylim(y_range)
    for line in (axes.axhline, axes.axvline):
        line(0, color=style.theme.border, linewidth=HAIR_PX, zorder=0)
    _scatter(axes, points, labels, style, highlighted)
    x_title = titles[0].replace(" — ", "\n") if is_narrow else titles[0]
    _label_axes(axes, (x_title, titles[1]), style)
    return axes


def finite_points(latent_map: LatentMap) -> tuple[FloatArray, IntArray]:
    """The points that have a place, and their labels."""
    good = np.isfinite(latent_map.points).all(axis=1)
    return latent_map.points[good], latent_map.labels[good]


def equal_ranges(
    points: FloatArray, ratio: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Ranges of x and y with the same scale that hold nearly all points.

    Args:
        points: float32, (N, 2), finite; N may be 0.
        ratio: width over height of the axes, > 0.
    """
    center, half = np.zeros(2), np.ones(2)
    if len(points):
        low, high = np.quantile(points.astype(np.float64), (TAIL, 1 - TAIL), axis=0)
        center = (low + high) / 2
        half = (high - low) / 2
    # One point, or all alike: a window of a tenth of a standard deviation is the least.
    half = np.maximum(half * 1.12, 0.1)
    half_height = max(half[1], half[0] / ratio)
    half_width = half_height * ratio
    return (
        (float(center[0] - half_width), float(center[0] + half_width)),
        (float(center[1] - half_height), float(center[1] + half_height)),
    )


def _scatter(
    axes: Any, points: FloatArray, labels: IntArray, style: PlotStyle, highlighted: int | None
) -> None:
    # In a fixed random order, so that no class lies on top of all others.
    order = np.random.default_rng(0).permutation(len(points))
    chosen = labels[order] == highlighted
    groups = [(order, ALPHA)]
    if highlighted is not None:
        groups = [(order[~chosen], FAINT_ALPHA), (order[chosen], 0.85)]
    diameter_px = float(np.clip(3.6 - len(points) / 8000, 2.2, 3.6))
    for zorder, (indices, alpha) in enumerate(groups, start=1):
        colors = [LABEL_COLORS[k % len(LABEL_COLORS)] for k in labels[indices].tolist()]
        if alpha == FAINT_ALPHA:
            colors = [style.theme.muted] * len(indices)
        axes.scatter(
            points[indices, 0],
            points[indices, 1],
            s=diameter_px**2,
            c=colors,
            alpha=alpha,
            linewidths=0,
            zorder=zorder,
            rasterized=True,
        )


def _label_axes(axes: Any, titles: tuple[str, str], style: PlotStyle) -> None:
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(5, steps=(1, 2, 5, 10)))
    style_numbers(axes, style)
    font = style.font(style.text_px)
    axes.set_xlabel(titles[0], color=style.theme.muted, fontproperties=font, labelpad=6)
    axes.set_ylabel(titles[1], color=style.theme.muted, fontproperties=font, labelpad=4)


def axis_titles(latent_map: LatentMap) -> tuple[str, str]:
    """What the two axes are."""
    plane = latent_map.plane
    if plane.dimensions is not None:
        first, second = plane.dimensions
        names = (tr("latent dimension {place}", place=at + 1) for at in (first, second))
        return next(names), next(names)
    if np.isfinite(plane.explained):
        percent = number(100 * plane.explained, ".0f")
        held = tr(
            "principal direction 1 — these two hold {percent} % of the variance", percent=percent
        )
    else:
        held = tr("principal direction 1 — these two hold a part of the variance")
    return held, tr("principal direction 2")


TITLE_PX = 26.0
MAP_SHAPE = 1.25
"""A map is at most so much higher than wide: the clouds are round."""


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
        model_title(figure, (left + 46, top + TITLE_PX - 4), name, index, style)
