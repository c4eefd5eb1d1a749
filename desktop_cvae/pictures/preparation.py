"""Any picture of a digit → 28×28, white on black, as MNIST's were made.

LeCun et al. 1998, section III.A: the digit is fitted into 20×20 pixels keeping its
aspect, grey from anti-aliasing, and placed in 28×28 by its centre of mass. Before that, strokes
of very thin pens are thickened to what MNIST's writers used.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from desktop_cvae.core.results import NO_BOX, Box, FloatArray, PreparedDigit
from desktop_cvae.pictures.background import (
    SMALL_SIDE,
    block_means,
    percentile,
    resize,
    without_edge_lines,
)
from desktop_cvae.pictures.connected_components import find_components
from desktop_cvae.pictures.ink import FAINTEST, Ink, box_around, find_ink, grown

DIGIT_SIDE = 20
WORK_SIDE = 56
"""Approximate size at which digits are thickened: fine enough for round ends, small enough to be
fast."""
NATIVE_SIDE = 23
"""Size up to which digits are scans made for 20 pixels; their strokes stay."""
THINNEST = 2.2
"""Thinnest stroke left as it is, in pixels of the 20 × 20 digit."""
SIDE = 28
MIDDLE = 14.0
"""Centre of mass of MNIST's digits: pixel 14, counted from 0 (measured 13.99 ± 0.3)."""
VIEW_SIDE = 300
"""Longer side, in pixels, of the picture that is searched for ink."""
NATIVE_TOLERANCE = 0.08
"""Relative distance from 20 pixels within which resampling would only blur a digit."""
SHEET_SHARE = 0.35
"""Least width and height of a sheet of paper as a fraction of the picture."""
SHEET_FILL = 0.6
"""Least fraction of its box that a sheet fills; a digit's strokes fill less."""
SHEET_SIDES = 0.75
"""Least fraction that a sheet fills of each of the lines just inside its edges."""
NOISE = 0.1
LITTLE_NOISE = 0.01
"""Fraction of pixels beside the ink that reach ``NOISE`` in a noisy picture."""
SPECK = 0.5
FEW_SPECKS = 5
"""Components of paper that may reach ``SPECK`` before it counts as salt and pepper.

A thin stroke that a median wipes out leaves one or two (``tests/benchmarks/impulse_noise.py``)."""
FINE_SIDE = 60
"""Size below which a found digit is searched again in the full picture."""


