"""The web page that this window shares: the command ``serve`` and its dialog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from desktop_cvae.core.command_events import Event, Serving, VisitorsCounted
from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.gui.background_command import BackgroundCommand
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.sharing.sharing_status import (
    SERVING,
    STARTING,
    SharingRequest,
    SharingStatus,
)
from desktop_cvae.workers.command_process import SERVER

if TYPE_CHECKING:
    from desktop_cvae.gui.sharing.sharing_dialog import SharingDialog


class SharingCommand(BackgroundCommand):
    """Starts and stops the server; it goes on when the dialog is closed, until the window is.

    Args:
        window: the dialog's parent.
        session: the model in use, notices.
        program: how the program is started; None for this very program.
    """

    def __init__(
        self, window: QWidget, session: Session, program: Sequence[str] | None = None
    ) -> None:
        super().__init__(window, session, SERVER, program)
        self.status = SharingStatus()

    @property
    def dialog(self) -> SharingDialog:
        return cast("SharingDialog", super().dialog)

    @property
    def status_text(self) -> str:
        """Text of the status line: “Shared · 2 visitors”, or ""."""
        if self.status.phase != SERVING:
            return ""
        visitors = tr_n("{n} visitor", "{n} visitors", self.status.visitors)
        return tr("Shared · {visitors}", visitors=visitors)

    def build_dialog(self) -> SharingDialog:
        """Return a new dialog that asks who may open the page, or shows its link."""
        from desktop_cvae.gui.sharing.sharing_dialog import SharingDialog

        dialog = SharingDialog(self._window, self._session)
        dialog.share_requested.connect(self.start)
        # Without a lambda, the process would get the button's "checked" as its line.
        dialog.stop.clicked.connect(lambda: self.process.stop())
        dialog.show_status(self.status)
        return dialog

    def start(self, request: SharingRequest) -> None:
        model = self._session.model
        if model is not None and not self.process.is_running:
            self._set_status(SharingStatus(STARTING, is_open=request.is_open))
            self.process.start(request.arguments(str(model.entry.path)))

    def on_event(self, event: Event) -> None:
        """Take the link and the counts of visitors into the status."""
        if isinstance(event, Serving):
            link = event.token_url or event.url
            self._set_status(replace(self.status, phase=SERVING, link=link))
        elif isinstance(event, VisitorsCounted):
            now = replace(self.status, visitors=event.count, answers=event.answers)
            self._set_status(now)

    def on_finished(self, sentence: str, details: str) -> None:
        """Go back to the question who may open the page."""
        self._set_status(SharingStatus(problem=sentence))

    def _set_status(self, status: SharingStatus) -> None:
        self.status = status
        if self._dialog is not None:
            self.dialog.show_status(status)
        self.changed.emit()
