"""Digits set in a line: on one baseline, apart, sharp."""

from __future__ import annotations

import numpy as np
import pytest
from fakes import draw_digit

from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures.connected_components import find_components
from desktop_cvae.pictures.line_composition import (
    GAP_PX,
    LEVEL,
    SCALE,
    SPACE_PX,
    compose_line,
    ink_pixels,
)


def line(text: str) -> FloatArray:
    digits = [draw_digit(int(character)) for character in text.replace(" ", "")]
    return compose_line(np.stack(digits) if digits else np.zeros((0, 28, 28), np.float32), text)


def columns_of_ink(strip: FloatArray) -> list[tuple[int, int]]:
    """First and last column of every run of columns with ink."""
    edges = np.flatnonzero(np.diff(np.pad((strip > LEVEL).any(axis=0), 1).astype(int)))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def test_digits_stand_on_one_line_in_order_and_do_not_touch() -> None:
    strip = line("90 138")
    bottom = np.flatnonzero((strip > LEVEL).any(axis=1))[-1]
    for label, (left, right) in zip((9, 0, 1, 3, 8), columns_of_ink(strip), strict=True):
        own = strip[:, left:right] > LEVEL
        assert np.flatnonzero(own.any(axis=1))[-1] == bottom
        alone = draw_digit(label) > 0.5
        share = alone.any(axis=0).sum() / alone.any(axis=1).sum()
        assert own.shape[1] / own.any(axis=1).sum() == pytest.approx(share, abs=0.1)


def test_a_space_is_wider_than_a_gap_and_spaces_add_up() -> None:
    def gap(text: str) -> int:
        (_, end), (start, _) = columns_of_ink(line(text))
        return start - end

    assert gap("11") == pytest.approx(GAP_PX * SCALE, abs=1)
    assert gap("1 1") == pytest.approx(SPACE_PX * SCALE, abs=1)
    assert gap("1  1") == pytest.approx(2 * SPACE_PX * SCALE, abs=1)
    wider = line(" 11 ").shape[1] - line("11").shape[1]
    assert wider == round(2 * SPACE_PX * SCALE)


def test_a_digit_may_lean_over_the_next() -> None:
    slanted, low = draw_digit(7, slant=0.5), np.zeros((28, 28), np.float32)
    low[18:24, 10:16] = 1
    strip = compose_line(np.stack([slanted, low]), "71")
    (run,) = columns_of_ink(strip)
    assert find_components(strip > LEVEL).count == 2
    assert run[1] - run[0] < 40 * SCALE


def test_every_line_is_as_high() -> None:
    assert {line(text).shape[0] for text in ("", " ", "1", "2345")} == {28 * SCALE}
    assert not line(" ").any()


def test_faint_ink_has_an_edge_and_paper_is_paper() -> None:
    faint = compose_line(0.3 * draw_digit(3)[None], "3")
    np.testing.assert_allclose(faint, line("3"), atol=0.01)
    blank = compose_line(np.zeros((1, 28, 28), np.float32), "1")
    assert not ink_pixels(blank).any()


def test_edges_are_sharp() -> None:
    ink = ink_pixels(line("0"))
    grey = ((ink > 0) & (ink < 255)).sum()
    assert 0 < grey < 0.15 * (ink > 127).sum()
