"""The data dialog's own worker: the pen's answers never wait behind a large file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.results import Samples
from desktop_cvae.datasets.stored import remove_stored
from desktop_cvae.gui.data import data_jobs
from desktop_cvae.gui.data.data_jobs import DataRow, MakeWish, Preview
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.workers.job_runner import JobRunner

OnError = Callable[[Exception], None]
SLOTS = ("list", "look", "read", "store", "remove", "first digits", "make")


class MakingCancelled(DesktopCvaeError):
    """Leaves the writing of digits from within."""

    def __init__(self) -> None:
        super().__init__("Cancelled; nothing was kept.")


class DataWorker(QObject):
    """What the dialog asks for, done on one thread of its own.

    Signals:
        progressed(int, int): digits written, and digits wished.

    Attributes:
        has_ended: the thread is gone.

    Args:
        source: opens the models that write digits.
        parent: outlives the dialog, so that a job may end in peace after it was closed.
    """

    progressed = Signal(int, int)

    def __init__(self, source: ModelSource, parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._runner = JobRunner(self)
        self._stop_making = Event()
        self.has_ended = False
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.shut_down)

    @property
    def is_busy(self) -> bool:
        """True while a job runs or waits."""
        return self._runner.is_busy

    def list_rows(self, on_done: Callable[[list[DataRow]], None], on_error: OnError) -> None:
        """All data sets."""
        self._runner.submit("list", data_jobs.list_rows, on_done, on_error)

    def look_at(self, name: str, on_done: Callable[[Preview], None], on_error: OnError) -> None:
        """One data set's preview; an older wish is dropped."""
        self._runner.cancel("look")
        self._runner.submit("look", partial(data_jobs.look_at, name), on_done, on_error)

    def read(
        self, path: Path, on_done: Callable[[data_jobs.Candidate], None], on_error: OnError
    ) -> None:
        """What a file or folder holds; an older wish is dropped."""
        self._runner.cancel("read")
        self._runner.submit("read", partial(data_jobs.read_candidate, path), on_done, on_error)

    def forget_reading(self) -> None:
        """Nobody waits for what is being read."""
        self._runner.cancel("read")

    def store(
        self, job: Callable[[], str], on_done: Callable[[str], None], on_error: OnError
    ) -> None:
        """Keep what was read."""
        self._runner.submit("store", job, on_done, on_error)

    def remove(self, name: str, on_done: Callable[[None], None], on_error: OnError) -> None:
        """Delete a stored data set."""
        self._runner.submit("remove", partial(remove_stored, name), on_done, on_error)

    def write_first(
        self,
        wish: MakeWish,
        on_done: Callable[[tuple[Samples, tuple[str, ...]]], None],
        on_error: OnError,
    ) -> None:
        """Some digits to look at; an older wish is dropped."""
        self._runner.cancel("first digits")
        job = partial(data_jobs.write_digits, self._source, wish)
        self._runner.submit("first digits", job, on_done, on_error)

    def make(self, wish: MakeWish, on_done: Callable[[str], None], on_error: OnError) -> None:
        """A data set that a model writes; ``on_error`` gets :class:`MakingCancelled`, too."""
        self._stop_making.clear()
        job = partial(data_jobs.make_dataset, self._source, wish, self._tell)
        self._runner.submit("make", job, on_done, on_error)

    def cancel_making(self) -> None:
        """End the writing at the next chunk; nothing is kept."""
        self._stop_making.set()

    def let_go(self) -> None:
        """The dialog is closed: drop all jobs, and end the thread when the running one has."""
        self.cancel_making()
        for slot in SLOTS:
            self._runner.cancel(slot)
        if self._runner.is_busy:
            self._runner.busy_changed.connect(self._leave)
        else:
            self._leave()

    def shut_down(self) -> None:
        """End the thread now; waits for the running job. May be called twice."""
        self.cancel_making()
        self._runner.stop()
        self.has_ended = True

    def _leave(self) -> None:
        self.shut_down()
        self.deleteLater()

    def _tell(self, done: int, total: int) -> None:
        """Runs on the worker thread."""
        if self._stop_making.is_set():
            raise MakingCancelled
        self.progressed.emit(done, total)
