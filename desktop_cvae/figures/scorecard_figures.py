"""The scorecard's plots: −ELBO in its two parts, reliability, rejection, accuracy under corruption.

One bar or curve for each model; published results are dashed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from desktop_cvae.core.language import number, tr
from desktop_cvae.core.results import DoubleArray
from desktop_cvae.evaluation.corruption_curves import Corruption, CurvePoint
from desktop_cvae.evaluation.published_values import NEG_ELBOS_NATS
from desktop_cvae.evaluation.rejection import RejectionScores, fraction_below
from desktop_cvae.evaluation.scorecard import Reliability
from desktop_cvae.figures.comparison_figures import model_title, short_name
from desktop_cvae.figures.loss_figure import LABEL_DISTANCE_PX, STEPS, spread
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

ELBO_MARGINS = Margins(left=150, right=32, top=58, bottom=48)
BAR = 0.52
MOST_ROW_PX = 62.0
FADED = 0.45
Bars = Sequence[tuple[int, str, float, float]]
"""A model's index, its name, reconstruction and KL in nats."""

RELIABILITY_MARGINS = Margins(left=54, right=16, top=34, bottom=48)
RELIABILITY_LEGEND_PX = 210.0
RELIABILITY_ROW_PX = 22.0
LEAST_DOT, MOST_DOT = 14.0, 150.0
Diagrams = Sequence[tuple[int, str, Reliability]]
"""A model's index among those compared, its name, its bins."""
REJECTION_MARGINS = Margins(left=54, right=16, top=34, bottom=48)
REJECTION_LEGEND_PX = 250.0
REJECTION_ROW_PX = 19.0
REJECTION_DASHES = (0, (4, 2.5))
ODDS = 12.0
"""Log odds beyond which scores are drawn at the edge."""
CURVE_MARGINS = Margins(left=54, right=150, top=34, bottom=48)
SWEEP_DASHES = (0, (5, 3))
Curves = Sequence[tuple[int, str, Sequence[CurvePoint]]]
"""A model's index among those compared, its name, its points so far."""


def draw_elbo(figure: Figure, bars: Bars, style: PlotStyle) -> Any:
    """Draw a row for each model and return the axes.

    Args:
        figure: empty, of its final size.
        bars: reconstruction first, KL after it.
        style: colours and type.
    """
    room = figure.get_size_inches()[1] * 72 - ELBO_MARGINS.top - ELBO_MARGINS.bottom
    # Few models stand at the top instead of in very thick bars.
    rows = max(len(bars), room / MOST_ROW_PX)
    axes = add_axes(figure, style, ELBO_MARGINS)
    axes.set_ylim(rows - 0.5, -0.5)
    for row, (index, _, reconstruction, kl) in enumerate(bars):
        color = model_color(index)
        faded = tuple(
            FADED * part + (1 - FADED) * ground
            for part, ground in zip(to_rgb(color), to_rgb(style.theme.surface), strict=True)
        )
        axes.barh(row, reconstruction, BAR, color=color)
        axes.barh(row, kl, BAR, left=reconstruction, color=faded)
        _write(axes, row, reconstruction + kl, number(reconstruction + kl, ".1f"), style)
    most = max([sum(bar[2:]) for bar in bars] + [one.value for one in NEG_ELBOS_NATS])
    axes.set_xlim(0, 1.08 * most)
    _draw_references(axes, style)
    _finish_elbo(axes, bars, style)
    return axes


def _write(axes: Any, row: int, value: float, text: str, style: PlotStyle) -> None:
    axes.annotate(
        text,
        (value, row),
        xytext=(6, 0),
        textcoords="offset points",
        va="center",
        color=style.theme.text,
        fontproperties=style.font(style.text_px),
    )


def _draw_references(axes: Any, style: PlotStyle) -> None:
    # Each name away from its neighbour, so that they do not meet in a narrow plot.
    for published, side in zip(NEG_ELBOS_NATS, ("right", "left"), strict=True):
        value = published.value
        axes.axvline(value, color=style.theme.muted, linewidth=1.2, linestyle=(0, (5, 3)), zorder=0)
        axes.annotate(
            f"{tr(published.name)}\n{number(value, '.1f')}",
            (value, 1),
            xycoords=("data", "axes fraction"),
            xytext=(3 if side == "right" else -3, 4),
            textcoords="offset points",
            ha=side,
            color=style.theme.muted,
            fontproperties=style.font(style.tick_px),
        )


