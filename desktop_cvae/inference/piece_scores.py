"""Log odds that a piece of a line is one whole digit; they add up along a hypothesis.

The evidence alone favours little ink: a thin piece costs fewer nats than a whole digit. So the
evidence weighs a piece's labels against each other, and whether it is a digit at all is decided
by a network that sees what surrounds it, weighed with the piece's shape and the ink that its
cuts cross by a logistic regression (fitted by ``tests/benchmarks/fit_piece_scores.py``).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop_cvae.core.results import FloatArray
from desktop_cvae.inference.shape_network import whole_odds
from desktop_cvae.pictures.line_pieces import FieldPiece

WEIGHTS = np.array([0.97, 0.49, -0.57, 0.26, -1.57, -0.26, -0.1])
"""Fitted weights of the network's log odds and of :func:`cut_features`."""
BIAS = -0.53
BALANCE = 0.0
"""Log odds added to every piece, in case lines come out too short.

The fit counts a badly cut digit as wrong, although it can be read. The same program finds the value
with which most digits of further lines are read."""


def log_odds(pieces: Sequence[FieldPiece]) -> FloatArray:
    """Return the natural log odds that each piece is one whole digit; float64, (pieces,)."""
    seen = whole_odds(
        np.stack([piece.prepared.image for piece in pieces]),
        np.stack([piece.surroundings for piece in pieces]),
    )
    odds: FloatArray = np.column_stack([seen, cut_features(pieces)]) @ WEIGHTS + BIAS + BALANCE
    return odds


def cut_features(pieces: Sequence[FieldPiece]) -> FloatArray:
    """Return the features of size and cuts; float32, (pieces, 6), of the order of 1."""
    rows = [
        (
            piece.width,
            (piece.width - 0.6) ** 2,
            min(piece.height, 1.5),
            _lowness(piece),
            min(piece.crossed, 1.5),
            piece.bridged,
        )
        for piece in pieces
    ]
    return np.array(rows, np.float32)


def _lowness(piece: FieldPiece) -> float:
    """Return how far the piece stays below the line's height."""
    return float(max(0.0, 0.8 - piece.height) ** 2 * 4)
