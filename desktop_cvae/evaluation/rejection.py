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
from desktop_cvae.inference.digit_score import OutlierFeatures, network_inputs
from desktop_cvae.inference.evidence import score_evidence
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.inference.verdicts import are_blank, digit_log_odds

CHUNK = 128
NO_LABEL = -1
"""Label of pictures that are not digits."""
FOLDS = 4
LEAST_SCALE = 1e-3
NEWTON_STEPS, RIDGE, LEAST_SLOPE = 30, 1e-4, 0.05
"""Newton's method; the ridge hardly changes scores that separate digits perfectly."""


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
        of_others = fraction_below(self.others, threshold) if len(self.others) else None
        return fraction_below(self.digits, threshold), of_others


def fraction_below(scores: DoubleArray, threshold: float) -> float:
    """Return the fraction of scores below a threshold; blanks, −∞, are always rejected."""
    return float(((scores < threshold) | np.isneginf(scores)).mean()) if len(scores) else 0.0


def rejection_scores(
    scores: LabelScores, images: FloatArray, calibration: Calibration
) -> DoubleArray:
    """Return the log odds of “digit”, float64, (B,), of pictures as they are read; −∞ for blanks.

    Args:
        scores: of those images (``evidence.score_evidence``).
        images: float32, (B, 28, 28), in [0, 1].
        calibration: with a digit score.
    """
    odds = digit_log_odds(scores, images, calibration)
    return np.asarray(np.where(are_blank(images), -np.inf, odds))


def score_others(model: OpenedModel, images: FloatArray) -> DoubleArray:
    """Return the scores of pictures that are not digits; see :func:`rejection_scores`."""
    assert model.calibration is not None
    parts = [np.zeros(0)]
    for start in range(0, len(images), CHUNK):
        part = images[start : start + CHUNK]
        parts.append(rejection_scores(score_evidence(model.engine, part), part, model.calibration))
    return np.concatenate(parts)


@dataclass(frozen=True, eq=False)
class ScoredPictures:
    """A model's features of pictures that a calibration is fitted to.

    Attributes:
        found: features and winning labels.
        labels: int64, (N,), true labels, or ``NO_LABEL``.
        sources: int64, (N,), which validation digit each was made from; −1 for none.
        kinds: int64, (N,), kinds of the pictures that are not digits; −1 for digits.
        plain: bool, (N,), validation digits as they are.
    """

    found: OutlierFeatures
    labels: IntArray
    sources: IntArray
    kinds: IntArray
    plain: npt.NDArray[np.bool_]

    def part(self, chosen: npt.NDArray[np.bool_]) -> ScoredPictures:
        """Return the chosen pictures."""
        found = OutlierFeatures(self.found.features[chosen], self.found.labels[chosen])
        labels, sources = self.labels[chosen], self.sources[chosen]
        return ScoredPictures(found, labels, sources, self.kinds[chosen], self.plain[chosen])


def fit_rejection(
    scored: ScoredPictures, temperature: float, margin: float, seed: int
) -> Calibration:
    """Fit a calibration that can reject.

    Args:
        scored: plain digits, distorted digits, outliers.
        temperature: fitted before.
        margin: fitted before, nats.
        seed: of the networks.
    """
    # A distorted digit that is read as another one is a bad example of a digit.
    misread = ~scored.plain & (scored.labels >= 0) & (scored.found.labels != scored.labels)
    scored = scored.part(~misread)
    plain = scored.part(scored.plain).found
    means = np.stack([_mean_under(plain, label) for label in range(len(DIGIT_NAMES))])
    scales = (plain.features - means[plain.labels]).std(axis=0) + LEAST_SCALE
    inputs, is_digit = network_inputs(scored.found, means, scales), scored.labels != NO_LABEL
    network = fit_digit_network(inputs, is_digit, seed)
    digits = _unseen_scores(inputs, is_digit, scored.sources, seed)
    others = _unseen_scores(inputs, is_digit, scored.kinds, seed)
    known = ~np.isnan(digits)
    slope, offset = fit_odds(digits[known], others[~is_digit])
    plain_odds = slope * digits[scored.plain] + offset
    return Calibration(
        temperature=temperature,
        unsure_margin=margin,
        shares=FALSE_REJECTION_RATES,
        thresholds=_plain(np.quantile(plain_odds, FALSE_REJECTION_RATES)),
        means=_plain(means),
        scales=_plain(scales),
        digits=int(scored.plain.sum()),
        latents=scales.size - 2 * len(DIGIT_NAMES) - EXTRA_FEATURES - 1,
        hidden=_bounded(network.hidden),
        outputs=_bounded(slope * network.outputs + offset * np.eye(len(network.outputs))[-1]),
        shapes=SHAPE_NETWORK,
    )


def fit_odds(digits: DoubleArray, others: DoubleArray) -> tuple[float, float]:
    """Fit slope and offset from scores to the log odds of “digit” (Platt 1999) by Newton's method.

    Digits and others weigh the same: the odds hold where as many digits as other pictures are
    read.

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
    """Return scores, (N,), by networks fitted without the whole group; NaN for group −1.

    A network scores its own pictures, and others made from the same digits, too favourably:
    thresholds from such scores would reject nearly twice as many digits as promised.
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
    """Return numbers for JSON; six digits are more than the fit determines."""
    return tuple(float(f"{value:.6g}") for value in values.ravel())
