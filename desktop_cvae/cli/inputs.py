"""The pictures that a command was given: files, folders, lists of names, standard input."""

from __future__ import annotations

import contextlib
import glob
import heapq
import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO

from desktop_cvae.core.errors import ImageProblem, InputOutputError, UsageError, reason_of
from desktop_cvae.core.language import tr
from desktop_cvae.pictures.pages import page_names, split_page

if TYPE_CHECKING:
    from desktop_cvae.core.results import Candidate
    from desktop_cvae.inference.opened_model import OpenedModel
    from desktop_cvae.pictures.hypotheses import Hypotheses

STANDARD_INPUT = "-"
_MAX_INPUT_BYTES = 64 * 2**20
_MAX_NAME_BYTES, _SHOWN_BYTES = 100_000, 300
"""Longer than a name can be on any system, and what of such a line is shown."""


def find_pictures(wishes: list[str], *, recursive: bool = False) -> Iterator[str]:
    """Every picture that was meant, in the order given, a folder's sorted by name.

    A file that is not there stays among them, so that reading it says so, while the
    others go on.

    Args:
        wishes: files, folders, patterns, ``-``.
        recursive: a folder's own folders count too.

    Raises:
        UsageError: nothing that was named is there.
    """
    if not any(True for wish in wishes for _ in _matches(wish, recursive)):
        named = ", ".join(tr("“{name}”", name=wish) for wish in wishes[:3])
        raise UsageError(tr("No picture matches {wishes}.", wishes=named))
    for wish in wishes:
        if _is_folder(wish):
            yield from sorted_names(_folder_pictures(wish, recursive))
        else:
            yield from list(_matches(wish, recursive)) or [wish]


SORTED_AT_ONCE, _BYTES_AT_ONCE = 50_000, 2**16


def sorted_names(names: Iterator[str]) -> Iterator[str]:
    """Sort any number of names in a bounded memory: runs of them wait on the disk, to be merged."""
    with contextlib.ExitStack() as stack:
        runs: list[Iterable[str]] = []
        while run := sorted(islice(names, SORTED_AT_ONCE)):
            if len(run) < SORTED_AT_ONCE:
                runs.append(run)
                break
            file = stack.enter_context(tempfile.TemporaryFile())
            for name in run:
                # A name may hold anything but this.
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


def read_hypotheses(picture: str) -> Hypotheses:
    """Read one picture, and look at it: what it may be, before a model decides.

    Raises:
        ImageProblem: it cannot be read.
    """
    from desktop_cvae.pictures.hypotheses import look_at
    from desktop_cvae.pictures.picture_files import read_image

    source = standard_input() if picture == STANDARD_INPUT else Path(picture)
    return look_at(read_image(source))


def read_found(model: OpenedModel, picture: str) -> Candidate:
    """The digit of a picture as the model believes it to be, for a command that needs one.

    Raises:
        ImageProblem: it cannot be read, or nothing is written in it.
    """
    ((believed, *_),) = model.prepare_all([read_hypotheses(picture)])
    if not believed.prepared.found:
        raise ImageProblem(tr("Nothing was found in “{name}”.", name=picture))
    return believed


def _matches(wish: str, recursive: bool) -> Iterator[str]:
    if wish == STANDARD_INPUT:
        yield wish
    elif _is_folder(wish):
        yield from _folder_pictures(wish, recursive)
    elif os.path.exists(split_page(wish)[0]):  # noqa: PTH110 - as below
        yield wish
    elif glob.has_magic(wish):
        # Some shells leave patterns to the program.
        yield from sorted(glob.glob(wish))  # noqa: PTH207 - keeps “./”


def _folder_pictures(folder: str, recursive: bool) -> Iterator[str]:
    """Names of the pictures in a folder, as the system lists them."""
    from desktop_cvae.pictures.picture_files import OPENED_SUFFIXES

    waiting = [folder]
    while waiting:
        place = waiting.pop()
        # A folder that may not be read, or has gone, holds nothing for us.
        with contextlib.suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir():
                    if recursive and not entry.is_symlink():
                        waiting.append(entry.path)
                elif os.path.splitext(entry.name)[1].lower() in OPENED_SUFFIXES:  # noqa: PTH122
                    yield os.path.join(place, entry.name).removeprefix("./")  # noqa: PTH118


def _is_folder(wish: str) -> bool:
    # To a path object a name that is too long is an error, and the other pictures would wait.
    return os.path.isdir(wish)  # noqa: PTH112


def standard_input() -> bytes:
    """The picture on standard input.

    Raises:
        UsageError: there is none.
        ImageProblem: it is too large.
    """
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(tr("“-” reads a picture from standard input, but there is none."))
    data = sys.stdin.buffer.read(_MAX_INPUT_BYTES + 1)
    if len(data) > _MAX_INPUT_BYTES:
        raise ImageProblem(tr("The picture on standard input is too large."))
    return data


@dataclass(frozen=True)
class NamedPictures:
    """Pictures that were named.

    Attributes:
        wishes: files, folders, patterns.
        list_file: a file of names, or ``-``, or None.
        recursive: also the folders in folders.
    """

    wishes: list[str]
    list_file: str | None = None
    recursive: bool = False

    def __iter__(self) -> Iterator[str]:
        """One name after the other, of every page of files of pages.

        Raises:
            UsageError: nothing that was named is there.
            InputOutputError: the list cannot be read.
        """
        for name in self._files():
            yield from page_names(name)

    def _files(self) -> Iterator[str]:
        if self.wishes:
            yield from find_pictures(self.wishes, recursive=self.recursive)
        if self.list_file is not None:
            yield from listed_pictures(self.list_file)

    @property
    def come_once(self) -> bool:
        """True if the names come through a pipe: they cannot be counted before."""
        return self.list_file is not None and not os.path.isfile(self.list_file)  # noqa: PTH113


def listed_pictures(source: str) -> Iterator[str]:
    """The names on the lines of a file; empty lines mean nothing.

    Args:
        source: the file, or ``-`` for standard input.

    Raises:
        InputOutputError: the file cannot be read.
        UsageError: there is no standard input.
    """
    if source == STANDARD_INPUT:
        if sys.stdin is None or sys.stdin.isatty():
            raise UsageError(tr("“--list -” reads names from standard input, but there is none."))
        yield from _names(sys.stdin.buffer)
        return
    try:
        # Before it is opened: a device may wait, or have no end.
        kind = stat.S_IFMT(Path(source).stat().st_mode)
        if kind not in (stat.S_IFREG, stat.S_IFIFO):
            raise InputOutputError(tr("The list “{name}” is no file.", name=source))
        with Path(source).open("rb") as file:
            yield from _names(file)
    except OSError as error:
        raise InputOutputError(
            tr("The list “{name}” cannot be read: {reason}.", name=source, reason=reason_of(error))
        ) from error


def _names(file: BinaryIO) -> Iterator[str]:
    while line := file.readline(_MAX_NAME_BYTES):
        if len(line) == _MAX_NAME_BYTES and not line.endswith(b"\n"):
            # No file is called that; who reads it says so, and the other pictures go on.
            line = line[:_SHOWN_BYTES] + "…".encode()
            _pass_over_line(file)
        # Names are bytes to the system; “find” and “ls” write them as they are.
        name = os.fsdecode(line.rstrip(b"\r\n"))
        if name.strip():
            yield name


def _pass_over_line(file: BinaryIO) -> None:
    while (part := file.readline(_MAX_NAME_BYTES)) and not part.endswith(b"\n"):
        pass
