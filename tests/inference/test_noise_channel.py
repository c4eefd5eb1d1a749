"""Noise is found on the background, and does not drown what speaks for a label."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_cvae.core.results import FloatArray, LabelScores
from desktop_cvae.inference.noise_channel import channel_nats, noise_levels, through_noise


def stroke(column: int) -> FloatArray:
    image = np.zeros((28, 28), np.float32)
    image[6:22, column : column + 3] = 1.0
    return image


def under_noise(image: FloatArray, level: float, seed: int = 7) -> FloatArray:
    noise = np.random.default_rng(seed).normal(0.0, level, image.shape)
    return np.clip(image + noise, 0.0, 1.0).astype(np.float32)


@pytest.mark.parametrize("level", [0.1, 0.3, 0.5])
def test_the_level_is_read_off_the_background(level: float) -> None:
    found = noise_levels(np.stack([under_noise(stroke(12), level, seed) for seed in range(20)]))
    assert found == pytest.approx(level, rel=0.35)
    assert found.mean() == pytest.approx(level, rel=0.08)


def test_a_clean_picture_keeps_its_scores() -> None:
    images = stroke(12)[np.newaxis]
    scores = scored(images)
    assert through_noise(scores, images) is scores


def test_a_certain_decoder_reads_through_noise() -> None:
    images = under_noise(stroke(12), 0.4)[np.newaxis]
    scores = through_noise(scored(images), images)
    right, wrong = scores.reconstruction_nats[0]
    assert right < wrong
    assert wrong < 784


def test_without_flips_the_channel_is_the_plain_likelihood() -> None:
    decoded = np.full((1, 28, 28), 0.25, np.float32)
    image = stroke(10)
    ink = float(image.sum())
    expected = -(ink * np.log(0.25) + (784 - ink) * np.log(0.75))
    assert channel_nats(decoded, image, 1e-7)[0] == pytest.approx(expected, rel=1e-4)


def scored(images: FloatArray) -> LabelScores:
    """Two labels: the stroke where it is, and elsewhere; both sure of their background."""
    decoded = np.stack([stroke(12), stroke(18)])[np.newaxis] * np.float32(0.999) + np.float32(5e-4)
    return LabelScores(
        reconstructions=decoded,
        reconstruction_nats=np.zeros((1, 2), np.float32),
        kl_nats=np.zeros((1, 2), np.float32),
        latent_means=np.zeros((1, 2, 4), np.float32),
    )
