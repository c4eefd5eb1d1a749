"""Priors are fitted to the codes of each label."""

import numpy as np
import pytest

from desktop_cvae.core.network_presets import CONV_VAE, STUDIO
from desktop_cvae.core.results import Posterior
from desktop_cvae.core.tasks import result_of
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.evaluation import prior_fitting
from desktop_cvae.evaluation.prior_fitting import (
    DIGITS_EACH,
    encode_digits,
    fit_models_prior,
    fit_prior,
)
from tests.fakes import FakeEngine, draw_digit

COUNT = 3000


def two_clouds(deviation=0.3, spread=0.0, seed=2):
    """Codes of label 0 about (−2, 0) and (2, 1), of label 1 about (0, 5)."""
    rng = np.random.default_rng(seed)
    labels = np.arange(COUNT) % 3 // 2
    middles = np.array([(-2, 0), (2, 1), (0, 5)])[np.arange(COUNT) % 3]
    means = middles + deviation * rng.standard_normal((COUNT, 2))
    log_vars = np.full((COUNT, 2), np.log(spread**2) if spread else -20)
    return Posterior(means.astype(np.float32), log_vars.astype(np.float32)), labels


def test_clouds_of_codes_are_found():
    codes, labels = two_clouds()
    prior = result_of(fit_prior(codes, labels, 2, components=2))
    order = prior.means[0, :, 0].argsort()
    np.testing.assert_allclose(prior.means[0, order], [(-2, 0), (2, 1)], atol=0.1)
    np.testing.assert_allclose(prior.weights[0], [0.5, 0.5], atol=0.02)
    # A little of the label's own covariance stays in every component's.
    deviations = np.linalg.norm(prior.factors[0], axis=2)
    assert (deviations >= 0.29).all()
    assert (deviations <= 0.45).all()
    np.testing.assert_allclose(prior.moments[0][1], [0, 5], atol=0.05)


def test_what_the_encoder_does_not_know_belongs_to_the_prior():
    codes, labels = two_clouds(deviation=0.3, spread=0.4)
    prior = result_of(fit_prior(codes, labels, 2, components=1))
    np.testing.assert_allclose(prior.moments[1][1], 0.25 * np.eye(2), atol=0.03)


def test_more_components_explain_more():
    codes, labels = two_clouds()
    nats = []
    for components in (1, 2):
        prior = result_of(fit_prior(codes, labels, 2, components))
        own = prior.kl_nats(
            np.repeat(codes.mean[:, None], 2, 1), np.repeat(codes.log_var[:, None], 2, 1)
        )
        nats.append(own[np.arange(COUNT), labels].mean())
    assert nats[1] < nats[0] - 0.5


def test_few_digits_get_few_components():
    codes, labels = two_clouds()
    few = np.arange(4 * DIGITS_EACH)
    prior = result_of(fit_prior(Posterior(codes.mean[few], codes.log_var[few]), labels[few], 2, 9))
    assert prior.components == int(np.bincount(labels[few]).min()) // DIGITS_EACH


@pytest.mark.parametrize(("numbers", "components"), [(42, 3), (41, 2), (14, 1), (13, 0)])
def test_a_prior_is_no_larger_than_a_file_can_hold(monkeypatch, numbers, components):
    # Two labels, and 1 + 2 + 4 numbers for each Gaussian of two dimensions.
    monkeypatch.setattr(prior_fitting, "MAX_PRIOR_NUMBERS", numbers)
    prior = result_of(fit_prior(*two_clouds(), 2, components=3))
    assert (0 if prior.is_standard else prior.components) == components


def test_a_label_without_digits_keeps_the_standard_normal():
    codes, _ = two_clouds()
    prior = result_of(fit_prior(codes, np.zeros(COUNT, np.int64), 2, 3))
    means, covariances = prior.moments
    np.testing.assert_array_equal(means[1], 0)
    np.testing.assert_allclose(covariances[1], np.eye(2), atol=1e-6)


def test_the_same_seed_fits_the_same_prior():
    codes, labels = two_clouds()
    first, again, other = (result_of(fit_prior(codes, labels, 2, 3, seed)) for seed in (4, 4, 5))
    np.testing.assert_array_equal(first.means, again.means)
    assert not np.array_equal(first.means, other.means)


def test_digits_are_encoded_under_their_own_labels():
    images = np.stack([draw_digit(k % 10) for k in range(7)])
    progress = encode_digits(FakeEngine(), images, np.arange(7))
    codes = result_of(progress)
    expected = FakeEngine().encode(images, np.arange(7))
    np.testing.assert_array_equal(codes.mean, expected.mean)
    np.testing.assert_array_equal(codes.log_var, expected.log_var)


@pytest.mark.parametrize("components", [1, 3])
def test_a_label_is_one_step(components):
    codes, labels = two_clouds()
    steps = list(fit_prior(codes, labels, 2, components))
    assert [(step.done, step.total) for step in steps] == [(0, 2), (1, 2)]


@pytest.mark.parametrize("spec", [STUDIO, CONV_VAE])
def test_the_prior_of_a_network_is_that_of_its_codes(spec, monkeypatch):
    monkeypatch.setattr(prior_fitting, "CHUNK", 16)
    labels = np.arange(40) % 2
    drawn = np.stack([draw_digit(int(k), slant=0.01 * at) for at, k in enumerate(labels)])
    digits = DigitDataset(np.rint(255 * drawn).astype(np.uint8), labels, ("3", "7"))
    # By name, label 0 is the network's 3; one without labels has a single prior.
    known = np.where(labels == 0, 3, 7) if spec.conditional else np.zeros_like(labels)
    engine = FakeEngine(spec)
    task, steps = fit_models_prior(engine, digits, components=1), []
    while True:
        try:
            steps.append(next(task))
        except StopIteration as ended:
            prior = ended.value
            break
    assert [step.done for step in steps[:3]] == [16, 32, 40]
    assert [step.what for step in steps[:4]] == ["encoding"] * 3 + ["fitting"]
    codes = result_of(encode_digits(engine, digits.floats(), known))
    expected = result_of(fit_prior(codes, known, spec.score_count, 1))
    np.testing.assert_array_equal(prior.means, expected.means)
    np.testing.assert_array_equal(prior.factors, expected.factors)
