"""Keeps what the window shows, so that it is there again after the next start, or a crash."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop_cvae.core.errors import ImageProblem, InputOutputError
from desktop_cvae.core.language import tr
from desktop_cvae.gui.jobs import read_recorded_picture
from desktop_cvae.gui.session import Picture, Session
from desktop_cvae.gui.widgets.drawing_canvas import DrawingCanvas
from desktop_cvae.gui.window_state import WindowSnapshot, WindowState
from desktop_cvae.library.kept_canvas import CanvasSlot, KeptCanvas, take_slot
from desktop_cvae.workers.job_runner import JobRunner

PAUSE_MS = 300
"""After a stroke: several that follow each other quickly are written once."""
PICTURE_PAUSE_MS = 1500
"""With a picture, which may be megabytes."""
_log = logging.getLogger(__name__)
Found = tuple[CanvasSlot | None, KeptCanvas | None, Picture | None]


class CanvasKeeper(QObject):
    """Writes on a thread of its own: no answer waits for the disk.

    Args:
        state: what the window shows.
        session: is watched.
        canvas: is watched.
        restores: False if something else is to be shown at the start.
        parent: of this object.
    """

    def __init__(
        self,
        state: WindowState,
        session: Session,
        canvas: DrawingCanvas,
        *,
        restores: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state, self._session, self._canvas = state, session, canvas
        self._slot: CanvasSlot | None = None
        self._has_told = False
        self._runner = JobRunner(self)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._keep)
        find = partial(_find, restores=restores)
        self._runner.submit("find", find, self._on_found, self._on_failed)

    def close(self) -> None:
        """Keep what is shown at the end; for the last time, and at once."""
        self._pause.stop()
        self._runner.stop()
        if self._slot is None:
            return
        try:
            self._slot.keep(self._state.own.record(), is_ended=True)
        except InputOutputError as error:
            _log.warning("The drawing was not kept: %s", error)
        self._slot.release()
        self._slot = None

    def _on_found(self, found: Found) -> None:
        self._slot, kept, picture = found
        if self._slot is None:
            _log.info("So many windows are open that this one's drawing is not kept.")
            return
        if kept is not None and self._canvas.drawing.snapshot().is_empty:
            self._state.show(kept.window, picture)
            # Never in place of what the user must know.
            if not kept.is_ended and not self._state.is_telling:
                sentence = tr("The program ended unexpectedly last time; your drawing is back.")
                self._session.raise_notice(sentence, is_warning=False)
        self._canvas.image_drawn.connect(self._wait)
        self._canvas.history_changed.connect(self._wait)
        self._session.noise_changed.connect(self._wait)
        self._session.label_changed.connect(self._wait)
        self._session.panel_changed.connect(self._wait)
        self._wait()

    def _wait(self) -> None:
        if not self._pause.isActive():
            has_picture = self._canvas.drawing.picture is not None
            self._pause.start(PICTURE_PAUSE_MS if has_picture else PAUSE_MS)

    def _keep(self) -> None:
        if self._canvas.is_drawing:
            # Nothing beside the pen that could make it wait.
            self._wait()
        elif self._slot is not None:
            job = partial(_keep, self._slot, self._state.own)
            self._runner.submit("keep", job, _ignore, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        """Said once: what is drawn can be read and explained all the same."""
        _log.warning("The drawing is not kept: %s", error)
        if not self._has_told:
            self._has_told = True
            sentence = tr("The drawing cannot be kept for the next start; all else goes on.")
            self._session.raise_notice(sentence, str(error), is_warning=False)


def _find(*, restores: bool) -> Found:
    slot = take_slot(wants_kept=restores)
    kept = slot.read() if slot is not None and restores else None
    if kept is None:
        return slot, None, None
    try:
        return slot, kept, read_recorded_picture(kept.window.drawing)
    except ImageProblem as error:
        _log.warning("The kept drawing's picture cannot be read: %s", error)
        return slot, None, None


def _keep(slot: CanvasSlot, snapshot: WindowSnapshot) -> None:
    slot.keep(snapshot.record(), is_ended=False)


def _ignore(_: object) -> None:
    """It is kept; nobody need know."""
