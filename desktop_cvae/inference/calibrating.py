"""Fits a model's calibration on digits that it has not learned from."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.calibration import LARGEST, REFUSED_SHARES, Calibration
from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.ports import Engine
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.images.decoys import make_decoys, restyle
from desktop_cvae.inference.digit_score import Numbers, Profile, profile, terms
from desktop_cvae.inference.logistic import fit_logistic
from desktop_cvae.inference.noise_channel import through_noise

CHUNK = 100
MOST_DIGITS = 6000
FEWEST_DIGITS = 500
"""Fewer say nothing of one digit in a hundred, and cannot carry the score's weights."""
FOLDS = 4
ACCIDENTS = 0.07
"""Share of decoys left out as digits by accident: those that look most like digits."""
PENALTY = 3.0
LARGEST_NOISE = 0.5
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
    sets = [images, *(_other_sets(images, labels, seed) if can_refuse else ())]
    found, evidence = _ask(engine, sets, on_progress)
    temperature = fit_temperature(evidence, labels)
    margin = fit_margin(evidence, labels, temperature)
    if not can_refuse:
        return Calibration(temperature, margin, digits=len(images))
    return _with_score(found, temperature, margin)


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


def _other_sets(images: FloatArray, labels: IntArray, seed: int) -> list[FloatArray]:
    """Digits by other pens and under noise; decoys plain, by other pens, under noise."""
    rng = np.random.default_rng([seed, 33])
    count = len(images)
    decoys = make_decoys(images, labels, count + count // 5, seed)
    many = count * 3 // 5
    penned, penned_decoys = restyle(images[:many], seed), restyle(decoys[:many], seed + 1)
    noisy = np.concatenate([images[many:], penned[: many // 2]])
    noisy_decoys = np.concatenate([decoys[many:], penned_decoys[: many // 2]])
    return [penned, _noisy(noisy, rng), decoys, penned_decoys, _noisy(noisy_decoys, rng)]


def _noisy(images: FloatArray, rng: np.random.Generator) -> FloatArray:
    level = rng.uniform(0, LARGEST_NOISE, (len(images), 1, 1)).astype(np.float32)
    noise = rng.standard_normal(images.shape, np.float32)
    return np.clip(images + level * noise, 0, 1).astype(np.float32)


def _ask(
    engine: Engine, sets: list[FloatArray], on_progress: Progress | None
) -> tuple[list[Profile], FloatArray]:
    """Profiles of every set; evidence of the first."""
    total, done = sum(len(images) for images in sets), 0
    profiles, evidence = [], []
    for number, images in enumerate(sets):
        parts = []
        for start in range(0, len(images), CHUNK):
            chunk = images[start : start + CHUNK]
            scores = through_noise(engine.score(chunk), chunk)
            parts.append(profile(scores, chunk))
            if number == 0:
                evidence.append(scores.evidence_nats)
            done += len(chunk)
            if on_progress is not None:
                on_progress(done, total)
        profiles.append(_joined(parts))
    return profiles, np.concatenate(evidence)


def _joined(parts: list[Profile]) -> Profile:
    return Profile(
        np.concatenate([part.features for part in parts]),
        np.concatenate([part.labels for part in parts]),
    )


def _with_score(found: list[Profile], temperature: float, margin: float) -> Calibration:
    plain = found[0]
    means = np.stack([_mean_under(plain, label) for label in range(len(DIGIT_NAMES))])
    scales = (plain.features - means[plain.labels]).std(axis=0) + 1e-3
    everything = _joined(found)
    sizes = [len(part.labels) for part in found]
    is_digit = np.repeat([True, True, True, False, False, False], sizes)
    products = terms(everything, means, scales)
    weights = _weights(products, is_digit)
    scores = _unseen_scores(products, is_digit, sizes[0], weights)
    return Calibration(
        temperature=temperature,
        unsure_margin=margin,
        shares=REFUSED_SHARES,
        thresholds=_plain(np.quantile(scores, REFUSED_SHARES)),
        means=_plain(means),
        scales=_plain(scales),
        weights=_plain(weights),
        digits=sizes[0],
    )


def _mean_under(found: Profile, label: int) -> Numbers:
    """Mean features of a label; of all pictures if none was read so."""
    chosen = found.labels == label
    mean = found.features[chosen].mean(axis=0) if chosen.any() else found.features.mean(axis=0)
    return np.asarray(np.clip(mean, -LARGEST, LARGEST), np.float64)


def _unseen_scores(
    products: Numbers, is_digit: npt.NDArray[np.bool_], count: int, near: Numbers
) -> Numbers:
    """Scores of the first ``count`` pictures, each by weights fitted without it.

    On its own pictures a fit flatters itself: it would refuse nearly twice what it promises.
    """
    scores = np.empty(count)
    for fold in range(FOLDS):
        held_out = np.zeros(len(products), np.bool_)
        held_out[fold:count:FOLDS] = True
        # All the pictures' weights are but the start: the steps end where the others' are.
        weights = _weights(products[~held_out], is_digit[~held_out], near)
        scores[fold:count:FOLDS] = products[held_out] @ weights
    return scores


def _weights(
    products: Numbers, is_digit: npt.NDArray[np.bool_], near: Numbers | None = None
) -> Numbers:
    """Fitted twice: the second time without the decoys that are digits by accident."""
    first = fit_logistic(products, is_digit, PENALTY, near)
    scores = products @ first
    kept = is_digit | (scores <= np.quantile(scores[~is_digit], 1 - ACCIDENTS))
    return fit_logistic(products[kept], is_digit[kept], PENALTY, first)


def _plain(values: Numbers) -> tuple[float, ...]:
    """For JSON: eight digits are more than the fit knows."""
    return tuple(float(f"{value:.8g}") for value in values.ravel())
