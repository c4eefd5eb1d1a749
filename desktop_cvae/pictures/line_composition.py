"""Single digits set in a line as somebody writes them: on one baseline, evenly spaced, sharp.

A line is a field of ink whose level ``LEVEL`` is the ink's edge: as pixels it is sharp, and as
outlines it is a drawing without pixels.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.results import FloatArray, IntArray

SCALE = 8
"""Pixels of a line's picture for one of a digit's 28."""
HEIGHT_PX, MARGIN_PX = 20, 4
"""Height of a digit and margin of a line, in pixels of 28; higher digits reach into the margin."""
SPACE_PX, GAP_PX = 10.0, 2.5
"""Space between words, and smallest gap between two digits."""
REACH_PX = 2
"""Distance above and below within which digits are kept apart too."""
OVERLAP_PX = 3.0
"""Greatest overlap of a digit that leans over its neighbour, as a 7 over a 4."""
LEVEL = 0.42
"""Contour level as a fraction of a digit's darkest ink: under a half, or strokes break where they
fade."""
EDGE_PX = 1.5
"""Pixels of a line's picture over which ink becomes paper."""
STEEPEST = 0.5
"""Rise of the level in one of a digit's 28 pixels at a sharp digit's edge."""


def compose_line(images: FloatArray, text: str, scale: int = SCALE) -> FloatArray:
    """Set digits in a line.

    Args:
        images: float32, (N, 28, 28), in [0, 1], white ink on black.
        text: N characters, and spaces where they belong.
        scale: pixels of the line that one of a digit's becomes, ≥ 1.

    Returns:
        float32, (H, W), in [0, 1], ink over ``LEVEL``; H is the same for every text.
    """
    pieces = iter([_on_baseline(_enlarged(image, scale), scale) for image in images])
    placed: list[tuple[int, FloatArray]] = []
    end, space = 0, 0
    for character in text:
        if character == " ":
            space += round(SPACE_PX * scale)
            continue
        piece = next(pieces)
        start = end + space
        if placed and not space:
            start = placed[-1][0] + _advance(placed[-1][1], piece, scale)
        placed.append((start, piece))
        end, space = start + piece.shape[1] - 2 * scale, 0
    margin = MARGIN_PX * scale
    line = np.zeros(((HEIGHT_PX * scale + 2 * margin), end + space + 2 * margin), np.float32)
    for start, piece in placed:
        # A piece has ``scale`` pixels of soft edge at either side.
        left = start + margin - scale
        window = line[:, left : left + piece.shape[1]]
        np.maximum(window, piece, out=window)
    return line


def ink_pixels(line: FloatArray, scale: int = SCALE) -> npt.NDArray[np.uint8]:
    """Return a line with sharp edges, white ink on black, uint8, (H, W)."""
    sharp = (line - LEVEL) * scale / (EDGE_PX * STEEPEST) + 0.5
    return np.asarray(np.rint(255 * np.clip(sharp, 0, 1)), np.uint8)


def outlines(line: FloatArray) -> Sequence[npt.NDArray[np.float64]]:
    """Return a line's ink as closed outlines (points, 2) of (x, y) in pixels, holes included.

    To be filled by the rule “evenodd”.
    """
    from contourpy import contour_generator

    # Paper around it closes every line; a pixel's value is that of its middle.
    edges = contour_generator(z=np.pad(line, 1), line_type="Separate").lines(LEVEL)
    return [np.asarray(edge, np.float64) - 0.5 for edge in edges]


def _enlarged(image: FloatArray, scale: int) -> FloatArray:
    """Enlarge smoothly, with full black in the darkest ink, so that a faint digit has an edge."""
    from PIL import Image

    side = image.shape[0] * scale
    large = Image.fromarray(image).resize((side, side), Image.Resampling.BICUBIC)
    return np.clip(np.asarray(large) / max(float(image.max()), 0.1), 0, 1).astype(np.float32)


def _on_baseline(digit: FloatArray, scale: int) -> FloatArray:
    """Return its ink columns and ``scale`` more on each side, its lowest ink on the baseline."""
    rows = np.flatnonzero((digit > LEVEL).any(axis=1))
    columns = np.flatnonzero((digit > LEVEL).any(axis=0))
    baseline, height = (HEIGHT_PX + MARGIN_PX) * scale, (HEIGHT_PX + 2 * MARGIN_PX) * scale
    if not len(rows):
        return np.zeros((height, 3 * scale), np.float32)
    wide = np.pad(digit, ((height, height), (scale, scale)))
    top = height + rows[-1] + 1 - baseline
    return wide[top : top + height, columns[0] : columns[-1] + 1 + 2 * scale]


def _advance(piece: FloatArray, following: FloatArray, scale: int) -> int:
    """Return the distance from one piece's first ink to the next one's."""
    last = np.where(piece > LEVEL, np.arange(piece.shape[1]) + 1, -1).max(axis=1)
    ends = _widened(last, REACH_PX * scale)
    width = following.shape[1]
    starts = np.where(following > LEVEL, np.arange(width), 2 * width).min(axis=1)
    meet = (ends >= 0) & (starts < width)
    leaning: int = piece.shape[1] - 2 * scale - round(OVERLAP_PX * scale)
    if not meet.any():
        return leaning
    return max(leaning, int((ends - starts)[meet].max()) + round(GAP_PX * scale))


def _widened(ends: IntArray, reach: int) -> IntArray:
    """Return the largest value within ``reach`` above and below."""
    windows = np.lib.stride_tricks.sliding_window_view(
        np.pad(ends, reach, constant_values=-1), 2 * reach + 1
    )
    return np.asarray(windows.max(axis=1), np.int64)
