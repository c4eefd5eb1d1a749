""""""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis.extra import numpy as hnp
from written_lines import on_paper, write_line

from desktop_cvae.pictures.connected_components import Mask
from desktop_cvae.pictures.line_pieces import find_fields
from desktop_cvae.pictures.ruling_and_frames import (
    _evenly_spaced,
    _without_comb,
    without_frames,
    without_lone_teeth,
    without_ruling,
)

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


def cut_through(mask: Mask) -> Mask:
    """A comb whose lines across are broken, and of whose lines down a digit hides one."""
    broken = mask.copy()
    for left in (35, 110, 160):
        broken[15:25, left : left + 6] = False
    broken[75:90, 60:66] = False
    broken[30:60, 18 + CELL : 24 + CELL] = False
    return broken


@pytest.mark.parametrize("slope", [0.0, 0.03])
def test_a_comb_in_pieces_goes_too(slope: float) -> None:
    written, boxes = strokes(), cut_through(comb(slope))
    cleaned = without_frames(boxes | written, written)
    assert (cleaned & written).sum() >= 0.97 * written.sum()
    assert (cleaned & ~written).sum() <= 0.1 * boxes.sum()


def test_crumbs_along_a_comb_go_with_it() -> None:
    boxes = comb()
    crumbs = np.zeros_like(boxes)
    crumbs[24, 26:36] = crumbs[30:40, 25 + CELL] = True
    dot = np.zeros_like(boxes)
    dot[27:30, 28:38] = True
    assert not (without_frames(boxes | crumbs | dot, boxes) & crumbs).any()
    assert (without_frames(boxes | crumbs | dot, boxes) & dot).sum() == dot.sum()


def test_a_comb_in_a_frame_goes_with_it() -> None:
    # As far from the comb as half a box, so that its sides stand where lines down might.
    written = np.pad(strokes(), ((0, 0), (20, 20)))
    boxes = np.pad(comb(), ((0, 0), (20, 20)))
    around = np.zeros_like(boxes)
    around[[4, 5, -5, -4], 15:-13] = around[4:-4, [15, 16, -15, -14]] = True
    cleaned = without_frames(boxes | around | written, written)
    assert (cleaned & written).sum() >= 0.97 * written.sum()
    assert (cleaned & ~written).sum() <= 0.05 * (boxes | around).sum()


def test_lines_across_that_go_on_are_no_comb() -> None:
    mask = np.pad(comb(), ((0, 0), (30, 30)))
    whole = slice(0, mask.shape[0]), slice(1, mask.shape[1])
    assert _without_comb(mask, mask, whole) is not None
    mask[[20, 21, 20 + HEIGHT, 21 + HEIGHT], :] = True
    assert _without_comb(mask, mask, whole) is None


@pytest.mark.parametrize(("room", "is_comb"), [(0, False), (1, True)])
def test_squared_paper_is_cut_off_by_the_picture_and_no_comb(room: int, is_comb: bool) -> None:
    mask = np.pad(comb()[:, 20:-18], ((0, 0), (room, room)))
    whole = slice(0, mask.shape[0]), slice(0, mask.shape[1])
    assert (_without_comb(mask, mask, whole) is not None) == is_comb


def test_unequal_boxes_are_no_comb() -> None:
    places = np.array([20.0, 50.0, 130.0, 150.0, 220.0])
    assert _evenly_spaced(places.astype(np.int64), places.astype(np.int64) + 2)[1] == 0
    even = np.linspace(20, 220, 6).astype(np.int64)
    for missing, score in (([], 6), ([2], 4), ([2, 3], 2), ([1, 2, 3], 0)):
        seen = np.delete(even, missing)
        found, said = _evenly_spaced(seen, seen + 2)
        assert said == score
        if score:
            assert np.allclose(found, even + 1)


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


def teeth(places: Sequence[int], top: int = 2, height: int = 56) -> Mask:
    """Lines down."""
    mask = np.zeros((60, 330), bool)
    for left in places:
        mask[top : top + height, left : left + 2] = True
    return mask


def test_a_combs_lines_down_go_without_its_lines_across() -> None:
    written = np.zeros((60, 330), bool)
    written[8:56, 20:40] = written[8:56, 72:92] = written[8:56, 225:245] = True
    lone = teeth((10, 60, 110, 160, 210, 310))
    assert (without_lone_teeth(lone | written) == written).all()
    assert (without_lone_teeth(written) == written).all()


def test_ones_are_no_teeth() -> None:
    written = np.zeros((60, 330), bool)
    written[4:57, 20:40] = True
    low = written.copy()
    low[:20] = False
    for mask in (
        teeth((60, 110, 160, 210)) | written,  # as high as the other digits
        teeth((60, 71, 160, 210, 311)) | low,  # unequal
        teeth((60, 110, 160, 210)),  # nothing between
        teeth((60, 110)) | low,  # too few
    ):
        assert (without_lone_teeth(mask) == mask).all()


