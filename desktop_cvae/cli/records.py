"""What ``recognize`` is asked for, and its three formats for one digit and for numbers."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.core.calibration import DEFAULT_REFUSAL
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import number, tr, tr_n
from desktop_cvae.core.results import DIGIT, UNSURE
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.inference.picture_records import (
    CSV_HEADER,
    NUMBER_CSV_HEADER,
    FoundDigit,
    NumberRecord,
    PictureRecord,
    all_right,
    csv_line,
    number_csv_line,
    number_record,
)

if TYPE_CHECKING:
    from desktop_cvae.inference.form_file import Form

_MAX_NAME_WIDTH = 60


@dataclass(frozen=True)
class RecognitionRequest:
    """What every picture of one ``recognize`` is read by.

    Attributes:
        model: the name or file of a model with labels.
        engine: ``"onnx"`` or ``"keras"``.
        numbers: True for whole numbers, lines and pages of digits.
        rule: what every line must be, as :func:`inference.field_rules.parse_rule` reads it.
        refuse: share of real digits that may be taken for none, in [0, 0.05].
        is_archived: True if every record brings its entry for the archive.
        form: whose fields are read on every picture; None reads digits or numbers.
        preparation: the hypothesis that is to be believed of every digit's picture; "" for none.
    """

    model: str
    engine: str = "onnx"
    numbers: bool = False
    rule: str | None = None
    refuse: float = DEFAULT_REFUSAL
    is_archived: bool = False
    form: Form | None = None
    preparation: str = ""


def recognition_request(arguments: Namespace) -> RecognitionRequest:
    """The request that the command line makes."""
    return RecognitionRequest(
        arguments.model,
        arguments.engine,
        arguments.numbers,
        arguments.rule,
        arguments.refuse,
        arguments.archive,
        wanted_form(arguments),
        arguments.preparation,
    )


def wanted_form(arguments: Namespace) -> Form | None:
    """The form that the command line names.

    Raises:
        UsageError: what else is asked does not go with it.
        FormFileError: it cannot be used.
    """
    if arguments.form is None:
        return None
    if arguments.numbers or arguments.archive:
        raise UsageError(tr("--form goes with neither --numbers nor --archive."))
    from desktop_cvae.inference.form_file import read_form

    return read_form(arguments.form)


def form_formats(form: Form) -> RecordFormats:
    """How the records of a form are written."""
    from desktop_cvae.inference import form_reading

    return RecordFormats(
        form_reading.csv_header(form), form_reading.csv_line_of(form), form_reading.text_formatter
    )


def read_by_form(
    model: OpenedModel, picture: str, place: str, request: RecognitionRequest
) -> PictureRecord:
    """The record of one page of a form.

    Args:
        model: with labels.
        picture: its name in the record.
        place: the file, or ``-``.
        request: with a form.

    Raises:
        ImageProblem: it cannot be read.
    """
    from desktop_cvae.cli.inputs import STANDARD_INPUT, standard_input
    from desktop_cvae.inference.form_reading import read_form_page
    from desktop_cvae.pictures.picture_files import read_picture

    assert request.form is not None, "a form"
    page = read_picture(standard_input() if place == STANDARD_INPUT else Path(place))
    return read_form_page(model, picture, page, request.form, request.refuse)


def name_width(pictures: Sequence[str]) -> int:
    """Width of the column of names, in letters."""
    return min(max((len(escaped(name)) for name in pictures), default=0), _MAX_NAME_WIDTH)


def escaped(name: str) -> str:
    """A file's name on one line: what cannot be printed as Python and JSON write it."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)


def text_formatter(pictures: Sequence[str]) -> Callable[[PictureRecord], str]:
    """A formatter for people: name, digit and probability in columns.

    Args:
        pictures: the names of all pictures, which decide the first column's width.
    """
    width = name_width(pictures)

    def text_line(record: PictureRecord) -> str:
        if record.error is not None:
            return ""
        if not record.digits:
            return f"{escaped(record.file):<{width}}  –  {tr('nothing found')}\n"
        digit = record.digits[0]
        if not digit.is_digit:
            return f"{escaped(record.file):<{width}}  –  {tr(digit.verdict)}\n"
        doubt = f"  {_doubt(digit)}" if digit.verdict == UNSURE else ""
        probability = number(100 * digit.probability, ".2f")
        return f"{escaped(record.file):<{width}}  {record.text}  {probability:>6} %{doubt}\n"

    return text_line


