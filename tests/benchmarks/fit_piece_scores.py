"""Fit how much a piece of a line looks like one whole digit: the network of pieces and weights.

Usage: ``python tests/benchmarks/fit_piece_scores.py [--handwriting FOLDER] [--lines N]``
``[--epochs N] [--go-on] [--write]``

Numbers of many hands are composed whose pieces are known: MNIST's training digits and every second
one of the folder's. A piece is a whole digit if it holds one digit's ink and hardly any other; the
network of ``inference/shape_network.py`` learns that from the piece and its surroundings. On
further lines the weights of ``inference/piece_scores.py`` are fitted by a logistic regression.
Prints what the network tells apart, the share of digits that are among the pieces at all, the
weights, and what further numbers are read at with every balance. Needs TensorFlow.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from composed_lines import Line, compose_number
from fit_shape_network import fit, untrained_network, write
from hands import Hand, all_hands
from line_outcomes import share_right

from desktop_cvae.inference import piece_scores
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.inference.piece_scores import cut_features
from desktop_cvae.inference.shape_network import PIECE_NETWORK, network_tensors
from desktop_cvae.pictures.line_pieces import FieldPiece, find_fields

LEAST_SHARE, SURE_SHARE = 0.8, 0.95
"""So much of a piece's ink is one digit's: less is no digit, more is one."""
LEAST_WHOLE, SURE_WHOLE = 0.6, 0.85
"""And it holds so much of that digit's ink."""
STEPS, RIDGE = 60, 1.0
BALANCES = tuple(np.arange(-1, 3.01, 0.5).tolist())
FURTHER = 0.1
"""The weights are fitted on so many further lines, over those that the network learns from."""
READ = 150
"""So many numbers are read with every balance."""


def wholeness(piece: FieldPiece, line: Line) -> tuple[int, float]:
    """Which digit a piece is, from 1 on, and how far it is that and nothing else, in [0, 1]."""
    rows, columns = np.nonzero(piece.prepared.image > 0.3)
    x, y = piece.prepared.box[:2]
    left, top = piece.prepared.offset
    scale = piece.prepared.scale
    at_x = np.rint((columns + 0.5 - left) / scale + x - 0.5).astype(int)
    at_y = np.rint((rows + 0.5 - top) / scale + y - 0.5).astype(int)
    height, width = line.owners.shape
    inside = (at_x >= 0) & (at_x < width) & (at_y >= 0) & (at_y < height)
    owners = line.owners[at_y[inside], at_x[inside]]
    counts = np.bincount(owners[owners > 0], minlength=len(line.text) + 1)
    best = int(counts.argmax())
    if best == 0:
        return 0, 0.0
    share = counts[best] / counts.sum()
    whole = counts[best] / max(1e-6, (line.owners == best).sum() * scale**2)
    is_one = np.clip((share - LEAST_SHARE) / (SURE_SHARE - LEAST_SHARE), 0, 1)
    is_whole = np.clip((whole - LEAST_WHOLE) / (SURE_WHOLE - LEAST_WHOLE), 0, 1)
    return best, float(is_one * is_whole)


class Pieces:
    """The pieces of many numbers, and the truth about them."""

    def __init__(self, hands: list[Hand], random: np.random.Generator, lines: int) -> None:
        pictures, truths, features, found = [], [], [], []
        for _ in range(lines):
            line = compose_number(hands, random)
            pieces = [piece for field in find_fields(line.picture) for piece in field.pieces]
            if not pieces:
                continue
            planes = [(piece.prepared.image, piece.surroundings) for piece in pieces]
            pictures.append(np.rint(255 * np.stack(planes).transpose(0, 2, 3, 1)).astype(np.uint8))
            judged = [wholeness(piece, line) for piece in pieces]
            truths += [truth for _, truth in judged]
            features.append(cut_features(pieces))
            whole = {owner for owner, truth in judged if truth > 0.5}
            found.append((line.spacing, len(whole) / len(line.text)))
        self.pictures, self.truths = np.concatenate(pictures), np.array(truths)
        self.features, self.found = np.concatenate(features), found

    def coverage(self) -> dict[str, float]:
        """By spacing, the share of digits that are among the pieces."""
        kinds = sorted({kind for kind, _ in self.found})
        return {
            kind: round(float(np.mean([share for own, share in self.found if own == kind])), 4)
            for kind in kinds
        }


