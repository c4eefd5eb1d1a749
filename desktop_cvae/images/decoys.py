"""Pictures that are no digits, made from nothing but digits and chance.

A model is asked about them when its refusal is fitted, so that no letters or
photographs of anybody are needed (outlier exposure, Hendrycks et al. 2019,
arXiv:1812.04606, with made-up outliers). Some are digits by accident; whoever fits
must bear that.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.images.mnist_style import to_mnist_style

SIDE = 56
"""Pixels of the sheet that strokes and areas are drawn on, before they are prepared."""
TURNABLE = (2, 3, 4, 5, 6, 7, 9)
"""Digits that are another sign when they lie on their side or stand in a mirror."""


def make_decoys(digits: FloatArray, labels: IntArray, count: int, seed: int) -> FloatArray:
    """Pictures of many kinds that are no digits, prepared as opened pictures are.

    Args:
        digits: float32, (N, 28, 28), in [0, 1], the digits that some are made of.
        labels: int64, (N,), what they are.
        count: how many pictures.
        seed: the same seed makes the same pictures.

    Returns:
        float32, (count, 28, 28), in [0, 1], white on black, kinds in turn.
    """
    rng = np.random.default_rng([seed, 31])
    return np.stack([_decoy(index, digits, labels, rng) for index in range(count)])


def restyle(images: FloatArray, seed: int) -> FloatArray:
    """The same shapes by other pens and scanners: thinner, thicker, softer, sharper.

    A fit that sees digits in MNIST's look only takes that look for the sign of a digit.

    Args:
        images: float32, (N, 28, 28), in [0, 1], white on black.
        seed: the same seed gives the same looks.

    Returns:
        float32, (N, 28, 28), prepared as opened pictures are.
    """
    rng = np.random.default_rng([seed, 32])
    return np.stack([_restyled(image, rng) for image in images])


def _restyled(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    size = int(rng.integers(2, 5))
    large = np.repeat(np.repeat(image, size, 0), size, 1)
    soft = _smoothed(large, float(rng.uniform(0.5, 1.1)) * size)
    # A threshold on a smooth picture moves the strokes' edges; the slope makes them hard or soft.
    slope = float(np.exp(rng.uniform(np.log(1.2), np.log(12))))
    level = float(rng.uniform(0.2, 0.6)) * max(float(soft.max()), 0.1)
    sharp = np.clip(slope * (soft - level) + 0.5 * (slope > 2), 0, 1)
    prepared = to_mnist_style(sharp.astype(np.float32))
    return prepared.image if prepared.found else image


def _smoothed(image: FloatArray, sigma_px: float) -> FloatArray:
    """Blurred by a Gaussian, in frequency space; the borders are black anyway."""
    u, v = np.fft.fftfreq(image.shape[0])[:, np.newaxis], np.fft.rfftfreq(image.shape[1])
    low_pass = np.exp(-2 * (np.pi * sigma_px) ** 2 * (u**2 + v**2))
    return np.fft.irfft2(np.fft.rfft2(image) * low_pass, image.shape).astype(np.float32)


def _decoy(
    index: int, digits: FloatArray, labels: IntArray, rng: np.random.Generator
) -> FloatArray:
    while True:
        if index % 8 == 7:
            drawn = _made_of_digits(digits, labels, rng)
        elif index % 8 >= 5:
            drawn = _area(rng)
        else:
            drawn = _strokes(rng)
        # Blank ones are refused by the preparation: nothing to learn from.
        prepared = to_mnist_style(drawn.astype(np.float32))
        if prepared.found:
            return prepared.image


def _strokes(rng: np.random.Generator) -> FloatArray:
    """Letter-like: two to five lines and arcs that meet at the knots of a grid."""
    rows, columns = np.mgrid[0:SIDE, 0:SIDE]
    distance = np.full((SIDE, SIDE), np.inf, np.float32)
    width, height = rng.uniform(10, 20), rng.uniform(14, 20)
    shear = rng.normal(0, 0.15)
    last: FloatArray | None = None
    for _ in range(int(rng.integers(2, 6))):
        line = _line(rng) if rng.random() < 0.6 else _arc(rng)
        if last is not None and rng.random() < 0.6:
            line = line - line[0] + last
        last = line[-1]
        bent = line + rng.normal(0, 0.04, (1, 2)).astype(np.float32)
        x = SIDE / 2 + width * (bent[:, 0] - shear * bent[:, 1])
        y = SIDE / 2 + height * bent[:, 1]
        for x0, y0, x1, y1 in zip(x, y, x[1:], y[1:], strict=False):
            distance = np.minimum(distance, _to_segment(rows, columns, x0, y0, x1, y1))
    return np.asarray(np.clip(rng.uniform(1.2, 4.5) + 0.5 - distance, 0, 1), np.float32)


def _line(rng: np.random.Generator) -> FloatArray:
    """(2, 2): from knot to knot, x and y in [−1, 1], mostly upright or level."""
    start, end = rng.integers(-1, 2, (2, 2)).astype(np.float32)
    if rng.random() < 0.6:
        axis = int(rng.integers(2))
        end[axis], end[1 - axis] = start[axis], -start[1 - axis] or 1
    return np.asarray(np.stack([start, end]), np.float32)


def _arc(rng: np.random.Generator) -> FloatArray:
    """(P, 2): a part of an ellipse around a knot."""
    middle = rng.integers(-1, 2, 2) / 2
    radius = rng.uniform(0.4, 1.0, 2)
    start = rng.integers(4) * np.pi / 2 + rng.normal(0, 0.3)
    angles = start + np.linspace(0, rng.choice([-1, 1]) * rng.uniform(1.2, 5.2), 12)
    points = middle + radius * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return np.asarray(points, np.float32)


def _to_segment(
    rows: IntArray, columns: IntArray, x0: float, y0: float, x1: float, y1: float
) -> FloatArray:
    """Distance of every pixel to a segment, in pixels."""
    dx, dy = x1 - x0, y1 - y0
    along = ((columns - x0) * dx + (rows - y0) * dy) / max(dx * dx + dy * dy, 1e-6)
    t = np.clip(along, 0, 1)
    away: FloatArray = np.hypot(columns - x0 - t * dx, rows - y0 - t * dy).astype(np.float32)
    return away


def _area(rng: np.random.Generator) -> FloatArray:
    """Filled and textured: blobs, boxes with sleeves, gratings, clouds of grey."""
    kind = _AREAS[int(rng.integers(len(_AREAS)))]
    inside = kind(rng)
    if rng.random() < 0.5:
        return inside
    texture = 0.6 + 0.4 * _cloud(rng, float(rng.uniform(1, 6)))
    return np.asarray(inside * np.clip(texture, 0.1, 1), np.float32)


def _blob(rng: np.random.Generator) -> FloatArray:
    field = _cloud(rng, float(rng.uniform(3, 9))) - np.hypot(*_places()) / 14 + 0.8
    return np.asarray(np.clip(3 * field, 0, 1), np.float32)


def _boxes(rng: np.random.Generator) -> FloatArray:
    x, y = _places()
    canvas = np.zeros((SIDE, SIDE), np.float32)
    for _ in range(int(rng.integers(1, 5))):
        dx, dy = rng.uniform(-9, 9, 2)
        width, height = rng.uniform(2, 18, 2)
        lean = rng.normal(0, 0.3)
        inside = (abs(x - dx - lean * y) < width) & (abs(y - dy) < height)
        canvas[inside] = rng.uniform(0.3, 1)
    canvas[(abs(x) > 22) | (abs(y) > 22)] = 0
    return canvas


def _grating(rng: np.random.Generator) -> FloatArray:
    x, y = _places()
    angle, period = rng.uniform(0, np.pi), rng.uniform(4, 14)
    wave = np.sin(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / period)
    window = np.hypot(x, y) if rng.random() < 0.5 else np.maximum(abs(x), abs(y))
    return np.asarray(np.clip(0.5 + wave, 0, 1) * (window < rng.uniform(14, 22)), np.float32)


def _grey_cloud(rng: np.random.Generator) -> FloatArray:
    x, y = _places()
    field = 0.5 + 0.5 * _cloud(rng, float(rng.uniform(1.5, 8)))
    window = np.maximum(abs(x) / rng.uniform(8, 22), abs(y) / rng.uniform(8, 22)) < 1
    return np.asarray(np.clip(field, 0, 1) * window, np.float32)


_AREAS: tuple[Callable[[np.random.Generator], FloatArray], ...] = (
    _blob,
    _boxes,
    _grating,
    _grey_cloud,
)


def _cloud(rng: np.random.Generator, size_px: float) -> FloatArray:
    """Smooth noise, (SIDE, SIDE), mean 0 and variance 1, by a Gaussian in frequency space."""
    field = _smoothed(rng.standard_normal((SIDE, SIDE)).astype(np.float32), size_px)
    field -= field.mean()
    return (field / max(float(field.std()), 1e-9)).astype(np.float32)


def _places() -> tuple[FloatArray, FloatArray]:
    """Places (x, y) of every pixel from the middle."""
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32) - (SIDE - 1) / 2
    return x, y


def _made_of_digits(digits: FloatArray, labels: IntArray, rng: np.random.Generator) -> FloatArray:
    """A digit on its side or in a mirror, halves of two digits, or two over each other."""
    one, other = rng.integers(len(digits), size=2)
    first, second = digits[one], digits[other]
    kind = rng.integers(4)
    if labels[one] != labels[other] and kind == 0:
        cut = int(rng.integers(12, 17))
        return np.concatenate([first[:cut], second[cut:]])
    if labels[one] != labels[other] and kind == 1:
        return np.asarray(np.maximum(first, second))
    turned = np.rot90(first) if kind == 2 else first[:, ::-1]
    covered = turned if labels[one] in TURNABLE else np.maximum(turned, np.rot90(second))
    return np.asarray(covered)
