"""The ink of a page and its lines of writing, top to bottom.

Every digit counts, however small beside the largest. Components that stand beside each other
make a line; dots and dashes are left out, and digits of two lines that touch are split along the
seam of least ink between the lines.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.deadlines import check_deadline
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.pictures.background import SMALL_SIDE, block_means, resize
from desktop_cvae.pictures.connected_components import Components, Mask, find_components
from desktop_cvae.pictures.ink import Ink, InkView, box_around, clean_ink, grown, view_ink
from desktop_cvae.pictures.ruling_and_frames import (
    without_frames,
    without_lone_teeth,
    without_ruling,
)
from desktop_cvae.pictures.seams import cheapest_path

FAINT_RULING = 0.12
"""Fraction of the usual ink from which pixels are searched for ruled lines."""
SMALLEST_SHARE = 0.12
"""Fraction of the usual height below which shorter and narrower components are dirt."""
FIRST_WINDOW = 0.5
"""Background window over the picture's shorter side, while no digit's size is known."""
FINAL_WINDOW = 1.0
"""Background window over the digits' height."""
BAND_SHARE = 0.7
"""Fraction of a side along which a component is the paper's edge or a shadow."""
BIG_SHARE = 0.5
"""Fraction of the usual height from which components carry a line; smaller ones join it."""
SMALL_LINE = 0.22
"""Fraction of the usual height from which several components carry a line of small writing."""
OVERLAP = 0.35
"""Fraction of the smaller one's height that neighbours on a line share."""
DOT_SHARE = 0.35
"""Fraction of the line's height below which both sides make a dot or a comma."""
DASH_SHARE = 0.25
"""Greatest height of a dash, which is wider than high, with nothing above or below."""
REACH = 0.25
"""Distance over a line's height within which small components join the line."""
BOUNCED = 0.6
"""Fraction of a higher or lower digit that lies in the line's rows."""
SHARED_COLUMNS = 0.3
"""Most columns that it shares with one of the line's digits."""
STACKED = 1.2
"""Greatest height of two stacked parts of one digit over the line's highest digit."""
MOST_STRAYS = 3
"""Most components that stand out of a line together."""
TALL = 1.4
"""Height over the usual one from which components may reach over two lines."""
SEAM_REACH = 0.35
"""Greatest distance of the seam from the middle between two lines, over the usual height."""
MOST_GAPS = 2_000_000
"""Most gaps between components that are measured at once: noise has thousands of components."""
PASSES = 2
EDGE_CONTRAST = 0.2
"""Least grey levels between the paper and what lies beyond the page's edge."""
ENLARGED = 3
"""Enlargement of a small picture in which no ink was found."""
MEMBERS = 2
"""Fewest free-standing digits that carry a line to split from."""


def find_page_ink(view: FloatArray, is_dark: bool | None = None) -> tuple[Ink, Components] | None:
    """Find everything that is written on a page.

    Args:
        view: float32, (H, W), in [0, 1], either polarity.
        is_dark: whether the ink is dark; None finds out. Where it is known, the background of a
            small picture may be uneven, too.

    Returns:
        The ink and its connected components; None if the picture is blank, flat or noise.
    """
    found = _find_page_ink(view, is_dark)
    if found is not None or max(view.shape) > SMALL_SIDE or not _has_edge(view):
        return found
    # So small, the edge hides the digit beside it; enlarged, it is a shadow.
    large = np.clip(resize(view, ENLARGED * view.shape[1], ENLARGED * view.shape[0]), 0, 1)
    found = _find_page_ink(large, is_dark)
    if found is None:
        return None
    values = block_means(found[0].values, ENLARGED)
    mask = block_means(found[1].mask(np.ones(found[1].count, bool)).astype(np.float32), ENLARGED)
    if not (mask >= 0.5).any():
        return None
    return Ink(values, box_around(mask >= 0.5), found[0].dark), find_components(mask >= 0.5)


def _has_edge(view: FloatArray) -> bool:
    """True if a side of the picture shows what lies beyond the page."""
    sides = (view[:2], view[-2:], view[:, :2], view[:, -2:])
    paper = float(np.median(view))
    return any(abs(float(np.median(side)) - paper) > EDGE_CONTRAST for side in sides)


