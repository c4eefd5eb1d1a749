"""The archive's jobs find, load and reread entries; damaged and missing ones are skipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from archived_answers import some_entry
from fakes import FakeSource, draw_digit

from desktop_cvae.core import paths
from desktop_cvae.core.errors import DamagedDrawing, UsageError
from desktop_cvae.gui.archive import archive_jobs as jobs
from desktop_cvae.library.archive_entries import Query
from desktop_cvae.library.reading_archive import Archive


@pytest.fixture
def archive(home: Path) -> Iterator[Archive]:
    with Archive(paths.archive_file()) as archive:
        yield archive


def pixels(digit: int) -> np.ndarray:
    return np.rint(255 * draw_digit(digit)).astype(np.uint8)


def test_a_search_that_is_repeated_finds_only_ids_anew(archive: Archive) -> None:
    for number in range(3):
        archive.add(some_entry(number))
    found = jobs.find(archive, Query())
    assert (found.total, found.labels, found.models) == (3, ("0", "1", "2"), ("studio",))
    again = jobs.find(archive, Query(label="1"), found)
    assert len(again.ids) == 1
    assert (again.total, again.labels) == (3, found.labels)


def test_a_damaged_input_leaves_the_entry_without_its_original(archive: Archive) -> None:
    number = archive.add(some_entry(1, input=b"no drawing"))
    details = jobs.load_details(archive, number)
    assert details.original is None
    assert details.entry.text == "1"
    with pytest.raises(DamagedDrawing):
        jobs.open_entry(archive, number)


def test_a_picture_opens_without_a_drawing(archive: Archive) -> None:
    number = archive.add(some_entry(1, input=b"", input_kind=""))
    assert jobs.open_entry(archive, number).record is None
    archive.remove([number])
    with pytest.raises(UsageError):
        jobs.open_entry(archive, number)


def test_digits_are_reread_from_what_the_model_saw(archive: Archive) -> None:
    seen = archive.add(some_entry(3, text="8", image=pixels(0), noisy=pixels(3)))
    plain = archive.add(some_entry(4, text="4", image=pixels(4), noisy=None))
    gone = archive.add(some_entry(5))
    archive.remove([gone])
    steps = list(jobs.reread(archive, FakeSource(), "studio", [seen, plain, gone], 0.01))
    assert [done for done, _ in steps] == [3]
    first, second = steps[0][1]
    assert (first.was, first.now, first.has_changed) == ("8", "3", True)
    assert (second.was, second.now, second.has_changed) == ("4", "4", False)


@pytest.mark.parametrize(
    ("was", "now", "given", "better"),
    [
        ("1", "7", "7", True),
        ("1", "7", "1", False),
        ("1", "7", "4", None),
        ("1", "7", None, None),
        ("1", "1", "1", None),
    ],
)
def test_a_correction_tells_which_reading_is_better(
    was: str, now: str, given: str | None, better: bool | None
) -> None:
    reading = jobs.Rereading(1, pixels(1), was, now, given, 0.5, 0.5, None)
    assert reading.is_better is better
