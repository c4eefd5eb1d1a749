"""Lines that are ink, but no writing: ruled and squared paper, boxes and combs of boxes.

Ruled lines are thin and go right across, also aslant. Frames stand around digits, as on forms.
Both are cut out of a mask of ink so that strokes which cross them stay whole.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.deadlines import check_deadline
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.pictures.connected_components import Components, Mask, find_components

LINE_SHARE = 0.7
"""Least fraction of the picture's width that a line covers."""
STEM_SHARE = 0.85
"""Least fraction of its height for a line down: stems of digits in a column cover less."""
THICKEST = 0.012
"""Thickness of the thickest line over the picture's longer side."""
PALE_SHARE = 0.4
"""Fraction of its length, as dark as ink, below which a line is paler than ink."""
SLOPES = np.linspace(-0.08, 0.08, 33)
"""Slopes that are tried: the paper may lie ±4.5° askew."""
FRAME_SHARE = 0.75
"""Least fraction of a frame's side that its line covers."""
COMB_SHARE = 0.6
"""Least fraction, of the width of all possible pieces, that a comb's line covers."""
TOOTH_SHARE = 0.85
"""Least fraction, of the height between two lines across, that a line down covers."""
MOST_BEYOND = 0.1
"""Most of a comb's line beyond its first and last line down; ruling continues."""
UNEQUAL = 0.05
"""Tolerance of the distances of a comb's lines down, over these distances."""
FOUND_TEETH = 0.6
"""Fraction of them that must be seen; a digit may hide one."""
STRAYS = 0.2
"""Fraction of the lines down seen that may not be the comb's."""
CRUMBS = 3
"""Distance in pixels from an erased comb's lines within which ink is left of them."""
UPRIGHT = 0.2
"""Greatest width of a line down as a fraction of its height."""
LONGER = 1.15
"""Least height of a line down over that of what stands between it and the next."""
MOST_UPRIGHT = 400
"""Most strokes down whose pairs are all examined; more are a page of writing."""
LEVEL_PX = 2
"""Tolerance in rows of the ends of a comb's lines down."""
MOST_BOXES = 40
"""Most boxes of a comb."""
MOST_ACROSS = 10
"""Most lines across whose pairs are all examined; more are squared paper."""
EMPTIEST = 0.45
"""Greatest fraction of its box that a frame fills."""
SMALLEST_PX = 12
"""Least width and height of a frame."""
RIM = 16
NESTED = 3
"""Steps in which a comb of boxes on squared paper in a frame is found."""
HELD_SHARE = 0.25
"""Least height of a frame's contents as a fraction of the frame's height."""
WIDE = 2.0
"""Least width over height of a frame that holds nothing because all digits touch it."""
MOST_CROSSING = 0.5
"""Fraction of lines down below which they may cross a frame's outer lines; strokes may."""
FEWEST = 2
"""Fewest lines of a frame in both directions; no digit has as many."""


@dataclass(frozen=True, eq=False)
class RuledLines:
    """Lines of one slope.

    Attributes:
        slope: rows down a column.
        tops: int64, (N,), the first row of each at column 0, with the line's soft rim.
        bottoms: int64, (N,), the row after its last.
    """

    slope: float
    tops: IntArray
    bottoms: IntArray

    def shift(self, width: int) -> IntArray:
        """Return by how many rows the lines are further down in every column, int64, (W,)."""
        shift: IntArray = np.rint(self.slope * np.arange(width)).astype(np.int64)
        return shift


def without_ruling(mask: Mask, strong: Mask, fewest: int = 1) -> Mask:
    """Cut long thin lines out of a mask; strokes that cross them or lie on them stay whole.

    Args:
        mask: bool, (H, W), True where ink may be.
        strong: bool, (H, W), where it is as dark as strokes are: ruled lines may be paler.
        fewest: lines of one direction; less are left as they are.
    """
    if min(mask.shape) < 8:
        return mask
    rows = _cut_rows(mask, strong, LINE_SHARE, fewest)
    turned = rows.T
    columns = _cut_rows(turned, strong.T, STEM_SHARE, fewest)
    return rows if columns is turned else columns.T


