"""``recognize --archive``: keeps what is read; if it cannot be kept, it is read all the same."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from types import TracebackType

from desktop_cvae.cli.output import complain
from desktop_cvae.core import paths
from desktop_cvae.core.errors import ArchiveProblem, DamagedArchive
from desktop_cvae.core.language import tr
from desktop_cvae.inference.picture_records import PictureRecord
from desktop_cvae.library.archive import Archive
from desktop_cvae.library.archive_entries import ArchiveEntry, file_input


class RecordArchive:
    """Keeps records one by one; one line on standard error says why it no longer does.

    Attributes:
        exit_code: 0, or that of what kept a record from being kept.
    """

    def __init__(self) -> None:
        self._archive = Archive(paths.archive_file())
        self.exit_code = 0

    def __enter__(self) -> RecordArchive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._archive.close()

    def keep(self, record: PictureRecord) -> PictureRecord:
        """Keep a record that has an entry, and give it back."""
        if record.entry is not None and not self.exit_code:
            entry = _with_picture(record.entry, Path(record.file))
            try:
                self._add(entry)
            except ArchiveProblem as problem:
                self.exit_code = problem.exit_code
                complain(
                    tr(
                        "{sentence} The pictures are read all the same, but not archived.",
                        sentence=problem.sentence,
                    )
                )
        return record

    def _add(self, entry: ArchiveEntry) -> None:
        try:
            self._archive.add(entry)
        except DamagedArchive as damage:
            # It is set aside; a new one takes what comes.
            complain(damage.sentence)
            self._archive.add(entry)


def _with_picture(entry: ArchiveEntry, path: Path) -> ArchiveEntry:
    """With the picture's file, so that it can be opened again, unless it is large."""
    data = file_input(path)
    return dataclasses.replace(entry, name=path.name, input=data, input_kind="picture")
