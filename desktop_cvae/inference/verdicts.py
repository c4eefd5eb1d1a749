"""Verdicts on pictures: each is a digit, may be one of several, or is not a digit.

A piece of a line is seldom as clean as a lone digit, and other handwriting is rejected more often
than MNIST's. Among digits, a doubtful piece is still a digit. Among letters it is not: half of all
letters look like some digit, but hardly any word does. In a line, the digit score of a piece is
therefore judged in the context of its neighbours' scores. Where one digit in 250 of hard lines
(``tests/benchmarks/hard_numbers.py``) is rejected, this rejects 70 % of the letters of words in
many fonts instead of 17 %, and a lone letter among digits in 15 % of cases instead of 19 %.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.calibration import MAX_FALSE_REJECTION_RATE, Calibration
from desktop_cvae.core.results import (
    DIGIT,
    NO_DIGIT,
    UNSURE,
    DoubleArray,
    FloatArray,
    IntArray,
    LabelScores,
    Verdict,
)
from desktop_cvae.inference.digit_score import digit_scores, outlier_features
from desktop_cvae.inference.evidence import softmax

MOST_LABELS = 3
"""Most labels named in an unsure answer."""
CONTEXT_WEIGHT = 1.5
"""Weight of a piece's neighbours beside its own score."""
FARTHEST = 4.0
"""Range to which neighbours' scores are clipped, in units of the digit score."""
NEIGHBOURS = 3
"""Neighbouring pieces counted on each side; few, as words and numbers may stand in one line."""
USUAL = 1.2
"""Neutral context; a piece without neighbours is judged as a single digit."""
ALONE = 1.0
"""Neutral pieces added to the neighbours: one neighbour proves little."""


def judge(
    scores: LabelScores,
    images: FloatArray,
    calibration: Calibration | None,
    false_rejection_rate: float,
    chosen: IntArray | None = None,
    *,
    are_neighbours: bool = False,
    odds: FloatArray | None = None,
) -> list[Verdict]:
    """Return the verdicts on images; the model is not asked again.

    Args:
        scores: of the images, by a model with labels.
        images: float32, (B, 28, 28), in [0, 1], what was read, noise included.
        calibration: the model's; None takes the evidence as it is.
        false_rejection_rate: fraction of real digits rejected, in [0, 0.05]; 0 rejects none.
        chosen: int64, (B,), labels that a field's rule asks for; None for those of the evidence.
        are_neighbours: the images are the pieces of one line, from left to right.
        odds: (B,), log odds that they are digits, where they were found before; None finds them
            from the scores.
    """
    evidence = scores.evidence_nats
    probabilities = calibrated(evidence, calibration)
    log_odds = (
        digit_log_odds(scores, images, calibration, are_neighbours=are_neighbours)
        if odds is None
        else odds
    )
    margin = 0.0 if calibration is None else calibration.unsure_margin
    rejected = np.zeros(len(images), np.bool_)
    if calibration is not None:
        rejected = are_blank(images) | (
            log_odds < calibration.rejection_threshold(false_rejection_rate)
        )
    best = evidence.argmax(axis=1) if chosen is None else chosen
    verdicts = []
    for index, label in enumerate(map(int, best)):
        probability = float(probabilities[index, label])
        like = (
            float(log_odds[index]) if calibration is not None and calibration.can_reject else None
        )
        if rejected[index]:
            verdicts.append(Verdict(NO_DIGIT, (), probability, like))
            continue
        order = np.argsort(-evidence[index], kind="stable")
        behind = evidence[index, order[0]] - evidence[index]
        near = [int(k) for k in order if behind[k] < margin or k == order[0]]
        labels = (label, *(other for other in near if other != label))[:MOST_LABELS]
        verdicts.append(Verdict(UNSURE if labels[1:] else DIGIT, labels, probability, like))
    return verdicts


def calibrated(evidence_nats: FloatArray, calibration: Calibration | None) -> FloatArray:
    """Return p(y | x), the soft-max at the fitted temperature (Guo et al. 2017, section 4.2).

    Args:
        evidence_nats: float32, (B, K).
        calibration: None for temperature 1.

    Returns:
        float32, (B, K), rows sum to 1.
    """
    temperature = 1.0 if calibration is None else calibration.temperature
    return softmax((evidence_nats / np.float32(temperature)).astype(np.float32))


def are_blank(images: FloatArray) -> npt.NDArray[np.bool_]:
    """Tell which images (B, 28, 28) hold no ink; bool, (B,)."""
    blank: npt.NDArray[np.bool_] = images.max(axis=(1, 2)) == 0
    return blank


def digit_log_odds(
    scores: LabelScores,
    images: FloatArray,
    calibration: Calibration | None,
    *,
    are_neighbours: bool = False,
) -> DoubleArray:
    """Return the log odds that images are digits, float64, (B,); 0 if the model cannot tell.

    Args:
        scores: of those images, as they are read.
        images: float32, (B, 28, 28), in [0, 1].
        calibration: None, and one that rejects nothing, cannot tell.
        are_neighbours: the images are the pieces of one line, from left to right.
    """
    if calibration is None or not calibration.can_reject:
        return np.zeros(len(images))
    found = outlier_features(scores, images, with_shapes=bool(calibration.shapes))
    odds = digit_scores(found, calibration)
    if are_neighbours:
        middle = calibration.rejection_threshold(MAX_FALSE_REJECTION_RATE)
        context = neighbour_context(np.clip(odds - middle, -FARTHEST, FARTHEST))
        odds = odds + CONTEXT_WEIGHT * (context - USUAL)
    return odds


def neighbour_context(odds: DoubleArray) -> DoubleArray:
    """Return the mean score of each piece's neighbours, shrunk towards the neutral context.

    Args:
        odds: float64, (N,), digit scores above those that one digit in twenty stays below.

    Returns:
        float64, (N,).
    """
    count = len(odds)
    apart = np.abs(np.arange(count)[:, np.newaxis] - np.arange(count))
    near = (apart > 0) & (apart <= NEIGHBOURS)
    means: DoubleArray = (near @ odds + ALONE * USUAL) / (near.sum(1) + ALONE)
    return means
