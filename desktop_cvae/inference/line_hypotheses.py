"""The best hypothesis about a line's digits and labels that keeps the field's rule."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import Box, DoubleArray, FloatArray
from desktop_cvae.inference.beam_search import (
    MARK,
    VOID,
    Edge,
    Hypothesis,
    best_hypotheses,
    best_of_text,
)
from desktop_cvae.inference.field_rules import FieldRule, Separators, digits_of
from desktop_cvae.inference.line_decoding import NEVER, LineFrames
from desktop_cvae.pictures.line_pieces import PiecedLine

TEMPERATURE = 8.0
"""Divisor of the evidence between labels, in nats: evidence is more certain than its errors allow.

It is near the calibrated temperature of the shipped recogniser."""
FARTHEST = 8.0
"""Margin of log probability beyond which a label is not considered."""
MOST_LOST = 12.0
"""Largest loss of log odds that a rule may cause; worse ink is not forced into the rule."""
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
VOID_ODDS = -6.0
"""Log odds that a piece is no part of the number, where the line network reads the line, too."""
UNLISTED_NATS = 6.0
"""Log prior odds of a listed value against the likeliest text that is not in the list."""
MOST_NATS = 999.0
"""Largest difference in nats between two listed values that is told."""
LIKELY_VALUES = 10
"""Listed values that decide how sure each digit is."""
VALUES_A_STEP = 2000
"""Listed values that are scored together; each needs about 10 kB."""
LOW_MARK, NARROW_MARK = 0.55, 0.45
"""Largest height and width of a mark, as fractions of the line's height."""


def worth_reading(field: PiecedLine, odds: FloatArray) -> list[int]:
    """Return the pieces worth scoring: their best hypothesis is near to the best of all.

    Args:
        field: the line's pieces.
        odds: (pieces,), log-odds that each is one whole digit.

    Returns:
        their indices; they always hold a path from the first cut to the last.
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
    # Rounding may put the best path's own pieces slightly below its score.
    return np.flatnonzero(np.array(through) >= before[-1] - MOST_LOST - ROUNDING).tolist()


@dataclass(frozen=True)
class ListedValue:
    """The value of a list that the evidence of all digits together chose.

    Attributes:
        text: as the list has it.
        second: the second best value; "" for a list of one.
        nats: log of the best value's probability over the second's, ≥ 0; 0 for a list of one.
    """

    text: str
    second: str = ""
    nats: float = 0.0


@dataclass(frozen=True)
class Choice:
    """The chosen reading of a line.

    Attributes:
        hypothesis: its pieces and labels.
        probability: in [0, 1], of this text among the best readings.
        warning: a sentence if the best reading breaks the rule, or "".
        bent: edges that the best reading without the rule does not have.
        separators: what stands between the digits, as the rule has it.
        probabilities: in [0, 1], for every digit, that it is cut and read so.
        others: for every digit, the labels that other readings have there, likely first.
        network_probability: in [0, 1], of this text by the line network alone; 0 without it.
        network_text: the text that the line network finds likeliest; "" without it.
        network_best: its probability by the line network alone.
        listed: the chosen value of the rule's list; None for other rules, and if none fits.
    """

    hypothesis: Hypothesis
    probability: float
    warning: str = ""
    bent: frozenset[Edge] = frozenset()
    separators: Separators = ()
    probabilities: tuple[float, ...] = ()
    others: tuple[tuple[int, ...], ...] = ()
    network_probability: float = 0.0
    network_text: str = ""
    network_best: float = 0.0
    listed: ListedValue | None = None

    @property
    def digits(self) -> tuple[Edge, ...]:
        """The edges that are digits."""
        return tuple(edge for edge in self.hypothesis.edges if edge.label >= 0)


def choose_hypothesis(
    field: PiecedLine,
    odds: Sequence[float],
    evidence_nats: FloatArray,
    names: Sequence[str],
    rule: FieldRule | None,
    frames: LineFrames | None = None,
    weights: tuple[float, float] = (1.0, 1.0),
) -> Choice:
    """Choose the best reading of a line, and warn if the ink suggests another one.

    Args:
        field: the line's pieces.
        odds: log-odds that each piece is one whole digit.
        evidence_nats: float32, (pieces, K), which weighs a piece's labels against each other.
        names: of the labels.
        rule: what the line must be, if anything.
        frames: of the line network, for labels that are digits; None leaves the choice to the
            pieces.
        weights: of the pieces' scores and of the line network's log probability.
    """
    lattice = _Lattice(field, tuple(odds), evidence_nats, tuple(names), frames, weights)
    choice, rivals = _choose(lattice, rule)
    doubts = _doubts(choice, rivals, len(names))
    network, best, text = 0.0, 0.0, ""
    if frames is not None:
        network = float(np.exp(lattice.network_scores([choice.hypothesis])[0]))
        labels, nats = frames.proposals[0]
        best, text = math.exp(nats), "".join(map(str, labels))
    return replace(
        choice,
        probabilities=tuple(probability for probability, _ in doubts),
        others=tuple(labels for _, labels in doubts),
        network_probability=network,
        network_text=text,
        network_best=best,
    )


def _doubts(
    choice: Choice, rivals: Sequence[Hypothesis], label_count: int
) -> list[tuple[float, tuple[int, ...]]]:
    """Return each digit's probability among the best readings, and the rival labels.

    A reading has the same digit if one digit alone, under that label, overlaps it by more than
    half: a cut that moves a little makes no other reading, an additional or missing cut does. A
    digit where the chosen reading has none is a doubt about the digit nearest to it.
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
    edges = np.array([(edge.first, edge.last) for edge in choice.digits])[
        ..., np.newaxis, np.newaxis
    ]
    begins, ends = edges[:, 0], edges[:, 1]
    shared = np.minimum(last, ends) - np.maximum(first, begins)
    # (digits, readings, their digits): they overlap by more than half of either.
    overlaps = 2 * shared > np.minimum(last - first, ends - begins)
    added = (labels >= 0) & (last > first) & ~overlaps.any(0)
    nearest = np.abs(first + last - begins - ends).argmin(0)
    doubts = []
    for number, edge in enumerate(choice.digits):
        here = overlaps[number]
        agrees = (here.sum(1) == 1) & (here & (labels == edge.label)).any(1)
        agrees &= ~(added & (nearest == number)).any(1)
        instead = here & ~agrees[:, np.newaxis] & (labels >= 0) & (labels != edge.label)
        rows, indices = np.nonzero(instead)
        total = np.bincount(labels[rows, indices], weights[rows], label_count)
        likely = np.argsort(-total, kind="stable")[: np.count_nonzero(total)]
        agreed = alone + float(weights[agrees].sum())
        probability = agreed / (agreed + float(weights[~agrees].sum()))
        doubts.append((probability, tuple(likely.tolist())))
    return doubts


