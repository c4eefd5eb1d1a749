"""Close calls, augmented views, and evidence through noise."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from desktop_cvae.core.results import (
    FloatArray,
    LabelScores,
)
from desktop_cvae.inference.recognition import (
    are_close_calls,
    augmented_views,
    channel_nats,
    noise_levels,
    softmax,
    through_noise,
)


def test_close_calls_are_those_of_two_near_labels() -> None:
    evidence = np.array([[-100, -109.9, -300], [-100, -110.1, -300]], np.float32)
    assert are_close_calls(evidence).tolist() == [True, False]
    assert are_close_calls(evidence[:, :1]).tolist() == [False, False]


def test_the_views_turn_slant_scale_and_move() -> None:
    image = np.zeros((28, 28), np.float32)
    image[4:24, 13:15] = 1.0
    seen = augmented_views(image)
    assert seen.shape == (10, 28, 28)
    assert seen.min() >= 0.0
    assert seen.max() <= 1.0 + 1e-6
    np.testing.assert_allclose(seen[6], np.roll(image, 1, axis=1), atol=1e-6)
    np.testing.assert_allclose(seen[9], np.roll(image, -1, axis=0), atol=1e-6)
    rows = np.flatnonzero(seen[4].max(axis=1) > 0.5)
    assert len(rows) == 22
    upper, lower = (float(np.argmax(seen[0][row])) for row in (5, 22))
    assert abs(upper - lower) >= 2


def test_what_leaves_the_frame_is_gone_and_black_comes_in() -> None:
    seen = augmented_views(np.ones((28, 28), np.float32))
    assert seen[6][:, 0].max() == 0.0
    assert seen[7][:, -1].max() == 0.0


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


@given(hnp.arrays(np.float32, (3, 10), elements=st.floats(-1e4, 0, width=32)))
def test_softmax_is_a_distribution_that_keeps_the_order(evidence):
    shares = softmax(evidence)
    np.testing.assert_allclose(shares.sum(axis=1), 1.0, rtol=1e-5)
    assert (shares[np.arange(3), evidence.argmax(axis=1)] == shares.max(axis=1)).all()
