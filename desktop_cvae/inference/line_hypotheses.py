"""Which pieces of a line are its digits, and which labels: the best hypothesis that keeps the rule.

A line's cuts are the nodes of a graph, its pieces the edges; a hypothesis is a path from the
first cut to the last. The ``count`` best are found by a beam search (list Viterbi).

How much a piece of a line looks like one whole digit: log-odds that add up.

The evidence alone favours little ink: a thin piece costs fewer nats than a whole digit.
So the evidence weighs a piece's labels against each other, and whether it is a digit at all is
for a network that sees what surrounds it, weighed with the piece's shape and the ink that its
cuts cross by a logistic regression (fitted by ``tests/benchmarks/fit_piece_scores.py``).
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

import numpy as np

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import Box, FloatArray
from desktop_cvae.inference.field_rules import FieldRule, Separators
from desktop_cvae.inference.shape_network import whole_odds
from desktop_cvae.pictures.fields import Field, FieldPiece

MARK = -1
"""Stands for a label where a piece is a mark between digits."""


@dataclass(frozen=True)
class Edge:
    """One piece read as one label.

    Attributes:
        first: the cut where it begins.
        last: the cut where it ends, > ``first``.
        score: log-odds that it is this digit; they add up along a hypothesis.
        piece: its number.
        label: which label, or ``MARK`` for a dot, a comma or a slash.
    """

    first: int
    last: int
    score: float
    piece: int
    label: int


@dataclass(frozen=True)
class Hypothesis:
    """Pieces side by side from the line's first cut on, and the sum of their scores."""

    score: float
    edges: tuple[Edge, ...]


def best_hypotheses(
    edges: Sequence[Edge], cut_count: int, lengths: Sequence[int] | None = None, count: int = 1
) -> list[Hypothesis]:
    """The hypotheses of largest score from the first cut to the last, best first.

    Args:
        edges: of the graph.
        cut_count: how many cuts there are, at least 1.
        lengths: how many digits a hypothesis may have; None if any number.
        count: how many to find.
    """
    most = max(lengths) if lengths else 0
    # Without wished lengths all hypotheses to a cut compete; with them, those of one length do.
    reached: list[dict[int, list[Hypothesis]]] = [{} for _ in range(cut_count)]
    reached[0] = {0: [Hypothesis(0.0, ())]}
    ends: list[list[Edge]] = [[] for _ in range(cut_count)]
    for edge in edges:
        ends[edge.last].append(edge)
    for cut in range(1, cut_count):
        found: dict[int, list[tuple[float, Hypothesis, Edge]]] = {}
        for edge in ends[cut]:
            for length, paths in reached[edge.first].items():
                longer = length + (edge.label != MARK) if lengths else 0
                if longer > most:
                    continue
                onward = found.setdefault(longer, [])
                onward += [(path.score + edge.score, path, edge) for path in paths]
        reached[cut] = {
            length: [
                Hypothesis(score, (*path.edges, edge))
                for score, path, edge in heapq.nlargest(count, onward, key=itemgetter(0))
            ]
            for length, onward in found.items()
        }
    allowed = set(lengths) if lengths else {0}
    done = [path for size, paths in reached[-1].items() if size in allowed for path in paths]
    return heapq.nlargest(count, done, key=lambda path: path.score)


WEIGHTS = np.array([0.97, 0.49, -0.57, 0.26, -1.57, -0.26, -0.1])
"""Of the network's log odds and of :func:`cut_features`, as fitted."""
BIAS = -0.53
BALANCE = 0.0
"""A digit that was cut badly counts as wrong in the fit, yet can be read: so much must be
given to every piece, lest a line come out too short. Fitted by the same program, so that most
digits of further lines are read."""


def log_odds(pieces: Sequence[FieldPiece]) -> FloatArray:
    """Natural logarithm of the odds that each piece is one whole digit; float64, (pieces,)."""
    seen = whole_odds(
        np.stack([piece.prepared.image for piece in pieces]),
        np.stack([piece.surroundings for piece in pieces]),
    )
    odds: FloatArray = np.column_stack([seen, cut_features(pieces)]) @ WEIGHTS + BIAS + BALANCE
    return odds


def cut_features(pieces: Sequence[FieldPiece]) -> FloatArray:
    """What else the odds are made of: size and cuts; float32, (pieces, 6), of the order of 1."""
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
    """How far the piece stays below the line's height."""
    return float(max(0.0, 0.8 - piece.height) ** 2 * 4)


def worth_reading(field: Field, odds: FloatArray) -> list[int]:
    """Pieces that a reading may use: the best one with each is near to the best of all.

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


TEMPERATURE = 8.0
"""Softens the evidence between labels, which is surer of itself than its errors allow: in nats,
near what calibration finds for the shipped reader."""
FARTHEST = 8.0
"""Labels whose log-probability is lower than the best by more than this are not considered."""
MOST_LOST = 12.0
"""A rule is not forced on ink that is worse explained by this many log-odds."""
RIVALS = 60
"""So many of the best readings share the probability."""
ROUNDING = 1e-6
"""Sums of scores that differ by less are one."""
CHECKED = 400
"""So many of the best readings are held against a rule's check digit; one in ten passes."""
MARK_ODDS = 1.0
"""Log-odds that a low small piece is a comma, where a rule knows marks."""
SLASH_ODDS = -3.0
"""Log-odds that a stroke is a slash, where a rule knows slashes and no other reading keeps it."""
LOW_MARK, NARROW_MARK = 0.55, 0.45
"""A mark is lower and narrower than these shares of the line's height."""