def fitted(features: np.ndarray, truths: np.ndarray) -> np.ndarray:
    """Ridge logistic regression by Newton's method; the bias is the last weight."""
    design = np.column_stack([features, np.ones(len(features))]).astype(np.float64)
    weights = np.zeros(design.shape[1])
    penalty = RIDGE * np.eye(len(weights))
    penalty[-1, -1] = 0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        slope = design.T @ (chance - truths) + penalty @ weights
        bend = (design * (chance * (1 - chance))[:, None]).T @ design + penalty
        weights -= np.linalg.solve(bend, slope)
    return weights


def read_with_balances(model: OpenedModel, lines: list[Line]) -> None:
    """What the numbers are read at; and what the lines' probabilities are worth (log score)."""
    for balance in BALANCES:
        piece_scores.BALANCE = balance
        shares, worth = [], []
        for line in lines:
            page = model.read_page(line.picture)
            text = "".join(digit.label_name for digit in page.digits)
            shares.append(share_right(line.text, text))
            trust = min(max(page.probability, 1e-3), 1 - 1e-3)
            worth.append(np.log(trust if text == line.text else 1 - trust))
        right = np.mean(np.array(shares) == 1)
        print(
            f"BALANCE {balance:4.1f}: {100 * np.mean(shares):.2f} % of digits, "
            f"{100 * right:.1f} % of numbers, logarithmic score {np.mean(worth):.3f}",
            flush=True,
        )


def main() -> None:
    """Compose, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="studio")
    parser.add_argument("--handwriting", type=Path)
    parser.add_argument("--lines", type=int, default=4000)
    parser.add_argument("--epochs", type=int, default=10, help="0 fits the weights alone")
    parser.add_argument("--seed", type=int, default=100)
    parser.add_argument("--go-on", action="store_true", help="from the network that is there")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    hands, random = all_hands("train", options.handwriting), np.random.default_rng(options.seed)
    network = untrained_network(PIECE_NETWORK)
    if options.go_on or not options.epochs:
        network.set_weights(list(network_tensors(PIECE_NETWORK).values()))
    if options.epochs:
        learned = Pieces(hands, random, options.lines)
        print(f"{len(learned.truths):,} pieces; among them: {learned.coverage()}", flush=True)
        even = np.ones(len(learned.truths))
        fit(network, learned.pictures, learned.truths, even, options.epochs)
        if options.write:
            write(PIECE_NETWORK, network)
        del learned
    further = Pieces(hands, random, round(FURTHER * options.lines))
    seen = further.pictures.astype(np.float32) / 255
    odds = np.concatenate(
        [network(seen[at : at + 1000], training=False).numpy() for at in range(0, len(seen), 1000)]
    )
    features = np.column_stack([odds[:, 0], further.features])
    weights = fitted(features, further.truths)
    log_odds = features @ weights[:-1] + weights[-1]
    right = np.mean((log_odds > 0) == (further.truths > 0.5))
    costs = np.logaddexp(0, log_odds) - further.truths * log_odds
    print(f"{len(log_odds):,} further pieces; told apart: {right:.4f}, {np.mean(costs):.4f} nats")
    print("WEIGHTS", np.round(weights[:-1], 2).tolist(), "BIAS", round(float(weights[-1]), 2))
    piece_scores.WEIGHTS, piece_scores.BIAS = weights[:-1], float(weights[-1])
    lines = [compose_number(hands, random) for _ in range(READ)]
    read_with_balances(open_model(options.model), lines)


if __name__ == "__main__":
    main()
