"""Any number of pictures → records, on all cores or a cluster, in a bounded memory.

A handful is read right here. Who has waited for a second has many, or large ones, and gets
other processes.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from desktop_cvae.cli.batches import Batch, Read
from desktop_cvae.cli.inputs import STANDARD_INPUT
from desktop_cvae.cli.reading_processes import ReadingProcesses
from desktop_cvae.cli.records import RecognitionRequest
from desktop_cvae.inference.picture_records import PictureRecord

PATIENCE_S = 1.0
AHEAD = 3
"""Batches that each process may be ahead of the output: so much is held in memory."""
MOST_WORKERS = 16


class Readers(AbstractContextManager["Readers"], Protocol):
    """Others that read batches for us."""

    @property
    def ahead(self) -> int:
        """Batches that they can be at work on at once."""

    @property
    def has_room(self) -> bool:
        """True if they take one more batch."""

    def give(self, batch: Batch) -> None:
        """Have a batch read."""

    def take(self) -> Iterator[tuple[Batch, list[PictureRecord]]]:
        """Wait until something happened; the batches that were read by then."""


def read_all(
    read: Read,
    request: RecognitionRequest,
    batches: Iterator[Batch],
    workers: int,
    patience_s: float = PATIENCE_S,
    *,
    in_order: bool = True,
) -> Generator[PictureRecord]:
    """Read pictures; their records come as soon as they are there.

    Args:
        read: reads a batch in this process.
        request: what other processes need to do the same.
        batches: taken only a little ahead of the results.
        workers: other processes; 1 is none.
        patience_s: how long this process goes on alone.
        in_order: True for the pictures' order; False for the order in which they are done.

    Raises:
        DesktopCvaeError: other processes die wherever they are.
    """
    until = time.monotonic() + patience_s
    for batch in batches:
        yield from read(batch)[batch.done :]
        if workers > 1 and time.monotonic() >= until:
            with ReadingProcesses(request, min(workers, MOST_WORKERS)) as others:
                yield from share_out(others, read, batches, in_order=in_order)


def share_out(
    others: Readers, read: Read, batches: Iterator[Batch], *, in_order: bool
) -> Iterator[PictureRecord]:
    """Have batches read by others; arguments as :func:`read_all`.

    They are given more before the records that came are passed on, so that nobody waits for
    who writes these.
    """
    batch = next(batches, None)
    due = batch.number if batch else 0
    came: dict[int, list[PictureRecord]] = {}
    under_way = 0
    while batch or under_way or came:
        while batch and others.has_room and batch.number - due < AHEAD * others.ahead:
            if STANDARD_INPUT in batch.pictures:
                # Only this process has the standard input.
                came[batch.number] = read(batch)[batch.done :]
            else:
                others.give(batch)
                under_way += 1
            batch = next(batches, None)
        while came and (due in came or not in_order):
            yield from came.pop(due if in_order else next(iter(came)))
            due += 1
        if under_way:
            for done, records in others.take():
                came[done.number] = records[done.done :]
                under_way -= 1
