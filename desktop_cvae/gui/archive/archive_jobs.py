"""Jobs that the worker does for the archive's window; no widgets."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.errors import DamagedEntry, DesktopCvaeError, UsageError
from desktop_cvae.core.results import Recognition
from desktop_cvae.gui.archive.entry_pictures import Original, float_image, original_of
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.inference.picture_records import number_record
from desktop_cvae.library.archive_entries import ArchiveEntry, Query
from desktop_cvae.library.reading_archive import Archive

READ_AT_ONCE = 16
"""Pictures per step; the pen's question waits for one step at most."""


@dataclass(frozen=True)
class SearchResult:
    """Entries found by a search.

    Attributes:
        ids: ids of the entries, in order.
        total: number of entries in the archive.
        labels: labels that occur in the archive.
        models: models that occur in the archive.
    """

    ids: tuple[int, ...]
    total: int
    labels: tuple[str, ...]
    models: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class EntryDetails:
    """An entry with its drawing or picture.

    Attributes:
        entry: the whole entry.
        original: the drawing or picture; None if its data is damaged.
    """

    entry: ArchiveEntry
    original: Original | None


def find(archive: Archive, query: Query, known: SearchResult | None = None) -> SearchResult:
    """Search the archive.

    Args:
        archive: the archive.
        query: what to search for.
        known: an earlier result, if nothing was written since; only its ids are searched again.

    Raises:
        ArchiveProblem: the archive cannot be read.
    """
    if known is not None:
        return replace(known, ids=archive.ids(query))
    labels, models = archive.choices()
    return SearchResult(archive.ids(query), archive.count(), tuple(labels), tuple(models))


def load_details(archive: Archive, number: int) -> EntryDetails:
    """Read a whole entry. Raises :class:`ArchiveProblem`, :class:`UsageError`."""
    entry = archive.get(number)
    try:
        return EntryDetails(entry, original_of(entry))
    except DesktopCvaeError:
        # The picture that the model read is still there.
        return EntryDetails(entry, None)


@dataclass(frozen=True, eq=False)
class OpenedEntry:
    """An entry to put on the canvas.

    Attributes:
        entry: the whole entry.
        record: its drawing; None if it is a picture, or if its input was not archived.
    """

    entry: ArchiveEntry
    record: DrawingRecord | None


def open_entry(archive: Archive, number: int) -> OpenedEntry:
    """Read what is needed to reopen an entry.

    Raises:
        ArchiveProblem: the archive cannot be read.
        UsageError: the entry was removed.
        DamagedDrawing: its strokes are damaged.
    """
    entry = archive.get(number)
    is_drawing = entry.input_kind == "drawing"
    return OpenedEntry(entry, DrawingRecord.from_bytes(entry.input) if is_drawing else None)


@dataclass(frozen=True, eq=False)
class Rereading:
    """An entry's original reading, and its reading by another model.

    Attributes:
        id: id of the entry.
        image: uint8, (28, 28), the picture that was read.
        was: the original reading; empty for no digit.
        now: the new reading.
        given: the user's correction; None without one.
        was_probability, now_probability: in [0, 1].
        nats: change in the evidence of the reading; None for numbers, and where the original
            evidence was not archived.
    """

    id: int
    image: npt.NDArray[np.uint8]
    was: str
    now: str
    given: str | None
    was_probability: float
    now_probability: float
    nats: float | None

    @property
    def has_changed(self) -> bool:
        """True if the two readings differ."""
        return self.was != self.now

    @property
    def is_better(self) -> bool | None:
        """True if only the new reading matches the correction, False if only the old one does."""
        if self.given is None or not self.has_changed:
            return None
        return None if self.given not in (self.was, self.now) else self.given == self.now


def reread(
    archive: Archive,
    source: ModelSource,
    model: str,
    numbers: Sequence[int],
    false_rejection_rate: float,
) -> Generator[tuple[int, tuple[Rereading, ...]], None, None]:
    """Read entries again; yield how many are done, with their new readings.

    Digits are read from the 28×28 picture that the model saw, noise included; numbers are read
    from the drawing or picture. Entries that cannot be read again are skipped.

    Args:
        archive: holds the entries.
        source: opens the model.
        model: name of a model with labels.
        numbers: ids of the entries.
        false_rejection_rate: fraction of real digits rejected, in [0, 0.05].

    Raises:
        ModelFileError: the model cannot be opened.
        ArchiveProblem: the archive cannot be read.
    """
    opened = source.load(model, "onnx")
    done = 0
    for start in range(0, len(numbers), READ_AT_ONCE):
        some = numbers[start : start + READ_AT_ONCE]
        entries = _entries(archive, some)
        singles = [entry for entry in entries if not entry.is_number]
        read = _read_singles(opened, singles, false_rejection_rate)
        for entry in entries:
            # Reading a page takes long, so each page is a step of its own.
            if entry.is_number:
                yield done, tuple(read)
                read = _read_number(opened, entry, false_rejection_rate)
        done += len(some)
        yield done, tuple(read)


def _entries(archive: Archive, numbers: Iterable[int]) -> list[ArchiveEntry]:
    found = []
    for number in numbers:
        try:
            found.append(archive.get(number))
        except (UsageError, DamagedEntry):
            continue
    return found


def _read_singles(
    model: OpenedModel, entries: Sequence[ArchiveEntry], false_rejection_rate: float
) -> list[Rereading]:
    if not entries:
        return []
    seen = [entry.image if entry.noisy is None else entry.noisy for entry in entries]
    readings = model.read(float_image(np.stack(seen)), false_rejection_rate)
    return [
        _reread(entry, image, *_answer_of(reading, model.label_names), _gain(entry, reading))
        for entry, image, reading in zip(entries, seen, readings, strict=True)
    ]


def _answer_of(reading: Recognition, names: Sequence[str]) -> tuple[str, float]:
    """Return what the archive would hold of a reading."""
    verdict = reading.verdict
    assert reading.label is not None, "a model with labels"
    assert verdict is not None, "a model with labels"
    return (names[reading.label] if verdict.is_digit else ""), verdict.probability


def _gain(entry: ArchiveEntry, reading: Recognition) -> float | None:
    if not entry.evidence_nats:
        return None
    return float(reading.evidence_nats.max()) - max(entry.evidence_nats)


def _read_number(
    model: OpenedModel, entry: ArchiveEntry, false_rejection_rate: float
) -> list[Rereading]:
    if not entry.input_kind:
        return []
    try:
        picture = original_of(entry).image
    except DesktopCvaeError:
        return []
    page = model.read_page(picture, false_rejection_rate=false_rejection_rate)
    record = number_record("", page, model.name, model.label_names)
    return [_reread(entry, entry.image, record.text, record.probability, None)]


def _reread(
    entry: ArchiveEntry,
    image: npt.NDArray[np.uint8],
    text: str,
    probability: float,
    nats: float | None,
) -> Rereading:
    return Rereading(
        entry.id,
        image,
        entry.text,
        text,
        entry.given_label,
        entry.probability,
        probability,
        nats,
    )