def _finish_elbo(axes: Any, bars: Bars, style: PlotStyle) -> None:
    axes.set_yticks(range(len(bars)), [short_name(name, 18) for _, name, _, _ in bars])
    axes.grid(axis="x", color=style.theme.border, linewidth=HAIR_PX)
    axes.xaxis.set_major_locator(MaxNLocator(6, steps=STEPS))
    style_numbers(axes, style)
    axes.yaxis.set_tick_params(labelcolor=style.theme.text)
    title = tr("nats per image: reconstruction (full colour), KL divergence (faded)")
    title_axes(axes, style, title)


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
    side = min(width - RELIABILITY_LEGEND_PX, height)
    axes = add_axes(figure, style, RELIABILITY_MARGINS, Area(0, 0, side, side))
    axes.plot([0, 100], [0, 100], color=style.theme.muted, linewidth=HAIR_PX, linestyle=(0, (5, 3)))
    for index, _, found in diagrams:
        confidence, accuracy, counts = found.points()
        color = model_color(index)
        # Bins of one or two answers jump; the line only leads the eye from dot to dot.
        axes.plot(100 * confidence, 100 * accuracy, color=color, linewidth=1.2, alpha=0.4)
        share = counts / max(counts.sum(), 1)
        sizes = LEAST_DOT + (MOST_DOT - LEAST_DOT) * share
        axes.scatter(100 * confidence, 100 * accuracy, s=sizes, color=color, clip_on=False)
    _finish_reliability(axes, style)
    for row, (index, name, found) in enumerate(diagrams):
        point = (side + 8, RELIABILITY_MARGINS.top + 8 + 2.1 * RELIABILITY_ROW_PX * row)
        model_title(figure, point, short_name(name, 22), index, style, va="center_baseline")
        text = tr("calibration error {percent} %", percent=number(100 * found.error, ".2f"))
        below = (point[0] + 14, point[1] + 0.85 * RELIABILITY_ROW_PX)
        muted = style.theme.muted
        add_text(figure, below, text, style.font(style.tick_px), color=muted, va="center_baseline")
    return axes


def _finish_reliability(axes: Any, style: PlotStyle) -> None:
    axes.set_xlim(0, 100)
    axes.set_ylim(0, 100)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(FixedLocator([0, 20, 40, 60, 80, 100]))
    axes.grid(color=style.theme.border, linewidth=HAIR_PX)
    style_numbers(axes, style)
    title_axes(axes, style, tr("probability given, %"), tr("right, %"), RELIABILITY_MARGINS.corner)


@dataclass(frozen=True, eq=False)
class RejectionCurves:
    """One model's curves.

    Attributes:
        index: its index among those compared, which chooses the colour.
        name: of it.
        found: its digit scores.
        threshold: the operating point: lower scores are rejected.
    """

    index: int
    name: str
    found: RejectionScores
    threshold: float


def draw_rejection_curves(
    figure: Figure, curves: Sequence[RejectionCurves], false_rejection_rate: float, style: PlotStyle
) -> Any:
    """Draw rejected fractions over the threshold: digits in lines, others dashed, a legend.

    Args:
        figure: empty, of its final size.
        curves: of one or several models.
        false_rejection_rate: the fraction of digits that may be rejected at the operating points.
        style: colours and type.
    """
    width, height = figure_size(figure)
    axes = add_axes(
        figure, style, REJECTION_MARGINS, Area(0, 0, width - REJECTION_LEGEND_PX, height)
    )
    left = width - REJECTION_LEGEND_PX + 8
    for row, one in enumerate(curves):
        color = model_color(one.index)
        for scores, dashes in ((one.found.digits, "-"), (one.found.others, REJECTION_DASHES)):
            if len(scores):
                _draw_rejection_curve(axes, scores, one.threshold, color, dashes)
        _tell(
            figure,
            (left, REJECTION_MARGINS.top + 8 + 4.4 * REJECTION_ROW_PX * row),
            one,
            false_rejection_rate,
            style,
        )
    _finish_rejection(axes, style)
    return axes


def _draw_rejection_curve(
    axes: Any, scores: DoubleArray, threshold: float, color: str, dashes: Any
) -> None:
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
        under = 100 * fraction_below(scores, threshold)
        axes.plot([at], [under], color=color, marker="o", markersize=6, clip_on=False)


