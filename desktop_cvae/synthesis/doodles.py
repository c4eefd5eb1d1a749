"""Doodles: random drawings, as strokes, that are neither digits nor letters.

Closed shapes, shapes that are their own mirror image, things in a frame, rays, hatchings,
scribbles. They are made by rules, not from a list of things, so that a rejection fitted on them
knows doodles and not hearts and stars.

Tested in tests/synthesis/test_synthetic_outliers.py.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from desktop_cvae.core.results import DoubleArray, FloatArray
from desktop_cvae.synthesis.signs import fitted

SMOOTH = 24
"""Points of a smooth line."""


def doodle_lines(rng: np.random.Generator) -> list[FloatArray]:
    """Draw one doodle by chance.

    Args:
        rng: decides.

    Returns:
        float32, (P, 2) each, x and y in [−1, 1], y downward.
    """
    kind = _KINDS[int(rng.integers(len(_KINDS)))]
    return fitted(kind(rng))


def _polygon(rng: np.random.Generator) -> list[DoubleArray]:
    """Draw three to eight corners around a middle; regular, dented like a star, or irregular."""
    count = int(rng.integers(3, 9))
    angles = 2 * np.pi * (np.arange(count) + rng.normal(0, 0.2, count)) / count
    radii = np.exp(rng.normal(0, 0.3, count))
    if count > 4 and rng.random() < 0.4:
        radii[::2] *= rng.uniform(0.3, 0.7)
    return [_around(angles, radii)]


def _around(angles: DoubleArray, radii: DoubleArray) -> DoubleArray:
    """Return a closed line by its corners' angles and distances from the middle."""
    corners = radii[:, np.newaxis] * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return np.concatenate([corners, corners[:1]])


def _outline(rng: np.random.Generator) -> list[DoubleArray]:
    """Draw a wavy closed curve: petals, clouds, blots."""
    angles = np.linspace(0, 2 * np.pi, SMOOTH)
    radii = np.ones(SMOOTH)
    if rng.random() < 0.4:
        # Bows that meet in cusps, outside or inside.
        bows = abs(np.sin(int(rng.integers(2, 10)) * angles / 2))
        return [_around(angles, radii + rng.uniform(0.2, 0.7) * rng.choice([-1, 1]) * bows)]
    for waves in rng.choice(np.arange(2, 8), size=2, replace=False):
        radii += rng.uniform(0.15, 0.45) * np.cos(waves * angles + rng.uniform(0, 2 * np.pi))
    return [_around(angles, np.maximum(radii, 0.1))]


def _loops(rng: np.random.Generator) -> list[DoubleArray]:
    """Draw a curve that crosses itself: three waves across and three down, whole or nearly."""
    t = np.linspace(0, 2 * np.pi * rng.choice([1, rng.uniform(0.6, 1)]), 2 * SMOOTH)
    waves = np.arange(1, 4)[:, np.newaxis]
    phases, sizes = rng.uniform(0, 2 * np.pi, (2, 3, 1)), rng.normal(0, 1, (2, 3, 1)) / waves**0.5
    return [(sizes * np.sin(waves * t + phases)).sum(axis=1).T]


def _figure(rng: np.random.Generator) -> list[DoubleArray]:
    """Draw a Lissajous figure, whole or not, or a coil."""
    t = np.linspace(0, 2 * np.pi * rng.uniform(0.7, 1), 2 * SMOOTH)
    across, down = rng.choice(np.arange(1, 5), size=2, replace=False)
    if rng.random() < 0.6:
        return [np.stack([np.sin(across * t + rng.uniform(0, np.pi)), np.cos(down * t)], axis=1)]
    radius = np.linspace(rng.uniform(0.2, 0.9), 1, 2 * SMOOTH)
    drift = np.linspace(0, rng.uniform(0, 6), 2 * SMOOTH)
    turns = rng.uniform(2, 4)
    return [np.stack([radius * np.cos(turns * t) + drift, radius * np.sin(turns * t)], axis=1)]


def _scribble(rng: np.random.Generator) -> list[DoubleArray]:
    """Draw a line through 6 to 14 points, angular or smooth, wandering or zigzag."""
    points = rng.uniform(-1, 1, (int(rng.integers(6, 15)), 2))
    if rng.random() < 0.4:
        order = np.linspace(-1, 1, len(points))
        sides = np.where(np.arange(len(points)) % 2, 1.0, -1.0) * rng.uniform(0.5, 1, len(points))
        points = np.stack([order, sides], axis=1)[:, :: int(rng.choice([-1, 1]))]
    return [points if rng.random() < 0.5 else smooth(points)]


def smooth(points: DoubleArray) -> DoubleArray:
    """Round a line by Chaikin's corner cutting (1974), twice; its ends stay."""
    for _ in range(2):
        near = 0.75 * points[:-1] + 0.25 * points[1:]
        far = 0.25 * points[:-1] + 0.75 * points[1:]
        between = np.stack([near, far], axis=1).reshape(-1, 2)
        points = np.concatenate([points[:1], between, points[-1:]])
    return points


