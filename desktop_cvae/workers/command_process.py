"""Runs commands of the program as processes; a crash there becomes a sentence here.

A process is asked to end, and killed if it does not. Unlike a thread, a process that waits for a
name server or a silent connection can be ended, so the window closes at once whatever the network
does.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from desktop_cvae.core import operating_system
from desktop_cvae.core.command_events import (
    DOWNLOAD_EVENTS,
    SEARCH_EVENTS,
    SERVER_EVENTS,
    SWEEP_EVENTS,
    TRAINING_EVENTS,
    Downloaded,
    Event,
    Failed,
    Saved,
    SearchEnded,
    parse_event,
)
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.operating_system import lower_priority_of
from desktop_cvae.core.paths import program_command

MAX_LINE_BYTES = 262_144
"""Longest line that is read; longer ones are dropped without being kept in memory."""
KEPT_COMPLAINT_BYTES = 8_192
SPEAKER = "desktop-cvae: "
"""Prefix of the program's own sentences on standard error."""
NICENESS = 10
"""Niceness of a training; the training itself asks for the same."""
NOT_STARTED = mark("The command could not be started: {reason}.")
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class CommandKind:
    """Rules by which one of the program's commands is followed and ended.

    Attributes:
        events: the events that it prints, by name.
        failure: sentence for an end without a reason; marked.
        crash: the same for a process that was killed from outside; "" uses ``failure``.
        goal: the event that makes an end a good one; None if only the exit code counts.
        good_codes: exit codes that are a good end without that event.
        end_line: written to standard input to end it; "" sends a signal instead.
        patience_ms: time to end after it was asked to; then it is killed.
        shutdown_ms: the same when the window closes.
        is_nice: True if everything else on the machine comes first.
    """

    events: Mapping[str, type[Event]]
    failure: str
    crash: str = ""
    goal: type[Event] | None = None
    good_codes: frozenset[int] = frozenset()
    end_line: str = ""
    patience_ms: int = 2_000
    shutdown_ms: int = 1_000
    is_nice: bool = False


TRAINING = CommandKind(
    TRAINING_EVENTS,
    mark("The training ended without a model; see the log (Help ▸ Open the log folder)."),
    crash=mark("The training process was killed, perhaps because memory ran out."),
    goal=Saved,
    end_line="suspend",
    patience_ms=5_000,
    shutdown_ms=2_000,
    is_nice=True,
)
"""``train`` and ``teach``: ``suspend`` leaves a run that the next start offers to resume."""

SWEEP = CommandKind(
    SWEEP_EVENTS,
    mark("The sweep failed; see the log (Help ▸ Open the log folder)."),
    # 1: some trainings failed, as their rows say. 130: interrupted.
    good_codes=frozenset({0, 1, 130}),
    end_line="suspend",
    # Every training keeps a checkpoint first; one that is saving its model takes a while.
    patience_ms=90_000,
)
SERVER = CommandKind(
    SERVER_EVENTS,
    mark("The web page could not be shared; see the log (Help ▸ Open the log folder)."),
    patience_ms=3_000,
)
SEARCH = CommandKind(
    SEARCH_EVENTS,
    mark("The search failed; see the log (Help ▸ Open the log folder)."),
    goal=SearchEnded,
)
DOWNLOAD = CommandKind(
    DOWNLOAD_EVENTS,
    mark("MNIST could not be downloaded; see the log (Help ▸ Open the log folder)."),
    goal=Downloaded,
)
"""``data download mnist``: what has arrived is kept for the next download."""


