"""Batches, other processes and what becomes of their pictures when they die."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import dying_reader
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.cli import inputs, reading_processes
from desktop_cvae.cli.batches import Batch, batches, reader
from desktop_cvae.cli.bulk_reading import read_all, share_out
from desktop_cvae.cli.record_files import DonePictures
from desktop_cvae.cli.records import RecognitionRequest
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.inference.picture_records import PictureRecord

REQUEST = RecognitionRequest("studio")


def done_pictures(names: list[str]) -> DonePictures:
    done = DonePictures()
    for name in names:
        done.add(name, 1)
    return done


def read_nothing(batch: Batch) -> list[PictureRecord]:
    return [PictureRecord(name, "", (), "m") for name in batch.pictures]


NAMES = st.lists(st.sampled_from("abcdefghij"), max_size=150)


@given(NAMES, st.integers(0, 150))
def test_who_goes_on_scores_every_picture_in_the_same_company(names: list[str], stop: int) -> None:
    done = names[:stop]
    company = {
        place: batch.pictures
        for batch, start in placed(batches(names), 0)
        for place in range(start, start + len(batch.pictures))
    }
    rest = list(batches(names, done_pictures(done)))
    assert done + [name for batch in rest for name in batch.pictures[batch.done :]] == names
    for batch, start in placed(iter(rest), len(done) - (rest[0].done if rest else 0)):
        assert company[start] == batch.pictures


def placed(several: Iterator[Batch], start: int) -> Iterator[tuple[Batch, int]]:
    for batch in several:
        yield batch, start
        start += len(batch.pictures)


@given(NAMES, NAMES)
def test_of_other_names_those_that_are_done_are_left_out(names: list[str], done: list[str]) -> None:
    if names[: len(done)] == done:
        return
    rest = [name for batch in batches(names, done_pictures(done)) for name in batch.pictures]
    alike = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(names, done, strict=False))
    )
    assert rest == [name for name in names[alike:] if name not in done]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)))
def test_names_beyond_what_is_sorted_at_once_wait_on_the_disk(names: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inputs, "SORTED_AT_ONCE", 3)
        patch.setattr(inputs, "_BYTES_AT_ONCE", 2)
        assert list(inputs.sorted_names(iter(names))) == sorted(names)


class Others:
    """Readers who finish what they were given last."""

    ahead = 2

    def __init__(self) -> None:
        self.given: list[Batch] = []

    @property
    def has_room(self) -> bool:
        return len(self.given) < 2

    def give(self, batch: Batch) -> None:
        self.given.append(batch)

    def take(self) -> Iterator[tuple[Batch, list[PictureRecord]]]:
        batch = self.given.pop()
        yield batch, read_nothing(batch)


@pytest.mark.parametrize("in_order", [True, False])
def test_records_come_in_order_or_as_they_are_done(in_order: bool) -> None:
    names = [str(number) for number in range(500)]
    wanted = batches(names, done_pictures(names[:45]))
    records = share_out(Others(), read_nothing, wanted, in_order=in_order)
    read = [record.file for record in records]
    assert sorted(read, key=int) == names[45:]
    assert (read == names[45:]) is in_order


def test_who_is_ahead_of_a_slow_batch_waits_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    others = Others()
    monkeypatch.setattr(Others, "has_room", True)
    taken = []

    def wanted() -> Iterator[Batch]:
        for batch in batches(map(str, range(5000))):
            taken.append(batch)
            yield batch

    next(share_out(others, read_nothing, wanted(), in_order=True))
    assert len(taken) <= 7


@pytest.fixture
def names(pictures: Path) -> list[str]:
    """Ninety, of which each fifth is not there."""
    return [str(pictures / f"{number % 5}.png") for number in range(90)]


def test_other_processes_answer_alike_and_in_order(names: list[str]) -> None:
    opened = reader(REQUEST)
    taken_here: list[str] = []

    def read(batch: Batch) -> list[PictureRecord]:
        taken_here.extend(batch.pictures)
        return opened(batch)

    threads = set(threading.enumerate())
    records = list(read_all(read, REQUEST, batches(names), workers=2, patience_s=0.0))
    assert set(threading.enumerate()) <= threads, "none is left to stop at the interpreter's end"
    assert [record.file for record in records] == names
    assert len(taken_here) == 8
    assert all((record.error is not None) == ("4.png" in record.file) for record in records)


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_process_that_dies_is_replaced_and_a_picture_that_kills_is_named(
    names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_processes, "_serve", dying_reader.serve)
    names[40] = names[40].replace("0.png", "once.png")
    names[60] = names[60].replace("0.png", "fatal.png")
    records = list(read_all(read_nothing, REQUEST, batches(names), workers=2, patience_s=0.0))
    assert [record.file for record in records] == names
    errors = {record.file: record.error for record in records if record.error}
    assert "There is no file" in errors.pop(names[4])
    assert "There is no file" in errors.pop(names[40]), "it was read again"
    assert errors == {
        names[60]: "“fatal.png” ended every process that read it, perhaps for want of memory."
    }


def test_processes_that_cannot_read_at_all_end_the_command(names: list[str]) -> None:
    # The other processes cannot open this model.
    request = RecognitionRequest("no such model")
    with pytest.raises(DesktopCvaeError, match="ended unexpectedly"):
        list(read_all(read_nothing, request, batches(names), workers=2, patience_s=0.0))
