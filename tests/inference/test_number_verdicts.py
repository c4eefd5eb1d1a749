from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import draw_digit
from written_lines import ReadingEngine, on_paper, write_line, write_page

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.results import FloatArray
from desktop_cvae.inference import number_verdicts
from desktop_cvae.inference.field_rules import parse_rule
from desktop_cvae.inference.number_reading import PageReading, read_page
from desktop_cvae.inference.number_verdicts import company, holds_a_number, judged
from desktop_cvae.inference.verdicts import DIGIT, NO_DIGIT, UNSURE

SURE = fake_calibration(unsure_margin=0.0)


def read(picture: FloatArray, calibration: Calibration | None = SURE) -> PageReading:
    return judged(read_page(ReadingEngine(), picture), calibration)


def with_scores(monkeypatch: pytest.MonkeyPatch, *scores: float) -> None:
    """Let the pieces of a line have these digit scores."""
    monkeypatch.setattr(
        number_verdicts, "_scores", lambda digits, calibration: np.array(scores[: len(digits)])
    )


def test_digits_are_digits_with_calibrated_probabilities() -> None:
    page = read(on_paper(write_line("314")))
    digits = page.lines[0].digits
    assert [digit.verdict and digit.verdict.kind for digit in digits] == [DIGIT] * 3
    plain = read(on_paper(write_line("314")), None).lines[0].digits
    assert all(digit.verdict is None for digit in plain)
    assert all(digit.probability == digit.verdict.probability for digit in digits if digit.verdict)


def test_what_is_near_is_unsure() -> None:
    page = read(on_paper(write_line("31")), fake_calibration(unsure_margin=1e4))
    for digit in page.lines[0].digits:
        assert digit.verdict is not None
        assert digit.verdict.kind == UNSURE
        assert digit.verdict.labels[0] == digit.label


def test_what_is_no_digit_is_a_question_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    with_scores(monkeypatch, 5, 5, -30, 5)
    page = read(on_paper(write_line("3141")))
    assert page.text == "31?1"
    refused = page.lines[0].digits[2]
    assert refused.verdict is not None
    assert refused.verdict.kind == NO_DIGIT
    assert refused.verdict.labels == ()
    assert refused.label_name == "4"


def test_nothing_is_refused_if_nothing_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    with_scores(monkeypatch, -30, -30)
    picture = on_paper(write_line("31"))
    assert judged(read_page(ReadingEngine(), picture), SURE, refuse=0).text == "31"


def test_a_doubtful_piece_is_a_digit_among_digits_but_not_among_letters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    picture = on_paper(write_line("31415"))
    doubtful = SURE.threshold(0.005) - 0.5
    with_scores(monkeypatch, 9, 9, doubtful, 9, 9)
    assert read(picture).text == "31415"
    with_scores(monkeypatch, -9, -9, doubtful + 1, -9, -9)
    assert read(picture).text == "?????"


def test_a_piece_alone_is_judged_as_a_single_digit() -> None:
    assert company(np.array([-3.0])) == pytest.approx(number_verdicts.USUAL)


def test_a_refused_digit_breaks_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    with_scores(monkeypatch, 5, 5, -30, 5, 5)
    rule = parse_rule("postal")
    page = read_page(ReadingEngine(), on_paper(write_line("31415")), rule)
    (line,) = judged(page, SURE, rule=rule).lines
    assert (line.text, "postal code" in line.warning) == ("31?15", True)


@pytest.mark.parametrize(
    ("lines", "expected"), [(["7"], False), (["20"], True), (["3", "1"], True), (["2057"], True)]
)
def test_several_digits_are_a_number(lines: list[str], expected: bool) -> None:
    assert holds_a_number(read(on_paper(write_page(lines)))) is expected


def test_letters_are_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    with_scores(monkeypatch, -30, -30, -30)
    assert not holds_a_number(read(on_paper(write_line("217"))))


def test_nothing_is_no_number() -> None:
    assert not holds_a_number(read(np.ones((80, 80), np.float32)))


def test_one_sign_cut_in_two_is_no_number() -> None:
    """What may be an H: two strokes, and a bar between them."""
    page = read(on_paper(write_line("11", gap=2)))
    line = page.lines[0]
    assert holds_a_number(page)
    joined = dataclasses.replace(line.digits[1], is_joined=True)
    sign = dataclasses.replace(line, digits=(line.digits[0], joined))
    assert not holds_a_number(PageReading((sign,)))


def test_touching_digits_are_known_as_such() -> None:
    ink = np.pad(np.kron(draw_digit(1), np.ones((3, 3), np.float32)), 10)
    beside = np.concatenate([ink[:, :55], ink[:, 40:]], axis=1)
    beside[50:54, 45:75] = 1
    digits = read(on_paper(beside)).lines[0].digits
    apart = read(on_paper(write_line("11"))).lines[0].digits
    assert not any(digit.is_joined for digit in apart)
    assert [digit.is_joined for digit in digits] == [False] + [True] * (len(digits) - 1)
