"""Selection of a picture's preparation by the evidence.

``pictures.hypotheses`` proposes how a picture may be prepared. The rules' own hypothesis is read
first, and a clear digit costs no more than that. Where it leaves a doubt, all others are scored in
one call of the engine, and the one with the highest score s is selected:

    s = log prior + DIGIT · odds − EXCESS · log(−log p(x | z, y) − H(x))
        + MARGIN · min(margin, FARTHEST)

Here x is the picture as 28 × 28 under the hypothesis; −log p(x | z, y) − H(x) is the excess of the
likeliest label's reconstruction cost over the entropy of the grey levels, the least that any can
cost; ``odds`` are the log odds of the digit score, clipped; ``margin`` is the lead in evidence of
the best label over the second. The plain evidence cannot decide: it falls with the ink, so that
leaving out half of a digit would win. The ink that a hypothesis leaves out was tried as another
term, by the length of its outline: the fit gave it no weight.

Hypotheses under which the same digit is read support each other: SUPPORT times the logarithm of
their joint soft-max probability is added to each score. The highest sum is selected, and the
soft-max of the sums gives the probabilities. Of 2,160 undamaged digits 0 to 2 in 1,000 fewer are
read right than by the rules, and of damaged ones 16 in 100 more
(``tests/benchmarks/fit_hypotheses.py``).

Anything looks like a digit under one of many hypotheses; a digit does so under most. So the
verdict's log odds are those by the rules or, if larger,

    ALL_BIAS + ALL_MEAN · (mean of the log odds under all hypotheses).

At a false rejection rate of 3 % for damaged digits, the selected hypothesis's odds less a price
rejected 58 % of letters and other outliers; the mean rejects 86 %.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.calibration import MAX_FALSE_REJECTION_RATE, Calibration
from desktop_cvae.core.results import (
    NO_DIGIT,
    Candidate,
    FloatArray,
    IntArray,
    LabelScores,
    Recognition,
    Verdict,
)
from desktop_cvae.inference.digit_score import entropy_nats
from desktop_cvae.inference.evidence import score_evidence, softmax
from desktop_cvae.inference.recogniser import Recogniser
from desktop_cvae.pictures.hypotheses import Hypotheses

LOG_PRIORS = {
    "ink": (1.0, 0.5, 1.0, 0.5),
    "as_it_is": (0.2, 1.1, 0.5, 0.0),
    "inverted": (-0.2, -0.3, 0.9, 0.2),
    "with_lines": (0.0, 0.0, -0.1, 0.0),
    "without_lines": (0.0, 0.1, 0.0, 0.0),
    "other_paper": (-0.1, 0.3, 0.3, 0.0),
    "uneven_light": (-0.5, -0.3, -0.5, 0.0),
    "despeckled": (-0.1, 0.0, 0.0, 0.0),
    "foreign_ink": (0.0, 0.0, -0.2, 0.0),
    "main_piece": (-0.1, 0.0, -0.1, 0.0),
    "bridged": (0.0, 0.0, 0.0, 0.0),
    "thickened": (0.4, -0.2, -0.1, 0.0),
    "thinned": (0.3, -0.4, -0.5, -0.1),
}
"""Log prior of each hypothesis where the rules' own leaves a doubt: for a scan on even paper and on
other paper, and the same for a larger picture; see :meth:`Hypotheses.surroundings`. The rules' own,
``ink``, has one more than was fitted, so that it is shown where the same digit comes out."""
DIGIT, EXCESS, MARGIN = 0.62, 0.78, 0.038
"""Weights of the digit score, of the log excess, and of a nat of margin."""
ODDS = (-12.0, 8.0)
FARTHEST = 60.0
"""Largest margin that counts, in nats."""
LEAST_EXCESS_NATS = 0.1
SUPPORT = 5.0
"""Weight of the hypotheses that agree on a digit."""
ALL_BIAS, ALL_MEAN = -0.7, 2.0
"""Intercept and slope of the overall log odds over the mean under all hypotheses."""
CLEAR_ODDS, CLEAR_MARGIN = 2.5, 10.0
"""Log odds above the highest rejection threshold, and margin in nats, at which the rules' own
preparation is selected at once."""


def select_preparation(
    recogniser: Recogniser,
    pictures: Sequence[Hypotheses],
    false_rejection_rate: float,
    preparation: str = "",
) -> list[tuple[Candidate, ...]]:
    """Return each picture's hypotheses with their readings, the selected one first.

    Args:
        recogniser: reads them.
        pictures: the proposed hypotheses of each.
        false_rejection_rate: fraction of real digits rejected, in [0, 0.05].
        preparation: name of the hypothesis to select; "" lets the evidence decide.
    """
    found = [picture.first for picture in pictures if picture.first.found]
    images = np.array([first.image for first in found], np.float32)
    readings = iter(recogniser.read(images, false_rejection_rate))
    selected = []
    for picture in pictures:
        reading = next(readings) if picture.first.found else None
        first = Candidate(picture.first, 1.0, 0.0, reading)
        is_done = reading is None or (
            _is_clear(reading, recogniser.calibration) and not preparation
        )
        selected.append(
            (first,)
            if is_done
            else _score_all(recogniser, picture, first, false_rejection_rate, preparation)
        )
    return selected


def prepare_one_way(
    recogniser: Recogniser,
    pictures: Sequence[Hypotheses],
    false_rejection_rate: float,
    preparation: str,
) -> list[Candidate]:
    """Read each picture under one hypothesis, by its likeliest variant; no other one is made.

    Arguments as for :func:`select_preparation`. Where the hypothesis does not apply, the rules' own
    is read.
    """
    variants = [picture.named(preparation) or [picture.first] for picture in pictures]
    found = [one for picture, own in zip(pictures, variants, strict=True) for one in own]
    images = np.stack([one.image for one in found]) if found else np.zeros((0, 28, 28), np.float32)
    scores = score_evidence(recogniser.engine, images)
    readings = recogniser.recognise(scores, images, np.ones(len(images), np.int64), 0.0)
    terms = hypothesis_terms(scores, readings, images) @ (DIGIT, -EXCESS, MARGIN)
    chosen, start = [], 0
    for own in variants:
        chosen.append(own[int(terms[start : start + len(own)].argmax())])
        start += len(own)
    shown = [one for one in chosen if one.found]
    read = iter(recogniser.read(np.array([s.image for s in shown]), false_rejection_rate))
    return [Candidate(one, 1.0, 0.0, next(read) if one.found else None) for one in chosen]


def read_once(
    recogniser: Recogniser, pictures: Sequence[Hypotheses], false_rejection_rate: float
) -> list[Candidate]:
    """Read the rules' own preparation of each picture in one pass, without further views."""
    shown = [picture.first.image for picture in pictures if picture.first.found]
    images = np.array(shown, np.float32).reshape(-1, 28, 28)
    scores = score_evidence(recogniser.engine, images)
    once = np.ones(len(images), np.int64)
    read = iter(recogniser.recognise(scores, images, once, false_rejection_rate))
    return [
        Candidate(picture.first, 1.0, 0.0, next(read) if picture.first.found else None)
        for picture in pictures
    ]


