"""Digits in other handwriting than a data set's: other pens and scanners, bent, crossed, redrawn.

A fit that sees digits in one look only takes that look for the sign of a digit.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.pictures.background import resize
from desktop_cvae.pictures.ink import box_around
from desktop_cvae.pictures.preparation import stroke_width, to_mnist_style
from desktop_cvae.synthesis.pens import DIGITS, any_pen, draw, stroke_lines

Change = Callable[[FloatArray, np.random.Generator], FloatArray]
SIDE, SHEET = 28, 56
JITTERS = (0.1, 0.35)
"""Range of the deviations from a sign's points, in steps of the grid."""
REACH = 1.6
"""Pixels of the bent sheet for one of the digit's."""


def smoothed(image: FloatArray, sigma_px: float) -> FloatArray:
    """Blur by a Gaussian that wraps around at the borders.

    Args:
        image: float32, (H, W); black at the borders, or where they may blend.
        sigma_px: the Gaussian's standard deviation.
    """
    u, v = np.fft.fftfreq(image.shape[0])[:, np.newaxis], np.fft.rfftfreq(image.shape[1])
    low_pass = np.exp(-2 * (np.pi * sigma_px) ** 2 * (u**2 + v**2))
    return np.fft.irfft2(np.fft.rfft2(image) * low_pass, image.shape).astype(np.float32)


def restyle(images: FloatArray, seed: int) -> FloatArray:
    """Redraw the same shapes by other pens and scanners: thinner, thicker, softer, sharper.

    Args:
        images: float32, (N, 28, 28), in [0, 1], white on black.
        seed: the same seed gives the same looks.

    Returns:
        float32, (N, 28, 28), prepared as opened pictures are.
    """
    return _changed(images, _restyled, [seed, 32])


def bend(images: FloatArray, seed: int) -> FloatArray:
    """Slant, rotate, stretch, thin or thicken the same digits, or reduce their pixels.

    Args:
        images: float32, (N, 28, 28), in [0, 1], white on black.
        seed: the same seed gives the same shapes.

    Returns:
        float32, (N, 28, 28), prepared as opened pictures are.
    """
    return _changed(images, _bent, [seed, 35])


