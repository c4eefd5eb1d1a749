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
from desktop_cvae.inference.verdicts import UNSURE, Verdict

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
        verdict: ``"digit"``, ``"unsure"`` or ``"not a digit"``.
        labels: the labels it may have, the best first; none if it is no digit.
    """

    label: int | str
    probability: float
    is_digit: bool
    evidence_nats: tuple[float, ...]
    box: tuple[int, int, int, int]
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
    file: str,
    prepared: PreparedDigit,
    reading: Recognition,
    verdict: Verdict,
    spec: ModelSpec,
    model: str,
) -> PictureRecord:
    """The record of a picture that has ink and was read by a model with labels."""
    name = spec.label_names[int(reading.evidence_nats.argmax())]
    digit = FoundDigit(
        label=label_value(name),
        probability=round(verdict.probability, 6),
        is_digit=verdict.is_digit,
        evidence_nats=tuple(round(float(nats), 3) for nats in reading.evidence_nats),
        box=prepared.box,
        verdict=verdict.kind,
        labels=tuple(label_value(spec.label_names[label]) for label in verdict.labels),
    )
    return PictureRecord(file, name if verdict.is_digit else "", (digit,), model)


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
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([*cells, record.model, record.error or ""])
    return line.getvalue()


def said(digit: FoundDigit) -> str:
    """The verdict: "digit", "unsure: 4 or 9", "not a digit"."""
    if digit.verdict != UNSURE:
        return digit.verdict
    return f"{UNSURE}: {' or '.join(str(label) for label in digit.labels)}"


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
        digit = record.digits[0]
        if not digit.is_digit:
            return f"{record.file:<{width}}  –  {digit.verdict}\n"
        doubt = f"  {said(digit)}" if digit.verdict == UNSURE else ""
        probability = f"{100 * digit.probability:.2f}"
        return f"{record.file:<{width}}  {record.text}  {probability:>6} %{doubt}\n"

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
