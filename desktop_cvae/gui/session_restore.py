"""Session restore: saves what the window shows and shows it again after a restart or a crash.

``SessionRestorer`` reads and shows the window's state, for the next start and for lessons;
``SessionSaver`` writes it to disk after every change. The files: ``library/session_record.py``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.errors import ImageProblem, InputOutputError
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.gui.drawing import EXAMPLE, Snapshot
from desktop_cvae.gui.jobs import read_recorded_picture
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.several_digits import SeveralDigits
from desktop_cvae.gui.widgets.drawing_canvas import DrawingCanvas
from desktop_cvae.gui.widgets.notice_bar import NoticeBar
from desktop_cvae.gui.widgets.result_tabs import ResultTabs
from desktop_cvae.library.session_record import (
    MAX_SEED,
    SavedSession,
    SessionRecord,
    SessionSlot,
    take_slot,
)
from desktop_cvae.workers.job_runner import JobRunner

PAUSE_MS = 300
"""Delay before a change is saved; strokes in quick succession are saved once."""
PICTURE_PAUSE_MS = 1500
"""The same when the canvas holds a picture, whose file may take megabytes."""
_log = logging.getLogger(__name__)
Found = tuple[SessionSlot | None, SavedSession | None, Picture | None]


@dataclass(frozen=True, eq=False)
class SessionSnapshot:
    """The state of a window, captured at next to no cost; any thread can turn it into a record.

    Attributes:
        drawing: the drawing on the canvas.
        noise, label, looked_at, panel, topic, reads_number: as in :class:`SessionRecord`.
    """

    drawing: Snapshot
    noise: NoiseSetting
    label: str
    looked_at: str
    panel: str
    topic: str
    reads_number: bool

    def record(self) -> SessionRecord:
        """Return the record that is saved; encoding a large picture takes a moment."""
        return SessionRecord(
            self.drawing.record(),
            self.noise,
            self.label,
            self.looked_at,
            self.panel,
            self.topic,
            self.reads_number,
        )


@dataclass(frozen=True, eq=False)
class StashedSession:
    """The user's own session while a lesson is shown in its place.

    Attributes:
        snapshot: what the window showed.
        model, engine: what was in use; "" if none was.
        shows_example: True if the canvas showed the example.
    """

    snapshot: SessionSnapshot
    model: str = ""
    engine: str = ""
    shows_example: bool = False


class SessionRestorer(QObject):
    """Captures what the window shows, and shows what was captured.

    Args:
        parent: the window.
        session: the session state.
        canvas: holds the drawing.
        results: the result panels.
        several: the mode that reads numbers.
        open_topic: returns the topic of the open explanation card; "" without one.

    Attributes:
        canvas, several: as given.
        stashed: the user's own session, while a lesson is played.
    """

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        canvas: DrawingCanvas,
        results: ResultTabs,
        several: SeveralDigits,
        open_topic: Callable[[], str],
    ) -> None:
        super().__init__(parent)
        self._session, self._results, self._open_topic = session, results, open_topic
        self.canvas, self.several = canvas, several
        self._pending: SessionRecord | SessionSnapshot | None = None
        self.stashed: StashedSession | None = None
        session.model_changed.connect(self._choose_labels)

    def snapshot(self) -> SessionSnapshot:
        session, noise = self._session, self._session.noise
        return SessionSnapshot(
            self.canvas.drawing.snapshot(),
            NoiseSetting(noise.kind, noise.level, noise.seed % (MAX_SEED + 1)),
            self._name_of(session.label),
            self._name_of(session.looked_at),
            self._results.panel,
            self._open_topic(),
            self.several.is_active,
        )

    @property
    def own(self) -> SessionSnapshot:
        return self.stashed.snapshot if self.stashed else self.snapshot()

    @property
    def own_model(self) -> tuple[str, str]:
        """Name and engine of the user's own model; "" if there is none."""
        if self.stashed is not None:
            return self.stashed.model, self.stashed.engine
        model = self._session.model
        return (model.entry.name, model.engine.name) if model else ("", "")

    def stash(self) -> None:
        """Put the user's session aside for :meth:`unstash`; keep one that already is."""
        if self.stashed is None:
            shows_example = self.canvas.shows_example
            self.stashed = StashedSession(self.snapshot(), *self.own_model, shows_example)

    def unstash(self) -> StashedSession | None:
        """Show the stashed session again, except for its model."""
        stashed, self.stashed = self.stashed, None
        if stashed is not None:
            self.show(stashed.snapshot, stashed.snapshot.drawing.picture)
            if stashed.shows_example:
                self.canvas.show_example(EXAMPLE)
        return stashed

    def show(self, record: SessionRecord | SessionSnapshot, picture: Picture | None) -> None:
        """Show a recorded session; one undo takes drawing, noise and label back.

        Args:
            record: the session.
            picture: the picture of its drawing, decoded; None for blank paper.
        """
        session = self._session
        self.several.leave()
        session.look_at(None)
        with self.canvas.in_one_step(tr("opening")):
            session.set_label(None)
            session.reopen(record.drawing, picture)
            session.put_noise(record.noise)
            # Labels belong to a model, which may still be loading at the start.
            self._pending = record
            self._choose_labels()
        if self._results.panel != record.panel:
            self._results.show_panel(record.panel)

    def _choose_labels(self) -> None:
        record, names = self._pending, self._session.label_names
        if record is None or self._session.model is None:
            return
        self._pending = None
        if record.label in names:
            self._session.set_label(names.index(record.label))
        if record.looked_at in names:
            self._session.look_at(names.index(record.looked_at))
        if record.reads_number and names:
            self.several.enter()

    def _name_of(self, label: int | None) -> str:
        # The digits of a number are examined one by one, each under its own label.
        if label is None or self.several.is_active:
            return ""
        return self._session.label_names[label]


