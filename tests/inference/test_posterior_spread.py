"""The spread of reconstructions from the posterior."""

from __future__ import annotations

import numpy as np
from fakes import FakeEngine, draw_digit

from desktop_cvae.core.presets import CONV_VAE
from desktop_cvae.core.results import FloatArray, IntArray, Posterior
from desktop_cvae.inference.posterior_spread import posterior_spread


class CertainEngine(FakeEngine):
    """Its posterior is a point."""

    def encode(self, images: FloatArray, labels: IntArray | None) -> Posterior:
        posterior = super().encode(images, labels)
        return Posterior(posterior.mean, np.full_like(posterior.mean, -60.0))


def test_a_wide_posterior_spreads_along_the_strokes() -> None:
    seven = draw_digit(7)
    spread = posterior_spread(FakeEngine(), seven, 7)
    assert spread.shape == (28, 28)
    assert spread.dtype == np.float32
    assert 0.1 < spread.max() <= 0.5
    assert spread[:2].max() == 0


def test_a_certain_posterior_does_not() -> None:
    assert posterior_spread(CertainEngine(), draw_digit(7), 7).max() < 1e-6


def test_the_label_decides_what_is_sampled_and_the_seed_how() -> None:
    engine, seven = FakeEngine(), draw_digit(7)
    first = posterior_spread(engine, seven, 1)
    assert np.array_equal(first, posterior_spread(engine, seven, 1))
    assert not np.array_equal(first, posterior_spread(engine, seven, 7))
    assert not np.array_equal(first, posterior_spread(engine, seven, 1, seed=1))


def test_a_model_without_labels_spreads_too() -> None:
    assert posterior_spread(FakeEngine(CONV_VAE), draw_digit(0), None).max() > 0.1
