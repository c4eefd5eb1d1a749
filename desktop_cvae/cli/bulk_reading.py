"""Any number of pictures → records in their order, on all cores, in a bounded memory.

A handful is read right here. Who has waited for a second has many, or large ones, and gets
other processes: reading and preparing a picture is Python's work, which threads would do
one after the other. Each process opens the model for itself (a fraction of a second).
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from itertools import islice
from multiprocessing.process import parent_process
from typing import TYPE_CHECKING

import numpy as np

from desktop_cvae.cli.inputs import STANDARD_INPUT, read_prepared
from desktop_cvae.cli.records import RecognitionRequest
from desktop_cvae.core.errors import DesktopCvaeError, MissingLabels
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import PreparedDigit, Recognition
from desktop_cvae.inference.picture_records import PictureRecord, picture_record
from desktop_cvae.library.model_library import find_model
from desktop_cvae.workers.linguist import speak

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel

Read = Callable[[Sequence[str]], list[PictureRecord]]


def reader(request: RecognitionRequest) -> Read:
    """Open a model, to read batches of pictures by one request.

    Raises:
        UsageError: there is no such model, or it has no labels.
        ModelFileError: the model's file is damaged.
    """
    from desktop_cvae.inference.opened_model import open_model

    entry = find_model(request.model)
    if not entry.manifest.spec.conditional:
        raise MissingLabels(entry.name)
    return partial(_read, open_model(entry, request.engine), request)


def _read(
    model: OpenedModel, request: RecognitionRequest, pictures: Sequence[str]
) -> list[PictureRecord]:
    """One record a picture, in their order; those that cannot be read say why.

    Args:
        model: with labels.
        request: how they are read.
        pictures: names of files, or ``-``; all are scored in one call.
    """
    if request.numbers:
        from desktop_cvae.cli.records import read_number

        return [read_number(model, picture, request) for picture in pictures]
    outcomes = [_prepare(picture) for picture in pictures]
    found = [o for o in outcomes if isinstance(o, PreparedDigit) and o.found]
    images = np.array([prepared.image for prepared in found], np.float32)
    readings = iter(model.read(images, request.refuse))
    return [
        PictureRecord(picture, "", (), model.name, outcome)
        if isinstance(outcome, str)
        else _record(model, picture, outcome, next(readings), request)
        if outcome.found
        else PictureRecord(picture, "", (), model.name)
        for picture, outcome in zip(pictures, outcomes, strict=True)
    ]


def _record(
    model: OpenedModel,
    picture: str,
    prepared: PreparedDigit,
    reading: Recognition,
    request: RecognitionRequest,
) -> PictureRecord:
    record = picture_record(picture, prepared, reading, model)
    if not request.is_archived:
        return record
    from desktop_cvae.inference.archiving import reading_entry

    entry = reading_entry(model, prepared.image, reading, "command line", picture)
    return replace(record, entry=entry)


def _prepare(picture: str) -> PreparedDigit | str:
    """The picture, or the sentence that says why it cannot be read."""
    try:
        return read_prepared(picture)
    except DesktopCvaeError as error:
        return error.sentence


BATCH = 32
"""Pictures that are scored in one call; more would be no faster, but come later."""
FIRST_BATCH = 8
PATIENCE_S = 1.0
JOIN_S = 5.0
AHEAD = 3
"""Batches that each process may be ahead of the output: so much is held in memory."""
MOST_WORKERS = 16


def usable_cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read_all(
    read: Read,
    request: RecognitionRequest,
    pictures: Iterable[str],
    workers: int,
    patience_s: float = PATIENCE_S,
) -> Generator[PictureRecord]:
    """Read pictures; results come in their order, as soon as they are there.

    Args:
        read: reads a batch in this process.
        request: what other processes need to do the same.
        pictures: names; taken only a little ahead of the results.
        workers: other processes; 1 is none.
        patience_s: how long this process goes on alone.

    Raises:
        DesktopCvaeError: another process died.
    """
    names = iter(pictures)
    until = time.monotonic() + patience_s
    while batch := list(islice(names, FIRST_BATCH)):
        yield from read(batch)
        if workers > 1 and time.monotonic() >= until:
            yield from _read_elsewhere(read, request, names, min(workers, MOST_WORKERS))


def _read_elsewhere(
    read: Read, request: RecognitionRequest, names: Iterator[str], workers: int
) -> Iterator[PictureRecord]:
    batch = list(islice(names, BATCH))
    if not batch:
        return
    others, threads = set(multiprocessing.active_children()), set(threading.enumerate())
    executor = ProcessPoolExecutor(
        workers, multiprocessing.get_context("spawn"), _open_reader, (request,)
    )
    waiting: deque[Future[list[PictureRecord]]] = deque()
    try:
        while batch or waiting:
            if batch:
                waiting.append(_submit(executor, read, batch))
                batch = list(islice(names, BATCH))
            if not batch or len(waiting) >= AHEAD * workers:
                yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise DesktopCvaeError(
            tr(
                "A process that read pictures ended unexpectedly, perhaps for want of memory; "
                "what was read before it is kept."
            ),
            str(error),
        ) from error
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
        # After the last result they only idle; interrupted, nobody waits for what they do.
        for process in set(multiprocessing.active_children()) - others:
            process.terminate()
        # The executor forgets its threads when it does not wait for them; at the interpreter's
        # end they would be told to stop while they do, which may fail, and says so.
        for thread in set(threading.enumerate()) - threads:
            thread.join(JOIN_S)


def _submit(
    executor: ProcessPoolExecutor, read: Read, batch: list[str]
) -> Future[list[PictureRecord]]:
    if STANDARD_INPUT not in batch:
        return executor.submit(_read_batch, batch)
    # Only this process has the standard input.
    here: Future[list[PictureRecord]] = Future()
    here.set_result(read(batch))
    return here


# In the other processes

_readers: list[Read] = []


def _open_reader(request: RecognitionRequest) -> None:
    # Ctrl+C reaches all processes of a terminal; the first one decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speak()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _readers.append(reader(request))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_batch(batch: list[str]) -> list[PictureRecord]:
    return _readers[0](batch)
