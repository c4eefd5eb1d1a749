"""Seams against a search through all paths; which low points are seams."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.pictures.seams import SIDE_STEP, cheapest_path, find_seams, seams_of_step


def all_paths(shape: tuple[int, int]) -> list[IntArray]:
    steps = np.array(list(itertools.product((-1, 0, 1), repeat=shape[0] - 1)))
    offsets = np.pad(np.cumsum(steps, axis=1), ((0, 0), (1, 0)))
    every = (np.arange(shape[1])[:, None, None] + offsets).reshape(-1, shape[0])
    return list(every[((every >= 0) & (every < shape[1])).all(1)])


def price(ink: FloatArray, path: IntArray) -> float:
    """Ink on the path, and its steps aside."""
    return float(ink[np.arange(len(ink)), path].sum() + SIDE_STEP * abs(np.diff(path)).sum())


@pytest.mark.parametrize("seed", range(4))
def test_the_cheapest_path_is_the_cheapest_of_all(seed: int) -> None:
    ink = np.random.default_rng(seed).random((5, 6), np.float32)
    best = min(all_paths(ink.shape), key=lambda path: price(ink, path))
    assert np.array_equal(cheapest_path(ink), best)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("row", [0, 2, 5])
def test_a_seam_is_the_cheapest_path_through_its_place(seed: int, row: int) -> None:
    ink = np.random.default_rng(seed).random((6, 9), np.float32)
    seams = seams_of_step(ink, np.full(9, row), 6.0, SIDE_STEP)
    assert len(seams.costs)
    for path, cost in zip(seams.paths, seams.costs, strict=True):
        through = [price(ink, other) for other in all_paths(ink.shape) if other[row] == path[row]]
        assert cost == pytest.approx(min(through), abs=1e-5)
        assert price(ink, path) == pytest.approx(cost, abs=1e-5)


def seam_columns(ink: FloatArray, height: float) -> list[int]:
    """The seams between the two sides, in the middle row."""
    row = len(ink) // 2
    return find_seams(ink, np.full(ink.shape[1], row), height).paths[1:-1, row].tolist()


def test_the_middle_of_white_is_one_seam() -> None:
    ink = np.ones((8, 30), np.float32)
    ink[:, 10:17] = 0
    assert seam_columns(ink, 8) == [13]


@pytest.mark.parametrize(("apart", "columns"), [(4, [10]), (5, [10, 15])])
def test_seams_that_are_near_are_one(apart: int, columns: list[int]) -> None:
    ink = np.ones((8, 30), np.float32)
    ink[:, 10], ink[:, 10 + apart] = 0, 0.05
    assert [column for column in seam_columns(ink, 55) if 5 < column < 20] == columns


@pytest.mark.parametrize(
    ("grey", "width", "columns"),
    [(0.59, 5, [2]), (0.61, 5, []), (0.61, 9, [4]), (0.89, 9, [4]), (0.91, 9, [])],
)
def test_a_seam_crosses_little_ink_and_more_where_it_is_too_wide_for_a_digit(
    grey: float, width: int, columns: list[int]
) -> None:
    ink = np.ones((10, width), np.float32)
    ink[:, width // 2] = grey
    assert seam_columns(ink, 10) == columns


@pytest.mark.parametrize("slant", [-0.2, 0.0, 0.2])
def test_two_strokes_that_touch_along_their_length_are_cut_along_their_slant(slant: float) -> None:
    rows, columns = np.mgrid[:40, :60]
    along = columns - slant * (20 - rows)
    # Black, a little grey where they touch, black; no path between them is the cheapest near it.
    ink = np.where((along >= 13) & (along < 47), 1.0, 0.0) * np.where(abs(along - 30) < 1, 0.8, 1)
    seams = find_seams(ink.astype(np.float32), np.full(60, 20), 40.0)
    inner = seams.paths[1:-1]
    between = np.abs(inner - (30 + slant * (20 - np.arange(40)))).max(1)
    assert between.min() <= 2


@pytest.mark.parametrize(("more", "columns"), [(0.01, [5]), (0.03, [3])])
def test_nearly_equal_places_are_a_plateau(more: float, columns: list[int]) -> None:
    ink = np.ones((8, 11), np.float32)
    ink[:, 2:9] = 0
    ink[4, 5:9] = more
    assert seam_columns(ink, 50) == columns
