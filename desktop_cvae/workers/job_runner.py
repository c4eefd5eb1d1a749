"""One worker thread on which tasks take turns: all work that would make the window wait."""

from __future__ import annotations

import logging
import math
import sys
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from functools import partial
from queue import SimpleQueue
from typing import Any, ClassVar, TypeVar, overload

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot
from shiboken6 import isValid

from desktop_cvae.core.deadlines import deadline
from desktop_cvae.core.errors import DesktopCvaeError

SWITCH_S = 0.0003
"""Interval after which the worker thread yields the interpreter to the GUI thread. With Python's
default of 5 ms, each call of Qt that releases the interpreter (a repaint makes dozens) may wait
that long to get it back: the 99th percentile of the event loop's gaps during a scorecard was
9.0 ms; with this value it is 6.4 ms."""
T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class _Yielded:
    value: object


@dataclass(frozen=True, eq=False)
class _Returned:
    value: object


@dataclass(frozen=True, eq=False)
class _Raised:
    error: Exception


@dataclass(eq=False)
class _Steps:
    """A task on its way; all that the worker thread holds of a job.

    The callbacks stay in the GUI thread: they may hold the last reference to a dialog or a
    controller, and a QObject that dies in another thread takes the program with it.
    """

    task: Callable[[], Any]
    generator: Generator[Any, None, Any] | None = None
    cancelled: threading.Event = field(default_factory=threading.Event)

    def step(self, deliver: Callable[[_Yielded | _Returned | _Raised], None]) -> None:
        """Run to the next ``yield``, or to the next ``check_deadline`` once it is cancelled.

        On the worker thread.
        """
        try:
            with deadline(math.inf, self.cancelled):
                outcome = self._next()
            deliver(outcome)
        except StopIteration as ended:
            deliver(_Returned(ended.value))
        except DesktopCvaeError as error:
            _log.info("A job was refused: %s", error)
            deliver(_Raised(error))
        except Exception as error:  # noqa: BLE001 (one of the three broad catches)
            _log.error("A job failed.", exc_info=error)
            deliver(_Raised(error))

    def _next(self) -> _Yielded | _Returned:
        if self.generator is None:
            made = self.task()
            if not isinstance(made, Generator):
                return _Returned(made)
            self.generator = made
        return _Yielded(next(self.generator))

    def close(self) -> None:
        """Run the ``finally`` blocks that the task stands in; on the worker thread."""
        try:
            if self.generator is not None:
                self.generator.close()
        except Exception as error:  # noqa: BLE001 (the receiver is gone; only the log is left)
            _log.error("A cancelled job failed.", exc_info=error)


@dataclass(eq=False)
class _Job:
    slot: str
    steps: _Steps
    on_done: Callable[[Any], object]
    on_error: Callable[[Exception], object]
    on_progress: Callable[[Any], object] | None
    can_wait: bool
    status: str = ""
    steps_taken: int = 0
    is_wanted: bool = True
    is_replaced: bool = False

    @property
    def has_receiver(self) -> bool:
        """False if a callback belongs to a deleted widget."""
        return all(map(_is_alive, (self.on_done, self.on_error, self.on_progress)))


def _is_alive(callback: Callable[..., object] | None) -> bool:
    """Return False for a method, or a partial of one, of a QObject that Qt has deleted."""
    while isinstance(callback, partial):
        callback = callback.func
    receiver = getattr(callback, "__self__", None)
    return not isinstance(receiver, QObject) or isValid(receiver)


class _WorkerThread(QThread):
    """Calls functions from a queue, one after the other, until it gets None.

    It lives until it has ended, also when its runner is gone: Qt aborts the program when a
    running thread is destroyed.

    Signals:
        stepped(_Yielded | _Returned | _Raised): the outcome of a step.
    """

    stepped = Signal(object)
    running: ClassVar[set[_WorkerThread]] = set()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("desktop_cvae worker")
        self.inbox: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self.running.add(self)
        self.finished.connect(self._on_finished)

    def run(self) -> None:
        """Call the functions; on the worker thread."""
        while (function := self.inbox.get()) is not None:
            function()
            # Release the job's objects before a wait that may be long.
            function = None

    @Slot()
    def _on_finished(self) -> None:
        self.running.discard(self)


