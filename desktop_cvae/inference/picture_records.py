"""What is said about a picture that was read: of one digit, or of numbers; as JSON Lines and CSV.

The command line writes these records, and the window's table of many pictures too.
"""

from __future__ import annotations

import csv
import io
import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from desktop_cvae.core.results import DIGIT, NO_DIGIT, UNSURE, Box, PreparedDigit, Recognition
from desktop_cvae.inference.number_reading import PageReading
from desktop_cvae.inference.opened_model import OpenedModel

if TYPE_CHECKING:
    from desktop_cvae.library.archive_entries import ArchiveEntry


@dataclass(frozen=True)
class FoundDigit:
    """One digit of a picture.

    Attributes:
        label: the digit.
        probability: in [0, 1], by evidence.
        is_digit: False for ink that is no digit.
        evidence_nats: the ELBO under every label.
        box: around its ink, in the picture's pixels.
        verdict: ``"digit"``, ``"unsure"`` or ``"not a digit"``.
        labels: the labels it may have, the best first; none if it is no digit.
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
    """One picture's result; ``text`` is empty if nothing was found, ``error`` a sentence.

    ``entry`` is for the archive, if it is kept there; no record that is written has it.
    ``preparation`` is what the picture was taken for, a key of
    ``core.preparations.PREPARATIONS``; "" if nothing was found, and of numbers and forms, whose
    pieces have their own.
    """

    file: str
    text: str
    digits: tuple[FoundDigit, ...]
    model: str
    error: str | None = None
    preparation: str = field(default="", kw_only=True)
    entry: ArchiveEntry | None = field(default=None, kw_only=True, compare=False, repr=False)


def picture_record(
    file: str, prepared: PreparedDigit, reading: Recognition, model: OpenedModel
) -> PictureRecord:
    """The record of a picture that has ink and was read by a model with labels."""
    assert reading.label is not None, "a model with labels"
    digit = found_digit(reading, reading.label, prepared.box, model.label_names)
    text = model.label_names[reading.label] if digit.is_digit else ""
    return PictureRecord(file, text, (digit,), model.name, preparation=prepared.preparation)


def found_digit(reading: Recognition, label: int, box: Box, names: Sequence[str]) -> FoundDigit:
    """What is written of one digit.

    Args:
        reading: by a model with labels.
        label: the one that it is taken for.
        box: in the file's pixels.
        names: of the labels.
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
    """One picture's numbers; ``text`` has the lines joined by line ends, ``?`` for no digit.

    Attributes:
        warning: sentences on lines that break the rule, or "".
        probability: that all lines are right, in [0, 1].
    """

    warning: str = ""
    probability: float = 0.0


def label_value(name: str) -> int | str:
    """A label's name as JSON gives it: digits as numbers, others as they are."""
    return int(name) if name.isascii() and name.isdigit() else name


def number_record(
    file: str, page: PageReading, model: str, names: Sequence[str], reduction: int = 1
) -> NumberRecord:
    """The record of a page that was read.

    Args:
        file: the picture's name.
        page: what was read.
        model: its name.
        names: of its labels.
        reduction: pixels of the file that one pixel of the page was.
    """
    found = [digit for line in page.lines for digit in line.digits]
    digits = tuple(
        found_digit(digit.recognition, digit.label, digit.box.scaled(reduction), names)
        for digit in found
    )
    warning = " ".join(line.warning for line in page.lines if line.warning)
    probability = math.prod(line.probability for line in page.lines) if page.lines else 0.0
    return NumberRecord(file, page.text, digits, model, None, warning, round(probability, 6))


@dataclass(frozen=True)
class FieldRecord:
    """One field of a form.

    Attributes:
        name: of the field.
        text: what stands in it; empty if nothing was found.
        probability: that all of it is right, in [0, 1].
        warning: a sentence if it breaks its rule, or "".
        digits: as found, their boxes in the page's pixels.
    """

    name: str
    text: str
    probability: float = 0.0
    warning: str = ""
    digits: tuple[FoundDigit, ...] = ()

    @property
    def is_to_check(self) -> bool:
        """True if somebody should look at it."""
        return bool(self.warning) or any(digit.verdict != DIGIT for digit in self.digits)


