"""The background under the ink: paper with its shadows, board, canvas.

Dark ink is filled by a grey closing (a maximum, then a minimum, over a window wider
than a stroke), light ink by an opening. Both keep the edges of shadows where they
are, which a blur would not.
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures.connected_components import Mask, find_components

T = TypeVar("T", bound=np.generic)

COARSE_SIDE = 72
"""Longer side of the picture on which the background is estimated."""
WINDOW_SHARE = 0.34
"""Window over the longer side; wider than a marker's stroke in a tight crop."""
FINE_WINDOW = 12
"""Side of a window of known size in the reduced picture."""
SMALL_SIDE = 64
"""Longer side of a scan of one digit."""
BORDER_WEIGHT = 2.0
"""Weight of the border beside the whole picture."""
MIXED_BORDER = 0.2
"""Least fraction of ink and of paper in a border that does not tell which is which."""
SPECK_SHARE = 0.004
"""Fraction of a scan's pixels below which a connected component does not count."""
FLAT = 0.02
"""Variation below which a background counts as one grey."""
LITTLE_INK = 0.25
"""Range of a scan's middle 90 % of pixels over its whole range, below which hardly any are ink."""
EDGE_CONTRAST, EDGE_SHARE, INNER_SHARE = 0.1, 0.96, 0.85
"""Least difference from the paper of an edge line's pixels, least fraction of a side that they
cover, and least fraction of paper in the line inside of it."""

MOST_PADDING = 4
"""Size over the picture's from which blocks are summed without padding, which is slower: a line of
ten rows would grow to a square."""