def _tell(
    figure: Figure,
    point: tuple[float, float],
    one: RejectionCurves,
    false_rejection_rate: float,
    style: PlotStyle,
) -> None:
    """Write name, operating point and AUC."""
    model_title(figure, point, short_name(one.name, 22), one.index, style, va="center_baseline")
    digits, others = one.found.rejected_fraction(one.threshold)
    lines = [
        tr(
            "false rejection rate {percent} %, rejected:",
            percent=number(100 * false_rejection_rate, "g"),
        ),
        tr("{percent} % of digits", percent=number(100 * digits, ".2f")),
    ]
    if others is not None and one.found.auc is not None:
        lines[-1] += ", " + tr("{percent} % of others", percent=number(100 * others, ".1f"))
        lines.append(f"AUC {number(one.found.auc, '.4f')}")
    font, muted = style.font(style.tick_px), style.theme.muted
    for line, text in enumerate(lines, 1):
        below = (point[0] + 14, point[1] + line * REJECTION_ROW_PX)
        add_text(figure, below, text, font, color=muted, va="center_baseline")


def _finish_rejection(axes: Any, style: PlotStyle) -> None:
    axes.set_xlim(-ODDS, ODDS)
    axes.set_ylim(0, 100)
    axes.xaxis.set_major_locator(FixedLocator([-12, -8, -4, 0, 4, 8, 12]))
    axes.yaxis.set_major_locator(FixedLocator([0, 20, 40, 60, 80, 100]))
    axes.grid(color=style.theme.border, linewidth=HAIR_PX)
    style_numbers(axes, style)
    across = tr("rejection threshold, log odds of “digit”")
    title_axes(axes, style, across, tr("rejected, %"), REJECTION_MARGINS.corner)


def draw_corruption_curves(
    figure: Figure, corruption: Corruption, curves: Curves, style: PlotStyle
) -> Any:
    """Draw all curves and return the axes.

    Args:
        figure: empty, of its final size.
        corruption: what was done to the pictures; its references are drawn in dashes.
        curves: those without points are left out.
        style: colours and type.
    """
    axes = add_axes(figure, style, CURVE_MARGINS)
    drawn = [curve for curve in curves if curve[2]]
    ends = [_draw_curve(axes, *curve) for curve in drawn]
    names = [short_name(name, 15) for _, name, _ in drawn]
    colors = [model_color(index) for index, _, _ in drawn]
    for reference in corruption.references:
        values = [100 * share for share in reference.accuracies]
        axes.plot(
            reference.levels,
            values,
            color=style.theme.muted,
            linestyle=SWEEP_DASHES,
            linewidth=1.4,
            marker="o",
            markersize=3.5,
            label=tr(reference.source),
        )
        ends.append(values[-1])
        names.append(tr(reference.name))
        colors.append(style.theme.muted)
    _finish_curves(axes, corruption, style)
    _name_ends(axes, figure, ends, names, colors, style)
    return axes


def _draw_curve(axes: Any, index: int, _name: str, points: Sequence[CurvePoint]) -> float:
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


def _finish_curves(axes: Any, corruption: Corruption, style: PlotStyle) -> None:
    low, _ = axes.get_ylim()
    axes.set_ylim(max(0.0, min(low, 90.0)), 100.0)
    step = corruption.levels[-1]
    axes.set_xlim(-0.02 * step, 1.02 * step)
    axes.grid(axis="y", color=style.theme.border, linewidth=HAIR_PX)
    axes.xaxis.set_major_locator(FixedLocator(list(corruption.levels)))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, "g")))
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=STEPS))
    style_numbers(axes, style)
    title_axes(axes, style, tr(corruption.title), tr("read correctly, %"), CURVE_MARGINS.corner)


def _name_ends(
    axes: Any,
    figure: Figure,
    ends: Sequence[float],
    names: Sequence[str],
    colors: Sequence[str],
    style: PlotStyle,
) -> None:
    low, high = axes.get_ylim()
    height_px = figure_size(figure)[1] - CURVE_MARGINS.top - CURVE_MARGINS.bottom
    shares = [(min(max(end, low), high) - low) / (high - low) for end in ends]
    positions = spread([share * height_px for share in shares], LABEL_DISTANCE_PX)
    for name, color, point in zip(names, colors, positions, strict=True):
        axes.annotate(
            name,
            (1, 0),
            xycoords="axes fraction",
            xytext=(10, point),
            textcoords="offset points",
            va="center",
            color=color,
            fontproperties=style.font(style.text_px),
            parse_math=False,
        )