def _cut_rows(mask: Mask, strong: Mask, least: float, fewest: int) -> Mask:
    if mask.any(0).mean() < least:
        return mask
    found = find_ruled_lines(mask, least)
    if found is None or len(found.tops) < fewest:
        return mask
    return erase_lines(mask, strong, found)


def erase_lines(mask: Mask, strong: Mask, lines: RuledLines) -> Mask:
    """Return the mask without these lines; see :func:`without_ruling`."""
    cleaned = mask.copy()
    shift = lines.shift(mask.shape[1])
    for top, bottom in zip(lines.tops, lines.bottoms, strict=True):
        _erase(cleaned, mask, strong, top + shift, bottom + shift)
    return cleaned


def find_ruled_lines(mask: Mask, least: float) -> RuledLines | None:
    """Find thin lines of one slope across the mask; None if there are none.

    Args:
        mask: bool, (H, W).
        least: fraction of the width that each covers.
    """
    check_deadline()
    row, column = np.nonzero(mask)
    height, width = mask.shape
    if len(row) < least * width:
        return None
    thickest = max(4, round(THICKEST * max(mask.shape)))
    reach = int(np.ceil(abs(SLOPES).max() * width)) + thickest + 2
    best, kept = 0.0, None
    for slope in SLOPES:
        level = row - np.rint(slope * column).astype(np.int64) + reach
        coverage = np.bincount(level, minlength=height + 2 * reach) / width
        if coverage.max() <= least:
            continue
        # A line stands out from the rows beside it; the writing fills those as well.
        beside = np.maximum(np.roll(coverage, thickest + 1), np.roll(coverage, -thickest - 1))
        rise = np.where(coverage > least, coverage - beside, 0)
        # Squared: at the right slope a line's ink falls into few rows instead of many.
        sharpness = float((np.maximum(rise, 0) ** 2).sum())
        if sharpness > best:
            best, kept = sharpness, (float(slope), coverage, coverage - beside)
    if kept is None:
        return None
    slope, coverage, rise = kept
    tops, bottoms = _bands(coverage, rise, least, thickest)
    return RuledLines(slope, tops - reach, bottoms - reach) if len(tops) else None


def _bands(
    coverage: FloatArray, rise: FloatArray, least: float, thickest: int
) -> tuple[IntArray, IntArray]:
    """Return where ink peaks: first row and last row + 1, with the line's soft rim."""
    long = np.concatenate([[False], rise > 0.5 * (least - 0.2), [False]])
    tops = np.flatnonzero(long[1:-1] & ~long[:-2])
    bottoms = np.flatnonzero(long[1:-1] & ~long[2:]) + 1
    lines = [
        (top, bottom)
        for top, bottom in zip(tops.tolist(), bottoms.tolist(), strict=True)
        if coverage[top:bottom].max() > least and _extent(coverage, top, bottom) <= thickest
    ]
    pairs = np.array(lines, np.int64).reshape(-1, 2)
    return pairs[:, 0] - 1, pairs[:, 1] + 1


def _extent(coverage: FloatArray, top: int, bottom: int) -> int:
    """Count rows at least half as full as the line: more than its own for a thick stroke."""
    full = coverage > coverage[top:bottom].max() / 2
    while top > 0 and full[top - 1]:
        top -= 1
    while bottom < len(full) and full[bottom]:
        bottom += 1
    return bottom - top


def _erase(cleaned: Mask, mask: Mask, strong: Mask, tops: IntArray, bottoms: IntArray) -> None:
    """Erase a line column by column, except where a stroke crosses it, ends or lies on it."""
    columns = np.arange(mask.shape[1])
    above, below = _inked(mask, tops - 1, columns), _inked(mask, bottoms, columns)
    crossed = _widened(above) & _widened(below)
    # A stroke along the line is thicker than the line's soft rim.
    crossed |= above & _inked(mask, tops - 2, columns)
    crossed |= below & _inked(mask, bottoms + 1, columns)
    band = [tops + step for step in range(int((bottoms - tops).max()))]
    dark = np.any([_inked(strong, rows, columns) for rows in band], axis=0)
    if dark.mean() < PALE_SHARE:
        crossed |= dark
    for rows in band:
        gone = ~crossed & (rows >= 0) & (rows < len(mask))
        cleaned[rows[gone], columns[gone]] = False


