"""The training and the download of MNIST, each in a process of its own: a crash is a sentence here.

A process is asked to end, and killed if it does not. A thread that waits for a name server or
for a silent connection cannot be ended; a process can, so that the window closes at once
whatever the network does.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.paths import program_command
from desktop_cvae.workers.training_events import CheckpointKept, Failed, Saved, parse_event


class ProgramProcess(QObject):
    """The program in a process of its own; who derives from it knows how to ask it to end.

    Args:
        patience_ms: a process that has not ended so long after :meth:`_expect_end` is killed.
        command: how to start the program; None starts this one.
    """

    def __init__(
        self, patience_ms: int, command: Sequence[str] | None, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self._command = list(command or program_command())
        self._process = QProcess(self)
        if sys.platform != "win32":
            # A fork copies the page tables of the whole window, which waits meanwhile.
            self._process.setUnixProcessParameters(QProcess.UnixProcessFlag.UseVFork)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience_ms)
        self._patience.timeout.connect(self._process.kill)
        self._process.finished.connect(self._patience.stop)

    @property
    def is_running(self) -> bool:
        """True from the start until ``finished``."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def _start(self, arguments: Sequence[str]) -> None:
        program, *before = self._command
        self._process.start(program, [*before, *arguments])

    def _expect_end(self) -> None:
        """It was asked to end; from now on it has its patience's time."""
        if self.is_running:
            self._patience.start()

    def _wait_or_kill(self, limit_ms: int) -> None:
        """Wait for the end, at most twice so long; the only method that waits."""
        if not self._process.waitForFinished(limit_ms):
            self._process.kill()
            self._process.waitForFinished(limit_ms)


ARGUMENTS = ("data", "download", "mnist", "--events", "jsonl")
CANCEL_DOWNLOAD_MS = 2_000
"""A process that has not ended so long after it was told to is killed."""
MAX_PROGRESS_LINE_BYTES = 65_536
NO_REASON = mark("MNIST could not be downloaded; the log has more.")

_log = logging.getLogger(__name__)


class DownloadProcess(ProgramProcess):
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
        super().__init__(CANCEL_DOWNLOAD_MS, command, parent)
        self._failure = ("", "")
        self._is_cancelled = self._is_done = False
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

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
        self._start(ARGUMENTS)

    def cancel(self) -> None:
        """End the download; what has come is kept for the next one."""
        if self.is_running:
            self._is_cancelled = True
            self._process.terminate()
            self._expect_end()

    def shut_down(self, limit_ms: int = 1000) -> None:
        """End the process now, politely for so long; the only method that waits."""
        if self.is_running:
            self.cancel()
            self._wait_or_kill(limit_ms)

    def _on_output(self) -> None:
        while self._process.canReadLine():
            self._take(bytes(self._process.readLine(MAX_PROGRESS_LINE_BYTES).data()))

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
            self.finished.emit(
                tr("The download could not be started."), self._process.errorString()
            )

    def _on_finished(self) -> None:
        self._on_output()
        complaint = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        if self._is_done or self._is_cancelled:
            self.finished.emit("", "")
            return
        _log.info("The download ended: %s", complaint.strip())
        sentence, details = self._failure
        self.finished.emit(sentence or tr(NO_REASON), details or complaint.strip())


MAX_LINE_BYTES = 262_144
"""Longer lines are none of ours; they are dropped without being kept in memory."""
KEPT_COMPLAINT_BYTES = 8_192
NICENESS = 10
"""That of the training itself; it takes this as its own from the start."""

CANCEL_MS = 5_000
"""A process that has not ended so long after it was told to is killed."""


