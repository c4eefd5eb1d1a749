"""Logistic regression finds the weights that made the data."""

from __future__ import annotations

import numpy as np

from desktop_cvae.inference.logistic import fit_logistic


def test_the_weights_are_found() -> None:
    rng = np.random.default_rng(0)
    inputs = rng.standard_normal((20_000, 3))
    true = np.array([1.5, -0.5, 0.0])
    is_one = rng.random(20_000) < 1 / (1 + np.exp(-inputs @ true))
    assert np.abs(fit_logistic(inputs, is_one, 1e-3) - true).max() < 0.1


def test_a_penalty_keeps_separable_classes_finite() -> None:
    inputs = np.array([[1.0], [2.0], [-1.0], [-2.0]])
    weights = fit_logistic(inputs, inputs[:, 0] > 0, 1.0)
    assert 0 < weights[0] < 5
    assert fit_logistic(inputs, inputs[:, 0] > 0, 10.0)[0] < weights[0]


def test_a_bad_start_leads_to_the_same_weights() -> None:
    rng = np.random.default_rng(0)
    inputs = rng.standard_normal((500, 4))
    is_one = inputs[:, 0] + 0.1 * rng.standard_normal(500) > 0
    fitted = fit_logistic(inputs, is_one, 0.1)
    far = fit_logistic(inputs, is_one, 0.1, np.array([-40.0, 30.0, 5.0, 0.0]))
    assert np.abs(far - fitted).max() < 0.2
    assert ((inputs @ far > 0) == is_one).mean() > 0.95
