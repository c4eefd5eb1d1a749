"""Evidence of a noisy picture: the likelihood knows that pixels may lie.

A decoder that has learned clean digits is certain of its background: one grey speck there costs
it several nats, and hundreds of specks drown what speaks for a label. A picture under noise is
therefore scored as seen through a binary symmetric channel: with probability ε a pixel shows the
opposite of what the decoder means, p(x | z) = Bernoulli(ε + (1 − 2ε)·σ(l)). The decoder itself
stays as sharp as it was trained. A clean picture is scored as ever.
"""

from __future__ import annotations

import dataclasses

import numpy as np

from desktop_cvae.core.results import FloatArray, LabelScores

RING_PX = 3
NOISELESS = 0.03
MAX_FLIP = 0.25
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


def through_noise(
    scores: LabelScores, images: FloatArray, levels: FloatArray | None = None
) -> LabelScores:
    """Score the noisy among the pictures anew, with ε = σ² of the noise found.

    Args:
        scores: of those images, by the plain likelihood.
        images: float32, (B, 28, 28), in [0, 1].
        levels: float32, (B,), of the noise; None finds them.

    Returns:
        the same for clean pictures; ``reconstruction_nats`` of noisy ones through the channel.
    """
    levels = noise_levels(images) if levels is None else levels
    noisy = np.flatnonzero(levels > NOISELESS)
    if not len(noisy):
        return scores
    nats = scores.reconstruction_nats.copy()
    for index in noisy:
        flip = min(float(levels[index]) ** 2, MAX_FLIP)
        nats[index] = channel_nats(scores.reconstructions[index], images[index], flip)
    return dataclasses.replace(scores, reconstruction_nats=nats)


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
