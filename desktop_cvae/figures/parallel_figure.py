"""Parallel coordinates for a file: the trainings of a sweep as lines over its axes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from desktop_cvae.evaluation.sweep_axes import SweepAxis
from desktop_cvae.figures.plot_style import Margins, PlotStyle, add_axes

AXIS_PX = 150.0
HEIGHT_PX = 380.0


def parallel_size(count: int) -> tuple[float, float]:
    """Width and height in logical pixels that so many axes need."""
    return (max(3, count) * AXIS_PX, HEIGHT_PX)


def draw_parallel(
    figure: Figure,
    axes: Sequence[SweepAxis],
    titles: Sequence[str],
    strengths: Sequence[float | None],
    shown: Sequence[bool],
    style: PlotStyle,
) -> None:
    """One line a training.

    Args:
        figure: empty, of its final size; see :func:`parallel_size`.
        axes: one or more.
        titles: theirs.
        strengths: of the lines, in [0, 1]; None where that is not known.
        shown: the lines that do not fade.
        style: colours and type.
    """
    plot = add_axes(figure, style, Margins(AXIS_PX / 2, AXIS_PX / 2, 48, 24))
    plot.set(xlim=(0, max(1, len(axes) - 1)), ylim=(-0.02, 1.02), xticks=[], yticks=[])
    weak: Any = LinearSegmentedColormap.from_list("weak", [style.theme.surface, style.theme.muted])(
        0.6
    )
    shades = LinearSegmentedColormap.from_list("better", [weak, style.theme.accent])
    order = sorted(range(len(shown)), key=lambda at: (shown[at], strengths[at] or 0.0))
    for at in order:
        points = [(x, axis.places[at]) for x, axis in enumerate(axes)]
        known = [(x, place) for x, place in points if place is not None]
        strength = strengths[at]
        color: Any = shades(strength or 0.0) if shown[at] else style.theme.border
        line = ":" if strength is None else "-"
        plot.plot(*zip(*known, strict=True), color=color, linewidth=1.6, linestyle=line)
    for x, (axis, title) in enumerate(zip(axes, titles, strict=True)):
        plot.plot((x, x), (0, 1), color=style.theme.muted, linewidth=1.0)
        font = style.font(style.text_px)
        look = {"ha": "center", "va": "bottom", "parse_math": False, "clip_on": False}
        plot.text(x, 1.06, title, fontproperties=font, color=style.theme.text, **look)
        for place, text in axis.ticks:
            plot.annotate(
                text,
                (x, place),
                xytext=(6, 0),
                textcoords="offset points",
                va="center",
                parse_math=False,
                fontproperties=style.font(style.tick_px),
                color=style.theme.muted,
                bbox={"facecolor": style.theme.surface, "alpha": 0.8, "pad": 1, "linewidth": 0},
                annotation_clip=False,
            )
