"""Close calls, augmented views, and evidence through noise."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from fakes import FakeEngine
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from desktop_cvae.core.errors import ModelFileError
from desktop_cvae.core.results import (
    FloatArray,
    LabelScores,
)
from desktop_cvae.inference.evidence import (
    are_close_calls,
    augmented_views,
    average_over_views,
    score_evidence,
    softmax,
)
from desktop_cvae.inference.noisy_channel import (
    FOREIGN_CROSSOVER,
    MAX_CROSSOVER,
    apply_noisy_channel,
    crossover_probabilities,
    foreign_ink,
    noise_levels,
    noisy_channel_nats,
)


def test_close_calls_are_those_of_two_near_labels() -> None:
    evidence = np.array([[-100, -109.9, -300], [-110, -300, -100]], np.float32)
    assert are_close_calls(evidence).tolist() == [True, False]
    assert are_close_calls(evidence[:, :2]).tolist() == [True, False]
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
    assert apply_noisy_channel(scores, images) is scores


def struck_out() -> FloatArray:
    """The stroke under a bar that no label draws."""
    image = stroke(12)
    image[12:14, 3:26] = 1.0
    return image


def _meant(image: FloatArray) -> FloatArray:
    """Its reconstruction under the likeliest label, twice."""
    scores = scored(image[np.newaxis])
    return np.repeat(
        scores.reconstructions[0, scores.evidence_nats.argmax()][np.newaxis], 2, axis=0
    )


def test_foreign_ink_is_what_the_likeliest_digit_leaves_unexplained() -> None:
    images = np.stack([stroke(12), struck_out()])
    foreign = foreign_ink(_meant(images[0]), images)
    assert foreign is not None
    assert not foreign[0].any()
    bar = np.zeros((28, 28), bool)
    bar[12:14, 3:26] = True
    bar[6:22, 12:15] = False
    np.testing.assert_array_equal(foreign[1] > 0.5, bar)


def test_a_missing_piece_is_foreign_and_scattered_specks_are_not() -> None:
    whole, specks = stroke(12), stroke(12)
    cut = whole.copy()
    cut[10:15] = 0
    specks[2:26:6, 2:10:7] = 1.0
    foreign = foreign_ink(_meant(whole), np.stack([cut, specks]))
    assert foreign is not None
    assert (foreign[0] > 0.5)[10:15, 12:15].all()
    assert not foreign[1].any()


def test_beside_foreign_ink_one_strange_pixel_costs_little() -> None:
    images = struck_out()[np.newaxis]
    found = apply_noisy_channel(scored(images), images)
    assert found.foreign_of(0) is not None
    expected = noisy_channel_nats(found.reconstructions[0], images[0], FOREIGN_CROSSOVER)
    np.testing.assert_allclose(found.reconstruction_nats[0], expected, rtol=1e-6)
    assert crossover_probabilities(images)[0] < FOREIGN_CROSSOVER


@pytest.mark.parametrize(("level", "flip"), [(0.2, 0.04), (0.9, MAX_CROSSOVER)])
def test_a_pictures_flips_are_its_noises_variance(level: float, flip: float) -> None:
    image = np.zeros((1, 28, 28), np.float32)
    image[:, :3] = image[:, -3:] = image[:, :, :3] = image[:, :, -3:] = level / np.sqrt(2 * np.pi)
    assert crossover_probabilities(image)[0] == pytest.approx(flip, rel=1e-4)
    assert crossover_probabilities(np.zeros_like(image))[0] == 0


def test_a_certain_decoder_reads_through_noise() -> None:
    images = under_noise(stroke(12), 0.4)[np.newaxis]
    scores = apply_noisy_channel(scored(images), images)
    right, wrong = scores.reconstruction_nats[0]
    assert right < wrong
    assert wrong < 784


def test_without_flips_the_channel_is_the_plain_likelihood() -> None:
    decoded = np.full((1, 28, 28), 0.25, np.float32)
    image = stroke(10)
    ink = float(image.sum())
    expected = -(ink * np.log(0.25) + (784 - ink) * np.log(0.75))
    assert noisy_channel_nats(decoded, image, 1e-7)[0] == pytest.approx(expected, rel=1e-4)


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


def test_a_pixel_of_each_view_comes_from_where_the_view_says() -> None:
    """Bilinear sampling is exact on a ramp: its value says which place was looked at."""
    ramp = np.tile(np.arange(28, dtype=np.float32) / 28, (28, 1))
    row, column = 18, 8
    down, right = row - 13.5, column - 13.5
    cos, sin = np.cos(np.radians(8)), np.sin(np.radians(8))
    places = [  # from the middle to the right, and down
        (cos * right + sin * down, cos * down - sin * right),
        (cos * right - sin * down, cos * down + sin * right),
        (right + 0.15 * down, down),
        (right - 0.15 * down, down),
        (right * np.exp(-0.1), down * np.exp(-0.1)),
        (right * np.exp(0.1), down * np.exp(0.1)),
        (right - 1, down),
        (right + 1, down),
        (right, down - 1),
        (right, down + 1),
    ]
    columns = 28 * augmented_views(ramp)[:, row, column] - 13.5
    rows = 28 * augmented_views(ramp.T)[:, row, column] - 13.5
    np.testing.assert_allclose(np.stack([columns, rows], axis=1), places, atol=1e-4)


def test_black_comes_in_on_every_side() -> None:
    right, left, down, up = augmented_views(np.ones((28, 28), np.float32))[6:]
    for view, edge in ((right, (..., 0)), (left, (..., 27)), (down, (0,)), (up, (27,))):
        assert view[edge].max() == 0
        view[edge] = 1
        assert view.min() == 1


def test_the_ring_is_three_pixels_wide() -> None:
    images = np.zeros((4, 28, 28), np.float32)
    images[0, 2], images[1, 3], images[2, :, 25], images[3, :, 24] = 1, 1, 1, 1
    inked = np.array([28, 6, 28, 6]) / (28**2 - 22**2)
    assert noise_levels(images) == pytest.approx(inked * np.sqrt(2 * np.pi))


@pytest.mark.parametrize(
    ("level", "flip"), [(0.4, 0.16), (0.5, MAX_CROSSOVER), (0.9, MAX_CROSSOVER)]
)
def test_the_noises_variance_flips_pixels(level: float, flip: float) -> None:
    images = np.stack([stroke(12), stroke(18)])
    scores = scored(images)
    twice = scores.at(np.array([0, 0]))
    flips = np.array([0, min(level**2, MAX_CROSSOVER)], np.float32)
    found = apply_noisy_channel(twice, images, flips)
    assert found.reconstruction_nats[0].tolist() == [0, 0]
    for label in (0, 1):
        meant = flip + (1 - 2 * flip) * scores.reconstructions[0, label].astype(np.float64)
        nats = -(np.log(meant) * images[1] + np.log(1 - meant) * (1 - images[1])).sum()
        assert found.reconstruction_nats[1, label] == pytest.approx(nats, rel=1e-5)


def test_a_channel_of_its_own_flips() -> None:
    decoded, image = np.full((1, 28, 28), 0.25, np.float32), stroke(10)
    ink = float(image.sum())
    nats = noisy_channel_nats(decoded, image, 0.1)
    assert nats == pytest.approx([-(ink * np.log(0.3) + (784 - ink) * np.log(0.7))], rel=1e-5)
    assert (nats.shape, nats.dtype) == ((1,), np.float32)


class TwoMinded(FakeEngine):
    """Costs 100 and 101 nats and a KL of 1; of ten views 90 and 50, and a KL of 2."""

    def score(self, images: FloatArray) -> LabelScores:
        scores = super().score(images)
        nats, kl = np.full_like(scores.kl_nats, 900), np.ones_like(scores.kl_nats)
        nats[:, 4], nats[:, 9] = 100, 101
        if len(images) == 10:
            nats[:, 4], nats[:, 9], kl[:] = 90, 50, 2
        return dataclasses.replace(scores, reconstruction_nats=nats, kl_nats=kl)


def test_only_close_calls_are_looked_at_again() -> None:
    engine, images = TwoMinded(), np.stack([stroke(12)] * 3)
    scores = engine.score(images)
    scores.reconstruction_nats[1, 4] = 30
    averaged, views = average_over_views(engine, images, scores)
    assert views.tolist() == [11, 1, 11]
    for index in (0, 2):
        expected = [(100 + 10 * 90) / 11, (101 + 10 * 50) / 11]
        assert averaged.reconstruction_nats[index, [4, 9]] == pytest.approx(expected)
        assert averaged.kl_nats[index] == pytest.approx(21 / 11)
    assert averaged.reconstruction_nats[1].tolist() == scores.reconstruction_nats[1].tolist()
    assert averaged.kl_nats[1].max() == 1
    assert scores.reconstruction_nats[0, 9] == 101  # what was given stays


def test_what_is_clear_is_not_looked_at_again() -> None:
    engine, images = TwoMinded(), stroke(12)[np.newaxis]
    scores = engine.score(images)
    scores.reconstruction_nats[0, 4] = 30
    averaged, views = average_over_views(engine, images, scores)
    assert averaged is scores
    assert (views.tolist(), engine.scored) == ([1], 1)


def test_an_answer_that_is_no_number_is_the_models_fault() -> None:
    class Huge(FakeEngine):
        def score(self, images: FloatArray) -> LabelScores:
            scores = super().score(images)
            nats = np.full_like(scores.reconstruction_nats, np.inf)
            return dataclasses.replace(scores, reconstruction_nats=nats, kl_nats=nats)

    with np.errstate(invalid="ignore"), pytest.raises(ModelFileError, match="not a number"):
        score_evidence(Huge(), np.zeros((1, 28, 28), np.float32))
