"""Formats of records: JSON Lines and tables for programs, aligned text for people."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.bulk.batch_reader import Content, RecognitionRequest
from desktop_cvae.core.csv_tables import csv_row
from desktop_cvae.core.language import number, percent_text, tr, tr_n
from desktop_cvae.core.results import DIGIT, UNSURE
from desktop_cvae.inference.picture_records import (
    FieldRecord,
    FormRecord,
    FoundDigit,
    NumberRecord,
    PictureRecord,
    box_around,
    probability_of,
    record_fields,
    verdict_on,
)

if TYPE_CHECKING:
    from desktop_cvae.inference.form_file import Form, FormField

HEADING = (
    *("file", "text", "verdict", "labels", "probability", "warning", "preparation"),
    *("x", "y", "width", "height", "model", "error"),
)
"""Columns of digits and numbers: a record's fields, the box in four."""
MOST_REMARKS = 5
"""Digits of a number that the text for people explains."""
_MAX_NAME_WIDTH = 60

Line = Callable[[PictureRecord], str]
"""A record as a line of a file."""
Cells = Callable[[PictureRecord], list[object]]
"""A record as a row of a table: texts, and numbers with their decimals."""


@dataclass(frozen=True)
class RecordFormats:
    """Formats of one kind of records; JSON Lines are the same for all.

    Attributes:
        heading: names of the columns of a table.
        cells: makes a row of it from a record.
        text_formatter: makes the formatter for people from the pictures' names, which decide the
            width of the first column.
    """

    heading: tuple[str, ...]
    cells: Cells
    text_formatter: Callable[[Sequence[str]], Line]

    @property
    def csv_header(self) -> str:
        """First line of CSV."""
        return csv_row(self.heading)

    def csv_line(self, record: PictureRecord) -> str:
        """Write a record as CSV."""
        return csv_row(self.cells(record))


def formats_for(request: RecognitionRequest) -> RecordFormats:
    """Return the formats of a request's records."""
    if request.form is not None:
        return form_formats(request.form)
    return DIGIT_FORMATS if request.content is Content.DIGIT else NUMBER_FORMATS


def json_line(record: PictureRecord) -> str:
    """Write a record as a line of JSON Lines; ASCII only, so that any encoding carries it."""
    return json.dumps(record_fields(record), allow_nan=False) + "\n"


def _cells(record: PictureRecord) -> list[object]:
    """Return the cells of a digit or numbers; several lines of digits are one cell."""
    verdict = "" if record.error else verdict_on(record.digits)
    labels = " ".join("/".join(digit.labels) or "?" for digit in record.digits)
    probability = probability_of(record)
    warning = record.warning if isinstance(record, NumberRecord) else ""
    return [
        *(record.file, record.text, verdict, labels),
        "" if probability is None else _decimal(probability),
        *(warning, record.preparation),
        *(box_around(record.digits) if record.digits else [""] * 4),
        *(record.model, record.error or ""),
    ]


def _decimal(value: float, decimals: int = 6) -> Decimal:
    """Return a number that is written with its decimals: 0.500000."""
    return Decimal(f"{value:.{decimals}f}")


def _text_formatter(
    rows_of: Callable[[PictureRecord], list[str]],
) -> Callable[[Sequence[str]], Line]:
    """Return what makes the formatter of a kind of records: name first, then the rows of each."""

    def formatter(names: Sequence[str]) -> Line:
        width = name_width(names)

        def text_line(record: PictureRecord) -> str:
            if record.error is not None:
                return ""
            rows = rows_of(record) if record.digits else [f"–  {tr('nothing found')}"]
            firsts = [escaped(record.file), *[""] * (len(rows) - 1)]
            return "".join(
                f"{first:<{width}}  {row}\n" for first, row in zip(firsts, rows, strict=True)
            )

        return text_line

    return formatter


def _digit_rows(record: PictureRecord) -> list[str]:
    digit = record.digits[0]
    if digit.probability is None:
        return [f"–  {tr(digit.verdict)}"]
    doubt = f"  {_doubt(digit)}" if digit.verdict == UNSURE else ""
    return [f"{record.text}  {percent_text(digit.probability):>8}{doubt}"]