def _find_page_ink(view: FloatArray, is_dark: bool | None) -> tuple[Ink, Components] | None:
    # A line of writing is as high as the picture at most: what is wider is a shadow.
    is_page = is_dark is not None or max(view.shape) > SMALL_SIDE
    window = FIRST_WINDOW * min(view.shape) if is_page else None
    found = _seen(view, window, is_dark)
    if found is None or not found[1].any():
        return None
    height = usual_height(find_components(found[1]))
    if window is not None and FINAL_WINDOW * height < 0.8 * window:
        found = _seen(view, FINAL_WINDOW * height, found[0].dark) or found
    seen, mask, ruling = found
    ink = clean_ink(seen, mask)
    if ink is None:
        return None
    ink.values[ruling & ~mask] = 0
    return ink, find_components(mask)


def _seen(
    view: FloatArray, window: float | None, is_dark: bool | None = None
) -> tuple[InkView, Mask, Mask] | None:
    """Return what stands out from the background, the writing's mask, and the ruled lines' mask."""
    seen = view_ink(view, window, is_dark)
    if seen is None:
        return None
    faint = seen.smooth > max(FAINT_RULING * seen.usual, seen.paper + 3 * seen.noise)
    # Frames first: without a comb's long lines its short ones look like strokes.
    mask = without_frames(seen.mask, seen.strong)
    framed = grown(seen.mask & ~mask) & ~mask
    faint &= ~framed
    ruling = framed | (faint & ~without_ruling(without_frames(faint, seen.strong), seen.strong))
    # Lines as dark as the ink show better among what is as dark as the ink.
    mask = without_ruling(mask & ~ruling, seen.strong)
    if (ruling | (seen.mask & ~mask)).any():
        mask = without_lone_teeth(mask)
    ruling |= seen.mask & ~mask
    components = find_components(mask)
    return seen, components.mask(_written(components, seen)), ruling


def usual_height(components: Components) -> float:
    """Return a usual digit's height in pixels: the median over the ink, so dots do not count."""
    boxes, areas = components.boxes(), components.areas()
    heights = boxes[:, 3] - boxes[:, 1]
    order = np.argsort(heights)
    middle = np.searchsorted(np.cumsum(areas[order]), areas.sum() / 2)
    return float(heights[order][min(int(middle), len(order) - 1)])


def _written(components: Components, seen: InkView) -> Mask:
    """Select the components that are neither dirt nor an edge of the paper."""
    if components.count == 0:
        return np.zeros(0, bool)
    boxes = components.boxes()
    kept = (components.edge_contacts() < BAND_SHARE) & (components.areas() >= 4)
    cut_off = components.edge_contacts() > 0
    inner = kept & ~cut_off
    if inner.any():  # a shadow at the side is paler than ink
        means = components.means(seen.smooth)
        kept &= ~(cut_off & (means < 0.6 * np.median(means[inner])))
    if not kept.any():
        return kept
    chosen = find_components(components.mask(kept))
    least = max(3.0, SMALLEST_SHARE * usual_height(chosen))
    sizes = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    kept &= sizes >= least
    return kept


@dataclass(frozen=True, eq=False)
class TextLine:
    """One line of writing.

    Attributes:
        components: int64, its components' numbers, left to right.
        height: of its digits, in pixels.
        marks: int64, the numbers of the dots, commas and dashes in it.
    """

    components: IntArray
    height: float
    marks: IntArray


def find_text_lines(components: Components) -> list[TextLine]:
    """Group the components of a page into lines, top to bottom, without dots and dashes."""
    if components.count == 0:
        return []
    boxes = components.boxes()
    usual = usual_height(components)
    big = boxes[:, 3] - boxes[:, 1] >= BIG_SHARE * usual
    members = _chained(boxes, np.flatnonzero(big))
    rest = _join_small(members, boxes, np.flatnonzero(~big))
    members = _with_strays(members + _small_lines(boxes, rest, usual), boxes, usual)
    lines = [_line(np.array(line, np.int64), boxes) for line in members]
    kept = _whole([line for line in lines if len(line.components)], components)
    return sorted(kept, key=lambda line: float(np.median(boxes[line.components][:, 1::2])))


