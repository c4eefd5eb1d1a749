"""The web server in a process of its own: whatever visitors ask, the window stays smooth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.language import mark
from desktop_cvae.workers.processes import EventProcess

STOP_MS = 3_000
"""A server that has not ended so long after it was told to is killed."""
NO_REASON = mark("The web page could not be served; the log has more.")


class ServerProcess(EventProcess):
    """One ``desktop-cvae serve``; it ends with the window, however that ends.

    Signals:
        serving(str): visitors are answered; the link that opens the page, with its token.
        visited(int, int): visitors, and answers that they were given.

    Args:
        command: how to start the program; tests put a script here.
    """

    serving = Signal(str)
    visited = Signal(int, int)

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(STOP_MS, NO_REASON, command, parent)

    def start(self, options: Sequence[str]) -> None:
        """Serve the page; nothing if it is served already.

        Args:
            options: of ``desktop-cvae serve``.
        """
        if not self.is_running:
            self._start(["serve", *options])

    def _ask_to_end(self) -> None:
        # It serves as long as somebody holds its standard input.
        self._process.closeWriteChannel()
        self._process.terminate()

    def _take(self, kind: str, event: dict[str, Any]) -> None:
        if kind == "serving":
            self.serving.emit(str(event["token_url"] or event["url"]))
        elif kind == "visitors":
            self.visited.emit(int(event["count"]), int(event["answers"]))
