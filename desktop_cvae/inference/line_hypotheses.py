"""The best hypothesis about a line's digits and labels that keeps the field's rule."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import Box, FloatArray
from desktop_cvae.inference.beam_search import MARK, Edge, Hypothesis, best_hypotheses
from desktop_cvae.inference.field_rules import FieldRule, Separators
from desktop_cvae.pictures.fields import Field

TEMPERATURE = 8.0
"""Divisor of the evidence between labels, which is more certain than its errors allow; in nats.

It is near the calibrated temperature of the shipped recogniser."""
FARTHEST = 8.0
"""Margin of log probability beyond which a label is not considered."""
MOST_LOST = 12.0
"""Log odds that a rule may cost; ink that explains it worse is not forced into the rule."""
RIVALS = 60
"""Number of best readings that share the probability."""
ROUNDING = 1e-6
"""Tolerance of sums of scores."""
CHECKED = 400
"""Number of best readings checked against a rule's check digit; one in ten passes."""
MARK_ODDS = 1.0
"""Log odds that a low, small piece is a comma, for rules with marks."""
SLASH_ODDS = -3.0
"""Log odds that a stroke is a slash, for rules with slashes that no other reading keeps."""
LOW_MARK, NARROW_MARK = 0.55, 0.45
"""Largest height and width of a mark, as fractions of the line's height."""


def worth_reading(field: Field, odds: FloatArray) -> list[int]:
    """Return the pieces worth scoring: their best hypothesis is near to the best of all.

    Args:
        field: the line's pieces.
        odds: (pieces,), log-odds that each is one whole digit.

    Returns:
        their numbers; from the first cut to the last there is always a way.
    """
    marks = _marks(field)
    scores = np.maximum(odds, [MARK_ODDS if n in marks else -np.inf for n in range(len(odds))])
    before, after = np.full((2, field.seam_count), -np.inf)
    before[0] = after[-1] = 0.0
    pieces = list(zip(field.pieces, scores.tolist(), strict=True))
    for piece, score in sorted(pieces, key=lambda pair: pair[0].first):
        before[piece.last] = max(before[piece.last], before[piece.first] + score)
    for piece, score in sorted(pieces, key=lambda pair: -pair[0].last):
        after[piece.first] = max(after[piece.first], score + after[piece.last])
    through = [before[piece.first] + score + after[piece.last] for piece, score in pieces]
    # The best way's own pieces may come out lower by a rounding.
    return np.flatnonzero(np.array(through) >= before[-1] - MOST_LOST - ROUNDING).tolist()


@dataclass(frozen=True)
class Choice:
    """The chosen reading of a line.

    Attributes:
        hypothesis: its pieces and labels.
        probability: in [0, 1], of this text among the best readings.
        warning: a sentence if the best reading breaks the rule, or "".
        bent: edges that the best reading without the rule has not.
        separators: what stands between the digits, as the rule has it.
        probabilities: of every digit, in [0, 1], the probability that it is cut and read so.
        others: of every digit, the labels that other readings have in its place, likely first.
    """

    hypothesis: Hypothesis
    probability: float
    warning: str = ""
    bent: frozenset[Edge] = frozenset()
    separators: Separators = ()
    probabilities: tuple[float, ...] = ()
    others: tuple[tuple[int, ...], ...] = ()

    @property
    def digits(self) -> tuple[Edge, ...]:
        """The edges that are not marks."""
        return tuple(edge for edge in self.hypothesis.edges if edge.label != MARK)


def choose_hypothesis(
    field: Field,
    odds: Sequence[float],
    evidence_nats: FloatArray,
    names: Sequence[str],
    rule: FieldRule | None,
) -> Choice:
    """Choose the best reading of a line, and warn if the ink suggests another one.

    Args:
        field: the line's pieces.
        odds: log-odds that each piece is one whole digit.
        evidence_nats: float32, (pieces, K), which weighs a piece's labels against each other.
        names: of the labels.
        rule: what the line must be, if anything.
    """
    choice, rivals = _choose(field, odds, evidence_nats, names, rule)
    doubts = _doubts(choice, rivals, len(names))
    probabilities, others = (
        tuple(probability for probability, _ in doubts),
        tuple(labels for _, labels in doubts),
    )
    return replace(choice, probabilities=probabilities, others=others)


