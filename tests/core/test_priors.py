"""Mixtures of Gaussians as priors: density, bound, samples, and one hand under other labels."""

import numpy as np
import pytest

from desktop_cvae.core import priors
from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.priors import (
    SMALLEST_DEVIATION,
    STYLE_SPREAD,
    Prior,
    log_sum_exp,
    prior_tensors,
)

RNG = np.random.default_rng(5)


def some_prior(labels=3, components=4, size=2, seed=1):
    rng = np.random.default_rng(seed)
    factors = np.tril(0.3 * rng.standard_normal((labels, components, size, size)))
    factors[..., range(size), range(size)] = rng.uniform(0.4, 0.9, (labels, components, size))
    weights = rng.uniform(0.2, 1, (labels, components))
    return Prior(
        (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32),
        rng.standard_normal((labels, components, size)).astype(np.float32),
        factors.astype(np.float32),
    )


def density(prior, label, places):
    """Σ w N(z; μ, Σ) as the textbooks write it."""
    total = 0
    for weight, mean, factor in zip(
        prior.weights[label], prior.means[label], prior.factors[label], strict=True
    ):
        covariance = factor.astype(np.float64) @ factor.T
        gaps = places - mean
        exponents = np.einsum("ni,ij,nj->n", gaps, np.linalg.inv(covariance), gaps)
        height = weight / np.sqrt(np.linalg.det(2 * np.pi * covariance))
        total = total + height * np.exp(-0.5 * exponents)
    return total


def test_the_density_is_the_mixtures():
    prior, places = some_prior(), RNG.standard_normal((30, 2))
    labels = np.arange(30) % 3
    expected = [density(prior, k, places[i : i + 1])[0] for i, k in enumerate(labels)]
    np.testing.assert_allclose(prior.log_density(places, labels), np.log(expected), rtol=1e-5)


def test_the_standard_normal_has_its_closed_form():
    prior = Prior.standard_normal(3, 5)
    means, log_vars = RNG.standard_normal((2, 4, 3, 5)).astype(np.float32)
    closed = 0.5 * (means**2 + np.exp(log_vars) - log_vars - 1).sum(axis=2)
    np.testing.assert_allclose(prior.kl_nats(means, log_vars), closed, rtol=1e-5)
    assert prior.is_standard
    assert prior.components == 1


@pytest.mark.parametrize("part", ["means", "factors"])
def test_another_gaussian_is_not_the_standard_one(part):
    tensors = Prior.standard_normal(2, 3).tensors()
    tensors[part] = tensors[part] * np.float32(2) + np.float32(part == "means")
    assert not Prior(**tensors).is_standard


def test_the_divergence_is_bounded_from_above():
    prior = some_prior()
    means = RNG.standard_normal((1, 3, 2)).astype(np.float32)
    log_vars = np.full((1, 3, 2), -1.5, np.float32)
    bound = prior.kl_nats(means, log_vars)[0]
    for label in range(3):
        noise = RNG.standard_normal((200_000, 2))
        draws = means[0, label] + np.exp(-0.75) * noise
        own = (-0.5 * noise**2 - 0.5 * np.log(2 * np.pi) + 0.75).sum(axis=1)
        labels = np.full(len(draws), label)
        divergence = (own - prior.log_density(draws, labels)).mean()
        assert divergence <= bound[label] + 0.01
        assert bound[label] < divergence + 0.6


def test_of_one_gaussian_the_bound_is_the_divergence():
    prior = some_prior(components=1)
    mean, log_var = np.array([0.3, -0.8]), np.array([-1.0, 0.5])
    covariance = prior.factors[1, 0].astype(np.float64) @ prior.factors[1, 0].T
    inverse, gap = np.linalg.inv(covariance), prior.means[1, 0] - mean
    expected = 0.5 * (
        np.trace(inverse @ np.diag(np.exp(log_var)))
        + gap @ inverse @ gap
        - 2
        + np.log(np.linalg.det(covariance))
        - log_var.sum()
    )
    rows = np.tile(mean, (1, 3, 1)), np.tile(log_var, (1, 3, 1))
    assert prior.kl_nats(*rows)[0, 1] == pytest.approx(expected, abs=1e-5)


def test_samples_have_the_mixtures_moments():
    prior = some_prior()
    latents = prior.sample(np.full(200_000, 2), 1.0, np.random.default_rng(3)).astype(np.float64)
    means, covariances = prior.moments
    np.testing.assert_allclose(latents.mean(axis=0), means[2], atol=0.01)
    np.testing.assert_allclose(np.cov(latents.T), covariances[2], atol=0.02)


def test_at_temperature_zero_only_the_middles_are_left():
    prior = some_prior()
    latents = prior.sample(np.zeros(400, np.int64), 0.0, np.random.default_rng(3))
    found = np.unique(latents, axis=0)
    np.testing.assert_array_equal(found, np.unique(prior.means[0], axis=0))
    counts = [(latents == middle).all(axis=1).sum() for middle in prior.means[0]]
    np.testing.assert_allclose(np.array(counts) / 400, prior.weights[0], atol=0.08)


