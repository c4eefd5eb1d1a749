"""Many pictures, read one after the other: plain functions and tasks for the worker, no widget."""

from __future__ import annotations

import json
import math
import os
import re
from collections import Counter
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from desktop_cvae.core import paths
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import DIGIT, NO_DIGIT, UNSURE, FloatArray
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.gui.numbers.number_page import doubt_text
from desktop_cvae.inference.archiving import page_entry, reading_entry
from desktop_cvae.inference.form_file import Form
from desktop_cvae.inference.form_reading import read_form_page
from desktop_cvae.inference.number_reading import PageReading, holds_a_number
from desktop_cvae.inference.picture_records import (
    FormRecord,
    NumberRecord,
    PictureRecord,
    all_right,
    box_around,
    csv_row,
    number_record,
    picture_record,
    record_fields,
)
from desktop_cvae.library.archive import Archive
from desktop_cvae.library.archive_entries import TABLE, ArchiveEntry, file_input
from desktop_cvae.pictures.background import SMALL_SIDE, block_means
from desktop_cvae.pictures.pages import page_names
from desktop_cvae.pictures.picture_files import OPENED_SUFFIXES, read_picture
from desktop_cvae.pictures.preparation import to_mnist_style

if TYPE_CHECKING:
    from desktop_cvae.gui.model_source import ModelSource
    from desktop_cvae.inference.opened_model import OpenedModel

THUMBNAIL_SIDE = 64
"""Four kilobytes a picture at most: ten thousand of them are no burden."""
AUTOMATIC, ONE_DIGIT, NUMBERS = "automatic", "digit", "numbers"
BY_FORM = "form"
HOWS = {
    AUTOMATIC: mark("Automatic"),
    ONE_DIGIT: mark("One digit each"),
    NUMBERS: mark("Numbers"),
    BY_FORM: mark("By a form"),
}
How = str | Form
"""One of ``HOWS``, or the form itself."""


@dataclass(frozen=True, eq=False)
class PictureReading:
    """One picture, as read.

    Attributes:
        record: as the command line writes it.
        thumbnail: uint8, (h, w), light is 255, at most ``THUMBNAIL_SIDE`` high and wide; None
            for what is no picture.
    """

    record: PictureRecord
    thumbnail: npt.NDArray[np.uint8] | None = None

    @property
    def probability(self) -> float | None:
        """That all of it is right, in [0, 1]; None if nothing was found."""
        record = self.record
        if isinstance(record, FormRecord):
            found = [field.probability for field in record.fields if field.digits]
            return math.prod(found) if found else None
        if not record.digits:
            return None
        return all_right(record) if isinstance(record, NumberRecord) else _first(record)

    @cached_property
    def remark(self) -> str:
        """What has to be said of it; empty for a reading without doubt.

        Kept: of thousands, those with one are counted again and again while they are read.
        """
        return remark_on(self.record)


def remark_on(record: PictureRecord, *, in_english: bool = False) -> str:
    """What has to be said of a record; a table's file keeps the English."""
    say = str if in_english else tr
    if record.error is not None:
        return record.error
    if isinstance(record, FormRecord):
        names = ", ".join(field.name for field in record.fields if field.is_to_check)
        return f"{say(mark('to check'))}: {names}" if names else ""
    if not record.digits:
        return say(mark("nothing found"))
    if not isinstance(record, NumberRecord):
        digit = record.digits[0]
        if digit.verdict == UNSURE:
            labels = f" {say(mark('or'))} ".join(str(label) for label in digit.labels)
            return f"{say(UNSURE)}: {labels}"
        return "" if digit.verdict == DIGIT else say(digit.verdict)
    kinds = Counter(digit.verdict for digit in record.digits)
    count = _english_doubt if in_english else doubt_text
    parts = [count(kind, kinds[kind]) for kind in (UNSURE, NO_DIGIT) if kinds[kind]]
    return ", ".join([*parts, *filter(None, [record.warning])])


def _english_doubt(kind: str, count: int) -> str:
    return f"{count} {kind}"


def _first(record: PictureRecord) -> float:
    return record.digits[0].probability


