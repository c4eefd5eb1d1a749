"""The still part of the loss panel: two curves with their names at their ends."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from desktop_cvae.gui.plots.loss_curves import Curve, LossCurves
from desktop_cvae.gui.plots.style import DPI, HAIR_PX, Margins, PlotStyle, add_axes, style_numbers
from desktop_cvae.gui.theme import Theme

STEPS = (1, 2, 5, 10)
NAMES = ("training", "validation")
MARGINS = Margins(left=50, right=78, top=28, bottom=44)
LABEL_DISTANCE_PX = 16.0


def curve_colors(theme: Theme) -> tuple[str, str]:
    """Colours of training and validation."""
    return theme.muted, theme.accent


def draw_loss(figure: Figure, curves: LossCurves, style: PlotStyle) -> Any:
    """Draw both curves and return the axes.

    Args:
        figure: empty, of its final size.
        curves: one term's history.
        style: colours and type.
    """
    axes = add_axes(figure, style, MARGINS)
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
        _mark_lone_points(axes, curves.epochs, values, color)
    _name_axes(axes, style)
    _name_curves(axes, figure, curves, style)
    return axes


def _mark_lone_points(axes: Any, epochs: Curve, values: Curve, color: str) -> None:
    """A point without a neighbour would make no line."""
    good = np.concatenate([[False], np.isfinite(values), [False]])
    lone = good[1:-1] & ~good[:-2] & ~good[2:]
    axes.plot(epochs[lone], values[lone], "o", color=color, markersize=6, clip_on=False)


def _name_axes(axes: Any, style: PlotStyle) -> None:
    font = style.font(style.text_px)
    axes.set_xlabel("epoch", color=style.theme.muted, fontproperties=font, labelpad=6)
    axes.annotate(
        "nats per image",
        (0, 1),
        xycoords="axes fraction",
        xytext=(-MARGINS.left, MARGINS.top - 6),
        textcoords="offset points",
        va="top",
        color=style.theme.muted,
        fontproperties=font,
    )


def _name_curves(axes: Any, figure: Figure, curves: LossCurves, style: PlotStyle) -> None:
    low, high = axes.get_ylim()
    height_px = float(figure.get_size_inches()[1]) * DPI - MARGINS.top - MARGINS.bottom
    ends = [_last(values) for values in (curves.train, curves.validation)]
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


def spread(places: list[float], distance: float) -> list[float]:
    """Two places, pushed apart around their middle until they are ``distance`` apart."""
    first, second = places
    if abs(first - second) >= distance:
        return places
    middle = (first + second) / 2
    half = distance / 2 if first > second else -distance / 2
    return [middle + half, middle - half]


def _last(values: Curve) -> float:
    good = values[np.isfinite(values)]
    return float(good[-1]) if len(good) else 0.0
