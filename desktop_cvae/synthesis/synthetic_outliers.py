"""Synthetic outliers: pictures that are not digits, made from nothing but digits and chance.

A model is asked about them when its rejection threshold is fitted, so that no letters or
photographs of anybody are needed (outlier exposure, Hendrycks et al. 2019, arXiv:1812.04606, with
made-up outliers): letters, signs, doodles and other strokes, filled and textured areas, silhouettes
of things seen from the front (vases, shirts, trousers, chairs), and pieces of digits. Some are
digits by accident, so the fit must tolerate a few wrong labels.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.pictures.preparation import to_mnist_style
from desktop_cvae.synthesis.doodles import doodle_lines
from desktop_cvae.synthesis.pens import LETTERS, SIDE, any_pen, draw, stroke_lines
from desktop_cvae.synthesis.restyling import smoothed
from desktop_cvae.synthesis.signs import sign_lines

WIDEST = 22.0
"""Half of the sheet, less a margin."""
TURNABLE = (2, 3, 4, 5, 6, 7, 9)
"""Digits that are another sign when rotated by a quarter or mirrored."""
JITTERS = (0.1, 0.35)
FINE = (1.2, 3.5)
"""Half of the nib's longer side, in pixels, where strokes lie close."""
_WAYS = tuple(way for ways in LETTERS.values() for way in ways)