def find_pictures(places: Sequence[str]) -> Task[tuple[str, ...]]:
    """The pictures of files and folders, a folder's with those of the folders in it.

    Every page of a file of pages is a picture.

    Args:
        places: a file is taken as it is, so that reading it says what is wrong with it.
    """
    found: dict[str, None] = {}
    for place in places:
        if not os.path.isdir(place):  # noqa: PTH112 - a name may be too long for a path object
            yield from _add_pages(found, [place])
            continue
        inside: list[str] = []
        for folder, _, names in os.walk(place):
            inside += [str(Path(folder, name)) for name in names if _is_picture(name)]
            yield Progress(len(found) + len(inside), 0)
        yield from _add_pages(found, sorted(inside, key=natural_key))
    return tuple(found)


def _add_pages(found: dict[str, None], files: Sequence[str]) -> Generator[Progress, None, None]:
    for file in files:
        for count, page in enumerate(page_names(file)):
            found[page] = None
            if count:
                yield Progress(len(found), 0)


def _is_picture(name: str) -> bool:
    # Hidden files are a system's own, as those that some leave beside each picture.
    return Path(name).suffix.lower() in OPENED_SUFFIXES and not name.startswith(".")


def natural_key(name: str) -> list[tuple[int, str]]:
    """Page 10 comes after page 9."""
    parts = (part.lstrip("0") if part.isdecimal() else part for part in re.split(r"(\d+)", name))
    return [(len(part) if part.isdecimal() else 0, part) for part in parts]


def read_pictures(
    source: ModelSource, model: str, pictures: Iterable[tuple[int, str]], how: How, refuse: float
) -> Generator[tuple[int, PictureReading], None, None]:
    """Read pictures, and yield each with its number as soon as it is read.

    Args:
        source: opens the model anew: one that answers the pen belongs to another thread.
        model: with labels; a name of the library or a file.
        pictures: numbers of the caller's own, and files' names.
        how: one of ``HOWS``, or a form.
        refuse: share of real digits that may be taken for none, in [0, 0.05].
    """
    opened = source.load(model, "onnx")
    for number, name in pictures:
        yield number, read_one(opened, name, how, refuse)


def read_one(model: OpenedModel, name: str, how: How, refuse: float) -> PictureReading:
    """Read one picture; of one that cannot be read, the record says why."""
    try:
        read = read_picture(Path(name))
    except DesktopCvaeError as error:
        return PictureReading(PictureRecord(name, "", (), model.name, error.sentence))
    thumbnail = thumbnail_of(read.image)
    if isinstance(how, Form):
        return PictureReading(read_form_page(model, name, read, how, refuse), thumbnail)
    page = _read_page(model, read.image, how, refuse)
    if page is not None:
        record = number_record(name, page, model.name, model.label_names, read.reduction)
        return PictureReading(record, thumbnail)
    believed = model.prepare(read.image, refuse)[0]
    if believed.recognition is None:
        return PictureReading(PictureRecord(name, "", (), model.name), thumbnail)
    digit = picture_record(name, believed.prepared, believed.recognition, model)
    return PictureReading(digit, thumbnail)


def _read_page(
    model: OpenedModel, image: FloatArray, how: str, refuse: float
) -> PageReading | None:
    """The numbers of a picture; None if it is read as one digit."""
    # As in the window: so small a picture holds one digit.
    if how == ONE_DIGIT or (how == AUTOMATIC and max(image.shape) <= SMALL_SIDE):
        return None
    page = model.read_page(image, refuse=refuse)
    return page if how == NUMBERS or holds_a_number(page) else None


def archive_pictures(
    source: ModelSource,
    model: str,
    pictures: Sequence[tuple[str, str | None]],
    how: str,
    refuse: float,
) -> Task[int]:
    """Read pictures once more, and keep each with its answer in the archive.

    Args:
        source: opens the model.
        model: with labels; a name of the library or a file.
        pictures: files' names, and what the user says that they show, or None.
        how: one of ``HOWS``.
        refuse: share of real digits that may be taken for none, in [0, 0.05].

    Returns:
        how many there are now; what holds nothing, or cannot be read, is none of them.

    Raises:
        ArchiveProblem: they cannot be kept; those before it are.
    """
    opened, count = source.load(model, "onnx"), 0
    with Archive(paths.archive_file()) as archive:
        for done, (name, correction) in enumerate(pictures):
            yield Progress(done, len(pictures))
            try:
                entry = _entry(opened, Path(name), how, refuse)
            except DesktopCvaeError:
                continue  # the table says why
            if entry is not None:
                _keep(archive, replace(entry, given_label=correction))
                count += 1
    return count


