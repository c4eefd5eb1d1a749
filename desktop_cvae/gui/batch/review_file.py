"""Unsaved reviews of many pictures, kept on disk so that a crash loses none.

One JSON file in the user's data folder holds what was corrected or accepted, by whom, for each
picture, until the table is saved or the review is given up. Two windows share the file: each
changes only the entries of its own pictures.
"""

from __future__ import annotations

import getpass
import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_cvae.core.atomic_files import write_atomically
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
    return data_dir() / "unsaved_review.json"


def stamp_of(name: str) -> tuple[int, int]:
    """Return size and time of change of a picture's file; zeros if it is not there."""
    try:
        status = Path(split_page(name)[0]).stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def change_kept(changed: Mapping[str, KeptReview], removed: Iterable[str]) -> None:
    """Keep the reviews of pictures, and forget those of others.

    Args:
        changed: by the pictures' names.
        removed: names of pictures whose reviews are saved or given up.

    Raises:
        InputOutputError: the disk is full, …; the file stays as it was.
    """
    entries = _read()
    for name in removed:
        entries.pop(_key(name), None)
    for name, one in changed.items():
        entries[_key(name)] = {
            "correction": one.correction,
            "accepted": sorted(one.accepted),
            "by": one.by,
            "read_as": one.read_as,
            # As texts: a time in ns has more digits than numbers of JSON may have here.
            "stamp": [str(part) for part in one.stamp],
        }
    if entries or review_file().exists():
        write_atomically(review_file(), json.dumps(entries).encode())


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
    """Return the file's entries; none if it is missing or damaged."""
    try:
        entries = parse_json(review_file().read_bytes(), mark("review"), MAX_BYTES)
    except FileNotFoundError:
        return {}
    except (OSError, DesktopCvaeError) as error:
        _log.warning("The unsaved review cannot be read: %s", error)
        return {}
    return entries if isinstance(entries, dict) else {}
