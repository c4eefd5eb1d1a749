"""The preparation of a picture, decided by the evidence.

``pictures.hypotheses`` says what a picture may be. The rules' own hypothesis is read first, and a
clear digit costs no more than that. Where it leaves a doubt, all others are scored in one call of
the engine, and the one of the highest score s is believed:

    s = log prior + DIGIT · odds − EXCESS · log(−log p(x | z, y) − H(x))
        + MARGIN · min(margin, FARTHEST)

Here x is the picture as 28 × 28 under the hypothesis; −log p(x | z, y) − H(x) is the excess of the
likeliest label's reconstruction cost over the entropy of the grey levels, the least that any can
cost; ``odds`` are the log odds of the digit score, clipped; ``margin`` is the evidence that the
best label has before the second. The plain evidence cannot decide: it falls with the ink, so that
leaving out half of a digit would win. What a hypothesis leaves out was weighed too, by the length
of its outline: a fit gave that no weight.

Hypotheses under which the same digit is read support each other: their share of the soft-max of s,
its logarithm times SUPPORT, is added to each of them. What then comes first is believed, and the
soft-max of that are the shares. Of 2,160 undamaged digits 0 to 2 in 1,000 fewer are read right so
than by the rules, and of damaged ones 16 in 100 more (``tests/benchmarks/fit_hypotheses.py``).

Among many ways to see a picture, anything looks like a digit in one; a digit does so in most. So
the verdict's odds are those by the rules or, if more,

    ALL_BIAS + ALL_MEAN · (mean of the odds under all hypotheses).

Where 3 % of damaged digits were refused by the odds of the believed hypothesis less a price, 58 %
of letters and other outliers were; by the mean it is 86 %.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.calibration import LARGEST_REFUSAL, Calibration
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
from desktop_cvae.inference.recognition import score_through_noise, softmax
from desktop_cvae.pictures.hypotheses import Hypotheses

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel

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
"""Log prior of each hypothesis, where the rules' own leaves a doubt: of a scan on even paper and on
other paper, and the same of a larger picture; see :meth:`Hypotheses.surroundings`. The rules' own,
``ink``, has one more than was fitted: where the same digit comes out, theirs is the picture."""
DIGIT, EXCESS, MARGIN = 0.62, 0.78, 0.038
"""Weights of the digit score, of the log excess, and of a nat."""
ODDS = (-12.0, 8.0)
FARTHEST = 60.0
"""A margin beyond this says nothing more; nats."""
LEAST_EXCESS_NATS = 0.1
SUPPORT = 5.0
"""By so much the hypotheses count that give the same digit."""
ALL_BIAS, ALL_MEAN = -0.7, 2.0
"""Log odds of a digit whose odds under all hypotheses are even, and by the mean of those."""
CLEAR_ODDS, CLEAR_MARGIN = 1.0, 10.0
"""The rules' own preparation is believed at once of a digit whose odds are so far above those of
the strictest threshold, and whose evidence has such a margin in nats."""


def believe(
    model: OpenedModel, pictures: Sequence[Hypotheses], refuse: float, preparation: str = ""
) -> list[tuple[Candidate, ...]]:
    """What each picture may be, the believed hypothesis first, with how it is read.

    Args:
        model: reads them.
        pictures: as they were looked at.
        refuse: share of real digits that may be refused, in [0, 0.05].
        preparation: the name of the hypothesis that is wished; "" for none.
    """
    found = [picture.first for picture in pictures if picture.first.found]
    images = np.array([first.image for first in found], np.float32)
    readings = iter(model.read(images, refuse))
    believed = []
    for picture in pictures:
        reading = next(readings) if picture.first.found else None
        first = Candidate(picture.first, 1.0, 0.0, reading)
        is_done = reading is None or (_is_clear(reading, model.calibration) and not preparation)
        believed.append(
            (first,) if is_done else _second_look(model, picture, first, refuse, preparation)
        )
    return believed


def _is_clear(reading: Recognition, calibration: Calibration | None) -> bool:
    """True if the rules' own preparation, read so, leaves no doubt."""
    verdict = reading.verdict
    if verdict is None or verdict.digit_odds is None or calibration is None:
        return True  # nothing could decide
    if verdict.digit_odds < calibration.threshold(LARGEST_REFUSAL) + CLEAR_ODDS:
        return False
    first, second = np.sort(reading.evidence_nats)[::-1][:2]
    return bool(first - second >= CLEAR_MARGIN)


