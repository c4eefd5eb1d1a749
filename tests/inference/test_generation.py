"""New digits: seeded, under a label or in one hand."""

import numpy as np
import pytest
from fakes import FakeEngine

from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.presets import CONV_VAE
from desktop_cvae.inference import generation
from desktop_cvae.inference.generation import generate, generate_in_style


def test_samples_repeat_with_their_seed():
    engine = FakeEngine()
    first, again, other = (generate(engine, 3, 6, 1.0, seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first.images, again.images)
    assert np.abs(first.latents - other.latents).max() > 0
    assert list(first.labels) == [3] * 6
    assert first.images.shape == (6, 28, 28)


def test_temperature_scales_the_latents():
    engine = FakeEngine()
    hot, cold = generate(engine, 3, 5, 1.0, 7), generate(engine, 3, 5, 0.5, 7)
    np.testing.assert_allclose(cold.latents, hot.latents / 2, rtol=1e-6)
    assert np.abs(generate(engine, 3, 5, 0.0, 7).latents).max() == 0


def test_all_labels_take_turns():
    assert list(generate(FakeEngine(), None, 12, 1.0, 1).labels) == [*range(10), 0, 1]


def test_nothing_wanted_nothing_written():
    assert generate(FakeEngine(), 3, 0, 1.0, 1).images.shape == (0, 28, 28)


def test_a_model_without_labels_writes_but_not_to_order():
    engine = FakeEngine(CONV_VAE)
    assert generate(engine, None, 4, 1.0, 1).labels is None
    with pytest.raises(MissingLabels):
        generate(engine, 3, 4, 1.0, 1)
    with pytest.raises(MissingLabels):
        generate_in_style(engine, np.zeros(2, np.float32))


def test_one_hand_writes_every_label():
    latent = np.linspace(-1, 1, FakeEngine().spec.latent_dim, dtype=np.float32)
    samples = generate_in_style(FakeEngine(), latent)
    assert list(samples.labels) == list(range(10))
    np.testing.assert_array_equal(samples.latents, np.tile(latent, (10, 1)))


def test_who_watches_the_writing_is_told_and_can_end_it(monkeypatch):
    monkeypatch.setattr(generation, "CHUNK", 4)
    steps = []
    watched = generate(FakeEngine(), None, 10, 1.0, 3, lambda *step: steps.append(step))
    assert steps == [(0, 10), (4, 10), (8, 10), (10, 10)]
    np.testing.assert_array_equal(watched.images, generate(FakeEngine(), None, 10, 1.0, 3).images)

    class Enough(Exception):
        """Somebody pressed Cancel."""

    def stop(done, total):
        raise Enough

    with pytest.raises(Enough):
        generate(FakeEngine(), None, 10, 1.0, 3, stop)
