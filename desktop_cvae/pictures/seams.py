"""Where a line of digits may be cut: paths from top to bottom that cross little ink.

A path may step aside by one column a row, so that it runs between slanted digits
whose boxes overlap; through a touching pair it takes the thinnest place. This is the
seam of least energy of Avidan & Shamir (2007), one through each column of the middle.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.results import FloatArray, IntArray

SIDE_STEP = np.float32(0.25)
"""Price of a step aside, in pixels of full ink."""
NEAREST = 0.07
"""Seams nearer than this share of the line's height are one."""
DEAREST = 0.6
"""A seam crosses ink of at most this share of the line's height."""


@dataclass(frozen=True, eq=False)
class Seams:
    """S seams of a line, left to right; they never cross each other.

    Attributes:
        paths: int64, (S, H), the first column right of each seam, row by row.
        costs: float32, (S,), ink that each seam crosses, in pixels.
    """

    paths: IntArray
    costs: FloatArray


def find_seams(ink: FloatArray, middle: IntArray, height: float) -> Seams:
    """Find the candidate seams of a line, the picture's two sides among them.

    Args:
        ink: float32, (H, W), in [0, 1], the line alone.
        middle: int64, (W,), the row in which digits have their middle, column by column.
        height: of the digits, in pixels.
    """
    down, from_above = _cheapest(ink)
    up, from_below = _cheapest(ink[::-1])
    up, from_below = up[::-1], from_below[::-1]
    columns = np.arange(ink.shape[1])
    total = (down + up - ink)[middle, columns]
    chosen = _low_points(total, max(1, round(NEAREST * height)))
    chosen = chosen[total[chosen] <= DEAREST * height]
    paths = _followed(chosen, middle[chosen], from_above, from_below)
    sides = np.array([[0], [ink.shape[1]]]).repeat(ink.shape[0], 1)
    every = np.concatenate([sides[:1], paths, sides[1:]])
    # Ties may let two paths swap by a column; sorted, they cannot.
    ordered = np.maximum.accumulate(every, axis=0)
    costs = np.concatenate([[0.0], total[chosen], [0.0]]).astype(np.float32)
    return Seams(ordered, costs)


def cheapest_path(ink: FloatArray) -> IntArray:
    """The path of least ink from the first row to the last: its column in every row, (H,).

    Args:
        ink: float32, (H, W), in [0, 1].
    """
    total, steps = _cheapest(ink)
    path = np.empty(len(ink), np.int64)
    path[-1] = total[-1].argmin()
    for row in range(len(ink) - 1, 0, -1):
        path[row - 1] = path[row] + steps[row, path[row]]
    return path


def _cheapest(ink: FloatArray) -> tuple[FloatArray, IntArray]:
    """Least ink from the top to each pixel, itself included, and the step that came before."""
    total = np.empty_like(ink)
    steps = np.zeros(ink.shape, np.int64)
    total[0] = ink[0]
    columns = np.arange(ink.shape[1])
    for row in range(1, len(ink)):
        before = np.pad(total[row - 1], 1, constant_values=np.inf)
        three = np.stack([before[1:-1], before[:-2] + SIDE_STEP, before[2:] + SIDE_STEP])
        best = three.argmin(0)
        steps[row] = np.array([0, -1, 1])[best]
        total[row] = three[best, columns] + ink[row]
    return total, steps


def _low_points(total: FloatArray, reach: int) -> IntArray:
    """Columns of least cost within ``reach``; the middle of each plateau."""
    padded = np.pad(total, reach, constant_values=np.inf)
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).min(1)
    low = np.concatenate([[False], total <= around + 0.02, [False]])
    starts = np.flatnonzero(low[1:-1] & ~low[:-2])
    ends = np.flatnonzero(low[1:-1] & ~low[2:])
    return (starts + ends) // 2


def _followed(
    columns: IntArray, rows: IntArray, from_above: IntArray, from_below: IntArray
) -> IntArray:
    """The whole path through each place: upward and downward from the middle."""
    height = len(from_above)
    paths = np.empty((len(columns), height), np.int64)
    for path, column, row in zip(paths, columns.tolist(), rows.tolist(), strict=True):
        path[row] = column
        for place in range(row, 0, -1):
            path[place - 1] = path[place] + from_above[place, path[place]]
        for place in range(row, height - 1):
            path[place + 1] = path[place] + from_below[place, path[place]]
    return paths