def _is_clear(reading: Recognition, calibration: Calibration | None) -> bool:
    """True if the reading of the rules' own preparation leaves no doubt."""
    verdict = reading.verdict
    if verdict is None or verdict.digit_log_odds is None or calibration is None:
        return True  # without a digit score no hypothesis could win
    if (
        verdict.digit_log_odds
        < calibration.rejection_threshold(MAX_FALSE_REJECTION_RATE) + CLEAR_ODDS
    ):
        return False
    first, second = np.sort(reading.evidence_nats)[::-1][:2]
    return bool(first - second >= CLEAR_MARGIN)


def _score_all(
    recogniser: Recogniser,
    picture: Hypotheses,
    first: Candidate,
    false_rejection_rate: float,
    preparation: str,
) -> tuple[Candidate, ...]:
    """Score all hypotheses, each by its best variant: the chosen one first, then the likeliest."""
    hypotheses = picture.every(preparation)
    images = np.stack([one.image for one in hypotheses])
    scores = score_evidence(recogniser.engine, images)
    readings = recogniser.recognise(
        scores, images, np.ones(len(images), np.int64), false_rejection_rate
    )
    priors = np.array([LOG_PRIORS[one.preparation][picture.surroundings] for one in hypotheses])
    nats = priors + hypothesis_terms(scores, readings, images) @ (DIGIT, -EXCESS, MARGIN)
    best: dict[str, int] = {}
    for index in np.argsort(-nats, kind="stable").tolist():
        best.setdefault(hypotheses[index].preparation, index)
    chosen = list(best.values())
    supported = with_support(nats[chosen], scores.evidence_nats[chosen].argmax(axis=1))
    probabilities = softmax(supported[np.newaxis].astype(np.float32))[0]
    every = zip(chosen, probabilities.tolist(), supported.tolist(), strict=True)
    candidates = [
        Candidate(hypotheses[i], probability, own, readings[i]) for i, probability, own in every
    ]
    candidates.sort(key=lambda one: (one.name != preparation, -one.nats))
    # The selected one is read again with test-time augmentation, as every picture is. The false
    # rejection rate is 0 here because the odds under all hypotheses decide below.
    (reading,) = recogniser.read(candidates[0].prepared.image[np.newaxis], 0.0)
    rules = None if first.recognition is None else first.recognition.verdict
    odds = overall_odds(readings, None if rules is None else rules.digit_log_odds)
    return (
        replace(
            candidates[0],
            recognition=_judged(reading, odds, recogniser.calibration, false_rejection_rate),
        ),
        *candidates[1:],
    )


