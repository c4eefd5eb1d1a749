"""Whole numbers: the digits of a line or a page, read by the model's evidence.

What is said of the digits of a number: each is judged as a single digit, by its company.

A piece of a line is seldom as clean as a digit alone, and other hands than MNIST's are refused
more than MNIST's; among digits, a doubtful piece is a digit nevertheless. Among letters it is
none: half of all letters look like some digit, hardly any word does. So the threshold of the
digit score moves with the scores of the pieces beside it. Where one digit in 250 of hard lines
(``tests/benchmarks/hard_numbers.py``) is refused, this refuses 70 % of the letters of words in
many fonts instead of 17 %, and a lone letter among digits in 15 % of cases instead of 19 %.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.calibration import DEFAULT_REFUSAL, LARGEST_REFUSAL, Calibration
from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.results import Box, FloatArray, PreparedDigit, Recognition
from desktop_cvae.inference.digit_score import digit_scores, profile
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.field_rules import FieldRule
from desktop_cvae.inference.line_hypotheses import choose_path
from desktop_cvae.inference.recognition import recognize
from desktop_cvae.inference.verdicts import (
    DIGIT,
    MOST_LABELS,
    NO_DIGIT,
    UNSURE,
    Verdict,
    believed,
    judge,
    scores_of,
)
from desktop_cvae.pictures.fields import Field, FieldPiece, find_fields

TOUCHING = 0.02
"""Digits touch whose cut crosses more ink than this share of the line's height."""


@dataclass(frozen=True, eq=False)
class DigitReading:
    """One digit of a line.

    Attributes:
        box: around its ink, in pixels of the picture given.
        prepared: the digit as the model read it.
        recognition: how each label explains it.
        label: index of the label that was chosen: the one of largest evidence, or the one
            that the field's rule asks for.
        label_name: its name.
        verdict: whether it is a digit, and how surely; None if nothing but evidence is known.
        is_joined: True if it was cut off the digit before it through ink.
    """

    box: Box
    prepared: PreparedDigit
    recognition: Recognition
    label: int
    label_name: str
    verdict: Verdict | None = None
    is_joined: bool = False

    @property
    def probability(self) -> float:
        """Probability of the chosen label, in [0, 1]."""
        return float(self.recognition.probabilities[self.label])


@dataclass(frozen=True, eq=False)
class LineReading:
    """One line, left to right.

    Attributes:
        digits: what was found, at least one.
        text: the names of the labels, joined; ``?`` for what was refused.
        probability: in [0, 1], that this is the line's text, among all ways to cut and read it.
        warning: a sentence if the best reading breaks the field's rule, or "".
    """

    digits: tuple[DigitReading, ...]
    text: str
    probability: float
    warning: str = ""


@dataclass(frozen=True, eq=False)
class PageReading:
    """A page, top to bottom; no lines if nothing was found."""

    lines: tuple[LineReading, ...]

    @property
    def text(self) -> str:
        """The lines' texts, joined by line ends."""
        return "\n".join(line.text for line in self.lines)


def read_page(
    engine: Engine, picture: FloatArray, rule: FieldRule | None = None, limit: int = 500
) -> PageReading:
    """Read all numbers of a picture.

    Args:
        engine: the loaded model.
        picture: float32, (H, W), in [0, 1], light is 1, either polarity, any size.
        rule: what every line must be; None takes any number.
        limit: at most so many digits are read, those of the first lines.

    Raises:
        MissingLabels: the model was trained without labels.
    """
    if not engine.spec.conditional:
        raise MissingLabels(engine.spec.preset)
    fields = find_fields(picture, limit)
    pieces = [piece for field in fields for piece in field.pieces]
    if not pieces:
        return PageReading(())
    readings = iter(recognize(engine, np.stack([piece.prepared.image for piece in pieces])))
    lines = [
        _read_line(engine, field, [next(readings) for _ in field.pieces], rule) for field in fields
    ]
    return PageReading(tuple(_within(limit, lines)))