def make_area(rng: np.random.Generator) -> FloatArray:
    """Draw a blob, boxes, a grating or a cloud of grey by chance.

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
    field = cloud(rng, float(rng.uniform(3, 9))) - np.hypot(*coordinates()) / 14 + 0.8
    return np.asarray(np.clip(3 * field, 0, 1), np.float32)


def _boxes(rng: np.random.Generator) -> FloatArray:
    x, y = coordinates()
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
    x, y = coordinates()
    angle, period = rng.uniform(0, np.pi), rng.uniform(4, 14)
    wave = np.sin(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / period)
    window = np.hypot(x, y) if rng.random() < 0.5 else np.maximum(abs(x), abs(y))
    return np.asarray(np.clip(0.5 + wave, 0, 1) * (window < rng.uniform(14, 22)), np.float32)


def _grey_cloud(rng: np.random.Generator) -> FloatArray:
    x, y = coordinates()
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
    """Return Gaussian-smoothed noise, float32, (56, 56), of mean 0 and variance 1."""
    field = smoothed(rng.standard_normal((SIDE, SIDE)).astype(np.float32), size_px)
    field -= field.mean()
    return (field / max(float(field.std()), 1e-9)).astype(np.float32)


def coordinates() -> tuple[FloatArray, FloatArray]:
    """Return every pixel's coordinates (x, y) from the middle, float32, (56, 56) each."""
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32) - (SIDE - 1) / 2
    return x, y


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
    """Draw a silhouette, plain or textured.

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
    """Draw straight lines between three to seven widths; one body in three is lopsided."""
    x, y = coordinates()
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
    """Cut a slit, as between two legs."""
    _, y = coordinates()
    top = rng.uniform(-0.6, 0.3) * body.height
    half = rng.uniform(0.3, 0.5) + (y - top) * rng.uniform(0, 0.25)
    return np.asarray((y > top) & (body.off < half))


def _arms(body: _Body, rng: np.random.Generator) -> np.ndarray:
    """Add sleeves or handles that lead away from the axis and down."""
    _, y = coordinates()
    top, length = rng.uniform(-1, 0.2) * body.height, rng.uniform(4, 30)
    middle = body.reach.max() * 0.6 + (y - top) / rng.uniform(0.2, 2.5)
    near = abs(body.off - middle) < rng.uniform(2.5, 5)
    rows = (y > top - 2 + 0.3 * body.off) & (y < top + length) & (y > -body.height)
    return np.asarray(near & rows & (body.off < WIDEST))


def _cloth(body: _Body, rng: np.random.Generator) -> np.ndarray:
    """Return grey values: clouds, stripes, folds along the sides, or plain."""
    x, y = coordinates()
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


def make_synthetic_outliers(
    digits: FloatArray, labels: IntArray, count: int, seed: int
) -> FloatArray:
    """Make pictures of many kinds that are not digits, prepared as opened pictures are.

    Args:
        digits: float32, (N, 28, 28), in [0, 1], the digits that some are made of.
        labels: int64, (N,), what they are.
        count: how many pictures.
        seed: the same seed makes the same pictures.

    Returns:
        float32, (count, 28, 28), in [0, 1], white on black, kinds in turn.
    """
    rng = np.random.default_rng([seed, 31])
    kinds = outlier_kinds(count)
    return np.stack([_outlier(int(kind), digits, labels, rng) for kind in kinds])


def outlier_kinds(count: int) -> IntArray:
    """Return the kind of each outlier, int64, (count,), counted from 0."""
    turns = [kind for kind, (often, _) in enumerate(_MAKERS) for _ in range(often)]
    return np.resize(np.array([*turns, len(_MAKERS)], np.int64), count)


def _outlier(
    kind: int, digits: FloatArray, labels: IntArray, rng: np.random.Generator
) -> FloatArray:
    while True:
        if kind < len(_MAKERS):
            drawn = _MAKERS[kind][1](rng)
        else:
            drawn = _made_of_digits(digits, labels, rng)
        # The preparation rejects blank ones: nothing to learn from.
        prepared = to_mnist_style(drawn.astype(np.float32))
        if prepared.found:
            return prepared.image


def _letter(rng: np.random.Generator) -> FloatArray:
    way = _WAYS[int(rng.integers(len(_WAYS)))]
    return draw(stroke_lines(way, rng, rng.uniform(*JITTERS)), any_pen(rng))


def _sign(rng: np.random.Generator) -> FloatArray:
    """Draw a sign with a pen that leaves its counters open: its strokes may lie close."""
    pen = any_pen(rng)
    return draw(sign_lines(rng), replace(pen, nib=min(pen.nib, rng.uniform(*FINE))))


def _doodle(rng: np.random.Generator) -> FloatArray:
    return draw(doodle_lines(rng), any_pen(rng))


def _strokes(rng: np.random.Generator) -> FloatArray:
    """Draw a letter of no alphabet: two to five lines and arcs between the knots of a grid."""
    lines: list[FloatArray] = []
    for _ in range(int(rng.integers(2, 6))):
        line = _line(rng) if rng.random() < 0.6 else _arc(rng)
        if lines and rng.random() < 0.6:
            line = line - line[0] + lines[-1][-1]
        lines.append((line + rng.normal(0, 0.04, (1, 2))).astype(np.float32))
    return draw(lines, any_pen(rng))


def _line(rng: np.random.Generator) -> FloatArray:
    """Return (2, 2): from knot to knot, x and y in [−1, 1], mostly upright or level."""
    start, end = rng.integers(-1, 2, (2, 2)).astype(np.float32)
    if rng.random() < 0.6:
        axis = int(rng.integers(2))
        end[axis], end[1 - axis] = start[axis], -start[1 - axis] or 1
    return np.asarray(np.stack([start, end]), np.float32)


def _arc(rng: np.random.Generator) -> FloatArray:
    """Return (P, 2): part of an ellipse around a knot."""
    middle = rng.integers(-1, 2, 2) / 2
    radius = rng.uniform(0.4, 1.0, 2)
    start = rng.integers(4) * np.pi / 2 + rng.normal(0, 0.3)
    angles = start + np.linspace(0, rng.choice([-1, 1]) * rng.uniform(1.2, 5.2), 12)
    points = middle + radius * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return np.asarray(points, np.float32)


def _made_of_digits(digits: FloatArray, labels: IntArray, rng: np.random.Generator) -> FloatArray:
    """Rotate or mirror a digit, join halves of two digits, or overlay two."""
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


_MAKERS: tuple[tuple[int, Callable[[np.random.Generator], FloatArray]], ...] = (
    (4, _letter),
    (6, _sign),
    (6, _doodle),
    (2, _strokes),
    (2, make_area),
    (3, make_silhouette),
)
"""Outliers of each kind in every 24; the last one is made of digits."""
