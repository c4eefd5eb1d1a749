"""A file of results that grows line by line and holds whole lines whatever happens.

It knows which pictures it answers already, and how much of it is whole.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import json
import os
import sys
import time
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import numpy as np

from desktop_cvae.cli.output import require_free
from desktop_cvae.core.atomic_files import explained, hold_file
from desktop_cvae.core.errors import InputOutputError, UsageError, reason_of
from desktop_cvae.core.language import number, tr

FLUSH_S = 0.5
ENCODING_ERRORS = "backslashreplace"
"""File names may hold bytes that are no text."""


@contextlib.contextmanager
def hold_output(path: Path, *, adds: bool, overwrite: bool) -> Iterator[None]:
    """Keep other processes from writing the same file of results.

    It is made if it is not there, and taken away again if it stays empty.

    Args:
        path: the file; missing folders are made. Pipes and devices are everybody's.
        adds: lines are added to what is there.
        overwrite: what is there may be replaced.

    Raises:
        UsageError: it came into being meanwhile, and nobody allowed to replace it.
        InputOutputError: another process writes it, or it cannot be written.
    """
    # Windows would not let a file be replaced that is held.
    if (path.exists() and not path.is_file()) or (os.name == "nt" and not adds):
        yield
        return
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor, is_new = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666), True
        except FileExistsError:
            require_free(path, overwrite=adds or overwrite)
            descriptor, is_new = os.open(path, os.O_RDONLY), False
    try:
        with explained(path):
            # Who held it before may have put another file in its place.
            is_held = hold_file(descriptor)
            if not is_held or not os.path.samestat(os.fstat(descriptor), path.stat()):
                raise InputOutputError(
                    tr("“{name}” is being written by another process.", name=path.name)
                )
        try:
            yield
        finally:
            if is_new and not os.fstat(descriptor).st_size:
                with contextlib.suppress(OSError):
                    path.unlink()
    finally:
        os.close(descriptor)


class LineFile:
    """Lines at the end of a file; used with ``with``.

    An error or an interruption leaves what was whole before it; a killed process leaves
    half a line at most, which the next run mends.

    Args:
        path: the file; missing folders are made.
        kept: bytes of the old content that stay; the rest is cut off.
        replaces: another file that this one takes the place of when it is closed.

    Raises:
        InputOutputError: the disk is full, the folder is read-only, …
    """

    def __init__(self, path: Path, kept: int = 0, replaces: Path | None = None) -> None:
        self._path, self._replaces = path, replaces
        self._pending: list[bytes] = []
        self._whole = kept
        self._flushed_at = time.monotonic()
        self._named = replaces or path
        with explained(self._named):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("r+b" if path.exists() else "x+b", buffering=0)
            if path.is_file():  # pipes and devices have no end to cut off
                self._file.truncate(kept)
                self._file.seek(kept)

    def put(self, line: str) -> None:
        """Add whole lines; they are on their way to the disk half a second later."""
        self._pending.append(line.encode("utf-8", errors=ENCODING_ERRORS))
        if time.monotonic() - self._flushed_at >= FLUSH_S:
            self.flush()

    def flush(self) -> None:
        """Hand over to the system what was put."""
        data, self._pending = b"".join(self._pending), []
        with explained(self._named):
            self._write(data)
        self._flushed_at = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        # Interruptions are no Exceptions: what is there by then is wanted.
        failed = isinstance(error, Exception)
        try:
            if not failed:
                self.flush()
                with explained(self._named):
                    os.fsync(self._file.fileno())
        except InputOutputError:
            failed = True
            raise
        finally:
            self._file.close()
            self._settle(failed)

    def _settle(self, failed: bool) -> None:
        if self._replaces is not None and failed:
            self._path.unlink(missing_ok=True)
        elif self._replaces is not None:
            with explained(self._named):
                self._path.replace(self._replaces)

    def _write(self, data: bytes) -> None:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[self._file.write(rest) :]
        except BaseException:
            with contextlib.suppress(OSError):
                self._undo_unless_whole(data)
            raise
        self._whole += len(data)

    def _undo_unless_whole(self, data: bytes) -> None:
        """After an interruption, which may have come when all was written."""
        if self._file.tell() - self._whole == len(data):
            self._whole += len(data)
            return
        self._file.truncate(self._whole)
        self._file.seek(self._whole)
        self._pending.insert(0, data)


def new_line_file(path: Path) -> LineFile:
    """A file that replaces what is there, if anything is, only when it is closed."""
    if not path.is_file() or not path.stat().st_size:
        return LineFile(path)
    return LineFile(path.parent / f".{os.urandom(8).hex()}.part", replaces=path)


_KEY = os.urandom(16)
"""So that nobody can make two names of one digest."""


def _digest(name: str) -> int:
    data = as_written(name).encode()
    return int.from_bytes(hashlib.blake2b(data, digest_size=8, key=_KEY).digest(), sys.byteorder)


class DonePictures:
    """What an earlier run left: of each name eight bytes, as many again if it is looked up.

    That another name has the same eight bytes, and is taken for done, is to be expected once
    in 10⁷ files of a million pictures.

    Attributes:
        size: bytes of the file that are whole lines.
    """

    def __init__(self) -> None:
        self._digests = array("Q")
        self.size = 0

    def add(self, name: str, size: int) -> None:
        """The file's next picture, and its line's bytes."""
        self._digests.append(_digest(name))
        self.size += size

    @property
    def count(self) -> int:
        """Of the pictures."""
        return len(self._digests)

    def is_at(self, place: int, name: str) -> bool:
        """True if the file's picture at that place, counted from 0, has this name."""
        return place < self.count and self._digests[place] == _digest(name)

    def without(self, names: Iterable[str]) -> Iterator[str]:
        """Those of the names that are nowhere in the file."""
        known = array("Q", np.sort(np.frombuffer(self._digests, np.uint64)).tobytes())
        for name in names:
            digest = _digest(name)
            place = bisect_left(known, digest)
            if place == len(known) or known[place] != digest:
                yield name


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
        raise InputOutputError(
            tr("“{name}” could not be read: {reason}.", name=path.name, reason=reason_of(error))
        ) from error


def _read(path: Path, file: BinaryIO, format_name: str, header: bytes) -> DonePictures:
    done = DonePictures()
    if header:
        first = file.readline()
        if first != header and not (header.startswith(first) and not first.endswith(b"\n")):
            raise _foreign(path, 1)
        done.size = len(header) if first == header else 0
    rows, name_of = (_rows(file), _csv_name) if format_name == "csv" else (file, _json_name)
    broken = 0
    for line, row in enumerate(rows, 1 + bool(header)):
        if broken:
            raise _foreign(path, broken)
        name = _name(row, name_of, header.count(b",") + 1)
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
        tr(
            "“{name}” is no result of these settings (line {line}); name another --output.",
            name=path.name,
            line=number(line),
        )
    )
