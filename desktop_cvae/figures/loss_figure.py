"""The losses of several models over each other, for a page and for the comparison.

A history becomes curves, and the range in which they are seen best.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import EpochRecord
from desktop_cvae.figures.comparison_figures import model_title, short_name
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

Curve = npt.NDArray[np.float64]

EARLY_SHARE = 0.05
SQUASHED = 0.6
"""The first epochs leave the range if the others then need less than this share of it."""


@dataclass(frozen=True, eq=False)
class LossCurves:
    """One term of the loss over the epochs, in nats per image.

    Attributes:
        epochs: float64, (N,), ascending.
        train: float64, (N,); NaN where a record is not finite.
        validation: float64, (N,); NaN where a record is not finite.
    """

    epochs: Curve
    train: Curve
    validation: Curve

    def value_range(self) -> tuple[float, float]:
        """Lower and upper end of the value axis; a high first epoch does not squash the rest."""
        low, high = _ends(self, 0)
        early = max(1, round(EARLY_SHARE * len(self.epochs)))
        if len(self.epochs) > early + 2:
            later = _ends(self, early)
            if later[1] - later[0] < SQUASHED * (high - low):
                low, high = later
        # Flat curves need some height too: a thousandth of their value, or a little.
        room = max(0.06 * (high - low), 1e-3 * abs(high), 1e-3)
        return low - room, high + room

    def epoch_range(self) -> tuple[float, float]:
        """Left and right end of the epoch axis."""
        if len(self.epochs) < 2:
            middle = float(self.epochs[0])
            return middle - 0.5, middle + 0.5
        return float(self.epochs[0]), float(self.epochs[-1])


def loss_curves(records: Sequence[EpochRecord], term: str) -> LossCurves:
    """One term's curves.

    Args:
        records: one an epoch, at least one.
        term: ``"total"``, ``"reconstruction"`` or ``"kl"``.
    """
    epochs = np.array([record.epoch for record in records], np.float64)
    parts = [
        np.array([getattr(getattr(record, part), term) for record in records], np.float64)
        for part in ("train", "validation")
    ]
    train, validation = (np.where(np.isfinite(part), part, np.nan) for part in parts)
    return LossCurves(epochs, train, validation)


def joint_ranges(
    curves: Sequence[LossCurves],
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Ranges of epochs and values that suit several models; ``curves`` holds one at least."""
    epochs, values = zip(
        *((each.epoch_range(), each.value_range()) for each in curves), strict=True
    )
    return (
        (min(low for low, _ in epochs), max(high for _, high in epochs)),
        (min(low for low, _ in values), max(high for _, high in values)),
    )


def _ends(curves: LossCurves, start: int) -> tuple[float, float]:
    values = np.concatenate([curves.train[start:], curves.validation[start:]])
    values = values[np.isfinite(values)]
    return (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)


STEPS = (1, 2, 5, 10)
LABEL_DISTANCE_PX = 16.0


def mark_lone_points(axes: Any, epochs: Curve, values: Curve, color: str) -> None:
    """Mark the points without a neighbour, which make no line."""
    good = np.concatenate([[False], np.isfinite(values), [False]])
    lone = good[1:-1] & ~good[:-2] & ~good[2:]
    axes.plot(epochs[lone], values[lone], "o", color=color, markersize=6, clip_on=False)


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
    title_axes(axes, style, tr("epoch"), tr("nats per image"), LOSS_MARGINS.corner)
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
