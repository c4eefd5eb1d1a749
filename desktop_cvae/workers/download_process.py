"""The download of MNIST, in a process of its own.

A thread that waits for a name server or for a silent connection cannot be ended; a process
can, so that the window closes at once whatever the network does.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, Signal

from desktop_cvae.core.paths import program_command
from desktop_cvae.workers.patient_process import PatientProcess

ARGUMENTS = ("data", "download", "mnist", "--events", "jsonl")
CANCEL_MS = 2_000
"""A process that has not ended so long after it was told to is killed."""
MAX_LINE_BYTES = 65_536
NO_REASON = "MNIST could not be downloaded; the log has more."

_log = logging.getLogger(__name__)


class DownloadProcess(QObject):
    """Runs ``desktop-cvae data download mnist --events jsonl``; may be started many times.

    Signals:
        progressed(int, int): bytes that have come, and all there will be.
        finished(str, str): the process is gone; a sentence and details if it failed, two empty
            texts if it went well or was cancelled.

    Args:
        command: how to start the program; tests put a script here.
    """

    progressed = Signal(int, int)
    finished = Signal(str, str)

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command or program_command())
        self._process = PatientProcess(CANCEL_MS, self)
        self._failure = ("", "")
        self._is_cancelled = self._is_done = False
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    @property
    def is_running(self) -> bool:
        """True from the start until ``finished``."""
        return self._process.is_running

    @property
    def is_cancelled(self) -> bool:
        """True if the last download was cancelled."""
        return self._is_cancelled

    def start(self) -> None:
        """Fetch MNIST, or go on where it broke off."""
        if self.is_running:
            return
        self._failure = ("", "")
        self._is_cancelled = self._is_done = False
        program, *before = self._command
        self._process.start(program, [*before, *ARGUMENTS])

    def cancel(self) -> None:
        """End the download; what has come is kept for the next one."""
        if self.is_running:
            self._is_cancelled = True
            self._process.terminate()
            self._process.expect_end()

    def shut_down(self, limit_ms: int = 1000) -> None:
        """End the process now, politely for so long; the only method that waits."""
        if self.is_running:
            self.cancel()
            self._process.wait_or_kill(limit_ms)

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
                self._failure = (str(event["sentence"]), str(event["details"]))
            self._is_done |= kind == "downloaded"
        except (ValueError, KeyError, TypeError):
            _log.info("The download said something unknown: %r", line[:200])

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.finished.emit("The download could not be started.", self._process.errorString())

    def _on_finished(self) -> None:
        self._on_output()
        complaint = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        if self._is_done or self._is_cancelled:
            self.finished.emit("", "")
            return
        _log.info("The download ended: %s", complaint.strip())
        sentence, details = self._failure
        self.finished.emit(sentence or NO_REASON, details or complaint.strip())
