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

The soft-max of s are the hypotheses' shares. A verdict is that of the believed one; among many
ways to see it, anything looks like a digit in one. So the odds of another than the rules' own are
lowered by a price.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.results import (
    NO_DIGIT,
    Candidate,
    FloatArray,
    LabelScores,
    PreparedDigit,
    Recognition,
    Verdict,
)
from desktop_cvae.inference.digit_score import entropy_nats
from desktop_cvae.inference.recognition import score_through_noise, softmax
from desktop_cvae.pictures.hypotheses import Hypotheses

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel

LOG_PRIORS = {
    "ink": -0.9,
    "as_it_is": 0.9,
    "inverted": 0.7,
    "with_lines": 0.0,
    "without_lines": 0.7,
    "other_paper": 0.5,
    "uneven_light": -0.9,
    "despeckled": 0.5,
    "main_piece": -1.0,
    "bridged": 0.3,
    "thickened": -0.7,
    "thinned": -0.3,
}
"""Log prior of each hypothesis, where the rules' own leaves a doubt."""
DIGIT, EXCESS, MARGIN = 0.5, 1.2, 0.035
"""Weights of the digit score, of the log excess, and of a nat."""
ODDS = (-12.0, 8.0)
FARTHEST = 30.0
"""A margin beyond this says nothing more; nats."""
LEAST_EXCESS_NATS = 0.1
PRICE = 7.0
"""Log odds that a picture has to have more if it is no digit by the rules' own preparation."""
CLEAR_ODDS, CLEAR_MARGIN = 1.5, 10.0
"""The rules' own preparation is believed at once of a digit of such odds and such a margin."""


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
        is_done = reading is None or (_is_clear(reading) and not preparation)
        believed.append(
            (first,) if is_done else _second_look(model, picture, first, refuse, preparation)
        )
    return believed


def _is_clear(reading: Recognition) -> bool:
    """True if the rules' own preparation leaves no doubt."""
    verdict = reading.verdict
    if verdict is None or verdict.digit_odds is None:
        return True  # nothing could decide
    if verdict.digit_odds < CLEAR_ODDS:
        return False
    first, second = np.sort(reading.evidence_nats)[::-1][:2]
    return bool(first - second >= CLEAR_MARGIN)


def _second_look(
    model: OpenedModel, picture: Hypotheses, first: Candidate, refuse: float, preparation: str
) -> tuple[Candidate, ...]:
    """All hypotheses, each by its best variant: the wished one first, then the likeliest."""
    hypotheses = picture.every()
    images = np.stack([one.image for one in hypotheses])
    scores = score_through_noise(model.engine, images)
    readings = model.recognitions(scores, images, np.ones(len(images), np.int64), refuse)
    nats = hypothesis_nats(hypotheses, scores, readings, images)
    best: dict[str, int] = {}
    for index in np.argsort(-nats, kind="stable").tolist():
        best.setdefault(hypotheses[index].preparation, index)
    chosen = list(best.values())
    shares = softmax(nats[np.newaxis, chosen].astype(np.float32))[0]
    candidates = [
        Candidate(hypotheses[index], float(share), float(nats[index]), readings[index])
        for index, share in zip(chosen, shares, strict=True)
    ]
    candidates.sort(key=lambda one: one.name != preparation)  # stable: else by their score
    return (_read_again(model, candidates[0], first, refuse), *candidates[1:])


def _read_again(
    model: OpenedModel, believed: Candidate, first: Candidate, refuse: float
) -> Candidate:
    """The believed one as every picture is read, close calls looked at from all sides."""
    if believed.prepared is first.prepared:
        return replace(believed, recognition=first.recognition)
    (reading,) = model.read(believed.prepared.image[np.newaxis], refuse)
    rules = first.recognition
    assert rules is not None, "it was read first"
    return replace(believed, recognition=_at_a_price(model, reading, rules, refuse))


def _at_a_price(
    model: OpenedModel, reading: Recognition, rules: Recognition, refuse: float
) -> Recognition:
    """A reading whose odds are lowered, yet not below those by the rules' own preparation."""
    verdict, calibration = reading.verdict, model.calibration
    if verdict is None or verdict.digit_odds is None or calibration is None:
        return reading
    before = None if rules.verdict is None else rules.verdict.digit_odds
    least = -np.inf if before is None else min(before, verdict.digit_odds)
    odds = max(verdict.digit_odds - PRICE, least)
    if odds < calibration.threshold(refuse):
        verdict = Verdict(NO_DIGIT, (), verdict.probability)
    return replace(reading, verdict=replace(verdict, digit_odds=odds))


def hypothesis_nats(
    hypotheses: Sequence[PreparedDigit],
    scores: LabelScores,
    readings: Sequence[Recognition],
    images: FloatArray,
) -> npt.NDArray[np.float64]:
    """The score of each hypothesis about one picture; see the module.

    Args:
        hypotheses: the digit under each of N.
        scores: of them.
        readings: the same, with verdicts.
        images: float32, (N, 28, 28), in [0, 1].
    """
    evidence = scores.evidence_nats.astype(np.float64)
    best = evidence.argmax(axis=1)
    ordered = np.sort(evidence, axis=1)
    margin = np.minimum(ordered[:, -1] - ordered[:, -2], FARTHEST)
    costs = scores.reconstruction_nats[np.arange(len(best)), best].astype(np.float64)
    excess = np.maximum(costs - entropy_nats(images), LEAST_EXCESS_NATS)
    odds = np.array([_odds(reading) for reading in readings])
    prior = np.array([LOG_PRIORS[one.preparation] for one in hypotheses])
    total: npt.NDArray[np.float64] = (
        prior + DIGIT * odds - EXCESS * np.log(excess) + MARGIN * margin
    )
    return total


def _odds(reading: Recognition) -> float:
    odds = None if reading.verdict is None else reading.verdict.digit_odds
    return 0.0 if odds is None else float(np.clip(odds, *ODDS))
