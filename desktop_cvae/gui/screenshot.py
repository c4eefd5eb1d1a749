"""Saves a picture of the window after its first answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImageWriter

from desktop_cvae.core.language import tr
from desktop_cvae.gui.main_window import MainWindow
from desktop_cvae.gui.session import Notice, Session

PATIENCE_MS = 60_000
GRACE_MS = 2_000


class Screenshot(QObject):
    """Waits for model, answer and the visible panel, then saves a PNG.

    Args:
        window: what is saved.
        session: is listened to.
        path: of the PNG.
        needs_answer: True if a picture was given.

    Signals:
        ended(str): why it could not be done, or an empty text.
    """

    ended = Signal(str)

    def __init__(
        self, window: MainWindow, session: Session, path: Path, *, needs_answer: bool
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._path = window, session, path
        self._needs_answer, self._is_taken = needs_answer, False
        self._problem = tr("The window did not answer in time, so there is no screenshot.")
        self._is_working = True
        session.working_changed.connect(self._on_working_changed)
        for change in (
            session.model_changed,
            session.reply_changed,
            session.samples_changed,
            session.latent_map_changed,
            session.panel_changed,
        ):
            change.connect(self._look)
        session.notice_raised.connect(self._on_notice_raised)
        QTimer.singleShot(PATIENCE_MS, self, self._give_up)

    def _look(self) -> None:
        session = self._session
        answered = session.reply is not None or not self._needs_answer
        is_ready = session.model is not None and answered and self._window.results.is_complete
        if is_ready and not self._is_working and not self._is_taken:
            self._is_taken = True
            # After the events that are on their way, so that all of it is painted.
            QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._take))

    def _on_working_changed(self, is_working: bool) -> None:
        self._is_working = is_working
        self._look()

    def _on_notice_raised(self, notice: Notice) -> None:
        if notice.is_warning:
            self._problem = notice.sentence
            if self._session.model is None or self._needs_answer:
                # Not at once: a fallback may be on its way.
                QTimer.singleShot(GRACE_MS, self, self._give_up)

    def _take(self) -> None:
        writer = QImageWriter(str(self._path), b"png")
        if writer.write(self._window.grab().toImage()):
            self.ended.emit("")
        else:
            reason = writer.errorString()
            self.ended.emit(
                tr(
                    "The screenshot “{path}” could not be written: {reason}.",
                    path=self._path,
                    reason=reason,
                )
            )

    def _give_up(self) -> None:
        if not self._is_taken:
            self._is_taken = True
            self.ended.emit(self._problem)
