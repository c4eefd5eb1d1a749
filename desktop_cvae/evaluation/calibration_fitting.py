"""Fitting of a model's calibration on digits that it has not learned from.

It reads them in many looks, and pictures that are not digits.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.evaluation.rejection import ScoredPictures, fit_rejection
from desktop_cvae.inference.digit_score import OutlierFeatures, outlier_features
from desktop_cvae.inference.evidence import score_evidence
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.pictures.preparation import to_mnist_style
from desktop_cvae.synthesis.damage import damage
from desktop_cvae.synthesis.restyling import bend, drawn_digits, restyle
from desktop_cvae.synthesis.synthetic_outliers import make_synthetic_outliers, outlier_kinds

CHUNK = 100
LARGEST_NOISE = 0.5
NO_SOURCE = -1
"""Source index of pictures that were not made from a particular digit."""
MOST_DIGITS = 6000
FEWEST_DIGITS = 500
"""Fewest digits for a digit score: fewer cannot determine a 1 % quantile or the score's weights."""
DOUBTFUL = 0.25
"""Error rate above which answers are called unsure."""
_PER_DIGIT = {
    "plain": 1.0,
    "restyled": 0.3,
    "noisy": 0.2,
    "bent": 0.3,
    "drawn": 0.3,
    "damaged": 0.7,
    "outliers": 1.4,
    "outliers, restyled": 0.15,
    "outliers, noisy": 0.15,
}
"""Pictures of each kind per held-out digit, in scoring order.

With more bent digits, more letters pass that look like a leaning digit."""


@dataclass(frozen=True, eq=False)
class CalibrationBatch:
    """Pictures of one kind.

    Attributes:
        images: float32, (N, 28, 28), in [0, 1].
        labels: int64, (N,), true labels; −1 for pictures that are not digits.
        sources: int64, (N,), which digit each was made from, or ``NO_SOURCE``.
        kinds: int64, (N,), kinds of the pictures that are not digits; −1 for digits.
        is_plain: they are those digits themselves.
    """

    images: FloatArray
    labels: IntArray
    sources: IntArray
    kinds: IntArray
    is_plain: bool = False


def batch_sizes(count: int, can_reject: bool) -> dict[str, int]:
    """Return the number of pictures of each kind for a number of digits, in scoring order."""
    per_digit = _PER_DIGIT if can_reject else {"plain": 1.0}
    return {kind: round(factor * count) for kind, factor in per_digit.items()}


def batches(
    images: FloatArray, labels: IntArray, seed: int, can_reject: bool
) -> Iterator[CalibrationBatch]:
    """Yield all batches, each made when it is asked for.

    Args:
        images: float32, (N, 28, 28), in [0, 1], held-out digits.
        labels: int64, (N,), of the ten digits if ``can_reject``.
        seed: seed of all random choices.
        can_reject: False gives the digits only.
    """
    for number, (kind, size) in enumerate(batch_sizes(len(images), can_reject).items()):
        for start in range(0, size, CHUNK):
            # There are more outliers than digits, so the indices start again.
            sources = np.arange(start, min(start + CHUNK, size)) % len(images)
            own = int(np.random.default_rng([seed, 37, number, start]).integers(2**31))
            yield _batch(kind, images, labels, sources, own)


def _batch(
    kind: str, images: FloatArray, labels: IntArray, sources: IntArray, seed: int
) -> CalibrationBatch:
    count, none = len(sources), np.full_like(sources, -1)
    if kind == "plain":
        return CalibrationBatch(images[sources], labels[sources], sources, none, is_plain=True)
    if kind == "drawn":
        drawn, drawn_labels = drawn_digits(count, seed)
        return CalibrationBatch(drawn, drawn_labels, none, none)
    if kind in _LOOKS:
        return CalibrationBatch(_LOOKS[kind](images[sources], seed), labels[sources], sources, none)
    outliers = make_synthetic_outliers(images, labels, count, seed)
    look = _LOOKS.get(kind.removeprefix("outliers, "))
    shown = outliers if look is None else look(outliers, seed)
    return CalibrationBatch(shown, none, none, outlier_kinds(count))


def _noisy(images: FloatArray, seed: int) -> FloatArray:
    """Add noise of random levels; redraw every third picture with another pen, too."""
    rng = np.random.default_rng([seed, 33])
    looks = images.copy()
    looks[::3] = restyle(images[::3], seed)
    level = rng.uniform(0, LARGEST_NOISE, (len(images), 1, 1)).astype(np.float32)
    noise = rng.standard_normal(images.shape, np.float32)
    return np.clip(looks + level * noise, 0, 1).astype(np.float32)


def _spoilt(images: FloatArray, seed: int) -> FloatArray:
    """Damage pictures; prepare every second one afterwards, as a damaged picture would be."""
    looks = damage(images, seed)
    for index in range(0, len(looks), 2):
        prepared = to_mnist_style(looks[index])
        looks[index] = prepared.image if prepared.found else images[index]
    return looks


