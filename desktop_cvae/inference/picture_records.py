"""Records of pictures that were read: one digit, numbers or a form's fields.

The command line writes them, the window's table of many pictures shows them: see
``bulk.record_formats``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Literal, NotRequired, TypedDict, cast

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.language import mark
from desktop_cvae.core.results import DIGIT, NO_DIGIT, UNSURE, Box, PreparedDigit, Recognition
from desktop_cvae.core.schemas import Field, Schema, named_schemas
from desktop_cvae.inference.line_hypotheses import ListedValue
from desktop_cvae.inference.number_reading import SURE, PageReading
from desktop_cvae.inference.opened_model import OpenedModel

if TYPE_CHECKING:
    from desktop_cvae.library.archive_entries import ArchiveEntry

RECORD_VERSION: Literal[1] = 1
"""Version of the records; another meaning of a field, or one less, makes a new version."""
NOTHING_FOUND = mark("nothing found")
"""Verdict on a picture without ink."""
_VERDICTS = (DIGIT, UNSURE, NO_DIGIT)
"""From the best to the worst; a number has the worst of its digits."""
DigitVerdict = Literal["digit", "unsure", "not a digit"]
Verdict = Literal["digit", "unsure", "not a digit", "nothing found"]
_Probability = Annotated[float, Field(low=0, high=1)]


class DigitFields(TypedDict):
    """One digit of a record."""

    label: Annotated[str | None, Field(help="name of the label; null if it is not a digit")]
    verdict: DigitVerdict
    is_digit: Annotated[bool, Field(help="false if it was rejected")]
    labels: Annotated[
        list[str], Field(help="the labels that it may have, most likely first; none if rejected")
    ]
    probability: Annotated[
        _Probability | None, Field(help="that the label is right; null if it is not a digit")
    ]
    evidence_nats: Annotated[
        list[float], Field(help="ELBO under every label of the model, in its order")
    ]
    box: Annotated[
        tuple[int, int, int, int], Field(help="x, y, width, height in the picture's pixels")
    ]
    line: Annotated[int, Field(help="line of the text that it stands in, from 0", low=0)]


class FieldFields(TypedDict):
    """One field of a form in a record."""

    text: str
    verdict: Verdict
    probability: Annotated[
        _Probability | None, Field(help="that all of the text is right; null if there is none")
    ]
    warning: Annotated[str, Field(help="a sentence if it breaks its rule; else empty")]
    digits: list[DigitFields]
    second: NotRequired[Annotated[str, Field(help="second best value of the field's list")]]
    second_nats: NotRequired[
        Annotated[float, Field(help="log odds of the best value over the second, in nats")]
    ]


class RecordFields(TypedDict):
    """Reading of one picture: a digit, a number, or a page of a form."""

    version: Annotated[Literal[1], Field(help="version of this schema")]
    file: Annotated[str, Field(help="the picture's name, as it was given")]
    text: Annotated[
        str,
        Field(
            help="what was read: lines, or a form's fields, joined by line ends, ? in a number for "
            "what is not a digit; empty if nothing was read"
        ),
    ]
    verdict: Annotated[
        Verdict | None, Field(help="the worst of the digits'; null if there is an error")
    ]
    probability: Annotated[
        _Probability | None, Field(help="that all of the text is right; null if there is none")
    ]
    warning: Annotated[str, Field(help="sentences on lines that break the rule; else empty")]
    preparation: Annotated[
        str, Field(help="how the ink was found, of one digit; empty for numbers and forms")
    ]
    digits: Annotated[
        list[DigitFields],
        Field(help="from left to right, line by line; those of a form stand in its fields"),
    ]
    fields: NotRequired[Annotated[dict[str, FieldFields], Field(help="of a form, by their names")]]
    fit: NotRequired[
        Annotated[
            float, Field(help="of a form: correlation of its print with the page's", low=0, high=1)
        ]
    ]
    model: str
    error: Annotated[
        str | None, Field(help="why the picture could not be read, as a sentence; else null")
    ]


@dataclass(frozen=True)
class FoundDigit:
    """One digit of a picture.

    Attributes:
        label: name of its label; None if it was rejected.
        probability: in [0, 1], by evidence; None if it was rejected.
        evidence_nats: the ELBO under every label.
        box: bounding box of its ink, in the picture's pixels.
        verdict: ``"digit"``, ``"unsure"`` or ``"not a digit"``.
        labels: the labels it may have, most likely first; none if it was rejected.
        line: index of its line.
    """

    label: str | None
    probability: float | None
    evidence_nats: tuple[float, ...]
    box: Box
    verdict: str = DIGIT
    labels: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True)
class PictureRecord:
    """Result of one picture.

    Attributes:
        file: the picture's name, as it was given.
        text: what was read; empty if nothing was found.
        digits: the digits that were found.
        model: name of the model.
        error: why the picture could not be read, as a sentence, or None.
        preparation: key of ``core.preparation_names.PREPARATIONS``; "" if nothing was found, and
            for numbers and forms, whose digits have their own.
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
    return PictureRecord(
        file, digit.label or "", (digit,), model.name, preparation=prepared.preparation
    )


