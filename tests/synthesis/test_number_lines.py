"""Composed lines of numbers: what is written is what the text says."""

from __future__ import annotations

import dataclasses
import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from desktop_cvae.synthesis import number_lines
from desktop_cvae.synthesis.number_lines import (
    DASH,
    POINT,
    LineStyle,
    PenDigits,
    compose_number_line,
    read_pen_digits,
)
from desktop_cvae.synthesis.pens import CURSIVE_DIGITS

STROKES = [[[100, 0], [100, 400]]]
SCANS = (np.zeros((10, 28, 28), np.uint8), np.arange(10))
SCANS[0][:, 5:23, 12:16] = 255


@pytest.fixture
def pens(tmp_path: Path) -> PenDigits:
    entries = [
        {"label": label, "writer": f"w{writer}", "strokes": STROKES}
        for label in range(10)
        for writer in range(20)
    ]
    file = tmp_path / "digits.json.gz"
    file.write_bytes(gzip.compress(json.dumps(entries).encode()))
    return read_pen_digits(file)


def test_a_line_is_a_picture_with_digits_and_marks(pens: PenDigits) -> None:
    random = np.random.default_rng(1)
    lines = [compose_number_line(pens, SCANS, random) for _ in range(60)]
    for picture, text in lines:
        assert picture.dtype == np.uint8
        assert min(picture.shape) >= 8
        assert picture.std() > 1
        assert set(text) <= set("0123456789") | {POINT, DASH}
        assert DASH * 2 not in text
    assert {sign for _, text in lines for sign in text} >= set("0123456789.-")


def test_a_style_writes_some_labels_in_one_cursive_way() -> None:
    random = np.random.default_rng(0)
    ways = [LineStyle.any(random).ways for _ in range(200)]
    written = [{way for line in ways if (way := line[label])} for label in range(10)]
    assert [written[label] <= set(CURSIVE_DIGITS[label]) for label in range(10)] == [True] * 10
    assert all(len(found) > 1 for found in written)
    assert any(not any(line) for line in ways)


def test_small_zeros_are_lower_than_other_digits(pens: PenDigits) -> None:
    full, small = (_zero_height(pens, zeros) for zeros in (1.0, 0.4))
    assert small < 0.7 * full


def _zero_height(pens: PenDigits, zeros: float) -> float:
    """Return the mean height of the ink right of a first digit, in pixels."""
    random, heights = np.random.default_rng(3), []
    for _ in range(20):
        style = dataclasses.replace(LineStyle.any(random), zeros=zeros, ways=("",) * 10, slope=0.0)
        sheet = number_lines._Sheet(style, 0.75, 8.0)
        number_lines._write(sheet, ["1", "0"], pens, SCANS, random)
        ink = np.asarray(sheet.image) > 0
        right = ink[:, np.flatnonzero(ink.any(0))[-1] - 2]
        heights.append(float(np.count_nonzero(right) / style.height))
    return float(np.mean(heights))


def test_one_seed_writes_one_line(pens: PenDigits) -> None:
    one, other = (compose_number_line(pens, SCANS, np.random.default_rng(4)) for _ in range(2))
    assert one[1] == other[1]
    np.testing.assert_array_equal(one[0], other[0])


def test_more_digits_make_a_wider_line(pens: PenDigits) -> None:
    random = np.random.default_rng(2)
    lines = [compose_number_line(pens, SCANS, random) for _ in range(150)]
    widths = [picture.shape[1] / picture.shape[0] for picture, _ in lines]
    counts = [sum(sign.isdigit() for sign in text) for _, text in lines]
    assert np.corrcoef(widths, counts)[0, 1] > 0.3


def test_some_writers_are_held_back(tmp_path: Path) -> None:
    entries = [
        {"label": 1, "writer": f"w{writer:02}", "strokes": [[[0, 0], [writer, 400]]]}
        for writer in range(30)
    ]
    file = tmp_path / "digits.json.gz"
    file.write_bytes(gzip.compress(json.dumps(entries).encode()))
    learned, kept = (read_pen_digits(file, held_back=back) for back in (False, True))
    assert (len(learned.writers), len(kept.writers)) == (27, 3)


def test_a_digit_has_the_height_one_and_begins_at_the_left(pens: PenDigits) -> None:
    strokes = pens.draw(3, 0, np.random.default_rng(0))
    points = np.concatenate(strokes)
    assert points.min() == 0
    assert np.ptp(points[:, 1]) == pytest.approx(1)
