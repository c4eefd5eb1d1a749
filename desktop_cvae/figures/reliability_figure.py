"""The reliability diagram: how often answers of a probability are right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator

from desktop_cvae.figures.comparison_figures import model_title, short_name
from desktop_cvae.figures.palette import model_color
from desktop_cvae.figures.plot_style import (
    HAIR_PX,
    Area,
    Margins,
    PlotStyle,
    add_axes,
    add_text,
    figure_size,
    style_numbers,
    title_axes,
)
from desktop_cvae.inference.reliability import Reliability

MARGINS = Margins(left=54, right=16, top=34, bottom=48)
LEGEND_PX = 210.0
ROW_PX = 22.0
LEAST_DOT, MOST_DOT = 14.0, 150.0
Diagrams = Sequence[tuple[int, str, Reliability]]
"""A model's place among those compared, its name, its bins."""


def draw_reliability(figure: Figure, diagrams: Diagrams, style: PlotStyle) -> Any:
    """Draw the diagrams over each other, a legend with each calibration error beside them.

    The larger a dot, the more answers lie in its bin: on the diagonal, probabilities are
    what they say.

    Args:
        figure: empty, of its final size.
        diagrams: of one or several models.
        style: colours and type.
    """
    width, height = figure_size(figure)
    side = min(width - LEGEND_PX, height)
    axes = add_axes(figure, style, MARGINS, Area(0, 0, side, side))
    axes.plot([0, 100], [0, 100], color=style.theme.muted, linewidth=HAIR_PX, linestyle=(0, (5, 3)))
    for index, _, found in diagrams:
        confidence, accuracy, counts = found.points()
        color = model_color(index)
        # Bins of one or two answers jump; the line only leads the eye from dot to dot.
        axes.plot(100 * confidence, 100 * accuracy, color=color, linewidth=1.2, alpha=0.4)
        share = counts / max(counts.sum(), 1)
        sizes = LEAST_DOT + (MOST_DOT - LEAST_DOT) * share
        axes.scatter(100 * confidence, 100 * accuracy, s=sizes, color=color, clip_on=False)
    _finish(axes, style)
    for row, (index, name, found) in enumerate(diagrams):
        place = (side + 8, MARGINS.top + 8 + 2.1 * ROW_PX * row)
        model_title(figure, place, short_name(name, 22), index, style, va="center_baseline")
        text = f"calibration error {100 * found.error:.2f} %"
        below = (place[0] + 14, place[1] + 0.85 * ROW_PX)
        muted = style.theme.muted
        add_text(figure, below, text, style.font(style.tick_px), color=muted, va="center_baseline")
    return axes


def _finish(axes: Any, style: PlotStyle) -> None:
    axes.set_xlim(0, 100)
    axes.set_ylim(0, 100)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(FixedLocator([0, 20, 40, 60, 80, 100]))
    axes.grid(color=style.theme.border, linewidth=HAIR_PX)
    style_numbers(axes, style)
    title_axes(axes, style, "probability given, %", "right, %", MARGINS.corner)
