"""A picture of a line or a page of digits → pieces that may be digits, line by line.

Every line is cut wherever a digit might end; what lies between two seams, neighbours or
not, is a piece. Pieces overlap: which of them are the digits is for the model to say.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from desktop_cvae.core.deadlines import check_deadline
from desktop_cvae.core.results import NO_BOX, Box, FloatArray, IntArray, PreparedDigit
from desktop_cvae.pictures.background import block_means, resize
from desktop_cvae.pictures.connected_components import Components
from desktop_cvae.pictures.ink import FAINTEST, Ink, box_around
from desktop_cvae.pictures.preparation import SIDE, fit_ink
from desktop_cvae.pictures.seams import Seams, find_seams, sheared
from desktop_cvae.pictures.text_lines import (
    TextLine,
    find_page_ink,
    find_text_lines,
    split_joined_lines,
    usual_height,
)

PAGE_SIDE = 1600
"""Longer side, in pixels, of the picture that is searched for lines."""
FINE_HEIGHT = 36
"""Height of a line below which it is looked at with more pixels, if the picture has them."""
LINE_HEIGHT = 64
"""Height above which digits are reduced; the model reads 20 pixels."""
SLICES = 3
"""Slices looked at for each digit that may be read; scribbles have thousands."""
WIDEST = 2.5
"""Greatest width of a digit over its line's height."""
WIDE, PARTED = 1.35, 0.05
"""Width from which a digit must hang together, and the least ink, over the line's height, that
every seam inside it then crosses."""
STEEPEST, USUAL_SLANT = 0.25, 0.1
"""Slant, in columns a row, from which a line is set up, and the usual slant that it gets."""
WIDEST_ALONE, FEWEST_ALONE = 1.5, 3
"""Width over the line's height from which ink may be several digits, whose slant tells nothing; and
the fewest other components that tell the line's slant."""
MOST_SEAMS = 16
"""Most neighbouring slices of a digit: a large 0 has many thin positions."""
LEAST_INK = 0.004
"""Least ink of a slice over the line's height squared."""
WHITE_GAP = 0.3
"""Widest gap inside a digit over the line's height."""


@dataclass(frozen=True, eq=False)
class FieldPiece:
    """A piece of a line that may be a digit.

    Attributes:
        first: the seam on its left.
        last: the seam on its right; seams are counted from 0 on the line's left side.
        prepared: the piece as the model reads it, with its box in the picture.
        surroundings: float32, (28, 28), in [0, 1], all ink of the line in the piece's frame.
        width: of its ink, over the line's height.
        height: of its ink, over the line's height.
        crossed: ink that its two seams cross, over the line's height.
        bridged: white columns inside it, over the line's height.
    """

    first: int
    last: int
    prepared: PreparedDigit
    surroundings: FloatArray
    width: float
    height: float
    crossed: float
    bridged: float


@dataclass(frozen=True, eq=False)
class PiecedLine:
    """One line of a picture and its pieces.

    Attributes:
        pieces: ordered by their first seam.
        seam_count: how many seams there are.
        marks: the dots, commas and dashes between its digits, in the picture's pixels.
        box: around its digits, in the picture's pixels.
    """

    pieces: tuple[FieldPiece, ...]
    seam_count: int
    marks: tuple[Box, ...] = ()
    box: Box = NO_BOX


def find_fields(
    picture: FloatArray, limit: int = 500, is_dark: bool | None = None
) -> list[PiecedLine]:
    """Find the lines of a picture, top to bottom, and their pieces.

    Args:
        picture: float32, (H, W), in [0, 1], light is 1, either polarity, any size.
        limit: of digits that will be read; of the slices after three times as many nothing is
            looked at.
        is_dark: whether the ink is dark; None finds out.
    """
    if picture.ndim != 2 or min(picture.shape) < 3:
        return []
    image = np.clip(np.nan_to_num(np.asarray(picture, np.float32)), 0, 1)
    found = _found(image, is_dark)
    if found is None:
        return []
    ink, components, factor = found
    fields: list[PiecedLine] = []
    room = SLICES * limit
    for line in find_text_lines(components)[:limit]:
        if room <= 0:
            break
        field = _field(ink, components, line, factor, image.shape, room)
        if field.pieces:
            fields.append(field)
            room -= field.seam_count - 1
    return fields


