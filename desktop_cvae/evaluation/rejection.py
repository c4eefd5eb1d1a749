"""Out-of-distribution rejection: fitting the digit score, and measuring its thresholds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.calibration import (
    EXTRA_FEATURES,
    FALSE_REJECTION_RATES,
    LARGEST,
    SHAPE_NETWORK,
    Calibration,
)
from desktop_cvae.core.results import DoubleArray, FloatArray, IntArray, LabelScores
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.inference.digit_network import DigitNetwork, fit_digit_network
from desktop_cvae.inference.digit_score import (
    OutlierFeatures,
    digit_scores,
    network_inputs,
    outlier_features,
)
from desktop_cvae.inference.evidence import score_evidence
from desktop_cvae.inference.opened_model import OpenedModel

CHUNK = 128


@dataclass(frozen=True, eq=False)
class RejectionScores:
    """Digit scores of one model.

    Attributes:
        digits: float64, (N,), of digits; −∞ for blanks.
        others: float64, (M,), of pictures that are not digits; may be empty.
    """

    digits: DoubleArray
    others: DoubleArray

    @property
    def auc(self) -> float | None:
        """Probability that a digit scores higher than another picture; None without others."""
        if not len(self.others) or not len(self.digits):
            return None
        ranked = np.sort(self.others)
        below = np.searchsorted(ranked, self.digits, "left")
        ties = np.searchsorted(ranked, self.digits, "right") - below
        return float((below + ties / 2).mean() / len(ranked))

    def rejected_fraction(self, threshold: float) -> tuple[float, float | None]:
        """Return the fractions below a threshold, of digits and of others (None without any)."""
        of_others = share_under(self.others, threshold) if len(self.others) else None
        return share_under(self.digits, threshold), of_others


def share_under(scores: DoubleArray, threshold: float) -> float:
    """Return the fraction of scores below a threshold; blanks, −∞, are always rejected."""
    return float(((scores < threshold) | np.isneginf(scores)).mean()) if len(scores) else 0.0


def digit_log_odds(
    scores: LabelScores, images: FloatArray, calibration: Calibration
) -> DoubleArray:
    """Return digit scores, (B,), of pictures as they are read; −∞ for blanks.

    Args:
        scores: of those images (``evidence.score_evidence``).
        images: float32, (B, 28, 28), in [0, 1].
        calibration: with a digit score.
    """
    found = outlier_features(scores, images, with_shapes=bool(calibration.shapes))
    odds = digit_scores(found, calibration)
    return np.asarray(np.where(images.max(axis=(1, 2)) > 0, odds, -np.inf))


def score_others(model: OpenedModel, images: FloatArray) -> DoubleArray:
    """Ask a model that rejects about pictures that are no digits; see :func:`digit_log_odds`."""
    assert model.calibration is not None
    parts = [np.zeros(0)]
    for start in range(0, len(images), CHUNK):
        part = images[start : start + CHUNK]
        parts.append(digit_log_odds(score_evidence(model.engine, part), part, model.calibration))
    return np.concatenate(parts)


FOLDS = 4
NOTHING = -1
"""Label of pictures that are not digits."""
LEAST_SCALE = 1e-3
NEWTON_STEPS, RIDGE, LEAST_SLOPE = 30, 1e-4, 0.05
"""Newton's method; the ridge hardly changes scores that separate digits perfectly."""


@dataclass(frozen=True, eq=False)
class Asked:
    """A model's scores of pictures.

    Attributes:
        found: features and winning labels.
        labels: int64, (N,), true labels, or ``NOTHING``.
        sources: int64, (N,), which validation digit each was made from; −1 for none.
        kinds: int64, (N,), kinds of the pictures that are not digits; −1 for digits.
        plain: bool, (N,), validation digits as they are.
    """

    found: OutlierFeatures
    labels: IntArray
    sources: IntArray
    kinds: IntArray
    plain: npt.NDArray[np.bool_]

    def part(self, chosen: npt.NDArray[np.bool_]) -> Asked:
        """Some of them."""
        found = OutlierFeatures(self.found.features[chosen], self.found.labels[chosen])
        labels, sources = self.labels[chosen], self.sources[chosen]
        return Asked(found, labels, sources, self.kinds[chosen], self.plain[chosen])