def _inked(mask: Mask, rows: IntArray, columns: IntArray) -> Mask:
    inside = (rows >= 0) & (rows < len(mask))
    inked: Mask = inside & mask[np.clip(rows, 0, len(mask) - 1), columns]
    return inked


def _widened(line: Mask) -> Mask:
    """Widen by a column on both sides: strokes cross aslant."""
    padded = np.pad(line, 1)
    widened: Mask = padded[:-2] | padded[1:-1] | padded[2:]
    return widened


def without_frames(mask: Mask, strong: Mask, components: Components | None = None) -> Mask:
    """Cut frames out of a mask; strokes that cross them or lie on them stay whole.

    Args:
        mask: bool, (H, W), True where ink may be.
        strong: bool, (H, W), where it is as dark as strokes are: frames may be paler.
        components: of the mask, if they are known.

    Returns:
        the very mask if there are none.
    """
    for _ in range(NESTED):
        cleaned = _without_outer_frames(mask, strong, components or find_components(mask))
        if cleaned is mask:
            break
        mask, components = cleaned, None
    return mask


def _without_outer_frames(mask: Mask, strong: Mask, components: Components) -> Mask:
    """Cut out the frames that cross no other frame."""
    hollow = _hollow(components)
    if len(hollow):
        boxes = components.boxes()[hollow]
        (left, top), (right, bottom) = boxes[:, :2].min(0), boxes[:, 2:].max(0)
        rest = _without_comb(mask, strong, (slice(top, bottom), slice(left, right)))
        if rest is not None:
            return rest
    cleaned = mask
    for component, (left, top, right, bottom) in zip(
        hollow, components.boxes()[hollow], strict=True
    ):
        chosen = np.zeros(components.count, bool)
        chosen[component] = True
        window = (slice(top, bottom), slice(left, right))
        frame = components.mask(chosen)[window]
        rest = _without_lines(frame, strong[window] & frame)
        if rest is not None:
            cleaned = mask.copy() if cleaned is mask else cleaned
            cleaned[window] &= rest | ~frame
    return cleaned


def _without_comb(mask: Mask, strong: Mask, window: tuple[slice, slice]) -> Mask | None:
    """Return a mask without the comb of boxes in a window, whole or in pieces, or None.

    Two lines across end where the first and the last line down do, and more of these stand at
    equal distances between.
    """
    across = _lines(mask[window], COMB_SHARE)
    if across is None or len(across.tops) > MOST_ACROSS:
        return None
    first, last = window[1].start, window[1].stop
    ends = [end for end, is_there in ((0, first == 0), (-1, last == mask.shape[1])) if is_there]
    shift = across.shift(last - first)
    # Two rows around, for what is erased looks beside the lines.
    room = int(np.abs(shift).max()) + 2
    straight, strong = (_straightened(part[window], shift, room) for part in (mask, strong))
    tops, bottoms = across.tops + room, across.bottoms + room
    pairs = itertools.combinations(range(len(tops)), 2)
    for upper, lower in sorted(pairs, key=lambda pair: tops[pair[0]] - tops[pair[1]]):
        band = slice(max(0, tops[upper]), bottoms[lower])
        chosen = [upper, lower]
        own = RuledLines(0.0, tops[chosen] - band.start, bottoms[chosen] - band.start)
        down = _teeth(straight[band], own, ends)
        if down is not None:
            straight[band] = _erased(straight[band], strong[band], own, down)
            around = slice(max(0, band.start - CRUMBS), band.stop + CRUMBS)
            own = RuledLines(0.0, tops[chosen] - around.start, bottoms[chosen] - around.start)
            straight[around] = _without_crumbs(straight[around], own, down)
            rest = mask.copy()
            rest[window] = _straightened(straight, -shift, 0)[room:-room]
            return rest
    return None


