"""Files of results: locked while they are written, growing by whole lines whatever happens."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop_cvae.core.atomic_files import explained
from desktop_cvae.core.csv_tables import ENCODING_ERRORS
from desktop_cvae.core.errors import InputOutputError, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.operating_system import hold_file, replace_file, replaces_open_files

FLUSH_S = 0.5
"""Longest time that a line waits in memory, in seconds, while others are written."""


@contextlib.contextmanager
def hold_output(path: Path, *, adds: bool, overwrite: bool) -> Iterator[None]:
    """Lock a file of results against other writers.

    A missing file is created, and removed again if it stays empty.

    Args:
        path: the file; missing folders are created. Pipes and devices are not locked.
        adds: True if lines are added to the file.
        overwrite: True if the file may be replaced.

    Raises:
        UsageError: the file has appeared meanwhile and may not be replaced.
        InputOutputError: another process is writing it, or it cannot be written.
    """
    if (path.exists() and not path.is_file()) or not (adds or replaces_open_files()):
        yield
        return
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor, is_new = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666), True
        except FileExistsError:
            if not (adds or overwrite):
                raise UsageError(
                    tr("“{path}” exists; --overwrite replaces it.", path=path)
                ) from None
            descriptor, is_new = os.open(path, os.O_RDONLY), False
    try:
        with explained(path):
            # The previous holder may have replaced the file after we opened it.
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


class LineWriter:
    """Appends lines to a file; used with ``with``.

    After an error or an interruption the file ends with a whole line; a killed process leaves at
    most half a line, which the next run cuts off.

    Args:
        path: the file; missing folders are created.
        kept: bytes of the old content to keep; the rest is cut off.
        replaces: another file that this one replaces when it is closed.

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
            try:
                if path.is_file():  # pipes and devices cannot be truncated
                    self._file.truncate(kept)
                    self._file.seek(kept)
            except BaseException:
                self._file.close()
                self._drop_new()
                raise

    def write(self, line: str) -> None:
        """Add whole lines; they are passed to the system within :data:`FLUSH_S`."""
        self._pending.append(line.encode("utf-8", errors=ENCODING_ERRORS))
        if time.monotonic() - self._flushed_at >= FLUSH_S:
            self.flush()

    def flush(self) -> None:
        """Pass pending lines to the system."""
        data, self._pending = b"".join(self._pending), []
        with explained(self._named):
            self._write_all(data)
        self._flushed_at = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        # KeyboardInterrupt is not an Exception: what was read until then is kept.
        failed = isinstance(error, Exception)
        try:
            if not failed:
                self.flush()
                with explained(self._named):
                    os.fsync(self._file.fileno())
        except Exception:
            # Also when memory is short: a file that lacks lines never replaces a whole one.
            failed = True
            raise
        finally:
            self._file.close()
            self._finish(failed)

    def _finish(self, failed: bool) -> None:
        if self._replaces is not None and not failed:
            with explained(self._named):
                try:
                    replace_file(self._path, self._replaces)
                finally:
                    self._drop_new()
        else:
            self._drop_new()

    def _drop_new(self) -> None:
        """Remove what would have replaced another file, unless it has."""
        if self._replaces is not None:
            self._path.unlink(missing_ok=True)

    def _write_all(self, data: bytes) -> None:
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
        """Undo a partial write; an interruption may also come after a complete one."""
        if self._file.tell() - self._whole == len(data):
            self._whole += len(data)
            return
        self._file.truncate(self._whole)
        self._file.seek(self._whole)
        self._pending.insert(0, data)


def replacing_writer(path: Path) -> LineWriter:
    """Return a writer that replaces an existing file only when it is closed."""
    if not path.is_file() or not path.stat().st_size:
        return LineWriter(path)
    return LineWriter(path.parent / f".{os.urandom(8).hex()}.part", replaces=path)
