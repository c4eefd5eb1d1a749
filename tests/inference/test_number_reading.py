from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from fakes import FakeEngine
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from written_lines import ReadingEngine, on_paper, write_line, write_page

from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.presets import CONV_VAE
from desktop_cvae.core.results import FloatArray
from desktop_cvae.inference.field_rules import parse_rule
from desktop_cvae.inference.number_reading import PageReading, read_page


def read(picture: FloatArray, rule: str = "") -> PageReading:
    return read_page(ReadingEngine(), picture, parse_rule(rule) if rule else None)


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
    lefts = [digit.box[1] for digit in digits]
    assert lefts == sorted(lefts)
    for digit in digits:
        top, left, bottom, right = digit.box
        assert digit.prepared.box == (left, top, right - left, bottom - top)
        assert picture[top:bottom, left:right].min() < 0.3


def test_a_rule_that_is_kept_changes_nothing() -> None:
    (line,) = read(on_paper(write_line("12345")), "postal:5").lines
    assert (line.text, line.warning) == ("12345", "")


def test_a_rule_that_no_reading_keeps_is_told() -> None:
    (line,) = read(on_paper(write_line("123")), "length:9").lines
    assert line.text == "123"
    assert "9 digits" in line.warning


def test_nothing_is_a_page_without_lines() -> None:
    page = read(np.ones((60, 200), np.float32))
    assert page.lines == ()
    assert page.text == ""


def test_limit_bounds_what_is_read() -> None:
    page = read_page(ReadingEngine(), on_paper(write_page(["1", "2", "3"])), limit=2)
    assert page.text == "1\n2"


@pytest.mark.parametrize(("limit", "text"), [(1, "3"), (3, "314"), (4, "314\n1"), (7, "314\n1592")])
def test_no_digit_more_than_the_limit_is_read(limit: int, text: str) -> None:
    page = read_page(ReadingEngine(), on_paper(write_page(["314", "1592"])), limit=limit)
    assert page.text == text
    assert sum(len(line.digits) for line in page.lines) == len(text.replace("\n", ""))


def test_a_model_without_labels_is_refused() -> None:
    engine = FakeEngine(dataclasses.replace(CONV_VAE, latent_dim=2))
    with pytest.raises(MissingLabels):
        read_page(engine, on_paper(write_line("1")))


@settings(max_examples=25, deadline=None)
@given(picture=hnp.arrays(np.float32, (24, 40), elements=st.floats(0, 1, width=32)))
def test_any_picture_gives_a_reading(picture: FloatArray) -> None:
    page = read(picture)
    assert all(line.digits and 0 <= line.probability <= 1 for line in page.lines)