def _without_crumbs(rest: Mask, across: RuledLines, down: RuledLines) -> Mask:
    """Remove what erased lines have left along them."""
    near = _covered(rest.shape, across, CRUMBS) | _covered(rest.T.shape, down, CRUMBS).T
    components = find_components(rest)
    return components.mask(components.means(near.astype(np.float32)) < 1)


def _straightened(mask: Mask, shift: IntArray, room: int) -> Mask:
    """Move every column up by its shift, with as many rows more above and below."""
    rows = np.arange(-room, len(mask) + room)[:, np.newaxis] + shift
    inside = (rows >= 0) & (rows < len(mask))
    straight: Mask = inside & np.take_along_axis(mask, np.clip(rows, 0, len(mask) - 1), axis=0)
    return straight


def _teeth(band: Mask, across: RuledLines, ends: list[int]) -> RuledLines | None:
    """Find a comb's lines down between two lines across; None if it is no comb.

    Args:
        band: bool, (H, W), from one line to the other.
        across: both.
        ends: the columns where the picture ends. What goes on to these is ruling.
    """
    if len(band) < SMALLEST_PX:
        return None
    found = _lines(band.T, TOOTH_SHARE)
    if found is None or len(found.tops) <= FEWEST:
        return None
    # The outermost may be those of a frame around the comb.
    parts = itertools.product((0, 1), (len(found.tops), len(found.tops) - 1))
    combs = (
        _evenly_spaced(found.tops[slice(*part)], found.bottoms[slice(*part)]) for part in parts
    )
    positions, score = max(combs, key=lambda comb: comb[1])
    if score <= FEWEST:
        return None
    half = np.median(found.bottoms - found.tops) / 2
    first, last = (int(np.rint(at)) for at in (positions[0] - half, positions[-1] + half))
    for top, bottom in zip(across.tops, across.bottoms, strict=True):
        inked = np.any(band[max(0, top) : bottom], axis=0)
        beyond = inked[: max(0, first)].sum() + inked[last:].sum()
        if beyond > MOST_BEYOND * inked.sum() or inked[ends].any():
            return None
    tops, bottoms = (np.rint(positions + side * half).astype(np.int64) for side in (-1, 1))
    return RuledLines(found.slope, tops, bottoms)


def without_lone_teeth(mask: Mask) -> Mask:
    """Remove a comb's lines down whose lines across went with the ruling.

    These are thin, at equal distances, of the same rows, and higher than what stands between.
    """
    components = find_components(mask)
    boxes = components.boxes()
    widths, heights = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    upright = (heights >= SMALLEST_PX) & (widths <= np.maximum(3, UPRIGHT * heights))
    if not FEWEST < upright.sum() <= MOST_UPRIGHT:
        return mask
    rows = boxes[upright, 1::2]
    level = (np.abs(rows[:, np.newaxis] - rows) <= LEVEL_PX).all(2)
    teeth = np.zeros(components.count, bool)
    teeth[np.flatnonzero(upright)[level[level.sum(1).argmax()]]] = True
    others = ~teeth & (2 * heights > heights[teeth].max())
    if teeth.sum() <= FEWEST or not others.any():
        return mask
    order = np.flatnonzero(teeth)[np.argsort(boxes[teeth, 0])]
    _, score = _evenly_spaced(boxes[order, 0], boxes[order, 2])
    if score <= FEWEST or np.median(heights[teeth]) < LONGER * np.median(heights[others]):
        return mask
    return components.mask(~teeth)


