""""""

from __future__ import annotations

import numpy as np
import pytest
from fakes import draw_digit
from hypothesis import given, settings
from hypothesis.extra import numpy as hnp
from written_lines import on_paper, write_page

from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures import text_lines
from desktop_cvae.pictures.connected_components import Mask, find_components
from desktop_cvae.pictures.ink import InkView, view_ink
from desktop_cvae.pictures.line_pieces import find_fields
from desktop_cvae.pictures.text_lines import (
    find_page_ink,
    find_text_lines,
    split_joined_lines,
    usual_height,
)


def joined_page(gap: int) -> FloatArray:
    """Two lines of six digits; a bar joins the third digits over the gap between the lines."""
    upper, lower = (np.concatenate([digit(n) for n in line], 1) for line in ("304859", "265358"))
    page = np.zeros((130 + gap, 300), np.float32)
    page[20 : 20 + len(upper), 20 : 20 + upper.shape[1]] = upper
    top = 20 + len(upper) + gap
    page[top : top + len(lower), 20 : 20 + lower.shape[1]] = lower
    page[45 : top + 25, 112:115] = 1
    return page


def digit(name: str) -> FloatArray:
    ink = np.kron(draw_digit(int(name)), np.ones((2, 2), np.float32))
    rows, columns = np.flatnonzero(ink.any(1)), np.flatnonzero(ink.any(0))
    tight = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    cell = np.zeros((44, 42), np.float32)
    cell[: len(tight), : min(36, tight.shape[1])] = tight[:44, :36]
    return cell


@pytest.mark.parametrize("gap", [4, 10])
def test_lines_that_touch_are_split_once(gap: int) -> None:
    ink = joined_page(gap)
    components = find_components(ink > 0.5)
    parted = split_joined_lines(ink, components)
    assert parted.count > components.count
    heights = [len(line.components) for line in find_text_lines(parted)]
    assert len(heights) == 2
    assert min(heights) >= 6
    assert len(find_fields(on_paper(ink))) == 2


def test_lines_that_do_not_touch_stay_as_they_are() -> None:
    ink = write_page(["314", "159"])
    components = find_components(ink > 0.5)
    assert split_joined_lines(ink, components) is components


def test_a_tall_stroke_beside_one_line_stays_whole() -> None:
    ink = write_page(["314159265"])
    ink[:, -30:] = 0
    ink[4:-4, -24:-20] = 1
    components = find_components(ink > 0.5)
    assert split_joined_lines(ink, components) is components


def test_a_blank_page_has_nothing_to_part() -> None:
    components = find_components(np.zeros((20, 30), bool))
    assert split_joined_lines(np.zeros((20, 30), np.float32), components) is components


Block = tuple[int, int, int, int]


def drawn(*blocks: Block) -> Mask:
    """Blocks of ink: (top, left, height, width)."""
    mask = np.zeros((160, 400), bool)
    for top, left, height, width in blocks:
        mask[top : top + height, left : left + width] = True
    return mask


def lefts_by_line(*blocks: Block) -> list[list[int]]:
    components = find_components(drawn(*blocks))
    boxes = components.boxes()
    return [boxes[line.components, 0].tolist() for line in find_text_lines(components)]


def test_a_climbing_line_stays_one_line() -> None:
    blocks = [(100 - 8 * n, 10 + 35 * n, 40, 20) for n in range(10)]
    assert lefts_by_line(*blocks) == [[10 + 35 * n for n in range(10)]]


def test_close_lines_are_told_apart() -> None:
    assert lefts_by_line((10, 10, 40, 20), (10, 60, 40, 20), (54, 30, 40, 20)) == [[10, 60], [30]]


def test_a_bar_above_its_digit_stays_and_a_dash_beside_it_goes() -> None:
    digits = [(20, 10, 40, 20), (20, 100, 40, 20)]
    assert lefts_by_line(*digits, (14, 102, 4, 18), (38, 50, 5, 22)) == [[10, 100, 102]]


def test_a_dot_goes() -> None:
    assert lefts_by_line((20, 10, 40, 20), (54, 40, 6, 6), (20, 60, 40, 20)) == [[10, 60]]