class CommandProcess(QObject):
    """One of the program's commands with ``--events jsonl``; may be started many times.

    The end of its standard input ends a server too, so that it never outlives the window.

    Signals:
        event_received(Event): an event was printed.
        finished(str, str): the process is gone; a sentence and details if it failed, two empty
            texts if it went well or was asked to end.

    Args:
        kind: how the command is followed and ended.
        program: how to start the program; None starts this one. Tests put a script here.
    """

    event_received = Signal(object)
    finished = Signal(str, str)

    def __init__(
        self, kind: CommandKind, program: Sequence[str] | None, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.program = list(program or program_command())
        self._line, self._skips_line = bytearray(), False
        self._complaints = bytearray()
        self._failed: Failed | None = None
        self._is_stopped = self._has_crashed = self._reached_goal = False
        self._process = process = QProcess(self)
        if operating_system.SYSTEM != "win32":
            # A fork would copy the page tables of the whole window, which would wait for it.
            process.setUnixProcessParameters(QProcess.UnixProcessFlag.UseVFork)
        self._patience = QTimer(self, singleShot=True, interval=kind.patience_ms)
        self._patience.timeout.connect(process.kill)
        process.started.connect(self._on_started)
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_complaint)
        process.errorOccurred.connect(self._on_error)
        process.finished.connect(self._on_finished)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.shut_down)

    @property
    def is_running(self) -> bool:
        """True from the start until ``finished``."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    @property
    def is_stopped(self) -> bool:
        """True if the last process was asked to end."""
        return self._is_stopped

    @property
    def has_crashed(self) -> bool:
        """True if the last process was killed from outside, or crashed."""
        return self._has_crashed

    @property
    def process_id(self) -> int:
        """The running process's number."""
        return self._process.processId()

    def start(self, arguments: Sequence[str]) -> None:
        """Start the command; nothing if it runs already.

        Args:
            arguments: the command's name and its arguments, without ``--events``.
        """
        if self.is_running:
            return
        self._line.clear()
        self._complaints.clear()
        self._failed, self._skips_line = None, False
        self._is_stopped = self._has_crashed = self._reached_goal = False
        program, *before = self.program
        self._process.start(program, [*before, *arguments, "--events", "jsonl"])

    def send(self, line: str) -> None:
        """Write a line to its standard input; nothing if it does not run."""
        if self.is_running:
            self._process.write(line.encode() + b"\n")

    def stop(self, line: str = "") -> None:
        """Ask it to end; nothing if it does not run.

        Args:
            line: what to write to its standard input instead of the kind's ``end_line``.
        """
        if not self.is_running:
            return
        self._is_stopped = True
        if line := line or self.kind.end_line:
            self.send(line)
        else:
            self._process.closeWriteChannel()
            self._process.terminate()
        self._patience.start()

    def shut_down(self, limit_ms: int | None = None) -> None:
        """End the process now, killing it after the limit; the only method that waits."""
        if not self.is_running:
            return
        self.stop()
        self._process.closeWriteChannel()
        limit_ms = self.kind.shutdown_ms if limit_ms is None else limit_ms
        if not self._process.waitForFinished(limit_ms):
            self._process.kill()
            self._process.waitForFinished(limit_ms)

    def retire(self) -> None:
        """End the process and delete this object once it is gone; nothing is emitted after that."""
        self.event_received.disconnect()
        self.finished.disconnect()
        if self.is_running:
            self.finished.connect(self.deleteLater)
            self.stop()
        else:
            self.deleteLater()

    def _on_started(self) -> None:
        if self.kind.is_nice:
            # TensorFlow's start alone takes both cores for seconds; the window goes first.
            lower_priority_of(self.process_id, NICENESS)

    def _on_output(self) -> None:
        *lines, rest = bytes(self._process.readAllStandardOutput().data()).split(b"\n")
        for line in lines:
            self._grow(line)
            self._take_line()
        self._grow(rest)

    def _grow(self, part: bytes) -> None:
        if self._skips_line or len(self._line) + len(part) > MAX_LINE_BYTES:
            self._skips_line = True
            self._line.clear()
        else:
            self._line += part

    def _take_line(self) -> None:
        line, is_whole = bytes(self._line), not self._skips_line
        self._line.clear()
        self._skips_line = False
        event = parse_event(line, self.kind.events) if is_whole else None
        if event is None:
            if not is_whole or line.strip():
                _log.info("A command printed something unknown: %r", line[:200])
            return
        if isinstance(event, Failed):
            self._failed = event
        self._reached_goal |= self.kind.goal is not None and isinstance(event, self.kind.goal)
        self.event_received.emit(event)

    def _on_complaint(self) -> None:
        self._complaints += bytes(self._process.readAllStandardError().data())
        del self._complaints[:-KEPT_COMPLAINT_BYTES]

    def _on_error(self, error: QProcess.ProcessError) -> None:
        # The only error that “finished” does not follow.
        if error is QProcess.ProcessError.FailedToStart:
            reason = self._process.errorString()
            self.finished.emit(tr(NOT_STARTED, reason=reason), reason)

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._patience.stop()
        self._on_output()
        self._on_complaint()
        self._has_crashed = status is QProcess.ExitStatus.CrashExit and not self._is_stopped
        is_good = code in self.kind.good_codes and not self._has_crashed and not self._failed
        if self._is_stopped or self._reached_goal or is_good:
            self.finished.emit("", "")
            return
        complaint = self._complaints.decode("utf-8", "replace").strip()
        _log.info("A command ended with exit code %d: %s", code, complaint)
        failed = self._failed or Failed(self._reason(complaint))
        self.finished.emit(failed.sentence, failed.details or complaint)

    def _reason(self, complaint: str) -> str:
        """Return the program's own last sentence on standard error, else the kind's."""
        if self._has_crashed and self.kind.crash:
            return tr(self.kind.crash)
        own = [line for line in complaint.splitlines() if line.startswith(SPEAKER)]
        if own:
            return own[-1].removeprefix(SPEAKER).removeprefix("error: ")
        return tr(self.kind.failure)
