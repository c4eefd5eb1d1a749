""""""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from written_lines import on_paper, write_line, write_page

from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures.connected_components import find_components
from desktop_cvae.pictures.line_pieces import PiecedLine, find_fields, find_seams
from desktop_cvae.pictures.seams import sheared

inks = hnp.arrays(
    np.float32,
    st.tuples(st.integers(2, 20), st.integers(2, 30)),
    elements=st.sampled_from([np.float32(0), np.float32(0.5), np.float32(1)]),
)


@settings(max_examples=100, deadline=None)
@given(ink=inks)
def test_cuts_go_from_side_to_side_and_never_cross(ink: FloatArray) -> None:
    middle = np.full(ink.shape[1], len(ink) // 2)
    cuts = find_seams(ink, middle, float(len(ink)))
    assert cuts.paths.shape == (len(cuts.costs), len(ink))
    assert (cuts.paths[0] == 0).all()
    assert (cuts.paths[-1] == ink.shape[1]).all()
    assert (np.diff(cuts.paths, axis=0) >= 0).all()


def test_a_cut_goes_through_the_white_between_slanted_strokes() -> None:
    ink = np.zeros((20, 40), np.float32)
    for row in range(20):  # two slanted strokes whose columns overlap
        ink[row, 18 - row // 2 : 21 - row // 2] = 1
        ink[row, 26 - row // 2 : 29 - row // 2] = 1
    cuts = find_seams(ink, np.full(40, 10), 20.0)
    between = [
        path
        for path in cuts.paths[1:-1]
        if all(ink[row, : path[row]].sum() == 3 for row in range(20))
    ]
    assert between


def test_a_cut_takes_the_thinnest_place_of_a_bridge() -> None:
    ink = np.zeros((20, 41), np.float32)
    ink[4:16, 5:15] = ink[4:16, 25:35] = 1
    ink[9:11, 15:25] = 1
    ink[9, 20] = 0.5
    cuts = find_seams(ink, np.full(41, 10), 20.0)
    bridge = [n for n, path in enumerate(cuts.paths) if 15 < path[10] < 25]
    dip = min(bridge, key=lambda n: cuts.costs[n])
    assert cuts.paths[dip][9] in (20, 21)
    assert cuts.costs[bridge].min() == 1.5


def neighbours(field: PiecedLine) -> int:
    """How many slices the line has: pieces between two cuts that follow each other."""
    return sum(piece.last == piece.first + 1 for piece in field.pieces)


def assert_sound(fields: list[PiecedLine], picture: FloatArray) -> None:
    for field in fields:
        assert field.pieces
        for piece in field.pieces:
            box = piece.prepared.box
            assert 0 <= box.y < box.bottom <= picture.shape[0]
            assert 0 <= box.x < box.right <= picture.shape[1]
            assert 0 <= piece.first < piece.last < field.seam_count
            image = piece.prepared.image
            assert image.shape == (28, 28)
            assert 0 <= image.min() <= image.max() <= 1


shapes = st.tuples(st.integers(1, 70), st.integers(1, 90))


@settings(max_examples=60, deadline=None)
@given(picture=hnp.arrays(np.float32, shapes, elements=st.floats(-1, 2, width=32)))
def test_any_picture_gives_a_value(picture: FloatArray) -> None:
    assert_sound(find_fields(picture), picture)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**31), strokes=st.integers(1, 40))
def test_any_scribble_gives_pieces_inside_the_picture(seed: int, strokes: int) -> None:
    random = np.random.default_rng(seed)
    picture = np.ones((90, 240), np.float32)
    for _ in range(strokes):
        y, x = random.integers(0, 85), random.integers(0, 235)
        picture[y : y + random.integers(1, 50), x : x + random.integers(1, 60)] = 0.2
    assert_sound(find_fields(picture), picture)


@pytest.mark.parametrize(
    "picture",
    [
        np.zeros((50, 80), np.float32),
        np.ones((2, 400), np.float32),
        np.full((40, 40), np.nan, np.float32),
        np.zeros((0, 5), np.float32),
        np.zeros((4, 4, 3), np.float32),
    ],
)
def test_nothing_is_found_where_nothing_is(picture: FloatArray) -> None:
    assert find_fields(picture) == []


def test_digits_that_stand_apart_are_parted_by_cuts_through_paper() -> None:
    picture = on_paper(write_line("1717", gap=14))
    (field,) = find_fields(picture)
    free = [piece for piece in field.pieces if piece.crossed == 0]
    lefts = {piece.prepared.box.x for piece in free}
    assert len(lefts) >= 4


def test_both_polarities_give_the_same_pieces() -> None:
    ink = write_line("2035")
    dark, light = (find_fields(picture) for picture in (on_paper(ink), ink))
    assert [p.prepared.box for f in dark for p in f.pieces] == [
        p.prepared.box for f in light for p in f.pieces
    ]
    assert all(piece.prepared.inverted for field in dark for piece in field.pieces)


def test_touching_digits_are_cut_through_ink() -> None:
    ink = write_line("00", gap=0)
    (field,) = find_fields(on_paper(ink))
    assert neighbours(field) >= 2
    assert any(piece.crossed > 0 for piece in field.pieces)


def test_what_surrounds_a_piece_lies_in_the_frame_of_the_piece() -> None:
    (pair,) = find_fields(on_paper(write_line("70", gap=2)))
    (seven,) = (piece for piece in pair.pieces if (piece.first, piece.last) == (0, 1))
    own, around = seven.prepared.image > 0.5, seven.surroundings > 0.5
    assert around[own].mean() > 0.95
    assert around[:, 19:][~own[:, 19:]].any()
    assert not around[:, :9][~own[:, :9]].any()
    ((alone,),) = (field.pieces for field in find_fields(on_paper(write_line("7"))))
    np.testing.assert_allclose(alone.surroundings, alone.prepared.image, atol=0.2)


def test_lines_come_from_top_to_bottom() -> None:
    fields = find_fields(on_paper(write_page(["11", "111", "1"])))
    assert [neighbours(field) for field in fields] == [2, 3, 1]
    tops = [min(piece.prepared.box.y for piece in field.pieces) for field in fields]
    assert tops == sorted(tops)


def test_a_line_of_smaller_writing_is_found_beside_a_large_one() -> None:
    large, small = write_line("111", scale=6), write_line("1111", scale=2)
    width = max(large.shape[1], small.shape[1])
    page = [np.pad(line, ((0, 0), (0, width - line.shape[1]))) for line in (large, small)]
    fields = find_fields(on_paper(np.concatenate(page)))
    assert [neighbours(field) for field in fields] == [3, 4]


def test_a_page_of_thousands_of_marks_is_cut_short() -> None:
    marks = np.kron(np.random.default_rng(0).random((80, 120)) < 0.4, np.ones((6, 6)))
    picture = on_paper(marks.astype(np.float32))
    few, many = find_fields(picture, limit=5), find_fields(picture, limit=50)
    assert 0 < len(few) < len(many)


def test_dots_and_dashes_are_left_out() -> None:
    (field,) = find_fields(on_paper(write_line("1.1-1")))
    assert neighbours(field) == 3


def test_ruled_paper_changes_no_slice() -> None:
    picture = on_paper(write_line("1111", gap=12))
    ruled = picture.copy()
    for row in (10, 40, 66):
        ruled[row] = np.minimum(ruled[row], 0.6)
    (plain,), (lined,) = find_fields(picture), find_fields(ruled)
    assert neighbours(lined) == neighbours(plain) == 4


def test_a_shadow_is_no_ink() -> None:
    picture = on_paper(write_line("1111", gap=12))
    shaded = picture.copy()
    shaded[:, : shaded.shape[1] // 2] *= 0.6
    (field,) = find_fields(shaded)
    assert neighbours(field) == 4


def test_large_pictures_give_boxes_in_their_own_pixels() -> None:
    small = on_paper(write_line("1", gap=0))
    large = np.kron(small, np.ones((40, 40), np.float32))
    (field,) = find_fields(large)
    assert_sound([field], large)
    box = field.pieces[0].prepared.box
    assert box.height > 40 * 30
    assert box.x > 40 * 10
    assert box.right < large.shape[1] - 40 * 10


@pytest.mark.parametrize(("limit", "slices"), [(1, [3]), (2, [4, 2]), (3, [4, 4, 1]), (9, [4] * 3)])
def test_three_slices_are_looked_at_for_each_digit(limit: int, slices: list[int]) -> None:
    picture = on_paper(write_page(["1111"] * 3))
    assert [neighbours(field) for field in find_fields(picture, limit)] == slices


def test_boxes_of_blocks_end_where_the_picture_ends() -> None:
    picture = np.full((301, 1701), 0.9, np.float32)  # seen in blocks of 2 × 2
    picture[141:, 800:812] = picture[100:240, 1689:] = picture[60:200, 300:312] = 0.1
    boxes = [piece.prepared.box for field in find_fields(picture) for piece in field.pieces]
    assert max(box.right for box in boxes) == 1701
    assert max(box.bottom for box in boxes) == 301


Sizes = dict[tuple[int, int], tuple[float, float, float, float]]


def sizes_of(*strokes: tuple[int, int, int, int]) -> Sizes:
    """Width, height, crossed and bridged, in pixels, of pieces by their left and right side."""
    ink = np.zeros((80, 200), np.float32)
    for top, left, height, width in strokes:
        ink[top : top + height, left : left + width] = 1
    (field,) = find_fields(on_paper(ink))
    return {
        (p.prepared.box.x, p.prepared.box.right): tuple(
            round(40 * share, 1) for share in (p.width, p.height, p.crossed, p.bridged)
        )
        for p in field.pieces
    }


@pytest.mark.parametrize("gap", [4, 12, 13])
def test_a_piece_spans_a_narrow_white_gap(gap: int) -> None:
    left, right, end = 40, 48 + gap, 56 + gap
    sizes = sizes_of((20, left, 40, 8), (20, right, 40, 8))
    assert sizes.pop((left, 48)) == sizes.pop((right, end)) == (8, 40, 0, 0)
    assert sizes == ({(left, end): (16 + gap, 40, 0, gap)} if gap <= 12 else {})


@pytest.mark.parametrize(("bar", "is_cut"), [(4, True), (34, True), (38, False)])
def test_a_piece_ends_where_a_seam_crosses_little_ink(bar: int, is_cut: bool) -> None:
    sizes = sizes_of((20, 40, 40, 8), (20, 64, 40, 8), (58 - bar, 48, bar, 16))
    assert sizes[40, 72] == (32, 40, 0, 0)
    crossed = [crossed for (left, _), (_, _, crossed, _) in sizes.items() if left > 40]
    assert bool(crossed) == is_cut
    assert all(bar - 1 <= ink <= bar + 1 for ink in crossed)


@pytest.mark.parametrize(("width", "is_one"), [(100, True), (101, False)])
def test_a_piece_is_not_much_wider_than_its_line_is_high(width: int, is_one: bool) -> None:
    strokes = [(20, 40, 40, 4), (20, 36 + width, 40, 4), (38, 44, 2, width - 8)]
    assert ((40, 40 + width) in sizes_of(*strokes)) == is_one


@pytest.mark.parametrize(("width", "is_one"), [(21, True), (22, False)])
def test_a_wide_piece_hangs_together(width: int, is_one: bool) -> None:
    sizes = sizes_of((20, 40, 40, 21), (20, 73, 40, width))
    assert ((40, 73 + width) in sizes) == is_one


@pytest.mark.parametrize(
    ("slant", "left"), [(0.6, 0.1), (-0.8, -0.1), (0.2, 0.2), (-0.2, -0.2), (0.0, 0.0)]
)
def test_a_line_that_leans_more_than_usual_is_set_up(slant: float, left: float) -> None:
    upright = np.zeros((80, 300), np.float32)
    for column in (60, 110, 160, 210):
        upright[20:60, column : column + 5] = 1
    ink, _, _ = sheared(upright, -slant)
    (field,) = find_fields(on_paper(ink))
    assert [(piece.first, piece.last) for piece in field.pieces if piece.width < 0.5] == [
        (place, place + 1) for place in range(4)
    ]
    components = find_components(ink > 0.5)
    for piece, box in zip(
        [piece for piece in field.pieces if piece.last == piece.first + 1],
        sorted(components.boxes().tolist()),
        strict=True,
    ):
        # What is read leans as usual writing does, and the box is around what leans more.
        assert find_components(piece.prepared.image > 0.5).slants() == pytest.approx(left, abs=0.06)
        found = piece.prepared.box
        assert (found.x, found.y, found.right, found.bottom) == pytest.approx(box, abs=2)
