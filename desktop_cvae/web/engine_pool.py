"""Worker threads with models of their own, behind a bounded queue.

An engine must be called from one thread only. Requests that arrive while the queue is full are
rejected at once, which bounds both waiting time and memory.
"""

from __future__ import annotations

import contextvars
import itertools
import math
import threading
from collections import Counter, OrderedDict
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from typing import Any, TypeVar

from desktop_cvae.core.deadlines import deadline
from desktop_cvae.core.errors import ModelFileError, ReadingTooSlow
from desktop_cvae.core.language import tr
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.library.model_library import ModelEntry
from desktop_cvae.web.api_errors import ApiError
from desktop_cvae.web.limits import (
    CLOSE_S,
    MAX_OPENED,
    MOST_REMEMBERED,
    RETRY_S,
    RUNNING_SHARE,
)

T = TypeVar("T")
Job = Callable[[OpenedModel], T]


@dataclass(frozen=True)
class Visitor:
    """Visitor of the page; addresses share the queue first, then the sessions of one address.

    A session alone would not do: a program can make up as many as it likes.
    """

    address: str = ""
    session: str = ""


@dataclass(frozen=True, eq=False)
class _QueuedJob:
    entry: ModelEntry
    job: Job[Any]
    context: contextvars.Context
    future: Future[Any]
    visitor: Visitor
    limit_s: float


