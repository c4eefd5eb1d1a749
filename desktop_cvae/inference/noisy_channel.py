"""Noisy-channel likelihood: evidence of pictures whose pixels may be wrong.

A decoder that has learned clean digits is certain of its background: one grey speck there costs
it several nats, and hundreds of specks drown what speaks for a label. A picture under noise is
therefore scored as seen through a binary symmetric channel: with the crossover probability ε a
pixel shows the opposite of what the decoder means, p(x | z) = Bernoulli(ε + (1 − 2ε)·σ(l)). The
decoder itself stays as sharp as it was trained. A clean picture is scored without the channel.
Pixels that belong to something else (a line, a stamp, a missing piece) are found in the pieces that
the likeliest digit leaves unexplained; a picture that has such pieces is scored through a channel
too.

Tested in tests/inference/test_evidence.py.
"""

from __future__ import annotations

import dataclasses

import numpy as np

from desktop_cvae.core.results import FloatArray, LabelScores

RING_PX = 3
"""Width of the border that no prepared digit reaches."""
NOISELESS = 0.03
"""Noise level, in grey levels, up to which a picture counts as clean."""
MAX_CROSSOVER = 0.25
"""Largest ε; at 0.5 a pixel would say nothing."""
FOREIGN_CROSSOVER = 0.05
"""ε beside foreign ink, as in the training of the label contrast on damaged digits."""
FOREIGN_ODDS, COHERENCE, FOREIGN_ROUNDS = -3.5, 4.0, 8
"""Log odds that a lone pixel is foreign, weight of its neighbours, mean-field steps."""
FOREIGN_RANGE = (0.02, 0.98)
"""Range of a reconstruction's probabilities in the search for foreign ink."""
LEAST_FOREIGN_PX = 6
_LOG_2 = float(np.log(2))
_HALF_NORMAL_MEAN = 1.0 / np.sqrt(2.0 * np.pi)
"""Mean of max(0, N(0, 1)): what Gaussian noise leaves on a black background."""


def noise_levels(images: FloatArray) -> FloatArray:
    """Estimate the noise's standard deviation from the ring that no prepared digit reaches.

    Args:
        images: float32, (B, 28, 28), in [0, 1], white ink on black.

    Returns:
        float32, (B,), in grey levels; other kinds of noise count with the grey that they leave.
    """
    inside = slice(RING_PX, -RING_PX)
    ring = np.ones(images.shape[1:], np.bool_)
    ring[inside, inside] = False
    levels: FloatArray = (images[:, ring].mean(axis=1) / _HALF_NORMAL_MEAN).astype(np.float32)
    return levels


def crossover_probabilities(images: FloatArray, foreign: FloatArray | None = None) -> FloatArray:
    """Return ε of the channel through which each picture is scored; 0 for a clean one.

    Args:
        images: float32, (B, 28, 28), in [0, 1].
        foreign: float32, (B, 28, 28), as :func:`foreign_ink` finds it; None is none.

    Returns:
        float32, (B,): σ² of the noise found, and at least ``FOREIGN_CROSSOVER`` beside foreign ink.
    """
    levels = noise_levels(images)
    flips = np.where(levels > NOISELESS, np.minimum(levels**2, MAX_CROSSOVER), 0)
    if foreign is not None:
        flips = np.maximum(flips, FOREIGN_CROSSOVER * foreign.any(axis=(1, 2)))
    return np.asarray(flips, np.float32)


def apply_noisy_channel(
    scores: LabelScores, images: FloatArray, flips: FloatArray | None = None
) -> LabelScores:
    """Rescore pictures under noise and those with foreign ink.

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
        flips = crossover_probabilities(images, foreign)
    affected = np.flatnonzero(flips)
    if not len(affected):
        return scores
    nats = scores.reconstruction_nats.copy()
    for index in affected:
        flip = float(flips[index])
        nats[index] = noisy_channel_nats(scores.reconstructions[index], images[index], flip)
    return dataclasses.replace(scores, reconstruction_nats=nats)


def foreign_ink(meant: FloatArray, images: FloatArray) -> FloatArray | None:
    """Find ink that is not the digit's: strange strokes, blots, missing pieces.

    Each pixel belongs to the digit, as the likeliest label's reconstruction p has it, or to
    something unknown, where black and white are equally likely. Foreign ink comes in pieces, so a
    pixel's neighbours count as evidence: a mean field of an Ising prior (Geman and Geman 1984),
    m = σ(a + c·(mean of m around it) − log p(x | p) − log 2).

    Args:
        meant: float32, (B, 28, 28), in [0, 1], their reconstructions under the likeliest label.
        images: float32, (B, 28, 28), in [0, 1].

    Returns:
        float32, (B, 28, 28), the probability that a pixel is foreign, zeros for pictures with
        less than ``LEAST_FOREIGN_PX`` of it; None if no picture has more.
    """
    meant = np.clip(meant, *FOREIGN_RANGE)
    odds = -images * np.log(meant) - (1 - images) * np.log1p(-meant) + (FOREIGN_ODDS - _LOG_2)
    # Hardly any picture has as many unexplained pixels, so the mean field runs for few.
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
    """Return the mean of each pixel's eight neighbours, 0 beyond the border; (B, 28, 28)."""
    padded = np.pad(field, ((0, 0), (1, 1), (1, 1)))
    rows = padded[:, :-2] + padded[:, 1:-1] + padded[:, 2:]
    around: FloatArray = (rows[..., :-2] + rows[..., 1:-1] + rows[..., 2:] - field) / np.float32(8)
    return around


def noisy_channel_nats(reconstructions: FloatArray, image: FloatArray, flip: float) -> FloatArray:
    """Return −log p(x | z) through the channel, summed over pixels.

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
