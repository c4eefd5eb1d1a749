"""New digits: seeded, under a label or in one style."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from fakes import FakeEngine

from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.network_presets import CONV_VAE
from desktop_cvae.core.priors import STYLE_SPREAD
from desktop_cvae.core.results import FloatArray, IntArray, Samples
from desktop_cvae.core.tasks import Progress, result_of
from desktop_cvae.inference import generation
from desktop_cvae.inference.generation import (
    DRAWS,
    generate,
    generate_in_style,
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


def test_samples_may_keep_a_hand():
    engine = FakeEngine()
    codes = np.full((10, engine.spec.latent_dim), 0.5, np.float32)
    kept = result_of(generate(engine, None, 200, 1.0, 3, codes=codes))
    assert list(kept.labels[:11]) == [*range(10), 0]
    assert np.abs(kept.latents.mean(axis=0) - 0.5).max() < 0.1
    assert kept.latents.std() == pytest.approx(STYLE_SPREAD, rel=0.1)
    free = result_of(generate(FakeEngine(CONV_VAE), None, 5, 0.0, 3, codes=codes[:1, :2]))
    np.testing.assert_array_equal(free.latents[:, :2], 0.5)


def test_a_number_is_written_in_a_hand():
    engine = FakeEngine()
    style = np.full((10, engine.spec.latent_dim), 0.5, np.float32)
    number = write_number(engine, style, " 077 1", 1.0, 4)
    digits = number.samples
    assert number.text == " 077 1"
    assert list(digits.labels) == [0, 7, 7, 1]
    np.testing.assert_array_equal(digits.images, engine.decode(digits.latents, digits.labels))
    assert np.abs(digits.latents[1] - digits.latents[2]).max() > 0.1
    longer = write_number(engine, style, " 077 15", 1.0, 4).samples
    np.testing.assert_array_equal(longer.latents[:4], digits.latents)
    calm = write_number(engine, style, "77", 0.0, 4).samples
    np.testing.assert_array_equal(calm.images[0], calm.images[1])
    assert len(write_number(engine, style, "", 1.0, 4).samples.images) == 0


def test_what_cannot_be_written_is_told():
    engine = FakeEngine()
    style = np.zeros((10, engine.spec.latent_dim), np.float32)
    with pytest.raises(UsageError, match=r"“x”.*0123456789"):
        write_number(engine, style, "1x2", 1.0, 1)
    with pytest.raises(UsageError, match="40"):
        write_number(engine, style, "1" * 41, 1.0, 1)
    plain = FakeEngine(CONV_VAE)
    assert writable(plain.spec) == ""
    with pytest.raises(MissingLabels):
        write_number(plain, style, "1", 1.0, 1)


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


def test_who_does_not_give_up_keeps_the_last_draw() -> None:
    def refuse(images, labels):
        return labels != 4

    samples = result_of(generate(FakeEngine(), None, 20, 1.0, 3, refuse, gives_up=False))
    assert samples.redrawn == 2 * DRAWS
    np.testing.assert_array_equal(samples.labels, np.arange(20) % 10)