def _doubts(
    choice: Choice, rivals: Sequence[Hypothesis], label_count: int
) -> list[tuple[float, tuple[int, ...]]]:
    """Return each digit's probability among the best readings, and the rival labels.

    A reading has the same digit if that alone, under that label, lies there for the most part:
    a cut that moves by a hair is no other reading, one more or less is.
    """
    chosen = choice.hypothesis
    scores = np.array([path.score for path in rivals])
    best = max(chosen.score, scores.max())
    weights = np.exp(scores - best)
    alone = 0.0 if chosen in rivals else math.exp(chosen.score - best)
    # First cut, last cut and label of every reading's digits, (3, readings, digits).
    table = np.zeros((3, len(rivals), max(len(path.edges) for path in rivals)), np.int64)
    for row, path in enumerate(rivals):
        for index, edge in enumerate(path.edges):
            table[:, row, index] = edge.first, edge.last, edge.label
    first, last, labels = table
    doubts = []
    for edge in choice.digits:
        shared = np.minimum(last, edge.last) - np.maximum(first, edge.first)
        # They overlap by more than half of either.
        here = 2 * shared > np.minimum(last - first, edge.last - edge.first)
        agrees = (here.sum(1) == 1) & (here & (labels == edge.label)).any(1)
        instead = here & ~agrees[:, np.newaxis] & (labels != MARK) & (labels != edge.label)
        rows, indices = np.nonzero(instead)
        total = np.bincount(labels[rows, indices], weights[rows], label_count)
        likely = np.argsort(-total, kind="stable")[: np.count_nonzero(total)]
        agreed = alone + float(weights[agrees].sum())
        probability = agreed / (agreed + float(weights[~agrees].sum()))
        doubts.append((probability, tuple(likely.tolist())))
    return doubts


def _choose(
    field: Field,
    odds: Sequence[float],
    evidence_nats: FloatArray,
    names: Sequence[str],
    rule: FieldRule | None,
) -> tuple[Choice, list[Hypothesis]]:
    """Return the best reading, and the best ones without the rule."""
    marks = {} if rule is None or rule.punctuate is None else _marks(field)
    edges = _edges(field, odds, evidence_nats, FARTHEST, marks)
    rivals = best_hypotheses(edges, field.seam_count, count=RIVALS)
    # Nothing but commas is no number.
    rivals = [path for path in rivals if _text(path, names)] or best_hypotheses(
        _edges(field, odds, evidence_nats, FARTHEST, {}), field.seam_count, count=RIVALS
    )
    free = rivals[0]
    if rule is None:
        return Choice(free, _probability(free, rivals, names)), rivals
    separators = _separators(free, field, names, rule)
    if separators is not None:
        chance = _probability(free, rivals, names)
        return Choice(free, chance, separators=separators), rivals
    if rule.has_slashes:
        marks = marks | _slashes(field, evidence_nats, names)
    found = (
        (path, _separators(path, field, names, rule))
        for path in _hypotheses_of_rule(field, odds, evidence_nats, rule, marks)
    )
    kept, separators = next((pair for pair in found if pair[1] is not None), (None, None))
    if kept is None or separators is None or kept.score < free.score - MOST_LOST:
        warning = tr("This is not {rule}, and cannot be read as one.", rule=rule.title)
        return Choice(free, _probability(free, rivals, names), warning), rivals
    warning = tr(
        "Without the rule, this is read as {text}, which is not {rule}.",
        text=_text(free, names),
        rule=rule.title,
    )
    if _text(kept, names) == _text(free, names):
        warning = ""
    bent = frozenset(kept.edges) - frozenset(free.edges)
    chance = _probability(kept, rivals, names)
    return Choice(kept, chance, warning, bent, separators), rivals