def _within(limit: int, lines: list[LineReading]) -> Iterator[LineReading]:
    """The lines up to so many digits; the last one may be cut short."""
    for line in lines:
        digits = line.digits[:limit]
        limit -= len(digits)
        if len(digits) < len(line.digits):
            text = "".join(digit.label_name for digit in digits)
            line = replace(line, digits=digits, text=text)
        if digits:
            yield line


def _read_line(
    engine: Engine, field: Field, readings: list[Recognition], rule: FieldRule | None
) -> LineReading:
    names = engine.spec.label_names
    choice = choose_path(field, readings, names, rule)
    edges = choice.path.edges
    digits = tuple(
        DigitReading(
            field.pieces[edge.piece].prepared.box,
            field.pieces[edge.piece].prepared,
            _detached(readings[edge.piece]),
            edge.label,
            names[edge.label],
            is_joined=is_joined,
        )
        for edge, is_joined in zip(
            edges, _joined([field.pieces[e.piece] for e in edges]), strict=True
        )
    )
    text = "".join(digit.label_name for digit in digits)
    return LineReading(digits, text, choice.probability, choice.warning)


def _joined(pieces: list[FieldPiece]) -> list[bool]:
    """Which pieces were cut off the one before through ink; they follow each other."""
    joined, left = [], 0.0
    for piece in pieces:
        joined.append(left > TOUCHING)
        # Both its cuts together are known, and the line begins with a cut through nothing.
        left = max(0.0, piece.crossed - left)
    return joined


def _detached(reading: Recognition) -> Recognition:
    """The same with arrays of its own: views would keep all pieces of the page in memory."""
    return replace(
        reading,
        probabilities=reading.probabilities.copy(),
        evidence_nats=reading.evidence_nats.copy(),
        reconstruction_nats=reading.reconstruction_nats.copy(),
        kl_nats=reading.kl_nats.copy(),
        reconstructions=reading.reconstructions.copy(),
        latent_means=reading.latent_means.copy(),
    )


NO_DIGIT_SIGN = "?"
"""Stands in a text for what is no digit."""
COMPANY = 1.5
"""By so much the company of a piece counts beside its own score."""
FARTHEST = 4.0
"""Scores of the company are clipped so far from the middle; units of the digit score."""
NEIGHBOURS = 3
"""So many pieces on each side are company: words and numbers may share a line."""
USUAL = 1.2
"""Standing of company that changes nothing; a piece without any is judged as a single digit."""
ALONE = 1.0
"""So many pieces of usual standing are added to all company: one neighbour proves little."""

MIN_DIGITS = 2
ALIKE = 0.5
"""Digits of one number are at least so high as a share of the highest; blots are not."""
WIDE = 1.5
"""Ink that is all of one piece is a number only if it is so wide over its height."""

Numbers = npt.NDArray[np.float64]


def judged(
    page: PageReading,
    calibration: Calibration | None,
    refuse: float = DEFAULT_REFUSAL,
    rule: FieldRule | None = None,
) -> PageReading:
    """The page with a verdict on every digit, and ``?`` in its texts for what is no digit.

    Args:
        page: as read.
        calibration: the model's; None leaves the page as it is.
        refuse: share of real digits that may be refused, in [0, 0.05]; 0 refuses nothing.
        rule: what every line must be; a line with something refused cannot be it.
    """
    if calibration is None:
        return page
    lines = (_judged_line(line, calibration, refuse) for line in page.lines)
    return PageReading(tuple(_warned(line, rule) for line in lines))


def _warned(line: LineReading, rule: FieldRule | None) -> LineReading:
    if rule is None or line.warning or NO_DIGIT_SIGN not in line.text:
        return line
    return dataclasses.replace(line, warning=f"What stands for “?” is no digit of {rule.title}.")