def _whole(lines: list[TextLine], components: Components) -> list[TextLine]:
    """Drop lines that the picture cuts off, such as a shadow's corner or the paper's edge.

    Where it cuts off all of them, they are all there is.
    """
    is_cut = components.edge_contacts() > 0
    whole = [line for line in lines if not is_cut[line.components].all()]
    return whole or lines


def _small_lines(boxes: IntArray, rest: IntArray, usual: float) -> list[list[int]]:
    """Find lines of smaller writing: two or more components of one size beside each other."""
    heights = boxes[rest, 3] - boxes[rest, 1]
    tall = rest[heights >= SMALL_LINE * usual]
    return [line for line in _chained(boxes, tall) if len(line) > 1]


def _chained(boxes: IntArray, big: IntArray) -> list[list[int]]:
    """Chain components left to right to the line whose last component is beside them."""
    lines: list[list[int]] = []
    tops, bottoms = np.zeros((2, len(big)), np.int64)  # of each line's last component
    for component in big[np.argsort(boxes[big, 0], kind="stable")].tolist():
        count = len(lines)
        top, bottom = boxes[component, 1::2].tolist()
        shared = np.minimum(bottoms[:count], bottom) - np.maximum(tops[:count], top)
        lower = np.minimum(bottoms[:count] - tops[:count], bottom - top)
        overlaps = shared / np.maximum(1, lower)
        line = int(overlaps.argmax()) if count else 0
        if count and overlaps[line] >= OVERLAP:
            lines[line].append(component)
        else:
            line = count
            lines.append([component])
        tops[line], bottoms[line] = top, bottom
    return lines


def _with_strays(lines: list[list[int]], boxes: IntArray, usual: float) -> list[list[int]]:
    """Add what stands out of the row of its neighbours to the line that misses it.

    That is a digit in nobody's columns, for the most part in the line's rows; and the upper or
    lower part of a broken digit.
    """
    kept = sorted(lines, key=len)
    for line in [each for each in kept if len(each) <= MOST_STRAYS]:
        longer = (each for each in reversed(kept) if each is not line and len(each) >= len(line))
        missing = (each for each in longer if _misses(boxes[each], boxes[line], usual))
        if (home := next(missing, None)) is not None:
            home += line
            home.sort(key=lambda component: int(boxes[component, 0]))
            kept = [each for each in kept if each is not line]
    return kept


def _misses(line: IntArray, strays: IntArray, usual: float) -> bool:
    """True if these boxes complete a line's."""
    check_deadline()
    (left, top), (right, bottom) = strays[:, :2].min(0), strays[:, 2:].max(0)
    shared = np.minimum(line[:, 2], right) - np.maximum(line[:, 0], left)
    beside = line[shared > SHARED_COLUMNS * np.minimum(line[:, 2] - line[:, 0], right - left)]
    together = beside[:, 3].max(initial=bottom) - beside[:, 1].min(initial=top)
    highest = min((line[:, 3] - line[:, 1]).max(), TALL * usual)
    rows = min(bottom, line[:, 3].max()) - max(top, line[:, 1].min())
    fits = len(beside) > 0 or rows >= BOUNCED * (bottom - top)
    return bool(fits and together <= STACKED * highest)


