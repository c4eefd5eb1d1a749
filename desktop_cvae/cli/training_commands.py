"""What a running training is told: lines on standard input, and signals."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import threading
from collections.abc import Callable, Iterator

_POLL_S = 0.05
ENDS = {"stop": "stopped", "cancel": "cancelled", "suspend": "interrupted"}
"""Commands that end a training, and the run's state after them."""


class CommandReader:
    """Reads lines from standard input on a thread of its own; its end is no command.

    Args:
        on_end: called on that thread as soon as a command of ``ENDS`` is read, because the
            training itself may be in the middle of something long.
    """

    def __init__(self, on_end: Callable[[], None] = lambda: None) -> None:
        self._on_end = on_end
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._has_ended = threading.Event()
        threading.Thread(target=self._read, name="commands", daemon=True).start()

    def next(self, *, wait: bool = False) -> str | None:
        """The next line, or None; with ``wait`` after a moment at the latest."""
        try:
            return self._lines.get(wait, _POLL_S if wait else None)
        except queue.Empty:
            return None

    def has_ended(self) -> bool:
        """True when nobody can say anything any more."""
        return self._has_ended.is_set() and self._lines.empty()

    def _read(self) -> None:
        # Not through sys.stdin: its lock, held by a waiting thread, would stop our exit.
        rest = b""
        with contextlib.suppress(OSError):
            while data := os.read(0, 4096):
                *lines, rest = (rest + data).split(b"\n")
                for line in lines:
                    self._take(line.decode("utf-8", "replace").strip())
        self._has_ended.set()

    def _take(self, command: str) -> None:
        self._lines.put(command)
        if command in ENDS:
            self._on_end()


@contextlib.contextmanager
def signals_waiting() -> Iterator[list[int]]:
    """Remember SIGINT and SIGTERM instead of raising amid a step.

    Yields:
        the signals that came, a list that grows.
    """
    received: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield received
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, lambda n, _: received.append(n))
    try:
        yield received
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
