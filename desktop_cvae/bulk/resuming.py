"""Resuming: which pictures a file of results already answers, and how much of it is whole."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np

from desktop_cvae.core.csv_tables import ENCODING_ERRORS, from_spreadsheet_cell
from desktop_cvae.core.errors import InputOutputError, UsageError, reason_of
from desktop_cvae.core.language import number, tr
from desktop_cvae.inference.picture_records import RECORD_VERSION

_KEY = os.urandom(16)
"""Secret key of the digests, so that nobody can construct two names with one digest."""


class _OtherVersion(Exception):
    """A line holds a record of another version."""


def _digest(name: str) -> int:
    data = as_written(name).encode()
    return int.from_bytes(hashlib.blake2b(data, digest_size=8, key=_KEY).digest(), sys.byteorder)


class DonePictures:
    """Pictures that an earlier run finished, as digests: 8 bytes a name, 16 once it is searched.

    Two different names share a digest once in about 10⁷ files of a million pictures; the second
    would be taken for done.

    Attributes:
        size: bytes of whole lines in the file.
    """

    def __init__(self) -> None:
        self._digests = array("Q")
        self.size = 0

    def add(self, name: str, size: int) -> None:
        """Add the file's next picture and the size of its line in bytes."""
        self._digests.append(_digest(name))
        self.size += size

    @property
    def count(self) -> int:
        """Number of pictures."""
        return len(self._digests)

    def is_at(self, position: int, name: str) -> bool:
        """Return True if the file's picture at a position, counted from 0, has this name."""
        return position < self.count and self._digests[position] == _digest(name)

    def without(self, names: Iterable[str]) -> Iterator[str]:
        """Filter names that are nowhere in the file."""
        known = array("Q", np.sort(np.frombuffer(self._digests, np.uint64)).tobytes())
        for name in names:
            digest = _digest(name)
            found = bisect_left(known, digest)
            if found == len(known) or known[found] != digest:
                yield name


def as_written(picture: str) -> str:
    """Return a name as a file of results holds it: bytes that are not text are escaped."""
    return picture.encode("utf-8", errors=ENCODING_ERRORS).decode("utf-8")


def find_done(path: Path, format_name: str, header: str) -> DonePictures:
    """Read a file of results; a broken last line, left by a killed run, is not counted.

    Args:
        path: the file; it may be missing.
        format_name: ``"jsonl"`` or ``"csv"``.
        header: first line of the format; empty if it has none.

    Raises:
        UsageError: the file was not written with these settings.
        InputOutputError: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return _read_done(path, file, format_name, header.encode())
    except FileNotFoundError:
        return DonePictures()
    except OSError as error:
        raise InputOutputError(
            tr("“{name}” could not be read: {reason}.", name=path.name, reason=reason_of(error))
        ) from error


def _read_done(path: Path, file: BinaryIO, format_name: str, header: bytes) -> DonePictures:
    done = DonePictures()
    if header:
        first = file.readline()
        # A run that was killed at its start leaves half a header, which is written again.
        if first != header and not (header.startswith(first) and not first.endswith(b"\n")):
            raise _foreign(path, 1)
        done.size = len(header) if first == header else 0
    rows, name_of = (_rows(file), _csv_name) if format_name == "csv" else (file, _json_name)
    # A broken row is allowed at the end only; any row after it shows that the file is not ours.
    broken = 0
    for line, row in enumerate(rows, 1 + bool(header)):
        if broken:
            raise _foreign(path, broken)
        try:
            name = _name(row, name_of, header.count(b",") + 1)
        except _OtherVersion:
            raise _foreign(path, line) from None
        if name is None:
            broken = line
        else:
            done.add(name, len(row))
    return done


def _name(row: bytes, name_of: Callable[[str, int], str | None], columns: int) -> str | None:
    if not row.endswith(b"\n"):
        return None
    try:
        return name_of(row.decode("utf-8"), columns)
    except (ValueError, RecursionError, csv.Error):
        return None


def _json_name(row: str, _columns: int) -> str | None:
    entries = json.loads(row)
    name = entries.get("file") if isinstance(entries, dict) else None
    if not isinstance(name, str):
        return None
    if entries.get("version") != RECORD_VERSION:
        raise _OtherVersion
    return as_written(name)


def _csv_name(row: str, columns: int) -> str | None:
    cells = next(csv.reader([row], strict=True))
    return from_spreadsheet_cell(cells[0]) if len(cells) == columns else None


def _rows(file: BinaryIO) -> Iterator[bytes]:
    """Split CSV into rows: a quoted cell, such as a file's name, may hold line ends."""
    row = b""
    for line in file:
        row += line
        if row.count(b'"') % 2 == 0:
            yield row
            row = b""
    if row:
        yield row


def _foreign(path: Path, line: int) -> UsageError:
    return UsageError(
        tr(
            "“{name}” was not written with these settings (line {line}); choose another --output.",
            name=path.name,
            line=number(line),
        )
    )
