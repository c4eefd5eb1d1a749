"""The loss while one model trained, and the losses of several models over each other."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from desktop_cvae.core.command_events import TrainingProgress
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import EpochRecord
from desktop_cvae.figures.comparison_figures import model_title, short_name
from desktop_cvae.figures.palette import model_color
from desktop_cvae.figures.plot_style import (
    HAIR_PX,
    Margins,
    PlotStyle,
    add_axes,
    add_text,
    figure_size,
    style_numbers,
    title_axes,
)

Range = tuple[float, float]
STEPS = (1, 2, 5, 10)
"""Intervals between ticks, times a power of ten."""

LABEL_DISTANCE_PX = 16.0
"""Least distance of two names beside curves."""

EARLY_SHARE = 0.15
SQUASHED = 0.6
"""The steep start is left out if the rest needs less than this share of the value axis."""

MIN_STEP_SHARE = 0.01
"""Share of an epoch's batches; the mean loss of fewer is noise."""

MAX_POINTS = 400
"""Most points of a live curve; a chart has about as many pixels."""
CHART_MARGINS = Margins(left=46, right=10, top=26, bottom=24)
TITLED_MARGINS = Margins(left=46, right=10, top=26, bottom=42)
TITLED_PX = 300.0
"""Least height of a chart with a title below the epochs."""
MOST_DOTTED = 30
"""Most epochs that are marked with dots."""
LOSS_MARGINS = Margins(left=50, right=128, top=28, bottom=44)

History = tuple[str, tuple[EpochRecord, ...]]
"""A model's name and its records."""


class Curve(NamedTuple):
    """A loss over the epochs, in nats per image.

    Attributes:
        epochs: float64, (N,), ascending; 0.5 is the middle of the first epoch.
        values: float64, (N,); NaN where the loss is not finite.
    """

    epochs: npt.NDArray[np.float64]
    values: npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class LossCurves:
    """One term of a training's loss; the validation has a point for each finished epoch.

    Attributes:
        train: of the batches.
        validation: of the epochs.
        breaks: between the last epoch of a model and the first of a training that started from it.
    """

    train: Curve
    validation: Curve
    breaks: tuple[float, ...] = ()

    def value_range(self) -> Range:
        """Return the ends of the value axis; a steep start does not squash the rest."""
        epochs = np.concatenate([self.train.epochs, self.validation.epochs])
        values = np.concatenate([self.train.values, self.validation.values])
        epochs, values = epochs[np.isfinite(values)], values[np.isfinite(values)]
        if not len(values):
            return 0.0, 1.0
        low, high = float(values.min()), float(values.max())
        start, end = self.epoch_range()
        later = values[epochs > start + EARLY_SHARE * (end - start)]
        if len(later) > 4 and np.ptp(later) < SQUASHED * (high - low):
            low, high = float(later.min()), float(later.max())
        # Flat curves need some height too: a thousandth of their value, or a little.
        room = max(0.06 * (high - low), 1e-3 * abs(high), 1e-3)
        return low - room, high + room

    def epoch_range(self) -> Range:
        """Return the ends of the epoch axis; a single epoch stands in the middle."""
        epochs = np.concatenate([self.train.epochs, self.validation.epochs, []])
        if not len(epochs):
            return 0.0, 1.0
        first, last = float(epochs.min()), float(epochs.max())
        return (first, last) if first < last else (first - 0.5, first + 0.5)


def loss_curves(records: Sequence[EpochRecord], term: str) -> LossCurves:
    """Return the curves of finished epochs.

    Args:
        records: one an epoch, ascending.
        term: ``"total"``, ``"reconstruction"`` or ``"kl"``.
    """
    epochs = [record.epoch for record in records]
    train, validation = (
        _curve(epochs, [getattr(getattr(record, part), term) for record in records])
        for part in ("train", "validation")
    )
    neighbours = itertools.pairwise(records)
    breaks = tuple((a.epoch + b.epoch) / 2 for a, b in neighbours if a.model != b.model)
    return LossCurves(train, validation, breaks)


def run_curves(
    points: Sequence[TrainingProgress], records: Sequence[EpochRecord], term: str
) -> LossCurves:
    """Return the curves of a training that goes on.

    The training's points are the mean losses of the batches since the point before: the epoch's
    running mean itself drags each epoch's start along and jumps where an epoch ends.

    Args:
        points: the epochs' running means, ascending; thinned to ``MAX_POINTS``.
        records: of the finished epochs.
        term: ``"total"``, ``"reconstruction"`` or ``"kl"``.
    """
    step = max(1, math.ceil(len(points) / MAX_POINTS))
    epochs: list[float] = []
    means: list[float] = []
    before: TrainingProgress | None = None
    for point in points[::-step][::-1]:
        mean, start = getattr(point.train, term), 0
        if before is not None and before.epoch == point.epoch:
            start = before.batch
        if point.batch - start < MIN_STEP_SHARE * point.batches:
            continue
        if start and before is not None:
            earlier = getattr(before.train, term)
            mean = (mean * point.batch - earlier * start) / (point.batch - start)
        epochs.append(point.epoch - 1 + (start + point.batch) / 2 / max(1, point.batches))
        means.append(mean)
        before = point
    return LossCurves(_curve(epochs, means), loss_curves(records, term).validation)


