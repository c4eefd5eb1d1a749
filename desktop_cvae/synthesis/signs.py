"""Letters and signs of several alphabets as pen strokes, from the Hershey fonts.

Latin in print, script and black letter, Greek, Cyrillic, kana, signs of mathematics, music,
planets and maps: what people write that is not a digit. Signs that some people write as a digit
(o, l, Z, S, З, Ч, θ, …) are left out. They come as lines in ``resources/signs``.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from desktop_cvae.core.paths import resources_dir
from desktop_cvae.core.results import FloatArray

MIDDLE = ord("R")
"""Character of coordinate 0."""
MOST_SHAKY, MOST_BENT = 0.6, 0.08
"""Greatest deviation from a sign's points, in their unit, and greatest bend by half its size."""
NARROWEST = 0.35
"""Least width over height, or height over width, of a drawn sign."""


@cache
def signs() -> dict[str, tuple[FloatArray, ...]]:
    """Return every sign's strokes by its font and index, float32, (P, 2) each, y downward."""
    lines = (resources_dir() / "signs" / "hershey.txt").read_text(encoding="ascii").splitlines()
    rows = (line.split(" ") for line in lines if not line.startswith("#"))
    return {name: tuple(map(_points, strokes)) for name, *strokes in rows}


def _points(stroke: str) -> FloatArray:
    numbers = np.frombuffer(stroke.encode("ascii"), np.uint8).reshape(-1, 2)
    return numbers.astype(np.float32) - MIDDLE


def sign_lines(rng: np.random.Generator) -> list[FloatArray]:
    """Draw one sign in some handwriting.

    Args:
        rng: decides which, and how.

    Returns:
        float32, (P, 2) each, x and y in about [−1, 1].
    """
    every = list(signs().values())
    strokes = every[int(rng.integers(len(every)))]
    shake = rng.uniform(0, MOST_SHAKY)
    shaky = [stroke + rng.normal(0, shake, stroke.shape) for stroke in strokes]
    bends = rng.normal(0, MOST_BENT, (2, 2))
    return [_bent(line, bends) for line in fitted(shaky)]


def _bent(line: FloatArray, bends: np.ndarray) -> FloatArray:
    other = line[:, ::-1]
    bent: FloatArray = line + bends[0] * np.sin(np.pi / 2 * other) + bends[1] * other**2
    return bent.astype(np.float32)


def fitted(lines: list[np.ndarray]) -> list[FloatArray]:
    """Move and scale lines (P, 2) into [−1, 1] around the middle."""
    points = np.concatenate(lines)
    low, high = points.min(0), points.max(0)
    size = np.maximum(high - low, NARROWEST * float((high - low).max()) + 1e-6)
    return [((line - (low + high) / 2) / (size / 2)).astype(np.float32) for line in lines]