@dataclass(frozen=True)
class RecordFormats:
    """How records of one kind are written; JSON Lines are the same for all.

    Attributes:
        csv_header: the first line of CSV.
        csv_line: a record's line of CSV.
        text_formatter: makes the formatter for people from the pictures' names.
    """

    csv_header: str
    csv_line: Callable[[PictureRecord], str]
    text_formatter: Callable[[Sequence[str]], Callable[[PictureRecord], str]]


DIGIT_FORMATS = RecordFormats(CSV_HEADER, csv_line, text_formatter)


MOST_REMARKS = 5
"""Of so many digits is said, for people, what they may be."""


def read_number(
    model: OpenedModel, picture: str, place: str, request: RecognitionRequest
) -> PictureRecord:
    """The record of one picture's numbers.

    Args:
        model: with labels.
        picture: its name in the record.
        place: the file, or ``-``.
        request: how it is read; its rule is already checked.

    Raises:
        ImageProblem: it cannot be read.
    """
    from desktop_cvae.cli.inputs import STANDARD_INPUT, standard_input
    from desktop_cvae.inference.field_rules import parse_rule
    from desktop_cvae.pictures.picture_files import read_picture

    read = read_picture(standard_input() if place == STANDARD_INPUT else Path(place))
    rule = parse_rule(request.rule) if request.rule else None
    page = model.read_page(read.image, rule, request.refuse)
    record = number_record(picture, page, model.name, model.label_names, read.reduction)
    if not request.is_archived or not page.lines:
        return record
    from desktop_cvae.inference.archiving import page_entry
    from desktop_cvae.pictures.preparation import to_mnist_style

    preview = to_mnist_style(read.image).image
    return replace(record, entry=page_entry(model, page, preview, "command line", picture))


def number_text_formatter(pictures: Sequence[str]) -> Callable[[PictureRecord], str]:
    """A formatter for people: name, number and probability; more lines of a page below.

    Args:
        pictures: names of pictures, which decide the first column's width.
    """
    width = name_width(pictures)

    def text_line(record: PictureRecord) -> str:
        if record.error is not None:
            return ""
        if not record.digits:
            return f"{escaped(record.file):<{width}}  –  {tr('nothing found')}\n"
        first, *others = record.text.split("\n")
        probability = number(100 * all_right(record), ".2f")
        rows = [f"{escaped(record.file):<{width}}  {first}  {probability} %\n"]
        rows += [f"{'':<{width}}  {line}\n" for line in others]
        if remarks := _remarks(record.digits):
            rows.append(f"{'':<{width}}  {remarks}\n")
        if isinstance(record, NumberRecord) and record.warning:
            rows.append(f"{'':<{width}}  {record.warning}\n")
        return "".join(rows)

    return text_line


def _remarks(digits: Sequence[FoundDigit]) -> str:
    """“digit 3 unsure: 4 or 9, digit 7 not a digit”; empty if all are digits."""
    doubtful = [
        tr("digit {place} {verdict}", place=place, verdict=_doubt(digit))
        for place, digit in enumerate(digits, 1)
        if digit.verdict != DIGIT
    ]
    more = len(doubtful) - MOST_REMARKS
    rest = tr_n(", and {n} more", ", and {n} more", more) if more > 0 else ""
    return ", ".join(doubtful[:MOST_REMARKS]) + rest


def _doubt(digit: FoundDigit) -> str:
    """The verdict for people: "unsure: 4 or 9", "not a digit"."""
    if digit.verdict != UNSURE:
        return tr(digit.verdict)
    return f"{tr(UNSURE)}: {tr(' or ').join(str(label) for label in digit.labels)}"


NUMBER_FORMATS = RecordFormats(NUMBER_CSV_HEADER, number_csv_line, number_text_formatter)
