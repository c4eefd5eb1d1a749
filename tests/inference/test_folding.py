"""Batch normalisation moved into the next layer: held against the formula, with NumPy alone."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from desktop_cvae.core.layers import BatchNorm, Conv, Dense, Dropout, Flatten
from desktop_cvae.core.presets import PRESETS
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.inference.folding import EPSILON, fold_weights, folded_network

SPEC = ModelSpec(
    preset="folded",
    latent_dim=2,
    conditional=True,
    encoder=(Flatten(), Dense(5, "relu", label=True), Dropout(0.3), BatchNorm()),
    decoder=(Dense(4, "relu", label=True), BatchNorm(), Dropout(), Dense(784, "linear")),
)


@pytest.fixture
def weights() -> dict[str, FloatArray]:
    random = np.random.default_rng(0)
    return {
        name: random.uniform(0.2, 2.0, shape).astype(np.float32)
        for name, shape in SPEC.tensors().items()
    }


def test_the_folded_network_has_the_other_tensors_under_their_names() -> None:
    network = folded_network(SPEC)
    assert network is not None
    gone = {name for name in SPEC.tensors() if "batch_norm" in name}
    assert len(gone) == 8
    assert set(network.tensors()) == set(SPEC.tensors()) - gone


@pytest.mark.parametrize(
    ("norm", "taker"),
    [
        ("encoder.3.batch_norm", "encoder.z_mean"),
        ("encoder.3.batch_norm", "encoder.z_log_var"),
        ("decoder.1.batch_norm", "decoder.3.dense"),
    ],
)
def test_the_next_layer_answers_as_if_its_input_were_normalised(
    weights: dict[str, FloatArray], norm: str, taker: str
) -> None:
    folded = fold_weights(SPEC, weights)
    gamma, beta, mean, variance = (
        weights[f"{norm}.{name}"] for name in ("gamma", "beta", "moving_mean", "moving_variance")
    )
    features = np.random.default_rng(1).normal(size=(6, len(gamma)))
    normalised = gamma * (features - mean) / np.sqrt(variance + EPSILON) + beta
    expected = normalised @ weights[f"{taker}.kernel"] + weights[f"{taker}.bias"]
    got = features @ folded[f"{taker}.kernel"] + folded[f"{taker}.bias"]
    np.testing.assert_allclose(got, expected, rtol=1e-5, atol=1e-5)


def test_other_weights_stay_and_the_given_ones_too(weights: dict[str, FloatArray]) -> None:
    before = {name: array.copy() for name, array in weights.items()}
    folded = fold_weights(SPEC, weights)
    assert folded["encoder.1.dense.kernel"] is weights["encoder.1.dense.kernel"]
    assert weights.keys() == before.keys()
    assert all(np.array_equal(weights[name], before[name]) for name in before)


def test_a_normalisation_before_a_convolution_cannot_be_folded() -> None:
    # At the padded border the summand would not come in.
    spec = dataclasses.replace(SPEC, encoder=(BatchNorm(), Conv(2), Flatten(), Dense(5)))
    assert folded_network(spec) is None


def test_a_network_without_normalisation_keeps_its_weights() -> None:
    spec = PRESETS["studio"].spec
    assert folded_network(spec) == spec
    arrays = {"encoder.z_mean.bias": np.zeros(12, np.float32)}
    assert fold_weights(spec, arrays) == arrays
