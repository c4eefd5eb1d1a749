"""Proposals for a missing part agree with what is visible."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit

from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.network_presets import CONV_VAE
from desktop_cvae.core.results import FloatArray, Samples
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference import completion
from desktop_cvae.inference.completion import complete, visible_nats
from desktop_cvae.inference.generation import generate

LOWER_HALF = np.zeros((28, 28), bool)
LOWER_HALF[14:] = True


def proposed(image: FloatArray, label: int | None = None, count: int = 6, seed: int = 0) -> Samples:
    return result_of(complete(FakeEngine(), image, LOWER_HALF, label, count, seed))


def test_visible_pixels_stay_and_missing_ones_are_not_looked_at() -> None:
    image = draw_digit(3)
    samples = proposed(image, 3)
    assert samples.images.shape == (6, 28, 28)
    np.testing.assert_array_equal(samples.images[:, :14], np.tile(image[:14], (6, 1, 1)))
    scribbled = np.where(LOWER_HALF, 1, image).astype(np.float32)
    np.testing.assert_array_equal(proposed(scribbled, 3).images, samples.images)


@pytest.mark.parametrize("digit", [2, 4, 5, 8])
def test_the_missing_half_is_found_again(digit: int) -> None:
    image = draw_digit(digit, slant=0.12, widen=0.05)
    drawn = result_of(generate(FakeEngine(), digit, 50, 1.0, 3)).images
    best, by_chance = (
        ((written - image) ** 2)[:, LOWER_HALF].mean()
        for written in (proposed(image, digit).images[:1], drawn)
    )
    assert best < 0.8 * by_chance


def test_the_steps_begin_at_latents_that_explain_what_is_visible(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(completion, "REFINEMENTS", 1)
    found, by_chance = 0.0, 0.0
    for digit in range(10):
        image = draw_digit(digit, slant=0.12, widen=0.05)
        drawn = result_of(generate(FakeEngine(), digit, 50, 1.0, 3)).images
        by_chance += ((drawn - image) ** 2)[:, LOWER_HALF].mean()
        found += ((proposed(image, digit).images - image) ** 2)[:, LOWER_HALF].mean()
    assert found < 0.3 * by_chance


@pytest.mark.parametrize("digit", [0, 2, 4, 6, 7])
def test_an_open_label_is_the_one_that_explains_the_rest(digit: int) -> None:
    samples = proposed(draw_digit(digit, slant=0.1))
    assert samples.labels is not None
    assert samples.labels[0] == digit
    engine = FakeEngine()
    decoded = engine.decode(samples.latents, samples.labels)
    nats = visible_nats(decoded, draw_digit(digit, 0.1), LOWER_HALF)
    nats = nats + engine.prior.log_density(samples.latents, samples.labels)
    assert (np.diff(nats) <= 0).all()


def test_a_chosen_label_is_kept_to() -> None:
    assert proposed(draw_digit(3), 8, count=4).labels.tolist() == [8] * 4


def test_the_seed_decides() -> None:
    one, again, other = (proposed(draw_digit(5), 5, seed=seed).latents for seed in (1, 1, 2))
    np.testing.assert_array_equal(one, again)
    assert not np.array_equal(one, other)


def test_a_model_without_labels_completes_too() -> None:
    engine = FakeEngine(dataclasses.replace(CONV_VAE, latent_dim=2))
    samples = result_of(complete(engine, draw_digit(0), LOWER_HALF, None, 3, 0))
    assert samples.labels is None
    assert len(samples.images) == 3
    with pytest.raises(MissingLabels):
        result_of(complete(engine, draw_digit(0), LOWER_HALF, 1, 3, 0))


@pytest.mark.parametrize("missing", [np.zeros((28, 28), bool), np.ones((28, 28), bool)])
def test_something_is_missing_and_something_is_left(missing: np.ndarray) -> None:
    with pytest.raises(UsageError, match="Mark a part"):
        result_of(complete(FakeEngine(), draw_digit(0), missing, 0, 3, 0))
