"""Seams against a search through all paths; which low points are seams."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.pictures.seams import SIDE_STEP, cheapest_path, find_seams


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
    seams = find_seams(ink, np.full(9, row), 6.0)
    assert len(seams.costs) > 2
    for path, cost in list(zip(seams.paths, seams.costs, strict=True))[1:-1]:
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


@pytest.mark.parametrize(("grey", "columns"), [(0.59, [4]), (0.61, [])])
def test_a_seam_crosses_little_ink(grey: float, columns: list[int]) -> None:
    assert seam_columns(np.full((10, 9), grey, np.float32), 10) == columns


@pytest.mark.parametrize(("more", "columns"), [(0.01, [5]), (0.03, [3])])
def test_nearly_equal_places_are_a_plateau(more: float, columns: list[int]) -> None:
    ink = np.ones((8, 11), np.float32)
    ink[:, 2:9] = 0
    ink[4, 5:9] = more
    assert seam_columns(ink, 50) == columns
