"""Pictures that are no digits, made from nothing but digits and chance.

A model is asked about them when its refusal is fitted, so that no letters or
photographs of anybody are needed (outlier exposure, Hendrycks et al. 2019,
arXiv:1812.04606, with made-up outliers). Some are digits by accident; whoever fits
must bear that.
"""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.images.areas import make_area
from desktop_cvae.images.mnist_style import to_mnist_style
from desktop_cvae.images.pens import any_pen, draw
from desktop_cvae.images.signs import LETTERS, stroke_lines
from desktop_cvae.images.silhouettes import make_silhouette

KINDS = 16
"""Of so many decoys 6 are letters, 3 other strokes, 3 areas, 3 outlines, 1 is made of digits."""
TURNABLE = (2, 3, 4, 5, 6, 7, 9)
"""Digits that are another sign when they lie on their side or stand in a mirror."""
JITTERS = (0.1, 0.35)
_WAYS = tuple(way for ways in LETTERS.values() for way in ways)


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
    return np.stack([_decoy(index % KINDS, digits, labels, rng) for index in range(count)])


def _decoy(kind: int, digits: FloatArray, labels: IntArray, rng: np.random.Generator) -> FloatArray:
    while True:
        if kind < 6:
            drawn = _letter(rng)
        elif kind < 9:
            drawn = _strokes(rng)
        elif kind < 12:
            drawn = make_area(rng)
        elif kind < 15:
            drawn = make_silhouette(rng)
        else:
            drawn = _made_of_digits(digits, labels, rng)
        # Blank ones are refused by the preparation: nothing to learn from.
        prepared = to_mnist_style(drawn.astype(np.float32))
        if prepared.found:
            return prepared.image


def _letter(rng: np.random.Generator) -> FloatArray:
    way = _WAYS[int(rng.integers(len(_WAYS)))]
    return draw(stroke_lines(way, rng, rng.uniform(*JITTERS)), any_pen(rng))


def _strokes(rng: np.random.Generator) -> FloatArray:
    """Letters of no alphabet: two to five lines and arcs that meet at the knots of a grid."""
    lines: list[FloatArray] = []
    for _ in range(int(rng.integers(2, 6))):
        line = _line(rng) if rng.random() < 0.6 else _arc(rng)
        if lines and rng.random() < 0.6:
            line = line - line[0] + lines[-1][-1]
        lines.append((line + rng.normal(0, 0.04, (1, 2))).astype(np.float32))
    return draw(lines, any_pen(rng))


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
