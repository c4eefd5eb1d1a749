from __future__ import annotations

import numpy as np
import pytest
from fakes import draw_digit
from written_lines import on_paper, write_page

from desktop_cvae.core.results import FloatArray
from desktop_cvae.images.fields import find_fields
from desktop_cvae.images.joined_lines import part_joined_lines
from desktop_cvae.images.parts import find_parts
from desktop_cvae.images.text_lines import find_text_lines


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
def test_lines_that_touch_are_parted(gap: int) -> None:
    ink = joined_page(gap)
    parts = find_parts(ink > 0.5)
    parted = part_joined_lines(ink, parts)
    assert parted.count > parts.count
    heights = [len(line.parts) for line in find_text_lines(parted)]
    assert len(heights) == 2
    assert min(heights) >= 6
    assert len(find_fields(on_paper(ink))) == 2


def test_lines_that_do_not_touch_stay_as_they_are() -> None:
    ink = write_page(["314", "159"])
    parts = find_parts(ink > 0.5)
    assert part_joined_lines(ink, parts) is parts


def test_a_tall_stroke_beside_one_line_stays_whole() -> None:
    ink = write_page(["314159265"])
    ink[:, -30:] = 0
    ink[4:-4, -24:-20] = 1
    parts = find_parts(ink > 0.5)
    assert part_joined_lines(ink, parts) is parts


def test_a_blank_page_has_nothing_to_part() -> None:
    parts = find_parts(np.zeros((20, 30), bool))
    assert part_joined_lines(np.zeros((20, 30), np.float32), parts) is parts