def _probability(chosen: Hypothesis, rivals: Sequence[Hypothesis], names: Sequence[str]) -> float:
    """Return a text's probability among the best readings; several cuts may give one text."""
    text = _text(chosen, names)
    same = [path.score for path in rivals if _text(path, names) == text] or [chosen.score]
    other = [path.score for path in rivals if _text(path, names) != text]
    best = max(*same, *other, chosen.score)
    mine = sum(math.exp(score - best) for score in same)
    return mine / (mine + sum(math.exp(score - best) for score in other))


def _hypotheses_of_rule(
    field: Field,
    odds: Sequence[float],
    evidence_nats: FloatArray,
    rule: FieldRule,
    marks: dict[int, float],
) -> list[Hypothesis]:
    if rule.check is None and rule.punctuate is None:
        edges = _edges(field, odds, evidence_nats, 0.0, marks)
        return best_hypotheses(edges, field.seam_count, rule.lengths)
    edges = _edges(field, odds, evidence_nats, FARTHEST, marks)
    return best_hypotheses(edges, field.seam_count, rule.lengths, CHECKED)


def _text(path: Hypothesis, names: Sequence[str]) -> str:
    return "".join(names[edge.label] for edge in path.edges if edge.label != MARK)


def _separators(
    path: Hypothesis, field: Field, names: Sequence[str], rule: FieldRule
) -> Separators | None:
    """Return how the rule writes a hypothesis; None if it breaks the rule."""
    middles = [_middle(field.pieces[edge.piece].prepared.box) for edge in path.edges]
    pairs = list(zip(path.edges, middles, strict=True))
    digits = [middle for edge, middle in pairs if edge.label != MARK]
    marks = [middle for edge, middle in pairs if edge.label == MARK]
    marks += [_middle(box) for box in field.marks]
    indices = sorted(sum(digit < mark for digit in digits) for mark in marks)
    return rule.separators(_text(path, names), tuple(indices))


def _middle(box: Box) -> float:
    return box.x + box.width / 2


def _marks(field: Field) -> dict[int, float]:
    """Return pieces that may be commas, small and low in the line, with their log odds."""
    boxes = [piece.prepared.box for piece in field.pieces]
    tall = [box for box, piece in zip(boxes, field.pieces, strict=True) if piece.height > LOW_MARK]
    if not tall:
        return {}
    middle = float(np.median([box.y + box.height / 2 for box in tall]))
    return {
        number: MARK_ODDS
        for number, (box, piece) in enumerate(zip(boxes, field.pieces, strict=True))
        if piece.height < LOW_MARK and piece.width < NARROW_MARK and box.y > middle
    }


def _slashes(field: Field, evidence_nats: FloatArray, names: Sequence[str]) -> dict[int, float]:
    """Return pieces that may be slashes, with their log odds."""
    return {
        number: SLASH_ODDS
        for number, piece in enumerate(field.pieces)
        if piece.height > LOW_MARK and names[int(evidence_nats[number].argmax())] in ("1", "7")
    }


def _edges(
    field: Field,
    odds: Sequence[float],
    evidence_nats: FloatArray,
    farthest: float,
    marks: dict[int, float],
) -> list[Edge]:
    """Return every piece with its best label, with near labels, and as a mark."""
    edges = []
    behind = (evidence_nats.max(axis=1, keepdims=True) - evidence_nats) / TEMPERATURE
    for number, piece in enumerate(field.pieces):
        for label in np.flatnonzero(behind[number] <= farthest).tolist():
            score = odds[number] - float(behind[number, label])
            edges.append(Edge(piece.first, piece.last, score, number, label))
        if number in marks:
            edges.append(Edge(piece.first, piece.last, marks[number], number, MARK))
    return edges
