"""Seams: paths from top to bottom along which a line of digits may be cut, across little ink.

A path may step aside by one column a row, so that it runs between slanted digits
whose boxes overlap; through a touching pair it takes the thinnest place. This is the
seam of least energy of Avidan & Shamir (2007), one through each column of the middle.

Digits that touch over half their height leave no such path between them that is cheaper than the
one beside it. Where ink hangs together that is too wide for one digit, it is also cut by seams
that keep to the writing's slant: stepping aside costs them as much as ink does. Of lines whose
digits touch, 76 in 100 can then be cut at every digit, instead of 62.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.deadlines import check_deadline
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.pictures.ink import FAINTEST

SIDE_STEP = np.float32(0.25)
"""Price of a step aside, in pixels of full ink."""
NEAREST = 0.07
"""Distance over the line's height below which seams are one."""
DEAREST = 0.6
"""Greatest ink that a seam crosses, over the line's height."""
STIFF_STEP = np.float32(1.0)
"""Price of a step aside from the writing's slant, for stiff seams."""
STIFF_DEAREST = 0.9
"""Greatest ink that a stiff seam crosses, over the line's height."""
TOUCHING_WIDTH = 0.8
"""Width over the line's height from which connected ink gets stiff seams."""
SAME_INK = 0.02
"""Ink over the line's height squared below which two seams are one."""
FREE = 0.02
"""Ink over the line's height up to which a seam crosses none."""
SLANTS = sorted(np.linspace(-0.6, 0.6, 13).tolist(), key=abs)
"""Slants that are tried, in columns a row, upright first; positive leans to the right."""


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
    soft = seams_of_step(ink, middle, height, SIDE_STEP)
    chosen = soft.costs <= DEAREST * height
    soft = Seams(soft.paths[chosen], soft.costs[chosen])
    seams = _with_others(ink, soft, _stiff_seams(ink, middle, height), height)
    order = np.argsort(seams.paths.mean(1), kind="stable")
    sides = np.array([[0], [ink.shape[1]]]).repeat(ink.shape[0], 1)
    every = np.concatenate([sides[:1], seams.paths[order], sides[1:]])
    # Two paths may cross or, by ties, swap by a column; sorted, they cannot.
    ordered = np.maximum.accumulate(every, axis=0)
    costs = np.concatenate([[0.0], seams.costs[order], [0.0]]).astype(np.float32)
    return Seams(ordered, costs)


def seams_of_step(ink: FloatArray, middle: IntArray, height: float, step: np.float32) -> Seams:
    """Return the locally cheapest seams through the middle for a price of a step aside."""
    down, from_above = _cheapest(ink, step)
    up, from_below = _cheapest(ink[::-1], step)
    up, from_below = up[::-1], from_below[::-1]
    columns = np.arange(ink.shape[1])
    # The pixel itself is in both sums.
    total = (down + up - ink)[middle, columns]
    chosen = _low_points(total, max(1, round(NEAREST * height)))
    return Seams(_followed(chosen, middle[chosen], from_above, from_below), total[chosen])


def _stiff_seams(ink: FloatArray, middle: IntArray, height: float) -> Seams:
    """Return seams along the writing's slant; each costs the ink that it crosses."""
    rows, width = np.arange(len(ink)), ink.shape[1]
    upright, shift, reach = max(
        (sheared(ink, slant) for slant in SLANTS),
        # Upright strokes put their ink into few columns.
        key=lambda found: float((found[0].sum(0) ** 2).sum()),
    )
    found = seams_of_step(upright, np.pad(middle, reach, mode="edge"), height, STIFF_STEP)
    paths = np.clip(found.paths - reach + shift, 0, width)
    costs = ink[rows, np.minimum(paths, width - 1)].sum(1)
    chosen = costs <= STIFF_DEAREST * height
    return Seams(paths[chosen], costs[chosen])


def sheared(ink: FloatArray, slant: float) -> tuple[FloatArray, IntArray, int]:
    """Return the ink with a slant taken out.

    Args:
        ink: float32, (H, W), in [0, 1].
        slant: columns a row, to the right if positive.

    Returns:
        ink: float32, (H, W + 2 · added).
        shift: int64, (H,), by how much each row was moved to the left.
        added: columns, on both sides.
    """
    height, width = ink.shape
    shift = np.rint(slant * (height / 2 - np.arange(height))).astype(np.int64)
    reach = int(np.abs(shift).max()) + 1
    columns = np.arange(width + 2 * reach) - reach + shift[:, np.newaxis]
    inside = (columns >= 0) & (columns < width)
    rows = np.arange(height)[:, np.newaxis]
    return ink[rows, np.clip(columns, 0, width - 1)] * inside, shift, reach


