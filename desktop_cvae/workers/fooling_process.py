"""The search for the smallest change that fools the model, in a process of its own."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QProcess, QTemporaryDir, Signal

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.workers.processes import KEPT_COMPLAINT_BYTES, MAX_LINE_BYTES, ProgramProcess

CANCEL_MS = 2_000
"""A search that has not ended so long after it was told to is killed."""
PICTURE = "picture.npy"
NO_REASON = mark("The search could not be carried out; the log has more.")
_SHAPE = (28, 28)
_log = logging.getLogger(__name__)


class FoolingProcess(ProgramProcess):
    """One ``desktop-cvae fool PICTURE --events jsonl``; may be started many times.

    Signals:
        progressed(int, int): steps done, and all there will be.
        found(object): the changed picture, float32, (28, 28), in [0, 1]; None if the picture
            withstood.
        finished(str, str): the process is gone; a sentence and details if it failed, two empty
            texts if it went well or was cancelled.

    Args:
        command: how to start the program; tests put a script here.
    """

    progressed = Signal(int, int)
    found = Signal(object)
    finished = Signal(str, str)

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(CANCEL_MS, command, parent)
        self._folder = QTemporaryDir()
        self._sentence = ""
        self._is_cancelled = self._is_done = False
        self._complaints = bytearray()
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_complaint)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    @property
    def is_cancelled(self) -> bool:
        """True if the last search was cancelled."""
        return self._is_cancelled

    def start(self, image: FloatArray, options: Sequence[str]) -> None:
        """Search; nothing if a search is under way.

        Args:
            image: float32, (28, 28), in [0, 1], what the model reads.
            options: of ``desktop-cvae fool``, without the picture.
        """
        if self.is_running:
            return
        self._sentence = ""
        self._is_cancelled = self._is_done = False
        self._complaints.clear()
        path = Path(self._folder.path()) / PICTURE
        try:
            np.save(path, image)
        except OSError as error:
            self.finished.emit(tr(NO_REASON), str(error))
            return
        self._start(["fool", str(path), *options, "--events", "jsonl"])

    def cancel(self) -> None:
        """End the search."""
        if self.is_running:
            self._is_cancelled = True
            self._process.terminate()
            self._expect_end()

    def shut_down(self, limit_ms: int = 500) -> None:
        """End the process now, politely for so long; the only method that waits."""
        if self.is_running:
            self.cancel()
            self._wait_or_kill(limit_ms)

    def _on_output(self) -> None:
        while self._process.canReadLine():
            self._take(bytes(self._process.readLine(MAX_LINE_BYTES).data()))

    def _take(self, line: bytes) -> None:
        try:
            event = json.loads(line)
            kind = event["event"]
            if kind == "progress":
                self.progressed.emit(int(event["done"]), int(event["total"]))
            elif kind == "failed":
                self._sentence = str(event["sentence"])
            elif kind == "ended":
                image = _picture(event["image"]) if event["fooled"] else None
                self._is_done = True
                if not self._is_cancelled:
                    self.found.emit(image)
        except (ValueError, KeyError, TypeError, OverflowError):
            _log.info("The search said something unknown: %r", line[:200])

    def _on_complaint(self) -> None:
        self._complaints += bytes(self._process.readAllStandardError().data())
        del self._complaints[:-KEPT_COMPLAINT_BYTES]

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.finished.emit(tr(NO_REASON), self._process.errorString())

    def _on_finished(self) -> None:
        self._on_output()
        self._on_complaint()
        complaint = self._complaints.decode("utf-8", "replace").strip()
        if self._is_done or self._is_cancelled:
            self.finished.emit("", "")
            return
        _log.info("The search ended: %s", complaint)
        self.finished.emit(self._sentence or tr(NO_REASON), complaint)


def _picture(values: object) -> FloatArray:
    """The numbers of an event as a picture; raises ValueError for anything else."""
    image = np.asarray(values, np.float32).reshape(_SHAPE)
    if not np.isfinite(image).all():
        raise ValueError("no picture")
    return np.clip(image, 0.0, 1.0)