class EnginePool:
    """Runs jobs on worker threads; visitors take turns, however many requests each one sends.

    Args:
        workers: threads, each with engines of its own.
        waiting: most jobs that wait for a thread.
        patience_s: longest time a request waits for its answer; a job runs two thirds of it, so
            that the next one is still answered.
        open_: function that opens a model.
    """

    def __init__(
        self,
        workers: int,
        waiting: int,
        patience_s: float,
        open_: Callable[[ModelEntry], OpenedModel] = open_model,
    ) -> None:
        self._most_waiting, self._patience_s = waiting, patience_s
        self._open = open_
        self._changed = threading.Condition()
        self._waiting: list[_QueuedJob] = []
        self._turns = itertools.count(1)
        self._last_turn: dict[str | Visitor, int] = {}
        self._closing = threading.Event()
        self._threads = [
            threading.Thread(target=self._work, name=f"engine {number}", daemon=True)
            for number in range(1, workers + 1)
        ]
        for thread in self._threads:
            thread.start()

    def require_room(self, visitor: Visitor = Visitor()) -> None:
        """Fail early, before a picture is unpacked for nothing.

        Raises:
            ApiError: the queue is full.
        """
        with self._changed:
            if len(self._waiting) >= self._most_waiting and self._greediest(visitor) is None:
                raise full()

    @property
    def is_alive(self) -> bool:
        """True while every thread can take jobs."""
        return all(thread.is_alive() for thread in self._threads)

    def open(self, entry: ModelEntry, job: Job[object] = lambda _: None) -> None:
        """Open a model on one thread before the first request, however long that takes.

        Args:
            entry: the model.
            job: what it does first, such as a reading that loads what every reading needs.

        Raises:
            ModelFileError: the model cannot be opened.
        """
        self._queue(entry, job, Visitor(), math.inf).result()

    def ask(self, entry: ModelEntry, job: Job[T], visitor: Visitor = Visitor()) -> T:
        """Run a job with a model on one of the threads; return its result.

        Raises:
            ApiError: the queue is full, or the answer took too long.
            ModelFileError: the model cannot be opened.
        """
        future: Future[T] = self._queue(entry, job, visitor, RUNNING_SHARE * self._patience_s)
        try:
            return future.result(self._patience_s)
        except (TimeoutError, ReadingTooSlow, CancelledError):
            # Cancels a job that still waits; one that runs ends at its own deadline.
            future.cancel()
            raise ApiError(
                503, "too_slow", tr("The answer took too long and was cancelled.")
            ) from None

    def close(self) -> None:
        """Cancel all jobs and end the threads, or leave one that does not hear it in time."""
        self._closing.set()
        with self._changed:
            for queued in self._waiting:
                queued.future.cancel()
            self._waiting.clear()
            self._changed.notify_all()
        for thread in self._threads:
            thread.join(CLOSE_S)

    def _queue(self, entry: ModelEntry, job: Job[T], visitor: Visitor, limit_s: float) -> Future[T]:
        future: Future[T] = Future()
        # The visitor's language goes with the job to its thread.
        queued = _QueuedJob(entry, job, contextvars.copy_context(), future, visitor, limit_s)
        with self._changed:
            self._waiting = [one for one in self._waiting if not one.future.cancelled()]
            if len(self._waiting) >= self._most_waiting:
                displaced = self._greediest(visitor)
                if displaced is None:
                    raise full()
                self._waiting.remove(displaced)
                if displaced.future.set_running_or_notify_cancel():
                    displaced.future.set_exception(full())
            self._waiting.append(queued)
            self._changed.notify()
        return future

    def _greediest(self, visitor: Visitor) -> _QueuedJob | None:
        """Return the last job of whoever fills the queue, if its place is the newcomer's."""
        addresses = Counter(one.visitor.address for one in self._waiting)
        address, most = max(addresses.items(), key=lambda item: item[1])
        if most > addresses[visitor.address] + 1:
            return next(one for one in reversed(self._waiting) if one.visitor.address == address)
        sessions = Counter(
            one.visitor for one in self._waiting if one.visitor.address == visitor.address
        )
        greedy = max(sessions, key=lambda one: sessions[one], default=None)
        if greedy is None or sessions[greedy] <= sessions[visitor] + 1:
            return None
        return next(one for one in reversed(self._waiting) if one.visitor == greedy)

    def _next(self) -> _QueuedJob | None:
        """Wait for a job: the one of the visitor who has waited longest for a turn."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closing.is_set())
            if not self._waiting:
                return None
            queued = min(
                self._waiting,
                key=lambda one: (
                    self._last_turn.get(one.visitor.address, 0),
                    self._last_turn.get(one.visitor, 0),
                ),
            )
            self._waiting.remove(queued)
            if len(self._last_turn) > MOST_REMEMBERED:
                self._last_turn.clear()
            turn = next(self._turns)
            self._last_turn[queued.visitor.address] = self._last_turn[queued.visitor] = turn
            return queued

    def _work(self) -> None:
        opened: OrderedDict[tuple[str, str], OpenedModel] = OrderedDict()
        while (queued := self._next()) is not None:
            if queued.future.set_running_or_notify_cancel():
                self._answer(queued, opened)
            # Otherwise the last picture would stay in memory until the next job.
            del queued

    def _answer(
        self, queued: _QueuedJob, opened: OrderedDict[tuple[str, str], OpenedModel]
    ) -> None:
        try:
            model = queued.context.run(self._model, queued.entry, opened)
            answer = queued.context.run(self._run, queued, model)
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that asked
            queued.future.set_exception(error)
        else:
            queued.future.set_result(answer)

    def _run(self, queued: _QueuedJob, model: OpenedModel) -> object:
        with deadline(queued.limit_s, self._closing):
            return queued.job(model)

    def _model(
        self, entry: ModelEntry, opened: OrderedDict[tuple[str, str], OpenedModel]
    ) -> OpenedModel:
        key = (str(entry.path), entry.manifest.weights_sha256)
        if key not in opened:
            if len(opened) >= MAX_OPENED:
                opened.popitem(last=False)
            try:
                opened[key] = self._open(entry)
            except OSError as error:
                sentence = tr("The model “{name}” cannot be read.", name=entry.name)
                raise ModelFileError(sentence, str(error)) from error
        opened.move_to_end(key)
        return opened[key]


def full() -> ApiError:
    """Return the error for a request that arrives while the queue is full."""
    sentence = tr("Too many requests at once; please try again in a moment.")
    return ApiError(429, "full", sentence, {"Retry-After": str(RETRY_S)})
