"""The plane of the latent space."""

import dataclasses

import numpy as np
from fakes import FakeEngine, draw_digit

from desktop_cvae.core.network_presets import CONV_VAE, STUDIO
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import Posterior
from desktop_cvae.inference.latent_projection import (
    build_latent_map,
    decode_positions,
    kl_per_dimension,
    moved_code,
    walk_dimensions,
)


class Spread(FakeEngine):
    """Encodes to a cloud that is wide in one slanted direction, narrower in another."""

    def encode(self, images, labels):
        rng = np.random.default_rng(1)
        mean = 0.01 * rng.standard_normal((len(images), self.spec.latent_dim))
        mean[:, 3] += 5 * rng.standard_normal(len(images))
        mean[:, 7] += 2 * rng.standard_normal(len(images)) + 100
        return Posterior(mean.astype(np.float32), np.zeros_like(mean, np.float32))


IMAGES = np.stack([draw_digit(k % 10) for k in range(200)])
LABELS = np.arange(200) % 10


def test_the_plane_holds_the_two_widest_directions():
    latent_map = build_latent_map(Spread(), IMAGES, LABELS)
    assert latent_map.points.shape == (200, 2)
    assert abs(latent_map.plane.axes[0, 3]) > 0.99
    assert abs(latent_map.plane.axes[1, 7]) > 0.99
    assert latent_map.plane.explained > 0.99
    np.testing.assert_allclose(latent_map.points.mean(axis=0), 0, atol=1e-3)
    np.testing.assert_allclose(
        latent_map.plane.axes @ latent_map.plane.axes.T, np.eye(2), atol=1e-5
    )


def test_points_of_the_plane_are_projected_back():
    plane = build_latent_map(Spread(), IMAGES, LABELS).plane
    points = np.array([[0.0, 0.0], [1.5, -2.0]], np.float32)
    np.testing.assert_allclose(plane.project(points @ plane.axes + plane.center), points, atol=1e-4)


def test_two_dimensions_are_shown_as_they_are():
    engine = FakeEngine(CONV_VAE)
    latent_map = build_latent_map(engine, IMAGES, LABELS)
    np.testing.assert_array_equal(latent_map.points, engine.encode(IMAGES, LABELS).mean)
    assert latent_map.plane.explained == 1.0


def test_one_dimension_lies_on_a_line():
    latent_map = build_latent_map(Line(dataclasses.replace(STUDIO, latent_dim=1)), IMAGES, LABELS)
    assert np.abs(latent_map.points[:, 1]).max() == 0


class Line(FakeEngine):
    """One latent dimension."""

    def encode(self, images, labels):
        mean = np.linspace(-1, 1, len(images), dtype=np.float32)[:, None]
        return Posterior(mean, np.zeros_like(mean))


def test_a_place_is_decoded_under_the_label():
    latent_map = build_latent_map(FakeEngine(), IMAGES, LABELS)
    (drawn,) = decode_positions(FakeEngine(), latent_map.plane, np.zeros((1, 2)), 7)
    distances = [np.abs(drawn - draw_digit(label)).sum() for label in range(10)]
    assert int(np.argmin(distances)) == 7


