"""Stripes right across a small picture: of ink, to be taken away, or missing, to be bridged.

``ruling_and_frames`` finds thin lines in pictures of hundreds of pixels. In a scan of 28 × 28 a
line is as wide as a stroke and hides a part of the digit: what crosses it is drawn anew from both
its sides.
"""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures.connected_components import Mask
from desktop_cvae.pictures.ink import FAINTEST

FULL = 0.9
"""Least white along the whole length of a stripe of ink."""
BLANK = 0.03
"""Most ink of a missing stripe."""


def without_stripes(white: FloatArray, thickest: int) -> FloatArray | None:
    """Remove rows and columns of ink from side to side; None if there are none.

    Args:
        white: float32, (H, W), in [0, 1], light ink.
        thickest: greatest thickness of a stripe in pixels.
    """
    rows = _filled(white, np.quantile(white, 0.1, axis=1) > FULL * white.max(), thickest)
    base = white if rows is None else rows
    columns = _filled(base.T, np.quantile(base, 0.1, axis=0) > FULL * white.max(), thickest)
    return rows if columns is None else np.ascontiguousarray(columns.T)


def bridged(white: FloatArray, thickest: int) -> FloatArray | None:
    """Fill blank stripes that cut the ink; None if there are none.

    Args:
        white: float32, (H, W), in [0, 1], light ink.
        thickest: greatest thickness of a stripe in pixels.
    """
    rows = _filled(white, _cuts(white), thickest)
    columns = _filled(white.T, _cuts(white.T), thickest)
    if rows is None:
        return None if columns is None else np.ascontiguousarray(columns.T)
    return rows if columns is None else np.maximum(rows, columns.T)


def _cuts(white: FloatArray) -> Mask:
    """Find rows without ink between rows with ink."""
    inked = white.max(axis=1) > FAINTEST
    blank = white.max(axis=1) < BLANK
    cuts: Mask = blank & (np.cumsum(inked) > 0) & (np.cumsum(inked[::-1])[::-1] > 0)
    return cuts


def _filled(white: FloatArray, gone: Mask, thickest: int) -> FloatArray | None:
    """Redraw rows from both sides; None if there are none, or the stripes are too thick."""
    starts = np.flatnonzero(gone & ~np.concatenate([[False], gone[:-1]]))
    filled = white.copy()
    done = False
    for start in starts.tolist():
        stop = start
        while stop < len(gone) and gone[stop]:
            stop += 1
        if stop - start > thickest:
            continue
        above = filled[start - 1] if start else np.zeros_like(white[0])
        below = white[stop] if stop < len(white) else np.zeros_like(white[0])
        for row in range(start, stop):
            way = np.float32((row - start + 1) / (stop - start + 1))
            filled[row] = (1 - way) * above + way * below
        done = True
    return filled if done else None
