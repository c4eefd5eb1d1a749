"""Accuracy over growing trouble: a curve a model, what others reached in dashes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from desktop_cvae.figures.comparison_figures import short_name
from desktop_cvae.figures.loss_figure import LABEL_DISTANCE_PX, STEPS, spread
from desktop_cvae.figures.palette import model_color
from desktop_cvae.figures.plot_style import (
    HAIR_PX,
    Margins,
    PlotStyle,
    add_axes,
    figure_size,
    style_numbers,
    title_axes,
)
from desktop_cvae.inference.sweeps import Sweep, SweepPoint

MARGINS = Margins(left=54, right=150, top=34, bottom=48)
DASHES = (0, (5, 3))
Curves = Sequence[tuple[int, str, Sequence[SweepPoint]]]
"""A model's place among those compared, its name, its points so far."""


def draw_sweep(figure: Figure, sweep: Sweep, curves: Curves, style: PlotStyle) -> Any:
    """Draw all curves and return the axes.

    Args:
        figure: empty, of its final size.
        sweep: what was done to the pictures; its references are drawn in dashes.
        curves: those without points are left out.
        style: colours and type.
    """
    axes = add_axes(figure, style, MARGINS)
    drawn = [curve for curve in curves if curve[2]]
    ends = [_draw_curve(axes, *curve) for curve in drawn]
    names = [short_name(name, 15) for _, name, _ in drawn]
    colors = [model_color(index) for index, _, _ in drawn]
    for reference in sweep.references:
        values = [100 * share for share in reference.accuracies]
        axes.plot(
            reference.levels,
            values,
            color=style.theme.muted,
            linestyle=DASHES,
            linewidth=1.4,
            marker="o",
            markersize=3.5,
            label=reference.source,
        )
        ends.append(values[-1])
        names.append(reference.name)
        colors.append(style.theme.muted)
    _finish(axes, sweep, style)
    _name_ends(axes, figure, ends, names, colors, style)
    return axes


def _draw_curve(axes: Any, index: int, _name: str, points: Sequence[SweepPoint]) -> float:
    levels, shares = zip(*((point.level, 100 * point.accuracy) for point in points), strict=True)
    axes.plot(
        levels,
        shares,
        color=model_color(index),
        linewidth=2.0,
        marker="o",
        markersize=5,
        clip_on=False,
    )
    return float(shares[-1])


def _finish(axes: Any, sweep: Sweep, style: PlotStyle) -> None:
    low, _ = axes.get_ylim()
    axes.set_ylim(max(0.0, min(low, 90.0)), 100.0)
    step = sweep.levels[-1]
    axes.set_xlim(-0.02 * step, 1.02 * step)
    axes.grid(axis="y", color=style.theme.border, linewidth=HAIR_PX)
    axes.xaxis.set_major_locator(FixedLocator(list(sweep.levels)))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=STEPS))
    style_numbers(axes, style)
    title_axes(axes, style, sweep.title, "read right, %", MARGINS.corner)


def _name_ends(
    axes: Any,
    figure: Figure,
    ends: Sequence[float],
    names: Sequence[str],
    colors: Sequence[str],
    style: PlotStyle,
) -> None:
    low, high = axes.get_ylim()
    height_px = figure_size(figure)[1] - MARGINS.top - MARGINS.bottom
    shares = [(min(max(end, low), high) - low) / (high - low) for end in ends]
    places = spread([share * height_px for share in shares], LABEL_DISTANCE_PX)
    for name, color, place in zip(names, colors, places, strict=True):
        axes.annotate(
            name,
            (1, 0),
            xycoords="axes fraction",
            xytext=(10, place),
            textcoords="offset points",
            va="center",
            color=color,
            fontproperties=style.font(style.text_px),
            parse_math=False,
        )
