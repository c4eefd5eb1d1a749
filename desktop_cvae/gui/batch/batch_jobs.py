"""Work on many pictures: tasks of the worker thread that find, read, archive and save them.

Tested in tests/gui/batch/test_batch_dialog.py.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from desktop_cvae.bulk.batch_reader import BatchReader, Read, RecognitionRequest
from desktop_cvae.bulk.batches import Batch, batches
from desktop_cvae.bulk.executors import read_all
from desktop_cvae.bulk.folder_watch import FolderWatch
from desktop_cvae.bulk.picture_names import PictureNames
from desktop_cvae.bulk.process_executor import process_executor
from desktop_cvae.bulk.record_archiving import archive_record
from desktop_cvae.bulk.record_formats import corrected, formats_for
from desktop_cvae.bulk.resuming import DonePictures
from desktop_cvae.core import paths
from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.csv_tables import Table
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.inference.picture_records import PictureRecord, record_fields
from desktop_cvae.library.archive_entries import TABLE
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.pictures.pages import page_names
from desktop_cvae.workers.language_selection import speak, spoken

NAMES_A_STEP = 1000
_log = logging.getLogger(__name__)

Rows = Sequence[tuple[PictureRecord, str | None, frozenset[int], str]]
"""Records with their corrections, their fields that were accepted as they were read, and who did
that."""


def find_names(sources: Sequence[str]) -> Task[tuple[str, ...]]:
    """Find the pictures of files and folders, with the folders in them, as ``recognize`` does.

    Raises:
        UsageError: nothing was found.
    """
    found: list[str] = []
    for name in PictureNames(sources, recursive=True):
        found.append(name)
        if len(found) % NAMES_A_STEP == 0:
            yield Progress(len(found), 0)
    return tuple(found)


def look_for_names(watch: FolderWatch) -> tuple[str, ...]:
    """Return the pictures of a folder that have become whole, one name for every page."""
    return tuple(page for name in watch.look() for page in page_names(name))


def read_pictures(
    source: ModelSource, request: RecognitionRequest, names: Sequence[str], read_before: int
) -> Generator[list[PictureRecord], None, None]:
    """Read pictures on all cores in the batches of ``recognize``; yield their records in order.

    Args:
        source: opens the model anew: the one that answers the pen belongs to another thread.
        request: how they are read.
        names: all pictures.
        read_before: how many, from the first, have been read already.
    """
    done = DonePictures()
    for name in names[:read_before]:
        done.add(name, 0)
    read = _past_errors(BatchReader(source.load(request.model, request.engine), request))
    executor = process_executor(request, None, partial(speak, spoken()))
    yield from read_all(read, batches(names, done), executor)


def _past_errors(read: Read) -> Read:
    """Return a reader that marks a picture as fatal after an unexpected error, and goes on."""

    def read_batch(batch: Batch) -> Generator[int, None, list[PictureRecord]]:
        steps, index = read(batch), 0
        while True:
            try:
                index = next(steps)
            except StopIteration as ended:
                records: list[PictureRecord] = ended.value
                return records
            except DesktopCvaeError:
                raise
            except Exception as error:
                if index >= len(batch.pictures):
                    raise
                _log.error("Reading “%s” failed.", batch.pictures[index], exc_info=error)
                rest = replace(batch, fatal=batch.fatal | {index})
                return (yield from read_batch(rest))
            yield index

    return read_batch


def archive_pictures(
    source: ModelSource, request: RecognitionRequest, corrections: Mapping[str, str | None]
) -> Task[int]:
    """Read pictures once more, and keep each with its answer in the archive.

    Args:
        source: opens the model.
        request: how they are read.
        corrections: their names, and what they show according to the user, or None.

    Returns:
        How many are in the archive now; empty and unreadable pictures are not.

    Raises:
        ArchiveProblem: a picture cannot be kept; those before it are.
    """
    kept = done = 0
    request = replace(request, archive_source=TABLE, with_thumbnails=False)
    reading = read_pictures(source, request, tuple(corrections), 0)
    with Archive(paths.archive_file()) as archive, closing(reading) as lists:
        for records in lists:
            for record in records:
                done += 1
                kept += archive_record(archive, record, corrections[record.file], update=True)
            yield Progress(done, len(corrections))
    return kept


def write_json_lines(path: Path, rows: Rows) -> None:
    """Write records as ``recognize`` does, with what was read, what was changed, and by whom.

    Raises:
        InputOutputError: the file cannot be written.
    """
    lines = []
    for record, correction, accepted, by in rows:
        text = record.text if correction is None else correction
        more = {"text": text, **_changes(record, correction, accepted, by)}
        lines.append(json.dumps({**record_fields(_shown(record, correction)), **more}) + "\n")
    write_atomically(path, "".join(lines).encode())


def table_of(request: RecognitionRequest, rows: Rows) -> Table:
    """Return records with their corrections as a table, with the columns of ``recognize``.

    If anything was corrected or checked there are more: what was read, whether it was corrected or
    checked, and by whom.
    """
    formats = formats_for(request)
    table: list[list[object]] = [[*formats.heading]]
    table += [formats.cells(_shown(record, correction)) for record, correction, *_ in rows]
    if all(correction is None and not accepted for _, correction, accepted, _ in rows):
        return table
    changes = [_changes(*row) for row in rows]
    more: list[list[object]] = [[*changes[0]]]
    more += [[_cell(value) for value in one.values()] for one in changes]
    return [[*cells, *others] for cells, others in zip(table, more, strict=True)]


def _changes(
    record: PictureRecord, correction: str | None, accepted: frozenset[int], by: str
) -> dict[str, str | bool]:
    """Return what a person did about a record."""
    is_changed = correction is not None
    return {
        "read_as": record.text,
        "corrected": is_changed,
        "checked": is_changed or bool(accepted),
        "checked_by": by,
    }


def _cell(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else value


def _shown(record: PictureRecord, correction: str | None) -> PictureRecord:
    return record if correction is None else corrected(record, correction)
