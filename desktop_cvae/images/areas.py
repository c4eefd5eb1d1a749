"""Filled and textured areas, as photographs of things have them: no strokes, so no digits."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from desktop_cvae.core.results import FloatArray
from desktop_cvae.images.blurring import smoothed
from desktop_cvae.images.pens import SIDE


def make_area(rng: np.random.Generator) -> FloatArray:
    """A blob, boxes, a grating or a cloud of grey, by chance.

    Args:
        rng: decides.

    Returns:
        float32, (56, 56), in [0, 1], the area is light.
    """
    kind = _AREAS[int(rng.integers(len(_AREAS)))]
    inside = kind(rng)
    if rng.random() < 0.5:
        return inside
    texture = 0.6 + 0.4 * cloud(rng, float(rng.uniform(1, 6)))
    return np.asarray(inside * np.clip(texture, 0.1, 1), np.float32)


def _blob(rng: np.random.Generator) -> FloatArray:
    field = cloud(rng, float(rng.uniform(3, 9))) - np.hypot(*places()) / 14 + 0.8
    return np.asarray(np.clip(3 * field, 0, 1), np.float32)


def _boxes(rng: np.random.Generator) -> FloatArray:
    x, y = places()
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
    x, y = places()
    angle, period = rng.uniform(0, np.pi), rng.uniform(4, 14)
    wave = np.sin(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / period)
    window = np.hypot(x, y) if rng.random() < 0.5 else np.maximum(abs(x), abs(y))
    return np.asarray(np.clip(0.5 + wave, 0, 1) * (window < rng.uniform(14, 22)), np.float32)


def _grey_cloud(rng: np.random.Generator) -> FloatArray:
    x, y = places()
    field = 0.5 + 0.5 * cloud(rng, float(rng.uniform(1.5, 8)))
    window = np.maximum(abs(x) / rng.uniform(8, 22), abs(y) / rng.uniform(8, 22)) < 1
    return np.asarray(np.clip(field, 0, 1) * window, np.float32)


_AREAS: tuple[Callable[[np.random.Generator], FloatArray], ...] = (
    _blob,
    _boxes,
    _grating,
    _grey_cloud,
)


def cloud(rng: np.random.Generator, size_px: float) -> FloatArray:
    """Smooth noise, float32, (56, 56), of mean 0 and variance 1, by a Gaussian of that size."""
    field = smoothed(rng.standard_normal((SIDE, SIDE)).astype(np.float32), size_px)
    field -= field.mean()
    return (field / max(float(field.std()), 1e-9)).astype(np.float32)


def places() -> tuple[FloatArray, FloatArray]:
    """Places (x, y) of every pixel of the sheet from its middle, float32, (56, 56) each."""
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32) - (SIDE - 1) / 2
    return x, y