def _join_small(lines: list[list[int]], boxes: IntArray, small: IntArray) -> IntArray:
    """Give bars, dots and broken strokes to the line beside them; return the rest."""
    if not lines or not len(small):
        return small
    near = boxes[list(itertools.chain.from_iterable(lines))]
    starts = np.cumsum([0, *map(len, lines[:-1])])
    heights = np.array([np.median(boxes[line, 3] - boxes[line, 1]) for line in lines])
    rest: list[int] = []
    step = max(1, MOST_GAPS // len(near))
    for start in range(0, len(small), step):
        chunk = small[start : start + step]
        left, top, right, bottom = boxes[chunk].T[:, :, None]
        gap_x = np.maximum(0, np.maximum(near[:, 0] - right, left - near[:, 2]))
        gap_y = np.maximum(0, np.maximum(near[:, 1] - bottom, top - near[:, 3]))
        # Sideways a line goes on; above and below it another one begins.
        distances = np.minimum.reduceat(0.3 * gap_x + gap_y, starts, axis=1) / heights
        best = distances.argmin(1)
        is_near = distances.min(1) < REACH
        for component, line, joins in zip(
            chunk.tolist(), best.tolist(), is_near.tolist(), strict=True
        ):
            (lines[line] if joins else rest).append(component)
    return np.array(rest, np.int64)


def _line(members: IntArray, boxes: IntArray) -> TextLine:
    check_deadline()
    own = boxes[members]
    heights = own[:, 3] - own[:, 1]
    height = float(np.median(heights[heights >= BIG_SHARE * heights.max()]))
    are_marks = _punctuation(own, height)
    kept = members[~are_marks]
    ordered = kept[np.argsort(boxes[kept, 0], kind="stable")]
    return TextLine(ordered, height, members[are_marks])


def _punctuation(boxes: IntArray, height: float) -> Mask:
    """Find dots, commas, dashes: small, and not above or below a digit they may belong to."""
    heights, widths = boxes[:, 3] - boxes[:, 1], boxes[:, 2] - boxes[:, 0]
    dots = np.maximum(heights, widths) < DOT_SHARE * height
    dashes = (heights < DASH_SHARE * height) & (widths > 1.5 * heights)
    loose: Mask = (dots | dashes) & ~_shares_columns(boxes, heights >= BIG_SHARE * height)
    return loose


def _shares_columns(boxes: IntArray, big: Mask) -> Mask:
    """Tell which boxes lie mostly in the columns of a big one."""
    sharing = np.zeros(len(boxes), bool)
    for left, _, right, _ in boxes[big].tolist():
        shared = np.minimum(boxes[:, 2], right) - np.maximum(boxes[:, 0], left)
        sharing |= shared > 0.4 * (boxes[:, 2] - boxes[:, 0])
    return sharing


def split_joined_lines(ink: FloatArray, components: Components) -> Components:
    """Cut components that reach over lines along the seams of least ink between these.

    What is split shows where more lines are, so it is done again.

    Args:
        ink: float32, (H, W), in [0, 1].
        components: of the page.

    Returns:
        the components as they are if none reaches over two lines.
    """
    for _ in range(PASSES):
        split = _split_once(ink, components)
        if split is components:
            break
        components = split
    return components


def _split_once(ink: FloatArray, components: Components) -> Components:
    if components.count == 0:
        return components
    boxes, usual = components.boxes(), usual_height(components)
    heights = boxes[:, 3] - boxes[:, 1]
    tall = np.flatnonzero(heights >= TALL * usual)
    middles = _line_middles(components, heights < TALL * usual)
    mask: Mask | None = None
    for component in tall.tolist():
        own = boxes[component]
        inside = [m for m in middles if own[1] + 0.2 * usual < m < own[3] - 0.2 * usual]
        for upper, lower in itertools.pairwise(inside):
            if mask is None:
                mask = components.mask(np.ones(components.count, bool))
            _cut_between(mask, ink, own, (upper + lower) / 2, SEAM_REACH * usual)
    return components if mask is None else find_components(mask)


def _line_middles(components: Components, usual: Mask) -> list[float]:
    """Return the lines' middle rows, top to bottom, by the components of usual height."""
    boxes = components.boxes()
    heights = boxes[:, 3] - boxes[:, 1]
    middles = []
    for line in find_text_lines(components):
        free = line.components[
            usual[line.components] & (heights[line.components] >= 0.5 * line.height)
        ]
        if len(free) >= MEMBERS:
            middles.append(float(np.median(boxes[free][:, 1::2].mean(1))))
    return sorted(middles)


def _cut_between(mask: Mask, ink: FloatArray, box: IntArray, middle: float, reach: float) -> None:
    """Clear a seam through a component from its left side to its right side, two pixels thick."""
    left, right = int(box[0]), int(box[2])
    top, bottom = max(0, round(middle - reach)), min(len(mask) - 2, round(middle + reach))
    if bottom - top < 2:
        return
    rows = top + cheapest_path(ink[top:bottom, left:right].T)
    columns = np.arange(left, right)
    # One row would leave corners that still touch.
    mask[rows, columns] = mask[rows + 1, columns] = False
