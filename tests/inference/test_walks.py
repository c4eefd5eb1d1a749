"""Walks begin and end where they should, and go evenly in between."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fakes import FakeEngine, fake_map, fake_model

from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.network_presets import CONV_VAE, STUDIO
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import Samples, Style
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference.styles import sample_style
from desktop_cvae.inference.walks import KINDS, slerp, walk_along, walk_between


def flat_engine(*, fitted: bool = False) -> FakeEngine:
    """Two latent dimensions; with a Gaussian of its own for every label if ``fitted``."""
    engine = FakeEngine(replace(STUDIO, latent_dim=2))
    if fitted:
        rng = np.random.default_rng(0)
        means = rng.normal(0, 3, (10, 1, 2)).astype(np.float32)
        factors = np.tril(rng.uniform(0.2, 0.6, (10, 1, 2, 2))).astype(np.float32)
        engine.prior = Prior(np.ones((10, 1), np.float32), means, factors)
    return engine


def style(x: float, y: float, label: int = 0) -> Style:
    return Style(np.array([x, y], np.float32), label)


def walked(engine: FakeEngine, start: Style, end: Style, kind: str, steps: int = 9) -> Samples:
    return result_of(walk_between(engine, start, end, kind, steps))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fitted", [False, True])
def test_a_walk_has_its_ends(kind: str, fitted: bool) -> None:
    engine = flat_engine(fitted=fitted)
    start, end = style(1, 0.5, 3), style(-0.2, 2, 8)
    samples = walked(engine, start, end, kind)
    np.testing.assert_allclose(samples.latents[0], start.latent, atol=1e-5)
    np.testing.assert_allclose(samples.latents[-1], end.latent, atol=1e-5)
    assert samples.labels.tolist() == [3] * 4 + [8] * 5
    assert samples.images.shape == (9, 28, 28)


@pytest.mark.parametrize("kind", KINDS)
def test_the_middle_blends_from_one_digit_to_the_other(kind: str) -> None:
    engine = flat_engine()
    samples = walked(engine, style(0, 0, 3), style(0, 0, 8), kind)
    three, eight = (engine.decode(samples.latents[:1], np.array([k]))[0] for k in (3, 8))
    np.testing.assert_allclose(samples.images[:3], [three] * 3, atol=1e-6)
    np.testing.assert_allclose(samples.images[-3:], [eight] * 3, atol=1e-6)
    np.testing.assert_allclose(samples.images[4], (three + eight) / 2, atol=1e-6)
    changes = np.abs(np.diff(samples.images, axis=0)).sum((1, 2))
    np.testing.assert_allclose(changes[2:6], np.abs(eight - three).sum() / 4, rtol=1e-4)


def test_a_walk_of_one_digit_is_not_mixed() -> None:
    engine = flat_engine()
    samples = walked(engine, style(1, 0, 3), style(0, 1, 3), "straight")
    np.testing.assert_array_equal(
        samples.images, engine.decode(samples.latents, np.full(9, 3, np.int64))
    )


def test_a_straight_walk_takes_even_steps() -> None:
    latents = walked(flat_engine(fitted=True), style(1, 0, 1), style(0, 1, 2), "straight").latents
    np.testing.assert_allclose(np.diff(latents, axis=0), [[-0.125, 0.125]] * 8, atol=1e-6)


def test_a_spherical_walk_keeps_its_distance_from_the_middle() -> None:
    latents = walked(flat_engine(), style(1, 0), style(0, 1), "spherical").latents
    np.testing.assert_allclose(np.hypot(*latents.T), 1, atol=1e-6)
    np.testing.assert_allclose(np.degrees(np.arctan2(latents[:, 1], latents[:, 0]))[4], 45)


def test_a_spherical_walk_stays_where_a_fitted_prior_has_its_codes() -> None:
    engine = flat_engine(fitted=True)
    labels = np.zeros(9, np.int64)
    ends = engine.prior.colored(np.array([[2.0, 0], [0, -2.0]]), labels[:2])
    latents = walked(engine, Style(ends[0], 0), Style(ends[1], 0), "spherical").latents
    white = engine.prior.whitened(latents, labels)
    np.testing.assert_allclose(np.hypot(*white.T), 2, atol=1e-4)


@pytest.mark.parametrize("end", [(2.0, 0.0), (-2.0, 0.0), (0.0, 0.0)])
def test_where_no_turn_is_meant_it_is_straight(end: tuple[float, float]) -> None:
    way = slerp(np.array([1.0, 0]), np.array(end), np.linspace(0, 1, 5))
    np.testing.assert_allclose(way, np.linspace((1, 0), end, 5), atol=1e-9)


def test_a_curve_is_walked_in_even_steps() -> None:
    engine = flat_engine()
    plane = fake_map(engine).plane
    corners = np.array([[0, 0], [1, 0], [1, 3]], np.float32)
    samples = result_of(walk_along(engine, plane, corners, 4, 5))
    np.testing.assert_allclose(
        plane.project(samples.latents), [[0, 0], [1, 0], [1, 1], [1, 2], [1, 3]], atol=1e-6
    )
    assert samples.labels.tolist() == [4] * 5
    with pytest.raises(UsageError, match="longer curve"):
        result_of(walk_along(engine, plane, corners[[0, 0]], 4, 5))


def test_the_model_reads_on_the_way() -> None:
    model = fake_model(flat_engine())
    walk = result_of(model.walk(style(0, 0, 3), style(0, 0, 8), "straight", 4))
    assert walk.read.tolist() == [3, 3, 8, 8]
    assert (walk.probabilities > 0.5).all()
    along = result_of(model.walk_along(fake_map(model.generator).plane, np.eye(2), 5, 3))
    assert along.read.tolist() == [5] * 3


def test_a_model_without_labels_walks_unread() -> None:
    model = fake_model(FakeEngine(replace(CONV_VAE, latent_dim=2)))
    start, end = (sample_style(model.generator, None, seed) for seed in (1, 2))
    assert not np.array_equal(start.latent, end.latent)
    walk = result_of(model.walk(start, end, "spherical", 4))
    assert walk.read is None
    assert walk.samples.labels is None