def test_the_standard_normal_is_drawn_as_it_always_was():
    expected = np.random.default_rng(7).standard_normal((5, 3)).astype(np.float32)
    latents = Prior.standard_normal(2, 3).sample(np.arange(5) % 2, 1.0, np.random.default_rng(7))
    np.testing.assert_array_equal(latents, expected)


def test_a_hand_stays_itself_and_lands_among_the_other_labels():
    prior = some_prior(components=1)
    codes = prior.sample(np.zeros(20_000, np.int64), 1.0, np.random.default_rng(1))
    transferred = np.stack(
        [prior.style_transfer.transferred(code, 0) for code in codes[:2000]]
    ).astype(np.float64)
    np.testing.assert_allclose(transferred[:, 0], codes[:2000], atol=1e-4)
    means, covariances = prior.moments
    for label in (1, 2):
        np.testing.assert_allclose(transferred[:, label].mean(axis=0), means[label], atol=0.05)
        # Halfway from the shifted codes to those that have the label's covariance.
        transported = 2 * transferred[:, label] - (codes[:2000] - means[0] + means[label])
        np.testing.assert_allclose(np.cov(transported.T), covariances[label], atol=0.08)


def test_a_hand_is_carried_the_same_the_second_time(monkeypatch):
    prior = some_prior()
    codes = prior.sample(np.array([0, 1, 0, 2]), 1.0, np.random.default_rng(3))
    fresh = [
        some_prior().style_transfer.transferred(code, k)
        for code, k in zip(codes, (0, 1, 0, 2), strict=True)
    ]
    for most in (priors.MAX_KEPT, 0):
        monkeypatch.setattr(priors, "MAX_KEPT", most)
        for code, label, expected in zip(codes, (0, 1, 0, 2), fresh, strict=True):
            np.testing.assert_array_equal(prior.style_transfer.transferred(code, label), expected)


def test_what_lies_far_out_is_pulled_to_its_component():
    prior = some_prior()
    labels = np.array([0, 1, 1])
    near = prior.sample(labels, 0.3, np.random.default_rng(3))
    np.testing.assert_allclose(prior.style_transfer.truncated(near, labels, 2.0), near, rtol=1e-6)
    far = near + np.array([[30, 5], [8, -40], [4, 50]], np.float32)
    pulled = prior.style_transfer.truncated(far, labels, 2.0)
    for code, before, label in zip(pulled, far, labels, strict=True):
        chosen = prior.component_nats(label, before[None])[0].argmax()
        middle, whitening = prior.means[label, chosen], prior.whitenings[label, chosen]
        assert np.linalg.norm(whitening @ (code - middle)) == pytest.approx(2 * np.sqrt(2), 1e-4)
        ways = (code - middle) / (before - middle)
        np.testing.assert_allclose(ways, ways[0], rtol=1e-3)


def test_one_hand_varies_less_than_its_label():
    prior = some_prior(components=1)
    codes = np.tile(prior.means[1, 0], (20_000, 1))
    labels = np.ones(20_000, np.int64)
    drawn = prior.style_transfer.around(codes, labels, 1.0, np.random.default_rng(1))
    np.testing.assert_allclose(drawn.mean(axis=0), codes[0], atol=0.02)
    expected = STYLE_SPREAD**2 * prior.moments[1][1]
    np.testing.assert_allclose(np.cov(drawn.T.astype(np.float64)), expected, atol=0.002)
    still = prior.style_transfer.around(codes[:5], labels[:5], 0.0, np.random.default_rng(1))
    np.testing.assert_array_equal(still, codes[:5])


def test_under_the_standard_normal_a_hand_is_the_same_code():
    code = np.array([0.5, -2, 1], np.float32)
    transferred = Prior.standard_normal(4, 3).style_transfer.transferred(code, 2)
    np.testing.assert_array_equal(transferred, np.tile(code, (4, 1)))


def test_tensors_have_the_shapes_that_are_expected():
    shapes = {name: array.shape for name, array in some_prior(3, 4, 2).tensors().items()}
    assert shapes == prior_tensors(3, 4, 2)


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("weights", lambda a: 2 * a),
        ("weights", lambda a: a * [1, 1, 1, 0]),
        ("weights", lambda a: a[:, :3]),
        ("means", lambda a: np.full_like(a, np.nan)),
        ("means", lambda a: a[:2]),
        ("factors", lambda a: np.swapaxes(a, 2, 3)),
        ("factors", lambda a: -a),
        ("factors", lambda a: np.tril(a, -1) + 0.5 * SMALLEST_DEVIATION * np.eye(2)),
        ("factors", lambda a: np.full_like(a, np.inf)),
        ("factors", lambda a: a[:, :, :1]),
    ],
)
def test_what_is_no_mixture_is_refused(part, change):
    tensors = some_prior().tensors()
    tensors[part] = change(tensors[part]).astype(np.float32)
    with pytest.raises(InvalidData):
        Prior(**tensors)


