"""What the windows show, one file a window, so that it survives their end, however they end.

A window holds a slot: a lock, and beside it what it shows. Who starts takes the newest slot that
nobody holds any more, and goes on in it.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_cvae.core import drawing_record, paths
from desktop_cvae.core.atomic_files import explained, hold_file, write_atomically
from desktop_cvae.core.checked_json import parse_json
from desktop_cvae.core.errors import InvalidSpec, ModelFileError
from desktop_cvae.library.window_record import WindowRecord

SLOTS = 4
"""Windows whose drawings are kept; who opens more than that draws without a net."""
MAX_BYTES = drawing_record.MAX_BYTES + 10_000
BAD_SUFFIX = ".bad"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class KeptCanvas:
    """What a window showed.

    Attributes:
        window: all about it.
        is_ended: True if the window was closed; False if its process broke off.
    """

    window: WindowRecord
    is_ended: bool


class CanvasSlot:
    """A place that one process holds until it ends.

    Args:
        path: of the kept file.
        lock: the descriptor that holds the lock.
    """

    def __init__(self, path: Path, lock: int) -> None:
        self.path, self._lock = path, lock

    def read(self) -> KeptCanvas | None:
        """What the last holder showed; None if that was nothing, or cannot be read.

        A file that makes no sense is set aside, and the log says so.
        """
        try:
            with self.path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            _log.warning("The kept drawing cannot be read: %s", error)
            return None
        try:
            return _kept_from_bytes(data)
        except ModelFileError as error:
            _log.warning("The kept drawing makes no sense: %s", error)
            self._set_aside()
            return None

    def keep(self, window: WindowRecord, *, is_ended: bool) -> None:
        """Keep what is shown now, in place of what was.

        Raises:
            InputOutputError: the disk is full, the folder is read-only, …
        """
        if window.drawing.is_empty:
            with explained(self.path):
                self.path.unlink(missing_ok=True)
            return
        data = {"is_ended": is_ended, "window": window.to_json()}
        write_atomically(self.path, json.dumps(data, allow_nan=False).encode())

    def release(self) -> None:
        """Let others take the slot."""
        os.close(self._lock)

    def _set_aside(self) -> None:
        try:
            self.path.replace(self.path.with_name(self.path.name + BAD_SUFFIX))
        except OSError as error:
            _log.warning("The kept drawing cannot be set aside: %s", error)


def take_slot(*, wants_kept: bool) -> CanvasSlot | None:
    """Take the newest slot that nobody holds; None if all are held.

    Args:
        wants_kept: False for who brings something to show: what was kept is left to the next
            window, as long as there is an empty slot.

    Raises:
        InputOutputError: the folder cannot be written to.
    """
    folder = paths.data_dir() / "canvas"
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for path in _in_order(folder, wants_kept=wants_kept):
            lock = os.open(path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
            if hold_file(lock):
                return CanvasSlot(path, lock)
            os.close(lock)
    return None


def _in_order(folder: Path, *, wants_kept: bool) -> Iterator[Path]:
    slots = [folder / f"{number}.json" for number in range(1, SLOTS + 1)]
    times = {path: written for path in slots if (written := _written_at(path)) is not None}
    kept, empty = sorted(times, key=times.__getitem__), [p for p in slots if p not in times]
    # What is overwritten, where it must be, is the oldest.
    yield from [*kept[::-1], *empty] if wants_kept else [*empty, *kept]


def _written_at(path: Path) -> float | None:
    """When; None for no file, which it may be from one moment to the next."""
    try:
        return path.stat().st_mtime
    except OSError:
        return None


def _kept_from_bytes(data: bytes) -> KeptCanvas:
    found = parse_json(data, "canvas", "content", MAX_BYTES)
    if not isinstance(found, dict) or set(found) != {"is_ended", "window"}:
        raise InvalidSpec("The kept drawing lacks an entry, or has an unknown one.")
    if not isinstance(found["is_ended"], bool):
        raise InvalidSpec("In the kept drawing, “is_ended” should be true or false.")
    return KeptCanvas(WindowRecord.from_json(found["window"]), found["is_ended"])
