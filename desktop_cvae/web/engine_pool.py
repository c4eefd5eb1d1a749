"""Worker threads with models of their own, behind a bounded queue.

An engine must be called from one thread only. Requests that arrive while the queue is full are
rejected at once, which bounds both waiting time and memory.
"""

from __future__ import annotations

import contextvars
import queue
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

from desktop_cvae.core.errors import ModelFileError
from desktop_cvae.core.language import tr
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.library.model_library import ModelEntry
from desktop_cvae.web.api_errors import ApiError
from desktop_cvae.web.limits import MAX_OPENED, RETRY_S

T = TypeVar("T")
Job = Callable[[OpenedModel], T]


@dataclass(frozen=True, eq=False)
class _QueuedJob:
    entry: ModelEntry
    job: Job[Any]
    context: contextvars.Context
    future: Future[Any]


class EnginePool:
    """Runs jobs on worker threads.

    Args:
        workers: threads, each with engines of its own.
        waiting: most jobs that wait for a thread.
        patience_s: longest time a request waits for its answer.
        open_: function that opens a model.
    """

    def __init__(
        self,
        workers: int,
        waiting: int,
        patience_s: float,
        open_: Callable[[ModelEntry], OpenedModel] = open_model,
    ) -> None:
        self._queue: queue.Queue[_QueuedJob | None] = queue.Queue(waiting)
        self._patience_s = patience_s
        self._open = open_
        self._threads = [
            threading.Thread(target=self._work, name=f"engine {number}", daemon=True)
            for number in range(1, workers + 1)
        ]
        for thread in self._threads:
            thread.start()

    def require_room(self) -> None:
        """Fail early, before a picture is unpacked for nothing.

        Raises:
            ApiError: the queue is full.
        """
        if self._queue.full():
            raise full()

    def open(self, entry: ModelEntry) -> None:
        """Open a model on one thread before the first request, however long that takes.

        Raises:
            ModelFileError: the model cannot be opened.
        """
        future: Future[None] = Future()
        self._queue.put(_QueuedJob(entry, lambda _: None, contextvars.copy_context(), future))
        future.result()

    def ask(self, entry: ModelEntry, job: Job[T]) -> T:
        """Run a job with a model on one of the threads; return its result.

        Raises:
            ApiError: the queue is full, or the answer took too long.
            ModelFileError: the model cannot be opened.
        """
        future: Future[T] = Future()
        queued = _QueuedJob(entry, job, contextvars.copy_context(), future)
        try:
            self._queue.put_nowait(queued)
        except queue.Full:
            # Another request has filled the queue since require_room.
            raise full() from None
        try:
            return future.result(self._patience_s)
        except TimeoutError:
            # Cancels a job that still waits; a thread that runs it cannot be stopped.
            future.cancel()
            raise ApiError(
                503, "too_slow", tr("The answer took too long and was cancelled.")
            ) from None

    def close(self) -> None:
        """Cancel the waiting jobs; end the threads after their current jobs."""
        while True:
            try:
                queued = self._queue.get_nowait()
            except queue.Empty:
                break
            if queued is not None:
                queued.future.cancel()
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        opened: OrderedDict[tuple[str, str], OpenedModel] = OrderedDict()
        while (queued := self._queue.get()) is not None:
            if queued.future.set_running_or_notify_cancel():
                self._answer(queued, opened)
            # Otherwise the last picture would stay in memory until the next job.
            del queued

    def _answer(
        self, queued: _QueuedJob, opened: OrderedDict[tuple[str, str], OpenedModel]
    ) -> None:
        try:
            model = queued.context.run(self._model, queued.entry, opened)
            answer = queued.context.run(queued.job, model)
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that asked
            queued.future.set_exception(error)
        else:
            queued.future.set_result(answer)

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