@dataclass(frozen=True)
class FormRecord(PictureRecord):
    """One page of a form; ``text`` has the fields joined by line ends, ``digits`` none.

    Attributes:
        fit: how well the page's print is that of the form, in [0, 1].
        fields: in the form's order; none if the page does not show the form.
    """

    fit: float = 0.0
    fields: tuple[FieldRecord, ...] = ()


def json_line(record: PictureRecord) -> str:
    """One line of JSON Lines; ASCII only, so that any encoding carries it."""
    return json.dumps(record_fields(record), allow_nan=False) + "\n"


def record_fields(record: PictureRecord) -> dict[str, Any]:
    """What is written of a record, as JSON has it."""
    # Of values that nobody changes: copying them one by one took longer than writing the line.
    if isinstance(record, FormRecord):
        return _form_fields(record)
    fields = vars(record) | {"digits": tuple(dict(vars(digit)) for digit in record.digits)}
    del fields["entry"]
    if isinstance(record, NumberRecord):
        del fields["preparation"]
    return fields


def _form_fields(record: FormRecord) -> dict[str, Any]:
    """A page's fields by their names."""
    fields = {
        one.name: {
            "text": one.text,
            "probability": one.probability,
            "warning": one.warning,
            "digits": tuple(dict(vars(digit)) for digit in one.digits),
        }
        for one in record.fields
    }
    return {
        "file": record.file,
        "fields": fields,
        "fit": record.fit,
        "model": record.model,
        "error": record.error,
    }


CSV_HEADER = "file,text,probability,is_digit,verdict,x,y,width,height,model,error\n"


def csv_line(record: PictureRecord) -> str:
    """One line of comma-separated values (RFC 4180, but for the line end)."""
    cells: list[object] = [record.file, record.text]
    if record.digits:
        digit = record.digits[0]
        cells += [f"{digit.probability:.6f}", str(digit.is_digit).lower(), said(digit), *digit.box]
    else:
        cells += [""] * 7
    return csv_row([*cells, record.model, record.error or ""])


def csv_row(cells: Sequence[object]) -> str:
    """One line of comma-separated values from its cells."""
    line = io.StringIO()
    # Python quotes only the characters of its own line end; a name may hold either.
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n") + "\n"


def said(digit: FoundDigit) -> str:
    """The verdict: "digit", "unsure: 4 or 9", "not a digit"."""
    if digit.verdict != UNSURE:
        return digit.verdict
    return f"{UNSURE}: {' or '.join(str(label) for label in digit.labels)}"


NUMBER_CSV_HEADER = "file,text,probability,unsure,refused,warning,x,y,width,height,model,error\n"


def number_csv_line(record: PictureRecord) -> str:
    """One record of comma-separated values; several lines of digits are one quoted cell."""
    warning = record.warning if isinstance(record, NumberRecord) else ""
    cells: list[object] = [record.file, record.text]
    if record.digits:
        kinds = Counter(digit.verdict for digit in record.digits)
        cells += [f"{all_right(record):.6f}", kinds[UNSURE], kinds[NO_DIGIT], warning]
        cells += box_around(record.digits)
    else:
        cells += [""] * 8
    return csv_row([*cells, record.model, record.error or ""])


def all_right(record: PictureRecord) -> float:
    """Probability that all lines of numbers are right, in [0, 1]; 0 for a single digit's record."""
    return record.probability if isinstance(record, NumberRecord) else 0.0


def box_around(digits: Sequence[FoundDigit]) -> Box:
    """Around the ink of at least one digit."""
    x, y = min(digit.box.x for digit in digits), min(digit.box.y for digit in digits)
    right = max(digit.box.right for digit in digits)
    return Box(x, y, right - x, max(digit.box.bottom for digit in digits) - y)
