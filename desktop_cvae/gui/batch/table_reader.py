"""Reading of many pictures into a table: find them, read the unread ones, stop, resume, archive.

Tested in tests/gui/batch/test_batch_dialog.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_cvae.bulk.batch_reader import Content, RecognitionRequest
from desktop_cvae.bulk.folder_watch import FolderWatch
from desktop_cvae.gui.batch import batch_jobs
from desktop_cvae.gui.batch.picture_table import PictureTable
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.work_dialog import sentence_of
from desktop_cvae.inference.form_file import Form
from desktop_cvae.inference.picture_records import PictureRecord
from desktop_cvae.workers.job_runner import JobRunner

LOOK_MS = 2000
"""Interval at which a watched folder is looked at, in milliseconds, as in ``watch``."""


class TableReader(QObject):
    """Fills a table.

    It has a worker thread and a model of its own, so that the pen's answers never wait for a large
    photograph; after a second other processes read on all cores.

    Args:
        table: filled with records.
        session: provides the model and the false rejection rate.
        source: opens that model anew.
        parent: owner of the worker; outlives the dialog, so that the last step can end.

    Signals:
        found(int): number of pictures found so far.
        begun: finding or reading has begun.
        progressed: records have been added.
        ended(str): everything is read, or reading was stopped, or a sentence says why it failed.
        archiving(Progress): pictures are being archived.
        archived(int): number of pictures that are in the archive now.
        archiving_failed(str): why no more pictures are archived.
    """

    found = Signal(int)
    begun = Signal()
    progressed = Signal()
    ended = Signal(str)
    archiving = Signal(object)
    archived = Signal(int)
    archiving_failed = Signal(str)

    def __init__(
        self, table: PictureTable, session: Session, source: ModelSource, parent: QObject
    ) -> None:
        super().__init__(table)
        self.runner = JobRunner(parent)
        self.is_busy = False
        self._table, self._session, self._source = table, session, source
        self._content = Content.AUTOMATIC
        self._form: Form | None = None
        self._watch: FolderWatch | None = None
        self.watched = ""
        """The folder of which every new picture is read; "" for none."""
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._look)
        session.model_changed.connect(self._read_again)

    @property
    def can_read(self) -> bool:
        """True if the session's model has labels."""
        return self._session.model is not None and self._session.model.has_labels

    @property
    def can_archive(self) -> bool:
        """True if records can be archived now; a form's cannot."""
        return self._form is None and "archive" not in self.runner.slots

    @property
    def request(self) -> RecognitionRequest:
        """Settings by which pictures are read now."""
        model = self._session.model
        return RecognitionRequest(
            str(model.entry.path) if model else "",
            content=self._content,
            false_rejection_rate=self._session.false_rejection_rate,
            form=self._form,
            with_thumbnails=True,
        )

    def add(self, sources: Sequence[str]) -> None:
        """Add pictures and those of folders, and read them."""
        self._begin()
        self.runner.submit(
            "find",
            partial(batch_jobs.find_names, tuple(sources)),
            self._on_found,
            self._on_failed,
            on_progress=lambda step: self.found.emit(step.done),
        )

    def watch(self, folder: str) -> None:
        """Read what is in a folder and in those in it, and what arrives, once it is whole.

        Raises:
            UsageError: there is no such folder.
        """
        self._watch, self.watched = FolderWatch(folder, recursive=True), folder
        self._looking.start()
        self._look()

    def stop_watching(self) -> None:
        """Read no more of what arrives; what is being read is read to its end."""
        self._looking.stop()
        self.runner.cancel("look")
        self._watch, self.watched = None, ""

    def read_as(self, content: Content) -> None:
        """Read everything again with another content; corrections stay."""
        self._content, self._form = content, None
        self._table.set_field_names(())
        self._read_again()

    def read_by(self, form: Form) -> None:
        """Read everything again by a form; corrections stay."""
        self._form = form
        self._table.set_field_names([field.name for field in form.fields])
        self._read_again()

    def resume(self) -> None:
        """Read the pictures that are not read yet."""
        names, read_before = [row.name for row in self._table.rows], self._table.read_count
        if not self.can_read or read_before == len(names):
            self._end()
            return
        self._begin()
        self.runner.submit(
            "read",
            partial(batch_jobs.read_pictures, self._source, self.request, names, read_before),
            lambda _: self._end(),
            self._on_failed,
            on_progress=self._on_read,
        )

    def archive(self) -> None:
        """Keep what is read, with its corrections, in the archive."""
        corrections = {row.name: row.correction for row in self._table.rows if row.record}
        if corrections and self.can_read:
            self.runner.submit(
                "archive",
                partial(batch_jobs.archive_pictures, self._source, self.request, corrections),
                self.archived.emit,
                lambda error: self.archiving_failed.emit(sentence_of(error)),
                on_progress=self.archiving.emit,
            )

    def stop(self) -> None:
        """Stop, and watch no folder; what is read stays."""
        self.stop_watching()
        self.runner.cancel("find")
        self.runner.cancel("read")
        self._end()

    def shut_down(self) -> None:
        """Stop for good."""
        self.stop_watching()
        self._session.model_changed.disconnect(self._read_again)
        self.runner.retire()

    def _look(self) -> None:
        # A look names each picture once, so none may be replaced before it has answered.
        if self._watch is not None and "look" not in self.runner.slots:
            job = partial(batch_jobs.look_for_names, self._watch)
            self.runner.submit("look", job, self._on_arrived, self._on_failed)

    def _on_arrived(self, names: tuple[str, ...]) -> None:
        self._table.add(names)
        # What arrives while others are read is read after the next look.
        if not self.is_busy and self._table.read_count < len(self._table.rows):
            self.resume()

    def _read_again(self) -> None:
        self.runner.cancel("read")
        self._table.forget_readings()
        self.resume()

    def _begin(self) -> None:
        self.is_busy = True
        self.begun.emit()

    def _end(self, problem: str = "") -> None:
        self.is_busy = False
        self.ended.emit(problem)

    def _on_found(self, names: tuple[str, ...]) -> None:
        self._table.add(names)
        self.resume()

    def _on_read(self, records: list[PictureRecord]) -> None:
        if records:
            self._table.add_records(records)
            self.progressed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end(sentence_of(error))
