"""A sweep in a process of its own: started, told to stop, and why it ended."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from desktop_cvae.core.language import mark, tr
from desktop_cvae.workers.processes import KEPT_COMPLAINT_BYTES, MAX_LINE_BYTES, ProgramProcess

STOP_MS = 90_000
"""Every training keeps a checkpoint first; one that is saving its model takes a while."""
NO_REASON = mark("The sweep could not be carried out; the log has more.")
INTERRUPTED = 130
_log = logging.getLogger(__name__)


class SweepProcess(ProgramProcess):
    """One ``desktop-cvae sweep FILE --events jsonl``; may be started many times.

    Signals:
        progressed: a training is further, or done; the state on disk says which.
        finished(str, str): the process is gone; a sentence and details if it failed.

    Args:
        command: how to start the program; tests put a script here.
    """

    progressed = Signal()
    finished = Signal(str, str)

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(STOP_MS, command, parent)
        self._sentence = ""
        self._is_stopped = False
        self._complaints = bytearray()
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_complaint)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    def start(self, file: Path) -> None:
        """Begin a file's sweep, or go on with it; nothing if one is under way."""
        if not self.is_running:
            self._sentence, self._is_stopped = "", False
            self._complaints.clear()
            self._start(["sweep", str(file), "--events", "jsonl"])

    def stop(self) -> None:
        """Let every training keep a checkpoint, and end."""
        if self.is_running:
            self._is_stopped = True
            self._process.write(b"suspend\n")
            self._expect_end()

    def shut_down(self, limit_ms: int = 1000) -> None:
        """End the process now, politely for so long; its trainings end by themselves then."""
        if self.is_running:
            self.stop()
            self._wait_or_kill(limit_ms)

    def _on_output(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine(MAX_LINE_BYTES).data())
            try:
                event = json.loads(line)
                if event["event"] == "failed":
                    self._sentence = str(event["sentence"])
            except (ValueError, KeyError, TypeError):
                _log.info("The sweep said something unknown: %r", line[:200])
        self.progressed.emit()

    def _on_complaint(self) -> None:
        self._complaints += bytes(self._process.readAllStandardError().data())
        del self._complaints[:-KEPT_COMPLAINT_BYTES]

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.finished.emit(tr(NO_REASON), self._process.errorString())

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._on_output()
        self._on_complaint()
        # 1: some trainings failed, which the table says of each.
        went_well = status is QProcess.ExitStatus.NormalExit and code in (0, 1, INTERRUPTED)
        if self._is_stopped or (went_well and not self._sentence):
            self.finished.emit("", "")
            return
        complaint = self._complaints.decode("utf-8", "replace").strip()
        _log.info("The sweep ended: %s", complaint)
        self.finished.emit(self._sentence or tr(NO_REASON), complaint)
