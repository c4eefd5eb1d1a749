"""The web page that this window shares: where it stands, who may see it, and its server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.gui.session import Session
from desktop_cvae.workers.server_process import ServerProcess

STARTING, SERVING = "starting", "serving"
DEFAULT_PORT = 8470
EVERYWHERE = "0.0.0.0"  # noqa: S104  (only where the user says so, and behind a token)


@dataclass(frozen=True)
class SharingWish:
    """Who may see the page.

    Attributes:
        is_open: other devices of the network too, with the link's token; else this computer.
        port: of the server.
        shows_archive: what was read before may be seen and searched.
    """

    is_open: bool = False
    port: int = DEFAULT_PORT
    shows_archive: bool = True

    def options(self, model: str) -> list[str]:
        """Those of ``desktop-cvae serve``."""
        archive = "--with-archive" if self.shows_archive else "--no-archive"
        host = ["--host", EVERYWHERE] if self.is_open else []
        return [*host, "--port", str(self.port), "--model", model, archive]


@dataclass(frozen=True)
class SharingStatus:
    """Where it stands.

    Attributes:
        phase: "", ``STARTING`` or ``SERVING``.
        link: opens the page.
        is_open: other devices can open it.
        visitors: that came so far.
        answers: that they were given.
        problem: why it ended.
    """

    phase: str = ""
    link: str = ""
    is_open: bool = False
    visitors: int = 0
    answers: int = 0
    problem: str = ""


class Sharing(QObject):
    """Starts and stops the server; it serves on when the dialog is closed, until the window is.

    Args:
        session: the model in use, notices.
        command: how the program is started; None for this very program.

    Signals:
        changed: the status is another.
    """

    changed = Signal()

    def __init__(
        self, session: Session, parent: QObject, command: Sequence[str] | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.status = SharingStatus()
        self.process = ServerProcess(command, self)
        self.process.serving.connect(self._on_serving)
        self.process.visited.connect(self._on_visited)
        self.process.finished.connect(self._on_finished)

    @property
    def words(self) -> str:
        """“Shared · 2 visitors”, or "" while it is not."""
        if self.status.phase != SERVING:
            return ""
        visitors = tr_n("{n} visitor", "{n} visitors", self.status.visitors)
        return tr("Shared · {visitors}", visitors=visitors)

    def start(self, wish: SharingWish) -> None:
        """Serve the page with the model in use."""
        model = self._session.model
        if model is None or self.process.is_running:
            return
        self._tell(SharingStatus(STARTING, is_open=wish.is_open))
        self.process.start(wish.options(str(model.entry.path)))

    def stop(self) -> None:
        """Serve no longer."""
        self.process.stop()

    def shut_down(self) -> None:
        """End the server, without a question."""
        self.process.shut_down()

    def _tell(self, status: SharingStatus) -> None:
        self.status = status
        self.changed.emit()

    def _on_serving(self, link: str) -> None:
        self._tell(replace(self.status, phase=SERVING, link=link))

    def _on_visited(self, visitors: int, answers: int) -> None:
        self._tell(replace(self.status, visitors=visitors, answers=answers))

    def _on_finished(self, sentence: str, details: str) -> None:
        self._tell(SharingStatus(problem=sentence))
        if sentence:
            self._session.raise_notice(sentence, details)
