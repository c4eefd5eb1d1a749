"""Style latents: sampled, encoded, transferred to every label and to another network."""

from __future__ import annotations

import numpy as np
from fakes import FakeEngine, draw_digit, fake_model

from desktop_cvae.core.network_presets import CONV_VAE
from desktop_cvae.core.priors import RADIUS
from desktop_cvae.core.results import Style
from desktop_cvae.inference.generation import generate_in_style
from desktop_cvae.inference.styles import SOFTNESS, restored_latents, transferred_latents


def test_one_hand_writes_every_label():
    latent = np.linspace(-1, 1, FakeEngine().spec.latent_dim, dtype=np.float32)
    samples = generate_in_style(FakeEngine(), transferred_latents(FakeEngine(), Style(latent, 3)))
    assert list(samples.labels) == list(range(10))
    np.testing.assert_array_equal(samples.latents, np.tile(latent, (10, 1)))


def test_a_hand_far_out_comes_nearer_except_for_its_own_digit():
    latent = np.full(FakeEngine().spec.latent_dim, 4, np.float32)
    samples = generate_in_style(FakeEngine(), transferred_latents(FakeEngine(), Style(latent, 3)))
    np.testing.assert_array_equal(samples.latents[3], latent)
    np.testing.assert_allclose(np.delete(samples.latents, 3, axis=0), RADIUS, rtol=1e-6)


def test_some_hand_is_of_the_prior_and_of_its_seed():
    engine = FakeEngine()
    model = fake_model(engine)
    hands = [model.random_style(seed) for seed in (1, 1, 12)]
    assert [style.label for style in hands] == [1, 1, 2]
    np.testing.assert_array_equal(hands[0].latent, hands[1].latent)
    assert np.abs(hands[0].latent - hands[2].latent).max() > 0.1
    assert fake_model(FakeEngine(CONV_VAE)).random_style(12).label == 0


def test_soft_pictures_are_drawn_again_nearer_to_the_prior() -> None:
    engine = FakeEngine()
    images = np.stack([draw_digit(label, slant=0.3) for label in (2, 5)])
    codes = restored_latents(engine, images, np.array([2, 5]))
    own = engine.encode(images, None).mean
    np.testing.assert_allclose(codes, own / (1 + SOFTNESS**2), atol=1e-5)
