"""Close calls: which they are, what the other sides show, and what they decide."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit

from desktop_cvae.core.presets import CONV_VAE
from desktop_cvae.core.results import FloatArray, LabelScores
from desktop_cvae.inference.close_calls import is_close, recognize_carefully, sides
from desktop_cvae.inference.recognition import recognize


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
