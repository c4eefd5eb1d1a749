"""Names of the pictures that were asked for: files, folders, patterns, lists, standard input."""

from __future__ import annotations

import contextlib
import glob
import heapq
import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, BinaryIO

from desktop_cvae.core.errors import ImageProblem, InputOutputError, UsageError, reason_of
from desktop_cvae.core.language import tr
from desktop_cvae.pictures.file_formats import OPENED_SUFFIXES
from desktop_cvae.pictures.pages import page_names, split_page

STANDARD_INPUT = "-"
SORTED_AT_ONCE = 50_000
"""Names that are sorted in memory; more are sorted in runs and merged from the disk."""
_BYTES_AT_ONCE = 2**16
_MAX_INPUT_BYTES = 64 * 2**20
_MAX_NAME_BYTES, _SHOWN_BYTES = 100_000, 300
"""Longest line of a list that is taken for a name, and how much of a longer one is shown."""


@dataclass(frozen=True)
class PictureNames:
    """Names of pictures, one for every page of a file; iterated as often as needed.

    Attributes:
        sources: files, folders, patterns, or ``-``.
        list_file: a file of names, or ``-``, or None.
        recursive: True includes the folders in folders.
    """

    sources: Sequence[str]
    list_file: str | None = None
    recursive: bool = False

    def __iter__(self) -> Iterator[str]:
        """Find the names one by one.

        Raises:
            UsageError: no source exists.
            InputOutputError: the list cannot be read.
        """
        for name in self._files():
            yield from page_names(name)

    def _files(self) -> Iterator[str]:
        if self.sources:
            yield from find_pictures(self.sources, recursive=self.recursive)
        if self.list_file is not None:
            yield from listed_pictures(self.list_file)

    @property
    def can_be_counted(self) -> bool:
        """False if the names come through a pipe, which can be read only once."""
        return self.list_file is None or os.path.isfile(self.list_file)  # noqa: PTH113


def find_pictures(sources: Sequence[str], *, recursive: bool = False) -> Iterator[str]:
    """Find the pictures of all sources in the order given; a folder's are sorted by name.

    A file that does not exist is kept, so that reading it reports the error while the others are
    read.

    Args:
        sources: files, folders, patterns, or ``-``.
        recursive: True includes the folders in folders.

    Raises:
        UsageError: no source exists.
    """
    # Taken one by one: a folder of a million pictures need not be read to the end for this.
    if not any(True for source in sources for _ in _matches(source, recursive)):
        named = ", ".join(tr("“{name}”", name=source) for source in sources[:3])
        raise UsageError(tr("No picture matches {patterns}.", patterns=named))
    for source in sources:
        if _is_folder(source):
            yield from sorted_names(folder_pictures(source, recursive))
        else:
            yield from list(_matches(source, recursive)) or [source]


def sorted_names(names: Iterator[str]) -> Iterator[str]:
    """Sort any number of names in bounded memory: sorted runs are merged from temporary files."""
    with contextlib.ExitStack() as stack:
        runs: list[Iterable[str]] = []
        while run := sorted(islice(names, SORTED_AT_ONCE)):
            if len(run) < SORTED_AT_ONCE:
                runs.append(run)
                break
            file = stack.enter_context(tempfile.TemporaryFile())
            for name in run:
                # NUL is the one character that no file name holds.
                file.write(os.fsencode(name) + b"\0")
            file.seek(0)
            runs.append(_until_nul(file))
        del run
        yield from heapq.merge(*runs)


def _until_nul(file: IO[bytes]) -> Iterator[str]:
    rest = b""
    while part := file.read(_BYTES_AT_ONCE):
        *names, rest = (rest + part).split(b"\0")
        yield from map(os.fsdecode, names)


def _matches(source: str, recursive: bool) -> Iterator[str]:
    if source == STANDARD_INPUT:
        yield source
    elif _is_folder(source):
        yield from folder_pictures(source, recursive)
    elif os.path.exists(split_page(source)[0]):  # noqa: PTH110 - see _is_folder
        yield source
    elif glob.has_magic(source):
        # Some shells leave patterns to the program.
        yield from sorted(glob.glob(source))  # noqa: PTH207 - keeps “./”


def folder_pictures(folder: str, recursive: bool) -> Iterator[str]:
    """Find the pictures in a folder, in the file system's order; hidden files are skipped."""
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        # A folder that is not readable, or has just been deleted, holds no pictures for us.
        with contextlib.suppress(OSError), os.scandir(current) as entries:
            for entry in entries:
                if entry.is_dir():
                    if recursive and not entry.is_symlink():
                        waiting.append(entry.path)
                elif entry.name.startswith("."):
                    continue  # a system's own, such as macOS's “._scan.png” beside each file
                elif os.path.splitext(entry.name)[1].lower() in OPENED_SUFFIXES:  # noqa: PTH122
                    yield os.path.join(current, entry.name).removeprefix("./")  # noqa: PTH118


def _is_folder(source: str) -> bool:
    # A path object raises for a name that is too long, which would stop the other pictures.
    return os.path.isdir(source)  # noqa: PTH112


def picture_source(name: str) -> Path | bytes:
    """Return what a picture's name stands for: its file, or the bytes of standard input.

    Raises:
        UsageError: there is no standard input.
        ImageProblem: standard input is too large.
    """
    if name != STANDARD_INPUT:
        return Path(name)
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(
            tr("“-” reads a picture from standard input, but nothing is connected to it.")
        )
    data = sys.stdin.buffer.read(_MAX_INPUT_BYTES + 1)
    if len(data) > _MAX_INPUT_BYTES:
        raise ImageProblem(tr("The picture on standard input is too large."))
    return data


def listed_pictures(source: str) -> Iterator[str]:
    """Read names from the lines of a file; empty lines are skipped.

    Args:
        source: the file, or ``-`` for standard input.

    Raises:
        InputOutputError: the file cannot be read.
        UsageError: there is no standard input.
    """
    if source == STANDARD_INPUT:
        if sys.stdin is None or sys.stdin.isatty():
            raise UsageError(
                tr("“--list -” reads names from standard input, but nothing is connected.")
            )
        yield from _names(sys.stdin.buffer)
        return
    try:
        # Checked before opening: a device may block, or never end.
        kind = stat.S_IFMT(Path(source).stat().st_mode)
        if kind not in (stat.S_IFREG, stat.S_IFIFO):
            raise InputOutputError(tr("The list “{name}” is not a file.", name=source))
        with Path(source).open("rb") as file:
            yield from _names(file)
    except OSError as error:
        raise InputOutputError(
            tr("The list “{name}” cannot be read: {reason}.", name=source, reason=reason_of(error))
        ) from error


def _names(file: BinaryIO) -> Iterator[str]:
    while line := file.readline(_MAX_NAME_BYTES):
        if len(line) == _MAX_NAME_BYTES and not line.endswith(b"\n"):
            # No file has so long a name; reading it reports the error, and the others are read.
            line = line[:_SHOWN_BYTES] + "…".encode()
            _skip_line(file)
        # The system's names are bytes; “find” and “ls” write them as they are.
        name = os.fsdecode(line.rstrip(b"\r\n"))
        if name.strip():
            yield name


def _skip_line(file: BinaryIO) -> None:
    while (part := file.readline(_MAX_NAME_BYTES)) and not part.endswith(b"\n"):
        pass
