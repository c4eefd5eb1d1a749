"""Fits a model's calibration on digits that it has not learned from."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.ports import Engine
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.inference.calibration_pictures import Batch, batch_sizes, batches
from desktop_cvae.inference.digit_score import Profile, profile
from desktop_cvae.inference.noise_channel import through_noise
from desktop_cvae.inference.refusal_fitting import Asked, fit_refusal

MOST_DIGITS = 6000
FEWEST_DIGITS = 500
"""Fewer say nothing of one digit in a hundred, and cannot carry the score's weights."""
DOUBTFUL = 0.25
"""Answers are unsure where so many of them are wrong."""

Progress = Callable[[int, int], None]


def calibrate(
    engine: Engine,
    images: FloatArray,
    labels: IntArray,
    seed: int = 0,
    on_progress: Progress | None = None,
) -> Calibration:
    """Fit temperature, margin and, for a model of the ten digits, refusal.

    Args:
        engine: the loaded model, with labels.
        images: float32, (N, 28, 28), in [0, 1], held-out digits; the first 6,000 count.
        labels: int64, (N,), true labels.
        seed: of decoys, pens and noise.
        on_progress: told (pictures scored, pictures in all) after every chunk.

    Returns:
        without a digit score if there are fewer than 500 digits, or the labels are not the ten
        digits: letters, which are the decoys' kin, may then be what the model is for.

    Raises:
        MissingLabels: the model has none.
    """
    if not engine.spec.conditional:
        raise MissingLabels(engine.spec.preset)
    images, labels = images[:MOST_DIGITS], labels[:MOST_DIGITS]
    can_refuse = len(images) >= FEWEST_DIGITS and engine.spec.label_names == DIGIT_NAMES
    total = sum(batch_sizes(len(images), can_refuse).values())
    made = batches(images, labels, seed, can_refuse)
    asked, evidence = _ask(engine, made, total, on_progress)
    temperature = fit_temperature(evidence, labels)
    margin = fit_margin(evidence, labels, temperature)
    if not can_refuse:
        return Calibration(temperature, margin, digits=len(images))
    return fit_refusal(asked, temperature, margin, seed)


def fit_temperature(evidence_nats: FloatArray, labels: IntArray) -> float:
    """The temperature of least −log p(y | x), in [0.05, 500], by golden-section search.

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
    """Nats between the two best labels under which one answer in four is wrong.

    Args:
        evidence_nats: float32, (N, K).
        labels: int64, (N,).
        temperature: decides where there are no errors to learn from.
    """
    ranked = np.sort(evidence_nats, axis=1)
    margin = ranked[:, -1] - ranked[:, -2]
    order = np.argsort(margin)
    wrong = (evidence_nats.argmax(axis=1) != labels)[order]
    share = wrong.cumsum() / np.arange(1, len(wrong) + 1)
    doubtful = np.flatnonzero(share >= DOUBTFUL)
    if len(doubtful) == 0:
        # The odds at which a calibrated soft-max says 1 in 4 of the other label.
        return min(temperature * math.log(1 / DOUBTFUL - 1), 10_000.0)
    return min(float(margin[order[doubtful[-1]]]), 10_000.0)


def _nll(evidence_nats: FloatArray, labels: IntArray, temperature: float) -> float:
    logits = evidence_nats.astype(np.float64) / temperature
    logits -= logits.max(axis=1, keepdims=True)
    right = logits[np.arange(len(labels)), labels]
    return float((np.log(np.exp(logits).sum(axis=1)) - right).mean())


def _ask(
    engine: Engine, batches: Iterator[Batch], total: int, on_progress: Progress | None
) -> tuple[Asked, FloatArray]:
    """What is found in all pictures; evidence of the plain digits."""
    found: list[Asked] = []
    evidence: list[FloatArray] = []
    done = 0
    for batch in _made_ahead(batches):
        scores = through_noise(engine.score(batch.images), batch.images)
        if batch.is_plain:
            evidence.append(scores.evidence_nats)
        plain = np.full(len(batch.images), batch.is_plain)
        found.append(Asked(profile(scores, batch.images), batch.labels, batch.sources, plain))
        done += len(batch.images)
        if on_progress is not None:
            on_progress(done, total)
    return _joined(found), np.concatenate(evidence)


def _made_ahead(batches: Iterator[Batch]) -> Iterator[Batch]:
    """The same, the next one made on another core while the model looks at this one."""
    with ThreadPoolExecutor(1) as maker:
        coming = maker.submit(next, batches, None)
        while (batch := coming.result()) is not None:
            coming = maker.submit(next, batches, None)
            yield batch


def _joined(parts: list[Asked]) -> Asked:
    return Asked(
        Profile(
            np.concatenate([part.profile.features for part in parts]),
            np.concatenate([part.profile.labels for part in parts]),
        ),
        np.concatenate([part.labels for part in parts]),
        np.concatenate([part.sources for part in parts]),
        np.concatenate([part.plain for part in parts]),
    )
