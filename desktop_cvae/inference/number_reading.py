"""Whole numbers: the digits of a line or a page, read by the model's evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from desktop_cvae.core.calibration import DEFAULT_REFUSAL
from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import (
    DIGIT,
    UNSURE,
    Box,
    FloatArray,
    LabelScores,
    PreparedDigit,
    Recognition,
    Verdict,
)
from desktop_cvae.inference.field_rules import FieldRule, Separators, with_separators
from desktop_cvae.inference.line_hypotheses import (
    Choice,
    choose_hypothesis,
    log_odds,
    worth_reading,
)
from desktop_cvae.inference.recognition import average_close_calls, score_through_noise
from desktop_cvae.pictures.fields import Field, FieldPiece, find_fields

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel

NO_DIGIT_SIGN = "?"
"""Stands in a text for what is no digit."""
SURE = 0.98
"""A digit that is less probable, or on which the line's readings agree less, is unsure."""
LENIENCE = 0.2
"""Of the digits that may be refused, a number refuses so many: between digits a strange sign is
one more often than alone. What would be refused alone is unsure."""
TOUCHING = 0.02
"""Digits touch whose cut crosses more ink than this share of the line's height."""


@dataclass(frozen=True, eq=False)
class DigitReading:
    """One digit of a line.

    Attributes:
        box: around its ink, in pixels of the picture given.
        prepared: the digit as the model read it.
        recognition: how each label explains it, and what to say of it in the context of its
            neighbours.
        label: index of the label that was chosen: the one of largest evidence, or the one
            that the field's rule asks for.
        label_name: its name.
        is_joined: True if it was cut off the digit before it through ink.
        is_bent: True if the line would have another digit here without the field's rule.
        share: in [0, 1], the probability that the line is cut here as it was.
        is_clear: True if its evidence alone leaves no doubt, whatever the cuts do.
    """

    box: Box
    prepared: PreparedDigit
    recognition: Recognition
    label: int
    label_name: str
    is_joined: bool = False
    is_bent: bool = False
    share: float = 1.0
    is_clear: bool = True

    @property
    def probability(self) -> float:
        """Probability of the chosen label, in [0, 1], and of the cuts around it."""
        return min(float(self.recognition.probabilities[self.label]), self.share)

    @property
    def is_refused(self) -> bool:
        """True for what is no digit."""
        verdict = self.recognition.verdict
        return verdict is not None and not verdict.is_digit

    @property
    def sign(self) -> str:
        """What stands for it in a text: the name of its label, or ``?`` if it is no digit."""
        return NO_DIGIT_SIGN if self.is_refused else self.label_name


@dataclass(frozen=True, eq=False)
class LineReading:
    """One line, left to right.

    Attributes:
        digits: what was found, at least one.
        probability: in [0, 1], that this is the line's text, among all ways to cut and read it.
        warning: a sentence if the best reading breaks the field's rule, or "".
        separators: what stands before which digit, as the field's rule has it.
    """

    digits: tuple[DigitReading, ...]
    probability: float
    warning: str = ""
    separators: Separators = ()

    @property
    def text(self) -> str:
        """The names of the labels and the separators, joined; ``?`` for what was refused."""
        return with_separators([digit.sign for digit in self.digits], self.separators)


@dataclass(frozen=True, eq=False)
class PageReading:
    """A page, top to bottom; no lines if nothing was found."""

    lines: tuple[LineReading, ...]

    @property
    def text(self) -> str:
        """The lines' texts, joined by line ends."""
        return "\n".join(line.text for line in self.lines)


def read_page(
    model: OpenedModel,
    picture: FloatArray,
    rule: FieldRule | None = None,
    refuse: float = DEFAULT_REFUSAL,
    limit: int = 500,
) -> PageReading:
    """Read all numbers of a picture.

    Args:
        model: an opened model with labels.
        picture: float32, (H, W), in [0, 1], light is 1, either polarity, any size.
        rule: what every line must be; None takes any number.
        refuse: share of real digits that may be refused, in [0, 0.05]; 0 refuses nothing.
        limit: at most so many digits are read, those of the first lines.

    Raises:
        MissingLabels: the model was trained without labels.
    """
    if not model.has_labels:
        raise MissingLabels(model.spec.preset)
    fields = [_worth_reading(field) for field in find_fields(picture, limit)]
    pieces = [piece for field, _ in fields for piece in field.pieces]
    if not pieces:
        return PageReading(())
    images = np.stack([piece.prepared.image for piece in pieces])
    scores = score_through_noise(model.engine, images)
    lines, start = [], 0
    for field, odds in fields:
        part = slice(start, start + len(field.pieces))
        lines.append(_read_line(model, field, odds, images[part], scores.at(part), rule, refuse))
        start = part.stop
    return PageReading(tuple(_within(limit, lines)))


def _worth_reading(field: Field) -> tuple[Field, FloatArray]:
    """A line with those of its pieces that may be digits, and how far each looks like one."""
    odds = log_odds(field.pieces)
    kept = worth_reading(field, odds)
    return replace(field, pieces=tuple(field.pieces[number] for number in kept)), odds[kept]


def _within(limit: int, lines: list[LineReading]) -> Iterator[LineReading]:
    """The lines up to so many digits; the last one may be cut short."""
    for line in lines:
        digits = line.digits[:limit]
        limit -= len(digits)
        if digits:
            yield replace(line, digits=digits)