def block_means(image: FloatArray, factor: int) -> FloatArray:
    """Return means over ``factor`` × ``factor`` blocks; the last ones may be smaller.

    Args:
        image: float32, (H, W).
        factor: 1 leaves the image as it is.
    """
    if factor == 1:
        return image
    height, width = image.shape
    rows, columns = -(-height // factor), -(-width // factor)
    if rows * columns * factor**2 > MOST_PADDING * image.size:
        return _sums(_sums(image, factor).T, factor).T * np.float32(1 / factor**2)
    if rows * factor != height or columns * factor != width:
        whole = np.empty((rows * factor, columns * factor), image.dtype)
        whole[:height, :width] = image
        whole[height:, :width] = image[-1]
        whole[:, width:] = whole[:, width - 1 : width]
        image = whole
    # Rows first: adding whole rows is several times faster than a mean over two axes.
    sums = np.add.reduce(image.reshape(rows, factor, columns * factor), axis=1)
    blocks: FloatArray = np.add.reduce(sums.reshape(rows, columns, factor), axis=2)
    return blocks * np.float32(1 / factor**2)


def _sums(image: FloatArray, factor: int) -> FloatArray:
    """Return sums over ``factor`` rows, the last one repeated, without padding the picture."""
    starts = np.arange(0, len(image), factor)
    sums: FloatArray = np.add.reduceat(image, starts, axis=0)
    sums[-1] += (len(starts) * factor - len(image)) * image[-1]
    return sums


def subtract_background(
    image: FloatArray, window_px: float | None = None, is_dark: bool | None = None
) -> tuple[FloatArray, bool]:
    """Return the ink above the background, ≥ 0, and whether it was dark.

    Args:
        image: float32, (H, W), in [0, 1], any polarity, H and W ≥ 3.
        window_px: what is wider than this is background; None takes a fraction of the longer side.
        is_dark: whether the ink is dark, if that is known or supposed.

    Returns:
        ink: float32, (H, W), in [0, 1], 0 on the background; and True for dark ink.
    """
    coarse, window = _coarse_view(image, window_px)
    highest, lowest = running(coarse, window, np.maximum), running(coarse, window, np.minimum)
    dark = _distance(highest - coarse) <= _distance(coarse - lowest)
    if is_dark is not None:
        dark = is_dark
    elif _is_scan(image):
        dark = _is_scan_dark(image, dark)
    background = (
        running(highest, window, np.minimum) if dark else running(lowest, window, np.maximum)
    )
    whole = _enlarged(background, image.shape)
    ink = whole - image if dark else image - whole
    # Noise lifts a closing above the paper. A quarter of any photograph is paper, not of a scan.
    # A hundred rows and columns tell the percentile as well as all.
    thinned = ink[:: 1 + image.shape[0] // 100, :: 1 + image.shape[1] // 100]
    ink -= percentile(thinned, 5 if _is_scan(image) else 25)
    return np.maximum(ink, 0, out=ink), dark


def _coarse_view(image: FloatArray, window_px: float | None) -> tuple[FloatArray, int]:
    """Return the reduced picture for estimating the background, and its window's side."""
    if window_px is not None:
        factor = max(1, int(window_px // FINE_WINDOW))
        # Odd, so that the window has a middle.
        return block_means(image, factor), max(3, round(window_px / factor)) | 1
    coarse = block_means(image, -(-max(image.shape) // COARSE_SIDE))
    # Small pictures are tight crops or scans: one background, strokes that fill them.
    percent = 2.0 if _is_scan(image) else WINDOW_SHARE
    return coarse, max(3, round(percent * max(coarse.shape))) | 1


def _is_scan(image: FloatArray) -> bool:
    """True for a tight crop of few pixels, whose digit may leave hardly any paper."""
    return bool(max(image.shape) <= SMALL_SIDE)


def _is_scan_dark(image: FloatArray, otherwise: bool) -> bool:
    """Tell whether a scan's ink is dark, even if its border is half ink.

    Strokes hang together, and cut the paper to pieces.

    Args:
        image: float32, (H, W).
        otherwise: the answer where that does not tell.
    """
    around = border(image)
    if around.min() == around.max():
        return otherwise
    low, high = (float(percentile(image, percent)) for percent in (5, 95))
    if high - low < LITTLE_INK * float(np.ptp(image)):
        return otherwise
    light = image > (low + high) / 2
    if not MIXED_BORDER < float(border(light).mean()) < 1 - MIXED_BORDER:
        return otherwise
    darks, lights = _count_components(~light), _count_components(light)
    return otherwise if darks == lights else darks < lights


def without_edge_lines(image: FloatArray) -> FloatArray:
    """Return a scan whose sides have no line along them: the table it was cut from, its shadow.

    Args:
        image: float32, (H, W), in [0, 1], any polarity; larger pictures than scans stay.

    Returns:
        the picture itself where there is no such line; else a copy, paper in the line's place.
    """
    if not _is_scan(image):
        return image
    paper, cleaned = median(image), image
    for turns in range(4):
        side = np.rot90(cleaned, turns)
        if len(side) < 3:
            continue
        far = np.abs(side[:2] - paper) > EDGE_CONTRAST
        if far[0].mean() >= EDGE_SHARE and 1 - far[1, 1:-1].mean() >= INNER_SHARE:
            cleaned = cleaned.copy() if cleaned is image else cleaned
            np.rot90(cleaned, turns)[0] = paper
    return cleaned


def _count_components(mask: Mask) -> int:
    """Count the connected components that are not specks."""
    areas = find_components(mask).areas()
    return int((areas >= max(3, SPECK_SHARE * mask.size)).sum())


def border(image: npt.NDArray[T]) -> npt.NDArray[T]:
    """Return the pixels along the four sides, the corners twice."""
    return np.concatenate([image[0], image[-1], image[:, 0], image[:, -1]])


def _distance(ink: FloatArray) -> float:
    """Return the distance of all pixels from a candidate background; the true one is nearer.

    Ink covers less than its surroundings, and the picture's border hardly ever.
    """
    return float(ink.mean() + BORDER_WEIGHT * border(ink).mean())


def running(image: npt.NDArray[T], window: int, extreme: np.ufunc) -> npt.NDArray[T]:
    """Return the maximum or minimum over a square window, cut at the edges.

    Args:
        image: (H, W).
        window: odd side in pixels.
        extreme: ``np.maximum`` or ``np.minimum``.
    """
    if window // 2 >= max(image.shape) - 1:  # as wide as the picture from any of its pixels
        # One value: no need to compare windows that all see everything.
        return np.full_like(image, extreme.reduce(image, axis=None))
    for _ in range(2):  # along the rows, then along the columns
        reach = min(window // 2, len(image) - 1)
        image = edge_padded(image, reach, 0)
        covered, size = 1, 2 * reach + 1
        while covered < size:  # doubling: windows of 1, 2, 4 … rows, the last step overlaps
            step = min(covered, size - covered)
            image = extreme(image[:-step], image[step:])
            covered += step
        image = image.T
    return image


def edge_padded(image: npt.NDArray[T], rows: int, columns: int) -> npt.NDArray[T]:
    """Pad with the edges repeated; ``np.pad`` takes ten times as long for a small picture.

    Args:
        image: (H, W).
        rows: more above and below.
        columns: more on the left and on the right.
    """
    height, width = image.shape
    padded = np.empty((height + 2 * rows, width + 2 * columns), image.dtype)
    padded[rows : rows + height, columns : columns + width] = image
    padded[:rows, columns : columns + width] = image[0]
    padded[rows + height :, columns : columns + width] = image[-1]
    if columns:
        padded[:, :columns] = padded[:, columns : columns + 1]
        padded[:, columns + width :] = padded[:, columns + width - 1 : columns + width]
    return padded


def percentile(values: FloatArray, percent: float) -> np.float32:
    """Return ``np.percentile``, to the last bit, in a sixth of its time for a small picture.

    Args:
        values: float32, any shape, at least one, all of them numbers.
        percent: in [0, 100].
    """
    last = values.size - 1
    rank = last * (percent / 100)
    before = int(rank)
    after = min(before + 1, last)
    ordered = np.partition(values, (before, after), axis=None)
    low, high = ordered[before], ordered[after]
    # From the nearer end, as NumPy does it, since the other sum may differ in its last bit.
    way = rank - before
    between: np.float32 = (
        high - (high - low) * (1 - way) if way >= 0.5 else low + (high - low) * way
    )
    return between


def median(values: FloatArray) -> np.float32:
    """Return ``np.median``, to the last bit and faster; arguments as for :func:`percentile`."""
    before, after = (values.size - 1) // 2, values.size // 2
    ordered = np.partition(values, (before, after), axis=None)
    middle: np.float32 = (ordered[before] + ordered[after]) / np.float32(2)
    return middle


def _enlarged(background: FloatArray, shape: tuple[int, ...]) -> FloatArray | np.float32:
    if background.shape == shape:
        return background
    low, high = float(background.min()), float(background.max())
    if high - low < FLAT:
        return np.float32((low + high) / 2)
    return resize(background, shape[1], shape[0])


def resize(
    image: FloatArray, width: int, height: int, box: tuple[float, float, float, float] | None = None
) -> FloatArray:
    """Resample: average over the covered area when reducing, smooth when enlarging.

    Args:
        image: float32, (H, W).
        width: of the result in pixels.
        height: of the result in pixels.
        box: (left, top, right, bottom) of what to take, in pixels; all of it if None.
    """
    from PIL import Image

    picture = Image.fromarray(np.ascontiguousarray(image, np.float32))
    # Pillow widens the filter where it reduces, so that thin strokes are averaged and not skipped.
    resized = picture.resize((width, height), Image.Resampling.BILINEAR, box)
    result: npt.NDArray[np.float32] = np.asarray(resized, np.float32)
    return result
