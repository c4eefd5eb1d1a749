"""Drives the reading of many pictures: finds them, reads what is unread, stops, goes on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.language import tr
from desktop_cvae.core.tasks import Progress
from desktop_cvae.gui.batch import reading
from desktop_cvae.gui.batch.picture_table import PictureTable
from desktop_cvae.gui.batch.reading import AUTOMATIC, How, PictureReading
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.work_dialog import sentence_of
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel


class BatchReader(QObject):
    """Fills a table.

    It has a worker and a model of its own: a large photograph is one step of a second, behind
    which the pen's answers must not wait.

    Args:
        table: is filled.
        session: whose model reads.
        source: opens that model anew.
        parent: of the worker; outlives the dialog, so that a step may end in peace.

    Signals:
        found(int): so many pictures so far.
        begun, progressed: reading.
        archiving(Progress), archived(int): so many pictures go, and went, into the archive.
        not_archived(str): why no more of them do.
        ended(str): all is read, or it was stopped, or a sentence says why not.
    """

    found = Signal(int)
    begun = Signal()
    progressed = Signal()
    ended = Signal(str)
    archiving = Signal(object)
    archived = Signal(int)
    not_archived = Signal(str)

    def __init__(
        self, table: PictureTable, session: Session, source: ModelSource, parent: QObject
    ) -> None:
        super().__init__(table)
        self.runner = JobRunner(parent)
        self.is_busy = False
        self._table, self._session, self._source = table, session, source
        self._how: How = AUTOMATIC
        self._model: OpenedModel | None = None
        session.model_changed.connect(self._on_model_changed)

    @property
    def can_read(self) -> bool:
        """True if the model in use names digits."""
        return self._session.model is not None and self._session.model.has_labels

    @property
    def is_archiving(self) -> bool:
        """True while what was read goes into the archive."""
        return "archive" in self.runner.slots

    def add(self, places: Sequence[str]) -> None:
        """Add pictures, and those of folders, and read them."""
        self._begin()
        self.runner.submit(
            "find",
            partial(reading.find_pictures, tuple(places)),
            self._on_found,
            self._on_not_found,
            on_progress=self._on_finding,
        )

    @property
    def is_by_form(self) -> bool:
        """True if pages are read by a form."""
        return not isinstance(self._how, str)

    def read_as(self, how: How) -> None:
        """Read everything in another of ``reading.HOWS``, or by a form; corrections stay."""
        self._how = how
        self.runner.cancel("read")
        self._table.forget_readings()
        self.go_on()

    def go_on(self) -> None:
        """Read what is not read yet."""
        model, unread = self._session.model, self._table.unread()
        if model is None or not model.has_labels or not unread:
            self._end()
            return
        self._model = model
        self._begin()
        path = str(model.entry.path)
        self.runner.submit(
            "read",
            partial(
                reading.read_pictures, self._source, path, unread, self._how, self._session.refuse
            ),
            self._on_all_read,
            self._on_broken_off,
            on_progress=self._on_read,
        )

    def archive(self) -> None:
        """Keep what is read, with its corrections, in the archive."""
        rows = [row for row in self._table.rows if row.reading is not None]
        pictures = tuple((row.name, row.correction) for row in rows)
        if self._model is not None and pictures and isinstance(self._how, str):
            path, refuse = str(self._model.entry.path), self._session.refuse
            task = partial(
                reading.archive_pictures, self._source, path, pictures, self._how, refuse
            )
            self.runner.submit(
                "archive",
                task,
                self.archived.emit,
                self._on_not_archived,
                on_progress=self.archiving.emit,
            )

    def stop(self) -> None:
        """Read no more; what is read stays."""
        self.runner.cancel("find")
        self.runner.cancel("read")
        self._end()

    def shut_down(self) -> None:
        """Nobody looks any more."""
        self._session.model_changed.disconnect(self._on_model_changed)
        self.runner.retire()

    def _begin(self) -> None:
        self.is_busy = True
        self.begun.emit()

    def _end(self, problem: str = "") -> None:
        self.is_busy = False
        self.ended.emit(problem)

    def _on_finding(self, step: Progress) -> None:
        self.found.emit(step.done)

    def _on_found(self, names: tuple[str, ...]) -> None:
        self._table.add(names)
        self.go_on()

    def _on_not_found(self, error: Exception) -> None:
        self._end(tr("These files cannot be looked through; the log has more."))

    def _on_read(self, read: tuple[int, PictureReading]) -> None:
        self._table.set_reading(*read)
        self.progressed.emit()

    def _on_not_archived(self, error: Exception) -> None:
        self.not_archived.emit(sentence_of(error))

    def _on_all_read(self, _: None) -> None:
        self._end()

    def _on_broken_off(self, error: Exception) -> None:
        """One picture never ends it all: it is passed over, and the others go on."""
        unread = self._table.unread()
        if isinstance(error, DesktopCvaeError):
            # Of a picture that would stand in its record: it is the model that is not there.
            self._end(error.sentence)
        elif unread and self._model is not None:
            number, name = unread[0]
            self._table.set_reading(number, reading.failed_reading(name, self._model.name))
            self.go_on()

    def _on_model_changed(self) -> None:
        self.read_as(self._how)
