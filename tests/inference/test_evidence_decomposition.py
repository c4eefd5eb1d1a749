"""The parts of the evidence add up to the numbers that are shown."""

from __future__ import annotations

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit

from desktop_cvae.core.network_presets import CONV_VAE
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import FloatArray, IntArray, NoiseSetting, Posterior
from desktop_cvae.inference.evidence_decomposition import (
    decoded_again,
    explain_label,
    forward_pass,
    kl_parts,
    posterior_spread,
)
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.pictures.noise import add_noise

SHOWN = 0.05
"""Nats; a decimal is shown."""


@pytest.fixture(scope="module", params=("studio", "conv_cvae"))
def model(request: pytest.FixtureRequest) -> OpenedModel:
    """One with N(0, I), and one with a mixture for its prior."""
    return open_model(request.param)


def explained(model: OpenedModel, image: np.ndarray, label: int | None = None) -> tuple:
    reading = model.read(image[np.newaxis], test_time_augmentation=False)[0]
    return reading, explain_label(
        model.engine, image, reading, reading.label if label is None else label
    )


@pytest.mark.parametrize("level", [0.0, 0.3])
def test_pixels_and_dimensions_add_up_to_the_evidence(model: OpenedModel, level: float) -> None:
    image = add_noise(draw_digit(7, slant=0.1), NoiseSetting("gaussian", level, 1))
    for label in (7, 2):
        reading, parts = explained(model, image, label)
        assert (parts.flip > 0) == (level > 0 or reading.foreign is not None)
        assert parts.pixel_nats.sum() == pytest.approx(
            reading.reconstruction_nats[label], abs=SHOWN
        )
        assert parts.kl.total == pytest.approx(reading.kl_nats[label], abs=SHOWN)
        assert (parts.kl.dimensions > -1e-6).all()
        assert (parts.pixel_nats >= parts.least_nats - 1e-9).all()


@pytest.mark.parametrize("level", [0.0, 0.3])
def test_a_forward_pass_has_the_terms_of_the_evidence(model: OpenedModel, level: float) -> None:
    image = add_noise(draw_digit(7, slant=0.1), NoiseSetting("gaussian", level, 1))
    for label in (7, 2):
        reading, parts = explained(model, image, label)
        way = forward_pass(model.engine, image, label, parts.flip)
        assert way.elbo_nats == pytest.approx(reading.evidence_nats[label], abs=SHOWN)
        assert way.kl_nats == pytest.approx(reading.kl_nats[label], abs=SHOWN)
        np.testing.assert_allclose(way.mean, reading.latent_means[label], atol=1e-3)


def test_another_z_changes_the_reconstruction_and_not_the_posterior(model: OpenedModel) -> None:
    image = draw_digit(7, slant=0.1)
    way = forward_pass(model.engine, image, 7, 0.0)
    other = decoded_again(model.engine, image, way, way.mean + np.float32(1.5), 0.0)
    assert other.reconstruction_nats > way.reconstruction_nats + 1
    assert np.abs(other.reconstruction - way.reconstruction).max() > 0.1
    assert (other.kl_nats, other.label) == (way.kl_nats, way.label)
    back = decoded_again(model.engine, image, other, way.mean, 0.0)
    np.testing.assert_array_equal(back.reconstruction, way.reconstruction)


def test_a_close_call_is_explained_as_the_picture_stands() -> None:
    model, image = open_model("conv_cvae"), draw_digit(7, slant=0.1)
    averaged = model.read(image[np.newaxis])[0]
    reading, parts = explained(model, image, 7)
    assert averaged.views > 1
    assert explain_label(model.engine, image, averaged, 7).pixel_nats.sum() == pytest.approx(
        parts.pixel_nats.sum()
    )
    assert abs(averaged.reconstruction_nats[7] - reading.reconstruction_nats[7]) > 1


def test_a_perfect_copy_costs_the_entropy_of_the_grey_levels(model: OpenedModel) -> None:
    image = draw_digit(3)
    _, parts = explained(model, image)
    assert parts.least_nats[(image == 0) | (image == 1)] == pytest.approx(0, abs=1e-9)
    grey = (image > 0.4) & (image < 0.6)
    assert (parts.least_nats[grey] > 0.6).all()


def test_the_kl_of_a_mixture_is_its_bound() -> None:
    rng = np.random.default_rng(3)
    factors = np.tril(rng.standard_normal((2, 3, 4, 4)), -1) * 0.3 + np.eye(4)
    weights = np.array([[0.2, 0.5, 0.3]] * 2, np.float32)
    prior = Prior(
        weights, rng.standard_normal((2, 3, 4)).astype(np.float32), factors.astype(np.float32)
    )
    posterior = Posterior(
        rng.standard_normal((1, 4)).astype(np.float32),
        rng.uniform(-4, 0, (1, 4)).astype(np.float32),
    )
    for label in (0, 1):
        bound = prior.kl_nats(
            np.repeat(posterior.mean[:, None], 2, 1), np.repeat(posterior.log_var[:, None], 2, 1)
        )[0, label]
        parts = kl_parts(prior, label, posterior)
        assert parts.total == pytest.approx(bound, abs=1e-4)
        assert parts.component > 0
        assert (parts.dimensions > 0).all()


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


class OnePixel(FakeEngine):
    """Encodes to N(1, 2²) in every dimension; writes its first latent into its first pixel."""

    def encode(self, images: FloatArray, labels: IntArray | None) -> Posterior:
        mean = np.ones((len(images), self.spec.latent_dim), np.float32)
        return Posterior(mean, np.full_like(mean, np.log(4)))

    def decode(self, latents: FloatArray, labels: IntArray | None) -> FloatArray:
        images = np.zeros((len(latents), 28, 28), np.float32)
        images[:, 0, 0] = latents[:, 0]
        return images


@pytest.mark.parametrize("count", [3, 16])
def test_the_spread_is_of_samples_from_the_posterior(count: int) -> None:
    noise = np.random.default_rng(0).standard_normal((count, OnePixel().spec.latent_dim))
    spread = posterior_spread(OnePixel(), draw_digit(7), 7, *([count] if count == 3 else []))
    assert spread[0, 0] == pytest.approx(2 * noise[:, 0].std(), rel=1e-5)
    assert spread[0, 1:].max() == spread[1:].max() == 0


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