def _evenly_spaced(tops: IntArray, bottoms: IntArray) -> tuple[FloatArray, int]:
    """Return the evenly spaced positions that fit most of these lines, and how well they fit.

    Returns:
        positions: float32, (N,).
        score: lines that are there, less those that are missing and those between; 0 for no comb.
    """
    positions = ((tops + bottoms) / 2).astype(np.float32)
    best, most = positions, 0
    for boxes in range(2, MOST_BOXES + 1 if len(positions) > FEWEST else 0):
        wanted = np.linspace(positions[0], positions[-1], boxes + 1, dtype=np.float32)
        distance = float(wanted[1] - wanted[0])
        near = np.abs(positions[:, np.newaxis] - wanted) <= max(2.0, UNEQUAL * distance)
        hits, strays = int(near.any(0).sum()), int((~near.any(1)).sum())
        if hits < FOUND_TEETH * len(wanted) or strays > STRAYS * len(positions):
            continue
        score = 2 * hits - len(wanted) - strays
        if distance >= SMALLEST_PX / 2 and score > most:
            best, most = wanted, score
    return best, most


def _hollow(components: Components) -> IntArray:
    """Select possible frames: with little ink, around other components or very wide."""
    boxes, areas = components.boxes(), components.areas()
    widths, heights = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    large = np.minimum(widths, heights) >= SMALLEST_PX
    candidates = np.flatnonzero(large & (areas < EMPTIEST * widths * heights))
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    frames = []
    for component in candidates.tolist():
        check_deadline()
        inside = (middles > boxes[component, :2]) & (middles < boxes[component, 2:])
        held = inside.all(1) & (heights >= HELD_SHARE * heights[component])
        if held.sum() > held[component] or widths[component] > WIDE * heights[component]:
            frames.append(component)
    return np.array(frames, np.int64)


def _without_lines(frame: Mask, strong: Mask) -> Mask | None:
    """Return a frame without its lines; None if it is not a frame."""
    across, down = _lines(frame), _lines(frame.T)
    if across is None or down is None or not _is_closed(frame, across, down):
        return None
    return _erased(frame, strong, across, down)


def _erased(frame: Mask, strong: Mask, across: RuledLines, down: RuledLines) -> Mask:
    """Return a mask without its lines across and down."""
    rest = erase_lines(frame, strong, across)
    rest = erase_lines(rest.T, strong.T, down).T
    # Where two lines cross, each was spared as a stroke that crosses the other.
    return rest & ~(_covered(frame.shape, across) & _covered(frame.T.shape, down).T)


def _lines(frame: Mask, least: float = FRAME_SHARE) -> RuledLines | None:
    # Lines on the very edge of the mask rise from the blank beside it.
    blank = ((RIM, RIM), (0, 0))
    found = find_ruled_lines(np.pad(frame, blank), least)
    if found is None or len(found.tops) < FEWEST:
        return None
    return RuledLines(found.slope, found.tops - RIM, found.bottoms - RIM)


def _is_closed(frame: Mask, across: RuledLines, down: RuledLines) -> bool:
    """True if lines down end on the outer lines across: 1s cross the lines of ruled paper."""
    height, width = frame.shape
    middle = down.slope * height / 2
    columns = np.rint((down.tops + down.bottoms - 1) / 2 + middle).astype(np.int64)
    shift = np.rint(across.slope * columns).astype(np.int64)
    columns = np.clip(columns, 0, width - 1)
    above = _framed(frame, across.tops.min() + shift - 1, columns)
    below = _framed(frame, across.bottoms.max() + shift, columns)
    return bool((above | below).mean() < MOST_CROSSING)


def _framed(frame: Mask, rows: IntArray, columns: IntArray) -> Mask:
    """Return the ink at positions, or beside them; lines may lean."""
    around = np.pad(frame, 1)
    inside = (rows >= 0) & (rows < len(frame))
    rows = np.clip(rows, 0, len(frame) - 1) + 1
    inked: Mask = np.any([around[rows, columns + step] for step in (0, 1, 2)], axis=0)
    return inside & inked


def _covered(shape: tuple[int, ...], lines: RuledLines, around: int = 1) -> Mask:
    """Return where the lines are, with a number of pixels around them."""
    rows, shift = np.arange(shape[0])[:, np.newaxis], lines.shift(shape[1])
    covered = np.zeros(shape, bool)
    for top, bottom in zip(lines.tops, lines.bottoms, strict=True):
        covered |= (rows >= top + shift - around) & (rows < bottom + shift + around)
    return covered
