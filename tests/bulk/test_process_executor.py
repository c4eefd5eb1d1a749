"""Other processes, and what becomes of their pictures when they die."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Generator, Iterable
from functools import partial
from itertools import chain
from multiprocessing import Pipe
from pathlib import Path
from types import SimpleNamespace

import dying_reader
import pytest

from desktop_cvae.bulk import process_executor
from desktop_cvae.bulk.batch_reader import RecognitionRequest, open_reader
from desktop_cvae.bulk.batches import Batch, batches
from desktop_cvae.bulk.executors import read_all
from desktop_cvae.bulk.process_executor import ProcessExecutor
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.inference.picture_records import PictureRecord
from desktop_cvae.workers.language_selection import speak

REQUEST = RecognitionRequest("studio")


def flat(lists: Iterable[list[PictureRecord]]) -> list[PictureRecord]:
    return list(chain.from_iterable(lists))


def two_processes(request: RecognitionRequest = REQUEST) -> Callable[[], ProcessExecutor]:
    return partial(ProcessExecutor, request, 2, partial(speak, "en"))


def read_nothing(batch: Batch) -> Generator[int, None, list[PictureRecord]]:
    yield 0
    return [PictureRecord(name, "", (), "m") for name in batch.pictures]


@pytest.fixture
def names(pictures: Path) -> list[str]:
    """Ninety, of which each fifth is not there."""
    return [str(pictures / f"{number % 5}.png") for number in range(90)]


def test_other_processes_answer_alike_and_in_order(names: list[str]) -> None:
    opened = open_reader(REQUEST)
    taken_here: list[str] = []

    def read(batch: Batch) -> Generator[int, None, list[PictureRecord]]:
        taken_here.extend(batch.pictures)
        return opened(batch)

    threads = set(threading.enumerate())
    records = flat(read_all(read, batches(names), two_processes(), patience_s=0.0))
    assert set(threading.enumerate()) <= threads, "none is left to stop at the interpreter's end"
    assert [record.file for record in records] == names
    assert len(taken_here) == 8
    assert all((record.error is not None) == ("4.png" in record.file) for record in records)


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_process_that_dies_is_replaced_and_a_picture_that_kills_is_named(
    names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process_executor, "_serve", dying_reader.serve)
    names[40] = names[40].replace("0.png", "once.png")
    names[60] = names[60].replace("0.png", "fatal.png")
    names[61] = names[61].replace("1.png", "fatal too.png")
    records = flat(read_all(read_nothing, batches(names), two_processes(), patience_s=0.0))
    assert [record.file for record in records] == names
    errors = {record.file: record.error for record in records if record.error}
    assert "There is no file" in errors.pop(names[4])
    assert "There is no file" in errors.pop(names[40]), "it was read again"
    # However often they die over pictures in a row, the others are read.
    assert errors == {
        names[at]: f"“{name}” cannot be read: every attempt crashed, perhaps for lack of memory."
        for at, name in ((60, "fatal.png"), (61, "fatal too.png"))
    }


def test_processes_that_cannot_read_at_all_end_the_command(names: list[str]) -> None:
    # The other processes cannot open this model.
    request = RecognitionRequest("no such model")
    with pytest.raises(DesktopCvaeError, match="ended unexpectedly"):
        list(read_all(read_nothing, batches(names), two_processes(request), patience_s=0.0))


def test_they_choose_their_language_before_they_open_the_model(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(process_executor, "open_reader", lambda *_, **__: told.append("opened"))
    monkeypatch.setattr(process_executor.signal, "signal", lambda *_: None)
    monkeypatch.setattr(process_executor, "_end_with_parent", lambda: None)
    ours, theirs = Pipe()
    ours.close()
    process_executor._serve(theirs, SimpleNamespace(), REQUEST, lambda: told.append("spoken"))
    theirs.close()
    assert told == ["spoken", "opened"]
