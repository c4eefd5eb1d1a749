"""Executors and their scheduling: batches to records, on all cores or a cluster, in bounded memory.

A few pictures are read in this process. After a second of that there are many, or large ones, and
other processes take over.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from desktop_cvae.bulk.batch_reader import Read
from desktop_cvae.bulk.batches import Batch
from desktop_cvae.bulk.picture_names import STANDARD_INPUT
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference.picture_records import PictureRecord

PATIENCE_S = 1.0
"""How long this process reads alone, in seconds."""
AHEAD = 3
"""Batches per slot of an executor between the oldest unfinished and the newest submitted one: the
bound on what is held in memory."""

ReadBatch = tuple[Batch, list[PictureRecord]]


class Executor(AbstractContextManager["Executor"], Protocol):
    """Reads batches elsewhere; leaving its context cancels what is not finished."""

    @property
    def capacity(self) -> int:
        """Batches that it can read at once."""

    @property
    def has_room(self) -> bool:
        """True if it accepts one more batch."""

    def submit(self, batch: Batch) -> None:
        """Start reading a batch."""

    def as_completed(self) -> Iterator[ReadBatch]:
        """Wait a moment for progress; the batches that are finished by then, possibly none."""


def read_all(
    read: Read,
    batches: Iterator[Batch],
    start_executor: Callable[[], Executor] | None,
    *,
    in_order: bool = True,
    patience_s: float = PATIENCE_S,
) -> Generator[list[PictureRecord]]:
    """Read pictures; yield the records of a batch as soon as they are available.

    Empty lists are yielded while a batch is being read, so that reading can be stopped there.

    Args:
        read: reads a batch in this process.
        batches: taken only a little ahead of the results.
        start_executor: makes the executor that takes over after a while; None for none.
        in_order: True for the order of the pictures, False for the order of completion.
        patience_s: how long this process reads alone, in seconds.

    Raises:
        DesktopCvaeError: the executor's processes die whatever they read.
    """
    # Starting processes takes longer than reading a few pictures.
    until = time.monotonic() + patience_s
    for batch in batches:
        records = yield from _with_pauses(read(batch))
        yield records[batch.done :]
        if start_executor is not None and time.monotonic() >= until:
            with start_executor() as executor:
                yield from schedule(executor, read, batches, in_order=in_order)


def _with_pauses(
    steps: Generator[int, None, list[PictureRecord]],
) -> Generator[list[PictureRecord], None, list[PictureRecord]]:
    """Yield an empty list at each step; return what the steps return."""
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            records: list[PictureRecord] = ended.value
            return records
        yield []


def schedule(
    executor: Executor, read: Read, batches: Iterator[Batch], *, in_order: bool
) -> Iterator[list[PictureRecord]]:
    """Read batches with an executor; arguments and records as for :func:`read_all`.

    More batches are submitted before finished records are yielded, so that no process waits for the
    consumer.
    """
    batch = next(batches, None)
    due = batch.number if batch else 0
    finished: dict[int, list[PictureRecord]] = {}
    running = 0
    while batch or running or finished:
        while batch and executor.has_room and batch.number - due < AHEAD * executor.capacity:
            if STANDARD_INPUT in batch.pictures:
                # Only this process has the standard input.
                finished[batch.number] = result_of(read(batch))[batch.done :]
            else:
                executor.submit(batch)
                running += 1
            batch = next(batches, None)
        while finished and (due in finished or not in_order):
            yield finished.pop(due if in_order else next(iter(finished)))
            due += 1
        if running:
            completed = list(executor.as_completed())
            for one, records in completed:
                finished[one.number] = records[one.done :]
            running -= len(completed)
            if not completed:
                yield []
