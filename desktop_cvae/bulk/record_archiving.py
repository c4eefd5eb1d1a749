"""Archiving of records that bring an entry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop_cvae.inference.picture_records import PictureRecord
from desktop_cvae.library.archive_entries import file_input
from desktop_cvae.library.reading_archive import Archive


def archive_record(
    archive: Archive,
    record: PictureRecord,
    correction: str | None = None,
    *,
    update: bool = False,
) -> bool:
    """Keep a record's entry with its picture's file, unless that is large.

    Args:
        archive: where it is kept.
        record: kept if it brings an entry.
        correction: what the picture shows according to the user.
        update: True replaces an entry of the same picture.

    Returns:
        True if it is in the archive now.

    Raises:
        ArchiveProblem: the entry cannot be kept. A damaged archive has been set aside: the next
            attempt starts a new one.
    """
    if record.entry is None:
        return False
    path = Path(record.file)
    data = file_input(path)
    entry = replace(
        record.entry, name=path.name, input=data, input_kind="picture", given_label=correction
    )
    same = archive.find_input(data) if update else None
    if same is None or not archive.update(same, entry):
        archive.add(entry)
    return True
