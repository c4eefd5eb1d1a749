"""SIGINT and SIGTERM as Qt signals: Ctrl+C and a polite kill close the window."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interruption(QObject):
    """Wakes Qt's loop when a signal comes.

    Python runs a signal's handler only between two of its own instructions, of which
    there are none while Qt waits. Its wake-up socket is written to at once, though,
    and Qt watches that.

    Signals:
        interrupted(int): the exit code, 128 + the signal's number.
    """

    interrupted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        read = QSocketNotifier.Type.Read
        self._notifier = QSocketNotifier(self._reading.fileno(), read, self)
        self._notifier.activated.connect(self._on_activated)
        self._old_fd = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        self._old = {number: signal.signal(number, _do_nothing) for number in SIGNALS}

    def restore(self) -> None:
        """Give the signals back to whom they belonged."""
        for number, handler in self._old.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._old_fd)
        self._notifier.setEnabled(False)
        self._reading.close()
        self._writing.close()

    def _on_activated(self) -> None:
        for number in self._reading.recv(16):
            if number in SIGNALS:
                self.interrupted.emit(128 + number)


def _do_nothing(number: int, frame: FrameType | None) -> None:
    """The socket tells; but without a handler the signal would end the process."""
