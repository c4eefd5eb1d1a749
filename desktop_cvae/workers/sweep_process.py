"""A sweep in a process of its own: started, told to stop, and why it ended."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.language import mark
from desktop_cvae.workers.processes import EventProcess

STOP_MS = 90_000
"""Every training keeps a checkpoint first; one that is saving its model takes a while."""
NO_REASON = mark("The sweep could not be carried out; the log has more.")
INTERRUPTED = 130


class SweepProcess(EventProcess):
    """One ``desktop-cvae sweep FILE``; what it says is on disk.

    Signals:
        progressed: a training is further, or done; the state on disk says which.

    Args:
        command: how to start the program; tests put a script here.
    """

    progressed = Signal()

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(STOP_MS, NO_REASON, command, parent)

    def start(self, file: Path) -> None:
        """Begin a file's sweep, or go on with it; nothing if one is under way."""
        if not self.is_running:
            self._start(["sweep", str(file)])

    def _ask_to_end(self) -> None:
        # Every training keeps a checkpoint first; without us its trainings end by themselves.
        self._process.write(b"suspend\n")

    def _take(self, kind: str, event: dict[str, Any]) -> None:
        """Nothing: the table reads the state on disk."""

    def _on_output(self) -> None:
        super()._on_output()
        self.progressed.emit()

    def _went_well(self, code: int) -> bool:
        # 1: some trainings failed, which the table says of each.
        return code in (0, 1, INTERRUPTED)