@dataclass(frozen=True, eq=False)
class _Lattice:
    """The pieces of a line with all that weighs them; see :func:`choose_hypothesis`."""

    field: PiecedLine
    odds: tuple[float, ...]
    evidence_nats: FloatArray
    names: tuple[str, ...]
    frames: LineFrames | None
    weights: tuple[float, float]

    def text(self, path: Hypothesis) -> str:
        """Return the digits of a hypothesis."""
        return "".join(self.names[edge.label] for edge in path.edges if edge.label >= 0)

    def best(
        self,
        marks: dict[int, float],
        count: int,
        lengths: Sequence[int] | None = None,
        farthest: float = FARTHEST,
    ) -> list[Hypothesis]:
        """Return the best hypotheses, best first, by the pieces and by the line network.

        Args:
            marks: pieces that may be marks, with their log odds.
            count: most hypotheses by the pieces.
            lengths: how many digits a hypothesis may have; None if any number.
            farthest: margin of log probability beyond which a label is not considered.
        """
        cuts = self.field.seam_count
        edges = self.edges(farthest, marks, has_void=lengths is None)
        found = best_hypotheses(edges, cuts, lengths, count)
        # The line network has seen no lone signs: it takes a barred 7 for two digits.
        if self.frames is None or (found and len(self.text(found[0])) == 1):
            return found
        labels = {name: label for label, name in enumerate(self.names)}
        # The network may read a digit that the evidence finds far from likely.
        edges = self.edges(math.inf, marks, has_void=lengths is None)
        for digits, _ in self.frames.proposals:
            if digits and (lengths is None or len(digits) in lengths):
                path = best_of_text(edges, cuts, [labels[str(digit)] for digit in digits])
                found += [path] if path is not None and path not in found else []
        scores = self.network_scores(found)
        piece_weight, network_weight = self.weights
        weighed = [
            replace(path, score=piece_weight * path.score + network_weight * score)
            for path, score in zip(found, scores.tolist(), strict=True)
        ]
        return sorted(weighed, key=lambda path: -path.score)

    def network_scores(self, paths: Sequence[Hypothesis]) -> DoubleArray:
        """Return the line network's log probability of each text, float64, (paths,)."""
        assert self.frames is not None
        texts = [self.text(path) for path in paths]
        return self.frames.log_probabilities([tuple(map(int, text)) for text in texts])

    def text_scores(self, texts: Sequence[str]) -> DoubleArray:
        """Return the log weight of each text of digits, float64, (texts,).

        It is the logarithm of a sum over all ways to cut the line into the text's digits, with
        marks and other ink between them, plus the line network's log probability, both weighted.
        """
        parts = [
            self._piece_scores(texts[start : start + VALUES_A_STEP])
            for start in range(0, len(texts), VALUES_A_STEP)
        ]
        scores: DoubleArray = np.concatenate(parts)
        # The line network has seen no lone signs.
        if self.frames is None or max(map(len, texts)) == 1:
            return scores
        labels = [tuple(map(int, text)) for text in texts]
        piece_weight, network_weight = self.weights
        return piece_weight * scores + network_weight * self.frames.log_probabilities(labels)

    def _piece_scores(self, texts: Sequence[str]) -> DoubleArray:
        label_of = {name: label for label, name in enumerate(self.names)}
        longest = max(map(len, texts))
        # The label after the last stands for a digit that the model does not know, or no digit.
        labels = np.full((len(texts), longest), len(self.names))
        for row, text in enumerate(texts):
            labels[row, : len(text)] = [label_of.get(sign, len(self.names)) for sign in text]
        table = np.full((len(self.field.pieces), len(self.names) + 1), NEVER)
        other = np.full(len(self.field.pieces), NEVER)
        for edge in self.edges(math.inf, _marks(self.field), has_void=True):
            if edge.label >= 0:
                table[edge.piece, edge.label] = edge.score
            else:
                other[edge.piece] = max(other[edge.piece], edge.score)
        # Of each cut, for every text, the log weight of all ways there after so many digits.
        reached = np.full((self.field.seam_count, len(texts), longest + 1), NEVER)
        reached[0, :, 0] = 0.0
        pieces = enumerate(self.field.pieces)
        for number, piece in sorted(pieces, key=lambda item: item[1].last):
            before, after = reached[piece.first], reached[piece.last]
            read = before[:, :-1] + table[number][labels]
            after[:, 1:] = np.logaddexp(after[:, 1:], read)
            if other[number] > NEVER:
                np.logaddexp(after, before + other[number], out=after)
        scores: DoubleArray = reached[-1, np.arange(len(texts)), [len(text) for text in texts]]
        return scores

    def edges(self, farthest: float, marks: dict[int, float], *, has_void: bool) -> list[Edge]:
        """Return every piece with its best label, with near labels, as a mark, and as void."""
        edges = []
        nats = self.evidence_nats
        behind = (nats.max(axis=1, keepdims=True) - nats) / TEMPERATURE
        for number, piece in enumerate(self.field.pieces):
            span = piece.first, piece.last
            for label in np.flatnonzero(behind[number] <= farthest).tolist():
                score = self.odds[number] - float(behind[number, label])
                edges.append(Edge(*span, score, number, label))
            if number in marks:
                edges.append(Edge(*span, marks[number], number, MARK))
            # A rule must not drop digits to have its length.
            if has_void and self.frames is not None:
                edges.append(Edge(*span, VOID_ODDS, number, VOID))
        return edges

    def probability(self, chosen: Hypothesis, rivals: Sequence[Hypothesis]) -> float:
        """Return a text's probability among the best; several cuts may give one text."""
        text = self.text(chosen)
        same = [path.score for path in rivals if self.text(path) == text] or [chosen.score]
        other = [path.score for path in rivals if self.text(path) != text]
        best = max(*same, *other, chosen.score)
        mine = sum(math.exp(score - best) for score in same)
        return mine / (mine + sum(math.exp(score - best) for score in other))

    def separators(self, path: Hypothesis, rule: FieldRule) -> Separators | None:
        """Return how the rule writes a hypothesis; None if it breaks the rule."""
        pieces = self.field.pieces
        middles = [_middle(pieces[edge.piece].prepared.box) for edge in path.edges]
        pairs = list(zip(path.edges, middles, strict=True))
        digits = [middle for edge, middle in pairs if edge.label >= 0]
        marks = [middle for edge, middle in pairs if edge.label == MARK]
        marks += [_middle(box) for box in self.field.marks]
        indices = sorted(sum(digit < mark for digit in digits) for mark in marks)
        return rule.separators(self.text(path), tuple(indices))

    def slashes(self) -> dict[int, float]:
        """Return pieces that may be slashes, with their log odds."""
        best = self.evidence_nats.argmax(axis=1).tolist()
        return {
            number: SLASH_ODDS
            for number, piece in enumerate(self.field.pieces)
            if piece.height > LOW_MARK and self.names[best[number]] in ("1", "7")
        }


