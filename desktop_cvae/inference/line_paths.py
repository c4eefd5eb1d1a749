"""Which pieces of a line are its digits, and which labels: the best way that keeps the rule."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.results import Recognition
from desktop_cvae.images.fields import Field
from desktop_cvae.inference.field_rules import FieldRule
from desktop_cvae.inference.piece_scores import log_odds
from desktop_cvae.inference.segmentation import Edge, Path, best_paths

TEMPERATURE = 8.0
"""Softens the evidence between labels, which is surer of itself than its errors allow: in nats,
near what calibration finds for the shipped reader."""
FARTHEST = 8.0
"""Labels whose log-probability is lower than the best by more than this are not considered."""
MOST_LOST = 12.0
"""A rule is not forced on ink that is worse explained by this many log-odds."""
RIVALS = 60
"""So many of the best readings share the probability."""
CHECKED = 400
"""So many of the best readings are held against a rule's check digit; one in ten passes."""


@dataclass(frozen=True)
class Choice:
    """How a line is read.

    Attributes:
        path: its pieces and labels.
        probability: in [0, 1], of this text among the best readings.
        warning: a sentence if the best reading breaks the rule, or "".
    """

    path: Path
    probability: float
    warning: str = ""


def choose_path(
    field: Field, readings: Sequence[Recognition], names: Sequence[str], rule: FieldRule | None
) -> Choice:
    """The best reading of a line, and a warning if it is not the one the ink suggests.

    Args:
        field: the line's pieces.
        readings: of the pieces.
        names: of the labels.
        rule: what the line must be, if anything.
    """
    scores = [log_odds(*pair) for pair in zip(field.pieces, readings, strict=True)]
    rivals = best_paths(_edges(field, readings, scores, FARTHEST), field.cut_count, count=RIVALS)
    free = rivals[0]
    if rule is None or rule.allows(_text(free, names)):
        return Choice(free, _probability(free, rivals, names))
    paths = _paths_of_rule(field, readings, scores, rule)
    kept = next((path for path in paths if rule.allows(_text(path, names))), None)
    if kept is None or kept.score < free.score - MOST_LOST:
        warning = f"This is not {rule.title}, and cannot be read as one."
        return Choice(free, _probability(free, rivals, names), warning)
    warning = f"Without the rule this reads {_text(free, names)}, which is not {rule.title}."
    return Choice(kept, _probability(kept, rivals, names), warning)


def _probability(chosen: Path, rivals: Sequence[Path], names: Sequence[str]) -> float:
    """Share of a text in the odds of the best readings; several cuts may give one text."""
    text = _text(chosen, names)
    same = [path.score for path in rivals if _text(path, names) == text] or [chosen.score]
    other = [path.score for path in rivals if _text(path, names) != text]
    best = max(*same, *other, chosen.score)
    mine = sum(math.exp(score - best) for score in same)
    return mine / (mine + sum(math.exp(score - best) for score in other))


def _paths_of_rule(
    field: Field, readings: Sequence[Recognition], scores: Sequence[float], rule: FieldRule
) -> list[Path]:
    if rule.check is None:
        edges = _edges(field, readings, scores, 0.0)
        return best_paths(edges, field.cut_count, rule.lengths)
    edges = _edges(field, readings, scores, FARTHEST)
    return best_paths(edges, field.cut_count, rule.lengths, CHECKED)


def _text(path: Path, names: Sequence[str]) -> str:
    return "".join(names[edge.label] for edge in path.edges)


def _edges(
    field: Field, readings: Sequence[Recognition], scores: Sequence[float], farthest: float
) -> list[Edge]:
    """Every piece with its best label, and with those that come near."""
    edges = []
    for number, (piece, reading) in enumerate(zip(field.pieces, readings, strict=True)):
        behind = (reading.evidence_nats.max() - reading.evidence_nats) / TEMPERATURE
        for label in np.flatnonzero(behind <= farthest).tolist():
            score = scores[number] - float(behind[label])
            edges.append(Edge(piece.first, piece.last, score, number, label))
    return edges
