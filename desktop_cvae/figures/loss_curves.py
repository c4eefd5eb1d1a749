"""A history as curves, and the range in which they are seen best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.training_results import EpochRecord

Curve = npt.NDArray[np.float64]

TERMS = (("total", "Total"), ("reconstruction", "Reconstruction"), ("kl", "KL"))
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

    def nearest(self, epoch: float) -> int:
        """Index of the record nearest to a place on the epoch axis."""
        return int(np.argmin(np.abs(self.epochs - epoch)))


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
