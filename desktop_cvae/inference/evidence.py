"""Evidence of a picture: the ELBO under every label, with test-time augmentation.

Close calls are scored again with test-time augmentation: ten more views, in one more call.

Two labels that explain a picture about equally well often differ by a nat or two that depends on
an odd hook or a rounded pixel. Turned, slanted, scaled and moved a little, the picture is still the
same digit, and the mean of the evidence over all views has less of this noise. Importance-weighted
evidence (Burda et al. 2016, arXiv:1509.00519) was measured for comparison: it costs more and
decides no better, because the posterior is narrow and the noise lies in the picture.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.deadlines import check_deadline
from desktop_cvae.core.errors import ModelFileError
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import DoubleArray, FloatArray, IntArray, LabelScores
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.noisy_channel import apply_noisy_channel, crossover_probabilities

SIZE, CENTER = 28, 13.5
CLOSE_NATS = 10.0
"""Margin in nats below which two labels are a close call: about 1 % of MNIST's test digits."""
_VIEWS = (
    # degrees, slant, log of the size, pixels to the right, pixels down
    (8.0, 0.0, 0.0, 0.0, 0.0),
    (-8.0, 0.0, 0.0, 0.0, 0.0),
    (0.0, 0.15, 0.0, 0.0, 0.0),
    (0.0, -0.15, 0.0, 0.0, 0.0),
    (0.0, 0.0, 0.1, 0.0, 0.0),
    (0.0, 0.0, -0.1, 0.0, 0.0),
    (0.0, 0.0, 0.0, 1.0, 0.0),
    (0.0, 0.0, 0.0, -1.0, 0.0),
    (0.0, 0.0, 0.0, 0.0, 1.0),
    (0.0, 0.0, 0.0, 0.0, -1.0),
)


def score_evidence(engine: Engine, images: FloatArray) -> LabelScores:
    """Score every image under every label in one call, noisy ones through the channel.

    Args:
        engine: the loaded model.
        images: float32, (B, 28, 28), in [0, 1], white ink on black.

    Raises:
        ModelFileError: a score is no finite number, as with finite but huge weights.
    """
    scores = engine.score(images)
    if not np.isfinite(scores.evidence_nats).all():
        raise ModelFileError(
            tr(
                "The model’s answer is not a number: its weights are damaged or far too large. "
                "Choose another model."
            )
        )
    return apply_noisy_channel(scores, images)


def softmax(evidence_nats: FloatArray) -> FloatArray:
    """Return p(y | x) under equal priors, with the ELBO standing for log p(x | y).

    Args:
        evidence_nats: float32, (B, K).

    Returns:
        float32, (B, K), rows sum to 1.
    """
    shifted = evidence_nats - evidence_nats.max(axis=-1, keepdims=True)
    weights = np.exp(shifted.astype(np.float64))
    probabilities: FloatArray = weights / weights.sum(axis=-1, keepdims=True)
    return probabilities.astype(np.float32)


def average_over_views(
    engine: Engine, images: FloatArray, scores: LabelScores, *, only_close: bool = True
) -> tuple[LabelScores, IntArray]:
    """Average the evidence of close calls over eleven views (test-time augmentation).

    Args:
        engine: the loaded model.
        images: float32, (B, 28, 28), in [0, 1].
        scores: of those images, as :func:`score_evidence` gives them.
        only_close: False averages all, not the close calls alone.

    Returns:
        the scores, whose reconstructions and latents stay those of the pictures as they are;
        and int64, (B,), the number of views averaged for each.
    """
    close = np.flatnonzero(~np.bool_(only_close) | are_close_calls(scores.evidence_nats))
    views = np.ones(len(images), np.int64)
    if not len(close):
        return scores, views
    nats, kl = scores.reconstruction_nats.copy(), scores.kl_nats.copy()
    for index in close:
        check_deadline()
        seen = augmented_views(images[index])
        # Turned and enlarged, ink may reach the ring in which noise is measured, so the views keep
        # the channel of the picture itself.
        foreign = None if scores.foreign is None else scores.foreign[index][np.newaxis]
        flips = np.repeat(crossover_probabilities(images[index][np.newaxis], foreign), len(seen))
        others = apply_noisy_channel(engine.score(seen), seen, flips)
        nats[index] = _mean_with(nats[index], others.reconstruction_nats)
        kl[index] = _mean_with(kl[index], others.kl_nats)
        views[index] += len(seen)
    return dataclasses.replace(scores, reconstruction_nats=nats, kl_nats=kl), views


def are_close_calls(evidence_nats: FloatArray) -> npt.NDArray[np.bool_]:
    """Tell where two labels explain the image nearly equally well; bool, (B,)."""
    if evidence_nats.shape[1] < 2:
        return np.zeros(len(evidence_nats), np.bool_)
    second, first = np.sort(evidence_nats, axis=1)[:, -2:].T
    return np.asarray(first - second < CLOSE_NATS)


def augmented_views(image: FloatArray) -> FloatArray:
    """Return views of the image from slightly different sides; bilinear, black outside.

    Args:
        image: float32, (28, 28), in [0, 1].

    Returns:
        float32, (10, 28, 28), in [0, 1].
    """
    flat = np.append(image.reshape(-1), np.float32(0.0))
    seen: FloatArray = (flat[_INDICES] * _WEIGHTS).sum(axis=-1, dtype=np.float32)
    return seen.reshape(-1, *image.shape)


def _mean_with(own: FloatArray, others: FloatArray) -> FloatArray:
    mean: FloatArray = np.concatenate([own[np.newaxis], others]).mean(axis=0, dtype=np.float32)
    return mean


def _sampling() -> tuple[npt.NDArray[np.intp], FloatArray]:
    """Return for each view and pixel the four source indices and their bilinear weights.

    Returns:
        integers (10, 784, 4), where 784 stands for the black outside, and float32 of that shape.
    """
    down, right = np.mgrid[:SIZE, :SIZE].reshape(2, -1) - CENTER
    indices, weights = [], []
    for degrees, slant, log_size, x, y in _VIEWS:
        cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
        # Positions in the source move against the picture: a larger view samples a smaller part.
        shrink = np.exp(-log_size)
        columns = shrink * (cos * right + (sin + slant) * down) + CENTER - x
        rows = shrink * (cos * down - sin * right) + CENTER - y
        corners = [(np.floor(rows) + i, np.floor(columns) + j) for i in (0, 1) for j in (0, 1)]
        indices.append(np.stack([_indices_of(*corner) for corner in corners], axis=-1))
        near = [(1 - abs(rows - r)) * (1 - abs(columns - c)) for r, c in corners]
        weights.append(np.stack(near, axis=-1))
    return np.stack(indices), np.stack(weights).astype(np.float32)


def _indices_of(rows: DoubleArray, columns: DoubleArray) -> npt.NDArray[np.intp]:
    inside = (rows >= 0) & (rows < SIZE) & (columns >= 0) & (columns < SIZE)
    return np.where(inside, rows * SIZE + columns, SIZE**2).astype(np.intp)


_INDICES, _WEIGHTS = _sampling()
