"""Processes on this machine that read batches; one that dies is replaced.

Reading and preparing a picture is Python code, which threads would run one after the other. Each
process opens the model for itself (a fraction of a second), receives a batch and sends its records.
The index of the picture that it reads is in shared memory, which outlives it. A pool of
``concurrent.futures`` would break as a whole when one of its processes dies.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import parent_process
from typing import Any

from desktop_cvae.bulk.batch_reader import RecognitionRequest, open_reader
from desktop_cvae.bulk.batches import Batch
from desktop_cvae.bulk.executors import ReadBatch
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.language import tr
from desktop_cvae.core.operating_system import usable_cores
from desktop_cvae.inference.picture_records import PictureRecord

MOST_PROCESSES = 16
MOST_DEATHS = 2
"""Processes that may die while reading a picture before it is given up."""
MOST_UNOPENED = 3
"""Processes in a row that may die while opening the model before reading is given up."""
JOIN_S = 5.0
POLL_S = 0.25
"""Longest wait for a finished batch, in seconds: how soon reading can be stopped."""
_OPENING = -1


def process_executor(
    request: RecognitionRequest, workers: int | None, initializer: Callable[[], object]
) -> Callable[[], ProcessExecutor] | None:
    """Return what starts the processes for a request; None if one process is enough.

    Args:
        request: how pictures are read.
        workers: number of processes; None is one a core.
        initializer: see :class:`ProcessExecutor`.
    """
    # TensorFlow uses all cores by itself, and takes much memory in every process.
    count = 1 if request.engine == "keras" else workers or usable_cores()
    if count == 1:
        return None
    return partial(ProcessExecutor, request, min(count, MOST_PROCESSES), initializer)


class ProcessExecutor:
    """A few processes, each reading one batch at a time; an :class:`bulk.executors.Executor`.

    Args:
        request: how pictures are read.
        count: number of processes.
        initializer: called first in each process, to choose its language; picklable.
    """

    def __init__(
        self, request: RecognitionRequest, count: int, initializer: Callable[[], object]
    ) -> None:
        self._request, self._initializer = request, initializer
        self._processes = [_Process(request, initializer) for _ in range(count)]
        self._again: deque[Batch] = deque()
        self._deaths: Counter[tuple[int, int]] = Counter()
        self._unopened = 0

    def __enter__(self) -> ProcessExecutor:
        return self

    def __exit__(self, *_: object) -> None:
        # They are idle after the last result; after an interruption nobody wants their results.
        for process in self._processes:
            process.end()

    @property
    def capacity(self) -> int:
        """Number of processes."""
        return len(self._processes)

    @property
    def has_room(self) -> bool:
        """True if a process is idle."""
        return any(process.batch is None for process in self._processes)

    def submit(self, batch: Batch) -> None:
        """Send a batch to an idle process."""
        self._again.append(batch)
        self._hand_out()

    def as_completed(self) -> Iterator[ReadBatch]:
        """Wait a moment for the processes; the batches that are finished by then.

        Raises:
            DesktopCvaeError: processes die whatever they read.
        """
        ready = wait([process.connection for process in self._processes], POLL_S)
        for index, process in enumerate(self._processes):
            if process.connection not in ready:
                continue
            batch = process.batch
            try:
                records = process.records()
            except (EOFError, OSError):
                self._replace(index)
                continue
            assert batch is not None
            self._unopened = 0
            yield batch, records
        self._hand_out()

    def _hand_out(self) -> None:
        for index, process in enumerate(self._processes):
            if process.batch is None and self._again:
                try:
                    process.submit(self._again.popleft())
                except OSError:
                    self._replace(index)

    def _replace(self, index: int) -> None:
        dead = self._processes[index]
        dead.end()
        self._processes[index] = _Process(self._request, self._initializer)
        index_read = dead.picture_index
        # Death while opening is no picture's fault, and would repeat for ever.
        self._unopened = self._unopened + 1 if index_read == _OPENING else 0
        if self._unopened >= MOST_UNOPENED:
            raise DesktopCvaeError(_unexpected_end())
        batch = dead.batch
        if batch is None:
            return
        self._deaths[batch.number, index_read] += 1
        if self._deaths[batch.number, index_read] >= MOST_DEATHS and index_read != _OPENING:
            if index_read >= len(batch.pictures):
                # It died while scoring all of them: no single picture can be left out.
                raise DesktopCvaeError(_unexpected_end())
            batch = replace(batch, fatal=batch.fatal | {index_read})
        self._again.appendleft(batch)


def _unexpected_end() -> str:
    return tr(
        "A process that read pictures ended unexpectedly, perhaps for lack of memory; the readings "
        "so far are kept."
    )


class _Process:
    """One process, seen from the parent.

    Attributes:
        connection: pipe to the process.
        batch: the batch that it reads; None while it is idle.
    """

    def __init__(self, request: RecognitionRequest, initializer: Callable[[], object]) -> None:
        # A forked process would inherit the parent's threads' locks in whatever state they are.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.batch: Batch | None = None
        self._index = context.RawValue("i", _OPENING)
        self._process = context.Process(
            target=_serve, args=(theirs, self._index, request, initializer), daemon=True
        )
        self._process.start()
        # With this end open here, the process's death would not close the pipe.
        theirs.close()

    @property
    def picture_index(self) -> int:
        """Index of the picture that it read last; -1 until it has opened the model."""
        return int(self._index.value)

    def submit(self, batch: Batch) -> None:
        self.batch = batch
        if self.picture_index != _OPENING:
            self._index.value = 0
        self.connection.send(batch)

    def records(self) -> list[PictureRecord]:
        """Receive the records of its batch.

        Raises:
            EOFError: the process has died.
            DesktopCvaeError: an error there was not caused by a picture.
        """
        answer: list[PictureRecord] | str = self.connection.recv()
        if isinstance(answer, str):
            raise DesktopCvaeError(_unexpected_end(), answer)
        self.batch = None
        return answer

    def end(self) -> None:
        self._process.terminate()
        self._process.join(JOIN_S)
        self.connection.close()


# Code of the other processes


def _serve(
    connection: Connection[Any, Any],
    index: Any,
    request: RecognitionRequest,
    initializer: Callable[[], object],
) -> None:
    # Ctrl+C reaches all processes of a terminal; only the parent handles it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    initializer()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # A closed pipe means that the parent is gone.
    with contextlib.suppress(EOFError, ConnectionError):
        try:
            read = open_reader(request)
        except Exception as error:  # noqa: BLE001 - the parent reports it
            connection.send(repr(error))
            return
        index.value = 0
        while True:
            connection.send(_records(read(connection.recv()), index))


def _records(steps: Generator[int, None, list[PictureRecord]], index: Any) -> list[PictureRecord]:
    """Run the steps of a batch; an error ends this process, and the parent tries again."""
    while True:
        try:
            index.value = next(steps)
        except StopIteration as ended:
            records: list[PictureRecord] = ended.value
            return records


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