def stroke_width(ink: FloatArray) -> float:
    """Return the mean stroke width in pixels: twice the area over the outline's length.

    Args:
        ink: float32, (H, W), in [0, 1].
    """
    steps = np.abs(np.diff(ink, axis=0)).sum() + np.abs(np.diff(ink, axis=1)).sum()
    steps += ink[[0, -1]].sum() + ink[:, [0, -1]].sum()
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
    side = max(ink.shape)
    if side <= NATIVE_SIDE:
        return ink, 1, 0
    width = stroke_width(ink)
    # (width + 2r) · 20 / (side + 2r) = THINNEST, solved for the radius r.
    radius = (THINNEST * side - DIGIT_SIDE * width) / (2 * DIGIT_SIDE - 2 * THINNEST)
    factor = -(-side // WORK_SIDE)
    radius /= factor
    if radius < 0.4:
        return ink, 1, 0
    margin = int(np.ceil(radius))
    small = block_means(ink, factor)
    level = percentile(small[small > 0.3 * small.max()], 60)
    return dilated(np.minimum(small / level, 1).astype(np.float32), radius), factor, margin


def dilated(ink: FloatArray, radius: float) -> FloatArray:
    """Return the maximum over a disc with a soft rim, the picture grown by the disc.

    Args:
        ink: float32, (H, W), in [0, 1].
        radius: of the disc in pixels.

    Returns:
        float32, (H + 2R, W + 2R), where R is the radius rounded up.
    """
    reach = int(np.ceil(radius))
    height, width = ink.shape
    grown = np.zeros((height + 2 * reach, width + 2 * reach), np.float32)
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            weight = np.float32(min(1.0, radius + 0.5 - np.hypot(dy, dx)))
            if weight <= 0:
                continue
            window = grown[reach + dy : reach + dy + height, reach + dx : reach + dx + width]
            np.maximum(window, weight * ink, out=window)
    return grown


def to_mnist_style(image: FloatArray) -> PreparedDigit:
    """Make a picture into the 28×28 image that the model reads.

    Args:
        image: float32, (H, W), in [0, 1], light is 1, either polarity, any size.

    Returns:
        The digit, white on black; ``found`` is False for blank, flat or noisy pictures.
    """
    if image.ndim != 2 or min(image.shape) < 3:
        return _nothing()
    image = np.asarray(image, np.float32)
    if not np.isfinite(image).all():
        image = np.nan_to_num(image)
    image = without_edge_lines(np.clip(image, 0, 1))
    factor = -(-max(image.shape) // VIEW_SIDE)
    found = find_ink(block_means(image, factor))
    if max(image.shape) <= SMALL_SIDE:
        return _prepared_scan(image, found)
    if found is None:
        return _nothing()
    if _looks_like_a_sheet(found):
        inside = _search_sheet(image, found, factor)
        if inside is not None:
            return inside
    if factor > 1 and max(found.box[2:]) < FINE_SIDE:
        return _search_closely(image, found, factor)
    return fit_ink(found, factor, (0, 0))


def _prepared_scan(image: FloatArray, found: Ink | None) -> PreparedDigit:
    """Prepare a picture of few pixels, in which noise cannot be averaged away.

    A speck that touches the digit would move its box and its centre. A median tells where the
    digit is without them; the model reads noise, so MNIST's own digits keep theirs.
    """
    is_native = image.shape == (SIDE, SIDE)
    if is_native and found is not None and _is_placed_like_mnist(image, found):
        return _unchanged(image, found)
    despeckled = _despeckled_ink(image)
    for ink in despeckled if is_native else ():
        if _is_placed_like_mnist(image, ink):
            return _unchanged(image, ink)
    if despeckled and _count_specks(image, despeckled[0]) > FEW_SPECKS:
        found = despeckled[0]
    return _nothing() if found is None else fit_ink(found, 1, (0, 0))


def _despeckled_ink(image: FloatArray) -> list[Ink]:
    """Return the ink after one and after two 3 × 3 medians; none without noise beside it."""
    from PIL import Image, ImageFilter

    despeckled, inks = Image.fromarray(image), []
    for _ in range(2):
        despeckled = despeckled.filter(ImageFilter.MedianFilter(3))
        ink = find_ink(np.asarray(despeckled, np.float32))
        if ink is None or not _is_noisy(image, ink):
            break
        inks.append(ink)
    return inks


def _beside(image: FloatArray, ink: Ink) -> FloatArray:
    """Return the picture with white ink, 0 where that ink is; float32, (H, W)."""
    white = 1 - image if ink.dark else image
    return white * ~grown(ink.values > FAINTEST)


def _is_noisy(image: FloatArray, ink: Ink) -> bool:
    return bool((_beside(image, ink) > NOISE).mean() > LITTLE_NOISE)


def _count_specks(image: FloatArray, ink: Ink) -> int:
    return find_components(_beside(image, ink) > SPECK).count


def _looks_like_a_sheet(found: Ink) -> bool:
    """True if the ink is a large filled area: light paper on a dark desk."""
    _, _, width, height = found.box
    side = max(found.values.shape)
    if side <= SMALL_SIDE or min(width, height) < SHEET_SHARE * side:
        return False
    inked = found.values[found.box.window] > 0.1
    dx, dy = width // 16, height // 16
    sides = (inked[dy], inked[-1 - dy], inked[:, dx], inked[:, -1 - dx])
    return bool(inked.mean() > SHEET_FILL and min(line.mean() for line in sides) > SHEET_SIDES)


def _search_sheet(image: FloatArray, found: Ink, factor: int) -> PreparedDigit | None:
    """Search the sheet itself, slightly inside its edges; None if nothing is on it."""
    x, y, width, height = found.box.scaled(factor)
    dx, dy = 2 + width // 16, 2 + height // 16
    sheet = image[y + dy : y + height - dy, x + dx : x + width - dx]
    inside = to_mnist_style(sheet)
    # A light sheet has dark writing; of the sheet's own colour it is the desk once more.
    if not inside.found or inside.inverted == found.dark:
        return None
    return replace(inside, box=inside.box.moved(x + dx, y + dy))


def _nothing() -> PreparedDigit:
    zeros = np.zeros((SIDE, SIDE), np.float32)
    return PreparedDigit(zeros, False, NO_BOX, 1.0, (0.0, 0.0), False)


def _is_placed_like_mnist(image: FloatArray, found: Ink) -> bool:
    """True for 28×28 pictures that need no change, MNIST's own and noisy ones among them."""
    core = found.values > 0.5  # noise reaches further out than ink, but not so high
    if not core.any() or not 15 <= max(box_around(core)[2:]) <= 21:
        return False
    background = percentile(1 - image if found.dark else image, 25)
    row, column = _centre(core.astype(np.float32))
    return bool(background < 0.06 and abs(row - MIDDLE) < 1.6 and abs(column - MIDDLE) < 1.6)


def _unchanged(image: FloatArray, found: Ink) -> PreparedDigit:
    white = 1 - image if found.dark else image
    corner = (float(found.box[0]), float(found.box[1]))
    name = "inverted" if found.dark else "as_it_is"
    return PreparedDigit(white, True, found.box, 1.0, corner, found.dark, name)


def _search_closely(image: FloatArray, found: Ink, factor: int) -> PreparedDigit:
    """Search again, with more pixels, where a small digit was found."""
    around = _surroundings(found.box, factor, image.shape)
    cut = image[around.window]
    finer = -(-max(cut.shape) // VIEW_SIDE)
    close = find_ink(block_means(cut, finer))
    if close is None:
        return fit_ink(found, factor, (0, 0))
    return fit_ink(close, finer, (around.x, around.y))


def _centre(ink: FloatArray) -> tuple[float, float]:
    """Return the centre of mass (row, column); pixel (0, 0)'s centre is at (0, 0)."""
    total = float(ink.sum()) + 1e-9
    rows = float(ink.sum(1) @ np.arange(ink.shape[0], dtype=np.float32)) / total
    return rows, float(ink.sum(0) @ np.arange(ink.shape[1], dtype=np.float32)) / total


def _surroundings(box: Box, factor: int, shape: tuple[int, ...]) -> Box:
    """Return the box with half its longer side around it, in the full picture."""
    x, y, width, height = box.scaled(factor)
    margin = max(width, height) // 2 + 2 * factor
    wide = Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin)
    return wide.within(shape[1], shape[0])


def _inked(small: FloatArray) -> FloatArray:
    """Raise strokes that the reduction made pale to white, as MNIST's are."""
    full = float(percentile(small[small > 0.25], 85)) if (small > 0.25).any() else 1.0
    inked: FloatArray = np.minimum(small / np.float32(max(full, 0.4)), np.float32(1))
    return inked


def fit_ink(found: Ink, factor: int, corner: tuple[int, int]) -> PreparedDigit:
    """Scale the box to 20×20 and set its centre of mass in the middle.

    Args:
        found: the ink in a view.
        factor: pixels of the source that one pixel of the view is.
        corner: (x, y) of the view in the source.

    Returns:
        The digit as the model reads it.
    """
    cut, reduced, margin = thickened(found.values[found.box.window])
    scale = DIGIT_SIDE / max(cut.shape)
    if abs(scale - 1) < NATIVE_TOLERANCE and margin == 0:
        scale, small = 1.0, cut
    else:
        size = [max(1, round(n * scale)) for n in cut.shape]
        small = _inked(np.clip(resize(cut, size[1], size[0]), 0, 1))
    image, left, top = _centred(small)
    box = found.box.scaled(factor).moved(*corner)
    offset = (left + margin * scale, top + margin * scale)
    return PreparedDigit(image, True, box, scale / (factor * reduced), offset, found.dark)


def _centred(small: FloatArray) -> tuple[FloatArray, int, int]:
    """Return the 28×28 image with the centre of mass in the middle, and its corner's (x, y)."""
    row, column = _centre(small)
    top = min(max(round(MIDDLE - row), 0), SIDE - small.shape[0])
    left = min(max(round(MIDDLE - column), 0), SIDE - small.shape[1])
    image = np.zeros((SIDE, SIDE), np.float32)
    image[top : top + small.shape[0], left : left + small.shape[1]] = small
    return image, left, top
