"""How far the digits of a number can be believed, and what counts as a number."""

from __future__ import annotations

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fake_numbers import number_picture
from fakes import FakeEngine
from PySide6.QtWidgets import QApplication

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.gui.numbers.number_page import NumberPage, read_number
from desktop_cvae.gui.numbers.numbers_card import summary_of
from desktop_cvae.gui.theme import LIGHT


def doubts(*lines: str, calibration: Calibration | None = None) -> list[str]:
    answer = read_number(FakeEngine(), calibration, number_picture(*lines), "")
    return [trust.doubt for trust in answer.trusts]


def test_without_a_calibration_thin_evidence_is_doubted() -> None:
    found = doubts("1?7")
    assert found[0] == found[2] == ""
    assert sorted(found[1].split(" or ")) == ["3", "8"]


def test_a_calibration_doubts_by_its_margin_and_refuses_what_is_no_digit() -> None:
    sure, unsure = fake_calibration(unsure_margin=0.001), fake_calibration(unsure_margin=1e4)
    assert doubts("17", calibration=sure) == ["", ""]
    assert all(" or " in doubt for doubt in doubts("17", calibration=unsure))
    refusing = fake_calibration(score=-5.0)
    assert doubts("17", calibration=refusing) == ["not a digit"] * 2


def test_probabilities_are_calibrated() -> None:
    engine, picture = FakeEngine(), number_picture("1?")
    plain = read_number(engine, None, picture, "").trusts[1].probability
    warm = read_number(engine, fake_calibration(temperature=50.0), picture, "").trusts[1]
    assert warm.probability < plain


def test_one_digit_is_no_number_nor_is_a_page_of_none() -> None:
    engine = FakeEngine()
    assert not read_number(engine, None, number_picture("3"), "").is_number
    assert read_number(engine, None, number_picture("33"), "").is_number
    assert not read_number(engine, None, np.ones((84, 168), np.float32), "").is_number


def test_what_falls_apart_into_doubtful_pieces_is_no_number() -> None:
    engine, picture = FakeEngine(), number_picture("173")
    refusing, trusting = fake_calibration(score=-5.0), fake_calibration(unsure_margin=0.001)
    assert not read_number(engine, refusing, picture, "").is_number
    assert read_number(engine, trusting, picture, "").is_number
    assert read_number(engine, None, number_picture("1?"), "").is_number


def test_more_digits_than_are_read_are_told(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    for module in ("number_page", "numbers_card"):
        monkeypatch.setattr(f"desktop_cvae.gui.numbers.{module}.MOST_DIGITS", 3)
    page, engine = NumberPage(), FakeEngine()
    page.set_answer(read_number(engine, None, number_picture("1234"), ""), DIGIT_NAMES)
    assert summary_of(page, LIGHT) == "the first 3 digits"


def test_an_unknown_rule_is_told() -> None:
    with pytest.raises(UsageError, match="no rule"):
        read_number(FakeEngine(), None, number_picture("33"), "horse")
