"""Records with an entry are kept, with their pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from archived_answers import some_entry

from desktop_cvae.bulk.record_archiving import archive_record
from desktop_cvae.core import paths
from desktop_cvae.inference.picture_records import PictureRecord
from desktop_cvae.library.archive_entries import ArchiveEntry
from desktop_cvae.library.reading_archive import Archive


@pytest.fixture
def record(pictures: Path) -> PictureRecord:
    entry = replace(some_entry(3), source="table", input=b"", input_kind="")
    return PictureRecord(str(pictures / "3.png"), "3", (), "studio", entry=entry)


def kept() -> list[ArchiveEntry]:
    with Archive(paths.archive_file()) as archive:
        return [archive.get(summary.id) for summary in archive.search()]


def test_a_record_is_kept_with_its_picture_and_its_correction(record: PictureRecord) -> None:
    with Archive(paths.archive_file()) as archive:
        assert archive_record(archive, record, "8")
        assert not archive_record(archive, replace(record, entry=None))
    (entry,) = kept()
    assert (entry.name, entry.text, entry.given_label) == ("3.png", "3", "8")
    assert entry.input == Path(record.file).read_bytes()
    assert entry.input_kind == "picture"


@pytest.mark.parametrize(("update", "count"), [(False, 2), (True, 1)])
def test_the_same_picture_is_updated_when_that_is_wanted(
    record: PictureRecord, update: bool, count: int
) -> None:
    with Archive(paths.archive_file()) as archive:
        archive_record(archive, record, update=update)
        archive_record(archive, record, "5", update=update)
    entries = kept()
    assert len(entries) == count
    assert "5" in [entry.given_label for entry in entries]
