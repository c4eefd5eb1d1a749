"""Records of pictures that were read: one digit, numbers or a form's fields.

The command line writes them, the window's table of many pictures shows them: see ``bulk.formats``.

Tested in tests/bulk/test_formats.py.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.results import DIGIT, Box, PreparedDigit, Recognition
from desktop_cvae.inference.line_hypotheses import ListedValue
from desktop_cvae.inference.number_reading import SURE, PageReading
from desktop_cvae.inference.opened_model import OpenedModel

if TYPE_CHECKING:
    from desktop_cvae.library.archive_entries import ArchiveEntry


@dataclass(frozen=True)
class FoundDigit:
    """One digit of a picture.

    Attributes:
        label: the digit.
        probability: in [0, 1], by evidence.
        is_digit: False if it was rejected.
        evidence_nats: the ELBO under every label.
        box: bounding box of its ink, in the picture's pixels.
        verdict: ``"digit"``, ``"unsure"`` or ``"not a digit"``.
        labels: the labels it may have, most likely first; none if it was rejected.
    """

    label: int | str
    probability: float
    is_digit: bool
    evidence_nats: tuple[float, ...]
    box: Box
    verdict: str = "digit"
    labels: tuple[int | str, ...] = ()


@dataclass(frozen=True)
class PictureRecord:
    """Result of one picture.

    Attributes:
        file: the picture's name, as it was given.
        text: what was read; empty if nothing was found.
        digits: the digits that were found.
        model: name of the model.
        error: why the picture could not be read, as a sentence, or None.
        preparation: key of ``core.preparations.PREPARATIONS``; "" if nothing was found, and for
            numbers and forms, whose digits have their own.
        entry: entry for the archive, if one was requested; not written to files.
        thumbnail: uint8, (h, w), light is 255, if one was requested; not written to files.
    """

    file: str
    text: str
    digits: tuple[FoundDigit, ...]
    model: str
    error: str | None = None
    preparation: str = field(default="", kw_only=True)
    entry: ArchiveEntry | None = field(default=None, kw_only=True, compare=False, repr=False)
    thumbnail: npt.NDArray[np.uint8] | None = field(
        default=None, kw_only=True, compare=False, repr=False
    )


def picture_record(
    file: str, prepared: PreparedDigit, reading: Recognition, model: OpenedModel
) -> PictureRecord:
    """Return the record of a picture with ink, read by a model with labels."""
    assert reading.label is not None, "a model with labels"
    digit = found_digit(reading, reading.label, prepared.box, model.label_names)
    text = model.label_names[reading.label] if digit.is_digit else ""
    return PictureRecord(file, text, (digit,), model.name, preparation=prepared.preparation)


def found_digit(reading: Recognition, label: int, box: Box, names: Sequence[str]) -> FoundDigit:
    """Return one digit of a record.

    Args:
        reading: by a model with labels.
        label: index of the label that was read.
        box: in the file's pixels.
        names: names of the labels.
    """
    verdict = reading.verdict
    assert verdict is not None, "a model with labels"
    return FoundDigit(
        label=label_value(names[label]),
        probability=round(verdict.probability, 6),
        is_digit=verdict.is_digit,
        evidence_nats=tuple(round(float(nats), 3) for nats in reading.evidence_nats),
        box=box,
        verdict=verdict.kind,
        labels=tuple(label_value(names[other]) for other in verdict.labels),
    )


@dataclass(frozen=True)
class NumberRecord(PictureRecord):
    """One picture's numbers; ``text`` has the lines joined by line ends, ``?`` for rejected digits.

    Attributes:
        warning: sentences on lines that break the rule, or "".
        probability: probability that all lines are right, in [0, 1].
    """

    warning: str = ""
    probability: float = 0.0


def label_value(name: str) -> int | str:
    """Return a label's name as JSON has it: digits as numbers, others as text."""
    return int(name) if name.isascii() and name.isdigit() else name


def number_record(
    file: str, page: PageReading, model: str, names: Sequence[str], reduction: int = 1
) -> NumberRecord:
    """Return the record of a picture of numbers.

    Args:
        file: the picture's name.
        page: its lines.
        model: the model's name.
        names: names of the model's labels.
        reduction: pixels of the file per pixel of the page, on each side.
    """
    digits = tuple(
        found_digit(digit.recognition, digit.label, digit.box.scaled(reduction), names)
        for digit in page.digits
    )
    probability = round(page.probability, 6)
    return NumberRecord(file, page.text, digits, model, None, page.warning, probability)


@dataclass(frozen=True)
class FieldRecord:
    """One field of a form.

    Attributes:
        name: name of the field.
        text: its content; empty if nothing was found.
        probability: probability that all of it is right, in [0, 1].
        warning: a sentence if it breaks its rule, or "".
        digits: its digits, with boxes in the page's pixels.
        listed: the value of the field's list, with the second best; None for other fields, and if
            no value fits.
    """

    name: str
    text: str
    probability: float = 0.0
    warning: str = ""
    digits: tuple[FoundDigit, ...] = ()
    listed: ListedValue | None = None

    @property
    def is_to_check(self) -> bool:
        """True if it broke its rule, or a digit or a listed value is doubtful."""
        if self.listed is not None:
            return bool(self.warning) or self.probability < SURE
        return bool(self.warning) or any(digit.verdict != DIGIT for digit in self.digits)


@dataclass(frozen=True)
class FormRecord(PictureRecord):
    """One page of a form; ``text`` has the fields joined by line ends, ``digits`` is empty.

    Attributes:
        fit: correlation of the page's print with the form's, in [0, 1].
        fields: in the form's order; none if the page does not show the form.
    """

    fit: float = 0.0
    fields: tuple[FieldRecord, ...] = ()


def probability_of(record: PictureRecord) -> float | None:
    """Return the probability that all of a record's text is right; None if nothing was found."""
    if isinstance(record, FormRecord):
        found = [field.probability for field in record.fields if field.digits]
        return math.prod(found) if found else None
    if not record.digits:
        return None
    return record.probability if isinstance(record, NumberRecord) else record.digits[0].probability


def box_around(digits: Sequence[FoundDigit]) -> Box:
    """Return the bounding box of at least one digit."""
    x, y = min(digit.box.x for digit in digits), min(digit.box.y for digit in digits)
    right = max(digit.box.right for digit in digits)
    return Box(x, y, right - x, max(digit.box.bottom for digit in digits) - y)