def _read_line(
    model: OpenedModel,
    field: Field,
    odds: FloatArray,
    images: FloatArray,
    scores: LabelScores,
    rule: FieldRule | None,
    refuse: float,
) -> LineReading:
    names = model.label_names
    views = np.zeros(len(images), np.int64)
    while True:
        choice = choose_hypothesis(field, odds.tolist(), scores.evidence_nats, names, rule)
        chosen = np.array([edge.piece for edge in choice.hypothesis.edges])
        unseen = chosen[views[chosen] == 0]
        if not len(unseen):
            break
        # Only what is chosen is worth a second look, which may lead to another choice.
        averaged, views[unseen] = average_close_calls(
            model.engine, images[unseen], scores.at(unseen)
        )
        scores = scores.with_nats(unseen, averaged)
    chosen = np.array([edge.piece for edge in choice.digits])
    labels = np.array([edge.label for edge in choice.digits])
    readings = model.recognitions(
        scores.at(chosen),
        images[chosen],
        views[chosen],
        LENIENCE * refuse,
        labels,
        are_neighbours=True,
    )
    strange = model.calibration.threshold(refuse) if model.calibration else -np.inf
    digits = _digits(field, choice, readings, names, strange)
    line = LineReading(digits, choice.probability, choice.warning, choice.separators)
    if rule is not None and not line.warning and NO_DIGIT_SIGN in line.text:
        return replace(
            line, warning=tr("What stands for “?” is no digit of {rule}.", rule=rule.title)
        )
    return line


def _digits(
    field: Field,
    choice: Choice,
    readings: list[Recognition],
    names: tuple[str, ...],
    strange: float,
) -> tuple[DigitReading, ...]:
    edges = choice.digits
    pieces = [field.pieces[edge.piece] for edge in edges]
    return tuple(
        DigitReading(
            piece.prepared.box,
            piece.prepared,
            _doubted(reading, share, other, strange),
            edge.label,
            names[edge.label],
            is_joined,
            edge in choice.bent,
            share,
            reading.verdict is None
            or (reading.verdict.kind == DIGIT and not _is_strange(reading.verdict, strange)),
        )
        for edge, piece, reading, is_joined, share, other in zip(
            edges, pieces, readings, _joined(pieces), choice.shares, choice.others, strict=True
        )
    )


def _doubted(
    reading: Recognition, share: float, others: tuple[int, ...], strange: float
) -> Recognition:
    """A reading as unsure as its label, its likeness and the cuts around it: what else it may be.

    Args:
        reading: of the piece, which takes the cuts for granted.
        share: in [0, 1], the probability that they are right.
        others: labels that other readings of the line have there.
        strange: log odds of a digit under which a lone sign is refused.
    """
    verdict = reading.verdict
    if verdict is None or not verdict.is_digit:
        return reading
    labels, probability = verdict.labels, min(verdict.probability, share)
    if (probability < SURE or _is_strange(verdict, strange)) and len(labels) == 1:
        by_evidence = np.argsort(-reading.evidence_nats, kind="stable").tolist()
        labels += tuple(k for k in (*others, *by_evidence) if k != labels[0])[:1]
    kind = UNSURE if labels[1:] else verdict.kind
    doubted = Verdict(kind, labels, probability, verdict.digit_odds)
    return replace(reading, verdict=doubted)


def _is_strange(verdict: Verdict, strange: float) -> bool:
    return verdict.digit_odds is not None and verdict.digit_odds < strange


def _joined(pieces: list[FieldPiece]) -> list[bool]:
    """Which pieces were cut off the one before through ink; they follow each other."""
    joined, left = [], 0.0
    for piece in pieces:
        joined.append(left > TOUCHING)
        # Both its cuts together are known, and the line begins with a cut through nothing.
        left = max(0.0, piece.crossed - left)
    return joined


MIN_DIGITS = 2
ALIKE = 0.5
"""Digits of one number are at least so high as a share of the highest; blots are not."""
WIDE = 1.5
"""Ink that is all of one piece is a number only if it is so wide over its height."""


def holds_a_number(page: PageReading) -> bool:
    """True if a picture of unknown content is a number rather than one sign, or no writing.

    A number has two digits of alike height or more, most of its pieces are digits, and it falls
    apart into signs that do not touch or is too wide for one sign: a lone H can be cut into two
    1s, but it need not.

    Args:
        page: as read.
    """
    digits = [digit for line in page.lines for digit in line.digits]
    tallest = max((_height(digit) for digit in digits), default=0)
    alike = [digit for digit in digits if _height(digit) >= ALIKE * tallest]
    certain = [digit for digit in alike if not digit.is_refused]
    sure = [digit for digit in digits if digit.is_clear]
    if len(certain) < MIN_DIGITS or 2 * len(sure) < len(digits):
        return False
    signs = sum(not digit.is_joined for digit in alike)
    return signs >= MIN_DIGITS or _width(alike) > WIDE * tallest


def _height(digit: DigitReading) -> int:
    return digit.box.height


def _width(digits: list[DigitReading]) -> int:
    return max(digit.box.right for digit in digits) - min(digit.box.x for digit in digits)
