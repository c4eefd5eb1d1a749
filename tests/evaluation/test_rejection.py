"""Refused shares and the area under their curve."""

from __future__ import annotations

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import draw_digit, fake_model

from desktop_cvae.evaluation.rejection import Refusals, score_others, share_under


def test_shares_under_a_threshold() -> None:
    scores = np.array([-np.inf, -1.0, 0.0, 2.0])
    assert share_under(scores, 0.0) == 0.5
    # Nothing is under −∞, but a blank is refused in any case.
    assert share_under(scores, -np.inf) == 0.25
    assert share_under(np.zeros(0), 1.0) == 0.0


def test_the_area_is_the_chance_of_a_right_order() -> None:
    found = Refusals(np.array([1.0, 2.0, 3.0]), np.array([0.0, 2.0]))
    # 5 of 6 pairs, of which one is a tie and counts half.
    assert found.auc == pytest.approx((1 + 1.5 + 2) / 6)
    assert found.refused(1.5) == (pytest.approx(1 / 3), 0.5)


def test_without_others_there_is_no_area() -> None:
    found = Refusals(np.array([1.0]), np.zeros(0))
    assert found.auc is None
    assert found.refused(2.0) == (1.0, None)


def test_other_pictures_are_scored_and_blanks_refused() -> None:
    images = np.stack([draw_digit(3), np.zeros((28, 28), np.float32)])
    odds = score_others(fake_model(calibration=fake_calibration(score=4.0)), images)
    assert odds.tolist() == [pytest.approx(4.0), -np.inf]
    assert score_others(fake_model(calibration=fake_calibration()), images[:0]).shape == (0,)
