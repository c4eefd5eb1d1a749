"""The pictures that a command was given: files, folders, lists of names, standard input."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from desktop_cvae.core.errors import ImageProblem, InputOutputError, UsageError, reason_of
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import PreparedDigit
from desktop_cvae.pictures.pages import page_names, split_page

STANDARD_INPUT = "-"
_MAX_INPUT_BYTES = 64 * 2**20
_MAX_NAME_BYTES, _SHOWN_BYTES = 100_000, 300
"""Longer than a name can be on any system, and what of such a line is shown."""


def find_pictures(wishes: list[str], *, recursive: bool = False) -> list[str]:
    """Every picture that was meant, in the order given, a folder's sorted by name.

    A file that is not there stays in the list, so that reading it says so, while the
    others go on.

    Args:
        wishes: files, folders, patterns, ``-``.
        recursive: a folder's own folders count too.

    Raises:
        UsageError: nothing that was named is there.
    """
    found = {wish: _matches(wish, recursive) for wish in wishes}
    if not any(found.values()):
        named = ", ".join(tr("“{name}”", name=wish) for wish in wishes[:3])
        raise UsageError(tr("No picture matches {wishes}.", wishes=named))
    return [
        picture
        for wish in wishes
        for picture in found[wish] or ([] if _is_folder(wish) else [wish])
    ]


def read_prepared(picture: str) -> PreparedDigit:
    """Read one picture as the model sees it.

    Raises:
        ImageProblem: it cannot be read.
    """
    from desktop_cvae.pictures.picture_files import read_image
    from desktop_cvae.pictures.preparation import to_mnist_style

    source = standard_input() if picture == STANDARD_INPUT else Path(picture)
    return to_mnist_style(read_image(source))


def read_found(picture: str) -> PreparedDigit:
    """As :func:`read_prepared`, for a command that needs a digit.

    Raises:
        ImageProblem: it cannot be read, or nothing is written in it.
    """
    prepared = read_prepared(picture)
    if not prepared.found:
        raise ImageProblem(tr("Nothing was found in “{name}”.", name=picture))
    return prepared


def _matches(wish: str, recursive: bool) -> list[str]:
    if wish == STANDARD_INPUT:
        return [wish]
    if _is_folder(wish):
        return _folder_pictures(Path(wish), recursive)
    if os.path.exists(split_page(wish)[0]):  # noqa: PTH110 - as below
        return [wish]
    # Some shells leave patterns to the program.
    return sorted(glob.glob(wish)) if glob.has_magic(wish) else []  # noqa: PTH207 - keeps “./”


def _folder_pictures(folder: Path, recursive: bool) -> list[str]:
    from desktop_cvae.pictures.picture_files import OPENED_SUFFIXES

    # Names as plain text: a path object a picture would take ten times the memory.
    within = os.walk(folder) if recursive else [next(os.walk(folder), (str(folder), [], []))]
    return sorted(
        os.path.join(place, name).removeprefix("./")  # noqa: PTH118
        for place, _, names in within
        for name in names
        if os.path.splitext(name)[1].lower() in OPENED_SUFFIXES  # noqa: PTH122
    )


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
class WantedPictures:
    """Pictures to be read.

    Attributes:
        names: one after the other; those of a list are read from it as they are taken.
        total: how many; None if the list comes through standard input.
        skipped: how many are done already (not counted on standard input).
    """

    names: Iterator[str]
    total: int | None
    skipped: int = 0


def wanted_pictures(
    wishes: list[str], list_file: str | None, recursive: bool, is_done: Callable[[str], bool]
) -> WantedPictures:
    """Find the pictures that are named, and every page of files of pages, but for those done.

    Args:
        wishes: files, folders, patterns.
        list_file: a file of names, or ``-``, or None.
        recursive: also the folders in folders.
        is_done: says which are left out.

    Raises:
        UsageError: nothing that was named is there.
        InputOutputError: the list cannot be read.
    """
    named = find_pictures(wishes, recursive=recursive) if wishes else []
    # What comes through a pipe comes once.
    if list_file is not None and not os.path.isfile(list_file):  # noqa: PTH113 - as above
        every = chain(named, listed_pictures(list_file))
        pages = (page for name in every for page in page_names(name))
        return WantedPictures((name for name in pages if not is_done(name)), None)

    def names() -> Iterator[str]:
        for name in chain(named, listed_pictures(list_file) if list_file is not None else ()):
            yield from page_names(name)

    # Twice through the list rather than all of it in memory.
    flags = Counter(is_done(name) for name in names())
    if not flags:
        raise UsageError(tr("“{name}” names no picture.", name=list_file))
    left = (name for name in names() if not is_done(name))
    return WantedPictures(left, flags[False], flags[True])


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
