"""Which pictures a file of results already answers, and how much of it is whole."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop_cvae.cli.record_files import ENCODING_ERRORS
from desktop_cvae.core.errors import InputOutputError, UsageError


@dataclass(frozen=True)
class DonePictures:
    """What an earlier run left.

    Attributes:
        names: of the pictures, as they are written in the file.
        size: bytes of the file that are whole lines.
    """

    names: frozenset[str] = frozenset()
    size: int = 0

    def has(self, picture: str) -> bool:
        """True if the file has the picture's line."""
        return as_written(picture) in self.names


def as_written(picture: str) -> str:
    """A name as a file of results holds it: bytes that are no text are spelled out."""
    return picture.encode("utf-8", errors=ENCODING_ERRORS).decode("utf-8")


def find_done(path: Path, format_name: str, header: str) -> DonePictures:
    """Read a file of results. A broken last line is what a killed run left: it is not counted.

    Args:
        path: the file; it may be missing.
        format_name: ``"jsonl"`` or ``"csv"``.
        header: the first line that the format writes; empty if none.

    Raises:
        UsageError: the file is something else.
        InputOutputError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return _read(path, file, format_name, header.encode())
    except FileNotFoundError:
        return DonePictures()
    except OSError as error:
        raise InputOutputError(f"“{path.name}” could not be read: {error.strerror}.") from error


def _read(path: Path, file: BinaryIO, format_name: str, header: bytes) -> DonePictures:
    size = 0
    if header:
        first = file.readline()
        if first != header and not (header.startswith(first) and not first.endswith(b"\n")):
            raise _foreign(path, 1)
        size = len(header) if first == header else 0
    rows, name_of = (_rows(file), _csv_name) if format_name == "csv" else (file, _json_name)
    # Names cost what they cost; nothing else of the file is held.
    names: set[str] = set()
    broken = 0
    for number, row in enumerate(rows, 1 + bool(header)):
        if broken:
            raise _foreign(path, broken)
        name = _name(row, name_of, header.count(b",") + 1)
        if name is None:
            broken = number
        else:
            names.add(name)
            size += len(row)
    return DonePictures(frozenset(names), size)


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
    return as_written(name) if isinstance(name, str) else None


def _csv_name(row: str, columns: int) -> str | None:
    cells = next(csv.reader([row], strict=True))
    return cells[0] if len(cells) == columns else None


def _rows(file: BinaryIO) -> Iterator[bytes]:
    """Rows of CSV: a quoted cell may hold line ends, as a file's name may."""
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
        f"“{path.name}” is no result of these settings (line {line:,}); name another --output."
    )
