"""Parts of a picture that lie on paper of the other colour: bars, corners, patches, halves.

Where the paper's colour changes, light and dark are swapped beyond a straight line. Inverting such
a part removes that edge and adds none, for a stroke that crosses it then has one colour. So the
parts are found whose inversion most reduces the picture's total variation, the sum of differences
of neighbouring pixels: among all rectangles of a reduced picture, by prefix sums, and among
half-planes of every direction.

Tested in tests/pictures/test_hypotheses.py.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.pictures.background import block_means, border, percentile
from desktop_cvae.pictures.connected_components import Mask

Masks = npt.NDArray[np.bool_]
COARSE_SIDE = 28
"""Longer side of the picture in which parts are looked for."""
LEAST_SIDE = 3
"""Least width and height of a part, in pixels of that picture."""
MOST_PARTS = 4
"""Most rectangles that are inverted, one after the other."""
LEAST_GAIN = 4.0
"""Least shortening of the edges by inverting a part, in pixels of that picture."""
ANGLES, OFFSETS = 32, 24
"""Directions and offsets of half-planes that are tried."""
FINE = 25
"""Directions and offsets tried around the best one, between its neighbours."""


def find_parts(view: FloatArray) -> list[Mask]:
    """Find parts that may lie on other paper, the likeliest of each kind, as masks.

    Args:
        view: float32, (H, W), in [0, 1].

    Returns:
        bool, (H, W), each; none where turning a part shortens no edges.
    """
    flat = two_coloured(view)
    factor = -(-max(flat.shape) // COARSE_SIDE)
    coarse = block_means(flat, factor)
    masks = []
    for found in (_rectangles(coarse), _half_plane(coarse), _checkers(coarse)):
        if found is None:
            continue
        mask = found if factor == 1 else np.kron(found, np.ones((factor, factor), np.bool_))
        mask = mask[: view.shape[0], : view.shape[1]]
        masks.append(mask)
    return masks


def two_coloured(view: FloatArray) -> FloatArray:
    """Stretch the picture from 0, its darkest grey, to 1, its lightest."""
    low, high = float(percentile(view, 2)), float(percentile(view, 98))
    flat: FloatArray = np.clip((view - low) / np.float32(max(high - low, 0.02)), 0, 1)
    return flat


def turned(flat: FloatArray, mask: Mask) -> FloatArray:
    """Return the picture with a part inverted, and all of it if its border is light then.

    Args:
        flat: float32, (H, W), in [0, 1], as :func:`two_coloured` gives it.
        mask: bool, (H, W).

    Returns:
        light ink on dark paper.
    """
    white = np.where(mask, 1 - flat, flat)
    return 1 - white if border(white).mean() > 0.5 else white


def _rectangles(flat: FloatArray) -> Mask | None:
    """Find rectangles one after the other, each the one that shortens the edges most."""
    mask = np.zeros(flat.shape, np.bool_)
    for _ in range(MOST_PARTS):
        white = np.where(mask, 1 - flat, flat)
        gain, (top, bottom, left, right) = _best_rectangle(white)
        if gain < LEAST_GAIN:
            break
        # What two rectangles share is inverted twice.
        mask[top:bottom, left:right] ^= True
    return mask if mask.any() else None


def _best_rectangle(white: FloatArray) -> tuple[float, tuple[int, int, int, int]]:
    """Return its gain in edge length, and (top, bottom, left, right)."""
    beside = _gains(white[:, :-1], white[:, 1:])  # of an edge between columns
    below = _gains(white[:-1], white[1:])
    across = np.pad(np.cumsum(beside, axis=0), ((1, 0), (1, 1)))  # (H + 1, W + 1)
    down = np.pad(np.cumsum(below, axis=1), ((1, 1), (1, 0)))
    tops, bottoms = _pairs(white.shape[0])
    lefts, rights = _pairs(white.shape[1])
    sides = across[bottoms] - across[tops]  # (row pairs, W + 1)
    ends = down[:, rights] - down[:, lefts]  # (H + 1, column pairs)
    gains = sides[:, lefts] + sides[:, rights] + ends[tops] + ends[bottoms]
    best = int(gains.argmax())
    rows, columns = divmod(best, gains.shape[1])
    bounds = (int(tops[rows]), int(bottoms[rows]), int(lefts[columns]), int(rights[columns]))
    return float(gains.flat[best]), bounds


def _gains(one: FloatArray, other: FloatArray) -> FloatArray:
    """Return by how much an edge between two pixels shortens if one of them is inverted."""
    gains: FloatArray = np.abs(one - other) - np.abs(1 - one - other)
    return gains


def _pairs(length: int) -> tuple[IntArray, IntArray]:
    """Return all (first, last + 1) at least ``LEAST_SIDE`` apart, int64, (P,) each."""
    first, last = np.triu_indices(length + 1, LEAST_SIDE)
    return first, last


def _checkers(flat: FloatArray) -> Mask | None:
    """Find bands and squares: whole columns and rows whose inversion shortens the edges."""
    across = _gains(flat[:, :-1], flat[:, 1:])
    down = _gains(flat[:-1], flat[1:])
    turns = [across.sum(axis=0) > LEAST_GAIN, down.sum(axis=1) > LEAST_GAIN]
    right, low = (np.concatenate([[False], np.cumsum(turn) % 2 == 1]) for turn in turns)
    mask = np.logical_xor.outer(low, right)
    return mask if mask.any() else None


def _half_plane(flat: FloatArray) -> Mask | None:
    """Find the half-plane whose inversion shortens the edges most.

    A line that is a pixel beside the true one shortens none, so it is found in two steps: roughly,
    where one side is as light and the other as dark as can be, and then to the pixel.
    """
    reach = 0.45 * max(flat.shape)
    steps = np.pi / ANGLES, 2 * reach / OFFSETS
    angles, offsets = np.arange(ANGLES) * steps[0], np.arange(OFFSETS) * steps[1] - reach
    masks = _half_planes(flat.shape, angles, offsets)
    grey = (flat - np.float32(0.5)).reshape(-1)
    best = int(np.abs(2 * masks.reshape(len(masks), -1) @ grey - grey.sum()).argmax())
    turn, shift = divmod(best, OFFSETS)
    near = np.linspace(-1, 1, FINE)
    fine = _half_planes(
        flat.shape, angles[turn] + near * steps[0], offsets[shift] + near * steps[1]
    )
    beside, below = _gains(flat[:, :-1], flat[:, 1:]), _gains(flat[:-1], flat[1:])
    crossed = (fine[:, :, :-1] != fine[:, :, 1:]).reshape(len(fine), -1)
    under = (fine[:, :-1] != fine[:, 1:]).reshape(len(fine), -1)
    gains = crossed @ beside.reshape(-1) + under @ below.reshape(-1)
    best = int(gains.argmax())
    return fine[best] if gains[best] >= LEAST_GAIN else None


def _half_planes(shape: tuple[int, ...], angles: np.ndarray, offsets: np.ndarray) -> Masks:
    """Return a mask for every angle and distance from the middle, bool, (A · P, H, W)."""
    rows, columns = np.indices(shape, np.float32)
    rows, columns = rows - rows.mean(), columns - columns.mean()
    away = np.multiply.outer(np.sin(angles), rows) + np.multiply.outer(np.cos(angles), columns)
    masks: Masks = (away[:, np.newaxis] > offsets[:, np.newaxis, np.newaxis]).reshape(-1, *shape)
    return masks
