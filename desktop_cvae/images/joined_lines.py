"""Digits of two lines that touch, one above the other, are parted between the lines."""

from __future__ import annotations

import itertools

import numpy as np

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.images.cuts import cheapest_path
from desktop_cvae.images.page_ink import usual_height
from desktop_cvae.images.parts import Mask, Parts, find_parts
from desktop_cvae.images.text_lines import find_text_lines

TALL = 1.4
"""Parts so much higher than usual may reach over two lines."""
REACH = 0.35
"""The seam runs so near to the middle between two lines, over the usual height."""
PASSES = 2
MEMBERS = 2
"""A line to part from is carried by so many digits that stand free."""


def part_joined_lines(ink: FloatArray, parts: Parts) -> Parts:
    """Cut parts that reach over lines along the seams of least ink between these.

    What is parted shows where more lines are, so it is done again.

    Args:
        ink: float32, (H, W), in [0, 1].
        parts: of the page.

    Returns:
        the parts as they are if none reaches over two lines.
    """
    for _ in range(PASSES):
        parted = _parted(ink, parts)
        if parted is parts:
            break
        parts = parted
    return parts


def _parted(ink: FloatArray, parts: Parts) -> Parts:
    if parts.count == 0:
        return parts
    boxes, usual = parts.boxes(), usual_height(parts)
    heights = boxes[:, 3] - boxes[:, 1]
    tall = np.flatnonzero(heights >= TALL * usual)
    middles = _line_middles(parts, heights < TALL * usual)
    mask: Mask | None = None
    for part in tall.tolist():
        own = boxes[part]
        inside = [m for m in middles if own[1] + 0.2 * usual < m < own[3] - 0.2 * usual]
        for upper, lower in itertools.pairwise(inside):
            if mask is None:
                mask = parts.mask(np.ones(parts.count, bool))
            _cut_between(mask, ink, own, (upper + lower) / 2, REACH * usual)
    return parts if mask is None else find_parts(mask)


def _line_middles(parts: Parts, usual: Mask) -> list[float]:
    """The middle rows of the lines, top to bottom, as the parts of usual height tell them."""
    boxes = parts.boxes()
    heights = boxes[:, 3] - boxes[:, 1]
    middles = []
    for line in find_text_lines(parts):
        free = line.parts[usual[line.parts] & (heights[line.parts] >= 0.5 * line.height)]
        if len(free) >= MEMBERS:
            middles.append(float(np.median(boxes[free][:, 1::2].mean(1))))
    return sorted(middles)


def _cut_between(mask: Mask, ink: FloatArray, box: IntArray, middle: float, reach: float) -> None:
    """Clear a seam through a part from its left side to its right side, two pixels thick."""
    left, right = int(box[0]), int(box[2])
    top, bottom = max(0, round(middle - reach)), min(len(mask) - 2, round(middle + reach))
    if bottom - top < 2:
        return
    rows = top + cheapest_path(ink[top:bottom, left:right].T)
    columns = np.arange(left, right)
    # One row would leave corners that still touch.
    mask[rows, columns] = mask[rows + 1, columns] = False