def test_sums_of_exponentials_do_not_overflow():
    assert log_sum_exp(np.array([[1000.0, 1000.0], [-2000.0, -1000.0]])) == pytest.approx(
        [1000 + np.log(2), -1000]
    )


def plane_of(size, seed=3):
    rng = np.random.default_rng(seed)
    axes = np.linalg.qr(rng.standard_normal((size, size)))[0][:2]
    return rng.standard_normal(size), axes


def test_of_a_standard_normal_a_place_is_lifted_into_the_plane():
    center, axes = plane_of(5)
    places = RNG.standard_normal((7, 2))
    codes = Prior.standard_normal(2, 5).expected_codes(1, center, axes, places)
    np.testing.assert_allclose(codes, (places + axes @ center) @ axes, atol=1e-5)
    np.testing.assert_allclose((codes - center) @ axes.T, places, atol=1e-5)


@pytest.mark.parametrize("place", [(0.3, -0.2), (1.5, 0.5), (-0.8, -1.0)])
def test_the_expected_code_is_the_mean_along_what_the_place_leaves_open(place):
    prior, (center, axes) = some_prior(size=3), plane_of(3)
    open_direction = np.cross(*axes)
    steps = np.linspace(-15, 15, 20_001)[:, np.newaxis]
    line = center + np.array(place) @ axes + steps * open_direction
    shares = density(prior, 2, line)
    expected = (shares[:, np.newaxis] * line).sum(axis=0) / shares.sum()
    (found,) = prior.expected_codes(2, center, axes, np.array([place]))
    np.testing.assert_allclose(found, expected, atol=1e-4)


def test_far_from_all_codes_there_is_still_an_expected_one():
    prior, (center, axes) = some_prior(size=3), plane_of(3)
    codes = prior.expected_codes(0, center, axes, np.array([[1e4, -1e4]]))
    assert np.isfinite(codes).all()
    np.testing.assert_allclose((codes - center) @ axes.T, [[1e4, -1e4]], rtol=1e-3)


def test_one_dimension_has_a_plane_too():
    prior = some_prior(size=1)
    codes = prior.expected_codes(0, np.zeros(1), np.eye(2, 1), np.array([[0.5, 3.0]]))
    np.testing.assert_allclose(codes, [[0.5]], atol=1e-5)


def test_restored_codes_are_the_mean_of_what_they_may_have_been() -> None:
    rng = np.random.default_rng(4)
    factor = np.array([[2.0, 0.0], [0.5, 0.3]])
    prior = Prior(
        np.array([[0.5, 0.5]], np.float32),
        np.array([[[0.0, 0.0], [50.0, 0.0]]], np.float32),
        np.tile(factor.astype(np.float32), (1, 2, 1, 1)),
    )
    noise, one = 0.8, np.zeros(1, np.int64)
    seen = np.array([[1.5, -0.4]], np.float32)
    # By sampling: codes weighted by how likely noise of that size takes them to what was seen.
    codes = prior.sample(np.zeros(400_000, np.int64), 1.0, rng)
    weights = np.exp(-0.5 * ((codes - seen) ** 2).sum(axis=1) / noise**2)
    expected = (weights[:, None] * codes).sum(axis=0) / weights.sum()
    np.testing.assert_allclose(
        prior.style_transfer.restored(seen, one, noise)[0], expected, atol=0.02
    )
    # Of the component that explains it best, and by itself without noise.
    moved = prior.style_transfer.restored(seen + np.float32([50, 0]), one, noise)
    np.testing.assert_allclose(moved[0] - (50, 0), expected, atol=0.02)
    np.testing.assert_allclose(prior.style_transfer.restored(seen, one, 0.0), seen, atol=1e-4)


def test_coloured_noise_has_each_labels_moments_and_is_whitened_again():
    prior, labels = some_prior(), np.arange(60_000) % 3
    white = np.random.default_rng(3).standard_normal((60_000, 2))
    codes = prior.colored(white, labels)
    drawn = prior.sample(labels, 1.0, np.random.default_rng(4))
    for label in range(3):
        own, other = codes[labels == label], drawn[labels == label]
        np.testing.assert_allclose(own.mean(axis=0), other.mean(axis=0), atol=0.04)
        np.testing.assert_allclose(np.cov(own.T), np.cov(other.T), atol=0.06)
    np.testing.assert_allclose(prior.whitened(codes, labels), white, atol=1e-5)


def test_a_widened_prior_deviates_more_around_the_same_middles():
    prior = some_prior()
    wide, labels = prior.widened(2.5), np.zeros(5, np.int64)
    narrow_codes, wide_codes = (
        one.sample(labels, 1.0, np.random.default_rng(1)) for one in (prior, wide)
    )
    middles = prior.sample(labels, 0.0, np.random.default_rng(1))
    np.testing.assert_allclose(wide_codes - middles, 2.5 * (narrow_codes - middles), rtol=1e-4)
    assert wide.factors.dtype == np.float32
