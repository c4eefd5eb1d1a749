"""Workers of a Dask cluster that read batches; when one dies, another reads its batches.

Pictures are sent as paths as long as the workers see the same files (same size and time of change),
and as bytes from the first time that one does not. The model is sent as the digest of its file; a
worker without such a file receives it once.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_cvae import __version__
from desktop_cvae.bulk.batch_reader import Read, RecognitionRequest
from desktop_cvae.bulk.batches import BATCH, Batch
from desktop_cvae.bulk.cluster_worker import (
    Files,
    SeenFile,
    Task,
    WorkerResponse,
    keep_model,
    read_task,
)
from desktop_cvae.bulk.executors import ReadBatch
from desktop_cvae.bulk.process_executor import ProcessExecutor
from desktop_cvae.core.errors import DesktopCvaeError, InputOutputError
from desktop_cvae.core.language import tr
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference.picture_records import PictureRecord
from desktop_cvae.library.model_library import find_model
from desktop_cvae.pictures.pages import split_page

if TYPE_CHECKING:
    from distributed import Client

TASK_PICTURES = 256
"""Pictures in a task; the overhead of the cluster is then below 1 % of the reading."""
TASKS_EACH = 2
"""Tasks per thread of the workers, so that no thread waits for the next one."""
MOST_BYTES = 64 * 2**20
"""Bytes of pictures on their way to the workers; a larger batch is read in this process."""
COUNTED_EACH_S = 1.0
"""Interval at which the workers' threads are counted, in seconds."""


