"""Processes of this machine that read batches; one that dies is replaced.

Reading and preparing a picture is Python's work, which threads would do one after the other. Each
process opens the model for itself (a fraction of a second), gets a batch, and sends its records.
Which picture it is at stands in memory that both sides see, and outlives it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import parent_process
from typing import Any

from desktop_cvae.cli.batches import Batch, reader
from desktop_cvae.cli.records import RecognitionRequest
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.language import tr
from desktop_cvae.inference.picture_records import PictureRecord
from desktop_cvae.workers.linguist import speak

MOST_DEATHS = 2
"""A picture that ended so many processes is read no more."""
MOST_UNOPENED = 3
"""So many processes that end one after the other before they have opened the model are enough."""
JOIN_S = 5.0
_OPENING = -1

Read = tuple[Batch, list[PictureRecord]]


class ReadingProcesses:
    """A few processes, each with a batch at a time; used with ``with``.

    Args:
        request: how pictures are read.
        count: of the processes.
    """

    def __init__(self, request: RecognitionRequest, count: int) -> None:
        self._request = request
        self._processes = [_Process(request) for _ in range(count)]
        self._again: deque[Batch] = deque()
        self._deaths: Counter[tuple[int, int]] = Counter()
        self._unopened = 0

    def __enter__(self) -> ReadingProcesses:
        return self

    def __exit__(self, *_: object) -> None:
        # After the last result they only idle; interrupted, nobody waits for what they do.
        for process in self._processes:
            process.end()

    @property
    def ahead(self) -> int:
        """Batches that there is work for."""
        return len(self._processes)

    @property
    def has_room(self) -> bool:
        """True if a process waits for a batch."""
        return any(process.batch is None for process in self._processes)

    def give(self, batch: Batch) -> None:
        """Have a batch read by a process that waits for one."""
        self._again.append(batch)
        self._hand_out()

    def take(self) -> Iterator[Read]:
        """Wait for a process, or for several; the batches that were read by then.

        Raises:
            DesktopCvaeError: they end wherever they are.
        """
        ready = wait([process.connection for process in self._processes])
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
                    process.give(self._again.popleft())
                except OSError:
                    self._replace(index)

    def _replace(self, index: int) -> None:
        dead = self._processes[index]
        dead.end()
        self._processes[index] = _Process(self._request)
        place = dead.place
        self._unopened = self._unopened + 1 if place == _OPENING else 0
        if self._unopened >= MOST_UNOPENED:
            raise DesktopCvaeError(_unexpected_end())
        batch = dead.batch
        if batch is None:
            return
        self._deaths[batch.number, place] += 1
        if self._deaths[batch.number, place] >= MOST_DEATHS and place != _OPENING:
            if place >= len(batch.pictures):
                raise DesktopCvaeError(_unexpected_end())
            batch = replace(batch, fatal=batch.fatal | {place})
        self._again.appendleft(batch)


def _unexpected_end() -> str:
    return tr(
        "A process that read pictures ended unexpectedly, perhaps for want of memory; "
        "what was read before it is kept."
    )


class _Process:
    """One of them, as it is seen from here.

    Attributes:
        connection: to it.
        batch: what it reads; None if it waits.
    """

    def __init__(self, request: RecognitionRequest) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.batch: Batch | None = None
        self._place = context.RawValue("i", _OPENING)
        self._process = context.Process(
            target=_serve, args=(theirs, self._place, request), daemon=True
        )
        self._process.start()
        # Else its end would not be heard here.
        theirs.close()

    @property
    def place(self) -> int:
        """Of the picture in its batch that it was at last; -1 before it has opened the model."""
        return int(self._place.value)

    def give(self, batch: Batch) -> None:
        self.batch = batch
        if self.place != _OPENING:
            self._place.value = 0
        self.connection.send(batch)

    def records(self) -> list[PictureRecord]:
        """Those of its batch.

        Raises:
            EOFError: it has died.
            DesktopCvaeError: what went wrong there was no picture's fault.
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


# In the other processes


def _serve(connection: Connection[Any, Any], place: Any, request: RecognitionRequest) -> None:
    # Ctrl+C reaches all processes of a terminal; the first one decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speak()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # Who has nobody left to talk to ends.
    with contextlib.suppress(EOFError, ConnectionError):
        try:
            read = reader(request, begin=partial(setattr, place, "value"))
            place.value = 0
            while True:
                connection.send(read(connection.recv()))
        except (EOFError, ConnectionError):
            raise
        except Exception as error:  # noqa: BLE001 - the first process tells it
            connection.send(repr(error))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
