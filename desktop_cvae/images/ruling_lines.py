"""Ruled and squared paper under a page of writing: thin lines right across, also aslant."""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.images.parts import Mask

LINE_SHARE = 0.5
"""A line covers at least so much of the picture's width."""
STEM_SHARE = 0.85
"""And so much of its height: the stems of a few digits in a column cover less."""
THICKEST = 0.03
"""Thickest line over the picture's longer side."""
SLOPES = np.linspace(-0.08, 0.08, 33)
"""Slopes that are looked for: the paper may lie ±4.5° askew."""


def without_ruling(mask: Mask) -> Mask:
    """Cut long thin lines out of a mask; strokes that cross them stay whole.

    Args:
        mask: bool, (H, W), True where ink may be.
    """
    if min(mask.shape) < 8:
        return mask
    rows = _cut_rows(mask, LINE_SHARE)
    return _cut_rows(rows.T, STEM_SHARE).T


def _cut_rows(mask: Mask, least: float) -> Mask:
    found = _ruled(mask, least)
    if found is None:
        return mask
    slope, tops, bottoms = found
    cleaned = mask.copy()
    columns = np.arange(mask.shape[1])
    shift = np.rint(slope * columns).astype(np.int64)
    for top, bottom in zip(tops, bottoms, strict=True):
        _erase(cleaned, mask, columns, top + shift, bottom + shift)
    return cleaned


def _ruled(mask: Mask, least: float) -> tuple[float, IntArray, IntArray] | None:
    """The lines' common slope, and the first and the last row + 1 of each at column 0."""
    row, column = np.nonzero(mask)
    height, width = mask.shape
    if len(row) < least * width:
        return None
    reach = int(np.ceil(abs(SLOPES).max() * width)) + 1
    best, kept = 0.0, None
    for slope in SLOPES:
        level = row - np.rint(slope * column).astype(np.int64) + reach
        share = np.bincount(level, minlength=height + 2 * reach) / width
        sharpness = float((share[share > least] ** 2).sum())
        if sharpness > best:
            best, kept = sharpness, (float(slope), share)
    if kept is None:
        return None
    slope, share = kept
    tops, bottoms = _bands(share, least, max(3.0, THICKEST * max(mask.shape)))
    return (slope, tops - reach, bottoms - reach) if len(tops) else None


def _bands(share: FloatArray, least: float, thickest: float) -> tuple[IntArray, IntArray]:
    """Where the share of ink peaks: first row and last row + 1, with the line's soft rim."""
    long = np.concatenate([[False], share > 0.5 * least, [False]])
    tops = np.flatnonzero(long[1:-1] & ~long[:-2])
    bottoms = np.flatnonzero(long[1:-1] & ~long[2:]) + 1
    lines = [
        (top, bottom)
        for top, bottom in zip(tops, bottoms, strict=True)
        if share[top:bottom].max() > least and bottom - top <= thickest
    ]
    pairs = np.array(lines, np.int64).reshape(-1, 2)
    return pairs[:, 0] - 1, pairs[:, 1] + 1


def _erase(cleaned: Mask, mask: Mask, columns: IntArray, tops: IntArray, bottoms: IntArray) -> None:
    """Erase a line column by column, except where a stroke goes on above and below."""
    height = len(mask)
    above = _inked(mask, tops - 1, columns)
    below = _inked(mask, bottoms, columns)
    crossed = _widened(above) & _widened(below)
    for step in range(int((bottoms - tops).max())):
        place = tops + step
        gone = ~crossed & (place >= 0) & (place < height) & (place < bottoms)
        cleaned[place[gone], columns[gone]] = False


def _inked(mask: Mask, rows: IntArray, columns: IntArray) -> Mask:
    inside = (rows >= 0) & (rows < len(mask))
    inked: Mask = inside & mask[np.clip(rows, 0, len(mask) - 1), columns]
    return inked


def _widened(line: Mask) -> Mask:
    """One column more on both sides: strokes cross aslant."""
    padded = np.pad(line, 1)
    widened: Mask = padded[:-2] | padded[1:-1] | padded[2:]
    return widened