class JobRunner(QObject):
    """Lets tasks take turns on one thread; lives in the GUI thread.

    A task is a function, which runs in one step, or a function that returns a generator, which
    runs one step from each ``yield`` to the next. Every task has a slot. A newer task replaces
    the waiting task of its slot, so that many requests in a row cost one answer. A function that
    is already running still delivers its result (a slow machine shows progress during a long
    stroke) unless :meth:`cancel` was called; a running generator is closed.

    Tasks take one step each, in the order in which they began to wait: an answer waits for at
    most one step of each other task, and many answers in a row do not starve the others. A task
    that can wait takes a step only when no other task waits, also none that the last step's
    callback submits.

    A cancelled generator is not resumed but closed on the worker thread; the step of a task that is
    cancelled while it runs ends at its next ``check_deadline``. The same happens to a
    task with a callback that is a method (or a partial of one) of a QObject that Qt has deleted:
    nothing is delivered to a deleted dialog.

    The runner lives in the GUI thread and the worker thread only emits: in PySide6, the slots of
    a QObject that was moved to another thread would run there.

    Signals:
        busy_changed(bool): True when the first task starts, False when the last one has ended.
    """

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[str, _Job] = {}
        self._running: _Job | None = None
        self._is_told_busy = False
        self._is_stopped = False
        self._usual_switch_s = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_S)
        self._thread = _WorkerThread()
        self._thread.stepped.connect(self._on_stepped, Qt.ConnectionType.QueuedConnection)
        # Also when it is deleted with its window, without a call of stop or retire.
        self.destroyed.connect(partial(self._thread.inbox.put, None))
        self._thread.start()

    @property
    def has_ended(self) -> bool:
        """True when the thread has ended."""
        return self._thread.isFinished()

    @property
    def is_busy(self) -> bool:
        """True while a task runs or waits."""
        return self._running is not None or bool(self._waiting)

    @property
    def slots(self) -> tuple[str, ...]:
        """Slots of the running task, unless it is cancelled, and of the waiting tasks."""
        running = self._running
        is_wanted = running is not None and running.is_wanted
        first = [running.slot] if running is not None and is_wanted else []
        return tuple(dict.fromkeys([*first, *self._waiting]))

    @property
    def statuses(self) -> dict[str, str]:
        """Texts of the status line by slot, for the jobs that have one."""
        running = self._running
        wanted = [running] if running is not None and running.is_wanted else []
        jobs = [*wanted, *self._waiting.values()]
        return {job.slot: job.status for job in jobs if job.status}

    @overload
    def submit(
        self,
        slot: str,
        task: Callable[[], Generator[Any, None, T]],
        on_done: Callable[[T], object],
        on_error: Callable[[Exception], object],
        *,
        on_progress: Callable[[Any], object] | None = None,
        can_wait: bool = False,
        status: str = "",
    ) -> None: ...

    @overload
    def submit(
        self,
        slot: str,
        task: Callable[[], T],
        on_done: Callable[[T], object],
        on_error: Callable[[Exception], object],
        *,
        on_progress: None = None,
        can_wait: bool = False,
        status: str = "",
    ) -> None: ...

    def submit(
        self,
        slot: str,
        task: Callable[[], Any],
        on_done: Callable[[Any], object],
        on_error: Callable[[Exception], object],
        *,
        on_progress: Callable[[Any], object] | None = None,
        can_wait: bool = False,
        status: str = "",
    ) -> None:
        """Run a task on the worker thread; its callbacks are called in the GUI thread.

        Args:
            slot: a newer task of the same slot replaces this one.
            task: a function, or one that returns a generator; must touch neither widgets nor
                the session.
            on_done: gets the returned value.
            on_error: gets the raised error, which is in the log already.
            on_progress: gets each yielded value, which must be frozen because the generator
                may continue meanwhile.
            can_wait: True if nobody waits for the result.
            status: what the status line says while it takes long; "" where something else shows
                it, or where it is never long.
        """
        if self._is_stopped:
            return
        if (replaced := self._waiting.get(slot)) is not None:
            self._close(replaced)
        if self._running is not None and self._running.slot == slot:
            self._running.is_replaced = True
        steps = _Steps(task)
        self._waiting[slot] = _Job(slot, steps, on_done, on_error, on_progress, can_wait, status)
        if self._running is None:
            self._start_next()
            self._tell_busy()

    def cancel(self, slot: str) -> None:
        """Cancel the slot's task; nothing of it is delivered after that."""
        if (waiting := self._waiting.pop(slot, None)) is not None:
            self._close(waiting)
        if self._running is not None and self._running.slot == slot:
            self._running.is_wanted = False
            self._running.steps.cancelled.set()

    def stop(self) -> None:
        """Cancel all tasks and wait for the running step to end; may be called twice."""
        self._give_up()
        self._thread.wait()

    def retire(self) -> None:
        """Cancel all tasks; thread and runner are deleted when the running step has ended."""
        self._thread.finished.connect(self.deleteLater)
        self._give_up()

    def _give_up(self) -> None:
        if self._is_stopped:
            return
        self._is_stopped = True
        for job in self._waiting.values():
            self._close(job)
        if self._running is not None:
            self._running.steps.cancelled.set()
            # The worker gets this after its current step.
            self._thread.inbox.put(self._running.steps.close)
        self._waiting.clear()
        self._running = None
        self._thread.inbox.put(None)
        sys.setswitchinterval(self._usual_switch_s)

    def _close(self, job: _Job) -> None:
        if job.steps_taken:
            self._thread.inbox.put(job.steps.close)

    def _start_next(self) -> None:
        pressing = (slot for slot, job in self._waiting.items() if not job.can_wait)
        self._running = self._waiting.pop(next(pressing, None) or next(iter(self._waiting)))
        self._thread.inbox.put(partial(self._running.steps.step, self._thread.stepped.emit))

    def _tell_busy(self) -> None:
        if self.is_busy != self._is_told_busy:
            self._is_told_busy = self.is_busy
            self.busy_changed.emit(self.is_busy)

    @Slot(object)
    def _on_stepped(self, outcome: _Yielded | _Returned | _Raised) -> None:
        job, self._running = self._running, None
        if job is None:  # stopped while the outcome was on its way
            return
        job.steps_taken += 1
        is_wanted = job.is_wanted and job.has_receiver
        if job.is_replaced and (job.steps_taken > 1 or isinstance(outcome, _Yielded)):
            is_wanted = False
        if isinstance(outcome, _Yielded):
            if is_wanted:
                self._waiting[job.slot] = job
            else:
                self._close(job)
        # Before the callback, during which the worker would be idle. Tasks that can wait stay
        # behind those that the callback submits.
        if not all(waiting.can_wait for waiting in self._waiting.values()):
            self._start_next()
        try:
            if is_wanted:
                _deliver(job, outcome)
        finally:
            if self._running is None and self._waiting:
                self._start_next()
            self._tell_busy()


def _deliver(job: _Job, outcome: _Yielded | _Returned | _Raised) -> None:
    if isinstance(outcome, _Returned):
        job.on_done(outcome.value)
    elif isinstance(outcome, _Raised):
        job.on_error(outcome.error)
    elif job.on_progress is not None:
        job.on_progress(outcome.value)
