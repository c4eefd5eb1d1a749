"""What a threshold on the digit score refuses: of digits, and of what is none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.ports import Engine
from desktop_cvae.core.results import FloatArray, LabelScores
from desktop_cvae.inference.digit_score import Numbers, digit_scores, profile
from desktop_cvae.inference.noise_channel import through_noise

CHUNK = 128


@dataclass(frozen=True, eq=False)
class Refusals:
    """Digit scores of one model.

    Attributes:
        digits: float64, (N,), of digits; −∞ for blanks.
        others: float64, (M,), of pictures that are no digits; may be empty.
    """

    digits: Numbers
    others: Numbers

    @property
    def auc(self) -> float | None:
        """The chance that a digit scores higher than another picture; None without others."""
        if not len(self.others) or not len(self.digits):
            return None
        ranked = np.sort(self.others)
        below = np.searchsorted(ranked, self.digits, "left")
        ties = np.searchsorted(ranked, self.digits, "right") - below
        return float((below + ties / 2).mean() / len(ranked))

    def refused(self, threshold: float) -> tuple[float, float | None]:
        """Shares refused under a threshold, of digits and of others (None without any)."""
        of_others = share_under(self.others, threshold) if len(self.others) else None
        return share_under(self.digits, threshold), of_others


def share_under(scores: Numbers, threshold: float) -> float:
    """The share of scores under a threshold; blanks, −∞, are refused in any case."""
    return float(((scores < threshold) | np.isneginf(scores)).mean()) if len(scores) else 0.0


def digit_odds(scores: LabelScores, images: FloatArray, calibration: Calibration) -> Numbers:
    """Digit scores, (B,), of pictures as they are read; −∞ for blanks.

    Args:
        scores: of those images (``noise_channel.through_noise``).
        images: float32, (B, 28, 28), in [0, 1].
        calibration: with a digit score.
    """
    odds = digit_scores(profile(scores, images), calibration)
    return np.asarray(np.where(images.max(axis=(1, 2)) > 0, odds, -np.inf))


def score_others(engine: Engine, images: FloatArray, calibration: Calibration) -> Numbers:
    """Ask a model about pictures that are no digits; see :func:`digit_odds`."""
    parts = [np.zeros(0)]
    for start in range(0, len(images), CHUNK):
        part = images[start : start + CHUNK]
        parts.append(digit_odds(through_noise(engine.score(part), part), part, calibration))
    return np.concatenate(parts)