def _choose(lattice: _Lattice, rule: FieldRule | None) -> tuple[Choice, list[Hypothesis]]:
    """Return the best reading, and the best ones without the rule."""
    marks = {} if rule is None or rule.punctuate is None else _marks(lattice.field)
    rivals = lattice.best(marks, RIVALS)
    # A line of nothing but commas is no number.
    rivals = [path for path in rivals if lattice.text(path)] or lattice.best({}, RIVALS)
    free = rivals[0]
    chance = lattice.probability(free, rivals)
    if rule is None:
        return Choice(free, chance), rivals
    if rule.values:
        return _choose_value(lattice, rule, rivals)
    separators = lattice.separators(free, rule)
    if separators is not None:
        return Choice(free, chance, separators=separators), rivals
    if rule.has_slashes:
        marks = marks | lattice.slashes()
    # A rule about the length alone is kept by each piece's best label already.
    is_length = rule.check is None and rule.punctuate is None and lattice.frames is None
    kept, separators = None, None
    for path in lattice.best(
        marks, 1 if is_length else CHECKED, rule.lengths, 0.0 if is_length else FARTHEST
    ):
        separators = lattice.separators(path, rule)
        if separators is not None:
            kept = path
            break
    if kept is None or separators is None or kept.score < free.score - MOST_LOST:
        warning = tr("This is not {rule}, and cannot be read as one.", rule=rule.title)
        return Choice(free, chance, warning), rivals
    warning = tr(
        "Without the rule, this is read as {text}, which is not {rule}.",
        text=lattice.text(free),
        rule=rule.title,
    )
    if lattice.text(kept) == lattice.text(free):
        warning = ""
    bent = frozenset(kept.edges) - frozenset(free.edges)
    chance = lattice.probability(kept, rivals)
    return Choice(kept, chance, warning, bent, separators), rivals


