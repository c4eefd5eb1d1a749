"""Draws strokes as ink: round and broad nibs, serifs, slants, soft and hard edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.results import FloatArray

SIDE = 56
"""Pixels of the sheet."""


@dataclass(frozen=True)
class Pen:
    """How strokes become ink.

    Attributes:
        width: of the sign, in pixels to either side of the middle.
        height: the same, up and down.
        slant: pixels to the left for each pixel down.
        turn: of the whole sign, radians.
        nib: half of the nib's longer side, in pixels.
        thinness: its shorter side over the longer one, in (0, 1].
        angle: of the nib's longer side, radians; 0 is level, for letters of a book.
        serif: half the length of the bars at the strokes' ends, in pixels; 0 for none.
        edge: over how many pixels the ink fades.
    """

    width: float
    height: float
    slant: float
    turn: float
    nib: float
    thinness: float
    angle: float
    serif: float
    edge: float


def any_pen(rng: np.random.Generator) -> Pen:
    """A pen, a hand or a font by chance."""
    is_type = rng.random() < 0.5
    return Pen(
        width=rng.uniform(7, 20),
        height=rng.uniform(15, 20),
        slant=rng.normal(0, 0.15) + (0.2 if rng.random() < 0.2 else 0),
        turn=0.0 if is_type else rng.normal(0, 0.1),
        nib=rng.uniform(1.5, 4.5) * (1.3 if rng.random() < 0.15 else 1),
        thinness=rng.uniform(0.25, 1) if rng.random() < 0.5 else 1.0,
        angle=0.0 if is_type else rng.uniform(-0.8, 0.8),
        serif=rng.uniform(2, 5) if is_type and rng.random() < 0.5 else 0.0,
        edge=rng.uniform(0.8, 3),
    )


def draw(lines: Sequence[FloatArray], pen: Pen) -> FloatArray:
    """Ink of strokes.

    Args:
        lines: float32, (P, 2) each, x and y in about [−1, 1], y downward.
        pen: how.

    Returns:
        float32, (56, 56), in [0, 1], ink is 1.
    """
    cos, sin = np.cos(pen.turn), np.sin(pen.turn)
    starts, ends = [], []
    for line in lines:
        x = pen.width * line[:, 0] - pen.slant * pen.height * line[:, 1]
        y = pen.height * line[:, 1]
        placed = np.stack([cos * x - sin * y, sin * x + cos * y], axis=1) + SIDE / 2
        starts.append(placed[:-1])
        ends.append(placed[1:])
        if pen.serif:
            for place in (placed[0], placed[-1]):
                starts.append(place[np.newaxis] - (pen.serif, 0))
                ends.append(place[np.newaxis] + (pen.serif, 0))
    return _ink(np.concatenate(starts), np.concatenate(ends), pen)


def _ink(starts: np.ndarray, ends: np.ndarray, pen: Pen) -> FloatArray:
    """Distance to the nearest segment, in a space where the nib is a circle."""
    cos, sin = np.cos(pen.angle), np.sin(pen.angle)
    # The nib's longer side lies along (cos, sin): distances across it count more.
    space = np.array([[cos, sin], [-sin / pen.thinness, cos / pen.thinness]]).T
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    pixels = np.stack([x.ravel(), y.ravel()], axis=1) @ space
    starts, steps = starts @ space, (ends - starts) @ space
    lengths = np.maximum((steps**2).sum(1), 1e-6)
    along = pixels @ steps.T - (starts * steps).sum(1)
    t = np.clip(along / lengths, 0, 1)
    dx = pixels[:, :1] - starts[:, 0] - t * steps[:, 0]
    dy = pixels[:, 1:] - starts[:, 1] - t * steps[:, 1]
    distance = np.sqrt((dx**2 + dy**2).min(axis=1)).reshape(SIDE, SIDE)
    ink = (pen.nib - distance) / pen.edge + 0.5
    return np.asarray(np.clip(ink, 0, 1), np.float32)
