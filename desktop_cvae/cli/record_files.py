"""A file of results that grows line by line and holds whole lines whatever happens."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop_cvae.core.errors import InputOutputError

FLUSH_S = 0.5
ENCODING_ERRORS = "backslashreplace"
"""File names may hold bytes that are no text."""


class LineFile:
    """Lines at the end of a file; used with ``with``.

    An error or an interruption leaves what was whole before it; a killed process leaves
    half a line at most (see :mod:`desktop_cvae.cli.done_pictures`, which mends it).

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
        with self._explained():
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
        with self._explained():
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
                with self._explained():
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
            with self._explained():
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

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            name, reason = (self._replaces or self._path).name, error.strerror or str(error)
            raise InputOutputError(
                f"“{name}” could not be written: {reason}.", str(error)
            ) from error


def new_line_file(path: Path) -> LineFile:
    """A file that replaces what is there, if anything is, only when it is closed."""
    if not path.exists():
        return LineFile(path)
    return LineFile(path.parent / f".{os.urandom(8).hex()}.part", replaces=path)