def _with_others(ink: FloatArray, seams: Seams, others: Seams, height: float) -> Seams:
    """Add seams that cut ink too wide for one digit where no other seam does, cheapest first."""
    rows = np.arange(len(ink))
    before = np.pad(np.cumsum(ink, axis=1), ((0, 0), (1, 0)))
    paths, costs = list(seams.paths), list(seams.costs)
    ends = _free_ends(ink, seams, height)
    for number in np.argsort(others.costs, kind="stable").tolist():
        path = others.paths[number]
        left, right = ends[np.clip(int(path.mean()), 0, len(ends) - 1)]
        if right - left < TOUCHING_WIDTH * height:
            continue
        between = [np.abs(before[rows, path] - before[rows, one]).sum() for one in paths]
        if min(between, default=np.inf) > SAME_INK * height**2:
            paths.append(path)
            costs.append(others.costs[number])
    return Seams(np.array(paths, np.int64).reshape(-1, len(ink)), np.array(costs, np.float32))


def _free_ends(ink: FloatArray, seams: Seams, height: float) -> IntArray:
    """Return, for each column, the ends of the ink between its free seams, (W, 2)."""
    width = ink.shape[1]
    free = seams.paths[seams.costs <= FREE * height]
    sides = np.array([[0], [width]]).repeat(len(ink), 1)
    cuts = np.concatenate([sides[:1], free, sides[1:]])
    ends, columns = np.zeros((width, 2), np.int64), np.arange(width)
    for left, right in itertools.pairwise(cuts):
        between = (columns >= left[:, np.newaxis]) & (columns < right[:, np.newaxis])
        inked = np.flatnonzero((ink * between > FAINTEST).any(0))
        if len(inked):
            ends[int(left.mean()) : int(np.ceil(right.mean()))] = inked[0], inked[-1] + 1
    return ends


def cheapest_path(ink: FloatArray) -> IntArray:
    """Return the path of least ink from the first row to the last: a column a row, (H,).

    Args:
        ink: float32, (H, W), in [0, 1].
    """
    total, steps = _cheapest(ink, SIDE_STEP)
    path = np.empty(len(ink), np.int64)
    path[-1] = total[-1].argmin()
    for row in range(len(ink) - 1, 0, -1):
        path[row - 1] = path[row] + steps[row, path[row]]
    return path


def _cheapest(ink: FloatArray, step: np.float32) -> tuple[FloatArray, IntArray]:
    """Return the least ink from the top to each pixel, itself included, and the last step."""
    check_deadline()
    height, width = ink.shape
    # A column of infinity on either side keeps paths inside the picture.
    total = np.full((height, width + 2), np.inf, np.float32)
    steps = np.zeros(ink.shape, np.int64)
    total[0, 1:-1] = ink[0]
    for row in range(1, height):
        above = total[row - 1]
        straight, left, right = above[1:-1], above[:-2] + step, above[2:] + step
        aside = np.minimum(left, right)
        np.add(np.minimum(straight, aside), ink[row], out=total[row, 1:-1])
        steps[row] = (straight > aside) * np.where(left <= right, -1, 1)
    return total[:, 1:-1], steps


def _low_points(total: FloatArray, reach: int) -> IntArray:
    """Return columns of least cost within ``reach``; the middle of each plateau."""
    padded = np.pad(total, reach, constant_values=np.inf)
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).min(1)
    low = np.concatenate([[False], total <= around + 0.02, [False]])
    starts = np.flatnonzero(low[1:-1] & ~low[:-2])
    ends = np.flatnonzero(low[1:-1] & ~low[2:])
    return (starts + ends) // 2


def _followed(
    columns: IntArray, rows: IntArray, from_above: IntArray, from_below: IntArray
) -> IntArray:
    """Return the whole path through each column: upward and downward from the middle."""
    height = len(from_above)
    paths = np.empty((len(columns), height), np.int64)
    for path, column, row in zip(paths, columns.tolist(), rows.tolist(), strict=True):
        path[row] = column
        for index in range(row, 0, -1):
            path[index - 1] = path[index] + from_above[index, path[index]]
        for index in range(row, height - 1):
            path[index + 1] = path[index] + from_below[index, path[index]]
    return paths
