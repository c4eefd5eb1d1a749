"""Boxes and combs of boxes around digits, as on forms: frames that are ink, but no writing."""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.results import IntArray
from desktop_cvae.images.parts import Mask, Parts, find_parts
from desktop_cvae.images.ruling_lines import RuledLines, erase_lines, find_ruled_lines

LINE_SHARE = 0.75
"""A frame's line covers so much of the frame's side."""
EMPTIEST = 0.45
"""A frame fills at most so much of its box."""
SMALLEST_PX = 12
"""A frame is at least so wide and so high."""
RIM = 16
NESTED = 3
"""A comb of boxes on squared paper in a frame is found in so many steps."""
HELD_SHARE = 0.25
"""What stands in a frame is at least so high as a share of the frame's height."""
WIDE = 2.0
"""A frame that holds nothing, since all digits touch it, is so wide over its height."""
MOST_CROSSING = 0.5
"""Of the lines down, fewer go on over a frame's outer lines; strokes may do so."""
FEWEST = 2
"""A frame has at least so many lines in both directions; no digit has."""


def without_frames(mask: Mask, strong: Mask) -> Mask:
    """Cut frames out of a mask; strokes that cross them or lie on them stay whole.

    Args:
        mask: bool, (H, W), True where ink may be.
        strong: bool, (H, W), where it is as dark as strokes are: frames may be paler.
    """
    for _ in range(NESTED):
        cleaned = _without_outer_frames(mask, strong)
        if cleaned is mask:
            break
        mask = cleaned
    return mask


def _without_outer_frames(mask: Mask, strong: Mask) -> Mask:
    """The same for frames that cross no other; the very mask if there are none."""
    parts, cleaned = find_parts(mask), mask
    hollow = _hollow(parts)
    for part, (left, top, right, bottom) in zip(hollow, parts.boxes()[hollow], strict=True):
        chosen = np.zeros(parts.count, bool)
        chosen[part] = True
        window = (slice(top, bottom), slice(left, right))
        frame = parts.mask(chosen)[window]
        rest = _without_lines(frame, strong[window] & frame)
        if rest is not None:
            cleaned = mask.copy() if cleaned is mask else cleaned
            cleaned[window] &= rest | ~frame
    return cleaned


def _hollow(parts: Parts) -> IntArray:
    """Parts that may be frames: with little ink, around other parts or very wide."""
    boxes, areas = parts.boxes(), parts.areas()
    widths, heights = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    large = np.minimum(widths, heights) >= SMALLEST_PX
    candidates = np.flatnonzero(large & (areas < EMPTIEST * widths * heights))
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    frames = []
    for part in candidates.tolist():
        inside = (middles > boxes[part, :2]) & (middles < boxes[part, 2:])
        held = inside.all(1) & (heights >= HELD_SHARE * heights[part])
        if held.sum() > held[part] or widths[part] > WIDE * heights[part]:
            frames.append(part)
    return np.array(frames, np.int64)


def _without_lines(frame: Mask, strong: Mask) -> Mask | None:
    """A frame without its lines; None if it is none."""
    across, down = _lines(frame), _lines(frame.T)
    if across is None or down is None or not _is_closed(frame, across, down):
        return None
    rest = erase_lines(frame, strong, across)
    rest = erase_lines(rest.T, strong.T, down).T
    # Where two lines cross, each was spared as a stroke that crosses the other.
    return rest & ~(_covered(frame.shape, across) & _covered(frame.T.shape, down).T)


def _lines(frame: Mask) -> RuledLines | None:
    # Lines on the very edge of the mask rise from the blank beside it.
    blank = ((RIM, RIM), (0, 0))
    found = find_ruled_lines(np.pad(frame, blank), LINE_SHARE)
    if found is None or len(found.tops) < FEWEST:
        return None
    return RuledLines(found.slope, found.tops - RIM, found.bottoms - RIM)


def _is_closed(frame: Mask, across: RuledLines, down: RuledLines) -> bool:
    """True if the lines down end on the outer lines across: 1s cross the lines of ruled paper."""
    height, width = frame.shape
    middle = down.slope * height / 2
    columns = np.rint((down.tops + down.bottoms - 1) / 2 + middle).astype(np.int64)
    shift = np.rint(across.slope * columns).astype(np.int64)
    columns = np.clip(columns, 0, width - 1)
    above = _inked(frame, across.tops.min() + shift - 1, columns)
    below = _inked(frame, across.bottoms.max() + shift, columns)
    return bool((above | below).mean() < MOST_CROSSING)


def _inked(frame: Mask, rows: IntArray, columns: IntArray) -> Mask:
    """Ink at places, or beside them; lines may lean."""
    around = np.pad(frame, 1)
    inside = (rows >= 0) & (rows < len(frame))
    rows = np.clip(rows, 0, len(frame) - 1) + 1
    inked: Mask = np.any([around[rows, columns + step] for step in (0, 1, 2)], axis=0)
    return inside & inked


def _covered(shape: tuple[int, ...], lines: RuledLines) -> Mask:
    """Where the lines are, with a pixel around them."""
    rows, shift = np.arange(shape[0])[:, np.newaxis], lines.shift(shape[1])
    covered = np.zeros(shape, bool)
    for top, bottom in zip(lines.tops, lines.bottoms, strict=True):
        covered |= (rows >= top + shift - 1) & (rows < bottom + shift + 1)
    return covered
