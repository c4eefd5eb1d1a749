"""Numbers from a picture: lines, digits, rules, and what is said of each digit."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import FakeEngine, draw_digit, fake_model
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from written_lines import ReadingEngine, on_paper, write_line, write_page

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE, Calibration
from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.network_presets import CONV_VAE
from desktop_cvae.core.results import DIGIT, NO_DIGIT, UNSURE, Box, FloatArray, Verdict
from desktop_cvae.inference import number_reading, verdicts
from desktop_cvae.inference.field_rules import parse_rule
from desktop_cvae.inference.line_hypotheses import Choice, choose_hypothesis
from desktop_cvae.inference.line_network import HEIGHT, STRIDE
from desktop_cvae.inference.number_reading import (
    LENIENCE,
    SURE,
    DigitReading,
    LineReading,
    PageReading,
    holds_a_number,
)
from desktop_cvae.pictures.line_pieces import FieldPiece, PiecedLine, find_fields


def read(picture: FloatArray, rule: str = "") -> PageReading:
    return fake_model(ReadingEngine()).read_page(picture, parse_rule(rule) if rule else None)


@pytest.mark.parametrize("text", ["7", "0123456789", "31415926"])
def test_a_line_is_read(text: str) -> None:
    page = read(on_paper(write_line(text)))
    assert page.text == text
    assert len(page.lines[0].digits) == len(text)
    assert 0.5 < page.lines[0].probability <= 1
    assert page.lines[0].warning == ""


def test_light_ink_is_read_as_dark_ink_is() -> None:
    assert read(write_line("60942")).text == read(on_paper(write_line("60942"))).text == "60942"


def test_a_page_is_read_line_by_line() -> None:
    assert read(on_paper(write_page(["314", "15926", "53"]))).text == "314\n15926\n53"


def test_punctuation_is_left_out() -> None:
    assert read(on_paper(write_line("12-34.56"))).text == "123456"


def test_boxes_follow_the_digits_from_left_to_right_inside_the_picture() -> None:
    picture = on_paper(write_line("8020"))
    digits = read(picture).lines[0].digits
    lefts = [digit.box.x for digit in digits]
    assert lefts == sorted(lefts)
    for digit in digits:
        assert digit.prepared.box == digit.box
        assert picture[digit.box.window].min() < 0.3


def test_a_rule_that_is_kept_changes_nothing() -> None:
    (line,) = read(on_paper(write_line("12345")), "postal:5").lines
    assert (line.text, line.warning) == ("12345", "")


@pytest.mark.parametrize(
    ("written", "rule", "text"),
    [
        ("31.12.2026", "date", "31.12.2026"),
        ("2026-12-31", "date", "2026-12-31"),
        ("1.234.50", "amount", "1234.50"),
        ("36.6", "decimal", "36.6"),
        ("36.6", "length:3", "366"),
    ],
)
def test_marks_are_read_where_the_rule_knows_them(written: str, rule: str, text: str) -> None:
    (line,) = read(on_paper(write_line(written)), rule).lines
    assert (line.text, line.warning) == (text, "")
    assert len(line.digits) == sum(sign.isdigit() for sign in text)


def test_marks_that_break_the_rule_are_told() -> None:
    (line,) = read(on_paper(write_line("3.6.6")), "decimal").lines
    assert line.text == "366"
    assert "decimal" in line.warning


def test_a_rule_that_no_reading_keeps_is_told() -> None:
    (line,) = read(on_paper(write_line("123")), "length:9").lines
    assert line.text == "123"
    assert "9 digits" in line.warning


def test_nothing_is_a_page_without_lines() -> None:
    page = read(np.ones((60, 200), np.float32))
    assert page.lines == ()
    assert page.text == ""


def test_limit_bounds_what_is_read() -> None:
    page = fake_model(ReadingEngine()).read_page(on_paper(write_page(["1", "2", "3"])), limit=2)
    assert page.text == "1\n2"


@pytest.mark.parametrize(("limit", "text"), [(1, "3"), (3, "314"), (4, "314\n1"), (7, "314\n1592")])
def test_no_digit_more_than_the_limit_is_read(limit: int, text: str) -> None:
    page = fake_model(ReadingEngine()).read_page(on_paper(write_page(["314", "1592"])), limit=limit)
    assert page.text == text
    assert sum(len(line.digits) for line in page.lines) == len(text.replace("\n", ""))


def test_a_model_without_labels_is_refused() -> None:
    model = fake_model(FakeEngine(dataclasses.replace(CONV_VAE, latent_dim=2)))
    with pytest.raises(MissingLabels):
        model.read_page(on_paper(write_line("1")))


@settings(max_examples=25, deadline=None)
@given(picture=hnp.arrays(np.float32, (24, 40), elements=st.floats(0, 1, width=32)))
def test_any_picture_gives_a_reading(picture: FloatArray) -> None:
    page = read(picture)
    assert all(line.digits and 0 <= line.probability <= 1 for line in page.lines)


CALIBRATED = fake_calibration(unsure_margin=0.0)


def read_as(picture: FloatArray, calibration: Calibration | None = CALIBRATED) -> PageReading:
    return fake_model(ReadingEngine(), calibration).read_page(picture)


def verdict_of(digit: DigitReading) -> Verdict:
    assert digit.recognition.verdict is not None
    return digit.recognition.verdict


def with_scores(monkeypatch: pytest.MonkeyPatch, *scores: float) -> None:
    """Let the pieces of a line have these digit scores, and the line network be sure of nothing."""
    monkeypatch.setattr(number_reading, "NETWORK_SURE", 2.0)
    monkeypatch.setattr(number_reading, "CONFIRMING", 2.0)
    monkeypatch.setattr(number_reading, "NUMBER_SURE", 2.0)
    monkeypatch.setattr(
        verdicts, "digit_scores", lambda found, calibration: np.array(scores[: len(found.labels)])
    )


def test_digits_are_digits_with_calibrated_probabilities() -> None:
    warm = fake_calibration(temperature=500.0, unsure_margin=0.0)
    digits = read_as(on_paper(write_line("314")), warm).lines[0].digits
    plain = read_as(on_paper(write_line("314")), None).lines[0].digits
    for found, kind in ((digits, UNSURE), (plain, DIGIT)):
        assert [verdict_of(digit).kind for digit in found] == [kind] * 3
        assert [verdict_of(d).probability for d in found] == [d.probability for d in found]
    assert digits[0].probability < SURE < plain[0].probability
    assert [len(verdict_of(digit).labels) for digit in digits] == [2] * 3


def test_what_is_near_is_unsure() -> None:
    page = read_as(on_paper(write_line("31")), fake_calibration(unsure_margin=1e4))
    for digit in page.lines[0].digits:
        assert verdict_of(digit).kind == UNSURE
        assert verdict_of(digit).labels[0] == digit.label


def test_what_would_be_refused_alone_is_unsure_between_digits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alone, lenient = (
        CALIBRATED.rejection_threshold(share * DEFAULT_FALSE_REJECTION_RATE)
        for share in (1, LENIENCE)
    )
    with_scores(monkeypatch, alone + 0.01, alone - 0.01, lenient + 0.01, lenient - 0.01)
    monkeypatch.setattr(verdicts, "CONTEXT_WEIGHT", 0.0)
    page = read_as(on_paper(write_line("3141")), CALIBRATED)
    assert page.text == "314?"
    kinds = [verdict_of(digit).kind for digit in page.lines[0].digits]
    assert kinds == [DIGIT, UNSURE, UNSURE, NO_DIGIT]
    assert [digit.is_clear for digit in page.lines[0].digits] == [True, False, False, False]


def test_what_is_no_digit_is_a_question_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    with_scores(monkeypatch, 5, 5, -30, 5)
    page = read_as(on_paper(write_line("3141")))
    assert page.text == "31?1"
    refused = page.lines[0].digits[2]
    assert refused.is_rejected
    assert verdict_of(refused).labels == ()
    assert refused.label_name == "4"


def test_where_the_line_network_is_sure_nothing_is_rejected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_scores(monkeypatch, 5, 5, -30, 5)
    monkeypatch.setattr(number_reading, "NETWORK_SURE", 0.0)
    page = read_as(on_paper(write_line("3141")))
    assert page.text == "3141"
    kinds = [verdict_of(digit).kind for digit in page.digits]
    assert kinds[:3] == [DIGIT, DIGIT, UNSURE]
    assert kinds[3] in (DIGIT, UNSURE)
    assert verdict_of(page.digits[2]).labels[0] == 4


@pytest.mark.parametrize(("confirming", "kind"), [(2.0, UNSURE), (0.5, DIGIT)])
def test_a_doubtful_digit_is_sure_where_network_and_evidence_agree(
    monkeypatch: pytest.MonkeyPatch, confirming: float, kind: str
) -> None:
    doubtful = CALIBRATED.rejection_threshold(DEFAULT_FALSE_REJECTION_RATE) - 0.01
    with_scores(monkeypatch, 5, 5, doubtful, 5)
    monkeypatch.setattr(verdicts, "CONTEXT_WEIGHT", 0.0)
    monkeypatch.setattr(number_reading, "CONFIRMING", confirming)
    monkeypatch.setattr(number_reading, "SURE", 0.0)
    digits = read_as(on_paper(write_line("3141"))).lines[0].digits
    assert [verdict_of(digit).kind for digit in digits] == [DIGIT, DIGIT, kind, DIGIT]
    assert [verdict_of(digit).probability for digit in digits] == [d.probability for d in digits]


def test_a_confirmed_digit_is_at_least_as_probable_as_the_line() -> None:
    (digit, *_) = read_as(on_paper(write_line("3141"))).lines[0].digits
    before = digit.recognition
    probabilities = np.full(10, 0.04, np.float32)
    probabilities[3] = 0.64
    reading = dataclasses.replace(before, probabilities=probabilities)
    after = number_reading._confirmed(reading, 3, 0.9)
    assert after.probabilities[3] == pytest.approx(0.964)
    assert after.probabilities.sum() == pytest.approx(1)
    assert verdict_of(dataclasses.replace(digit, recognition=after)).labels == (3,)
    assert probabilities[3] == np.float32(0.64)


@pytest.mark.parametrize(("best", "asked"), [(0.0, 2), (2.0, 1)])
def test_a_network_that_is_sure_of_its_text_decides(
    monkeypatch: pytest.MonkeyPatch, best: float, asked: int
) -> None:
    weights = []

    def choose(*given: Any) -> Choice:
        weights.append(given[-1])
        return choose_hypothesis(*given)

    monkeypatch.setattr(number_reading, "choose_hypothesis", choose)
    monkeypatch.setattr(number_reading, "NETWORK_LEADS", best)
    monkeypatch.setattr(number_reading, "DOUBTFUL_ODDS", -1e9)
    assert read_as(on_paper(write_line("314"))).text == "314"
    assert len(set(weights)) == asked


def test_a_model_of_other_labels_reads_without_the_line_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(number_reading, "DIGITS", set("ABC"))
    monkeypatch.setattr(number_reading, "read_frames", lambda _: pytest.fail("it was asked"))
    assert read_as(on_paper(write_line("31"))).text == "31"


def test_nothing_is_refused_if_nothing_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    with_scores(monkeypatch, -30, -30)
    picture = on_paper(write_line("31"))
    assert (
        fake_model(ReadingEngine(), CALIBRATED).read_page(picture, false_rejection_rate=0).text
        == "31"
    )


def test_a_doubtful_piece_is_a_digit_among_digits_but_not_among_letters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    picture = on_paper(write_line("31415"))
    doubtful = CALIBRATED.rejection_threshold(0.005) - 0.5
    with_scores(monkeypatch, 9, 9, doubtful, 9, 9)
    assert read_as(picture).text == "31415"
    with_scores(monkeypatch, -9, -9, doubtful + 1, -9, -9)
    assert read_as(picture).text == "?????"


def test_a_refused_digit_breaks_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    with_scores(monkeypatch, 5, 5, -30, 5, 5)
    rule = parse_rule("postal")
    page = fake_model(ReadingEngine(), CALIBRATED).read_page(on_paper(write_line("31415")), rule)
    (line,) = page.lines
    assert (line.text, "postal code" in line.warning) == ("31?15", True)


@pytest.mark.parametrize(
    ("lines", "expected"), [(["7"], False), (["20"], True), (["3", "1"], True), (["2057"], True)]
)
def test_several_digits_are_a_number(lines: list[str], expected: bool) -> None:
    assert holds_a_number(read_as(on_paper(write_page(lines)))) is expected


def test_letters_are_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    with_scores(monkeypatch, -30, -30, -30)
    assert not holds_a_number(read_as(on_paper(write_line("217"))))


@pytest.mark.parametrize(
    ("sign_count", "network", "expected"), [(3, 0.95, True), (3, 0.85, False), (2, 0.95, False)]
)
def test_what_the_line_network_reads_without_doubt_is_a_number(
    sign_count: int, network: float, expected: bool
) -> None:
    strange = [(Box(30 * place, 0, 20, 40), NO, False) for place in range(sign_count)]
    (line,) = page_of(*strange).lines
    page = PageReading((dataclasses.replace(line, network_probability=network),))
    assert holds_a_number(page) is expected


def test_nothing_is_no_number() -> None:
    assert not holds_a_number(read_as(np.ones((80, 80), np.float32)))


def test_one_sign_cut_in_two_is_no_number() -> None:
    """What may be an H: two strokes, and a bar between them."""
    page = read_as(on_paper(write_line("11", gap=2)))
    line = page.lines[0]
    assert holds_a_number(page)
    joined = dataclasses.replace(line.digits[1], is_joined=True)
    sign = dataclasses.replace(line, digits=(line.digits[0], joined))
    assert not holds_a_number(PageReading((sign,)))


def test_touching_digits_are_known_as_such() -> None:
    ink = np.pad(np.kron(draw_digit(1), np.ones((3, 3), np.float32)), 10)
    beside = np.concatenate([ink[:, :55], ink[:, 40:]], axis=1)
    beside[50:54, 45:75] = 1
    digits = read_as(on_paper(beside)).lines[0].digits
    apart = read_as(on_paper(write_line("11"))).lines[0].digits
    assert not any(digit.is_joined for digit in apart)
    assert [digit.is_joined for digit in digits] == [False] + [True] * (len(digits) - 1)


@pytest.mark.parametrize(
    ("crossed", "joined"),
    [
        # Of the cuts between the pieces the first crosses 0.1, the second nothing, the third 0.3.
        ([0.1, 0.1, 0.3, 0.3], [False, True, False, True]),
        ([0.02, 0.02, 0.03, 0.03], [False, False, False, True]),
        ([0.1, 0.05, 0.021, 0.021], [False, True, False, True]),
    ],
)
def test_a_digit_is_joined_to_the_one_before_by_the_ink_of_their_cut(
    monkeypatch: pytest.MonkeyPatch, crossed: list[float], joined: list[bool]
) -> None:
    picture = on_paper(write_line("3141"))
    (line,) = find_fields(picture)
    alone: list[FieldPiece] = []
    for place, ink in enumerate(crossed):
        own = next(p for p in line.pieces if (p.first, p.last) == (place, place + 1))
        alone.append(dataclasses.replace(own, crossed=ink))
    field = PiecedLine(tuple(alone), len(alone) + 1)
    monkeypatch.setattr(number_reading, "find_fields", lambda *_: [field])
    monkeypatch.setattr(number_reading, "_reads_digits", lambda _: False)
    (read_line,) = read(picture).lines
    assert [digit.is_joined for digit in read_line.digits] == joined


@pytest.mark.parametrize(("seen", "text"), [(0.99, "25"), (0.8, "")])
def test_ink_is_found_where_the_line_network_reads_a_number(
    monkeypatch: pytest.MonkeyPatch, seen: float, text: str
) -> None:
    picture = np.pad(on_paper(write_line("25")), ((0, 0), (200, 0)), constant_values=0.9)

    def frames_of(view: FloatArray) -> FloatArray:
        """Each digit in the middle of where it stands, the second beside the right side."""
        step = STRIDE * len(view) / HEIGHT
        count = round(view.shape[1] / step)
        chances = np.full((count, 11), 1e-4)
        chances[:, 0] = 1
        for digit, from_right in ((2, 2.2), (5, 0.9)):
            frame = count - round(from_right * len(view) / 2 / step)
            chances[frame, 0], chances[frame, 1 + digit] = 1 - seen, seen
        return np.log(chances / chances.sum(1, keepdims=True)).astype(np.float32)

    def find(view: FloatArray, limit: int = 500, is_dark: bool | None = None) -> list[PiecedLine]:
        assert is_dark is None or view.shape[1] < picture.shape[1]
        return find_fields(view, limit, is_dark) if is_dark else []

    monkeypatch.setattr(number_reading, "read_frames", frames_of)
    monkeypatch.setattr(number_reading, "find_fields", find)
    page = read(picture)
    assert page.text == text
    for digit in page.digits:
        assert digit.box == digit.prepared.box
        assert digit.box.x >= 200
        assert picture[digit.box.window].min() < 0.3


@pytest.mark.parametrize(
    ("chance", "other", "unsure"),
    [
        (0.6, "31416", ""),
        (0.3, "31416", "    5"),
        (0.3, "3141", "    5"),
        (0.3, "310415", " 14  "),
        (0.3, "9", "31415"),
    ],
)
def test_a_digit_is_unsure_where_the_line_network_is_sure_of_another_text(
    monkeypatch: pytest.MonkeyPatch, chance: float, other: str, unsure: str
) -> None:
    choose = choose_hypothesis

    def doubting(*arguments: Any) -> Choice:
        return dataclasses.replace(
            choose(*arguments), network_probability=chance, network_text=other, network_best=0.6
        )

    monkeypatch.setattr(number_reading, "choose_hypothesis", doubting)
    page = read_as(on_paper(write_line("31415")))
    assert page.text == "31415"
    kinds = [verdict_of(digit).kind for digit in page.digits]
    assert kinds == [UNSURE if sign.strip() else DIGIT for sign in unsure.ljust(5)]


def page_of(*signs: tuple[Box, str, bool]) -> PageReading:
    """A line of signs: where each is, what was said of it, whether it is joined."""
    (model_digit,) = read_as(on_paper(write_line("7"))).lines[0].digits

    def digit(box: Box, kind: str, is_joined: bool) -> DigitReading:
        said = dataclasses.replace(model_digit.recognition, verdict=Verdict(kind, (7,), 0.9))
        return dataclasses.replace(
            model_digit, box=box, recognition=said, is_joined=is_joined, is_clear=kind == DIGIT
        )

    return PageReading((LineReading(tuple(digit(*sign) for sign in signs), 1.0),))


NO = "not a digit"


@pytest.mark.parametrize(
    ("second", "expected"), [(40, True), (20, True), (19, False), (81, False), (80, True)]
)
def test_digits_of_a_number_are_alike_in_height(second: int, expected: bool) -> None:
    page = page_of((Box(0, 0, 20, 40), DIGIT, False), (Box(30, 0, 20, second), DIGIT, False))
    assert holds_a_number(page) is expected


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([DIGIT, DIGIT, NO, NO], True),
        ([DIGIT, DIGIT, NO, NO, NO], False),
        ([DIGIT, UNSURE], True),
        ([UNSURE, UNSURE], False),
        ([DIGIT, NO], False),
        ([DIGIT, UNSURE, UNSURE], False),
        ([DIGIT], False),
    ],
)
def test_half_of_a_numbers_pieces_are_surely_digits(kinds: list[str], expected: bool) -> None:
    signs = [(Box(30 * place, 0, 20, 40), kind, False) for place, kind in enumerate(kinds)]
    assert holds_a_number(page_of(*signs)) is expected


@pytest.mark.parametrize(("right", "expected"), [(60, False), (61, True)])
def test_what_hangs_together_is_a_number_if_it_is_wide(right: int, expected: bool) -> None:
    last = Box(right - 20 + 5, 0, 20, 40)
    page = page_of((Box(5, 0, 20, 40), DIGIT, False), (last, DIGIT, True))
    assert holds_a_number(page) is expected
