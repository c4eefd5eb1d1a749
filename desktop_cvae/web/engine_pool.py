"""Worker threads that answer, each with models of its own, and a bounded queue before them.

An engine is to be called on one thread. Who comes when the queue is full is sent away at once, so
that those who wait are answered soon and the memory is bounded.
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
from desktop_cvae.web.refusals import Refusal

MOST_OPENED = 3
"""Models that each worker keeps open; the one that was asked least lately goes first."""
RETRY_S = 2
"""After which one who was sent away may ask again."""
T = TypeVar("T")
Job = Callable[[OpenedModel], T]


@dataclass(frozen=True, eq=False)
class _Wish:
    entry: ModelEntry
    job: Job[Any]
    context: contextvars.Context
    future: Future[Any]


class EnginePool:
    """Answers on worker threads.

    Args:
        workers: threads, each with engines of its own.
        waiting: wishes that may wait for a thread.
        patience_s: so long one waits for an answer.
        open_: opens a model.
    """

    def __init__(
        self,
        workers: int,
        waiting: int,
        patience_s: float,
        open_: Callable[[ModelEntry], OpenedModel] = open_model,
    ) -> None:
        self._wishes: queue.Queue[_Wish | None] = queue.Queue(waiting)
        self._patience_s = patience_s
        self._open = open_
        self._threads = [
            threading.Thread(target=self._work, name=f"engine {number}", daemon=True)
            for number in range(1, workers + 1)
        ]
        for thread in self._threads:
            thread.start()

    def require_room(self) -> None:
        """Ask before a picture is unpacked that nobody would look at.

        Raises:
            Refusal: the queue is full.
        """
        if self._wishes.full():
            raise full()

    def open(self, entry: ModelEntry) -> None:
        """Open a model on one thread before anybody asks, however long that takes.

        Raises:
            ModelFileError: the model cannot be opened.
        """
        future: Future[None] = Future()
        self._wishes.put(_Wish(entry, lambda _: None, contextvars.copy_context(), future))
        future.result()

    def ask(self, entry: ModelEntry, job: Job[T]) -> T:
        """What a job makes of a model, done on one of the threads.

        Raises:
            Refusal: the queue is full, or the answer took too long.
            ModelFileError: the model cannot be opened.
        """
        future: Future[T] = Future()
        wish = _Wish(entry, job, contextvars.copy_context(), future)
        try:
            self._wishes.put_nowait(wish)
        except queue.Full:
            # Somebody was faster.
            raise full() from None
        try:
            return future.result(self._patience_s)
        except TimeoutError:
            # Not yet begun, it never will be.
            future.cancel()
            raise Refusal(
                503, "too_slow", tr("The answer took too long, and was given up.")
            ) from None

    def close(self) -> None:
        """Let the threads end after what they are at."""
        while True:
            try:
                wish = self._wishes.get_nowait()
            except queue.Empty:
                break
            if wish is not None:
                wish.future.cancel()
        for _ in self._threads:
            self._wishes.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        opened: OrderedDict[tuple[str, str], OpenedModel] = OrderedDict()
        while (wish := self._wishes.get()) is not None:
            if wish.future.set_running_or_notify_cancel():
                self._answer(wish, opened)
            # Else the last picture would stay in memory until the next one comes.
            del wish

    def _answer(self, wish: _Wish, opened: OrderedDict[tuple[str, str], OpenedModel]) -> None:
        try:
            model = wish.context.run(self._model, wish.entry, opened)
            answer = wish.context.run(wish.job, model)
        except BaseException as error:  # noqa: BLE001 - whoever asked raises it again
            wish.future.set_exception(error)
        else:
            wish.future.set_result(answer)

    def _model(
        self, entry: ModelEntry, opened: OrderedDict[tuple[str, str], OpenedModel]
    ) -> OpenedModel:
        key = (str(entry.path), entry.manifest.weights_sha256)
        if key not in opened:
            if len(opened) >= MOST_OPENED:
                opened.popitem(last=False)
            try:
                opened[key] = self._open(entry)
            except OSError as error:
                sentence = tr("The model “{name}” cannot be read.", name=entry.name)
                raise ModelFileError(sentence, str(error)) from error
        opened.move_to_end(key)
        return opened[key]


def full() -> Refusal:
    """Of who comes while too many are asking."""
    sentence = tr("Many are asking at once; please try again in a moment.")
    return Refusal(429, "full", sentence, {"Retry-After": str(RETRY_S)})
