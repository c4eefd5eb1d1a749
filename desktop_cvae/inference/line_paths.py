"""Which pieces of a line are its digits, and which labels: the best way that keeps the rule."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop_cvae.core.results import Recognition
from desktop_cvae.images.fields import Field
from desktop_cvae.inference.field_rules import FieldRule
from desktop_cvae.inference.piece_scores import log_odds
from desktop_cvae.inference.segmentation import Edge, Path, best_paths

TEMPERATURE = 3.0
"""Softens the evidence between labels, which is surer of itself than its errors allow."""
FARTHEST = 8.0
"""Labels whose log-probability is lower than the best by more than this are not considered."""
MOST_LOST = 12.0
"""A rule is not forced on ink that is worse explained by this many log-odds."""
CHECKED = 400
"""So many of the best readings are held against a rule's check digit; one in ten passes."""


def choose_path(
    field: Field, readings: Sequence[Recognition], names: Sequence[str], rule: FieldRule | None
) -> tuple[Path, str]:
    """The best reading of a line, and a warning if it is not the one the ink suggests.

    Args:
        field: the line's pieces.
        readings: of the pieces.
        names: of the labels.
        rule: what the line must be, if anything.

    Returns:
        the pieces and labels; and a sentence if the best reading breaks the rule, or "".
    """
    scores = [log_odds(*pair) for pair in zip(field.pieces, readings, strict=True)]
    free = best_paths(_edges(field, readings, scores, 0.0), field.cut_count)[0]
    if rule is None or rule.allows(_text(free, names)):
        return free, ""
    paths = _paths_of_rule(field, readings, scores, rule)
    kept = next((path for path in paths if rule.allows(_text(path, names))), None)
    if kept is None or kept.score < free.score - MOST_LOST:
        return free, f"This is not {rule.title}, and cannot be read as one."
    return kept, f"Without the rule this reads {_text(free, names)}, which is not {rule.title}."


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
