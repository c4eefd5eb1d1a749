"""The order of records, and how far reading is ahead of them."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from itertools import chain

import pytest

from desktop_cvae.bulk import batches as batches_module
from desktop_cvae.bulk.batches import Batch, batches
from desktop_cvae.bulk.executors import read_all, schedule
from desktop_cvae.bulk.resuming import DonePictures
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference.picture_records import PictureRecord


def read_nothing(batch: Batch) -> Generator[int, None, list[PictureRecord]]:
    yield 0
    return [PictureRecord(name, "", (), "m") for name in batch.pictures]


class LastFirst:
    """An executor that finishes the batch that was submitted last."""

    capacity = 2

    def __init__(self) -> None:
        self.running: list[Batch] = []

    def __enter__(self) -> LastFirst:
        return self

    def __exit__(self, *_: object) -> None:
        self.running.clear()

    @property
    def has_room(self) -> bool:
        return len(self.running) < 2

    def submit(self, batch: Batch) -> None:
        self.running.append(batch)

    def as_completed(self) -> Iterator[tuple[Batch, list[PictureRecord]]]:
        batch = self.running.pop()
        yield batch, result_of(read_nothing(batch))


@pytest.mark.parametrize("in_order", [True, False])
def test_records_come_in_order_or_as_they_are_done(in_order: bool) -> None:
    names, done = [str(number) for number in range(500)], DonePictures()
    for name in names[:45]:
        done.add(name, 1)
    wanted = batches(names, done)
    records = schedule(LastFirst(), read_nothing, wanted, in_order=in_order)
    read = [record.file for record in chain.from_iterable(records)]
    assert sorted(read, key=int) == names[45:]
    assert (read == names[45:]) is in_order


def test_who_is_ahead_of_a_slow_batch_waits_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    executor = LastFirst()
    monkeypatch.setattr(LastFirst, "has_room", True)
    taken = []

    def wanted() -> Iterator[Batch]:
        for batch in batches(map(str, range(5000))):
            taken.append(batch)
            yield batch

    next(schedule(executor, read_nothing, wanted(), in_order=True))
    assert len(taken) <= 7


def test_results_come_before_later_names_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches_module, "FIRST_BATCH", 2)
    taken = []

    def names():
        for name in "aaaa":
            taken.append(name)
            yield name

    records = chain.from_iterable(read_all(read_nothing, batches(names()), None))
    next(records)
    assert len(taken) == 2
    assert len(list(records)) == 3
