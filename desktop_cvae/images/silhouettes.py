"""Outlines of things seen from the front: vases, shirts, trousers, chairs; mostly symmetrical."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.results import FloatArray
from desktop_cvae.images.areas import cloud, places
from desktop_cvae.images.pens import SIDE

WIDEST = 22.0
"""Half of the sheet, with a margin."""


@dataclass(frozen=True, eq=False)
class _Body:
    """The outline before anything is cut out or added.

    Attributes:
        inside: bool, (56, 56).
        reach: float, (56, 1), half its width in every row.
        off: float32, (56, 56), distance to its axis.
        height: half of it.
    """

    inside: np.ndarray
    reach: np.ndarray
    off: FloatArray
    height: float


def make_silhouette(rng: np.random.Generator) -> FloatArray:
    """One of them, plain or textured.

    Args:
        rng: decides.

    Returns:
        float32, (56, 56), in [0, 1], the thing is light.
    """
    body = _body(rng)
    inside = body.inside
    if rng.random() < 0.35:
        inside = inside & ~_slit(body, rng)
    if rng.random() < 0.35:
        inside = inside | _arms(body, rng)
    return np.asarray(inside * _cloth(body, rng), np.float32)


def _body(rng: np.random.Generator) -> _Body:
    """Straight lines between three to seven widths; one in three is lopsided."""
    x, y = places()
    height, count = rng.uniform(12, 23), int(rng.integers(3, 8))
    knots = np.sort(np.concatenate([[-height, height], rng.uniform(-height, height, count - 2)]))
    widths = rng.uniform(3, 20) * np.exp(rng.normal(0, 0.5, count))
    right = _profile(y, knots, widths)
    lopsided = np.exp(rng.normal(0, 0.4, count)) if rng.random() < 0.3 else np.ones(count)
    left = _profile(y, knots, widths * lopsided)
    lean = rng.normal(0, 0.1) if rng.random() < 0.3 else 0.0
    off = x - np.float32(lean) * y
    inside = (off < right) & (-off < left) & (abs(y) < height)
    return _Body(inside, right, abs(off), height)


def _profile(y: FloatArray, knots: np.ndarray, widths: np.ndarray) -> np.ndarray:
    half = np.interp(y[:, 0], knots, np.clip(widths, 1.5, WIDEST))
    return np.asarray(half[:, np.newaxis])


def _slit(body: _Body, rng: np.random.Generator) -> np.ndarray:
    """Between two legs."""
    _, y = places()
    top = rng.uniform(-0.6, 0.3) * body.height
    half = rng.uniform(0.3, 0.5) + (y - top) * rng.uniform(0, 0.25)
    return np.asarray((y > top) & (body.off < half))


def _arms(body: _Body, rng: np.random.Generator) -> np.ndarray:
    """Sleeves or handles that lead away from the axis and down."""
    _, y = places()
    top, length = rng.uniform(-1, 0.2) * body.height, rng.uniform(4, 30)
    middle = body.reach.max() * 0.6 + (y - top) / rng.uniform(0.2, 2.5)
    near = abs(body.off - middle) < rng.uniform(2.5, 5)
    rows = (y > top - 2 + 0.3 * body.off) & (y < top + length) & (y > -body.height)
    return np.asarray(near & rows & (body.off < WIDEST))


def _cloth(body: _Body, rng: np.random.Generator) -> np.ndarray:
    """Grey values: clouds, stripes, folds along the sides, or plain."""
    x, y = places()
    kind = rng.random()
    if kind < 0.35:
        size_px = float(np.exp(rng.uniform(0, 2)))
        grey = rng.uniform(0.6, 1) + rng.uniform(0.05, 0.4) * cloud(rng, size_px)
        return np.asarray(np.clip(grey, 0.05, 1))
    if kind < 0.5:
        across = y if rng.random() < 0.7 else x
        waves = np.sin(2 * np.pi * across / rng.uniform(3, 12))
        return np.asarray(np.clip(0.6 + 0.5 * waves, 0.1, 1))
    if kind < 0.7:
        fold = (body.off - body.reach * rng.uniform(0, 1)) / rng.uniform(1, 5)
        return np.asarray(np.clip(1 - rng.uniform(0, 0.6) * np.exp(-(fold**2)), 0.1, 1))
    return np.ones((SIDE, SIDE))
