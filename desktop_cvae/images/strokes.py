"""Stroke width: very thin pens are thickened to what MNIST's writers used."""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.results import FloatArray
from desktop_cvae.images.ground import block_means

DIGIT_SIDE = 20
WORK_SIDE = 56
"""Digits are thickened at about this size: fine enough for round ends, small enough to be fast."""
NATIVE_SIDE = 23
"""Digits of about 20 pixels are scans that were made for this size; their strokes stay."""
THINNEST = 2.2
"""Thinnest stroke left as it is, in pixels of the 20 × 20 digit."""


def stroke_width(ink: FloatArray) -> float:
    """Mean width of the strokes in pixels: twice the area over the outline's length.

    Args:
        ink: float32, (H, W), in [0, 1].
    """
    padded = np.pad(ink, 1)
    steps = np.abs(np.diff(padded, axis=0)).sum() + np.abs(np.diff(padded, axis=1)).sum()
    # The steps along both axes overrate a slanted outline by 4/π on average.
    return float(2 * ink.sum() / max(float(steps) * np.pi / 4, 1e-6))


def thickened(ink: FloatArray) -> tuple[FloatArray, int, int]:
    """Thicken strokes that would be thinner than ``THINNEST`` in the 20 × 20 digit.

    Args:
        ink: float32, (H, W), in [0, 1], cropped to the digit.

    Returns:
        the ink, reduced by a whole factor and with a margin if it was thickened;
        that factor; and the margin in reduced pixels.
    """
    width, side = stroke_width(ink), max(ink.shape)
    # (width + 2r) · 20 / (side + 2r) = THINNEST, solved for the radius r.
    radius = (THINNEST * side - DIGIT_SIDE * width) / (2 * DIGIT_SIDE - 2 * THINNEST)
    factor = -(-side // WORK_SIDE)
    radius /= factor
    if radius < 0.4 or side <= NATIVE_SIDE:
        return ink, 1, 0
    margin = int(np.ceil(radius))
    small = block_means(ink, factor)
    level = np.percentile(small[small > 0.3 * small.max()], 60)
    return _dilated(np.minimum(small / level, 1).astype(np.float32), radius), factor, margin


def _dilated(ink: FloatArray, radius: float) -> FloatArray:
    """Maximum over a disc with a soft rim, the picture grown by the disc."""
    reach = int(np.ceil(radius))
    height, width = ink.shape
    grown = np.zeros((height + 2 * reach, width + 2 * reach), np.float32)
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            weight = np.float32(min(1.0, radius + 0.5 - np.hypot(dy, dx)))
            if weight <= 0:
                continue
            place = grown[reach + dy : reach + dy + height, reach + dx : reach + dx + width]
            np.maximum(place, weight * ink, out=place)
    return grown
