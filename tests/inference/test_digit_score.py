"""The digit score: its features by hand, and a network that separates what a line cannot."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.results import LabelScores
from desktop_cvae.inference import digit_network, digit_score
from desktop_cvae.inference.digit_network import DigitNetwork, fit_digit_network
from desktop_cvae.inference.digit_score import (
    OutlierFeatures,
    digit_scores,
    network_inputs,
    outlier_features,
)


def test_a_disc_is_told_from_what_is_around_it() -> None:
    rng = np.random.default_rng(0)
    points = rng.normal(0, 1.2, (6000, 2))
    odds = 4 * (1 - np.hypot(*points.T))
    is_near = rng.random(len(points)) < 1 / (1 + np.exp(-odds))
    scores = fit_digit_network(points, is_near, seed=1).scores(points)
    assert np.corrcoef(scores, np.maximum(odds, -6))[0, 1] > 0.95
    # Log odds: where it says 1 in 4, about 1 in 4 are.
    doubtful = abs(scores - np.log(1 / 3)) < 0.5
    assert is_near[doubtful].mean() == pytest.approx(0.25, abs=0.1)


def test_the_seed_decides() -> None:
    rng = np.random.default_rng(0)
    points = rng.normal(0, 1, (300, 3))
    is_one = points[:, 0] > 0
    once, again = (fit_digit_network(points, is_one, seed=1) for _ in range(2))
    assert np.array_equal(once.hidden, again.hidden)
    assert np.array_equal(once.outputs, again.outputs)
    assert not np.array_equal(once.hidden, fit_digit_network(points, is_one, seed=2).hidden)


def test_the_score_is_what_the_formula_says() -> None:
    network = DigitNetwork(
        np.array([[1.0, 0.0], [0.0, 2.0], [0.5, 0.0]]), np.array([3.0, -1, 0.25])
    )
    expected = 3 * np.tanh(0.3 + 0.5) - np.tanh(0.8) + 0.25
    assert network.scores(np.array([[0.3, 0.4]])) == pytest.approx([expected])


def reference_network(
    inputs: np.ndarray, wanted: np.ndarray, units: int, batch: int, epochs: int, seed: list[int]
) -> np.ndarray:
    """One network's weights in a row, by AdamW and slopes measured as differences."""
    rng = np.random.default_rng(seed)
    inputs = np.concatenate([inputs, np.ones((len(inputs), 1))], axis=1)
    size = inputs.shape[1] * units
    weights = np.zeros(size + units + 1)
    hidden = rng.standard_normal((inputs.shape[1], units), np.float32) / inputs.shape[1] ** 0.5
    hidden[-1] = 0
    weights[:size] = hidden.ravel()
    weights[size:-1] = rng.standard_normal(units, np.float32) / units**0.5

    def loss(weights: np.ndarray, x: np.ndarray, y: np.ndarray) -> float:
        odds = np.tanh(x @ weights[:size].reshape(-1, units)) @ weights[size:-1] + weights[-1]
        return float(np.mean(np.log1p(np.exp(odds)) - y * odds))

    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    steps = epochs * (len(inputs) // batch)
    for number in range(1, steps + 1):
        if number % (len(inputs) // batch) == 1:
            order = rng.permutation(len(inputs))
        chosen, order = order[:batch], order[batch:]
        nudges = 1e-5 * np.eye(len(weights))
        slope = np.array(
            [
                loss(weights + n, inputs[chosen], wanted[chosen])
                - loss(weights - n, inputs[chosen], wanted[chosen])
                for n in nudges
            ]
        )
        slope /= 2e-5
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        way = mean / (1 - 0.9**number) / (np.sqrt(square / (1 - 0.999**number)) + 1e-8)
        decay = np.append(np.full(len(weights) - 1, 0.1), 0.0)  # the bias keeps its size
        weights -= 3e-3 * (1 + np.cos(np.pi * number / steps)) / 2 * (way + decay * weights)
    return weights


def test_it_is_fitted_by_adam_with_decoupled_decay(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"UNITS": 2, "BATCH": 4, "EPOCHS": 3}.items():
        monkeypatch.setattr(digit_network, name, value)
    rng = np.random.default_rng(3)
    # Of nine pictures two batches of four are seen an epoch, one is left over.
    inputs, wanted = 2 * rng.normal(size=(9, 2)), np.arange(9) % 3 == 0
    network = fit_digit_network(inputs, wanted, seed=5)
    parts = [reference_network(inputs, wanted, 2, 4, 3, [5, 38, k]) for k in (0, 1)]
    hidden = np.concatenate([part[:6].reshape(3, 2) for part in parts], axis=1)
    outputs = [*parts[0][6:8] / 2, *parts[1][6:8] / 2, (parts[0][8] + parts[1][8]) / 2]
    np.testing.assert_allclose(network.hidden, hidden, atol=2e-5)
    np.testing.assert_allclose(network.outputs, outputs, atol=2e-5)


def one_pixel() -> np.ndarray:
    image = np.zeros((28, 28), np.float32)
    image[14, 9] = 1.0
    return image


GREY = -784 * (1e-7 * np.log(1e-7) + (1 - 1e-7) * np.log1p(-1e-7))
"""What black and white pixels cost, since their logarithms are kept finite."""


def test_the_features_of_one_pixel_are_those_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    pixel, black = one_pixel(), np.zeros((28, 28), np.float32)
    scores = LabelScores(
        reconstructions=np.stack([[pixel, black], [pixel, black]]),
        reconstruction_nats=np.array([[60, 50], [0, 70]], np.float32),
        kl_nats=np.array([[3, 5], [4, -1]], np.float32),
        latent_means=np.arange(8, dtype=np.float32).reshape(2, 2, 2),
    )
    monkeypatch.setattr(digit_score, "shape_odds", lambda _: np.array([-5, 4], np.float32))
    # The first picture is a pixel read as none, the second is black and read as a pixel.
    found = outlier_features(scores, np.stack([pixel, black]))
    assert found.labels.tolist() == [1, 0]
    # Blurred by (1, 2, 1)/4 along both sides; twice is (1, 4, 6, 4, 1)/16.
    once, twice = (6 / 16) ** 2, (70 / 256) ** 2
    residual = [np.log(once + 0.05), np.log(twice + 0.03), np.log(1 - 2 / 4 + once + 0.05)]
    missing = [np.log(2), 0, GREY / 6, 1 / 4, 0, 9 / 64, 0]
    invented = [0, np.log(2), GREY / 5, 0, 1 / 4, 0, 9 / 64]
    costs = [np.log([60 - GREY, 50 - GREY]), np.log([0.01, 70 - GREY])]
    kl = [np.log([3.1, 5.1]), np.log([4.1, 0.1])]
    np.testing.assert_allclose(
        found.features,
        [
            [*costs[0], *kl[0], *residual, *missing, 2, 3, -5],
            [*costs[1], *kl[1], *residual, *invented, 4, 5, 4],
        ],
        atol=1e-6,
    )
    without = outlier_features(scores, np.stack([pixel, black]), with_shapes=False)
    np.testing.assert_array_equal(without.features, found.features[:, :-1])


def test_a_blur_ends_at_the_edge() -> None:
    corner = np.zeros((1, 28, 28), np.float32)
    corner[0, 0, 27] = 1
    scores = LabelScores(
        np.zeros((1, 1, 28, 28), np.float32),
        np.full((1, 1), 50, np.float32),
        np.ones((1, 1), np.float32),
        np.zeros((1, 1, 1), np.float32),
    )
    first = outlier_features(scores, corner).features[0, 2]
    assert first == pytest.approx(np.log((5 / 16) ** 2 + 0.05))


def test_the_network_sees_the_label_and_features_by_their_spread() -> None:
    found = OutlierFeatures(np.array([[9.0, -50, 1], [9, 50, 1]]), np.array([1, 0]))
    means, scales = np.array([[1.0, 0], [3, 0]]), np.array([2.0, 4])
    inputs = network_inputs(found, means, scales)
    np.testing.assert_allclose(inputs, [[0, 2, 3, -6], [2, 0, 4, 6]])


def test_a_calibrations_numbers_are_the_networks() -> None:
    rng = np.random.default_rng(0)
    labels, features, units = 2, 2 * 2 + 10, 3
    calibration = Calibration(
        temperature=1.0,
        unsure_margin=0.0,
        shares=(0.01,),
        thresholds=(0.0,),
        means=tuple(rng.normal(size=labels * features)),
        scales=tuple(rng.uniform(1, 2, features)),
        hidden=tuple(rng.normal(0, 0.2, (labels + features + 1) * units)),
        outputs=tuple(rng.normal(size=units + 1)),
    )
    found = OutlierFeatures(rng.normal(size=(1, features + 2)), np.array([1]))
    scaled = found.features[0, :features] - np.array(calibration.means[features:])
    inputs = [0.0, 2.0, *(scaled / calibration.scales), 1.0]
    rows = np.array(calibration.hidden).reshape(-1, units)
    expected = np.tanh(inputs @ rows) @ calibration.outputs[:-1] + calibration.outputs[-1]
    assert digit_scores(found, calibration) == pytest.approx([expected])
