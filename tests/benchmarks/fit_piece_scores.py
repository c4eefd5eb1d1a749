"""Fit the weights of ``inference/line_hypotheses.py`` on lines of MNIST's training digits.

Usage: ``python tests/benchmarks/fit_piece_scores.py [--model MODEL] [--lines N] [--seed S]``

A piece of a line is right if it holds one digit's ink and hardly any other. Prints the
weights, the bias, and the share of digits that are among the pieces at all. Then further lines
are read with every balance: the one that reads most digits is printed, and of those as good the
one whose lines' probabilities are worth most (logarithmic score).
"""

from __future__ import annotations

import argparse

import numpy as np
from composed_lines import LENGTH, Line, compose_line
from line_outcomes import edits

from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference import line_hypotheses
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.line_hypotheses import choose_hypothesis, log_odds, piece_features
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.inference.recognition import score_through_noise
from desktop_cvae.pictures.fields import Field, FieldPiece, find_fields

LEAST_SHARE = 0.88
"""So much of a right piece is one digit."""
LEAST_WHOLE = 0.75
"""And it holds so much of that digit."""
STEPS, RIDGE = 60, 1.0
BALANCES = tuple(np.arange(0, 4.01, 0.25).tolist())


def owner_of(piece: FieldPiece, line: Line) -> int | None:
    """The digit, 0 … 9, that a piece is; None for parts of digits and for several."""
    image = piece.prepared.image
    rows, columns = np.nonzero(image > 0.3)
    x, y = piece.prepared.box[:2]
    left, top = piece.prepared.offset
    scale = piece.prepared.scale
    at_x = np.rint((columns + 0.5 - left) / scale + x - 0.5).astype(int)
    at_y = np.rint((rows + 0.5 - top) / scale + y - 0.5).astype(int)
    height, width = line.owners.shape
    inside = (at_x >= 0) & (at_x < width) & (at_y >= 0) & (at_y < height)
    owners = line.owners[at_y[inside], at_x[inside]]
    counts = np.bincount(owners[owners > 0], minlength=LENGTH + 1)
    best = int(counts.argmax())
    whole = (line.owners == best).sum() * scale**2
    if best == 0 or counts[best] < LEAST_SHARE * counts.sum():
        return None
    return best - 1 if counts[best] > LEAST_WHOLE * whole else None


def rows_of(engine: Engine, line: Line) -> tuple[list[np.ndarray], list[bool], set[int]]:
    """Features and truth of every piece of a line, and which digits were found."""
    features, truth, found = [], [], set()
    fields: list[Field] = find_fields(line.picture)
    pieces = [piece for field in fields for piece in field.pieces]
    if not pieces:
        return features, truth, found
    scores = score_through_noise(engine, np.stack([piece.prepared.image for piece in pieces]))
    for piece, evidence in zip(pieces, scores.evidence_nats, strict=True):
        owner = owner_of(piece, line)
        features.append(piece_features(piece, evidence))
        right = owner is not None
        found |= {owner} if right else set()
        truth.append(right)
    return features, truth, found


def fitted(features: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Ridge logistic regression by Newton's method; the bias is the last weight."""
    design = np.column_stack([features, np.ones(len(features))]).astype(np.float64)
    weights = np.zeros(design.shape[1])
    penalty = RIDGE * np.eye(len(weights))
    penalty[-1, -1] = 0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        slope = design.T @ (chance - truth) + penalty @ weights
        bend = (design * (chance * (1 - chance))[:, None]).T @ design + penalty
        weights -= np.linalg.solve(bend, slope)
    return weights


def fitted_balance(engine: Engine, lines: list[Line]) -> tuple[float, float, float]:
    """The balance that reads most digits, the share it reads, and its logarithmic score."""
    found = [(line, field) for line in lines for field in find_fields(line.picture)[:1]]
    scored = [
        score_through_noise(engine, np.stack([piece.prepared.image for piece in field.pieces]))
        for _, field in found
    ]
    outcomes = []
    for balance in BALANCES:
        line_hypotheses.BALANCE = balance
        shares, worth = [], []
        for (line, field), scores in zip(found, scored, strict=True):
            evidence = scores.evidence_nats
            odds = [log_odds(*pair) for pair in zip(field.pieces, evidence, strict=True)]
            choice = choose_hypothesis(field, odds, evidence, DIGIT_NAMES, None)
            text = "".join(DIGIT_NAMES[edge.label] for edge in choice.hypothesis.edges)
            shares.append(1 - len(edits(line.text, text)) / len(line.text))
            trust = min(max(choice.probability, 1e-3), 1 - 1e-3)
            worth.append(np.log(trust if text == line.text else 1 - trust))
        outcomes.append((round(float(np.mean(shares)), 3), float(np.mean(worth)), balance))
    share, score, balance = max(outcomes)
    return balance, share, score


def main() -> None:
    """Compose, score, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="studio")
    parser.add_argument("--lines", type=int, default=150)
    parser.add_argument("--seed", type=int, default=100)
    wish = parser.parse_args()
    digits, random = load_dataset("mnist", "train"), np.random.default_rng(wish.seed)
    engine = open_model(wish.model).engine
    features, truth, present = [], [], {}
    for number in range(wish.lines):
        line = compose_line(digits, random, number)
        some, right, found = rows_of(engine, line)
        features += some
        truth += right
        present.setdefault(line.spacing, []).append(len(found) / LENGTH)
    weights = fitted(np.array(features), np.array(truth, np.float64))
    print(
        "among the pieces:",
        {kind: round(float(np.mean(shares)), 4) for kind, shares in present.items()},
    )
    chance = 1 / (1 + np.exp(-(np.array(features) @ weights[:-1] + weights[-1])))
    apart = float(np.mean((chance > 0.5) == truth))
    print(f"{len(truth)} pieces, {np.mean(truth):.3f} right; told apart: {apart:.4f}")
    print("WEIGHTS", np.round(weights[:-1], 2).tolist(), "BIAS", round(float(weights[-1]), 2))
    line_hypotheses.WEIGHTS, line_hypotheses.BIAS = weights[:-1], float(weights[-1])
    more = [compose_line(digits, random, number) for number in range(wish.lines)]
    balance, share, score = fitted_balance(engine, more)
    print(f"BALANCE {balance}: {100 * share:.1f} % of digits, logarithmic score {score:.3f}")


if __name__ == "__main__":
    main()
