"""Signs as strokes, and pens that draw them."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from desktop_cvae.synthesis.pens import (
    CURSIVE_DIGITS,
    DIGITS,
    LETTERS,
    Pen,
    any_pen,
    draw,
    stroke_lines,
)

PLAIN = Pen(14, 18, 0.0, 0.0, 2.5, 1.0, 0.0, 0.0, 1.0)


@pytest.mark.parametrize("sign", [way for ways in (*LETTERS.values(), *DIGITS) for way in ways])
def test_every_sign_can_be_drawn(sign: str) -> None:
    rng = np.random.default_rng(0)
    lines = stroke_lines(sign, rng, 0.2)
    assert all(line.shape[1] == 2 and abs(line).max() < 2 for line in lines)
    ink = draw(lines, any_pen(rng))
    assert ink.dtype == np.float32
    assert (ink.min(), ink.max()) == (0, 1)
    assert 0.005 < ink.mean() < 0.7


@pytest.mark.parametrize("label", range(10))
def test_every_cursive_way_is_written_from_top_to_foot(label: int) -> None:
    for way in CURSIVE_DIGITS[label]:
        points = np.concatenate(stroke_lines(way, np.random.default_rng(0), 0.0))
        assert np.ptp(points[:, 1]) > 1
        assert abs(points).max() < 1.5
    assert not set(CURSIVE_DIGITS[label]) & set(DIGITS[label])


def test_what_may_be_a_digit_is_no_letter() -> None:
    assert not set(LETTERS) & set("0123456789OoQDIilj|JZzSsBbGgq")


def test_strokes_stay_joined() -> None:
    lines = stroke_lines("00 44 80, 44 49", np.random.default_rng(0), 0.5)
    assert np.array_equal(lines[0][1], lines[1][0])


def test_smooth_strokes_pass_through_their_places() -> None:
    rng = np.random.default_rng(0)
    smooth = stroke_lines("~00 44 80", rng, 0.0)[0]
    corners = stroke_lines("00 44 80", rng, 0.0)[0]
    assert len(smooth) > len(corners)
    assert all((abs(smooth - corner).sum(1) < 1e-6).any() for corner in corners)


def test_a_broad_nib_draws_upright_strokes_thick_and_level_ones_thin() -> None:
    nib = dataclasses.replace(PLAIN, thinness=0.3)
    rng = np.random.default_rng(0)
    upright = draw(stroke_lines("40 49", rng, 0.0), nib)[28].sum()
    level = draw(stroke_lines("04 84", rng, 0.0), nib)[:, 28].sum()
    assert upright == pytest.approx(2 * nib.nib, abs=1)
    assert level < 0.5 * upright


def test_serifs_stand_at_the_ends() -> None:
    line = stroke_lines("40 49", np.random.default_rng(0), 0.0)
    with_feet = draw(line, dataclasses.replace(PLAIN, serif=5.0))
    assert (with_feet[46] > 0.5).sum() > (with_feet[28] > 0.5).sum() + 4
