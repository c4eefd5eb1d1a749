"""What the worker does for the archive's window: plain functions and tasks, no widget."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.errors import DamagedEntry, DesktopCvaeError, UsageError
from desktop_cvae.core.results import Recognition
from desktop_cvae.gui.archive.entry_pictures import Original, float_image, original_of
from desktop_cvae.library.archive import Archive
from desktop_cvae.library.archive_entries import ArchiveEntry, Query

if TYPE_CHECKING:
    from desktop_cvae.gui.model_source import ModelSource
    from desktop_cvae.inference.opened_model import OpenedModel

READ_AT_ONCE = 16
"""Pictures to a step: the pen waits for no more of them."""


@dataclass(frozen=True)
class Found:
    """What a search found.

    Attributes:
        ids: numbers of entries, in order.
        total: how many entries the archive holds.
        labels: that entries have.
        models: that answered them.
    """

    ids: tuple[int, ...]
    total: int
    labels: tuple[str, ...]
    models: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Shown:
    """An entry with its drawing or picture.

    Attributes:
        entry: all that is kept of it.
        original: None if the kept file is damaged.
    """

    entry: ArchiveEntry
    original: Original | None


def find(archive: Archive, query: Query, known: Found | None = None) -> Found:
    """Search.

    Args:
        archive: is searched.
        query: for what.
        known: what an earlier search found, if nothing was written since.

    Raises:
        ArchiveProblem: the archive cannot be read.
    """
    if known is not None:
        return replace(known, ids=archive.ids(query))
    labels, models = archive.choices()
    return Found(archive.ids(query), archive.count(), tuple(labels), tuple(models))


def show(archive: Archive, number: int) -> Shown:
    """Read one entry whole. Raises :class:`ArchiveProblem`, :class:`UsageError`."""
    entry = archive.get(number)
    try:
        return Shown(entry, original_of(entry))
    except DesktopCvaeError:
        # What the model saw is there nevertheless.
        return Shown(entry, None)


@dataclass(frozen=True, eq=False)
class TakenOut:
    """An entry that is to be put onto the canvas.

    Attributes:
        entry: all that is kept of it.
        record: its drawing; None if it is a picture, or was not kept whole.
    """

    entry: ArchiveEntry
    record: DrawingRecord | None


def take_out(archive: Archive, number: int) -> TakenOut:
    """Read what is needed to open an entry again.

    Raises:
        ArchiveProblem: the archive cannot be read.
        UsageError: somebody removed the entry.
        DamagedDrawing: its strokes are damaged.
    """
    entry = archive.get(number)
    is_drawing = entry.input_kind == "drawing"
    return TakenOut(entry, DrawingRecord.from_bytes(entry.input) if is_drawing else None)


@dataclass(frozen=True, eq=False)
class Rereading:
    """An entry, as it was read and as another model reads it.

    Attributes:
        id: of the entry.
        image: uint8, (28, 28), what was read.
        was: what was read then; empty for no digit.
        now: what is read now.
        given: what the user says it is; None if that was not said.
        was_probability: in [0, 1].
        now_probability: in [0, 1].
        nats: by how much the evidence of the reading is more now than it was then; None where
            that was not kept, and for numbers.
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
        """True if it is read as something else."""
        return self.was != self.now

    @property
    def is_better(self) -> bool | None:
        """True if only the new reading is what the user says, False if only the old one is."""
        if self.given is None or not self.has_changed:
            return None
        return None if self.given not in (self.was, self.now) else self.given == self.now


def reread(
    archive: Archive, source: ModelSource, model: str, numbers: Sequence[int], refuse: float
) -> Generator[tuple[int, tuple[Rereading, ...]], None, None]:
    """Read entries again; yields how many were looked at, and the new readings among them.

    What the model saw then is read again as it was, with its noise; numbers are read anew from
    the drawing or picture. What cannot be read again is passed over.

    Args:
        archive: has them.
        source: opens the model.
        model: with labels; its name.
        numbers: of the entries.
        refuse: share of real digits that may be taken for none, in [0, 0.05].

    Raises:
        ModelFileError: the model cannot be opened.
        ArchiveProblem: the archive cannot be read.
    """
    opened = source.load(model, "onnx")
    done = 0
    for some in _parts(numbers, READ_AT_ONCE):
        entries = _entries(archive, some)
        singles = [entry for entry in entries if not entry.is_number]
        read = _read_singles(opened, singles, refuse)
        for entry in entries:
            # A page takes long: one step each.
            if entry.is_number:
                yield done, tuple(read)
                read = _read_number(opened, entry, refuse)
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
    model: OpenedModel, entries: Sequence[ArchiveEntry], refuse: float
) -> list[Rereading]:
    if not entries:
        return []
    seen = [entry.image if entry.noisy is None else entry.noisy for entry in entries]
    readings = model.read(float_image(np.stack(seen)), refuse)
    return [
        _reread(entry, image, *_said(reading, model.label_names), _gain(entry, reading))
        for entry, image, reading in zip(entries, seen, readings, strict=True)
    ]


def _said(reading: Recognition, names: Sequence[str]) -> tuple[str, float]:
    """Text and probability, as they were kept of the first reading."""
    verdict = reading.verdict
    assert reading.label is not None, "a model with labels"
    assert verdict is not None, "a model with labels"
    return (names[reading.label] if verdict.is_digit else ""), verdict.probability


def _gain(entry: ArchiveEntry, reading: Recognition) -> float | None:
    if not entry.evidence_nats:
        return None
    return float(reading.evidence_nats.max()) - max(entry.evidence_nats)


def _read_number(model: OpenedModel, entry: ArchiveEntry, refuse: float) -> list[Rereading]:
    from desktop_cvae.inference.picture_records import number_record

    if not entry.input_kind:
        return []
    try:
        picture = original_of(entry).image
    except DesktopCvaeError:
        return []
    page = model.read_page(picture, refuse=refuse)
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


def _parts(numbers: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (numbers[start : start + size] for start in range(0, len(numbers), size))
