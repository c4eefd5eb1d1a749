"""Unsaved reviews of many pictures, kept on disk so that a crash loses none.

A file of JSON lines in the user's data folder holds what was corrected or accepted, by whom, for
each picture, until the table is saved or the review is given up. A change appends one line: with
10,000 reviews, writing all of them anew held the window up for half a second. Two windows share the
file: each changes only the entries of its own pictures.
"""

from __future__ import annotations

import getpass
import json
import logging
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_cvae.core.atomic_files import explained, write_atomically
from desktop_cvae.core.checked_json import parse_json
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.language import mark
from desktop_cvae.core.paths import data_dir
from desktop_cvae.pictures.pages import split_page

MAX_BYTES = 64 * 2**20
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class KeptReview:
    """A correction of one picture's reading, and the fields accepted, by one person.

    Attributes:
        correction: lines joined by line ends; None if nothing was corrected.
        accepted: indices of the fields that were accepted as they were read.
        by: who did it.
        read_as: what the program had read.
        stamp: size in bytes and time of change in ns of the picture's file then.
    """

    correction: str | None
    accepted: frozenset[int]
    by: str
    read_as: str
    stamp: tuple[int, int]


def current_user() -> str:
    """Return the name of the person who is logged in; "" if the system does not know it."""
    try:
        return getpass.getuser()
    except (OSError, ImportError, KeyError):
        return ""


def review_file() -> Path:
    """Return the file of the unsaved reviews."""
    return data_dir() / "unsaved_review.jsonl"


def stamp_of(name: str) -> tuple[int, int]:
    """Return size and time of change of a picture's file; zeros if it is not there."""
    try:
        status = Path(split_page(name)[0]).stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def keep(changed: Mapping[str, KeptReview | None]) -> None:
    """Keep the reviews of pictures on the disk.

    Args:
        changed: by the pictures' names; None for a review that was taken back.

    Raises:
        InputOutputError: the disk is full, …; what was kept before stays.
    """
    if not changed:
        return
    entries = {_key(name): _entry(one) if one else None for name, one in changed.items()}
    with explained(review_file()):
        data_dir().mkdir(parents=True, exist_ok=True)
        with review_file().open("ab") as file:
            # The line end comes first: a line that a crash cut short stays alone.
            file.write(b"".join(map(_line, entries.items())))
            file.flush()
            os.fsync(file.fileno())


def forget(names: Iterable[str]) -> None:
    """Forget the reviews of pictures that are saved or given up.

    Raises:
        InputOutputError: the disk is full, …; the file stays as it was.
    """
    entries, gone = _read(), {_key(name) for name in names}
    if gone:
        left = [item for item in entries.items() if item[0] not in gone]
        write_atomically(review_file(), b"".join(map(_line, left)))


def find_kept(names: Iterable[str]) -> dict[str, KeptReview]:
    """Return the kept reviews of pictures whose files have not changed since, by name."""
    entries, found = _read(), {}
    for name in names if entries else ():
        try:
            kept = _review(entries[_key(name)])
        except (KeyError, TypeError, ValueError):
            continue
        if kept.stamp == stamp_of(name):
            found[name] = kept
    return found


def _entry(one: KeptReview) -> dict[str, Any]:
    return {
        "correction": one.correction,
        "accepted": sorted(one.accepted),
        "by": one.by,
        "read_as": one.read_as,
        # As texts: a time in ns has more digits than numbers of JSON may have here.
        "stamp": [str(part) for part in one.stamp],
    }


def _line(item: tuple[str, dict[str, Any] | None]) -> bytes:
    return b"\n" + json.dumps(item).encode()


def _review(entry: dict[str, Any]) -> KeptReview:
    correction = entry["correction"]
    size, changed = entry["stamp"]
    return KeptReview(
        None if correction is None else str(correction),
        frozenset(int(field) for field in entry["accepted"]),
        str(entry["by"]),
        str(entry["read_as"]),
        (int(size), int(changed)),
    )


def _key(name: str) -> str:
    return str(Path(name).absolute())


def _read() -> dict[str, Any]:
    """Return the file's entries; none if it is missing, without lines that are damaged."""
    try:
        with review_file().open("rb") as file:
            lines = file.read(MAX_BYTES).split(b"\n")
    except FileNotFoundError:
        return {}
    except OSError as error:
        _log.warning("The unsaved review cannot be read: %s", error)
        return {}
    entries: dict[str, Any] = {}
    for line in filter(None, lines):
        try:
            key, entry = parse_json(line, mark("review"))
        except (DesktopCvaeError, TypeError, ValueError) as error:
            _log.warning("A line of the unsaved review cannot be read: %s", error)
            continue
        entries[str(key)] = entry
    return {key: entry for key, entry in entries.items() if entry is not None}
