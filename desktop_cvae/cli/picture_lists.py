"""All pictures that ``recognize`` was given: files, folders, and lists of names."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from desktop_cvae.cli.pictures import STANDARD_INPUT, find_pictures
from desktop_cvae.core.errors import InputOutputError, UsageError


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
    """Find the pictures that are named, but for those that are done.

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
    if list_file == STANDARD_INPUT:
        every = chain(named, listed_pictures(list_file))
        return WantedPictures((name for name in every if not is_done(name)), None)

    def names() -> Iterator[str]:
        yield from named
        if list_file is not None:
            yield from listed_pictures(list_file)

    # Twice through the list rather than all of it in memory.
    flags = Counter(is_done(name) for name in names())
    if not flags:
        raise UsageError(f"“{list_file}” names no picture.")
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
            raise UsageError("“--list -” reads names from standard input, but there is none.")
        yield from _names(sys.stdin.buffer)
        return
    try:
        with Path(source).open("rb") as file:
            yield from _names(file)
    except OSError as error:
        raise InputOutputError(f"The list “{source}” cannot be read: {error.strerror}.") from error


def _names(file: BinaryIO) -> Iterator[str]:
    for line in file:
        # Names are bytes to the system; “find” and “ls” write them as they are.
        name = os.fsdecode(line.rstrip(b"\r\n"))
        if name.strip():
            yield name
