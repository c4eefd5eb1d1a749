"""Refused shares and the area under their curve."""

from __future__ import annotations

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import draw_digit, fake_model

from desktop_cvae.evaluation.rejection import (
    RejectionScores,
    fit_odds,
    fraction_below,
    score_others,
)


def test_shares_under_a_threshold() -> None:
    scores = np.array([-np.inf, -1.0, 0.0, 2.0])
    assert fraction_below(scores, 0.0) == 0.5
    # Nothing is under −∞, but a blank is refused in any case.
    assert fraction_below(scores, -np.inf) == 0.25
    assert fraction_below(np.zeros(0), 1.0) == 0.0


def test_the_area_is_the_chance_of_a_right_order() -> None:
    found = RejectionScores(np.array([1.0, 2.0, 3.0]), np.array([0.0, 2.0]))
    # 5 of 6 pairs, of which one is a tie and counts half.
    assert found.auc == pytest.approx((1 + 1.5 + 2) / 6)
    assert found.rejected_fraction(1.5) == (pytest.approx(1 / 3), 0.5)


def test_without_others_there_is_no_area() -> None:
    found = RejectionScores(np.array([1.0]), np.zeros(0))
    assert found.auc is None
    assert found.rejected_fraction(2.0) == (1.0, None)


def test_other_pictures_are_scored_and_blanks_refused() -> None:
    images = np.stack([draw_digit(3), np.zeros((28, 28), np.float32)])
    odds = score_others(fake_model(calibration=fake_calibration(score=4.0)), images)
    assert odds.tolist() == [pytest.approx(4.0), -np.inf]
    assert score_others(fake_model(calibration=fake_calibration()), images[:0]).shape == (0,)


def test_scores_become_the_odds_that_they_mean() -> None:
    rng = np.random.default_rng(0)
    odds = rng.normal(0, 3, 20_000)
    is_digit = rng.random(len(odds)) < 1 / (1 + np.exp(-odds))
    # A network that is three times too sure, and leans to digits.
    slope, offset = fit_odds(*(3 * odds[which] + 2 for which in (is_digit, ~is_digit)))
    assert slope == pytest.approx(1 / 3, rel=0.05)
    assert offset == pytest.approx(-2 / 3, abs=0.05)
    # Ten times as many of one sort say nothing about how like a digit a picture is.
    others = 3 * odds[~is_digit] + 2
    again = fit_odds(3 * odds[is_digit] + 2, np.tile(others, 10))
    assert again == pytest.approx((slope, offset), abs=1e-6)


def test_scores_without_a_fault_stay_finite() -> None:
    slope, offset = fit_odds(np.array([3.0, 4.0]), np.array([-4.0, -3.0]))
    assert 0.9 < slope < 4
    assert abs(offset) < 1
