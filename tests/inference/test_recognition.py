"""Close calls: which they are, what the other sides show, and what they decide.

Noise is found on the background, and does not drown what speaks for a label.

Reading by evidence, and the whole answer to one picture.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.presets import CONV_VAE
from desktop_cvae.core.results import (
    Box,
    FloatArray,
    LabelScores,
    NoiseSetting,
    PreparedDigit,
)
from desktop_cvae.inference.answering import answer
from desktop_cvae.inference.recognition import (
    channel_nats,
    is_close,
    noise_levels,
    recognize,
    recognize_carefully,
    sides,
    softmax,
    through_noise,
)


class Wavering(FakeEngine):
    """Reads a 4 by a hair where the picture stands as it is, and a 9 from any other side."""

    def score(self, images: FloatArray) -> LabelScores:
        scores = super().score(images)
        nats = np.full_like(scores.reconstruction_nats, 200.0)
        nats[:, 4], nats[:, 9] = 100.0, 101.0 if len(images) == 1 else 90.0
        return dataclasses.replace(
            scores, reconstruction_nats=nats, kl_nats=np.zeros_like(scores.kl_nats)
        )


def test_a_close_call_is_decided_by_all_sides() -> None:
    image = draw_digit(4)[np.newaxis]
    assert recognize(Wavering(), image)[0].label == 4
    (careful,) = recognize_carefully(Wavering(), image)
    assert (careful.label, careful.views) == (9, 11)
    assert careful.evidence_nats[9] == pytest.approx(-(101.0 + 10 * 90.0) / 11)
    np.testing.assert_allclose(
        careful.evidence_nats, -(careful.reconstruction_nats + careful.kl_nats)
    )
    assert careful.probability == careful.probabilities[9]


def test_what_is_clear_is_asked_once() -> None:
    engine = FakeEngine()
    images = np.stack([draw_digit(3), draw_digit(7)])
    readings = recognize_carefully(engine, images)
    assert not any(is_close(reading) for reading in readings)
    assert [reading.views for reading in readings] == [1, 1]
    assert engine.scored == 2


def test_a_model_without_labels_has_no_close_calls() -> None:
    (reading,) = recognize_carefully(FakeEngine(CONV_VAE), draw_digit(3)[np.newaxis])
    assert (reading.label, reading.views) == (None, 1)


def test_the_sides_turn_slant_scale_and_move() -> None:
    image = np.zeros((28, 28), np.float32)
    image[4:24, 13:15] = 1.0
    seen = sides(image)
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
    seen = sides(np.ones((28, 28), np.float32))
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


def prepared(image, found=True):
    return PreparedDigit(image, found, Box(0, 0, 28, 28), 1.0, (0.0, 0.0), False)


def test_the_label_with_the_largest_evidence_wins():
    engine = FakeEngine()
    images = np.stack([draw_digit(label, slant=0.1) for label in range(10)])
    readings = recognize(engine, images)
    assert [reading.label for reading in readings] == list(range(10))
    for reading in readings:
        np.testing.assert_allclose(
            reading.evidence_nats, -(reading.reconstruction_nats + reading.kl_nats)
        )
        assert reading.probability == pytest.approx(reading.probabilities[reading.label])
    assert engine.scored == 10


def test_a_model_without_labels_names_none():
    (reading,) = recognize(FakeEngine(CONV_VAE), draw_digit(3)[None])
    assert reading.label is None
    assert reading.reconstructions.shape == (1, 28, 28)


@given(hnp.arrays(np.float32, (3, 10), elements=st.floats(-1e4, 0, width=32)))
def test_softmax_is_a_distribution_that_keeps_the_order(evidence):
    shares = softmax(evidence)
    np.testing.assert_allclose(shares.sum(axis=1), 1.0, rtol=1e-5)
    assert (shares[np.arange(3), evidence.argmax(axis=1)] == shares.max(axis=1)).all()


def test_an_answer_reconstructs_under_the_chosen_label():
    engine = FakeEngine()
    own = answer(engine, prepared(draw_digit(4)), NoiseSetting(), None)
    assert own.label == own.recognition.label == 4
    chosen = answer(engine, prepared(draw_digit(4)), NoiseSetting(), 9)
    assert (chosen.label, chosen.recognition.label) == (9, 4)
    np.testing.assert_array_equal(chosen.reconstruction, chosen.recognition.reconstructions[9])


def test_the_model_reads_the_noise():
    quiet = answer(FakeEngine(), prepared(draw_digit(4)), NoiseSetting(level=0.0), None)
    loud = answer(FakeEngine(), prepared(draw_digit(4)), NoiseSetting(level=0.5, seed=3), None)
    np.testing.assert_array_equal(quiet.noisy, draw_digit(4))
    assert np.abs(loud.noisy - draw_digit(4)).mean() > 0.05
    assert loud.recognition.evidence_nats.max() < quiet.recognition.evidence_nats.max()


def test_an_empty_picture_is_not_asked_about():
    engine = FakeEngine()
    empty = answer(
        engine, prepared(np.zeros((28, 28), np.float32), found=False), NoiseSetting(), None
    )
    assert empty.recognition is None
    assert empty.reconstruction is None
    assert engine.scored == 0


def test_a_label_for_a_model_without_labels_is_refused_with_the_reason():
    with pytest.raises(MissingLabels, match="without labels"):
        answer(FakeEngine(CONV_VAE), prepared(draw_digit(1)), NoiseSetting(), 1)
