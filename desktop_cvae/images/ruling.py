"""Ruled and squared paper: lines as dark as the ink, straight across the picture."""

from __future__ import annotations

import numpy as np

from desktop_cvae.images.ground import SMALL_SIDE
from desktop_cvae.images.parts import Mask

LINE_SHARE = 0.6
"""A row with more ink than this is part of a line, or of something large."""
THICKEST = 0.05
"""A line's thickness over the picture's side, at most."""
FEWEST = 2
"""One line may be a digit's own bar; ruled paper has several."""


def without_lines(mask: Mask) -> Mask:
    """Cut the lines of ruled paper out of a mask.

    What a digit loses where it crosses a line is narrower than the margin that is
    grown around its parts afterwards.

    Args:
        mask: bool, (H, W), True where ink may be.
    """
    if max(mask.shape) <= SMALL_SIDE:  # a scan of one digit has no room for ruled lines
        return mask
    rows, columns = _lines(mask.mean(1)), _lines(mask.mean(0))
    if not (rows.any() or columns.any()):
        return mask
    return mask & ~rows[:, np.newaxis] & ~columns


def _lines(share: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Mask:
    """Which rows belong to thin lines, if there are enough of these."""
    long = np.concatenate([[False], share > LINE_SHARE, [False]])
    starts = np.flatnonzero(long[1:-1] & ~long[:-2])
    ends = np.flatnonzero(long[1:-1] & ~long[2:]) + 1
    thin = ends - starts <= max(2, THICKEST * len(share))
    lines = np.zeros(len(share), bool)
    if thin.sum() >= FEWEST:
        for start, end in zip(starts[thin], ends[thin], strict=True):
            lines[max(0, start - 1) : end + 1] = True  # with its soft rim
    return lines