@dataclass(frozen=True)
class Choice:
    """How a line is read.

    Attributes:
        hypothesis: its pieces and labels.
        probability: in [0, 1], of this text among the best readings.
        warning: a sentence if the best reading breaks the rule, or "".
        bent: edges that the best reading without the rule has not.
        separators: what stands between the digits, as the rule has it.
        shares: of every digit, in [0, 1], the probability that it is cut and read so.
        others: of every digit, the labels that other readings have in its place, likely first.
    """

    hypothesis: Hypothesis
    probability: float
    warning: str = ""
    bent: frozenset[Edge] = frozenset()
    separators: Separators = ()
    shares: tuple[float, ...] = ()
    others: tuple[tuple[int, ...], ...] = ()

    @property
    def digits(self) -> tuple[Edge, ...]:
        """The edges that are no marks."""
        return tuple(edge for edge in self.hypothesis.edges if edge.label != MARK)


def choose_hypothesis(
    field: Field,
    odds: Sequence[float],
    evidence_nats: FloatArray,
    names: Sequence[str],
    rule: FieldRule | None,
) -> Choice:
    """The best reading of a line, and a warning if it is not the one the ink suggests.

    Args:
        field: the line's pieces.
        odds: log-odds that each piece is one whole digit.
        evidence_nats: float32, (pieces, K), which weighs a piece's labels against each other.
        names: of the labels.
        rule: what the line must be, if anything.
    """
    choice, rivals = _choose(field, odds, evidence_nats, names, rule)
    doubts = _doubts(choice, rivals, len(names))
    shares, others = tuple(share for share, _ in doubts), tuple(labels for _, labels in doubts)
    return replace(choice, shares=shares, others=others)


def _doubts(
    choice: Choice, rivals: Sequence[Hypothesis], label_count: int
) -> list[tuple[float, tuple[int, ...]]]:
    """Share of each digit in the odds of the best readings, and what the others have instead.

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
        for place, edge in enumerate(path.edges):
            table[:, row, place] = edge.first, edge.last, edge.label
    first, last, labels = table
    doubts = []
    for edge in choice.digits:
        shared = np.minimum(last, edge.last) - np.maximum(first, edge.first)
        # They overlap by more than half of either.
        here = 2 * shared > np.minimum(last - first, edge.last - edge.first)
        agrees = (here.sum(1) == 1) & (here & (labels == edge.label)).any(1)
        instead = here & ~agrees[:, np.newaxis] & (labels != MARK) & (labels != edge.label)
        rows, places = np.nonzero(instead)
        total = np.bincount(labels[rows, places], weights[rows], label_count)
        likely = np.argsort(-total, kind="stable")[: np.count_nonzero(total)]
        agreed = alone + float(weights[agrees].sum())
        share = agreed / (agreed + float(weights[~agrees].sum()))
        doubts.append((share, tuple(likely.tolist())))
    return doubts


def _choose(
    field: Field,
    odds: Sequence[float],
    evidence_nats: FloatArray,
    names: Sequence[str],
    rule: FieldRule | None,
) -> tuple[Choice, list[Hypothesis]]:
    """The best reading, and the best ones without the rule."""
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
        "Without the rule this reads {text}, which is not {rule}.",
        text=_text(free, names),
        rule=rule.title,
    )
    if _text(kept, names) == _text(free, names):
        warning = ""
    bent = frozenset(kept.edges) - frozenset(free.edges)
    chance = _probability(kept, rivals, names)
    return Choice(kept, chance, warning, bent, separators), rivals


def _probability(chosen: Hypothesis, rivals: Sequence[Hypothesis], names: Sequence[str]) -> float:
    """Share of a text in the odds of the best readings; several cuts may give one text."""
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
    """How the rule writes a hypothesis; None if it breaks the rule."""
    middles = [_middle(field.pieces[edge.piece].prepared.box) for edge in path.edges]
    pairs = list(zip(path.edges, middles, strict=True))
    digits = [middle for edge, middle in pairs if edge.label != MARK]
    marks = [middle for edge, middle in pairs if edge.label == MARK]
    marks += [_middle(box) for box in field.marks]
    places = sorted(sum(digit < mark for digit in digits) for mark in marks)
    return rule.separators(_text(path, names), tuple(places))


def _middle(box: Box) -> float:
    return box.x + box.width / 2


def _marks(field: Field) -> dict[int, float]:
    """Pieces that may be commas, and their log-odds: small, and low in the line."""
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
    """Pieces that may be slashes, and their log-odds."""
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
    """Every piece with its best label, and with those that come near; and as a mark."""
    edges = []
    behind = (evidence_nats.max(axis=1, keepdims=True) - evidence_nats) / TEMPERATURE
    for number, piece in enumerate(field.pieces):
        for label in np.flatnonzero(behind[number] <= farthest).tolist():
            score = odds[number] - float(behind[number, label])
            edges.append(Edge(piece.first, piece.last, score, number, label))
        if number in marks:
            edges.append(Edge(piece.first, piece.last, marks[number], number, MARK))
    return edges
