"""Watching of a folder: the pictures that arrive in it, each once it is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_cvae.bulk.picture_names import folder_pictures
from desktop_cvae.bulk.resuming import DonePictures
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.pictures.pages import page_names

FileState = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""


class FolderWatch:
    """Finds the pictures of a folder that are whole and new.

    A file is whole if it has not changed since the look before: scanners and copying programs write
    a file bit by bit, and network drives report no events.

    Args:
        folder: the folder; it may be out of reach for a while later on.
        recursive: True includes the folders in it.

    Raises:
        UsageError: there is no such folder.
    """

    def __init__(self, folder: str, *, recursive: bool = False) -> None:
        if not Path(folder).is_dir():
            raise UsageError(tr("“{name}” is not a folder.", name=folder))
        self._folder, self._recursive = folder, recursive
        self._states: dict[str, FileState] = {}
        self._known: set[str] = set()

    def look(self) -> list[str]:
        """Return the files that have become whole, sorted by name; each one once."""
        states = {
            name: state
            for name in folder_pictures(self._folder, self._recursive)
            if name not in self._known and (state := _state(name)) is not None
        }
        whole = sorted(name for name, one in states.items() if self._states.get(name) == one)
        self._states = states
        self._known.update(whole)
        return whole


def _state(name: str) -> FileState | None:
    """Return a file's state; None if it is empty, which is how many a copy begins, or gone."""
    try:
        stat = Path(name).stat()
    except OSError:
        return None
    return (stat.st_size, stat.st_mtime_ns) if stat.st_size else None


def arriving(
    watch: FolderWatch, done: DonePictures, wait: Callable[[], object]
) -> Iterator[list[str]]:
    """Yield the names of new pictures, one for every page of a file, as they become whole.

    Args:
        watch: looks for them.
        done: pictures that are left out.
        wait: called between two looks.
    """
    while True:
        pages = (page for name in watch.look() for page in page_names(name))
        if names := list(done.without(pages)):
            yield names
        wait()