def _second_look(
    model: OpenedModel, picture: Hypotheses, first: Candidate, refuse: float, preparation: str
) -> tuple[Candidate, ...]:
    """All hypotheses, each by its best variant: the wished one first, then the likeliest."""
    hypotheses = picture.every(preparation)
    images = np.stack([one.image for one in hypotheses])
    scores = score_through_noise(model.engine, images)
    readings = model.recognitions(scores, images, np.ones(len(images), np.int64), refuse)
    priors = np.array([LOG_PRIORS[one.preparation][picture.surroundings] for one in hypotheses])
    nats = priors + hypothesis_terms(scores, readings, images) @ (DIGIT, -EXCESS, MARGIN)
    best: dict[str, int] = {}
    for index in np.argsort(-nats, kind="stable").tolist():
        best.setdefault(hypotheses[index].preparation, index)
    chosen = list(best.values())
    supported = with_support(nats[chosen], scores.evidence_nats[chosen].argmax(axis=1))
    shares = softmax(supported[np.newaxis].astype(np.float32))[0]
    every = zip(chosen, shares.tolist(), supported.tolist(), strict=True)
    candidates = [Candidate(hypotheses[i], share, own, readings[i]) for i, share, own in every]
    candidates.sort(key=lambda one: (one.name != preparation, -one.nats))
    # Read as every picture is: close calls are looked at from all sides.
    (reading,) = model.read(candidates[0].prepared.image[np.newaxis], 0.0)
    rules = None if first.recognition is None else first.recognition.verdict
    odds = overall_odds(readings, None if rules is None else rules.digit_odds)
    return (
        replace(candidates[0], recognition=_judged(reading, odds, model.calibration, refuse)),
        *candidates[1:],
    )


def with_support(nats: npt.NDArray[np.float64], labels: IntArray) -> npt.NDArray[np.float64]:
    """Scores (N,) to which those of the hypotheses that give the same label are added."""
    shares = np.exp(nats - nats.max())
    together = np.bincount(labels, shares)[labels] / shares.sum()
    return np.asarray(nats + SUPPORT * np.log(together))


def overall_odds(readings: Sequence[Recognition], by_rules: float | None) -> float:
    """Log odds that a picture is a digit, all ways to see it together; see the module.

    Args:
        readings: under every hypothesis.
        by_rules: the odds by the rules' own preparation; the result is never below.
    """
    odds = ALL_BIAS + ALL_MEAN * float(np.mean([_odds(reading) for reading in readings]))
    return odds if by_rules is None else max(odds, by_rules)


def _judged(
    reading: Recognition, odds: float, calibration: Calibration | None, refuse: float
) -> Recognition:
    """A reading that refuses nothing, with a verdict by these odds."""
    verdict = reading.verdict
    if verdict is None or calibration is None:
        return reading
    if odds < calibration.threshold(refuse):
        verdict = Verdict(NO_DIGIT, (), verdict.probability)
    return replace(reading, verdict=replace(verdict, digit_odds=odds))


def hypothesis_terms(
    scores: LabelScores, readings: Sequence[Recognition], images: FloatArray
) -> npt.NDArray[np.float64]:
    """What the score of a hypothesis weighs; see the module.

    Args:
        scores: of the picture under N hypotheses.
        readings: the same, with verdicts.
        images: float32, (N, 28, 28), in [0, 1].

    Returns:
        float64, (N, 3), clipped odds, log excess and clipped margin.
    """
    evidence = scores.evidence_nats.astype(np.float64)
    best = evidence.argmax(axis=1)
    ordered = np.sort(evidence, axis=1)
    margin = np.minimum(ordered[:, -1] - ordered[:, -2], FARTHEST)
    costs = scores.reconstruction_nats[np.arange(len(best)), best].astype(np.float64)
    excess = np.maximum(costs - entropy_nats(images), LEAST_EXCESS_NATS)
    odds = np.array([_odds(reading) for reading in readings])
    return np.stack([odds, np.log(excess), margin], axis=1)


def _odds(reading: Recognition) -> float:
    odds = None if reading.verdict is None else reading.verdict.digit_odds
    return 0.0 if odds is None else float(np.clip(odds, *ODDS))
