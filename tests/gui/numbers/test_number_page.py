"""How far the digits of a number can be believed, and what counts as a number."""

from __future__ import annotations

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fake_numbers import number_picture
from fakes import fake_model
from PySide6.QtWidgets import QApplication

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.numbers.number_page import NumberPage, read_number
from desktop_cvae.gui.numbers.numbers_card import summary_of


def page_of(*lines: str, calibration: Calibration | None = None) -> NumberPage:
    page = NumberPage()
    model = fake_model(calibration=calibration)
    page.set_answer(read_number(model, number_picture(*lines), ""), model.label_names)
    return page


def doubts(*lines: str, calibration: Calibration | None = None) -> list[str]:
    page = page_of(*lines, calibration=calibration)
    return [page.doubt_of(index) for index in range(len(page.digits))]


def is_number(picture: FloatArray, calibration: Calibration | None = None) -> bool:
    return read_number(fake_model(calibration=calibration), picture, "").is_number


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
    plain = page_of("1?").digits[1].probability
    warm = page_of("1?", calibration=fake_calibration(temperature=50.0)).digits[1]
    assert warm.probability < plain


def test_one_digit_is_no_number_nor_is_a_page_of_none() -> None:
    assert not is_number(number_picture("3"))
    assert is_number(number_picture("33"))
    assert not is_number(np.ones((84, 168), np.float32))


def test_what_falls_apart_into_doubtful_pieces_is_no_number() -> None:
    picture = number_picture("173")
    assert not is_number(picture, fake_calibration(score=-5.0))
    assert is_number(picture, fake_calibration(unsure_margin=0.001))
    assert is_number(number_picture("1?"))


def test_more_digits_than_are_read_are_told(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    for module in ("number_page", "numbers_card"):
        monkeypatch.setattr(f"desktop_cvae.gui.numbers.{module}.MOST_DIGITS", 3)
    assert summary_of(page_of("1234")) == "the first 3 digits"


def test_an_unknown_rule_is_told() -> None:
    with pytest.raises(UsageError, match="no rule"):
        read_number(fake_model(), number_picture("33"), "horse")
