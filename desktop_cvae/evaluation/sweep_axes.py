"""A sweep's trainings in parallel coordinates: an axis per varying setting and per metric."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_cvae.evaluation.comparison import setting_text
from desktop_cvae.evaluation.sweep_table import METRIC_TITLES, metric_text
from desktop_cvae.library.sweep_file import HIGHER_IS_BETTER
from desktop_cvae.library.sweep_library import Sweep

_MOST_STEPS = 8
"""Largest number of values that are spaced evenly; more are placed on a scale."""
_LOG_FROM = 30.0
"""Ratio of its ends from which a scale is logarithmic."""


@dataclass(frozen=True)
class SweepAxis:
    """One axis, for trainings in the order of the sweep.

    Attributes:
        name: of the setting or the metric.
        is_metric: it is a metric; better is higher then.
        positions: of the trainings, from 0 at the bottom to 1; None where the value is unknown.
        texts: their values for people.
        ticks: positions with their texts, from the bottom.
    """

    name: str
    is_metric: bool
    positions: tuple[float | None, ...]
    texts: tuple[str, ...]
    ticks: tuple[tuple[float, str], ...]


def sweep_axes(sweep: Sweep) -> tuple[SweepAxis, ...]:
    """Return axes for the varying settings, then for the metrics known of any training."""
    axes = [
        _setting_axis(name, [one.settings.get(name) for one in sweep.trainings])
        for name in sweep.varying
    ]
    for name in METRIC_TITLES:
        values = [one.metrics.get(name) for one in sweep.trainings]
        if any(value is not None for value in values):
            axes.append(_metric_axis(name, values))
    return tuple(axes)


def _setting_axis(name: str, values: Sequence[object]) -> SweepAxis:
    texts = tuple(setting_text(value) for value in values)
    numbers = [v for v in values if isinstance(v, int | float) and not isinstance(v, bool)]
    if len(numbers) == len(values) and len(set(numbers)) > _MOST_STEPS:
        return _scale(name, [float(value) for value in numbers], texts, setting_text)
    order = sorted(set(zip(values, texts, strict=True)), key=_order)
    last = len(order) - 1
    steps = {text: at / last if last else 0.5 for at, (_, text) in enumerate(order)}
    ticks = tuple((position, text) for text, position in steps.items())
    return SweepAxis(name, False, tuple(steps[text] for text in texts), texts, ticks)


def _metric_axis(name: str, values: Sequence[float | None]) -> SweepAxis:
    texts = tuple(metric_text(name, value) for value in values)
    axis = _scale(name, values, texts, lambda value: metric_text(name, value))
    if name in HIGHER_IS_BETTER:
        return SweepAxis(name, True, axis.positions, texts, axis.ticks)
    turned = tuple(None if at is None else 1 - at for at in axis.positions)
    ticks = tuple((1 - at, text) for at, text in reversed(axis.ticks))
    return SweepAxis(name, True, turned, texts, ticks)


def _scale(
    name: str,
    values: Sequence[float | None],
    texts: tuple[str, ...],
    text_of: Callable[[float], str],
) -> SweepAxis:
    known = [value for value in values if value is not None]
    low, high = min(known), max(known)
    if low == high:
        positions = tuple(None if value is None else 0.5 for value in values)
        return SweepAxis(name, False, positions, texts, ((0.5, text_of(low)),))
    is_log = low > 0 and high / low >= _LOG_FROM
    scaled = math.log if is_log else float
    first, span = scaled(low), scaled(high) - scaled(low)
    positions = tuple(None if value is None else (scaled(value) - first) / span for value in values)
    middle = math.sqrt(low * high) if is_log else (low + high) / 2
    between = text_of(float(f"{middle:.3g}") if text_of is setting_text else middle)
    return SweepAxis(
        name, False, positions, texts, ((0.0, text_of(low)), (0.5, between), (1.0, text_of(high)))
    )


def _order(pair: tuple[object, str]) -> tuple[int, float, str]:
    value, text = pair
    if isinstance(value, int | float):
        return (1, float(value), text)
    return (0 if value is None else 2, 0.0, text)
