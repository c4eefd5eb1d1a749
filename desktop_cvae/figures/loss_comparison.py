"""The losses of several models over each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from desktop_cvae.core.training_results import EpochRecord
from desktop_cvae.figures.comparison_figures import model_title, short_name
from desktop_cvae.figures.loss_curves import LossCurves, joint_ranges, loss_curves
from desktop_cvae.figures.loss_figure import (
    LABEL_DISTANCE_PX,
    STEPS,
    last_value,
    mark_lone_points,
    name_loss_axes,
    spread,
)
from desktop_cvae.figures.palette import model_color
from desktop_cvae.figures.plot_style import (
    HAIR_PX,
    Margins,
    PlotStyle,
    add_axes,
    figure_size,
    style_numbers,
)

LOSS_MARGINS = Margins(left=50, right=128, top=28, bottom=44)

History = tuple[str, tuple[EpochRecord, ...]]
"""A model's name and its records."""
Drawn = Sequence[tuple[int, str, LossCurves]]


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
    axes = _loss_axes(figure, drawn, style)
    for index, _, curves in drawn:
        color = model_color(index)
        axes.plot(curves.epochs, curves.train, color=color, linewidth=1.6, linestyle=(0, (1, 2)))
        axes.plot(curves.epochs, curves.validation, color=color, linewidth=2.0)
        mark_lone_points(axes, curves.epochs, curves.validation, color)
    name_loss_axes(axes, style)
    _name_models(figure, axes, drawn, style)
    return axes


def _loss_axes(figure: Figure, drawn: Drawn, style: PlotStyle) -> Any:
    """Axes that hold all curves."""
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
    return axes


def _name_models(figure: Figure, axes: Any, drawn: Drawn, style: PlotStyle) -> None:
    low, high = axes.get_ylim()
    height_px = figure_size(figure)[1] - LOSS_MARGINS.top - LOSS_MARGINS.bottom
    ends = [min(max(last_value(curves.validation), low), high) for _, _, curves in drawn]
    places = spread([(end - low) / (high - low) * height_px for end in ends], LABEL_DISTANCE_PX)
    right = figure_size(figure)[0] - LOSS_MARGINS.right
    bottom = figure_size(figure)[1] - LOSS_MARGINS.bottom
    for (index, name, _), place in zip(drawn, places, strict=True):
        shown = short_name(name, 14)
        model_title(figure, (right + 6, bottom - place), shown, index, style, va="center_baseline")
