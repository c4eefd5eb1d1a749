"""How much a piece of a line looks like one whole digit: log-odds that add up.

The evidence alone favours little ink: a thin piece costs fewer nats than a whole digit.
So it is set against what the ink lets expect, and weighed with the piece's shape and the
ink that its cuts cross, by a logistic regression (fitted on lines of MNIST's training
digits by ``tests/benchmarks/fit_piece_scores.py``).
"""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.results import FloatArray, Recognition
from desktop_cvae.images.fields import FieldPiece

WEIGHTS = np.array([-2.62, -1.28, 1.54, 4.85, -6.63, 3.5, -4.33, -11.48, -0.25, 0.31])
"""Of :func:`piece_features`, as fitted."""
BIAS = -2.7
BALANCE = 1.0
"""A digit that was cut badly counts as wrong in the fit, yet can be read: so much must be
given to every piece, lest a line come out too short. Fitted by the same program, so that most
digits of further lines are read."""


def log_odds(piece: FieldPiece, reading: Recognition) -> float:
    """Natural logarithm of the odds that the piece is one whole digit."""
    return float(piece_features(piece, reading) @ WEIGHTS + BIAS + BALANCE)


def piece_features(piece: FieldPiece, reading: Recognition) -> FloatArray:
    """What the odds are made of; float32, (10,), each of the order of 1."""
    image = piece.prepared.image
    excess = excess_nats(image, reading)
    ink = float(image.sum()) / 100
    misread = -float(np.log(max(reading.probability, 1e-6)))
    shares = (excess / 50 / (0.3 + ink), excess / 50, np.sqrt(ink))
    size = (piece.width, (piece.width - 0.6) ** 2, min(piece.height, 1.5), _lowness(piece))
    cut = (min(piece.crossed, 1.5), piece.bridged, min(misread, 3.0))
    return np.array([*shares, *size, *cut], np.float32)


def excess_nats(image: FloatArray, reading: Recognition) -> float:
    """−ELBO under the best label above the least that grey pixels cost any model, ≥ 0.

    Args:
        image: float32, (28, 28), what the model read.
        reading: what it said.
    """
    grey = np.clip(image.astype(np.float64), 1e-6, 1 - 1e-6)
    least = -(grey * np.log(grey) + (1 - grey) * np.log1p(-grey)).sum()
    return max(0.0, -float(reading.evidence_nats.max()) - float(least))


def _lowness(piece: FieldPiece) -> float:
    """How far the piece stays below the line's height."""
    return float(max(0.0, 0.8 - piece.height) ** 2 * 4)
