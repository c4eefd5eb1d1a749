"""The program's commands, each in a process of its own: a crash is a sentence here.

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
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.paths import program_command
from desktop_cvae.workers.training_events import CheckpointKept, Failed, Saved, parse_event

MAX_LINE_BYTES = 262_144
"""Longer lines are none of ours; they are dropped without being kept in memory."""
KEPT_COMPLAINT_BYTES = 8_192
SPEAKER = "desktop-cvae: "
"""Begins what the program says on standard error."""

_log = logging.getLogger(__name__)


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
        self._complaints = bytearray()
        self._process.readyReadStandardError.connect(self._on_complaint)
        self._process.finished.connect(self._patience.stop)

    @property
    def is_running(self) -> bool:
        """True from the start until ``finished``."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def _start(self, arguments: Sequence[str]) -> None:
        self._complaints.clear()
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

    def _on_complaint(self) -> None:
        self._complaints += bytes(self._process.readAllStandardError().data())
        del self._complaints[:-KEPT_COMPLAINT_BYTES]

    def _complaint(self) -> str:
        """The end of what it wrote to standard error."""
        self._on_complaint()
        return self._complaints.decode("utf-8", "replace").strip()

    def _own_words(self) -> str:
        """The program's own last sentence on standard error; "" if there is none."""
        own = [line for line in self._complaint().splitlines() if line.startswith(SPEAKER)]
        return own[-1].removeprefix(SPEAKER).removeprefix("error: ") if own else ""


class EventProcess(ProgramProcess):
    """One command with ``--events jsonl``; may be started many times.

    Who derives from it takes its events, says which end is a good one, and knows how to ask for it.

    Signals:
        finished(str, str): the process is gone; a sentence and details if it failed, two empty
            texts if it went well or was asked to end.

    Args:
        patience_ms: a process that has not ended so long after it was told to is killed.
        no_reason: the sentence of a process that fails without one.
        command: how to start the program; tests put a script here.
    """

    finished = Signal(str, str)

    def __init__(
        self,
        patience_ms: int,
        no_reason: str,
        command: Sequence[str] | None,
        parent: QObject | None,
    ) -> None:
        super().__init__(patience_ms, command, parent)
        self._no_reason, self._sentence, self._details = no_reason, "", ""
        self._is_stopped = self._is_done = False
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    @property
    def is_stopped(self) -> bool:
        """True if the last one was asked to end."""
        return self._is_stopped

    def stop(self) -> None:
        """Ask it to end; nothing if it does not run."""
        if self.is_running:
            self._is_stopped = True
            self._ask_to_end()
            self._expect_end()

    def shut_down(self, limit_ms: int = 1000) -> None:
        """End the process now, politely for so long; the only method that waits."""
        if self.is_running:
            self.stop()
            self._wait_or_kill(limit_ms)

    def _ask_to_end(self) -> None:
        self._process.terminate()

    def _take(self, kind: str, event: dict[str, Any]) -> None:
        """Understand an event; ValueError, KeyError or TypeError if that cannot be done."""
        raise NotImplementedError

    def _went_well(self, _code: int) -> bool:
        """True if it ended as it should; asked of what has not crashed."""
        return self._is_done

    def _start(self, arguments: Sequence[str]) -> None:
        self._sentence = self._details = ""
        self._is_stopped = self._is_done = False
        super()._start([*arguments, "--events", "jsonl"])

    def _on_output(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine(MAX_LINE_BYTES).data())
            try:
                event = json.loads(line)
                kind = event["event"]
                if kind == "failed":
                    self._sentence = str(event["sentence"])
                    self._details = str(event.get("details", ""))
                else:
                    self._take(kind, event)
            except (ValueError, KeyError, TypeError, OverflowError):
                _log.info("%s said something unknown: %r", type(self).__name__, line[:200])

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.finished.emit(tr(self._no_reason), self._process.errorString())

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._on_output()
        has_crashed = status is QProcess.ExitStatus.CrashExit
        if self._is_stopped or (not has_crashed and not self._sentence and self._went_well(code)):
            self.finished.emit("", "")
            return
        complaint = self._complaint()
        _log.info("%s ended: %s", type(self).__name__, complaint)
        sentence = self._sentence or self._own_words() or tr(self._no_reason)
        self.finished.emit(sentence, self._details or complaint)


CANCEL_DOWNLOAD_MS = 2_000
"""A process that has not ended so long after it was told to is killed."""
NO_REASON = mark("MNIST could not be downloaded; the log has more.")


class DownloadProcess(EventProcess):
    """Runs ``desktop-cvae data download mnist``; what has come is kept for the next one.

    Signals:
        progressed(int, int): bytes that have come, and all there will be.

    Args:
        command: how to start the program; tests put a script here.
    """

    progressed = Signal(int, int)

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(CANCEL_DOWNLOAD_MS, NO_REASON, command, parent)

    def start(self) -> None:
        """Fetch MNIST, or go on where it broke off."""
        if not self.is_running:
            self._start(("data", "download", "mnist"))

    def _take(self, kind: str, event: dict[str, Any]) -> None:
        if kind == "progress":
            self.progressed.emit(int(event["done"]), int(event["total"]))
        self._is_done |= kind == "downloaded"


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
        self._skips_line = self._is_cancelled = self._has_ended_well = False
        self._has_checkpoint = self._has_failed = False
        self._process.started.connect(self._on_started)
        self._process.readyReadStandardOutput.connect(self._on_output)
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

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            reason = self._process.errorString()
            self._fail(tr("The training could not be started: {reason}.", reason=reason))
            self.finished.emit(-1)

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._on_output()
        has_crashed = status is QProcess.ExitStatus.CrashExit
        if not self._is_cancelled and not self._has_ended_well:
            ended = tr("The training ended without a model (exit code {code}).", code=code)
            self._fail(self._crash_sentence() if has_crashed else self._own_words() or ended)
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

    def _fail(self, sentence: str, details: str = "") -> None:
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(sentence, details or self._complaint())
