"""Pens that draw strokes as ink, and the strokes of digits and letters.

A pen has a round or broad nib, serifs, a slant, a soft or hard edge. A stroke is a row of points
“xy” on a grid of 0–9, y downward; one that begins with “~” is drawn smoothly through its points.
Every writer writes some signs in several ways. Rejection is fitted on them beside real digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.results import FloatArray

SIDE = 56
"""Side of the sheet in pixels."""
LETTERS: dict[str, tuple[str, ...]] = {
    "A": ("09 40 89, 16 76", "09 40 80 89, 05 85", "~09 13 40 73 89, 06 86"),
    "C": ("~82 60 30 03 06 39 69 87",),
    "E": ("80 00 09 89, 04 64", "~81 50 11 24 54, ~24 06 29 59 88"),
    "F": ("80 00 09, 04 64",),
    "H": ("00 09, 80 89, 04 84",),
    "K": ("00 09, 80 05, 24 89", "00 09, 80 14 89"),
    "L": ("00 09 79",),
    "M": ("09 00 45 80 89", "09 10 49 70 89"),
    "N": ("09 00 89 80",),
    "P": ("00 09, ~00 50 81 83 55 05",),
    "R": ("00 09, ~00 50 81 83 55 05, 35 89",),
    "T": ("00 80, 40 49",),
    "U": ("~00 05 28 49 68 85 80", "~00 06 29 59 86 80, 80 89"),
    "V": ("00 49 80", "~00 46 49 80"),
    "W": ("00 29 43 69 80", "~00 07 29 47 43 47 69 87 80"),
    "X": ("00 89, 80 09",),
    "Y": ("00 44 80, 44 49",),
    "a": (
        "~73 53 25 27 49 67 75, 73 79",
        "~12 40 70 73 79, ~74 34 07 29 59 77",
        "~81 50 11 05 18 49 86, 80 87 99",
    ),
    "d": ("~75 43 16 29 49 77, 70 79",),
    "e": ("~06 86 74 42 13 07 29 59 88", "~05 84 71 30 03 07 39 88"),
    "f": ("~71 50 31 33 39, 14 64", "~80 50 33 39, 13 73"),
    "h": ("00 09, ~05 24 53 75 79",),
    "k": ("00 09, 73 06, 25 79",),
    "m": ("03 09, ~05 13 33 45 49, ~45 53 73 85 89",),
    "n": ("01 09, ~04 21 51 75 79", "00 09, ~03 30 60 84 89"),
    "p": ("01 09, ~02 31 62 74 56 25 05", "00 09, ~01 40 71 73 55 05"),
    "r": ("01 09, ~05 22 51 72", "00 09, ~04 30 70"),
    "t": ("~40 47 59 78, 13 73", "40 49, 13 73", "~30 37 59 78, 12 72"),
    "u": ("~01 07 29 59 77, 71 79", "~00 07 39 69 87, 80 89"),
    "w": ("00 29 40 69 80",),
    "x": ("~00 45 89, 80 09",),
    "y": ("00 44, 80 19", "~00 04 36 65 80, ~80 86 59 18"),
    "+": ("04 84, 40 49",),
    "*": ("40 49, 02 87, 82 07",),
    "#": ("20 29, 60 69, 03 83, 06 86",),
    "=": ("03 83, 06 86",),
    "%": ("80 09, ~11 20 31 22 11, ~67 76 87 78 67",),
    "Δ": ("40 09 89 40",),
    "Λ": ("09 40 89",),
    "Π": ("00 80, 10 19, 70 79",),
    "Σ": ("80 00 54 09 89",),
    "Ψ": ("~00 03 45 83 80, 40 49",),
    "Ω": ("09 29, 69 89, ~29 14 20 60 74 69",),
    "И": ("00 09 80 89",),
    "Я": ("80 89, ~80 30 12 35 85, 55 09",),
    "Э": ("~11 40 73 76 49 18, 34 84",),
    "→": ("04 84, 52 84 56",),
}
"""Signs that are not digits, without letters that some write as a digit: o, I, z, …"""
DIGITS: tuple[tuple[str, ...], ...] = (
    ("~40 12 16 49 87 83 50 30", "~50 21 05 28 59 78 85 72 40", "~40 12 16 49 87 83 40, 80 09"),
    ("40 49", "13 40 49", "13 40 49, 19 79", "60 29", "05 60 59", "04 50 59, 09 99", "22 40 49"),
    ("~12 30 60 72 64 09, 09 89", "~12 40 72 45 18 07 37 89", "~01 40 72 09, 09 79"),
    ("~11 40 71 53 34, ~34 64 77 49 08", "00 80 44, ~44 74 87 59 09", "~01 30 62 34 67 49 09"),
    (
        "10 05 85, 60 69",
        "60 06 86, 60 69",
        "20 05 95, 62 59",
        "~10 13 05 25 84, ~80 74 69",
        "50 06 76, 43 49",
    ),
    ("80 10 04, ~04 44 77 49 08", "80 20, ~20 14 54 77 49 08", "~71 30 14 44 66 39 08"),
    ("~70 32 06 29 69 86 65 25 06", "~50 13 06 29 58 66 44 06", "~60 23 17 49 77 55 26"),
    ("00 80 39", "00 80 39, 25 75", "02 00 80 39", "~01 30 80 54 39", "00 80 39, 14 84"),
    ("~44 11 40 71 44 07 49 87 44", "~80 31 23 66 59 28 36 80", "~70 30 12 66 58 28 26 73 70"),
    ("~84 45 13 30 70 83 84 79", "~73 45 12 30 60 82, 82 79", "~82 44 12 30 81 75 39"),
)
"""Ways of writing 0 … 9: flags and feet, crossed sevens, slashed zeros, open fours."""
CURSIVE_DIGITS: tuple[tuple[str, ...], ...] = (
    (
        "~40 11 06 39 77 83 51 21 43 74",
        "~31 60 84 68 38 15 21 50 83",
        "~50 21 05 28 58 76 72 50 41 61 91",
        "~72 50 14 27 59 77 72 40 21 53",
    ),
    (
        "08 50 59",
        "09 60 59",
        "~07 24 50, 50 49",
        "08 50 59, 29 89",
        "~09 34 60, ~60 55 59",
        "~08 33 50, ~50 56 69",
        "07 60 39",
        "22 40 49, 09 89",
        "~80 45 09",
        "70 19",
        "08 60 49, 49 69",
        "~19 26 50, 50 79",
        "09 50 89",
    ),
    (
        "~13 30 70 73 27 19 06 17 49 89",
        "~34 12 30 60 82 55 19, 19 89",
        "~43 22 10 40 80 83 46 08 26 49 88",
        "~44 14 11 40 80 83 65 08 28 69 99",
        "~53 24 02 20 50 62 45 19 28 49 79",
        "~14 02 20 50 63 46 09, 09 89",
        "~32 44 23 11 40 80 74 19 06 28 59 88",
        "~13 30 61 63 28 09, ~09 28 58 99",
    ),
    (
        "~02 30 61 43 33, ~43 76 58 29 07",
        "00 70 34, ~34 65 78 49 08",
        "~01 50 62 44 24, ~24 66 78 39 07",
        "~11 40 71 44 24 54 76 59 18 06",
    ),
    (
        "~30 05 15 95, 53 59",
        "~20 14 25 84, ~73 56 49",
        "40 06 96, 44 49",
        "~10 13 35 65, 70 79",
        "~50 06 26 96, ~63 56 59",
        "~40 15 06 76, 61 59",
        "~00 05 25 74, ~81 65 49",
        "30 07, ~07 25 45 46 49",
        "30 06 66, 53 49",
        "~41 13 05 35 63, 70 69",
        "~12 14 35 64 71, ~71 67 59",
    ),
    (
        "~51 46 38 19 06, 51 91",
        "~50 44 47 39 18 07, 50 90",
        "~91 60 41 43 55 57 39 08",
        "~41 44 56 58 39 17, 41 90",
        "~90 61 54 48 29 08",
        "~80 50 32 44 65 58 29 07",
        "~30 24 54 67 49 18, 30 90",
        "30 33, ~33 65 58 29 07, ~30 51 90",
        "15 38 50 90",
        "~13 25 39, 39 50 91",
    ),
    ("~60 22 06 39 77 65 36 17", "~80 42 06 29 58 66 44 15", "~60 13 07 39 68 65 35 07"),
    (
        "~02 10 31 80, 80 39, 25 75",
        "~12 30 41 80, ~80 54 49, 15 85",
        "02 00 80 29, 14 84",
        "~02 11 31 80 44 39, 25 85",
        "12 10 80 39, 25 75",
        "~03 11 40 80, ~80 55 39",
        "01 90 29, ~24 44 65 84",
        "~11 41 50 39, 15 85",
    ),
    (
        "~30 23 45 67 49 27 45 73 80",
        "~70 32 44 67 59 27 35 62 80",
        "~80 50 32 44 66 59 28 36 63 82",
        "~71 40 12 34 66 58 28 16 44 81",
        "~20 43 65 49 26 45 72 60",
        "~72 50 22 34 66 49 17 25 54 73",
        "~83 61 32 34 57 49 18 16 44 72 91",
        "~60 40 32 44 68 39 17 25 63 73",
    ),
    (
        "~19 32 50 81 73 54 33",
        "~29 22 40 70 82 64 34 23",
        "39 31, ~31 50 72 64 33",
        "~72 40 12 34 62 71, ~71 76 59 27",
        "~62 30 13 34 62, ~62 67 49 18 26 55 84",
        "~44 22 40 71 63 34, ~73 56 39 08",
        "~43 12 30 61 53 34 64 82, ~62 56 39",
        "~18 39 43 31 50 81 73 44 33",
        "~60 73 54 33 12 30 60 72 54 19",
        "~14 42 30 12 34 63 81, ~72 76 58 38",
    ),
)
"""Ways of southern European and South American hands that the pen strokes of UNIPEN lack: 1 with a
flag from its foot, 5 like a long s, 9 like p or g, 4 like h, looped 2."""
STEPS = 5


@dataclass(frozen=True)
class Pen:
    """A pen, by which strokes become ink.

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
    """Draw a pen, a handwriting or a font by chance."""
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
    """Render strokes as ink.

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
            for point in (placed[0], placed[-1]):
                starts.append(point[np.newaxis] - (pen.serif, 0))
                ends.append(point[np.newaxis] + (pen.serif, 0))
    return _ink(np.concatenate(starts), np.concatenate(ends), pen)


def _ink(starts: np.ndarray, ends: np.ndarray, pen: Pen) -> FloatArray:
    """Return the distance to the nearest segment, in a space where the nib is a circle."""
    cos, sin = np.cos(pen.angle), np.sin(pen.angle)
    # The nib's longer side lies along (cos, sin): distances across it count more.
    space = np.array([[cos, sin], [-sin / pen.thinness, cos / pen.thinness]]).T
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    pixels = (np.stack([x.ravel(), y.ravel()], axis=1) @ space).astype(np.float32)
    starts, steps = starts @ space, (ends - starts) @ space
    lengths = np.maximum((steps**2).sum(1), 1e-6)
    ways = (steps / lengths[:, np.newaxis]).astype(np.float32)
    along = pixels @ ways.T - (starts * ways).sum(1, dtype=np.float32)
    np.clip(along, 0, 1, out=along)
    squares = np.zeros_like(along)
    for axis in (0, 1):
        gap = along * steps[:, axis].astype(np.float32)
        gap += starts[:, axis].astype(np.float32)
        gap -= pixels[:, axis : axis + 1]
        gap *= gap
        squares += gap
    distance = np.sqrt(squares.min(axis=1)).reshape(SIDE, SIDE)
    ink = (pen.nib - distance) / pen.edge + 0.5
    return np.asarray(np.clip(ink, 0, 1), np.float32)


def stroke_lines(sign: str, rng: np.random.Generator, jitter: float) -> list[FloatArray]:
    """Return the strokes of a sign as polylines.

    Args:
        sign: strokes, parted by commas.
        rng: moves every point a little.
        jitter: standard deviation of that move, in steps of the grid.

    Returns:
        float32, (P, 2) each, x and y in about [−1, 1].
    """
    # Points that two strokes share stay together: one move for each point of the grid.
    moves = rng.normal(0, jitter, (10, 10, 2))
    return [_line(stroke.strip(), moves) for stroke in sign.split(",")]


def _line(stroke: str, moves: np.ndarray) -> FloatArray:
    smooth = stroke.startswith("~")
    grid = [(int(point[0]), int(point[1])) for point in stroke.removeprefix("~").split()]
    points = np.array([point + moves[point] for point in grid])
    points = (points - (4, 4.5)) / (4, 4.5)
    return np.asarray(_smooth(points) if smooth else points, np.float32)


def _smooth(points: np.ndarray) -> np.ndarray:
    """Interpolate all points by a Catmull–Rom spline, closed where the ends meet."""
    closed = bool(np.allclose(points[0], points[-1]))
    before = points[-2] if closed else 2 * points[0] - points[1]
    after = points[1] if closed else 2 * points[-1] - points[-2]
    padded = np.concatenate([[before], points, [after]])
    t = np.linspace(0, 1, STEPS, endpoint=False)[:, np.newaxis]
    pieces = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        curve = 2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2
        pieces.append((curve + (3 * b - a - 3 * c + d) * t**3) / 2)
    return np.concatenate([*pieces, points[-1:]])
