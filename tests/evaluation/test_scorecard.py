"""The scorecard against numbers worked out by hand."""

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit

from desktop_cvae.core.presets import CONV_VAE
from desktop_cvae.evaluation.scorecard import (
    CHUNK,
    bernoulli_nats,
    expected_calibration_error,
    score_model,
)

IMAGES = np.stack([draw_digit(k % 10) for k in range(20)])
LABELS = np.arange(20) % 10


def test_every_image_is_counted_once_where_it_belongs():
    wrong = LABELS.copy()
    wrong[:2] = [5, 5]
    card = score_model(FakeEngine(), IMAGES, wrong)
    assert card.n == 20
    assert card.accuracy == pytest.approx(0.9)
    assert card.confusion.sum() == 20
    assert (card.confusion[5, 0], card.confusion[5, 1], card.confusion[7, 7]) == (1, 1, 2)
    assert card.neg_elbo_nats == pytest.approx(card.reconstruction_nats + card.kl_nats)
    assert card.images_per_second > 0


def test_progress_is_told_to_the_end():
    told = []
    count = CHUNK + 10
    many, labels = np.resize(IMAGES, (count, 28, 28)), np.resize(LABELS, count)
    score_model(FakeEngine(), many, labels, 0, lambda *progress: told.append(progress))
    assert told == [(CHUNK, count), (count, count)]


def test_empty_pictures_are_refused():
    images = IMAGES.copy()
    images[:5] = 0
    assert score_model(FakeEngine(), images, LABELS).refused_fraction == pytest.approx(0.25)


def test_a_model_without_labels_has_no_accuracy():
    card = score_model(FakeEngine(CONV_VAE), IMAGES, LABELS)
    assert card.accuracy is card.confusion is card.expected_calibration_error is None
    assert card.neg_elbo_nats > 0


def test_the_sampled_bound_is_seeded():
    first, again, other = (
        score_model(FakeEngine(), IMAGES, LABELS, seed).neg_elbo_nats for seed in (1, 1, 2)
    )
    assert first == again != other


def test_calibration_of_a_boaster():
    probabilities = np.tile(np.array([[0.9, 0.1]], np.float32), (10, 1))
    labels = np.array([0] * 5 + [1] * 5)
    assert expected_calibration_error(probabilities, labels) == pytest.approx(0.4, abs=1e-6)
    assert expected_calibration_error(np.eye(2, dtype=np.float32), np.array([0, 1])) == 0


def test_the_reconstruction_term_is_binary_cross_entropy_and_finite():
    decoded = np.full((1, 28, 28), 0.25, np.float32)
    grey = np.full((1, 28, 28), 0.5, np.float32)
    expected = -784 * (0.5 * np.log(0.25) + 0.5 * np.log(0.75))
    np.testing.assert_allclose(bernoulli_nats(decoded, grey), [expected], rtol=1e-6)
    assert np.isfinite(bernoulli_nats(np.ones_like(grey), 1 - grey)).all()
    assert np.isfinite(bernoulli_nats(np.zeros_like(grey), grey)).all()
