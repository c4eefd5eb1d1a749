"""Commands to a running training: lines on standard input, and signals."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import threading
from collections.abc import Callable, Iterator

from desktop_cvae.core.operating_system import ending_signals

_POLL_S = 0.05
ENDS = {"stop": "stopped", "cancel": "cancelled", "suspend": "interrupted"}
"""Commands that end a training, and the run's state after them."""
CANVAS = "canvas "
MAX_LINE_BYTES = 8192
"""Longest command, enough for the longest path."""
MAX_WAITING = 256
"""Commands waiting at most, which bounds the memory; the sender then has to wait."""


class CommandReader:
    """Reads lines from standard input on a thread of its own; its end is no command.

    Args:
        on_end: called on that thread as soon as the first command of ``ENDS`` is read, because
            the training itself may be busy for seconds.
        on_nonsense: called on that thread at the first line that is not a command.
        descriptor: of the file that is read.
    """

    def __init__(
        self, on_end: Callable[[], None], on_nonsense: Callable[[], None], descriptor: int = 0
    ) -> None:
        self._on_end, self._on_nonsense, self._descriptor = on_end, on_nonsense, descriptor
        self._lines: queue.Queue[str] = queue.Queue(MAX_WAITING)
        self._has_ended = threading.Event()
        self._is_ending = self._has_complained = False
        threading.Thread(target=self._read, name="commands", daemon=True).start()

    def next(self, *, wait: bool = False) -> str | None:
        """Return the next command, or None; with ``wait``, after a short while."""
        try:
            return self._lines.get(wait, _POLL_S if wait else None)
        except queue.Empty:
            return None

    def has_ended(self) -> bool:
        """Return whether standard input has ended."""
        return self._has_ended.is_set() and self._lines.empty()

    def _read(self) -> None:
        # Not through sys.stdin: a waiting thread holds its lock, on which the interpreter's exit
        # would wait.
        line = bytearray()
        with contextlib.suppress(OSError):
            while data := os.read(self._descriptor, 65_536):
                *ends, rest = data.split(b"\n")
                for end in ends:
                    self._grow(line, end)
                    self._take(bytes(line))
                    line.clear()
                self._grow(line, rest)
        self._has_ended.set()

    @staticmethod
    def _grow(line: bytearray, part: bytes) -> None:
        # One byte more than allowed, so that a too long line is recognised.
        line += part[: MAX_LINE_BYTES + 1 - len(line)]

    def _take(self, line: bytes) -> None:
        command = line.decode("utf-8", "replace").strip()
        is_known = command in (*ENDS, "pause", "resume") or command.startswith(CANVAS)
        if len(line) > MAX_LINE_BYTES or (command and not is_known):
            if not self._has_complained:
                self._has_complained = True
                self._on_nonsense()
            return
        if command in ENDS and not self._is_ending:
            self._is_ending = True
            self._on_end()
        if command:
            self._lines.put(command)


@contextlib.contextmanager
def signals_waiting() -> Iterator[list[int]]:
    """Record the signals that end a process instead of raising in the middle of a step.

    Yields:
        the received signals, a growing list.
    """
    received: list[int] = []
    # Python sets signal handlers on the main thread only.
    if threading.current_thread() is not threading.main_thread():
        yield received
        return
    before = {number: signal.getsignal(number) for number in ending_signals()}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, lambda n, _: received.append(n))
    try:
        yield received
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
