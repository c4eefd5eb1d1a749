"""Reading by evidence, and the whole answer to one picture."""

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.presets import CONV_VAE
from desktop_cvae.core.results import NoiseSetting, PreparedDigit
from desktop_cvae.inference.answering import answer
from desktop_cvae.inference.recognition import recognize, softmax


def prepared(image, found=True):
    return PreparedDigit(image, found, (0, 0, 28, 28), 1.0, (0.0, 0.0), False)


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
