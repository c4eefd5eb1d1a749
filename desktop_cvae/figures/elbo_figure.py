"""−ELBO in its two parts, a bar a model, what others reached in dashes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from desktop_cvae.figures.comparison_figures import short_name
from desktop_cvae.figures.loss_figure import STEPS
from desktop_cvae.figures.palette import model_color
from desktop_cvae.figures.plot_style import (
    HAIR_PX,
    Margins,
    PlotStyle,
    add_axes,
    style_numbers,
    title_axes,
)
from desktop_cvae.inference.published import NEG_ELBOS_NATS

MARGINS = Margins(left=150, right=32, top=58, bottom=48)
BAR = 0.52
MOST_ROW_PX = 62.0
FADED = 0.45
Bars = Sequence[tuple[int, str, float, float]]
"""A model's place, its name, reconstruction and KL in nats."""


def draw_elbo(figure: Figure, bars: Bars, style: PlotStyle) -> Any:
    """Draw a row a model and return the axes.

    Args:
        figure: empty, of its final size.
        bars: reconstruction first, KL after it.
        style: colours and type.
    """
    room = figure.get_size_inches()[1] * 72 - MARGINS.top - MARGINS.bottom
    # Few models stand at the top, rather than in bars as thick as walls.
    rows = max(len(bars), room / MOST_ROW_PX)
    axes = add_axes(figure, style, MARGINS)
    axes.set_ylim(rows - 0.5, -0.5)
    for row, (index, _, reconstruction, kl) in enumerate(bars):
        color = model_color(index)
        faded = tuple(
            FADED * part + (1 - FADED) * ground
            for part, ground in zip(to_rgb(color), to_rgb(style.theme.surface), strict=True)
        )
        axes.barh(row, reconstruction, BAR, color=color)
        axes.barh(row, kl, BAR, left=reconstruction, color=faded)
        _write(axes, row, reconstruction + kl, f"{reconstruction + kl:.1f}", style)
    most = max([sum(bar[2:]) for bar in bars] + [one.value for one in NEG_ELBOS_NATS])
    axes.set_xlim(0, 1.08 * most)
    _draw_references(axes, style)
    _finish(axes, bars, style)
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
            f"{published.name}\n{value:.1f}",
            (value, 1),
            xycoords=("data", "axes fraction"),
            xytext=(3 if side == "right" else -3, 4),
            textcoords="offset points",
            ha=side,
            color=style.theme.muted,
            fontproperties=style.font(style.tick_px),
        )


def _finish(axes: Any, bars: Bars, style: PlotStyle) -> None:
    axes.set_yticks(range(len(bars)), [short_name(name, 18) for _, name, _, _ in bars])
    axes.grid(axis="x", color=style.theme.border, linewidth=HAIR_PX)
    axes.xaxis.set_major_locator(MaxNLocator(6, steps=STEPS))
    style_numbers(axes, style)
    axes.yaxis.set_tick_params(labelcolor=style.theme.text)
    title = "nats per image: reconstruction (full colour), KL divergence (faded)"
    title_axes(axes, style, title)