@settings(max_examples=60, deadline=None)
@given(mask=hnp.arrays(bool, hnp.array_shapes(min_dims=2, max_dims=2, max_side=24)))
def test_no_part_is_in_two_lines(mask: Mask) -> None:
    lines = find_text_lines(find_components(mask))
    members = [component for line in lines for component in line.components.tolist()]
    assert len(members) == len(set(members))
    assert all(len(line.components) and line.height > 0 for line in lines)


PAIR = ((20, 10, 40, 20), (20, 60, 40, 20))
"""Two digits 40 pixels high."""


@pytest.mark.parametrize(
    ("blocks", "lines"),
    [
        ([(47, 90, 13, 13)], [[10, 60]]),  # a dot is lower and narrower than 14
        ([(46, 90, 14, 13)], [[10, 60, 90]]),
        ([(46, 90, 13, 14)], [[10, 60, 90]]),
        ([(36, 90, 9, 14)], [[10, 60]]),  # a dash is lower than 10, and wider than high
        ([(36, 90, 10, 16)], [[10, 60, 90]]),
        ([(8, 55, 10, 10)], [[10, 55, 60]]),  # a dot over a digit is a part of it
        ([(8, 54, 10, 10)], [[10, 60]]),
        ([(8, 75, 10, 10)], [[10, 60, 75]]),
        ([(8, 76, 10, 10)], [[10, 60]]),
        ([(0, 62, 11, 16)], [[10, 60, 62]]),  # 9 pixels over the line, then 10
        ([(0, 62, 10, 16)], [[10, 60]]),
        ([(69, 62, 11, 16)], [[10, 60, 62]]),
        ([(70, 62, 11, 16)], [[10, 60]]),
        ([(40, 109, 15, 15)], [[10, 60, 109]]),  # sideways a line goes on
        ([(40, 113, 15, 15)], [[10, 60, 113]]),
        ([(40, 114, 15, 15)], [[10, 60]]),
        ([(46, 110, 40, 20)], [[10, 60, 110]]),  # 14 rows shared with the line, then 13
        ([(47, 110, 40, 20)], [[10, 60], [110]]),
        ([(130, 10, 20, 20)], [[10, 60], [10]]),  # alone a digit is half as high as the others
        ([(130, 10, 19, 20)], [[10, 60]]),
        ([(130, 10, 9, 12), (130, 40, 9, 12)], [[10, 60], [10, 40]]),  # two may be smaller
        ([(130, 10, 8, 12), (130, 40, 8, 12)], [[10, 60]]),
        ([(130, 10, 9, 12)], [[10, 60]]),
    ],
)
def test_what_joins_a_line(blocks: list[Block], lines: list[list[int]]) -> None:
    assert lefts_by_line(*PAIR, *blocks) == lines


ROW = [(20, 10, 60, 20), (50, 50, 40, 20), (40, 130, 40, 20), (40, 170, 40, 20)]
"""Four digits in rows 20 to 90, with room for a fifth, whose left neighbour stands low."""


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        ((4, 90, 40, 20), [[10, 50, 90, 130, 170]]),  # 24 of 40 rows are the line's, then 23
        ((3, 90, 40, 20), [[90], [10, 50, 130, 170]]),
        ((16, 64, 33, 20), [[10, 50, 64, 130, 170]]),  # 6 of 20 columns are a digit's, then 7
        ((16, 63, 33, 20), [[63], [10, 50, 130, 170]]),
        ((23, 52, 20, 20), [[10, 50, 52, 130, 170]]),  # a part of a digit 67 pixels high, then 68
        ((22, 52, 20, 20), [[52], [10, 50, 130, 170]]),
        ((4, 210, 40, 20), [[10, 50, 130, 170, 210]]),  # beside the line, as between its digits
        ((3, 210, 40, 20), [[210], [10, 50, 130, 170]]),
    ],
)
def test_what_stands_out_of_its_row_is_in_the_line_that_misses_it(
    block: Block, lines: list[list[int]]
) -> None:
    assert lefts_by_line(*ROW, block) == lines


def test_what_the_picture_cuts_off_is_no_line_beside_one_that_it_does_not() -> None:
    cut = [(130, 30, 30, 20), (120, 70, 40, 20)]
    assert lefts_by_line(*PAIR, *cut) == [[10, 60]]
    assert lefts_by_line(*cut) == [[30, 70]]
    assert lefts_by_line(*PAIR, *cut, (110, 110, 40, 20)) == [[10, 60], [30, 70, 110]]