class SessionSaver(QObject):
    """Restores the last session at the start, then saves the window after every change.

    It writes on a thread of its own, so that no answer waits for the disk.

    Args:
        restorer: captures and shows the session.
        session: is watched.
        notices: where the user is told of a crash, unless another notice is shown.
        restores: False if something else is to be shown at the start.
        parent: of this object.

    Signals:
        nothing_restored: the window starts with an empty canvas.
        started: the window shows what it starts with.
    """

    nothing_restored = Signal()
    started = Signal()

    def __init__(
        self,
        restorer: SessionRestorer,
        session: Session,
        notices: NoticeBar,
        *,
        restores: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._restorer, self._session, self._notices = restorer, session, notices
        self._canvas = restorer.canvas
        self._slot: SessionSlot | None = None
        self._restores, self._has_warned = restores, False
        self._runner = JobRunner(self)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._save)
        find = partial(_find, restores=restores)
        self._runner.submit("find", find, self._on_found, self._on_failed)

    def close(self) -> None:
        self._pause.stop()
        self._runner.stop()
        if self._slot is None:
            return
        try:
            self._slot.save(self._restorer.own.record(), is_ended=True)
        except InputOutputError as error:
            _log.warning("The session was not saved: %s", error)
        self._slot.release()
        self._slot = None

    def _on_found(self, found: Found) -> None:
        self._slot, saved, picture = found
        if saved is None and self._restores:
            self.nothing_restored.emit()
        self._show_saved(saved, picture)
        self.started.emit()
        if self._slot is None:
            _log.info("Too many windows are open; this window's session is not saved.")
            return
        session = self._session
        for changed in (
            self._canvas.image_drawn,
            self._canvas.history_changed,
            session.noise_changed,
            session.label_changed,
            session.panel_changed,
        ):
            changed.connect(self._save_soon)
        self._save_soon()

    def _show_saved(self, saved: SavedSession | None, picture: Picture | None) -> None:
        if saved is not None and self._canvas.drawing.snapshot().is_empty:
            self._restorer.show(saved.window, picture)
            # A notice that is already shown is more important.
            if not saved.is_ended and self._notices.isHidden():
                sentence = tr("The program ended unexpectedly last time; your drawing is back.")
                self._session.raise_notice(sentence, is_warning=False)

    def _save_soon(self) -> None:
        # Not started anew by each change: a drawing without a pause is saved, too.
        if not self._pause.isActive():
            has_picture = self._canvas.drawing.picture is not None
            self._pause.start(PICTURE_PAUSE_MS if has_picture else PAUSE_MS)

    def _save(self) -> None:
        if self._canvas.is_drawing:
            # Encoding would compete with the pen for the interpreter.
            self._save_soon()
        elif self._slot is not None:
            job = partial(_save, self._slot, self._restorer.own)
            self._runner.submit("save", job, lambda _: None, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        """Warn once: drawing and reading still work."""
        _log.warning("The session is not saved: %s", error)
        if not self._has_warned:
            self._has_warned = True
            sentence = tr(
                "Your drawing cannot be saved for the next start. Everything else still works."
            )
            self._session.raise_notice(sentence, str(error), is_warning=False)


def _find(*, restores: bool) -> Found:
    slot = take_slot(prefers_saved=restores)
    saved = slot.read() if slot is not None and restores else None
    if saved is None:
        return slot, None, None
    try:
        return slot, saved, read_recorded_picture(saved.window.drawing)
    except ImageProblem as error:
        _log.warning("The saved session's picture cannot be read: %s", error)
        return slot, None, None


def _save(slot: SessionSlot, snapshot: SessionSnapshot) -> None:
    slot.save(snapshot.record(), is_ended=False)
