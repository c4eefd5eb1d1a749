"""What ``recognize`` says about a picture, of one digit or of numbers, and its three formats."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import math
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_cvae.cli.options import label_value
from desktop_cvae.core.calibration import DEFAULT_REFUSAL
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.results import DIGIT, NO_DIGIT, UNSURE, Box, PreparedDigit, Recognition
from desktop_cvae.inference.number_reading import PageReading
from desktop_cvae.inference.opened_model import OpenedModel

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
    """

    model: str
    engine: str = "onnx"
    numbers: bool = False
    rule: str | None = None
    refuse: float = DEFAULT_REFUSAL


def recognition_request(arguments: Namespace) -> RecognitionRequest:
    """The request that the command line makes."""
    return RecognitionRequest(
        arguments.model, arguments.engine, arguments.numbers, arguments.rule, arguments.refuse
    )


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
    """One picture's result; ``text`` is empty if nothing was found, ``error`` a sentence."""

    file: str
    text: str
    digits: tuple[FoundDigit, ...]
    model: str
    error: str | None = None


def picture_record(
    file: str, prepared: PreparedDigit, reading: Recognition, model: OpenedModel
) -> PictureRecord:
    """The record of a picture that has ink and was read by a model with labels."""
    assert reading.label is not None, "a model with labels"
    digit = found_digit(reading, reading.label, prepared.box, model.label_names)
    text = model.label_names[reading.label] if digit.is_digit else ""
    return PictureRecord(file, text, (digit,), model.name)


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


def json_line(record: PictureRecord) -> str:
    """One line of JSON Lines; ASCII only, so that any encoding carries it."""
    return json.dumps(dataclasses.asdict(record), allow_nan=False) + "\n"


CSV_HEADER = "file,text,probability,is_digit,verdict,x,y,width,height,model,error\n"


def csv_line(record: PictureRecord) -> str:
    """One line of comma-separated values (RFC 4180, but for the line end)."""
    cells: list[object] = [record.file, record.text]
    if record.digits:
        digit = record.digits[0]
        cells += [f"{digit.probability:.6f}", str(digit.is_digit).lower(), said(digit), *digit.box]
    else:
        cells += [""] * 7
    return _csv_row([*cells, record.model, record.error or ""])


def _csv_row(cells: Sequence[object]) -> str:
    line = io.StringIO()
    # Python quotes only the characters of its own line end; a name may hold either.
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n") + "\n"


def said(digit: FoundDigit) -> str:
    """The verdict: "digit", "unsure: 4 or 9", "not a digit"."""
    if digit.verdict != UNSURE:
        return digit.verdict
    return f"{UNSURE}: {' or '.join(str(label) for label in digit.labels)}"


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
            return f"{escaped(record.file):<{width}}  –  nothing found\n"
        digit = record.digits[0]
        if not digit.is_digit:
            return f"{escaped(record.file):<{width}}  –  {digit.verdict}\n"
        doubt = f"  {said(digit)}" if digit.verdict == UNSURE else ""
        probability = f"{100 * digit.probability:.2f}"
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


NUMBER_CSV_HEADER = "file,text,probability,unsure,refused,warning,x,y,width,height,model,error\n"
MOST_REMARKS = 5
"""Of so many digits is said, for people, what they may be."""


@dataclass(frozen=True)
class NumberRecord(PictureRecord):
    """One picture's numbers; ``text`` has the lines joined by line ends, ``?`` for no digit.

    Attributes:
        warning: sentences on lines that break the rule, or "".
        probability: that all lines are right, in [0, 1].
    """

    warning: str = ""
    probability: float = 0.0


def read_number(model: OpenedModel, picture: str, request: RecognitionRequest) -> PictureRecord:
    """The record of one picture; of one that cannot be read it says why.

    Args:
        model: with labels.
        picture: the name of a file, or ``-``.
        request: how it is read; its rule is already checked.
    """
    from desktop_cvae.cli.inputs import STANDARD_INPUT, standard_input
    from desktop_cvae.inference.field_rules import parse_rule
    from desktop_cvae.pictures.picture_files import read_picture

    try:
        read = read_picture(standard_input() if picture == STANDARD_INPUT else Path(picture))
    except DesktopCvaeError as error:
        return NumberRecord(picture, "", (), model.name, error.sentence)
    rule = parse_rule(request.rule) if request.rule else None
    page = model.read_page(read.image, rule, request.refuse)
    return number_record(picture, page, model.name, model.label_names, read.reduction)


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


def number_csv_line(record: PictureRecord) -> str:
    """One record of comma-separated values; several lines of digits are one quoted cell."""
    warning = record.warning if isinstance(record, NumberRecord) else ""
    cells: list[object] = [record.file, record.text]
    if record.digits:
        kinds = Counter(digit.verdict for digit in record.digits)
        cells += [f"{_probability(record):.6f}", kinds[UNSURE], kinds[NO_DIGIT], warning]
        cells += _box_around(record.digits)
    else:
        cells += [""] * 8
    return _csv_row([*cells, record.model, record.error or ""])


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
            return f"{escaped(record.file):<{width}}  –  nothing found\n"
        first, *others = record.text.split("\n")
        rows = [f"{escaped(record.file):<{width}}  {first}  {100 * _probability(record):.2f} %\n"]
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
        f"digit {place} {said(digit)}"
        for place, digit in enumerate(digits, 1)
        if digit.verdict != DIGIT
    ]
    more = len(doubtful) - MOST_REMARKS
    return ", ".join(doubtful[:MOST_REMARKS]) + (f", and {more} more" if more > 0 else "")


def _probability(record: PictureRecord) -> float:
    return record.probability if isinstance(record, NumberRecord) else 0.0


def _box_around(digits: Sequence[FoundDigit]) -> Box:
    x, y = min(digit.box.x for digit in digits), min(digit.box.y for digit in digits)
    right = max(digit.box.right for digit in digits)
    return Box(x, y, right - x, max(digit.box.bottom for digit in digits) - y)


NUMBER_FORMATS = RecordFormats(NUMBER_CSV_HEADER, number_csv_line, number_text_formatter)
