"""The sweep that this window carries out: it goes on when its dialog is closed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.paths import VIEWER, is_viewer
from desktop_cvae.gui.session import Session
from desktop_cvae.workers.sweep_process import SweepProcess


class Sweeping(QObject):
    """Starts and stops it, one at a time.

    Args:
        session: notices.
        parent: lives as long as the window.
        command: how the program is started; None for this very program.

    Signals:
        changed: it began, went on or ended.
    """

    changed = Signal()

    def __init__(
        self, session: Session, parent: QObject, command: Sequence[str] | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.file: Path | None = None
        self.is_stopping = False
        self.process = SweepProcess(command, self)
        self.process.progressed.connect(self.changed)
        self.process.finished.connect(self._on_finished)

    def start(self, file: Path) -> None:
        """Begin a file's sweep, or go on with it."""
        if is_viewer():
            self._session.raise_notice(VIEWER)
        elif not self.process.is_running:
            self.file = file
            self.process.start(file)
            self.changed.emit()

    def stop(self) -> None:
        """End it so that it can go on later."""
        if self.process.is_running:
            self.is_stopping = True
            self.process.stop()
            self.changed.emit()

    def shut_down(self) -> None:
        """End it with the window; nothing that was learned is lost."""
        self.process.shut_down()

    def _on_finished(self, sentence: str, details: str) -> None:
        self.file, self.is_stopping = None, False
        if sentence:
            self._session.raise_notice(sentence, details)
        self.changed.emit()
