"""The evidence of a picture: the ELBO under every label, through noise, over several views.

Evidence of a noisy picture: the likelihood knows that pixels may lie.

A decoder that has learned clean digits is certain of its background: one grey speck there costs
it several nats, and hundreds of specks drown what speaks for a label. A picture under noise is
therefore scored as seen through a binary symmetric channel: with probability ε a pixel shows the
opposite of what the decoder means, p(x | z) = Bernoulli(ε + (1 − 2ε)·σ(l)). The decoder itself
stays as sharp as it was trained. A clean picture is scored as ever. Pixels that belong to
something else (a line, a stamp, a missing piece) are found by what the likeliest digit leaves
unexplained, in pieces; a picture that has some is scored through a channel too.

Close calls are scored again under test-time augmentation: ten views, in one more call.

Two labels that explain a picture nearly as well as each other are often told apart by a nat or
two that an odd hook or a rounded pixel has decided. Turned, slanted, scaled and moved a little,
the picture is still the same digit, and the mean of the evidence over all views has less of such
chance. Importance-weighted evidence (Burda et al. 2016, arXiv:1509.00519) was measured beside it:
it costs more and decides no better, since the posterior is narrow and what differs is the picture.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.results import FloatArray, IntArray, LabelScores
from desktop_cvae.inference.engine import Engine

RING_PX = 3
NOISELESS = 0.03
MAX_FLIP = 0.25
FOREIGN_FLIP = 0.05
"""ε beside foreign ink, as the label contrast was trained on damaged digits."""
FOREIGN_ODDS, COHERENCE, FOREIGN_ROUNDS = -3.5, 4.0, 8
"""Log odds that a lone pixel is foreign, how much its neighbours add, steps of the mean field."""
FOREIGN_RANGE = (0.02, 0.98)
"""A reconstruction is never surer of a pixel than this, where foreign ink is looked for."""
LEAST_FOREIGN_PX = 6
_LOG_2 = float(np.log(2))
_HALF_NORMAL_MEAN = 1.0 / np.sqrt(2.0 * np.pi)
"""Mean of max(0, N(0, 1)): what Gaussian noise leaves on a black background."""


def noise_levels(images: FloatArray) -> FloatArray:
    """The standard deviation of the noise, from the ring that no prepared digit reaches.

    Args:
        images: float32, (B, 28, 28), in [0, 1], white ink on black.

    Returns:
        float32, (B,), in grey levels; other kinds of noise count with what they leave there.
    """
    inside = slice(RING_PX, -RING_PX)
    ring = np.ones(images.shape[1:], np.bool_)
    ring[inside, inside] = False
    levels: FloatArray = (images[:, ring].mean(axis=1) / _HALF_NORMAL_MEAN).astype(np.float32)
    return levels


def channel_flips(images: FloatArray, foreign: FloatArray | None = None) -> FloatArray:
    """ε of the channel through which each picture is scored; 0 for a clean one.

    Args:
        images: float32, (B, 28, 28), in [0, 1].
        foreign: float32, (B, 28, 28), as :func:`foreign_ink` finds it; None is none.

    Returns:
        float32, (B,): σ² of the noise found, and at least ``FOREIGN_FLIP`` beside foreign ink.
    """
    levels = noise_levels(images)
    flips = np.where(levels > NOISELESS, np.minimum(levels**2, MAX_FLIP), 0)
    if foreign is not None:
        flips = np.maximum(flips, FOREIGN_FLIP * foreign.any(axis=(1, 2)))
    return np.asarray(flips, np.float32)


def through_noise(
    scores: LabelScores, images: FloatArray, flips: FloatArray | None = None
) -> LabelScores:
    """Score anew the pictures under noise, and those with foreign ink.

    Args:
        scores: of those images, by the plain likelihood.
        images: float32, (B, 28, 28), in [0, 1].
        flips: float32, (B,), ε of each one's channel; None finds them.

    Returns:
        the same for clean pictures; ``reconstruction_nats`` of others through the channel.
    """
    if flips is None:
        best = scores.evidence_nats.argmax(axis=1)
        foreign = foreign_ink(scores.reconstructions[np.arange(len(best)), best], images)
        scores = scores if foreign is None else dataclasses.replace(scores, foreign=foreign)
        flips = channel_flips(images, foreign)
    anew = np.flatnonzero(flips)
    if not len(anew):
        return scores
    nats = scores.reconstruction_nats.copy()
    for index in anew:
        flip = float(flips[index])
        nats[index] = channel_nats(scores.reconstructions[index], images[index], flip)
    return dataclasses.replace(scores, reconstruction_nats=nats)


def foreign_ink(meant: FloatArray, images: FloatArray) -> FloatArray | None:
    """Where pictures show something else than the digit: strange strokes, blots, missing pieces.

    Each pixel belongs to the digit, as the likeliest label's reconstruction p has it, or to
    something of which nothing is known, where black and white are as likely. What is foreign
    comes in pieces, so a pixel's neighbours speak for it: a mean field of an Ising prior
    (Geman and Geman 1984), m = σ(a + c·(mean of m around it) − log p(x | p) − log 2).

    Args:
        meant: float32, (B, 28, 28), in [0, 1], their reconstructions under the likeliest label.
        images: float32, (B, 28, 28), in [0, 1].

    Returns:
        float32, (B, 28, 28), the probability that a pixel is foreign, zeros for pictures with
        less than a piece of ``LEAST_FOREIGN_PX``; None if there are but such.
    """
    meant = np.clip(meant, *FOREIGN_RANGE)
    odds = -images * np.log(meant) - (1 - images) * np.log1p(-meant) + (FOREIGN_ODDS - _LOG_2)
    # Next to none of the pictures has as many pixels that its digit does not explain.
    strange = np.flatnonzero((odds + COHERENCE > 0).sum(axis=(1, 2)) >= LEAST_FOREIGN_PX)
    if not len(strange):
        return None
    field = np.zeros((len(strange), *images.shape[1:]), np.float32)
    for _ in range(FOREIGN_ROUNDS):
        field = 1 / (1 + np.exp(-(odds[strange] + COHERENCE * _mean_around(field))))
    has_piece = (field > 0.5).sum(axis=(1, 2)) >= LEAST_FOREIGN_PX
    if not has_piece.any():
        return None
    foreign = np.zeros_like(images)
    foreign[strange[has_piece]] = field[has_piece]
    return foreign


def _mean_around(field: FloatArray) -> FloatArray:
    """Mean of the eight pixels around each, 0 beyond the border; float32, (B, 28, 28)."""
    padded = np.pad(field, ((0, 0), (1, 1), (1, 1)))
    rows = padded[:, :-2] + padded[:, 1:-1] + padded[:, 2:]
    around: FloatArray = (rows[..., :-2] + rows[..., 1:-1] + rows[..., 2:] - field) / np.float32(8)
    return around


def channel_nats(reconstructions: FloatArray, image: FloatArray, flip: float) -> FloatArray:
    """−log p(x | z) through the channel, summed over pixels.

    Args:
        reconstructions: float32, (K, 28, 28), in [0, 1].
        image: float32, (28, 28), in [0, 1].
        flip: ε in (0, 0.5).

    Returns:
        float32, (K,), nats.
    """
    meant = (flip + (1.0 - 2.0 * flip) * reconstructions).reshape(len(reconstructions), -1)
    seen = image.reshape(-1)
    nats: FloatArray = -(np.log(meant) @ seen + np.log1p(-meant) @ (1.0 - seen))
    return nats.astype(np.float32)


def score_through_noise(engine: Engine, images: FloatArray) -> LabelScores:
    """Score every image under every label in one call, the noisy ones through the channel.

    Args:
        engine: the loaded model.
        images: float32, (B, 28, 28), in [0, 1], white ink on black.
    """
    return through_noise(engine.score(images), images)


def softmax(evidence_nats: FloatArray) -> FloatArray:
    """p(y | x) under equal priors, the ELBO standing for log p(x | y).

    Args:
        evidence_nats: float32, (B, K).

    Returns:
        float32, (B, K), rows sum to 1.
    """
    shifted = evidence_nats - evidence_nats.max(axis=-1, keepdims=True)
    weights = np.exp(shifted.astype(np.float64))
    shares: FloatArray = (weights / weights.sum(axis=-1, keepdims=True)).astype(np.float32)
    return shares


Numbers = npt.NDArray[np.float64]
SIZE, CENTER = 28, 13.5
CLOSE_NATS = 10.0
"""A picture is a close call when its two best labels are nearer than this: about one MNIST test
digit in a hundred."""

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


def average_close_calls(
    engine: Engine, images: FloatArray, scores: LabelScores
) -> tuple[LabelScores, IntArray]:
    """Test-time augmentation: close calls by the mean over eleven views.

    Args:
        engine: the loaded model.
        images: float32, (B, 28, 28), in [0, 1].
        scores: of those images, as :func:`score_through_noise` gives them.

    Returns:
        the scores, where reconstructions and latents stay those of the pictures as they are;
        and int64, (B,), how many views each is a mean of.
    """
    close = np.flatnonzero(are_close_calls(scores.evidence_nats))
    views = np.ones(len(images), np.int64)
    if not len(close):
        return scores, views
    nats, kl = scores.reconstruction_nats.copy(), scores.kl_nats.copy()
    for index in close:
        seen = augmented_views(images[index])
        # Turned and enlarged, ink may reach the ring where noise is looked for: it stays as found.
        foreign = None if scores.foreign is None else scores.foreign[index][np.newaxis]
        flips = np.repeat(channel_flips(images[index][np.newaxis], foreign), len(seen))
        others = through_noise(engine.score(seen), seen, flips)
        nats[index] = _mean_with(nats[index], others.reconstruction_nats)
        kl[index] = _mean_with(kl[index], others.kl_nats)
        views[index] += len(seen)
    return dataclasses.replace(scores, reconstruction_nats=nats, kl_nats=kl), views


def are_close_calls(evidence_nats: FloatArray) -> npt.NDArray[np.bool_]:
    """Where two labels explain the picture nearly as well as each other, bool, (B,)."""
    if evidence_nats.shape[1] < 2:
        return np.zeros(len(evidence_nats), np.bool_)
    second, first = np.sort(evidence_nats, axis=1)[:, -2:].T
    return np.asarray(first - second < CLOSE_NATS)


def augmented_views(image: FloatArray) -> FloatArray:
    """The picture seen a little differently, bilinear, black outside.

    Args:
        image: float32, (28, 28), in [0, 1].

    Returns:
        float32, (10, 28, 28), in [0, 1].
    """
    flat = np.append(image.reshape(-1), np.float32(0.0))
    seen: FloatArray = (flat[_PLACES] * _SHARES).sum(axis=-1, dtype=np.float32)
    return seen.reshape(-1, *image.shape)


def _mean_with(own: FloatArray, others: FloatArray) -> FloatArray:
    mean: FloatArray = np.concatenate([own[np.newaxis], others]).mean(axis=0, dtype=np.float32)
    return mean


def _sampling() -> tuple[npt.NDArray[np.intp], FloatArray]:
    """For each view and pixel the four places it is mixed from, and their shares.

    Returns:
        integers (10, 784, 4), where 784 stands for the black outside, and float32 of that shape.
    """
    down, right = np.mgrid[:SIZE, :SIZE].reshape(2, -1) - CENTER
    places, shares = [], []
    for degrees, slant, log_size, x, y in _VIEWS:
        cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
        shrink = np.exp(-log_size)
        columns = shrink * (cos * right + (sin + slant) * down) + CENTER - x
        rows = shrink * (cos * down - sin * right) + CENTER - y
        corners = [(np.floor(rows) + i, np.floor(columns) + j) for i in (0, 1) for j in (0, 1)]
        places.append(np.stack([_place(*corner) for corner in corners], axis=-1))
        near = [(1 - abs(rows - r)) * (1 - abs(columns - c)) for r, c in corners]
        shares.append(np.stack(near, axis=-1))
    return np.stack(places), np.stack(shares).astype(np.float32)


def _place(rows: Numbers, columns: Numbers) -> npt.NDArray[np.intp]:
    inside = (rows >= 0) & (rows < SIZE) & (columns >= 0) & (columns < SIZE)
    return np.where(inside, rows * SIZE + columns, SIZE**2).astype(np.intp)


_PLACES, _SHARES = _sampling()
