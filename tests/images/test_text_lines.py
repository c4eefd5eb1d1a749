from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis.extra import numpy as hnp

from desktop_cvae.images.parts import Mask, find_parts
from desktop_cvae.images.text_lines import find_text_lines

Block = tuple[int, int, int, int]


def drawn(*blocks: Block) -> Mask:
    """Blocks of ink: (top, left, height, width)."""
    mask = np.zeros((160, 400), bool)
    for top, left, height, width in blocks:
        mask[top : top + height, left : left + width] = True
    return mask


def lefts_by_line(*blocks: Block) -> list[list[int]]:
    parts = find_parts(drawn(*blocks))
    boxes = parts.boxes()
    return [boxes[line.parts, 0].tolist() for line in find_text_lines(parts)]


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
    lines = find_text_lines(find_parts(mask))
    members = [part for line in lines for part in line.parts.tolist()]
    assert len(members) == len(set(members))
    assert all(len(line.parts) and line.height > 0 for line in lines)
