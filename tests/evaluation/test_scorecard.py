"""The scorecard against numbers worked out by hand."""

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit, fake_model

from desktop_cvae.core.network_presets import CONV_VAE
from desktop_cvae.core.tasks import Progress, result_of
from desktop_cvae.evaluation.scorecard import (
    CALIBRATION_BINS,
    CHUNK,
    bernoulli_nats,
    reliability,
    score_pictures,
)


def score_model(engine, images, labels, seed=0):
    return result_of(score_pictures(fake_model(engine), images, labels, seed))[0]


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
    count = CHUNK + 10
    many, labels = np.resize(IMAGES, (count, 28, 28)), np.resize(LABELS, count)
    told = list(score_pictures(fake_model(), many, labels))
    assert told == [Progress(CHUNK, count), Progress(count, count)]


def test_empty_pictures_are_refused():
    images = IMAGES.copy()
    images[:5] = 0
    assert score_model(FakeEngine(), images, LABELS).rejected_fraction == pytest.approx(0.25)


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
    confidence = np.full(10, 0.9, np.float32)
    assert reliability(confidence, np.arange(10) < 5).error == pytest.approx(0.4, abs=1e-6)
    assert reliability(np.ones(2, np.float32), np.ones(2, bool)).error == 0


def test_an_answer_is_counted_in_the_bin_of_its_confidence():
    confidence = np.array([0, 0.999, 1, 1 - 1e-7], np.float32)
    counts = reliability(confidence, np.ones(4, bool)).counts
    assert len(counts) == CALIBRATION_BINS
    assert (counts[0], counts[-1]) == (1, 3)


def test_the_reconstruction_term_is_binary_cross_entropy_and_finite():
    decoded = np.full((1, 28, 28), 0.25, np.float32)
    grey = np.full((1, 28, 28), 0.5, np.float32)
    expected = -784 * (0.5 * np.log(0.25) + 0.5 * np.log(0.75))
    np.testing.assert_allclose(bernoulli_nats(decoded, grey), [expected], rtol=1e-6)
    assert np.isfinite(bernoulli_nats(np.ones_like(grey), 1 - grey)).all()
    assert np.isfinite(bernoulli_nats(np.zeros_like(grey), grey)).all()
