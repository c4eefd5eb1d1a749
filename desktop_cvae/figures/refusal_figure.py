"""Refusals: which share of digits, and of what is none, scores under a threshold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
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
from desktop_cvae.inference.digit_score import Numbers
from desktop_cvae.inference.refusals import Refusals, share_under

MARGINS = Margins(left=54, right=16, top=34, bottom=48)
LEGEND_PX = 250.0
ROW_PX = 19.0
DASHES = (0, (4, 2.5))
ODDS = 12.0
"""Scores further out than this are drawn at the edge."""


@dataclass(frozen=True, eq=False)
class RefusalCurves:
    """One model's curves.

    Attributes:
        index: its place among those compared, which chooses the colour.
        name: of it.
        found: its digit scores.
        threshold: the operating point: what scores less is refused.
    """

    index: int
    name: str
    found: Refusals
    threshold: float


def draw_refusals(
    figure: Figure, curves: Sequence[RefusalCurves], refuse: float, style: PlotStyle
) -> Any:
    """Draw the shares over the threshold, digits in lines, others dashed; the legend beside.

    Args:
        figure: empty, of its final size.
        curves: of one or several models.
        refuse: the share of digits that may be refused at the operating points.
        style: colours and type.
    """
    width, height = figure_size(figure)
    axes = add_axes(figure, style, MARGINS, Area(0, 0, width - LEGEND_PX, height))
    left = width - LEGEND_PX + 8
    for row, one in enumerate(curves):
        color = model_color(one.index)
        for scores, dashes in ((one.found.digits, "-"), (one.found.others, DASHES)):
            if len(scores):
                _draw_curve(axes, scores, one.threshold, color, dashes)
        _tell(figure, (left, MARGINS.top + 8 + 4.4 * ROW_PX * row), one, refuse, style)
    _finish(axes, style)
    return axes


def _draw_curve(axes: Any, scores: Numbers, threshold: float, color: str, dashes: Any) -> None:
    ranked = np.sort(np.clip(scores, -ODDS, ODDS))
    shares = 100 * np.arange(1, len(ranked) + 1) / len(ranked)
    # A staircase of thousands of steps is a line of as many points: some hundreds are enough.
    chosen = np.unique(np.linspace(0, len(ranked) - 1, 400).astype(int))
    x = np.concatenate([[-ODDS], ranked[chosen], [ODDS]])
    y = np.concatenate([[0.0], shares[chosen], [100.0]])
    axes.plot(x, y, color=color, linewidth=1.6, linestyle=dashes)
    if np.isfinite(threshold):
        at = min(max(threshold, -ODDS), ODDS)
        axes.axvline(at, color=color, linewidth=HAIR_PX, linestyle=(0, (2, 2)))
        under = 100 * share_under(scores, threshold)
        axes.plot([at], [under], color=color, marker="o", markersize=6, clip_on=False)


def _tell(
    figure: Figure, place: tuple[float, float], one: RefusalCurves, refuse: float, style: PlotStyle
) -> None:
    """Name, operating point, AUC."""
    model_title(figure, place, short_name(one.name, 22), one.index, style, va="center_baseline")
    digits, others = one.found.refused(one.threshold)
    lines = [
        f"where {100 * refuse:g} % of digits may be refused:",
        f"{100 * digits:.2f} % of these",
    ]
    if others is not None:
        lines[-1] += f", {100 * others:.1f} % of others"
        lines.append(f"AUC {one.found.auc:.4f}")
    font, muted = style.font(style.tick_px), style.theme.muted
    for number, text in enumerate(lines, 1):
        below = (place[0] + 14, place[1] + number * ROW_PX)
        add_text(figure, below, text, font, color=muted, va="center_baseline")


def _finish(axes: Any, style: PlotStyle) -> None:
    axes.set_xlim(-ODDS, ODDS)
    axes.set_ylim(0, 100)
    axes.xaxis.set_major_locator(FixedLocator([-12, -8, -4, 0, 4, 8, 12]))
    axes.yaxis.set_major_locator(FixedLocator([0, 20, 40, 60, 80, 100]))
    axes.grid(color=style.theme.border, linewidth=HAIR_PX)
    style_numbers(axes, style)
    across = "threshold on the score, log odds of “digit”"
    title_axes(axes, style, across, "refused, %", MARGINS.corner)
