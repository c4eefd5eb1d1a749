from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis.extra import numpy as hnp
from written_lines import on_paper, write_line

from desktop_cvae.images.fields import find_fields
from desktop_cvae.images.frames import without_frames
from desktop_cvae.images.parts import Mask

HEIGHT, CELL, CELLS = 60, 50, 4


def comb(slope: float = 0.0) -> Mask:
    """Four boxes side by side with room around."""
    mask = np.zeros((HEIGHT + 40, CELL * CELLS + 40), bool)
    columns = np.arange(20, 20 + CELL * CELLS + 2)
    for top in (20, 20 + HEIGHT):
        rows = np.rint(top + slope * columns).astype(int)
        mask[rows, columns] = mask[rows + 1, columns] = True
    for left in range(20, 21 + CELL * CELLS, CELL):
        top = 20 + round(slope * left)
        mask[top : top + HEIGHT + 2, left : left + 2] = True
    return mask


def strokes() -> Mask:
    """A stroke in each box, the last one over its lower line."""
    mask = np.zeros((HEIGHT + 40, CELL * CELLS + 40), bool)
    for number in range(CELLS):
        left = 40 + CELL * number
        mask[35 : 70 + 20 * (number == CELLS - 1), left : left + 6] = True
    return mask


@pytest.mark.parametrize("slope", [0.0, 0.03])
def test_a_comb_of_boxes_goes_and_what_stands_in_it_stays(slope: float) -> None:
    written = strokes()
    cleaned = without_frames(comb(slope) | written, written)
    assert (cleaned & written).sum() >= 0.97 * written.sum()
    assert (cleaned & ~written).sum() <= 0.05 * comb().sum()


def test_ones_that_cross_ruled_lines_are_no_boxes() -> None:
    mask = np.zeros((80, 300), bool)
    mask[[10, 11, 60, 61], 5:-5] = True
    for left in (90, 120, 150):
        mask[8:64, left : left + 3] = True
    assert (without_frames(mask, mask) == mask).all()


def test_writing_without_a_frame_is_left_as_it_is() -> None:
    mask = write_line("2057789") > 0.5
    assert (without_frames(mask, mask) == mask).all()


def test_a_number_in_boxes_has_as_many_slices_as_digits() -> None:
    ink = write_line("123", gap=30)
    ink[[4, 5, -6, -5], 4:-4] = 1
    for left in (4, 5, 62, 63, -6, -5):
        ink[4:-4, left] = 1
    (field,) = find_fields(on_paper(ink))
    assert sum(piece.last == piece.first + 1 for piece in field.pieces) == 3


@settings(max_examples=60, deadline=None)
@given(mask=hnp.arrays(bool, hnp.array_shapes(min_dims=2, max_dims=2, max_side=40)))
def test_only_ink_goes(mask: Mask) -> None:
    assert not (without_frames(mask, mask) & ~mask).any()
