"""Deadlines of readings: hostile pictures end, and so do readings that nobody waits for any more.

Loops whose length a picture decides call :func:`check_deadline`. The deadline is found through a
context variable, since dozens of functions lie between who waits and who computes.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass

from desktop_cvae.core.errors import ReadingTooSlow

_CURRENT: ContextVar[_Deadline | None] = ContextVar("deadline", default=None)


@dataclass(frozen=True)
class _Deadline:
    end: float
    cancelled: threading.Event | None
    outer: _Deadline | None


@contextlib.contextmanager
def deadline(seconds: float, cancelled: threading.Event | None = None) -> Iterator[None]:
    """Let :func:`check_deadline` fail after some time; an earlier deadline around it stays.

    Args:
        seconds: from now.
        cancelled: ends the reading at once when it is set, from any thread.
    """
    token = _CURRENT.set(_Deadline(time.monotonic() + seconds, cancelled, _CURRENT.get()))
    try:
        yield
    finally:
        _CURRENT.reset(token)


def check_deadline() -> None:
    """Go on if there is time left.

    Raises:
        ReadingTooSlow: the deadline is over, or the reading was cancelled.
    """
    current = _CURRENT.get()
    while current is not None:
        is_cancelled = current.cancelled is not None and current.cancelled.is_set()
        if is_cancelled or time.monotonic() > current.end:
            raise ReadingTooSlow
        current = current.outer
