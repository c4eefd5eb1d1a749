"""A process that is asked to end, and killed if it does not."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QProcess, QTimer


class PatientProcess(QProcess):
    """What downloads and trainings run in; whoever owns it knows how to ask it to end.

    Args:
        patience_ms: a process that has not ended so long after :meth:`expect_end` is killed.
    """

    def __init__(self, patience_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if sys.platform != "win32":
            # A fork copies the page tables of the whole window, which waits meanwhile.
            self.setUnixProcessParameters(QProcess.UnixProcessFlag.UseVFork)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience_ms)
        self._patience.timeout.connect(self.kill)
        self.finished.connect(self._patience.stop)

    @property
    def is_running(self) -> bool:
        """True from the start until it is gone."""
        return self.state() is not QProcess.ProcessState.NotRunning

    def expect_end(self) -> None:
        """It was asked to end; from now on it has its patience's time."""
        if self.is_running:
            self._patience.start()

    def wait_or_kill(self, limit_ms: int) -> None:
        """Wait for the end, at most twice so long; the only method that waits."""
        if not self.waitForFinished(limit_ms):
            self.kill()
            self.waitForFinished(limit_ms)
