"""Encoded digits on a plane."""

import numpy as np
from fakes import flat_map

from desktop_cvae.core.latent_maps import LatentMap, Plane

RNG = np.random.default_rng(2)
CODES = RNG.normal(size=(40, 4)).astype(np.float32) * (1, 2, 3, 4) + 5
LABELS = np.arange(40) % 4


def some_map():
    plane = Plane(CODES.mean(axis=0), np.eye(2, 4, dtype=np.float32), 0.1)
    kl_nats = np.array([0.5, 2, 0.1, 1], np.float32)
    return LatentMap(CODES.astype(np.float32), LABELS, np.arange(40), kl_nats, plane)


def test_dimensions_are_ordered_by_their_nats():
    assert some_map().order.tolist() == [1, 3, 0, 2]


def test_two_dimensions_show_their_own_numbers():
    chosen = some_map().of_dimensions(3, 1)
    np.testing.assert_allclose(chosen.points, CODES[:, [3, 1]], rtol=1e-5)
    spread = CODES.var(axis=0)
    np.testing.assert_allclose(
        chosen.plane.explained, spread[[3, 1]].sum() / spread.sum(), rtol=1e-5
    )
    assert chosen.plane.dimensions == (3, 1)
    np.testing.assert_allclose(chosen.plane.center[[0, 2]], CODES.mean(axis=0)[[0, 2]], rtol=1e-5)


def test_the_nearest_are_of_the_label_and_in_order():
    latent_map = some_map()
    code = latent_map.codes[6]
    found = latent_map.nearest(code, 2, 5)
    assert found[0] == 6
    assert set(LABELS[found]) == {2}
    distances = np.linalg.norm(latent_map.codes[found] - code, axis=1)
    assert (np.diff(distances) >= 0).all()
    others = np.setdiff1d(np.flatnonzero(LABELS == 2), found)
    assert np.linalg.norm(latent_map.codes[others] - code, axis=1).min() >= distances[-1]
    assert len(latent_map.nearest(code, None, 100)) == 40
    assert len(latent_map.nearest(code, 9, 5)) == 0


def test_a_posterior_is_projected_as_a_gaussian():
    rng = np.random.default_rng(1)
    axes = np.linalg.qr(rng.standard_normal((4, 4)))[0][:2]
    plane = Plane(np.zeros(4), axes, 0.5)
    variances = np.array([0.5, 2, 1, 0.1])
    draws = plane.project(rng.standard_normal((200_000, 4)) * np.sqrt(variances))
    np.testing.assert_allclose(plane.project_variances(variances), np.cov(draws.T), atol=0.02)


def test_a_flat_map_has_its_points():
    points = RNG.normal(size=(9, 2)).astype(np.float32)
    np.testing.assert_array_equal(flat_map(points, np.zeros(9), 5).points, points)