def _curve(epochs: Sequence[float], values: Sequence[float]) -> Curve:
    array = np.array(values, np.float64)
    return Curve(np.array(epochs, np.float64), np.where(np.isfinite(array), array, np.nan))


Drawn = Sequence[tuple[int, str, LossCurves]]


class LossPlot:
    """One training's loss: axes that stand still, and curves that may go on growing.

    Args:
        figure: empty, of its final size.
        style: colours and type.

    Attributes:
        moving: the animated artists; matplotlib draws them into files too.
    """

    def __init__(self, figure: Figure, style: PlotStyle) -> None:
        width, height = figure_size(figure)
        margins = chart_margins(height)
        self.axes = axes = add_axes(figure, style, margins)
        theme = style.theme
        axes.grid(axis="y", color=theme.border, linewidth=HAIR_PX)
        across, up = max(2, int(width // 70)), max(2, int(height // 44))
        axes.xaxis.set_major_locator(MaxNLocator(across, steps=STEPS, integer=True, min_n_ticks=1))
        axes.yaxis.set_major_locator(MaxNLocator(up, steps=STEPS))
        style_numbers(axes, style)
        axes.yaxis.get_major_formatter().set_useOffset(False)
        title = tr("epoch") if margins is TITLED_MARGINS else ""
        title_axes(axes, style, title, tr("nats per image"), (-margins.left, 17.0))
        # Dots on the edge are drawn whole, curves beyond it are not.
        inset_x, inset_y = 6 / max(1.0, width - 56), 6 / max(1.0, height - margins.bottom - 26)
        self._edge = Rectangle(
            (-inset_x, -inset_y), 1 + 2 * inset_x, 1 + 2 * inset_y, transform=axes.transAxes
        )
        rim = {"marker": "o", "markeredgecolor": theme.surface}
        self._pointer = axes.axvline(0, color=theme.muted, linewidth=HAIR_PX, animated=True)
        self._train = self._line(theme.muted, 1.6, style, label=tr("training"))
        self._validation = self._line(theme.accent, 2.0, style, label=tr("validation"))
        self._validation.set(**rim, markersize=8.5, markeredgewidth=1.5)
        self._dots = [self._line(color, 0, style) for color in (theme.muted, theme.accent)]
        for dot in self._dots:
            dot.set(**rim, markersize=12, markeredgewidth=2)
        self._curves = loss_curves((), "total")
        self._breaks: list[Line2D] = []
        self.moving: list[Artist] = [self._pointer, self._train, self._validation, *self._dots]
        self._add_legend(style)
        self.point_at(None)

    def show(self, curves: LossCurves, epochs: Range, values: Range) -> None:
        """Show curves in ranges of epochs and values."""
        if curves.breaks != self._curves.breaks:
            for line in self._breaks:
                line.remove()
            look: dict[str, Any] = {"linewidth": HAIR_PX, "linestyle": (0, (4, 3))}
            self._breaks = [
                self.axes.axvline(at, color=self._train.get_color(), **look) for at in curves.breaks
            ]
        self._curves = curves
        self.axes.set_xlim(epochs)
        self.axes.set_ylim(values)
        self._train.set_data(*curves.train)
        self._validation.set_data(*curves.validation)
        # A point without neighbours makes no line, and has a dot however many there are.
        is_dotted = len(curves.validation.epochs) <= MOST_DOTTED
        self._validation.set_marker("o" if is_dotted else "")

    def point_at(self, epoch: float | None) -> None:
        """Mark an epoch with a hair line and a dot on each curve, or none."""
        self._pointer.set_visible(epoch is not None)
        self._pointer.set_xdata([epoch or 0.0] * 2)
        low, high = self.axes.get_ylim()
        for dot, curve in zip(self._dots, self._curves_in_order(), strict=True):
            found = curve.values[curve.epochs == epoch]
            found = found[np.isfinite(found)]
            dot.set_data(np.full(len(found), epoch or 0.0), np.clip(found, low, high))
            if len(found):
                # Beyond the range an arrow at the edge says where the value is.
                marker = "^" if found[0] > high else "v" if found[0] < low else "o"
                dot.set_marker(marker)

    def _curves_in_order(self) -> tuple[Curve, Curve]:
        return self._curves.train, self._curves.validation

    def _line(self, color: str, width: float, style: PlotStyle, label: str = "") -> Line2D:
        look: dict[str, Any] = {"color": color, "linewidth": width, "solid_capstyle": "round"}
        (line,) = self.axes.plot([], [], label=label, animated=True, zorder=3, **look)
        line.set_clip_path(self._edge)
        found: Line2D = line
        return found

    def _add_legend(self, style: PlotStyle) -> None:
        """Name the curves in their colours, over the right end of the axes."""
        lines = [
            Line2D([], [], color=line.get_color(), linewidth=2, label=line.get_label())
            for line in (self._train, self._validation)
        ]
        self.axes.legend(
            handles=lines,
            loc="lower right",
            bbox_to_anchor=(1, 1),
            ncols=2,
            frameon=False,
            borderaxespad=0,
            borderpad=0.3,
            handlelength=1.2,
            handletextpad=0.5,
            columnspacing=1.3,
            labelcolor="linecolor",
            prop=style.font(style.text_px),
        )


def chart_margins(height_px: float) -> Margins:
    """Return the room around the axes of a loss chart of that height."""
    return TITLED_MARGINS if height_px >= TITLED_PX else CHART_MARGINS


def draw_loss(figure: Figure, curves: LossCurves, style: PlotStyle, title: str = "") -> LossPlot:
    """Draw one training's loss as it stands in the window.

    Args:
        figure: empty, of its final size.
        curves: the losses.
        style: colours and type.
        title: whose loss it is; at the right end below the axes.
    """
    plot = LossPlot(figure, style)
    plot.show(curves, curves.epoch_range(), curves.value_range())
    if title:
        width, height = figure_size(figure)
        look = {"ha": "right", "color": style.theme.text}
        point = (width - CHART_MARGINS.right, height - 12)
        add_text(figure, point, short_name(title, 40), style.font(style.text_px), **look)
    return plot


def joint_ranges(
    curves: Sequence[LossCurves],
) -> tuple[Range, Range]:
    """Return ranges of epochs and values that suit several models, one at least."""
    epochs, values = zip(
        *((each.epoch_range(), each.value_range()) for each in curves), strict=True
    )
    return (
        (min(low for low, _ in epochs), max(high for _, high in epochs)),
        (min(low for low, _ in values), max(high for _, high in values)),
    )


def spread(positions: Sequence[float], distance: float) -> list[float]:
    """Move positions as little as needed to be ``distance`` apart, in their old order.

    Neighbours that are too close form a block around their middle; blocks that then meet
    become one.
    """
    order = sorted(range(len(positions)), key=lambda index: positions[index])
    blocks: list[list[int]] = []
    for index in order:
        blocks.append([index])
        while len(blocks) > 1 and _meet(blocks[-2], blocks[-1], positions, distance):
            last = blocks.pop()
            blocks[-1] += last
    moved = list(positions)
    for block in blocks:
        for index, position in zip(block, _positions_of(block, positions, distance), strict=True):
            moved[index] = position
    return moved


def _meet(lower: list[int], upper: list[int], positions: Sequence[float], distance: float) -> bool:
    below, above = (_positions_of(block, positions, distance) for block in (lower, upper))
    return above[0] - below[-1] < distance


def _positions_of(block: list[int], positions: Sequence[float], distance: float) -> list[float]:
    middle = sum(positions[index] for index in block) / len(block)
    return [middle + (rank - (len(block) - 1) / 2) * distance for rank in range(len(block))]


def draw_losses(figure: Figure, histories: Sequence[History], term: str, style: PlotStyle) -> Any:
    """Draw all models' curves over each other: validation as lines, training as fine dots.

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
        axes.plot(*curves.train, color=color, linewidth=1.6, linestyle=(0, (1, 2)))
        axes.plot(*curves.validation, color=color, linewidth=2.0)
        _mark_lone_points(axes, curves.validation, color)
    title_axes(axes, style, tr("epoch"), tr("nats per image"), LOSS_MARGINS.corner)
    _name_models(figure, axes, drawn, style)
    return axes


def _loss_axes(figure: Figure, drawn: Drawn, style: PlotStyle) -> Any:
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
    ends = [min(max(_last_value(curves.validation), low), high) for _, _, curves in drawn]
    positions = spread([(end - low) / (high - low) * height_px for end in ends], LABEL_DISTANCE_PX)
    right = figure_size(figure)[0] - LOSS_MARGINS.right
    bottom = figure_size(figure)[1] - LOSS_MARGINS.bottom
    for (index, name, _), position in zip(drawn, positions, strict=True):
        shown = short_name(name, 14)
        model_title(
            figure, (right + 6, bottom - position), shown, index, style, va="center_baseline"
        )


def _mark_lone_points(axes: Any, curve: Curve, color: str) -> None:
    """Mark isolated points, which make no line."""
    good = np.concatenate([[False], np.isfinite(curve.values), [False]])
    lone = good[1:-1] & ~good[:-2] & ~good[2:]
    look: dict[str, Any] = {"color": color, "markersize": 6, "clip_on": False}
    axes.plot(curve.epochs[lone], curve.values[lone], "o", **look)


def _last_value(curve: Curve) -> float:
    good = curve.values[np.isfinite(curve.values)]
    return float(good[-1]) if len(good) else 0.0