def _keep(archive: Archive, entry: ArchiveEntry) -> None:
    """Keep an entry; one of the same picture that is there already is brought up to date."""
    same = archive.find_input(entry.input)
    if same is None or not archive.update(same, entry):
        archive.add(entry)


def _entry(model: OpenedModel, path: Path, how: str, refuse: float) -> ArchiveEntry | None:
    image = read_picture(path).image
    page = _read_page(model, image, how, refuse)
    if page is not None:
        if not page.lines:
            return None
        entry = page_entry(model, page, to_mnist_style(image).image, TABLE, path.name)
    else:
        believed = model.prepare(image, refuse)[0]
        prepared, reading = believed.prepared, believed.recognition
        if reading is None:
            return None
        entry = reading_entry(model, prepared.image, reading, TABLE, path.name)
    return replace(entry, input=file_input(path), input_kind="picture")


def failed_reading(name: str, model: str) -> PictureReading:
    """What is kept of a picture over which the reading itself broke off."""
    sentence = tr("Something went wrong with this picture; the log has more.")
    return PictureReading(PictureRecord(name, "", (), model, sentence))


def thumbnail_of(image: FloatArray) -> npt.NDArray[np.uint8]:
    """A small version of a picture (H, W) in [0, 1]; uint8, ``THUMBNAIL_SIDE`` at most."""
    factor = -(-max(image.shape) // THUMBNAIL_SIDE)
    return np.rint(255 * np.clip(block_means(image, factor), 0, 1)).astype(np.uint8)


CSV_HEADER = "file,text,read_as,corrected,probability,remark,x,y,width,height,model,error\n"


def json_line(reading: PictureReading, correction: str | None) -> str:
    """The command line's record with two fields more: what was read, and if it was corrected."""
    record = reading.record
    entries = record_fields(record)
    text = record.text if correction is None else correction
    more = {"text": text, "read_as": record.text, "corrected": correction is not None}
    return json.dumps({**entries, **more}, allow_nan=False) + "\n"


def csv_line(reading: PictureReading, correction: str | None) -> str:
    """The same as comma-separated values, for single digits and numbers alike."""
    record, probability = reading.record, reading.probability
    text = record.text if correction is None else correction
    cells = [record.file, text, record.text, str(correction is not None).lower()]
    cells.append("" if probability is None else f"{probability:.6f}")
    cells.append("" if record.error else remark_on(record, in_english=True))
    box = map(str, box_around(record.digits)) if record.digits else [""] * 4
    return csv_row([*cells, *box, record.model, record.error or ""])


def _field_names(rows: Sequence[tuple[PictureReading, str | None]]) -> list[str]:
    """The columns of pages that were read by a form; none of other pictures."""
    for reading, _ in rows:
        if isinstance(reading.record, FormRecord) and reading.record.fields:
            return [field.name for field in reading.record.fields]
    return []


def _form_line(names: Sequence[str], reading: PictureReading, correction: str | None) -> str:
    """One page of a form: a column a field; of a correction each line is a field."""
    record = reading.record
    text = record.text if correction is None else correction
    texts = (text.split("\n") + [""] * len(names))[: len(names)]
    remark = "" if record.error else remark_on(record, in_english=True)
    corrected = str(correction is not None).lower()
    return csv_row([record.file, *texts, corrected, remark, record.model, record.error or ""])


def write_table(path: Path, rows: Sequence[tuple[PictureReading, str | None]]) -> None:
    """Write readings with their corrections, as JSON lines or CSV by the file's suffix.

    Raises:
        InputOutputError: the file cannot be written.
    """
    from desktop_cvae.core.atomic_files import write_atomically

    is_json = path.suffix.lower() == ".jsonl"
    lines = [] if is_json else [CSV_HEADER]
    names = _field_names(rows)
    if names and not is_json:
        lines = [csv_row(["file", *names, "corrected", "remark", "model", "error"])]
        lines += [_form_line(names, reading, text) for reading, text in rows]
        rows = ()
    lines += [(json_line if is_json else csv_line)(reading, text) for reading, text in rows]
    # A file's name may hold bytes that are no text.
    write_atomically(path, "".join(lines).encode("utf-8", errors="backslashreplace"))
