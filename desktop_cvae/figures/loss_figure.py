"""The still part of the loss panel: two curves with their names at their ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from desktop_cvae.figures.loss_curves import Curve, LossCurves
from desktop_cvae.figures.palette import Palette
from desktop_cvae.figures.plot_style import (
    HAIR_PX,
    Area,
    Margins,
    PlotStyle,
    add_axes,
    style_numbers,
    title_axes,
    whole,
)

STEPS = (1, 2, 5, 10)
NAMES = ("training", "validation")
MARGINS = Margins(left=50, right=78, top=28, bottom=44)
LABEL_DISTANCE_PX = 16.0


def curve_colors(theme: Palette) -> tuple[str, str]:
    """Colours of training and validation."""
    return theme.muted, theme.accent


def draw_loss(
    figure: Figure, curves: LossCurves, style: PlotStyle, area: Area | None = None
) -> Any:
    """Draw both curves and return the axes.

    Args:
        figure: of its final size.
        curves: one term's history.
        style: colours and type.
        area: the part of the figure to fill; None is all of it.
    """
    area = area or whole(figure)
    axes = add_axes(figure, style, MARGINS, area)
    axes.set_xlim(curves.epoch_range())
    axes.set_ylim(curves.value_range())
    axes.grid(axis="y", color=style.theme.border, linewidth=HAIR_PX)
    # A few round numbers; whole epochs only.
    axes.xaxis.set_major_locator(MaxNLocator(6, steps=STEPS, integer=True, min_n_ticks=1))
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=STEPS))
    axes.yaxis.get_major_formatter().set_useOffset(False)
    style_numbers(axes, style)
    widths = (1.6, 2.0)
    lines = (curves.train, curves.validation)
    for values, color, width in zip(lines, curve_colors(style.theme), widths, strict=True):
        axes.plot(curves.epochs, values, color=color, linewidth=width, solid_capstyle="round")
        mark_lone_points(axes, curves.epochs, values, color)
    name_loss_axes(axes, style)
    _name_curves(axes, area, curves, style)
    return axes


def mark_lone_points(axes: Any, epochs: Curve, values: Curve, color: str) -> None:
    """Mark the points without a neighbour, which make no line."""
    good = np.concatenate([[False], np.isfinite(values), [False]])
    lone = good[1:-1] & ~good[:-2] & ~good[2:]
    axes.plot(epochs[lone], values[lone], "o", color=color, markersize=6, clip_on=False)


def name_loss_axes(axes: Any, style: PlotStyle) -> None:
    """The titles of a loss plot that has :data:`MARGINS`."""
    title_axes(axes, style, "epoch", "nats per image", (-MARGINS.left, MARGINS.top - 6))


def _name_curves(axes: Any, area: Area, curves: LossCurves, style: PlotStyle) -> None:
    low, high = axes.get_ylim()
    height_px = area.height - MARGINS.top - MARGINS.bottom
    ends = [last_value(values) for values in (curves.train, curves.validation)]
    shares = [(min(max(end, low), high) - low) / (high - low) for end in ends]
    places = spread([share * height_px for share in shares], LABEL_DISTANCE_PX)
    for name, color, place in zip(NAMES, curve_colors(style.theme), places, strict=True):
        axes.annotate(
            name,
            (1, 0),
            xycoords="axes fraction",
            xytext=(8, place),
            textcoords="offset points",
            va="center",
            color=color,
            fontproperties=style.font(style.text_px),
        )


def spread(places: Sequence[float], distance: float) -> list[float]:
    """Places moved as little as needed to be ``distance`` apart, in their old order.

    Neighbours that are too close form a block around their middle; blocks that then meet
    become one.
    """
    order = sorted(range(len(places)), key=lambda index: places[index])
    blocks: list[list[int]] = []
    for index in order:
        blocks.append([index])
        while len(blocks) > 1 and _meet(blocks[-2], blocks[-1], places, distance):
            last = blocks.pop()
            blocks[-1] += last
    moved = list(places)
    for block in blocks:
        for index, place in zip(block, _places_of(block, places, distance), strict=True):
            moved[index] = place
    return moved


def _meet(lower: list[int], upper: list[int], places: Sequence[float], distance: float) -> bool:
    below, above = (_places_of(block, places, distance) for block in (lower, upper))
    return above[0] - below[-1] < distance


def _places_of(block: list[int], places: Sequence[float], distance: float) -> list[float]:
    middle = sum(places[index] for index in block) / len(block)
    return [middle + (rank - (len(block) - 1) / 2) * distance for rank in range(len(block))]


def last_value(values: Curve) -> float:
    """The last finite value; 0 if there is none."""
    good = values[np.isfinite(values)]
    return float(good[-1]) if len(good) else 0.0