class TrainingProcess(ProgramProcess):
    """One run of ``desktop-cvae train --events jsonl``; nothing here waits for it.

    Signals:
        event_received(TrainingEvent): see :mod:`desktop_cvae.workers.training_events`.
        failed(str, str): one sentence why the training ended, and details; before ``finished``.
        finished(int): the process is gone; its exit code, or -1 after a crash.

    Args:
        command: how to start the program; tests put a script of events here.
    """

    event_received = Signal(object)
    failed = Signal(str, str)
    finished = Signal(int)

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(CANCEL_MS, command, parent)
        self._buffer = bytearray()
        self._complaints = bytearray()
        self._skips_line = self._is_cancelled = self._has_ended_well = False
        self._has_checkpoint = self._has_failed = False
        self._process.started.connect(self._on_started)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_complaint)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    @property
    def process_id(self) -> int:
        """The running process's number."""
        return self._process.processId()

    @property
    def has_checkpoint(self) -> bool:
        """True when something of this run can be resumed."""
        return self._has_checkpoint

    def start(self, arguments: Sequence[str]) -> None:
        """Start a training; one at a time.

        Args:
            arguments: after the program's name, ``train`` first.
        """
        assert not self.is_running, "one training at a time"
        self._buffer.clear()
        self._complaints.clear()
        self._skips_line = self._is_cancelled = self._has_ended_well = False
        self._has_checkpoint = self._has_failed = False
        self._start(arguments)

    def pause(self) -> None:
        """Ask for a pause; ``Held`` answers."""
        self._say("pause")

    def resume(self) -> None:
        """Ask to go on; ``Held`` answers."""
        self._say("resume")

    def stop(self) -> None:
        """Ask to stop and to keep the best; ``Saved`` answers."""
        self._say("stop")

    def cancel(self) -> None:
        """Ask to end without a model; it can be resumed, but nobody will offer that."""
        self._end("cancel")

    def suspend(self) -> None:
        """Ask to end without a model; the next start offers to resume."""
        self._end("suspend")

    def _end(self, command: str) -> None:
        self._is_cancelled = True
        self._say(command)
        self._expect_end()

    def send_canvas(self, path: Path) -> None:
        """Tell where the canvas's picture lies: ``.npy``, uint8, (28, 28)."""
        self._say(f"canvas {path}")

    def shut_down(self, limit_ms: int = 2000) -> None:
        """End the process now, politely for so long; the only method that waits."""
        if self.is_running:
            self.suspend()
            self._process.closeWriteChannel()
            self._wait_or_kill(limit_ms)

    def _say(self, command: str) -> None:
        if self.is_running:
            self._process.write(command.encode() + b"\n")

    def _on_started(self) -> None:
        # TensorFlow's start alone takes both cores for seconds; the window goes first.
        with contextlib.suppress(AttributeError, OSError):
            os.setpriority(os.PRIO_PROCESS, self.process_id, NICENESS)

    def _on_output(self) -> None:
        *lines, rest = bytes(self._process.readAllStandardOutput().data()).split(b"\n")
        for line in lines:
            self._end_line(line)
        self._grow(rest)

    def _grow(self, part: bytes) -> None:
        if self._skips_line or len(self._buffer) + len(part) > MAX_LINE_BYTES:
            self._skips_line = True
            self._buffer.clear()
        else:
            self._buffer += part

    def _end_line(self, part: bytes) -> None:
        self._grow(part)
        line, is_whole = bytes(self._buffer), not self._skips_line
        self._buffer.clear()
        self._skips_line = False
        event = parse_event(line) if is_whole else None
        if event is None:
            if not is_whole or line.strip():
                _log.info("The training said something unknown: %r", line[:200])
            return
        self._note(event)
        self.event_received.emit(event)

    def _note(self, event: object) -> None:
        if isinstance(event, CheckpointKept):
            self._has_checkpoint = True
        elif isinstance(event, Saved):
            self._has_ended_well = True
        elif isinstance(event, Failed):
            self._fail(event.sentence)

    def _on_complaint(self) -> None:
        self._complaints += bytes(self._process.readAllStandardError().data())
        del self._complaints[:-KEPT_COMPLAINT_BYTES]

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            reason = self._process.errorString()
            self._fail(tr("The training could not be started: {reason}.", reason=reason))
            self.finished.emit(-1)

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._on_output()
        self._on_complaint()
        has_crashed = status is QProcess.ExitStatus.CrashExit
        if not self._is_cancelled and not self._has_ended_well:
            self._fail(self._crash_sentence() if has_crashed else self._last_words(code))
        self.finished.emit(-1 if has_crashed else code)

    def _crash_sentence(self) -> str:
        if self._has_checkpoint:
            return tr(
                "The training process was ended, perhaps for want of memory; "
                "its last checkpoint is kept."
            )
        return tr(
            "The training process was ended, perhaps for want of memory; nothing was kept yet."
        )

    def _last_words(self, code: int) -> str:
        """The program's own sentence, which it writes to standard error."""
        lines = self._complaints.decode("utf-8", "replace").strip().splitlines()
        own = [line for line in lines if line.startswith("desktop-cvae: ")]
        if own:
            return own[-1].removeprefix("desktop-cvae: ").removeprefix("error: ")
        return tr("The training ended without a model (exit code {code}).", code=code)

    def _fail(self, sentence: str, details: str = "") -> None:
        if not self._has_failed:
            self._has_failed = True
            details = details or self._complaints.decode("utf-8", "replace").strip()
            self.failed.emit(sentence, details)
