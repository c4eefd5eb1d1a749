"""The digit score's network: it separates what a line cannot, and the seed decides."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_cvae.inference.digit_score import DigitNetwork, fit_digit_network


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