def _choose_value(
    lattice: _Lattice, rule: FieldRule, rivals: list[Hypothesis]
) -> tuple[Choice, list[Hypothesis]]:
    """Return the listed value of largest joint evidence, and the best paths of the likely ones."""
    free = rivals[0]
    texts = [lattice.text(free), *map(digits_of, rule.values)]
    scores = lattice.text_scores(texts)
    unlisted, scores = scores[0], scores[1:]
    order = np.argsort(-scores, kind="stable").tolist()
    best = order[0]
    weights = np.exp(scores - scores[best])
    total = float(weights.sum())
    if texts[0] not in texts[1:]:
        total += math.exp(min(unlisted - scores[best] - UNLISTED_NATS, 700.0))
    if total > 2 * float(weights.sum()):
        warning = tr("This is none of the listed values.")
        return Choice(free, lattice.probability(free, rivals), warning), rivals
    edges = lattice.edges(math.inf, _marks(lattice.field), has_void=True)
    labels = {name: label for label, name in enumerate(lattice.names)}
    likely = []
    for number in order[:LIKELY_VALUES]:
        # Below this the value needs a digit that the model does not know, or more pieces.
        if scores[number] > scores[best] - FARTHEST * TEMPERATURE:
            digits = [labels[sign] for sign in texts[1 + number]]
            path = best_of_text(edges, lattice.field.seam_count, digits)
            assert path is not None, "a value that was scored"
            likely.append(replace(path, score=float(scores[number])))
    listed = ListedValue(rule.values[best])
    if order[1:]:
        # What cannot be written with these pieces is infinitely far behind.
        nats = float(min(scores[best] - scores[order[1]], MOST_NATS))
        listed = ListedValue(rule.values[best], rule.values[order[1]], nats)
    bent = frozenset(likely[0].edges) - frozenset(free.edges)
    return Choice(likely[0], 1 / total, bent=bent, listed=listed), likely


def _middle(box: Box) -> float:
    return box.x + box.width / 2


def _marks(field: PiecedLine) -> dict[int, float]:
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
