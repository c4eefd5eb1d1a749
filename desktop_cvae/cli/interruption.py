"""SIGINT and SIGTERM as exceptions, so that an interrupted command cleans up behind itself.

An exception that a handler raises in the middle of someone else's code may get lost
there: callbacks of C++ libraries drop it (seen with TensorFlow's). So the request is
remembered, and long work asks for it with :func:`raise_if_interrupted`.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType


class Terminated(BaseException):
    """The process was asked to end (SIGTERM); like ``KeyboardInterrupt`` for SIGINT."""


_EXCEPTIONS: dict[int, type[BaseException]] = {
    signal.SIGINT: KeyboardInterrupt,
    signal.SIGTERM: Terminated,
}
# Signals are the whole process's, and so is the memory of them.
_received: list[int] = []


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """Raise ``KeyboardInterrupt`` or :class:`Terminated` where the signal arrives.

    The old handlers return afterwards. A signal that the process ignores stays ignored.
    """
    # Signals can be handled on the main thread only.
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in _EXCEPTIONS}
    _received.clear()
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, _raise)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def raise_if_interrupted() -> None:
    """Raise again what a signal's handler raised in vain.

    Raises:
        KeyboardInterrupt: SIGINT was received.
        Terminated: SIGTERM was received.
    """
    if _received:
        raise _EXCEPTIONS[_received[0]]


def _raise(number: int, _frame: FrameType | None) -> None:
    _received.append(number)
    raise _EXCEPTIONS[number]
