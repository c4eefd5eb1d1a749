"""Session restore on disk: what a window shows, as a value, as JSON and as one file per window.

A window holds a slot, which is a lock file and, beside it, a JSON file that describes what the
window shows. A new window takes the most recently written slot that no process holds and restores
its content, whether the last window was closed or crashed. A lesson's step is such a record, too.
"""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from desktop_cvae.core import drawing_record, paths
from desktop_cvae.core.atomic_files import explained, fill_atomically
from desktop_cvae.core.checked_json import parse_json, printable
from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.operating_system import take_lock
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.core.schemas import from_json
from desktop_cvae.pictures.noise import KINDS

PANELS = ("generated", "latent", "loss")
MAX_SEED = 10**9
MAX_LABEL = 100
"""Longest name of a label, in characters."""
SLOTS = 4
"""Number of windows whose content is saved; further windows are not saved."""
MAX_BYTES = drawing_record.MAX_BYTES + 10_000
BAD_SUFFIX = ".bad"
_TOPIC = re.compile(r"[a-z_]{0,40}")
_KEYS = ("drawing", "noise", "label", "looked_at", "panel", "topic", "reads_number")
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class SessionRecord:
    """The state of a window.

    Attributes:
        drawing: the drawing on the canvas.
        noise: the noise that is added to the drawing.
        label: name of the label that the user chose; "" for the recognised one.
        looked_at: name of the label whose evidence is explained; "" for the answer's label.
        panel: one of ``PANELS``.
        topic: topic of the open explanation card; "" if none is open.
        reads_number: True if the drawing is read as a number.
    """

    drawing: DrawingRecord = field(default_factory=DrawingRecord)
    noise: NoiseSetting = field(default_factory=NoiseSetting)
    label: str = ""
    looked_at: str = ""
    panel: str = PANELS[0]
    topic: str = ""
    reads_number: bool = False

    def __post_init__(self) -> None:
        noise = self.noise
        if noise.kind not in KINDS or not 0 <= noise.level <= 1 or not 0 <= noise.seed <= MAX_SEED:
            raise InvalidData(tr("In a step, the noise is out of range."))
        for name in (self.label, self.looked_at):
            if name != printable(name, MAX_LABEL):
                raise InvalidData(tr("In a step, a label's name is invalid."))
        if self.panel not in PANELS or not _TOPIC.fullmatch(self.topic):
            raise InvalidData(tr("In a step, the panel or the explained topic is unknown."))

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object that :meth:`from_json` reads."""
        data = {name: getattr(self, name) for name in _KEYS}
        return data | {"drawing": self.drawing.to_json(), "noise": asdict(self.noise)}

    @classmethod
    def from_json(cls, data: Any) -> SessionRecord:
        """Read an untrusted record.

        Raises:
            InvalidData: an entry is unknown, missing, of another type or out of range.
        """
        if not isinstance(data, dict) or set(data) != set(_KEYS):
            raise InvalidData(tr("A step lacks an entry, or has an unknown one."))
        texts = {name: data[name] for name in ("label", "looked_at", "panel", "topic")}
        if not all(isinstance(text, str) for text in texts.values()):
            raise InvalidData(tr("In a step, an entry that should be text is not."))
        if not isinstance(data["reads_number"], bool):
            raise InvalidData(tr("In a step, “reads_number” should be true or false."))
        noise = from_json(NoiseSetting, data["noise"], "noise")
        drawing = DrawingRecord.from_json(data["drawing"])
        return cls(drawing, noise, **texts, reads_number=data["reads_number"])


@dataclass(frozen=True)
class SavedSession:
    """Content of a slot's file.

    Attributes:
        window: what the window showed.
        is_ended: True if the window was closed; False if its process ended unexpectedly.
    """

    window: SessionRecord
    is_ended: bool


class SessionSlot:
    """File of one window's session, held by one process until it ends.

    Args:
        path: the JSON file.
        lock: the file descriptor that holds the lock.
    """

    def __init__(self, path: Path, lock: int) -> None:
        self.path, self._lock = path, lock

    def read(self) -> SavedSession | None:
        """Return what the last holder showed; None if there is nothing, or it cannot be read.

        An invalid file is renamed, and the log says so.
        """
        try:
            with self.path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            _log.warning("The saved session cannot be read: %s", error)
            return None
        try:
            return _parse(data)
        except InvalidData as error:
            _log.warning("The saved session is invalid: %s", error)
            self._rename_invalid()
            return None

    def save(self, window: SessionRecord, *, is_ended: bool) -> None:
        """Replace the file by what the window shows now; delete it if the canvas is empty.

        Raises:
            InputOutputError: the disk is full, the folder is read-only, …
        """
        with explained(self.path):
            if window.drawing.is_empty:
                self.path.unlink(missing_ok=True)
                return
            data = {"is_ended": is_ended, "window": window.to_json()}
            fill_atomically(self.path, partial(_fill_privately, json.dumps(data, allow_nan=False)))

    def release(self) -> None:
        """Let other processes take the slot."""
        os.close(self._lock)

    def _rename_invalid(self) -> None:
        try:
            self.path.replace(self.path.with_name(self.path.name + BAD_SUFFIX))
        except OSError as error:
            _log.warning("The invalid session file cannot be renamed: %s", error)


def _fill_privately(text: str, file: BinaryIO) -> None:
    # A drawing is as private as the archive.
    Path(file.name).chmod(0o600)
    file.write(text.encode())


def take_slot(*, prefers_saved: bool) -> SessionSlot | None:
    """Take a slot that no process holds; return None if all are held.

    Args:
        prefers_saved: True to take the most recently saved session first. False to take an empty
            slot first, so that saved sessions are left to later windows.

    Raises:
        InputOutputError: the folder cannot be written to.
    """
    folder = paths.data_dir() / "canvas"
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for path in _slots_in_order(folder, prefers_saved=prefers_saved):
            lock = take_lock(path.with_suffix(".lock"))
            if lock is not None:
                return SessionSlot(path, lock)
    return None


def _slots_in_order(folder: Path, *, prefers_saved: bool) -> Iterator[Path]:
    slots = [folder / f"{number}.json" for number in range(1, SLOTS + 1)]
    times = {path: written for path in slots if (written := _written_at(path)) is not None}
    saved, empty = sorted(times, key=times.__getitem__), [p for p in slots if p not in times]
    # If a session must be overwritten, it is the oldest.
    yield from [*saved[::-1], *empty] if prefers_saved else [*empty, *saved]


def _written_at(path: Path) -> float | None:
    """Return the time of the last change; None without a file, which may vanish at any time."""
    try:
        return path.stat().st_mtime
    except OSError:
        return None


def _parse(data: bytes) -> SavedSession:
    found = parse_json(data, mark("content"), MAX_BYTES)
    if not isinstance(found, dict) or set(found) != {"is_ended", "window"}:
        raise InvalidData("The saved session lacks an entry, or has an unknown one.")
    if not isinstance(found["is_ended"], bool):
        raise InvalidData("In the saved session, “is_ended” should be true or false.")
    return SavedSession(SessionRecord.from_json(found["window"]), found["is_ended"])