class ClusterExecutor:
    """Workers of a cluster; an :class:`bulk.executors.Executor`.

    Args:
        client: connection to the cluster; see :func:`bulk.cluster_connection.connect`.
        request: how pictures are read.
        read: reads in this process what no worker can see.
        initializer: called in the workers before each task, to choose their language; picklable.
    """

    def __init__(
        self,
        client: Client,
        request: RecognitionRequest,
        read: Read,
        initializer: Callable[[], object],
    ) -> None:
        from distributed import as_completed

        self._client: Any = client
        self._request, self._read, self._initializer = request, read, initializer
        entry = find_model(request.model)
        self._model = entry.path.read_bytes()
        self._name, self._digest = entry.name, hashlib.sha256(self._model).hexdigest()
        self._tasks: dict[Any, Task] = {}
        self._finished: Any = as_completed(loop=client.loop)
        self._gathered: dict[Batch, Files] = {}
        self._read_here: list[tuple[Batch, list[PictureRecord]]] = []
        self._sends_bytes = False
        self._lacking: Counter[str] = Counter()
        self._threads, self._counted_at = 0, float("-inf")

    def __enter__(self) -> ClusterExecutor:
        return self

    def __exit__(self, *_: object) -> None:
        if self._tasks:
            self._client.cancel(list(self._tasks), force=True)

    @property
    def capacity(self) -> int:
        """Batches that the workers can hold at once."""
        return self._slots() * max(1, TASK_PICTURES // BATCH)

    @property
    def has_room(self) -> bool:
        """True if a worker is idle or soon will be."""
        size = sum(task.size for task in self._tasks.values())
        return not self._read_here and len(self._tasks) < self._slots() and size < MOST_BYTES

    def submit(self, batch: Batch) -> None:
        """Collect a batch, and send a task when there are enough of them."""
        files = _files(batch.pictures, as_bytes=self._sends_bytes)
        if files is None:
            self._read_here.append((batch, result_of(self._read(batch))))
            return
        self._gathered[batch] = files
        count = sum(len(gathered.pictures) for gathered in self._gathered)
        if count >= TASK_PICTURES or self._sends_bytes:
            self._send_gathered()

    def as_completed(self) -> Iterator[ReadBatch]:
        """Wait for at least one task; the batches that are finished by then.

        Raises:
            InputOutputError: the connection to the cluster is lost.
            DesktopCvaeError: a worker cannot read at all.
        """
        if self._gathered:
            self._send_gathered()
        if not self._read_here:
            for future in self._finished.next_batch():
                yield from self._finish(future, self._tasks.pop(future))
        yield from self._read_here
        self._read_here.clear()

    def _slots(self) -> int:
        if time.monotonic() > self._counted_at + COUNTED_EACH_S:
            self._threads = sum(self._client.nthreads().values())
            self._counted_at = time.monotonic()
        return TASKS_EACH * max(1, self._threads)

    def _send_gathered(self) -> None:
        files: Files = {}
        for gathered in self._gathered.values():
            files |= gathered
        model = self._name, self._digest
        batches = tuple(self._gathered)
        self._send(Task(self._request, *model, self._initializer, __version__, batches, files))
        self._gathered = {}

    def _send(self, task: Task) -> None:
        with warnings.catch_warnings():
            # Dask warns of arguments as large as pictures.
            warnings.simplefilter("ignore", UserWarning)
            future = self._client.submit(read_task, task, pure=False)
        self._tasks[future] = task
        self._finished.add(future)

    def _finish(self, future: Any, task: Task) -> Iterator[ReadBatch]:
        answer = self._answer(future)
        if answer is None:
            yield from self._read_by_process(task.batches)
        elif answer.records is not None:
            yield from zip(task.batches, answer.records, strict=True)
        elif answer.lacks_model:
            self._send_model(answer)
            self._send(task)
        else:
            self._sends_bytes = True
            for batch in task.batches:
                self.submit(batch)

    def _send_model(self, answer: WorkerResponse) -> None:
        self._lacking[answer.identity] += 1
        if self._lacking[answer.identity] == 1:
            # If the worker has died meanwhile, another one gets the task.
            model = self._digest, self._model
            self._client.run(keep_model, *model, workers=[answer.worker], on_error="ignore")
        # Until the model arrives, every task that the worker holds comes back for lack of it.
        elif self._lacking[answer.identity] > 2 * self._slots():
            raise DesktopCvaeError(tr("A worker of the cluster cannot store the model file."))

    def _answer(self, future: Any) -> WorkerResponse | None:
        """Return a worker's answer; None if the task has killed several workers."""
        from distributed import KilledWorker

        try:
            answer: WorkerResponse = future.result()
        except KilledWorker:
            return None
        except DesktopCvaeError:
            raise
        except CancelledError as error:
            raise InputOutputError(
                tr("The connection to the cluster was lost; the readings so far are kept."),
                str(error),
            ) from error
        except Exception as error:
            raise DesktopCvaeError(
                tr(
                    "A worker of the cluster cannot read pictures ({reason}). Is desktop-cvae "
                    "{version} installed there?",
                    reason=f"{type(error).__name__}: {error}"[:200],
                    version=__version__,
                )
            ) from error
        return answer

    def _read_by_process(self, batches: Iterable[Batch]) -> Iterator[ReadBatch]:
        """Read batches that have killed workers in a local process, which names the picture."""
        with ProcessExecutor(self._request, 1, self._initializer) as alone:
            for batch in batches:
                alone.submit(batch)
                while not alone.has_room:
                    yield from alone.as_completed()


def _files(pictures: Iterable[str], *, as_bytes: bool) -> Files | None:
    """Return the files of pictures; None if another machine could not find the same content."""
    files: Files = {}
    left = MOST_BYTES
    for name in {split_page(picture)[0]: None for picture in pictures}:
        try:
            status = os.stat(name)  # noqa: PTH116 - as above
            if not stat.S_ISREG(status.st_mode):
                return None
            if as_bytes:
                left -= status.st_size
                files[name] = Path(name).read_bytes() if left >= 0 else None
            else:
                path = os.path.abspath(name)  # noqa: PTH100 - as above
                files[name] = SeenFile(path, status.st_size, status.st_mtime_ns)
        except FileNotFoundError:
            files[name] = None
        except (OSError, ValueError):
            return None
    return files if left >= 0 else None
