"""The web server in a process of its own: whatever visitors ask, the window stays smooth."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, Signal

from desktop_cvae.core.language import mark, tr
from desktop_cvae.workers.processes import ProgramProcess

STOP_MS = 3_000
"""A server that has not ended so long after it was told to is killed."""
MAX_LINE_BYTES = 65_536
KEPT_COMPLAINT_BYTES = 8_192
NO_REASON = mark("The web page could not be served; the log has more.")

_log = logging.getLogger(__name__)


class ServerProcess(ProgramProcess):
    """One ``desktop-cvae serve --events jsonl``; it ends with the window, however that ends.

    Signals:
        serving(str): visitors are answered; the link that opens the page, with its token.
        visited(int, int): visitors, and answers that they were given.
        finished(str, str): the process is gone; a sentence and details if it was not asked to
            end, two empty texts if it was.

    Args:
        command: how to start the program; tests put a script here.
    """

    serving = Signal(str)
    visited = Signal(int, int)
    finished = Signal(str, str)

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(STOP_MS, command, parent)
        self._is_stopped = False
        self._complaints = bytearray()
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_complaint)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    def start(self, options: Sequence[str]) -> None:
        """Serve the page; nothing if it is served already.

        Args:
            options: of ``desktop-cvae serve``.
        """
        if not self.is_running:
            self._is_stopped = False
            self._complaints.clear()
            self._start(["serve", *options, "--events", "jsonl"])

    def stop(self) -> None:
        """Ask it to end."""
        if self.is_running:
            self._is_stopped = True
            # It serves as long as somebody holds its standard input.
            self._process.closeWriteChannel()
            self._process.terminate()
            self._expect_end()

    def shut_down(self, limit_ms: int = 1000) -> None:
        """End the process now, politely for so long; the only method that waits."""
        if self.is_running:
            self.stop()
            self._wait_or_kill(limit_ms)

    def _on_output(self) -> None:
        while self._process.canReadLine():
            self._take(bytes(self._process.readLine(MAX_LINE_BYTES).data()))

    def _take(self, line: bytes) -> None:
        try:
            event = json.loads(line)
            kind = event["event"]
            if kind == "serving":
                self.serving.emit(str(event["token_url"] or event["url"]))
            elif kind == "visitors":
                self.visited.emit(int(event["count"]), int(event["answers"]))
        except (ValueError, KeyError, TypeError):
            _log.info("The web server said something unknown: %r", line[:200])

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
        if self._is_stopped:
            self.finished.emit("", "")
            return
        _log.info("The web server ended: %s", complaint)
        prefix = "desktop-cvae: "
        own = [line for line in complaint.splitlines() if line.startswith(prefix)]
        sentence = own[-1].removeprefix(prefix).removeprefix("error: ") if own else tr(NO_REASON)
        self.finished.emit(sentence, complaint)