def fit_rejection(asked: Asked, temperature: float, margin: float, seed: int) -> Calibration:
    """Fit a calibration that can reject.

    Args:
        asked: plain digits, distorted digits, outliers.
        temperature: fitted before.
        margin: fitted before, nats.
        seed: of the networks.
    """
    # One in another look that is read as another digit is a bad example of one.
    misread = ~asked.plain & (asked.labels >= 0) & (asked.found.labels != asked.labels)
    asked = asked.part(~misread)
    plain = asked.part(asked.plain).found
    means = np.stack([_mean_under(plain, label) for label in range(len(DIGIT_NAMES))])
    scales = (plain.features - means[plain.labels]).std(axis=0) + LEAST_SCALE
    inputs, is_digit = network_inputs(asked.found, means, scales), asked.labels != NOTHING
    network = fit_digit_network(inputs, is_digit, seed)
    digits = _unseen_scores(inputs, is_digit, asked.sources, seed)
    others = _unseen_scores(inputs, is_digit, asked.kinds, seed)
    known = ~np.isnan(digits)
    slope, offset = fit_odds(digits[known], others[~is_digit])
    plain_odds = slope * digits[asked.plain] + offset
    return Calibration(
        temperature=temperature,
        unsure_margin=margin,
        shares=FALSE_REJECTION_RATES,
        thresholds=_plain(np.quantile(plain_odds, FALSE_REJECTION_RATES)),
        means=_plain(means),
        scales=_plain(scales),
        digits=int(asked.plain.sum()),
        latents=scales.size - 2 * len(DIGIT_NAMES) - EXTRA_FEATURES - 1,
        hidden=_bounded(network.hidden),
        outputs=_bounded(slope * network.outputs + offset * np.eye(len(network.outputs))[-1]),
        shapes=SHAPE_NETWORK,
    )


def fit_odds(digits: DoubleArray, others: DoubleArray) -> tuple[float, float]:
    """Fit slope and offset from scores to the log odds of “digit” (Platt 1999) by Newton's method.

    Digits and others weigh the same: the odds say how like a digit a picture is, where as many
    digits as others are asked about.

    Args:
        digits: float64, (N,), scores of digits by a network that has not seen them.
        others: float64, (M,), of other pictures by one that has not seen their kind.
    """
    scores = np.concatenate([digits, others])
    wanted = np.repeat([1.0, 0.0], [len(digits), len(others)])
    weights = np.repeat([0.5 / len(digits), 0.5 / len(others)], [len(digits), len(others)])
    inputs = np.stack([scores, np.ones_like(scores)], axis=1)
    found = np.array([1.0, 0.0])
    for _ in range(NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(inputs @ found, -30, 30)))
        bend = weights * chance * (1 - chance)
        slopes = inputs.T @ (weights * (chance - wanted)) + RIDGE * (found - (1.0, 0.0))
        step = np.linalg.solve((inputs.T * bend) @ inputs + RIDGE * np.eye(2), slopes)
        found = found - np.clip(step, -1, 1)
    return max(float(found[0]), LEAST_SLOPE), float(found[1])


def _mean_under(found: OutlierFeatures, label: int) -> DoubleArray:
    """Return a label's mean features, or those of all pictures if none was read as it."""
    chosen = found.labels == label
    mean = found.features[chosen].mean(axis=0) if chosen.any() else found.features.mean(axis=0)
    return np.asarray(np.clip(mean, -LARGEST, LARGEST), np.float64)


def _unseen_scores(
    inputs: DoubleArray, is_digit: npt.NDArray[np.bool_], groups: IntArray, seed: int
) -> DoubleArray:
    """Scores, (N,), each by networks fitted without the whole group; NaN for those of none, −1.

    On its own pictures, and on others made of the same digit, a fit flatters itself: it would
    reject nearly twice what it promises.
    """
    scores = np.full(len(inputs), np.nan)
    for fold in range(FOLDS):
        held_out = (groups >= 0) & (groups % FOLDS == fold)
        if held_out.any():
            network: DigitNetwork = fit_digit_network(inputs[~held_out], is_digit[~held_out], seed)
            scores[held_out] = network.scores(inputs[held_out])
    return scores


def _bounded(values: DoubleArray) -> tuple[float, ...]:
    return _plain(np.clip(values, -LARGEST, LARGEST))


def _plain(values: DoubleArray) -> tuple[float, ...]:
    """For JSON: six digits are more than the fit knows."""
    return tuple(float(f"{value:.6g}") for value in values.ravel())
