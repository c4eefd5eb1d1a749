"""The search for the smallest change that fools the model, in a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QTemporaryDir, Signal

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.workers.processes import EventProcess

CANCEL_MS = 2_000
"""A search that has not ended so long after it was told to is killed."""
PICTURE = "picture.npy"
NO_REASON = mark("The search could not be carried out; the log has more.")
_SHAPE = (28, 28)


class FoolingProcess(EventProcess):
    """One ``desktop-cvae fool PICTURE``.

    Signals:
        progressed(int, int): steps done, and all there will be.
        found(object): the changed picture, float32, (28, 28), in [0, 1]; None if the picture
            withstood.

    Args:
        command: how to start the program; tests put a script here.
    """

    progressed = Signal(int, int)
    found = Signal(object)

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(CANCEL_MS, NO_REASON, command, parent)
        self._folder = QTemporaryDir()

    def start(self, image: FloatArray, options: Sequence[str]) -> None:
        """Search; nothing if a search is under way.

        Args:
            image: float32, (28, 28), in [0, 1], what the model reads.
            options: of ``desktop-cvae fool``, without the picture.
        """
        if self.is_running:
            return
        path = Path(self._folder.path()) / PICTURE
        try:
            np.save(path, image)
        except OSError as error:
            self.finished.emit(tr(NO_REASON), str(error))
            return
        self._start(["fool", str(path), *options])

    def _take(self, kind: str, event: dict[str, Any]) -> None:
        if kind == "progress":
            self.progressed.emit(int(event["done"]), int(event["total"]))
        elif kind == "ended":
            image = _picture(event["image"]) if event["fooled"] else None
            self._is_done = True
            if not self._is_stopped:
                self.found.emit(image)


def _picture(values: object) -> FloatArray:
    """The numbers of an event as a picture; raises ValueError for anything else."""
    image = np.asarray(values, np.float32).reshape(_SHAPE)
    if not np.isfinite(image).all():
        raise ValueError("no picture")
    return np.clip(image, 0.0, 1.0)