_LOOKS: dict[str, Callable[[FloatArray, int], FloatArray]] = {
    "restyled": restyle,
    "bent": bend,
    "noisy": _noisy,
    "damaged": _spoilt,
}


def calibrate(
    model: OpenedModel, images: FloatArray, labels: IntArray, seed: int = 0
) -> Task[Calibration]:
    """Fit temperature, margin and, for a model of the ten digits, the digit score.

    Args:
        model: has labels.
        images: float32, (N, 28, 28), in [0, 1], held-out digits; the first 6,000 count.
        labels: int64, (N,), true labels.
        seed: of outliers, pens and noise.

    Yields:
        pictures scored, after every chunk.

    Returns:
        without a digit score if there are fewer than 500 digits, or the labels are not the ten
        digits: such a model may be meant to read letters, which count as outliers here.

    Raises:
        MissingLabels: the model has none.
    """
    if not model.has_labels:
        raise MissingLabels(model.spec.preset)
    images, labels = images[:MOST_DIGITS], labels[:MOST_DIGITS]
    can_reject = len(images) >= FEWEST_DIGITS and model.label_names == DIGIT_NAMES
    total = sum(batch_sizes(len(images), can_reject).values())
    made = batches(images, labels, seed, can_reject)
    scored, evidence = yield from _score(model, made, total)
    temperature = fit_temperature(evidence, labels)
    margin = fit_margin(evidence, labels, temperature)
    if not can_reject:
        return Calibration(temperature, margin, digits=len(images))
    return fit_rejection(scored, temperature, margin, seed)


def fit_temperature(evidence_nats: FloatArray, labels: IntArray) -> float:
    """Return the temperature in [0.05, 500] of least −log p(y | x), by golden-section search.

    Args:
        evidence_nats: float32, (N, K).
        labels: int64, (N,).
    """
    low, high = math.log(0.05), math.log(500.0)
    ratio = (math.sqrt(5) - 1) / 2
    while high - low > 1e-4:
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        if _nll(evidence_nats, labels, math.exp(left)) < _nll(
            evidence_nats, labels, math.exp(right)
        ):
            high = right
        else:
            low = left
    return math.exp((low + high) / 2)


def fit_margin(evidence_nats: FloatArray, labels: IntArray, temperature: float) -> float:
    """Return the margin between the two best labels, in nats, below which 1 of 4 answers is wrong.

    Args:
        evidence_nats: float32, (N, K).
        labels: int64, (N,).
        temperature: decides where there are no errors to learn from.
    """
    ranked = np.sort(evidence_nats, axis=1)
    margin = ranked[:, -1] - ranked[:, -2]
    order = np.argsort(margin)
    wrong = (evidence_nats.argmax(axis=1) != labels)[order]
    error_rates = wrong.cumsum() / np.arange(1, len(wrong) + 1)
    doubtful = np.flatnonzero(error_rates >= DOUBTFUL)
    if len(doubtful) == 0:
        # The margin at which a calibrated soft-max gives the other label 1 in 4.
        return min(temperature * math.log(1 / DOUBTFUL - 1), 10_000.0)
    return min(float(margin[order[doubtful[-1]]]), 10_000.0)


def _nll(evidence_nats: FloatArray, labels: IntArray, temperature: float) -> float:
    logits = evidence_nats.astype(np.float64) / temperature
    logits -= logits.max(axis=1, keepdims=True)
    right = logits[np.arange(len(labels)), labels]
    return float((np.log(np.exp(logits).sum(axis=1)) - right).mean())


def _score(
    model: OpenedModel, batches: Iterator[CalibrationBatch], total: int
) -> Task[tuple[ScoredPictures, FloatArray]]:
    """Score all pictures; also return the evidence of the plain digits."""
    found: list[ScoredPictures] = []
    evidence: list[FloatArray] = []
    done = 0
    for batch in _made_ahead(batches):
        scores = score_evidence(model.engine, batch.images)
        if batch.is_plain:
            evidence.append(scores.evidence_nats)
        plain = np.full(len(batch.images), batch.is_plain)
        features = outlier_features(scores, batch.images)
        found.append(ScoredPictures(features, batch.labels, batch.sources, batch.kinds, plain))
        done += len(batch.images)
        yield Progress(done, total)
    return _joined(found), np.concatenate(evidence)


def _made_ahead(batches: Iterator[CalibrationBatch]) -> Iterator[CalibrationBatch]:
    """Yield the batches, making the next one on another core while the model scores this one."""
    with ThreadPoolExecutor(1) as maker:
        coming = maker.submit(next, batches, None)
        while (batch := coming.result()) is not None:
            coming = maker.submit(next, batches, None)
            yield batch


def _joined(parts: list[ScoredPictures]) -> ScoredPictures:
    return ScoredPictures(
        OutlierFeatures(
            np.concatenate([part.found.features for part in parts]),
            np.concatenate([part.found.labels for part in parts]),
        ),
        np.concatenate([part.labels for part in parts]),
        np.concatenate([part.sources for part in parts]),
        np.concatenate([part.kinds for part in parts]),
        np.concatenate([part.plain for part in parts]),
    )
