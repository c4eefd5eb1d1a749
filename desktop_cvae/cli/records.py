"""What ``recognize`` says about one picture, and the three formats it says it in."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_cvae.cli.labels import label_value
from desktop_cvae.core.results import PreparedDigit, Recognition
from desktop_cvae.core.specs import ModelSpec

_MAX_NAME_WIDTH = 60


@dataclass(frozen=True)
class FoundDigit:
    """One digit of a picture.

    Attributes:
        label: the digit.
        probability: in [0, 1], by evidence.
        is_digit: False for ink that is no digit.
        evidence_nats: the ELBO under every label.
        box: (x, y, width, height) in the picture's pixels.
    """

    label: int | str
    probability: float
    is_digit: bool
    evidence_nats: tuple[float, ...]
    box: tuple[int, int, int, int]


@dataclass(frozen=True)
class PictureRecord:
    """One picture's result; ``text`` is empty if nothing was found, ``error`` a sentence."""

    file: str
    text: str
    digits: tuple[FoundDigit, ...]
    model: str
    error: str | None = None


def picture_record(
    file: str, prepared: PreparedDigit, reading: Recognition | None, spec: ModelSpec, model: str
) -> PictureRecord:
    """The record of a picture that was read; ``reading`` is None if it is empty."""
    if reading is None or reading.label is None:
        return PictureRecord(file, "", (), model)
    name = spec.label_names[reading.label]
    digit = FoundDigit(
        label=label_value(name),
        probability=round(reading.probability, 6),
        is_digit=True,
        evidence_nats=tuple(round(float(nats), 3) for nats in reading.evidence_nats),
        box=prepared.box,
    )
    return PictureRecord(file, name, (digit,), model)


def json_line(record: PictureRecord) -> str:
    """One line of JSON Lines; ASCII only, so that any encoding carries it."""
    return json.dumps(dataclasses.asdict(record), allow_nan=False) + "\n"


CSV_HEADER = "file,text,probability,is_digit,x,y,width,height,model,error\n"


def csv_line(record: PictureRecord) -> str:
    """One line of comma-separated values (RFC 4180, but for the line end)."""
    cells: list[object] = [record.file, record.text]
    if record.digits:
        digit = record.digits[0]
        cells += [f"{digit.probability:.6f}", str(digit.is_digit).lower(), *digit.box]
    else:
        cells += [""] * 6
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([*cells, record.model, record.error or ""])
    return line.getvalue()


def name_width(pictures: Sequence[str]) -> int:
    """Width of the column of names, in letters."""
    return min(max(map(len, pictures), default=0), _MAX_NAME_WIDTH)


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
            return f"{record.file:<{width}}  –  nothing found\n"
        probability = f"{100 * record.digits[0].probability:.2f}"
        return f"{record.file:<{width}}  {record.text}  {probability:>6} %\n"

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