def _found(image: FloatArray, is_dark: bool | None) -> tuple[Ink, Components, int] | None:
    """Return the page's ink, its components, and image pixels for one of its pixels."""
    factor = -(-max(image.shape) // PAGE_SIDE)
    found = find_page_ink(block_means(image, factor), is_dark)
    if found is not None and factor > 1:
        finer = max(1, int(factor * usual_height(found[1]) / FINE_HEIGHT))
        if finer < factor:  # small writing on a large page
            factor, found = finer, find_page_ink(block_means(image, finer), is_dark)
    if found is None:
        return None
    ink, components = found
    return ink, split_joined_lines(ink.values, components), factor


def _field(
    ink: Ink, components: Components, line: TextLine, factor: int, shape: tuple[int, ...], most: int
) -> PiecedLine:
    """Cut a line out of the page and into pieces, of at most ``most`` slices."""
    chosen = np.zeros(components.count, bool)
    chosen[line.components] = True
    boxes = components.boxes()[line.components]
    left, top = (max(0, int(n) - 2) for n in boxes[:, :2].min(0))
    right, bottom = (int(n) + 2 for n in boxes[:, 2:].max(0))
    own = components.mask(chosen)[top:bottom, left:right]
    reduction = max(1, int(line.height // LINE_HEIGHT))
    values = block_means(ink.values[top:bottom, left:right] * own, reduction)
    scale, corner = factor * reduction, (left * factor, top * factor)
    height = line.height / reduction
    middle = _middle(boxes - (left, top, left, top), line.height, own.shape)
    middle = np.clip(middle[::reduction] // reduction, 0, len(values) - 1)
    taken = _too_slanted(components.slants()[line.components], boxes, line.height)
    if taken:
        values, shift, added = sheared(values, taken)
        middle = np.pad(middle, added, mode="edge")
    seams = _real_seams(values, find_seams(values, middle, height), height)
    # One more seam than slices.
    seams = Seams(seams.paths[: most + 1], seams.costs[: most + 1])
    pieces = _pieces(Ink(values, NO_BOX, ink.dark), seams, height, scale, corner)
    if taken:
        pieces = [_leaning(piece, shift - added, scale, corner) for piece in pieces]
    marks = (
        Box(x, y, right - x, bottom - y).scaled(factor)
        for x, y, right, bottom in components.boxes()[line.marks].tolist()
    )
    around = Box(left + 2, top + 2, right - left - 4, bottom - top - 4).scaled(factor)
    return PiecedLine(
        tuple(_inside(piece, shape) for piece in pieces),
        len(seams.costs),
        tuple(marks),
        around.within(shape[1], shape[0]),
    )


def _too_slanted(slants: FloatArray, boxes: IntArray, height: float) -> float:
    """Return the line's slant beyond the usual one, in columns a row; 0 if it has less."""
    sizes = (boxes[:, 2:] - boxes[:, :2]) / height
    alone = (sizes[:, 1] >= 0.5) & (sizes[:, 0] <= WIDEST_ALONE)
    if alone.sum() < FEWEST_ALONE:
        return 0.0
    slant = float(np.median(slants[alone]))
    return slant - USUAL_SLANT * float(np.sign(slant)) if abs(slant) > STEEPEST else 0.0


def _middle(boxes: IntArray, height: float, shape: tuple[int, ...]) -> IntArray:
    """Return the middle row of the digits in every column; a line may climb or fall."""
    heights = boxes[:, 3] - boxes[:, 1]
    big = boxes[heights >= 0.5 * height]
    x, y = big[:, [0, 2]].mean(1), big[:, [1, 3]].mean(1)
    columns = np.arange(shape[1])
    slope = 0.0
    if len(big) > 2 and np.ptp(x) > 2 * height:
        slope = float(np.polyfit(x, y, 1)[0])
    middle: IntArray = np.rint(y.mean() + slope * (columns - x.mean())).astype(np.int64)
    return middle


def _real_seams(ink: FloatArray, seams: Seams, height: float) -> Seams:
    """Drop seams that split nothing: of two with no ink between them the cheaper one stays."""
    kept = [0]
    columns = np.arange(ink.shape[1])
    last = len(seams.costs) - 1
    for seam in range(1, last + 1):
        between = (columns >= seams.paths[kept[-1]][:, None]) & (
            columns < seams.paths[seam][:, None]
        )
        if ink[between].sum() > LEAST_INK * height**2:
            kept.append(seam)
        elif kept[-1] > 0 and (seam == last or seams.costs[seam] <= seams.costs[kept[-1]]):
            kept[-1] = seam
    return Seams(seams.paths[kept], seams.costs[kept])


def _pieces(
    ink: Ink, seams: Seams, height: float, scale: int, corner: tuple[int, int]
) -> list[FieldPiece]:
    pieces = []
    for first in range(len(seams.costs) - 1):
        for last in range(first + 1, min(first + MOST_SEAMS, len(seams.costs) - 1) + 1):
            piece = _piece(ink, seams, (first, last), height, scale, corner)
            # Longer pieces from here are wider still.
            if piece is None:
                break
            pieces.append(piece)
    return pieces


def _piece(
    ink: Ink,
    seams: Seams,
    span: tuple[int, int],
    height: float,
    scale: int,
    corner: tuple[int, int],
) -> FieldPiece | None:
    """Return what lies between two seams; None if it is blank, or its slices are too wide apart."""
    check_deadline()
    starts, ends = seams.paths[span[0]], seams.paths[span[1]]
    left, right = int(starts.min()), int(ends.max())
    columns = np.arange(left, right)
    between = (columns >= starts[:, None]) & (columns < ends[:, None])
    values = ink.values[:, left:right] * between
    inked = values > FAINTEST
    if not inked.any():
        return None
    box = box_around(inked)
    width, costs = box.width / height, seams.costs[span[0] : span[1] + 1] / height
    bridged = float((~inked[:, box.x : box.right].any(0)).sum()) / height
    inside = float(costs[1:-1].min(initial=np.inf))
    is_apart = width > WIDEST or bridged > WHITE_GAP or (width > WIDE and inside < PARTED)
    if len(costs) > 2 and is_apart:
        return None
    position = (corner[0] + left * scale, corner[1])
    prepared = fit_ink(Ink(values, box, ink.dark), scale, position)
    return FieldPiece(
        *span,
        prepared,
        _surroundings(ink.values, prepared, (left + box.x, box.y), scale),
        width=width,
        height=box.height / height,
        crossed=float(costs[0] + costs[-1]),
        bridged=bridged,
    )


def _leaning(piece: FieldPiece, shift: IntArray, scale: int, corner: tuple[int, int]) -> FieldPiece:
    """Return a piece found upright, with its box where its ink leans in the picture.

    Args:
        piece: as it was found.
        shift: int64, (H,), by how many columns each row's ink was moved to the left.
        scale: pixels of the picture that a column is.
        corner: (x, y) of the line in the picture.
    """
    prepared = piece.prepared
    x, y, _, height = prepared.box
    rows, columns = np.nonzero(prepared.image > FAINTEST)
    across = x + (columns + 0.5 - prepared.offset[0]) / prepared.scale
    down = (y - corner[1] + (rows + 0.5 - prepared.offset[1]) / prepared.scale) / scale
    moved = across + scale * shift[np.clip(down.astype(np.int64), 0, len(shift) - 1)]
    half = 0.5 / prepared.scale
    left, right = math.floor(moved.min() - half), math.ceil(moved.max() + half)
    box = Box(left, y, max(1, right - left), height)
    return replace(piece, prepared=replace(prepared, box=box))


def _surroundings(
    values: FloatArray, prepared: PreparedDigit, position: tuple[int, int], scale: int
) -> FloatArray:
    """Return all ink in a piece's frame; its box lies at (x, y) of the line's values."""
    factor = prepared.scale * scale
    side = SIDE / factor
    x, y = (at - offset / factor for at, offset in zip(position, prepared.offset, strict=True))
    left, top, count = math.floor(x), math.floor(y), math.ceil(side) + 1
    found = values[max(0, top) : max(0, top + count), max(0, left) : max(0, left + count)]
    window = np.zeros((count, count), np.float32)
    window[max(0, -top) :, max(0, -left) :][: len(found), : found.shape[1]] = found
    return resize(window, SIDE, SIDE, (x - left, y - top, x - left + side, y - top + side))


def _inside(piece: FieldPiece, shape: tuple[int, ...]) -> FieldPiece:
    """Cut the box at the picture's edges, over which blocks may reach."""
    box = piece.prepared.box.within(shape[1], shape[0])
    return replace(piece, prepared=replace(piece.prepared, box=box))