def _mirrored(rng: np.random.Generator) -> list[DoubleArray]:
    """Draw one to three lines and their mirror image; the first ones meet at the axis."""
    lines: list[DoubleArray] = []
    for number in range(int(rng.integers(1, 4))):
        half = rng.uniform((0, -1), (1, 1), (int(rng.integers(2, 6)), 2))
        if number == 0:
            half[[0, -1], 0] = 0
            half[:, 1] = np.sort(half[:, 1])
        half = smooth(half) if rng.random() < 0.5 else half
        lines += [half, half * (-1, 1)]
    if rng.random() < 0.3:
        lines.append(np.array([[0.0, -1], [0.0, rng.uniform(0, 1.3)]]))
    return [line[:, ::-1] for line in lines] if rng.random() < 0.25 else lines


def _framed(rng: np.random.Generator) -> list[DoubleArray]:
    """Draw a closed shape with one to four marks in it or at it."""
    frame = (_polygon, _outline, _ring)[int(rng.integers(3))](rng)
    inner = rng.uniform(0.25, 0.9)
    lines = [*frame]
    for _ in range(int(rng.integers(1, 5))):
        kind = int(rng.integers(4))
        at = rng.uniform(-0.5, 0.5, 2)
        if kind == 0:
            lines.append(inner * rng.uniform(-1, 1, (2, 2)))
        elif kind == 1:
            lines.append(at + 0.2 * inner * _ring(rng)[0])
        elif kind == 2:
            lines.append(at + inner * smooth(rng.uniform(-0.7, 0.7, (4, 2))))
        else:
            outside = rng.normal(0, 1, 2)
            outside /= np.hypot(*outside)
            lines.append(np.stack([outside, rng.uniform(1.4, 2.2) * outside]))
    return lines


def _ring(rng: np.random.Generator) -> list[DoubleArray]:
    angles = np.linspace(0, 2 * np.pi, SMOOTH) + rng.uniform(0, 2 * np.pi)
    return [_around(angles, np.ones(SMOOTH)) * rng.uniform(0.7, 1.3, 2)]


def _rays(rng: np.random.Generator) -> list[DoubleArray]:
    """Draw three to nine lines from a middle, with or without a ring or a stem."""
    count, start = int(rng.integers(3, 10)), rng.uniform(0, 2 * np.pi)
    angles = start + 2 * np.pi * np.arange(count) / count
    hole = rng.choice([0.0, rng.uniform(0.3, 0.7)])
    ways = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    lines = [np.stack([hole * way, way]) for way in ways]
    if hole and rng.random() < 0.7:
        lines.append(hole * _ring(rng)[0])
    if rng.random() < 0.3:
        lines.append(np.array([[0.0, hole], [0.0, rng.uniform(1.3, 2.5)]]))
    return lines


def _hatching(rng: np.random.Generator) -> list[DoubleArray]:
    """Draw two to five leaning lines side by side, often crossed by others."""
    lines: list[DoubleArray] = []
    lean = rng.normal(0, 0.2)
    for is_across in (False, True)[: int(rng.integers(1, 3))]:
        for x in np.linspace(-0.7, 0.7, int(rng.integers(2, 5))):
            line = np.array([[x + lean, -1.0], [x - lean, 1.0]]) + rng.normal(0, 0.08, 2)
            lines.append(line[:, ::-1] if is_across else line)
    return lines


def _pointer(rng: np.random.Generator) -> list[DoubleArray]:
    """Draw a shaft with a head, a hook, a bar or a loop at one end or both, at any angle."""
    shaft = np.array([[-1.0, 0], [0, rng.normal(0, 0.3)], [1.0, 0]])
    lines = [smooth(shaft)]
    for end in (1, -1)[: int(rng.integers(1, 3))]:
        wing, back = rng.uniform(0.3, 0.7), rng.uniform(-0.5, 0.7)
        head = np.array([[1 - back, -wing], [1, 0], [1 - back, wing]])
        if rng.random() < 0.4:
            head = np.concatenate([head, head[:1]])
        lines.append(head * (end, 1))
    turn = rng.uniform(0, 2 * np.pi)
    warp = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    return [line @ warp for line in lines]


def _angles(rng: np.random.Generator) -> list[DoubleArray]:
    """Draw a line of two to five level, upright or slanting pieces: corners, steps, ticks."""
    count = int(rng.integers(2, 6))
    angles = np.cumsum(rng.choice([-1, 1], count) * rng.uniform(0.3, 0.8, count) * np.pi)
    if rng.random() < 0.5:
        angles = np.round(angles / (np.pi / 2)) * np.pi / 2
    lengths = np.exp(rng.normal(0, 0.4, count))[:, np.newaxis]
    steps = lengths * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    line = np.concatenate([np.zeros((1, 2)), steps.cumsum(axis=0)])
    if count == 2:
        # A corner at the upper right would be a 7, one that hardly shows a 1.
        middle = line[[0, 2]].mean(axis=0)
        return [line if line[1, 0] < middle[0] or line[1, 1] > middle[1] else -line]
    return [np.concatenate([line, line[:1]]) if rng.random() < 0.4 else line]


_KINDS: tuple[Callable[[np.random.Generator], list[DoubleArray]], ...] = (
    _polygon,
    _outline,
    _figure,
    _loops,
    _scribble,
    _mirrored,
    _mirrored,
    _framed,
    _framed,
    _rays,
    _hatching,
    _pointer,
    _angles,
)