class Boxed(FakeEngine):
    """Encodes to ±1, ±2 and ±3 in three dimensions, whose means are far from zero."""

    spread = (1.0, 2.0, 3.0)

    def encode(self, images, labels):
        signs = np.array([[i % 2, i // 2 % 2, i // 4 % 2] for i in range(len(images))]) * 2.0 - 1
        mean = (100 + signs * self.spread).astype(np.float32)
        return Posterior(mean, np.zeros_like(mean))


def boxed(spread):
    engine = Boxed(dataclasses.replace(STUDIO, latent_dim=3))
    engine.spread = spread
    return build_latent_map(engine, IMAGES[:16], LABELS[:16])


def test_the_share_that_is_shown_is_that_of_the_variance():
    latent_map = boxed((1.0, -2.0, 3.0))
    assert abs(latent_map.plane.explained - 13 / 14) < 1e-6
    np.testing.assert_allclose(latent_map.plane.axes, [[0, 0, 1], [0, 1, 0]], atol=1e-5)
    np.testing.assert_allclose(latent_map.plane.center, 100, atol=1e-4)
    np.testing.assert_array_equal(latent_map.labels, LABELS[:16])


def test_an_axis_points_where_its_largest_entry_is_positive():
    for seed in range(4):
        engine = Slanted(dataclasses.replace(STUDIO, latent_dim=4))
        engine.seed = seed
        axes = build_latent_map(engine, IMAGES, LABELS).plane.axes
        assert all(axis[np.abs(axis).argmax()] > 0.5 for axis in axes)


class Slanted(FakeEngine):
    """Encodes to a cloud with axes that slant to all sides."""

    seed = 0

    def encode(self, images, labels):
        rng = np.random.default_rng(self.seed)
        ways, _ = np.linalg.qr(rng.normal(size=(4, 4)))
        mean = (rng.normal(size=(len(images), 4)) * (4, 2, 0.1, 0.1)) @ ways
        return Posterior(mean.astype(np.float32), np.zeros_like(mean, np.float32))


def test_where_all_is_one_place_nothing_is_shown():
    assert boxed((0.0, 0.0, 0.0)).plane.explained == 0.0
    assert boxed((1e-3, 0.0, 0.0)).plane.explained > 0.99


def test_the_digits_are_the_first_of_the_test_part():
    latent_map = boxed((1.0, -2.0, 3.0))
    assert latent_map.digits.tolist() == list(range(16))
    assert latent_map.codes.shape == (16, 3)
    assert latent_map.order.tolist() == [2, 1, 0]


def test_the_kl_of_a_dimension_is_that_of_a_normal():
    posterior = Posterior(np.array([[2.0, 0.0]] * 3, np.float32), np.zeros((3, 2), np.float32))
    prior, labels = Prior.standard_normal(4, 2), np.array([0, 2, 3])
    np.testing.assert_allclose(kl_per_dimension(posterior, labels, prior), [2, 0], atol=1e-6)


def test_a_posterior_that_is_its_labels_prior_tells_nothing():
    means = np.array([[[1, -2]], [[3, 4]]], np.float32)
    factors = np.array([[[[2, 0], [0, 0.5]]], [[[1, 0], [0, 3]]]], np.float32)
    prior = Prior(np.ones((2, 1), np.float32), means, factors)
    labels = np.array([0, 1, 1])
    log_vars = np.log(np.diagonal(factors[labels, 0], axis1=1, axis2=2) ** 2)
    same = Posterior(means[labels, 0], log_vars)
    np.testing.assert_allclose(kl_per_dimension(same, labels, prior), 0, atol=1e-6)
    assert (kl_per_dimension(same, 1 - labels, prior) > 0.1).all()


def test_a_place_is_decoded_where_the_labels_codes_are():
    latent_map = build_latent_map(FakeEngine(), IMAGES, LABELS)
    engine = FakeEngine()
    means = np.zeros((10, 1, engine.spec.latent_dim), np.float32)
    means[4, 0, :2] = 2
    standard = Prior.standard_normal(10, engine.spec.latent_dim)
    engine.prior = Prior(standard.weights, means, standard.factors)
    # A plane that sees neither slant nor width: both are as the label's codes have them.
    chosen = latent_map.of_dimensions(5, 6).plane
    (drawn,) = decode_positions(engine, chosen, np.zeros((1, 2)), 4)
    np.testing.assert_array_equal(drawn, draw_digit(4, 2 * 0.15, 2 * 0.1))


def test_a_code_is_moved_by_deviations_of_the_labels_prior():
    factors = np.array([[[[2, 0], [0, 0.5]]], [[[1, 0], [0, 3]]]], np.float32)
    prior = Prior(np.ones((2, 1), np.float32), np.zeros((2, 1, 2), np.float32), factors)
    moved = moved_code(prior, np.array([10, 20]), 1, np.array([[1, -1], [0, 2]]))
    np.testing.assert_allclose(moved, [[11, 17], [10, 26]])
    np.testing.assert_allclose(moved_code(prior, np.zeros(2), 0, np.ones(2)), [2, 0.5])


def test_dimensions_are_walked_in_one_call_each_without_its_own_deviation():
    engine, calls = FakeEngine(), []
    decode = engine.decode
    engine.decode = lambda latents, labels: calls.append(latents) or decode(latents, labels)
    code = np.arange(engine.spec.latent_dim, dtype=np.float32)
    deviations = np.full(engine.spec.latent_dim, 0.5, np.float32)
    steps = np.array([-3, 0, 3], np.float32)
    images = walk_dimensions(engine, code, 4, deviations, np.array([7, 2]), steps)
    assert images.shape == (2, 3, 28, 28)
    (latents,) = calls
    expected = np.tile(code + 0.5, (2, 3, 1))
    expected[0, :, 7], expected[1, :, 2] = 7 + steps, 2 + steps
    np.testing.assert_allclose(latents.reshape(2, 3, -1), expected)