def test_a_second_look_takes_the_ink_for_as_dark_as_the_first() -> None:
    asked: list[bool | None] = []

    def look(view: FloatArray, window: float | None, is_dark: bool | None = None) -> InkView | None:
        asked.append(is_dark)
        return view_ink(view, window, is_dark)

    ink = drawn(*[(60, left, 20, 10) for left in (40, 80, 120)]).astype(np.float32)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_lines, "view_ink", look)
        assert find_page_ink(on_paper(ink)) is not None
        assert find_page_ink(0.1 + 0.8 * ink) is not None
    assert asked == [None, True, None, False]


def test_a_low_picture_of_a_line_may_lie_half_in_a_shadow() -> None:
    ink = np.zeros((46, 170), np.float32)
    for left in range(10, 150, 25):
        ink[14:32, left : left + 6] = 1
    light = np.where(np.arange(170) + np.arange(46)[:, np.newaxis] < 100, 0.9, 0.5)
    found = find_page_ink((light * (1 - 0.8 * ink)).astype(np.float32))
    assert found is not None
    assert found[1].count == 6


@pytest.mark.parametrize(("height", "is_split"), [(60, False), (62, True)])
def test_what_is_much_higher_than_usual_is_split(height: int, is_split: bool) -> None:
    digits = [(top, left, 40, 20) for top in (20, 64) for left in (10, 60, 160, 210)]
    mask = drawn(*digits, (62 - height // 2, 260, height, 20))
    components = find_components(mask)
    assert (split_joined_lines(mask.astype(np.float32), components).count == 10) == is_split


def test_bars_below_digits_do_not_move_the_middle_of_their_line() -> None:
    lefts = (10, 60, 160, 210)
    digits = [(top, left, 40, 20) for top in (20, 64) for left in lefts]
    bars = [(top, left, 4, 18) for top in (106, 112) for left in lefts]
    mask = drawn(*digits, *bars, (31, 260, 62, 20))
    components = find_components(mask)
    assert split_joined_lines(mask.astype(np.float32), components).count == components.count + 1


@pytest.mark.parametrize(
    ("blocks", "height"),
    [
        ([(0, 0, 40, 20), (0, 50, 40, 20), (0, 100, 10, 10)], 40),
        ([(0, 0, 40, 20), (0, 50, 30, 20), (0, 100, 20, 20)], 30),
        ([(0, 0, 40, 20), *[(0, 50 + 10 * n, 8, 8) for n in range(11)]], 40),
        ([(0, 0, 40, 20), *[(0, 50 + 10 * n, 8, 8) for n in range(14)]], 8),
        ([(0, 0, 40, 20)], 40),
    ],
)
def test_half_of_the_ink_is_as_high_as_usual(blocks: list[Block], height: float) -> None:
    assert usual_height(find_components(drawn(*blocks))) == height


@pytest.mark.parametrize(
    ("block", "strength", "is_written"),
    [
        ((70, 300, 11, 4), 1, True),  # dirt is smaller than 0.12 of a digit of 80 pixels
        ((70, 300, 4, 11), 1, True),
        ((70, 300, 7, 7), 1, False),
        ((0, 300, 90, 20), 1, True),  # what is cut off, if it is no band and not pale
        ((0, 300, 106, 20), 1, True),
        ((30, 380, 106, 20), 1, True),
        ((20, 380, 120, 20), 1, False),
        ((0, 300, 90, 20), 0.65, True),
        ((0, 300, 90, 20), 0.5, False),
        ((20, 300, 90, 20), 0.5, True),
    ],
)
def test_what_is_written_on_a_page(block: Block, strength: float, is_written: bool) -> None:
    ink = drawn((40, 40, 80, 20), (40, 100, 80, 20), (40, 160, 80, 20)).astype(np.float32)
    ink[drawn(block)] = strength
    for picture in (on_paper(ink), 0.1 + 0.8 * ink):
        found = find_page_ink(picture)
        assert found is not None
        assert found[1].count == 3 + is_written
        top, left, height, width = block
        assert (found[0].values[top + height // 2, left + width // 2] > 0.1) == is_written
