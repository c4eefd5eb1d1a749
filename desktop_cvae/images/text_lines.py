"""Which parts of a page belong to one line, top to bottom, and which are punctuation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.results import IntArray
from desktop_cvae.images.page_ink import usual_height
from desktop_cvae.images.parts import Mask, Parts

BIG_SHARE = 0.5
"""Parts of this share of the usual height carry a line; smaller ones join it."""
SMALL_LINE = 0.22
"""Parts of this share of the usual height, two or more, carry a line of smaller writing."""
OVERLAP = 0.35
"""Neighbours of one line share so much of the smaller one's height."""
DOT_SHARE = 0.35
"""Smaller than this share of the line's height on both sides is a dot or a comma."""
DASH_SHARE = 0.25
"""Lower than this and wider than high, with nothing above or below, is a dash."""
REACH = 0.25
"""Small parts join a line that is nearer than this share of its height."""


@dataclass(frozen=True, eq=False)
class TextLine:
    """One line of writing.

    Attributes:
        parts: int64, its parts' numbers, left to right.
        height: of its digits, in pixels.
    """

    parts: IntArray
    height: float


def find_text_lines(parts: Parts) -> list[TextLine]:
    """Group the parts of a page into lines, top to bottom, without dots and dashes."""
    if parts.count == 0:
        return []
    boxes = parts.boxes()
    usual = usual_height(parts)
    big = boxes[:, 3] - boxes[:, 1] >= BIG_SHARE * usual
    members = _chained(boxes, np.flatnonzero(big))
    rest = _join_small(members, boxes, np.flatnonzero(~big))
    members += _small_lines(boxes, rest, usual)
    lines = [_line(np.array(line, np.int64), boxes) for line in members]
    kept = [line for line in lines if len(line.parts)]
    return sorted(kept, key=lambda line: float(np.median(boxes[line.parts][:, 1::2])))


def _small_lines(boxes: IntArray, rest: IntArray, usual: float) -> list[list[int]]:
    """Lines of smaller writing: at least two parts of one size beside each other."""
    heights = boxes[rest, 3] - boxes[rest, 1]
    tall = rest[heights >= SMALL_LINE * usual]
    return [line for line in _chained(boxes, tall) if len(line) > 1]


def _chained(boxes: IntArray, big: IntArray) -> list[list[int]]:
    """Left to right, each part follows the line whose last part is beside it."""
    lines: list[list[int]] = []
    for part in big[np.argsort(boxes[big, 0], kind="stable")].tolist():
        fits = [(_overlap(boxes[line[-1]], boxes[part]), line) for line in lines]
        share, line = max(fits, key=lambda fit: fit[0], default=(0.0, []))
        if share >= OVERLAP:
            line.append(part)
        else:
            lines.append([part])
    return lines


def _overlap(one: IntArray, other: IntArray) -> float:
    """Shared rows over the smaller height."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return float(shared / max(1, min(one[3] - one[1], other[3] - other[1])))


def _join_small(lines: list[list[int]], boxes: IntArray, small: IntArray) -> IntArray:
    """Give bars, dots and broken strokes to the line beside them; the rest is returned."""
    rest = []
    big = [(boxes[line], line) for line in lines]
    for part in small.tolist():
        left, top, right, bottom = boxes[part].tolist()
        best, chosen = np.inf, None
        for near, line in big:
            height = float(np.median(near[:, 3] - near[:, 1]))
            gap_x = np.maximum(0, np.maximum(near[:, 0] - right, left - near[:, 2]))
            gap_y = np.maximum(0, np.maximum(near[:, 1] - bottom, top - near[:, 3]))
            # Sideways a line goes on; above and below it another one begins.
            distance = float((0.3 * gap_x + gap_y).min()) / height
            if distance < min(best, REACH):
                best, chosen = distance, line
        if chosen is None:
            rest.append(part)
        else:
            chosen.append(part)
    return np.array(rest, np.int64)


def _line(members: IntArray, boxes: IntArray) -> TextLine:
    own = boxes[members]
    heights = own[:, 3] - own[:, 1]
    height = float(np.median(heights[heights >= BIG_SHARE * heights.max()]))
    kept = members[~_punctuation(own, height)]
    return TextLine(kept[np.argsort(boxes[kept, 0], kind="stable")], height)


def _punctuation(boxes: IntArray, height: float) -> Mask:
    """Dots, commas, dashes: small, and not above or below a digit they may belong to."""
    heights, widths = boxes[:, 3] - boxes[:, 1], boxes[:, 2] - boxes[:, 0]
    dots = np.maximum(heights, widths) < DOT_SHARE * height
    dashes = (heights < DASH_SHARE * height) & (widths > 1.5 * heights)
    loose: Mask = (dots | dashes) & ~_shares_columns(boxes, heights >= BIG_SHARE * height)
    return loose


def _shares_columns(boxes: IntArray, big: Mask) -> Mask:
    """Which boxes lie for the most part in the columns of a big one."""
    shares = np.zeros(len(boxes), bool)
    for left, _, right, _ in boxes[big].tolist():
        shared = np.minimum(boxes[:, 2], right) - np.maximum(boxes[:, 0], left)
        shares |= shared > 0.4 * (boxes[:, 2] - boxes[:, 0])
    return shares