def crossed(
    images: FloatArray, digits: IntArray, probability: float, seed: int | list[int]
) -> FloatArray:
    """Cross sevens with a bar and zeros with a slash, as many people write them.

    Args:
        images: float32, (N, 28, 28), in [0, 1], white on black.
        digits: int64, (N,), what they show; all but 0 and 7 stay as they are.
        probability: of the sevens and zeros, in [0, 1].
        seed: the same seed gives the same strokes.

    Returns:
        float32, (N, 28, 28), prepared as opened pictures are where they are crossed.
    """
    rng = np.random.default_rng([*np.atleast_1d(seed), 37])
    chosen = (rng.random(len(images)) < probability) & np.isin(digits, (0, 7)) & images.any((1, 2))
    changed = images.copy()
    for index in np.flatnonzero(chosen):
        sheet = np.pad(images[index], (SHEET - SIDE) // 2)
        stroke = _bar(sheet, rng) if digits[index] else _slash(sheet, rng)
        changed[index] = _prepared(np.maximum(sheet, sheet.max() * stroke), images[index])
    return changed


def segment(ends: np.ndarray, width: float, side: int = SIDE) -> FloatArray:
    """Draw a straight stroke with soft edges.

    Args:
        ends: float, (2, 2), x and y of its ends in pixels from the picture's middle, y downward.
        width: in pixels.
        side: of the picture, in pixels.

    Returns:
        float32, (side, side), in [0, 1].
    """
    across, down = _coordinates(side)
    (x, y), (dx, dy) = ends[0], ends[1] - ends[0]
    along = np.clip(((across - x) * dx + (down - y) * dy) / max(dx**2 + dy**2, 1e-6), 0, 1)
    distance = np.hypot(across - x - along * dx, down - y - along * dy)
    return np.asarray(np.clip(width / 2 - distance + 0.5, 0, 1), np.float32)


def _coordinates(side: int) -> tuple[FloatArray, FloatArray]:
    """Return columns as a row and rows as a column, in pixels from the middle."""
    coordinates = np.arange(side, dtype=np.float32) - (side - 1) / 2
    return coordinates, coordinates[:, np.newaxis]


def drawn_digits(count: int, seed: int) -> tuple[FloatArray, IntArray]:
    """Draw digits from strokes, every way of writing them in turn of the labels.

    Args:
        count: how many.
        seed: the same seed draws the same digits.

    Returns:
        float32, (count, 28, 28), prepared as opened pictures are; int64, (count,), 0 to 9.
    """
    rng = np.random.default_rng([seed, 36])
    labels = np.arange(count) % len(DIGITS)
    return np.stack([_drawn(int(label), rng) for label in labels]), labels


def _changed(images: FloatArray, change: Change, seeds: list[int]) -> FloatArray:
    rng = np.random.default_rng(seeds)
    return np.stack([change(image, rng) for image in images])


def _drawn(label: int, rng: np.random.Generator) -> FloatArray:
    ways = DIGITS[label]
    lines = stroke_lines(ways[int(rng.integers(len(ways)))], rng, rng.uniform(*JITTERS))
    return to_mnist_style(draw(lines, any_pen(rng))).image


def _bar(seven: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Draw a short stroke across the stem."""
    across, down = _coordinates(SHEET)
    rows = np.flatnonzero(seven.max(1) > 0.3 * seven.max())
    row = int(rows[0] + rng.uniform(0.38, 0.62) * (rows[-1] - rows[0] + 1))
    stem = seven[row - 1 : row + 2]
    x = float((stem * across).sum() / max(stem.sum(), 1e-6)) + rng.uniform(-1, 1)
    middle = np.array([x, down[row, 0]])
    return _stroke(seven, middle, rng.uniform(2.8, 6.5), rng.normal(-0.1, 0.25), rng)


def _slash(zero: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Draw a stroke through the middle, nine in ten from the right above; it may reach far."""
    across, down = _coordinates(SHEET)
    middle = np.array([(zero * across).sum(), (zero * down).sum()]) / zero.sum()
    height = np.count_nonzero(zero.max(1) > 0.3 * zero.max())
    turn = np.deg2rad(rng.uniform(30, 90)) * (-1 if rng.random() < 0.9 else 1)
    return _stroke(zero, middle, rng.uniform(0.35, 0.9) * height, turn, rng)


def _stroke(
    digit: FloatArray, middle: np.ndarray, half: float, turn: float, rng: np.random.Generator
) -> FloatArray:
    """Draw a stroke of about the digit's own width, by half its length and its angle in radians."""
    width = float(np.clip(rng.uniform(0.7, 1.1) * stroke_width(digit), 0.8, 4))
    reach = half * np.array([np.cos(turn), np.sin(turn)])
    return segment(np.stack([middle - reach, middle + reach]), width, SHEET)


def _restyled(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    size = int(rng.integers(2, 5))
    large = np.repeat(np.repeat(image, size, 0), size, 1)
    soft = smoothed(large, float(rng.uniform(0.5, 1.1)) * size)
    # A threshold on a smooth picture moves the strokes' edges; the slope makes them hard or soft.
    slope = float(np.exp(rng.uniform(np.log(1.2), np.log(12))))
    level = float(rng.uniform(0.2, 0.6)) * max(float(soft.max()), 0.1)
    sharp = np.clip(slope * (soft - level) + 0.5 * (slope > 2), 0, 1)
    return _prepared(sharp.astype(np.float32), image)


def _bent(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    turn, slant, wide = rng.normal(0, 0.12), rng.normal(0, 0.2), np.exp(rng.normal(0, 0.2))
    cos, sin = np.cos(turn), np.sin(turn)
    bent = np.array([[cos, -sin], [sin, cos]]) @ np.array([[wide, slant], [0, 1]])
    large = _warped(image, np.linalg.inv(REACH * bent))
    if rng.random() < 0.7:
        slope, level = np.exp(rng.uniform(0, np.log(6))), rng.uniform(0.1, 0.6)
        large = np.clip(slope * (large - level) + 0.5, 0, 1)
        # Where the slope is gentle, paper turned grey too.
        large = large * (large > large[0, 0])
    sheet = large.astype(np.float32)
    return _prepared(_coarse(sheet, rng) if rng.random() < 0.4 else sheet, image)


def _coarse(sheet: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Reduce the digit to a few pixels, as old scanners saw it."""
    inked = sheet > 0.3
    if not inked.any():
        return sheet
    box = box_around(inked)
    scale = rng.uniform(11, 16) / max(box.width, box.height)
    across, down = (max(2, round(n * scale)) for n in (box.width, box.height))
    small = np.clip(resize(sheet[box.window], across, down), 0, 1)
    return np.asarray(np.pad(small, 2), np.float32)


def _warped(image: FloatArray, to_source: npt.NDArray[np.float64]) -> FloatArray:
    """Warp a sheet of 56×56 affinely about the middle; bilinear, black outside.

    Args:
        image: float32, (28, 28).
        to_source: float64, (2, 2), from coordinates of the sheet to those of the image.
    """
    from PIL import Image

    # Pillow's coordinates are of pixels' corners: a pixel's middle is at 0.5.
    (a, b), (d, e) = to_source
    c, f = SIDE / 2 - to_source.sum(1) * SHEET / 2
    picture = Image.fromarray(np.ascontiguousarray(image))
    bilinear = Image.Resampling.BILINEAR
    sheet = picture.transform((SHEET, SHEET), Image.Transform.AFFINE, (a, b, c, d, e, f), bilinear)
    return np.asarray(sheet, np.float32)


def _prepared(sheet: FloatArray, otherwise: FloatArray) -> FloatArray:
    prepared = to_mnist_style(sheet)
    return prepared.image if prepared.found else otherwise
