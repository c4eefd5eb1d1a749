from __future__ import annotations

import dataclasses

import numpy as np
from fake_calibration import fake_calibration
from fakes import FakeEngine, draw_digit

from desktop_cvae.core.presets import CONV_VAE, STUDIO
from desktop_cvae.core.results import NoiseSetting, PreparedDigit
from desktop_cvae.inference.drawing_comparison import Reader, compare_drawing
from desktop_cvae.inference.recognition import softmax


def prepared(image: np.ndarray) -> PreparedDigit:
    return PreparedDigit(image, bool(image.any()), (0, 0, 28, 28), 1.0, (0.0, 0.0), False)


def test_a_drawing_goes_through_all_models() -> None:
    readers = [Reader(FakeEngine()), Reader(FakeEngine(CONV_VAE))]
    result = compare_drawing(readers, prepared(draw_digit(4)), NoiseSetting())
    labelled, plain = result.readings
    assert (labelled.label, plain.label) == (4, None)
    np.testing.assert_allclose(labelled.reconstruction, draw_digit(4))
    assert plain.reconstruction.shape == (28, 28)


def test_a_chosen_label_conditions_the_models_that_know_it() -> None:
    other = dataclasses.replace(STUDIO, label_names=tuple("abcdefghij"))
    readers = [Reader(FakeEngine(spec)) for spec in (STUDIO, other, CONV_VAE)]
    result = compare_drawing(readers, prepared(draw_digit(4)), NoiseSetting(), "7")
    assert [reading.label for reading in result.readings] == [7, 4, None]
    np.testing.assert_allclose(result.readings[0].reconstruction, draw_digit(7))


def test_the_noise_is_the_same_for_all_and_an_empty_drawing_has_no_reading() -> None:
    readers = [Reader(FakeEngine()), Reader(FakeEngine())]
    noisy = compare_drawing(readers, prepared(draw_digit(1)), NoiseSetting(level=0.5, seed=3))
    assert not np.array_equal(noisy.noisy, draw_digit(1))
    np.testing.assert_array_equal(
        noisy.readings[0].recognition.evidence_nats, noisy.readings[1].recognition.evidence_nats
    )
    nothing = compare_drawing(readers, prepared(np.zeros((28, 28), np.float32)), NoiseSetting())
    assert nothing.readings == ()


def test_probabilities_are_calibrated_where_the_model_is() -> None:
    engine = FakeEngine()
    hot = fake_calibration(temperature=50.0, unsure_margin=0.0)
    readers = [Reader(engine), Reader(engine, hot), Reader(FakeEngine(CONV_VAE), hot)]
    plain, calibrated, nameless = compare_drawing(
        readers, prepared(draw_digit(4)), NoiseSetting()
    ).readings
    assert [reading.is_calibrated for reading in (plain, calibrated, nameless)] == [0, 1, 0]
    assert calibrated.recognition.probability < plain.recognition.probability
    expected = softmax(plain.recognition.evidence_nats[None] / 50)[0]
    np.testing.assert_allclose(calibrated.recognition.probabilities, expected, rtol=1e-5)
    assert calibrated.verdict is not None
    assert calibrated.verdict.labels == (4,)
    assert nameless.verdict is None


def test_what_is_no_digit_or_unsure_is_said() -> None:
    engine = FakeEngine()
    unsure, refused = fake_calibration(unsure_margin=1e4), fake_calibration(score=-5.0)
    readers = [Reader(engine, unsure), Reader(engine, refused)]
    readings = compare_drawing(readers, prepared(draw_digit(4)), NoiseSetting()).readings
    kinds = [reading.verdict.kind for reading in readings if reading.verdict is not None]
    assert kinds == ["unsure", "not a digit"]
