"""Whole numbers: the digits of a line or a page, read by the model's evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from desktop_cvae.core.errors import MissingLabels
from desktop_cvae.core.ports import Engine
from desktop_cvae.core.results import FloatArray, PreparedDigit, Recognition
from desktop_cvae.images.fields import Field, FieldPiece, find_fields
from desktop_cvae.inference.field_rules import FieldRule
from desktop_cvae.inference.line_paths import choose_path
from desktop_cvae.inference.recognition import recognize
from desktop_cvae.inference.verdicts import Verdict

Box = tuple[int, int, int, int]
TOUCHING = 0.02
"""Digits touch whose cut crosses more ink than this share of the line's height."""


@dataclass(frozen=True, eq=False)
class DigitReading:
    """One digit of a line.

    Attributes:
        box: (top, left, bottom, right) in pixels of the picture given, the last two exclusive.
        prepared: the digit as the model read it; its own box is (x, y, width, height).
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
            field.pieces[edge.piece].box,
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
