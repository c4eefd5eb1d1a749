"""What is made of attacks: medians, survivors, and what the program would have noticed."""

from __future__ import annotations

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import draw_digit, fake_model

from desktop_cvae.evaluation.adversarial_robustness import AttackResult, distances, verify_attack

LABELS = np.arange(4, dtype=np.int64)
BEFORE = np.stack([draw_digit(label) for label in range(4)])


def test_distances_are_those_of_the_norms() -> None:
    before, after = np.zeros((1, 28, 28), np.float32), np.zeros((1, 28, 28), np.float32)
    after[0, 3, 3], after[0, 4, 4] = 0.3, 0.4
    found = {norm: float(distances(before, after, norm)[0]) for norm in ("l2", "linf", "l0")}
    assert found == pytest.approx({"l2": 0.5, "linf": 0.4, "l0": 2.0})


def test_the_engine_itself_says_which_are_misread() -> None:
    after = BEFORE.copy()
    after[1] = draw_digit(7)  # fooled
    after[2, 0, 0] = 0.01  # changed, and read right all the same
    labels = LABELS.copy()
    labels[3] = 9  # misread before
    found = verify_attack(fake_model(), BEFORE, after, labels, "l2", 0.0)
    gap = float(distances(BEFORE[1:2], after[1:2], "l2")[0])
    assert found.distances.tolist() == [np.inf, pytest.approx(gap), np.inf, 0.0]
    assert (found.n, found.misread, found.fooled) == (4, 1, 1)
    assert (found.rejected, found.unsure, found.saved) == (0, 0, 0)


def test_what_it_would_have_noticed_is_counted() -> None:
    between = ((1 - 0.52) * BEFORE + 0.52 * draw_digit(8)).astype(np.float32)
    doubting = fake_model(calibration=fake_calibration(unsure_margin=30.0))
    found = verify_attack(doubting, BEFORE, between, LABELS, "linf", 0.01)
    assert found.fooled == found.unsure > 0
    refusing = fake_model(calibration=fake_calibration(score=-5.0))
    found = verify_attack(refusing, BEFORE, between, LABELS, "linf", 0.01)
    assert found.fooled == found.rejected > 0


def test_the_median_counts_the_misread_as_nothing_and_the_unbroken_as_endless() -> None:
    found = AttackResult("l0", np.array([0.0, 3.0, 7.0, np.inf]), 0, 0, 0)
    assert found.median == 5.0
    assert [found.still_right(radius) for radius in (0, 3, 7)] == [0.75, 0.5, 0.25]
    assert AttackResult("l0", np.array([0.0, np.inf, np.inf]), 0, 0, 0).to_json()["median"] is None
