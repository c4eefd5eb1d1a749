"""One serial worker thread for everything that would make the window wait."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from desktop_cvae.core.errors import DesktopCvaeError

SWITCH_S = 0.0003
"""After so long the worker's Python lets the window's go on. At Python's 5 ms every call of Qt
that lets go of the interpreter, and a repaint has dozens, may wait as long for it: the 99th
percentile of the event loop's gaps beside a measuring scorecard was 9.0 ms, and is 6.4 ms."""
T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class _Job:
    slot: str
    function: Callable[[], Any]
    on_done: Callable[[Any], object]
    on_error: Callable[[Exception], None]
    can_wait: bool


class _WorkerThread(QThread):
    """Takes functions from a queue, one after the other, until it takes None."""

    def __init__(
        self,
        inbox: SimpleQueue[Callable[[], Any] | None],
        deliver: Callable[[object, Exception | None], None],
    ) -> None:
        super().__init__()
        self.setObjectName("desktop_cvae worker")
        self._inbox = inbox
        self._deliver = deliver

    def run(self) -> None:
        """Runs on the worker thread."""
        while (function := self._inbox.get()) is not None:
            try:
                result = function()
            except DesktopCvaeError as error:
                _log.info("A job was refused: %s", error)
                self._deliver(None, error)
            except Exception as error:  # noqa: BLE001 (one of the three broad catches)
                _log.error("A job failed.", exc_info=error)
                self._deliver(None, error)
            else:
                self._deliver(result, None)
            # Let go of what the job held before waiting, perhaps long, for the next.
            function = result = None


class JobRunner(QObject):
    """Runs jobs one after the other on one thread; lives in the GUI thread.

    Every job has a slot. A job that waits is replaced by a newer one of its slot,
    so that a storm of requests costs one answer. A running job's result is still
    delivered when a newer one waits (a slow machine shows progress during a long
    stroke) unless :meth:`cancel` said that nobody wants it. Jobs start in the
    order in which their slots began to wait, so the last request always wins.
    Jobs that can wait start when nothing else does: also not what the callback of
    the job before them asks for.

    The runner stays in the GUI thread and the worker only emits: in PySide6, slots
    of a QObject moved to another thread would run there.

    Signals:
        busy_changed(bool): the first job starts; the last one has ended.
    """

    busy_changed = Signal(bool)
    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[str, _Job] = {}
        self._running: _Job | None = None
        self._is_wanted = False
        self._is_told_busy = False
        self._is_stopped = False
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._inbox: SimpleQueue[Callable[[], Any] | None] = SimpleQueue()
        self._usual_switch_s = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_S)
        self._thread = _WorkerThread(self._inbox, self._finished.emit)
        self._thread.start()

    @property
    def is_busy(self) -> bool:
        """True while a job runs or waits."""
        return self._running is not None or bool(self._waiting)

    def submit(
        self,
        slot: str,
        function: Callable[[], T],
        on_done: Callable[[T], object],
        on_error: Callable[[Exception], None],
        *,
        can_wait: bool = False,
    ) -> None:
        """Run ``function`` on the worker thread, then one callback in the GUI thread.

        Args:
            slot: jobs of the same slot replace each other while they wait.
            function: must touch neither widgets nor the session.
            on_done: gets what the function returned.
            on_error: gets what it raised; it is in the log already.
            can_wait: nobody looks for its result at this moment.
        """
        if self._is_stopped:
            return
        self._waiting[slot] = _Job(slot, function, on_done, on_error, can_wait)
        if self._running is None:
            self._start_next()
            self._tell_busy()

    def cancel(self, slot: str) -> None:
        """Forget the slot's waiting job, and drop the result of its running one."""
        self._waiting.pop(slot, None)
        if self._running is not None and self._running.slot == slot:
            self._is_wanted = False

    def stop(self) -> None:
        """Drop all jobs and wait for the running one to end; may be called twice."""
        if self._is_stopped:
            return
        self._is_stopped = True
        self._waiting.clear()
        self._running = None
        self._inbox.put(None)
        self._thread.wait()
        sys.setswitchinterval(self._usual_switch_s)

    def _start_next(self) -> None:
        pressing = (slot for slot, job in self._waiting.items() if not job.can_wait)
        self._running = self._waiting.pop(next(pressing, None) or next(iter(self._waiting)))
        self._is_wanted = True
        self._inbox.put(self._running.function)

    def _tell_busy(self) -> None:
        if self.is_busy != self._is_told_busy:
            self._is_told_busy = self.is_busy
            self.busy_changed.emit(self.is_busy)

    @Slot(object, object)
    def _on_finished(self, result: object, error: Exception | None) -> None:
        job, wanted = self._running, self._is_wanted
        if job is None:  # stopped while the result was on its way
            return
        self._running = None
        if not all(waiting.can_wait for waiting in self._waiting.values()):
            self._start_next()
        try:
            if wanted and error is not None:
                job.on_error(error)
            elif wanted:
                job.on_done(result)
        finally:
            if self._running is None and self._waiting:
                self._start_next()
            self._tell_busy()