def holds_a_number(page: PageReading) -> bool:
    """True if a picture of unknown content is a number rather than one sign, or no writing.

    A number has two digits of alike height or more, most of its pieces are digits, and it falls
    apart into signs that do not touch or is too wide for one sign: a lone H can be cut into two
    1s, but it need not.

    Args:
        page: as judged.
    """
    digits = [digit for line in page.lines for digit in line.digits]
    tallest = max((_height(digit) for digit in digits), default=0)
    alike = [digit for digit in digits if _height(digit) >= ALIKE * tallest]
    certain = [digit for digit in alike if name_of(digit) != NO_DIGIT_SIGN]
    sure = [digit for digit in digits if digit.verdict is None or digit.verdict.kind == DIGIT]
    if len(certain) < MIN_DIGITS or 2 * len(sure) < len(digits):
        return False
    signs = sum(not digit.is_joined for digit in alike)
    return signs >= MIN_DIGITS or _width(alike) > WIDE * tallest


def _height(digit: DigitReading) -> int:
    return digit.box.height


def _width(digits: list[DigitReading]) -> int:
    return max(digit.box.right for digit in digits) - min(digit.box.x for digit in digits)


def _judged_line(line: LineReading, calibration: Calibration, refuse: float) -> LineReading:
    refused = _refused(line.digits, calibration, refuse)
    digits = tuple(
        dataclasses.replace(
            digit,
            recognition=believed(digit.recognition, calibration),
            verdict=_verdict(digit, calibration, is_refused=bool(is_refused)),
        )
        for digit, is_refused in zip(line.digits, refused, strict=True)
    )
    return dataclasses.replace(line, digits=digits, text="".join(map(name_of, digits)))


def name_of(digit: DigitReading) -> str:
    """The name of its label, or ``?`` if it is no digit."""
    is_refused = digit.verdict is not None and not digit.verdict.is_digit
    return NO_DIGIT_SIGN if is_refused else digit.label_name


def _verdict(digit: DigitReading, calibration: Calibration, *, is_refused: bool) -> Verdict:
    alone = judge(digit.recognition, digit.prepared.image, calibration, refuse=0)
    if is_refused:
        return Verdict(NO_DIGIT, (), alone.probability)
    if digit.label == digit.recognition.label or alone.kind == NO_DIGIT:
        return alone
    # The rule asked for another label than the evidence.
    labels = (digit.label, *(label for label in alone.labels if label != digit.label))
    probability = believed(digit.recognition, calibration).probabilities[digit.label]
    return Verdict(UNSURE, labels[:MOST_LABELS], float(probability))


def _refused(
    digits: tuple[DigitReading, ...], calibration: Calibration, refuse: float
) -> npt.NDArray[np.bool_]:
    """Which are no digits, bool, (N,)."""
    if refuse <= 0 or not calibration.refuses:
        return np.zeros(len(digits), bool)
    scores = _scores(digits, calibration)
    middle = calibration.threshold(LARGEST_REFUSAL)
    gain = COMPANY * (company(np.clip(scores - middle, -FARTHEST, FARTHEST)) - USUAL)
    refused: npt.NDArray[np.bool_] = scores + gain < calibration.threshold(refuse)
    return refused


def company(standing: Numbers) -> Numbers:
    """Mean standing of the neighbours of each piece, drawn to the usual where there are few.

    Args:
        standing: float64, (N,), digit scores above those that one digit in twenty stays below.

    Returns:
        float64, (N,).
    """
    count = len(standing)
    apart = np.abs(np.arange(count)[:, np.newaxis] - np.arange(count))
    near = (apart > 0) & (apart <= NEIGHBOURS)
    means: Numbers = (near @ standing + ALONE * USUAL) / (near.sum(1) + ALONE)
    return means


def _scores(digits: tuple[DigitReading, ...], calibration: Calibration) -> Numbers:
    scores = scores_of([digit.recognition for digit in digits])
    images = np.stack([digit.prepared.image for digit in digits])
    return digit_scores(profile(scores, images), calibration)