def with_support(nats: npt.NDArray[np.float64], labels: IntArray) -> npt.NDArray[np.float64]:
    """Add to scores (N,) the support of the hypotheses that give the same label."""
    weights = np.exp(nats - nats.max())
    together = np.bincount(labels, weights)[labels] / weights.sum()
    return np.asarray(nats + SUPPORT * np.log(together))


def overall_odds(readings: Sequence[Recognition], by_rules: float | None) -> float:
    """Combine the log odds under all hypotheses that a picture is a digit; see the module.

    Args:
        readings: under every hypothesis.
        by_rules: the odds by the rules' own preparation; the result is never below.
    """
    odds = ALL_BIAS + ALL_MEAN * float(np.mean([_odds(reading) for reading in readings]))
    return odds if by_rules is None else max(odds, by_rules)


def _judged(
    reading: Recognition, odds: float, calibration: Calibration | None, false_rejection_rate: float
) -> Recognition:
    """Give a reading that rejects nothing a verdict by these log odds."""
    verdict = reading.verdict
    if verdict is None or calibration is None:
        return reading
    if odds < calibration.rejection_threshold(false_rejection_rate):
        verdict = Verdict(NO_DIGIT, (), verdict.probability)
    return replace(reading, verdict=replace(verdict, digit_log_odds=odds))


def hypothesis_terms(
    scores: LabelScores, readings: Sequence[Recognition], images: FloatArray
) -> npt.NDArray[np.float64]:
    """Return the terms of a hypothesis's score; see the module.

    Args:
        scores: of the picture under N hypotheses.
        readings: the same, with verdicts.
        images: float32, (N, 28, 28), in [0, 1].

    Returns:
        float64, (N, 3), clipped odds, log excess and clipped margin; the margin of a model without
        labels is 0.
    """
    evidence = scores.evidence_nats.astype(np.float64)
    best = evidence.argmax(axis=1)
    ordered = np.sort(evidence, axis=1)
    second = ordered[:, -min(2, ordered.shape[1])]
    margin = np.minimum(ordered[:, -1] - second, FARTHEST)
    costs = scores.reconstruction_nats[np.arange(len(best)), best].astype(np.float64)
    excess = np.maximum(costs - entropy_nats(images), LEAST_EXCESS_NATS)
    odds = np.array([_odds(reading) for reading in readings])
    return np.stack([odds, np.log(excess), margin], axis=1)


def _odds(reading: Recognition) -> float:
    odds = None if reading.verdict is None else reading.verdict.digit_log_odds
    return 0.0 if odds is None else float(np.clip(odds, *ODDS))
