"""Things that people draw where a digit is asked for, as pen strokes.

But for letters and signs none of them is among the shapes that a refusal is fitted on. Each is
drawn on the window's own canvas by its three pens, as it is and by other hands: turned,
stretched, a little shaky.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from replayed_strokes import drawn

from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.widgets.pen_bar import WIDTHS

Points = list[tuple[float, float]]
Doodle = list[Points]
STEPS = 48
HANDS = 4
"""Of each doodle and pen: as it is, and by so many less one other hands."""


def _curve(
    place: Callable[[float], tuple[float, float]], start: float = 0.0, end: float = 1.0
) -> Points:
    return [place(float(t)) for t in np.linspace(start, end, STEPS)]


def _ellipse(
    x: float, y: float, width: float, height: float, start: float = 0.0, end: float = 1.0
) -> Points:
    """Clockwise from the right; 0.25 is below."""
    turn = 2 * math.pi
    return _curve(
        lambda t: (x + width * math.cos(turn * t), y + height * math.sin(turn * t)), start, end
    )


def _heart(t: float) -> tuple[float, float]:
    a = 2 * math.pi * t
    y = 13 * math.cos(a) - 5 * math.cos(2 * a) - 2 * math.cos(3 * a) - math.cos(4 * a)
    return 16 * math.sin(a) ** 3, -y


def _star(corners: int, step: int) -> Points:
    angles = [2 * math.pi * step * k / corners - math.pi / 2 for k in range(corners + 1)]
    return [(math.cos(a), math.sin(a)) for a in angles]


def _spiral(t: float) -> tuple[float, float]:
    return t * math.cos(6 * math.pi * t), t * math.sin(6 * math.pi * t)


def _wave(t: float) -> tuple[float, float]:
    return 4 * t, math.sin(4 * math.pi * t) / 2


def _cloud(t: float) -> tuple[float, float]:
    radius = 1 + 0.25 * abs(math.sin(7 * math.pi * t))
    return 1.6 * radius * math.cos(2 * math.pi * t), radius * math.sin(2 * math.pi * t)


def _petals(t: float) -> tuple[float, float]:
    radius = 0.6 + 0.4 * math.cos(10 * math.pi * t)
    return radius * math.cos(2 * math.pi * t), radius * math.sin(2 * math.pi * t)


DOODLES: dict[str, Doodle] = {
    "heart": [_curve(_heart)],
    "plus": [[(0, 5), (10, 5)], [(5, 0), (5, 10)]],
    "H": [[(0, 0), (0, 10)], [(7, 0), (7, 10)], [(0, 5), (7, 5)]],
    "square": [[(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]],
    "L": [[(0, 0), (0, 10), (6, 10)]],
    "triangle": [[(5, 0), (10, 9), (0, 9), (5, 0)]],
    "star": [_star(5, 2)],
    "arrow": [[(0, 5), (10, 5)], [(6, 1), (10, 5), (6, 9)]],
    "smiley": [
        _ellipse(5, 5, 5, 5),
        _ellipse(3.3, 3.6, 0.3, 0.3),
        _ellipse(6.7, 3.6, 0.3, 0.3),
        _ellipse(5, 5.5, 2.5, 2, 0.05, 0.45),
    ],
    "spiral": [_curve(_spiral)],
    "house": [
        [(0, 10), (0, 4), (5, 0), (10, 4), (10, 10), (0, 10)],
        [(4, 10), (4, 7), (6, 7), (6, 10)],
    ],
    "check mark": [[(0, 6), (3.5, 10), (10, 0)]],
    "circle with a cross": [_ellipse(5, 5, 5, 5), [(5, 0), (5, 10)], [(0, 5), (10, 5)]],
    "@": [
        _ellipse(5, 5, 1.8, 2),
        [(6.8, 3), (6.8, 6), (7.6, 7), (8.8, 6.4), *_ellipse(5, 5, 4.8, 4.8, 0.02, -0.86)],
    ],
    "&": [
        [
            *((9, 10), (3, 3.6), (2.6, 1.8), (3.6, 0.2), (5, 0.2), (5.8, 1.6), (4.8, 3.4)),
            *((1.4, 5.6), (0.4, 7.6), (1.6, 9.6), (4, 10), (6.4, 8.6), (8.4, 5)),
        ]
    ],
    "?": [
        [*_ellipse(3, 2.6, 2.6, 2.6, -0.5, 0.12), (3.2, 5.6), (3, 7)],
        [(3, 9.4), (3, 9.8)],
    ],
    "zigzag": [[(0, 4), (2, 0), (4, 4), (6, 0), (8, 4), (10, 0)]],
    "cross": [[(0, 0), (9, 10)], [(9, 0), (0, 10)]],
    "moon": [[*_ellipse(5, 5, 5, 5, 0.15, 0.85), *reversed(_ellipse(6.6, 5, 4, 4.06, 0.2, 0.8))]],
    "lightning": [[(6, 0), (1, 6), (5, 5.4), (2, 11), (8, 4), (4.4, 4.6), (6, 0)]],
    "wave": [_curve(_wave)],
    "cloud": [_curve(_cloud)],
    "flower": [_curve(_petals), [(0, 1), (0, 2.6)]],
    "stick figure": [
        _ellipse(5, 1.4, 1.4, 1.4),
        [(5, 2.8), (5, 7)],
        [(2, 4.4), (8, 4.4)],
        [(2.6, 10), (5, 7), (7.4, 10)],
    ],
    "fish": [[*_ellipse(4, 5, 4, 2.4, 0.06, 0.94), (10, 7.4), (10, 2.6), (7.7, 5.9)]],
    "tree": [[(4, 10), (4, 7), (0, 7), (5, 0), (10, 7), (6, 7), (6, 10)]],
    "envelope": [[(0, 0), (10, 0), (10, 7), (0, 7), (0, 0)], [(0, 0), (5, 4), (10, 0)]],
    "hash": [[(3, 0), (2, 10)], [(7, 0), (6, 10)], [(0, 3), (9, 3)], [(0, 7), (9, 7)]],
    "pi": [[(0, 1), (10, 1)], [(3, 1), (2, 10)], [(7, 1), (7, 8), (9, 10)]],
    "letter W": [[(0, 0), (2.5, 10), (5, 3), (7.5, 10), (10, 0)]],
}
"""By name; places in any unit, y down."""
SIGNS = ("plus", "H", "L", "triangle", "arrow", "cross", "hash", "pi", "letter W")
"""Letters and signs, which a refusal is fitted on in other shapes."""


def doodles(hands: int = HANDS, seed: int = 0) -> tuple[list[FloatArray], list[str]]:
    """Every doodle by every pen and hand, as drawn on the canvas, and what each is."""
    rng = np.random.default_rng(seed)
    made, names = [], []
    for name, strokes in DOODLES.items():
        for width in WIDTHS.values():
            for hand in range(hands):
                by_hand = _by_hand(strokes, rng) if hand else strokes
                made.append(drawn([_followed(p) for p in by_hand], width))
                names.append(name)
    return made, names


def _by_hand(strokes: Doodle, rng: np.random.Generator) -> Sequence[Points]:
    """Turned by some degrees, wider or narrower, slanted, shaky."""
    turn, slant, wide = rng.normal(0, 0.1), rng.normal(0, 0.12), math.exp(rng.normal(0, 0.12))
    cos, sin = math.cos(turn), math.sin(turn)
    warp = np.array([[cos, -sin], [sin, cos]]) @ np.array([[wide, slant], [0, 1]])
    size = np.ptp(np.concatenate([np.array(points) for points in strokes]), axis=0).max()
    moved = []
    for points in strokes:
        shaky = np.array(points) @ warp.T + rng.normal(0, 0.008 * size, (len(points), 2))
        moved.append([(float(x), float(y)) for x, y in shaky])
    return moved


def _followed(points: Points) -> Points:
    """The same way in many small steps, as a pointer moves: the canvas then keeps its corners."""
    knots = np.array(points)
    steps = np.hypot(*np.diff(knots, axis=0).T)
    along = np.concatenate([[0], steps.cumsum()])
    at = np.union1d(np.linspace(0, along[-1], 4 * STEPS), along)
    return list(zip(*(np.interp(at, along, axis).tolist() for axis in knots.T), strict=True))
