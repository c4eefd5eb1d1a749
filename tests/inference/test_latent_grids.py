"""The four sheets: what stands in them, in which order, under which label."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit

from desktop_cvae.core.errors import MissingLabels, UsageError
from desktop_cvae.core.network_presets import CONV_VAE, STUDIO
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference.latent_grids import (
    BOX,
    LATENT_GRIDS,
    LatentGrid,
    main_plane,
    make_latent_grid,
)

DIGITS = np.stack([draw_digit(n % 10, slant=n / 100) for n in range(40)]), np.arange(40) % 10


def written(
    engine: FakeEngine, kind: str, label: int | None, count: int, seed: int = 3
) -> LatentGrid:
    return result_of(make_latent_grid(engine, kind, label, count, seed, DIGITS))


def place_of(image: FloatArray) -> int:
    (place,) = np.flatnonzero((image == DIGITS[0]).all(axis=(1, 2)))
    return int(place)


def flat_engine() -> FakeEngine:
    return FakeEngine(replace(STUDIO, latent_dim=2))


def fitted() -> Prior:
    """One Gaussian a label, with the label's number as mean and correlated dimensions."""
    rng = np.random.default_rng(0)
    means = np.arange(10, dtype=np.float32)[:, None, None] + np.zeros((10, 1, 2), np.float32)
    factors = np.tril(rng.uniform(0.2, 0.6, (10, 1, 2, 2))).astype(np.float32)
    return Prior(np.ones((10, 1), np.float32), means, factors)


def test_the_square_of_two_dimensions_is_walked_by_quantiles() -> None:
    sheet = written(flat_engine(), "uniform", 4, 25)
    assert sheet.columns == 5
    places = sheet.samples.latents.reshape(5, 5, 2)
    quantiles = [-1.2816, -0.5244, 0, 0.5244, 1.2816]
    np.testing.assert_allclose(places[0, :, 0], quantiles, atol=1e-4)
    np.testing.assert_allclose(places[:, 0, 1], quantiles[::-1], atol=1e-4)
    assert set(sheet.samples.labels.tolist()) == {4}


def test_a_walk_under_all_labels_has_a_row_for_each() -> None:
    sheet = written(FakeEngine(), "uniform", None, 70)
    assert sheet.columns == 7
    assert sheet.samples.labels.tolist() == np.repeat(np.arange(10), 7).tolist()
    assert np.abs(sheet.samples.latents.reshape(10, 7, -1)[:, 3]).max() < 1e-6


def test_a_walk_in_more_dimensions_takes_those_that_the_network_uses() -> None:
    engine = FakeEngine()
    axes = result_of(main_plane(engine, 3, 0))
    # The fake writes and reads slant and width in its first two dimensions, and nothing else.
    np.testing.assert_allclose(np.abs(axes[:, 2:]).max(), 0, atol=1e-6)
    np.testing.assert_allclose(axes @ axes.T, np.eye(2), atol=1e-6)
    latents = written(engine, "uniform", 3, 16).samples.latents
    assert np.abs(latents[:, 2:]).max() < 1e-5


def test_a_fitted_prior_moves_every_sheet_to_where_its_codes_are() -> None:
    engine = flat_engine()
    engine.prior = fitted()
    for kind in ("uniform", "random", "prior"):
        latents = written(engine, kind, 7, 400).samples.latents
        np.testing.assert_allclose(latents.mean(axis=0), (7, 7), atol=0.15)
    covariance = np.cov(written(engine, "uniform", 7, 900).samples.latents.T)
    np.testing.assert_allclose(covariance, engine.prior.moments[1][7], rtol=0.12)


def test_random_vectors_fill_the_box() -> None:
    sheet = written(FakeEngine(), "random", None, 500)
    latents = sheet.samples.latents
    assert np.abs(latents).max() <= BOX
    np.testing.assert_allclose(latents.std(axis=0), BOX / np.sqrt(3), rtol=0.1)
    assert sheet.samples.labels[:12].tolist() == [*range(10), 0, 1]


def test_every_original_stands_above_its_reconstruction() -> None:
    sheet = written(FakeEngine(), "reconstructions", None, 20)
    columns, images = sheet.columns, sheet.samples.images
    assert len(images) == 40
    labels = sheet.samples.labels
    for top in range(0, len(images), 2 * columns):
        width = min(columns, (len(images) - top) // 2)
        originals, decoded = slice(top, top + width), slice(top + width, top + 2 * width)
        assert labels[originals].tolist() == labels[decoded].tolist()
        places = [place_of(image) for image in images[originals]]
        assert labels[originals].tolist() == [place % 10 for place in places]
        assert not any((images[decoded] == DIGITS[0][places]).all(axis=(1, 2)))
    assert sorted(labels.tolist()) == sorted([*range(10)] * 4)


def test_reconstructions_of_one_label_are_of_that_label() -> None:
    assert set(written(FakeEngine(), "reconstructions", 6, 3).samples.labels.tolist()) == {6}
    only_ones: tuple[FloatArray, IntArray] = (DIGITS[0][:2], np.array([1, 1]))
    with pytest.raises(UsageError, match="no test digits"):
        result_of(make_latent_grid(FakeEngine(), "reconstructions", 6, 3, 0, only_ones))


@pytest.mark.parametrize("kind", LATENT_GRIDS)
def test_a_model_without_labels_has_its_sheets_too(kind: str) -> None:
    engine = FakeEngine(CONV_VAE)
    sheet = written(engine, kind, None, 9)
    assert sheet.samples.labels is None
    assert len(sheet.samples.images) == (18 if kind == "reconstructions" else 9)
    with pytest.raises(MissingLabels):
        written(engine, kind, 3, 9)


@pytest.mark.parametrize("kind", ["random", "prior", "reconstructions"])
def test_the_seed_decides(kind: str) -> None:
    one, again, other = (written(FakeEngine(), kind, None, 10, seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(one.samples.latents, again.samples.latents)
    assert not np.array_equal(one.samples.latents, other.samples.latents)