def _number_rows(record: PictureRecord) -> list[str]:
    """Return a number with its probability, a page's other lines, and what is doubtful."""
    first, *others = record.text.split("\n")
    probability = probability_of(record)
    share = "" if probability is None else f"  {percent_text(probability)}"
    rows = [f"{first}{share}", *others]
    warning = record.warning if isinstance(record, NumberRecord) else ""
    return rows + [remark for remark in (_remarks(record.digits), warning) if remark]


def name_width(names: Sequence[str]) -> int:
    """Return the width of the column of names, in characters."""
    return min(max((len(escaped(name)) for name in names), default=0), _MAX_NAME_WIDTH)


def escaped(name: str) -> str:
    """Return a name on one line, with escapes for what cannot be printed."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)


def _remarks(digits: Sequence[FoundDigit]) -> str:
    """Return “digit 3 unsure: 4 or 9, digit 7 not a digit”; empty if all are sure digits."""
    doubtful = [
        tr("digit {place} {verdict}", place=index, verdict=_doubt(digit))
        for index, digit in enumerate(digits, 1)
        if digit.verdict != DIGIT
    ]
    more = len(doubtful) - MOST_REMARKS
    rest = tr_n(", and {n} more", ", and {n} more", more) if more > 0 else ""
    return ", ".join(doubtful[:MOST_REMARKS]) + rest


def _doubt(digit: FoundDigit) -> str:
    """Return the verdict for people: “unsure: 4 or 9”, “not a digit”."""
    if digit.verdict != UNSURE:
        return tr(digit.verdict)
    return f"{tr(UNSURE)}: {tr(' or ').join(digit.labels)}"


def form_formats(form: Form) -> RecordFormats:
    """Return the formats of a form's records: CSV has one column a field.

    The second best value of a list and the nats between have columns of their own.
    """

    def form_cells(record: PictureRecord) -> list[object]:
        fields = record.fields if isinstance(record, FormRecord) else ()
        read = fields or [None] * len(form.fields)
        pairs = zip(form.fields, read, strict=True)
        texts = [cell for field, one in pairs for cell in _field_cells(field, one)]
        doubtful = " ".join(one.name for one in fields if one.is_to_check)
        fit: object = ""
        if isinstance(record, FormRecord) and not record.error:
            fit = _decimal(record.fit, 3)
        return [record.file, *texts, doubtful, fit, record.model, record.error or ""]

    names = [column for one in form.fields for column in one.columns]
    heading = ("file", *names, "to_check", "fit", "model", "error")
    return RecordFormats(heading, form_cells, lambda _: form_text)


def _field_cells(field: FormField, read: FieldRecord | None) -> list[object]:
    cells: list[object] = [""] * len(field.columns)
    if read is not None:
        cells[0] = read.text
        if read.listed is not None and read.listed.second:
            cells[1:] = read.listed.second, _decimal(read.listed.nats, 3)
    return cells


def form_text(record: PictureRecord) -> str:
    """Write a form's record for people: the page's name, and one line a field."""
    if record.error is not None or not isinstance(record, FormRecord):
        return ""
    width = max((len(one.name) for one in record.fields), default=0)
    rows = [f"{Path(record.file).name}\n"]
    for one in record.fields:
        if not one.digits:
            rows.append(f"  {one.name:<{width}}  –\n")
            continue
        doubt = f"  {one.warning or tr('to check')}" if one.is_to_check else ""
        second = f"  {second_text(one)}" if second_text(one) else ""
        rows.append(
            f"  {one.name:<{width}}  {one.text}  {percent_text(one.probability)}{second}{doubt}\n"
        )
    return "".join(rows)


def second_text(field: FieldRecord) -> str:
    """Return “then 42073, 7.3 nats behind” for a field with a list; else ""."""
    if field.listed is None or not field.listed.second:
        return ""
    nats = number(field.listed.nats, ".1f")
    return tr("then {value}, {nats} nats behind", value=field.listed.second, nats=nats)


def corrected(record: PictureRecord, text: str) -> PictureRecord:
    """Return a record with another text; of a form each line is a field."""
    if isinstance(record, FormRecord):
        lines = (text.split("\n") + [""] * len(record.fields))[: len(record.fields)]
        pairs = zip(record.fields, lines, strict=True)
        return replace(record, text=text, fields=tuple(replace(f, text=t) for f, t in pairs))
    return replace(record, text=text)


DIGIT_FORMATS = RecordFormats(HEADING, _cells, _text_formatter(_digit_rows))
NUMBER_FORMATS = RecordFormats(HEADING, _cells, _text_formatter(_number_rows))
