"""Likelihood against a grid, and its protocol."""

from __future__ import annotations

import numpy as np
import pytest
from sigmoid_engine import PLAIN, SigmoidEngine

from desktop_cvae.core.tasks import result_of
from desktop_cvae.evaluation.likelihood import Likelihood, measure_likelihood


def test_it_is_the_mixture_of_the_labels() -> None:
    engine = SigmoidEngine()
    images = np.stack(
        [engine.drawn(label, (0.5, 0.1), seed) for label in (0, 1) for seed in (0, 1)]
    )
    labels = np.array([0, 0, 1, 1])
    found = result_of(measure_likelihood(engine, images, labels, 500))
    exact = np.array([[engine.integrated(image, label) for label in (0, 1)] for image in images])
    assert found.nats_of_label == pytest.approx(-exact[np.arange(4), labels], abs=0.05)
    mixed = np.logaddexp(*exact.T) - np.log(2)
    assert found.nats == pytest.approx(-mixed, abs=0.05)
    assert found.mean == pytest.approx(found.nats.mean())
    assert found.samples == 500


def test_greys_are_drawn_anew_by_the_seed() -> None:
    engine = SigmoidEngine()
    images = np.full((2, 28, 28), 0.5, np.float32)
    nats = [
        result_of(measure_likelihood(engine, images, np.array([0, 1]), 50, seed)).nats
        for seed in (0, 0, 1)
    ]
    assert np.array_equal(nats[0], nats[1])
    assert abs(nats[0] - nats[2]).max() > 1
    assert nats[0][0] != pytest.approx(nats[0][1])


def test_a_model_without_labels_has_one_likelihood() -> None:
    engine = SigmoidEngine(spec=PLAIN)
    image = engine.drawn(0, (0.2, 0.2))
    found = result_of(measure_likelihood(engine, image[None], np.array([7]), 500))
    assert found.nats[0] == found.nats_of_label[0]
    assert found.nats[0] == pytest.approx(-engine.integrated(image, 0), abs=0.05)


def test_the_standard_error_is_that_of_the_mean() -> None:
    nats = np.array([80.0, 90.0, 100.0])
    assert Likelihood(10, nats, nats).standard_error == pytest.approx(10 / np.sqrt(3))
    assert Likelihood(10, nats[:1], nats[:1]).standard_error == 0
