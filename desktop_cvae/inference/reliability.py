"""How far probabilities can be believed: confidence beside accuracy, in bins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.results import FloatArray, IntArray

CALIBRATION_BINS = 15
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Reliability:
    """A reliability diagram (Guo et al. 2017, arXiv:1706.04599): sums over equal bins.

    Attributes:
        counts: float64, (bins,), answers whose probability lies in the bin.
        confidence: float64, (bins,), the sum of their probabilities.
        right: float64, (bins,), how many of them are right.
    """

    counts: Numbers
    confidence: Numbers
    right: Numbers

    @property
    def error(self) -> float:
        """Expected calibration error, eq. 3: the mean gap of confidence and accuracy."""
        return float(np.abs(self.confidence - self.right).sum() / max(self.counts.sum(), 1))

    def points(self) -> tuple[Numbers, Numbers, Numbers]:
        """Mean confidence, accuracy and count of the bins that hold answers."""
        held = self.counts > 0
        counts = self.counts[held]
        return self.confidence[held] / counts, self.right[held] / counts, counts


def reliability(confidence: FloatArray, right: npt.NDArray[np.bool_]) -> Reliability:
    """Sort answers into bins.

    Args:
        confidence: float32, (N,), probability of each answer, in [0, 1].
        right: bool, (N,), whether it is the true one.
    """
    last = CALIBRATION_BINS - 1
    bins = np.minimum((confidence * CALIBRATION_BINS).astype(int), last)

    def sums(weights: npt.NDArray[np.generic] | None) -> Numbers:
        return np.bincount(bins, weights, CALIBRATION_BINS).astype(np.float64)

    return Reliability(sums(None), sums(confidence), sums(right))


def expected_calibration_error(probabilities: FloatArray, labels: IntArray) -> float:
    """Mean gap between confidence and accuracy over 15 equal bins (Guo et al. 2017, eq. 3).

    Args:
        probabilities: float32, (N, K).
        labels: int64, (N,).
    """
    right = probabilities.argmax(axis=1) == labels
    return reliability(probabilities.max(axis=1), right).error