def found_digit(
    reading: Recognition, label: int, box: Box, names: Sequence[str], line: int = 0
) -> FoundDigit:
    """Return one digit of a record.

    Args:
        reading: by a model with labels.
        label: index of the label that was read.
        box: in the file's pixels.
        names: names of the labels.
        line: index of its line.
    """
    verdict = reading.verdict
    assert verdict is not None, "a model with labels"
    return FoundDigit(
        label=names[label] if verdict.is_digit else None,
        probability=round(verdict.probability, 6) if verdict.is_digit else None,
        evidence_nats=tuple(round(float(nats), 3) for nats in reading.evidence_nats),
        box=box,
        verdict=verdict.kind,
        labels=tuple(names[other] for other in verdict.labels),
        line=line,
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
        found_digit(digit.recognition, digit.label, digit.box.scaled(reduction), names, at)
        for at, line in enumerate(page.lines)
        for digit in line.digits
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
    if not record.digits or all(digit.verdict == NO_DIGIT for digit in record.digits):
        return None
    return record.probability if isinstance(record, NumberRecord) else record.digits[0].probability


def verdict_on(digits: Sequence[FoundDigit]) -> str:
    """Return the worst verdict on digits; :data:`NOTHING_FOUND` on none."""
    verdicts = (digit.verdict for digit in digits)
    return max(verdicts, key=_VERDICTS.index, default=NOTHING_FOUND)


def record_fields(record: PictureRecord) -> RecordFields:
    """Return a record as JSON has it; see :class:`RecordFields`."""
    is_form = isinstance(record, FormRecord)
    digits = record.digits
    if isinstance(record, FormRecord):
        digits = tuple(digit for one in record.fields for digit in one.digits)
    fields: RecordFields = {
        "version": RECORD_VERSION,
        "file": record.file,
        "text": record.text,
        "verdict": None if record.error else cast("Verdict", verdict_on(digits)),
        "probability": probability_of(record),
        "warning": record.warning if isinstance(record, NumberRecord) else "",
        "preparation": record.preparation,
        "digits": [] if is_form else _digit_fields(digits),
        "model": record.model,
        "error": record.error,
    }
    if isinstance(record, FormRecord):
        fields["fields"] = {one.name: _field_fields(one) for one in record.fields}
        fields["fit"] = record.fit
    return fields


def _digit_fields(digits: Sequence[FoundDigit]) -> list[DigitFields]:
    # vars instead of asdict: deep copies took longer than writing the line.
    lists = ("labels", "evidence_nats")
    return [
        cast(
            "DigitFields",
            vars(one)
            | {name: list(vars(one)[name]) for name in lists}
            | {"is_digit": one.verdict != NO_DIGIT},
        )
        for one in digits
    ]


def _field_fields(field: FieldRecord) -> FieldFields:
    fields: FieldFields = {
        "text": field.text,
        "verdict": cast("Verdict", verdict_on(field.digits)),
        "probability": field.probability if field.text else None,
        "warning": field.warning,
        "digits": _digit_fields(field.digits),
    }
    if field.listed is not None:
        fields["second"] = field.listed.second
        fields["second_nats"] = round(field.listed.nats, 3)
    return fields


def record_schema() -> Schema:
    """Return the JSON Schema of :class:`RecordFields`, made of the types."""
    named = named_schemas([RecordFields], "#/$defs/")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "desktop_cvae record",
        "description": RecordFields.__doc__,
        **named.pop("Record"),
        "$defs": named,
    }


def box_around(digits: Sequence[FoundDigit]) -> Box:
    """Return the bounding box of at least one digit."""
    x, y = min(digit.box.x for digit in digits), min(digit.box.y for digit in digits)
    right = max(digit.box.right for digit in digits)
    return Box(x, y, right - x, max(digit.box.bottom for digit in digits) - y)
