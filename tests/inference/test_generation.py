"""New digits: seeded, under a label or in one hand.

The spread of reconstructions from the posterior.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit

from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.presets import CONV_VAE
from desktop_cvae.core.priors import HAND_SPREAD, RADIUS
from desktop_cvae.core.results import FloatArray, Hand, IntArray, Posterior, Samples
from desktop_cvae.core.tasks import Progress, result_of
from desktop_cvae.inference import generation
from desktop_cvae.inference.generation import (
    DRAWS,
    SOFTNESS,
    carried_codes,
    generate,
    generate_in_style,
    posterior_spread,
    redrawn_codes,
    some_hand,
    writable,
    write_number,
)


def write(*asked) -> Samples:
    return result_of(generate(*asked))


def test_samples_repeat_with_their_seed():
    engine = FakeEngine()
    first, again, other = (write(engine, 3, 6, 1.0, seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first.images, again.images)
    assert np.abs(first.latents - other.latents).max() > 0
    assert list(first.labels) == [3] * 6
    assert first.images.shape == (6, 28, 28)


def test_temperature_scales_the_latents():
    engine = FakeEngine()
    hot, cold = write(engine, 3, 5, 1.0, 7), write(engine, 3, 5, 0.5, 7)
    np.testing.assert_allclose(cold.latents, hot.latents / 2, rtol=1e-6)
    assert np.abs(write(engine, 3, 5, 0.0, 7).latents).max() == 0


def test_all_labels_take_turns():
    assert list(write(FakeEngine(), None, 12, 1.0, 1).labels) == [*range(10), 0, 1]


def test_nothing_wanted_nothing_written():
    assert write(FakeEngine(), 3, 0, 1.0, 1).images.shape == (0, 28, 28)


def test_a_model_without_labels_writes_but_not_to_order():
    engine = FakeEngine(CONV_VAE)
    assert write(engine, None, 4, 1.0, 1).labels is None
    with pytest.raises(MissingLabels):
        write(engine, 3, 4, 1.0, 1)
    with pytest.raises(MissingLabels):
        generate_in_style(engine, np.zeros((10, 2), np.float32))


def test_one_hand_writes_every_label():
    latent = np.linspace(-1, 1, FakeEngine().spec.latent_dim, dtype=np.float32)
    samples = generate_in_style(FakeEngine(), carried_codes(FakeEngine(), Hand(latent, 3)))
    assert list(samples.labels) == list(range(10))
    np.testing.assert_array_equal(samples.latents, np.tile(latent, (10, 1)))


def test_a_hand_far_out_comes_nearer_except_for_its_own_digit():
    latent = np.full(FakeEngine().spec.latent_dim, 4, np.float32)
    samples = generate_in_style(FakeEngine(), carried_codes(FakeEngine(), Hand(latent, 3)))
    np.testing.assert_array_equal(samples.latents[3], latent)
    np.testing.assert_allclose(np.delete(samples.latents, 3, axis=0), RADIUS, rtol=1e-6)


def test_samples_may_keep_a_hand():
    engine = FakeEngine()
    codes = np.full((10, engine.spec.latent_dim), 0.5, np.float32)
    kept = result_of(generate(engine, None, 200, 1.0, 3, codes=codes))
    assert list(kept.labels[:11]) == [*range(10), 0]
    assert np.abs(kept.latents.mean(axis=0) - 0.5).max() < 0.1
    assert kept.latents.std() == pytest.approx(HAND_SPREAD, rel=0.1)
    free = result_of(generate(FakeEngine(CONV_VAE), None, 5, 0.0, 3, codes=codes[:1, :2]))
    np.testing.assert_array_equal(free.latents[:, :2], 0.5)


def test_a_number_is_written_in_a_hand():
    engine = FakeEngine()
    hand = np.full((10, engine.spec.latent_dim), 0.5, np.float32)
    number = write_number(engine, hand, " 077 1", 1.0, 4)
    digits = number.samples
    assert number.text == " 077 1"
    assert list(digits.labels) == [0, 7, 7, 1]
    np.testing.assert_array_equal(digits.images, engine.decode(digits.latents, digits.labels))
    assert np.abs(digits.latents[1] - digits.latents[2]).max() > 0.1
    longer = write_number(engine, hand, " 077 15", 1.0, 4).samples
    np.testing.assert_array_equal(longer.latents[:4], digits.latents)
    calm = write_number(engine, hand, "77", 0.0, 4).samples
    np.testing.assert_array_equal(calm.images[0], calm.images[1])
    assert len(write_number(engine, hand, "", 1.0, 4).samples.images) == 0


def test_some_hand_is_of_the_prior_and_of_its_seed():
    engine = FakeEngine()
    hands = [some_hand(engine, seed) for seed in (1, 1, 12)]
    assert [hand.label for hand in hands] == [1, 1, 2]
    np.testing.assert_array_equal(hands[0].latent, hands[1].latent)
    assert np.abs(hands[0].latent - hands[2].latent).max() > 0.1
    assert some_hand(FakeEngine(CONV_VAE), 12).label == 0


def test_what_cannot_be_written_is_told():
    engine = FakeEngine()
    hand = np.zeros((10, engine.spec.latent_dim), np.float32)
    with pytest.raises(UsageError, match=r"“x”.*0123456789"):
        write_number(engine, hand, "1x2", 1.0, 1)
    with pytest.raises(UsageError, match="40"):
        write_number(engine, hand, "1" * 41, 1.0, 1)
    plain = FakeEngine(CONV_VAE)
    assert writable(plain.spec) == ""
    with pytest.raises(MissingLabels):
        write_number(plain, hand, "1", 1.0, 1)


def test_only_names_of_one_character_can_be_written():
    spec = dataclasses.replace(FakeEngine().spec, label_names=("a", "ten", "b"))
    assert writable(spec) == "ab"


def test_the_writing_tells_how_far_it_is(monkeypatch):
    whole = write(FakeEngine(), None, 10, 1.0, 3)
    monkeypatch.setattr(generation, "CHUNK", 4)
    steps = list(generate(FakeEngine(), None, 10, 1.0, 3))
    assert steps == [Progress(4, 10), Progress(8, 10), Progress(10, 10)]
    np.testing.assert_array_equal(write(FakeEngine(), None, 10, 1.0, 3).images, whole.images)


def test_what_is_refused_is_drawn_again_under_its_label():
    prior = FakeEngine().prior
    means = prior.means.copy()
    means[:, 0, 2] = 100 * np.arange(10)
    engine = FakeEngine(prior=dataclasses.replace(prior, means=means))
    free = write(engine, None, 30, 1.0, 3)

    def is_upright(images: FloatArray, labels: IntArray) -> np.ndarray:
        assert all(len(part) <= generation.CHUNK for part in (images, labels))
        return np.abs(engine.encode(images, labels).mean[:, 0]) < 0.5

    judged = write(engine, None, 30, 1.0, 3, is_upright)
    stays = is_upright(free.images, free.labels)
    assert 0 < (~stays).sum() <= judged.redrawn
    np.testing.assert_array_equal(judged.labels, free.labels)
    np.testing.assert_array_equal(np.rint(judged.latents[:, 2] / 100), free.labels)
    np.testing.assert_array_equal(judged.images[stays], free.images[stays])
    assert is_upright(judged.images, judged.labels).all()
    np.testing.assert_array_equal(judged.images, engine.decode(judged.latents, judged.labels))


def test_what_cannot_be_had_ends_in_a_sentence():
    with pytest.raises(UsageError, match="5 of 10 digits"):
        write(FakeEngine(), None, 10, 1.0, 3, lambda images, labels: labels < 5)
    with pytest.raises(MissingLabels):
        write(FakeEngine(CONV_VAE), None, 4, 1.0, 1, lambda images, labels: labels == 0)


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


def test_who_does_not_give_up_keeps_the_last_draw() -> None:
    def refuse(images, labels):
        return labels != 4

    samples = result_of(generate(FakeEngine(), None, 20, 1.0, 3, refuse, gives_up=False))
    assert samples.redrawn == 2 * DRAWS
    np.testing.assert_array_equal(samples.labels, np.arange(20) % 10)


def test_soft_pictures_are_drawn_again_nearer_to_the_prior() -> None:
    engine = FakeEngine()
    images = np.stack([draw_digit(label, slant=0.3) for label in (2, 5)])
    codes = redrawn_codes(engine, images, np.array([2, 5]))
    own = engine.encode(images, None).mean
    np.testing.assert_allclose(codes, own / (1 + SOFTNESS**2), atol=1e-5)