@settings(max_examples=60, deadline=None)
@given(mask=hnp.arrays(bool, hnp.array_shapes(min_dims=2, max_dims=2, max_side=40)))
def test_only_ink_goes(mask: Mask) -> None:
    assert not (without_frames(mask, mask) & ~mask).any()


NOTHING = np.zeros((80, 200), bool)


def ruled(slope: float) -> Mask:
    mask = NOTHING.copy()
    columns = np.arange(200)
    for top in (20, 60):
        rows = np.rint(top + slope * columns).astype(int)
        mask[rows, columns] = mask[rows + 1, columns] = True
    return mask


@pytest.mark.parametrize("slope", [0.0, 0.04, -0.06])
def test_ruled_lines_go_and_strokes_that_cross_them_stay(slope: float) -> None:
    stroke = NOTHING.copy()
    stroke[10:50, 90:96] = True
    cleaned = without_ruling(ruled(slope) | stroke, NOTHING)
    assert (cleaned & stroke).sum() >= 0.97 * stroke.sum()
    assert (cleaned & ~stroke).sum() <= 8


def test_a_dark_stroke_along_a_pale_line_stays() -> None:
    bar = NOTHING.copy()
    bar[20:22, 50:90] = True
    cleaned = without_ruling(ruled(0.0) | bar, bar)
    assert cleaned[20:22, 50:90].all()


def test_writing_alone_is_left_as_it_is() -> None:
    mask = NOTHING.copy()
    for left in range(10, 190, 30):
        mask[20:60, left : left + 4] = mask[20:24, left : left + 18] = True
    assert (without_ruling(mask, mask) == mask).all()


@settings(max_examples=60, deadline=None)
@given(mask=hnp.arrays(bool, hnp.array_shapes(min_dims=2, max_dims=2, max_side=30)))
def test_only_ruling_goes(mask: Mask) -> None:
    cleaned = without_ruling(mask, mask)
    assert cleaned.shape == mask.shape
    assert not (cleaned & ~mask).any()


@pytest.mark.parametrize(
    ("thick", "length", "goes"),
    [(2, 142, True), (2, 139, False), (4, 200, True), (5, 200, False)],
)
@pytest.mark.parametrize("top", [0, 30, 75])
def test_ruling_is_long_and_thin(thick: int, length: int, goes: bool, top: int) -> None:
    mask = NOTHING.copy()
    mask[top : top + thick, :length] = True
    assert without_ruling(mask, mask).any() != goes


@pytest.mark.parametrize(("length", "goes"), [(172, True), (168, False)])
def test_a_line_down_is_longer_still(length: int, goes: bool) -> None:
    mask = NOTHING.T.copy()
    mask[:length, 30:32] = True
    assert without_ruling(mask, mask).any() != goes


@pytest.mark.parametrize(("lines", "fewest", "goes"), [(1, 2, False), (2, 2, True), (2, 3, False)])
def test_few_lines_are_left(lines: int, fewest: int, goes: bool) -> None:
    mask = NOTHING.copy()
    mask[[20, 50][:lines]] = True
    assert without_ruling(mask, mask, fewest).any() != goes


@pytest.mark.parametrize(("height", "goes"), [(7, False), (8, True)])
def test_a_low_mask_has_no_ruling(height: int, goes: bool) -> None:
    mask = np.zeros((height, 60), bool)
    mask[4] = True
    assert without_ruling(mask, mask).any() != goes


@pytest.mark.parametrize(("share", "stays"), [(0.38, True), (0.42, False)])
def test_a_line_that_is_mostly_dark_is_a_dark_line(share: float, stays: bool) -> None:
    line, dark = ruled(0.0), NOTHING.copy()
    dark[20:22, : int(200 * share)] = True
    assert without_ruling(line, dark & line)[20:22, :70].any() == stays


def framed(width: int, height: int, held: int, thick: int = 2) -> Mask:
    """A frame and a block of some height in its middle."""
    mask = np.zeros((height + 20, width + 20), bool)
    mask[10:-10, 10:-10] = True
    mask[10 + thick : -10 - thick, 10 + thick : -10 - thick] = False
    top = 10 + (height - held) // 2
    mask[top : top + held, 10 + width // 2 - 3 : 10 + width // 2 + 3] = held > 0
    return mask


@pytest.mark.parametrize(
    ("width", "height", "held", "goes"),
    [
        *[(60, 60, 15, True), (60, 60, 14, False), (120, 60, 0, False), (121, 60, 0, True)],
        *[(24, 12, 4, True), (24, 11, 4, False), (12, 24, 8, True), (11, 24, 8, False)],
    ],
)
def test_a_frame_is_large_and_holds_something_or_is_wide(
    width: int, height: int, held: int, goes: bool
) -> None:
    mask = framed(width, height, held)
    block = framed(width, height, held) & ~framed(width, height, 0)
    cleaned = without_frames(mask, mask)
    assert (cleaned[block]).all()
    assert (cleaned & ~block).any() != goes
