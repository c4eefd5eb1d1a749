"""Edits are written in order, described, and undone with the values they replaced."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from archived_answers import some_entry
from PySide6.QtCore import QCoreApplication
from window_desk import HeldRunner

from desktop_cvae.core import paths
from desktop_cvae.gui.archive.entry_edits import EntryEdits
from desktop_cvae.library.reading_archive import Archive


@pytest.fixture
def archive(home: Path, qapp: QCoreApplication) -> Iterator[Archive]:
    with Archive(paths.archive_file()) as archive:
        for number in range(3):
            archive.add(some_entry(number))
        yield archive


@pytest.fixture
def runner() -> HeldRunner:
    return HeldRunner()


@pytest.fixture
def edits(archive: Archive, runner: HeldRunner) -> EntryEdits:
    return EntryEdits(archive, runner)  # type: ignore[arg-type]


def test_undo_restores_each_entrys_own_value(
    archive: Archive, runner: HeldRunner, edits: EntryEdits
) -> None:
    first, second, third = archive.ids()
    archive.set_given_label(second, "B")
    described: list[str] = []
    edits.described.connect(described.append)
    edits.give_label([first, second], "A")
    runner.run()
    assert [archive.get(each).given_label for each in (first, second, third)] == ["A", "A", None]
    assert described == ["2 entries are now “A”."]
    edits.undo_stack.undo()
    runner.run()
    assert [archive.get(each).given_label for each in (first, second)] == [None, "B"]
    edits.undo_stack.redo()
    runner.run()
    assert archive.get(second).given_label == "A"


def test_removed_entries_come_back(archive: Archive, runner: HeldRunner, edits: EntryEdits) -> None:
    before = archive.ids()
    edits.remove(before[:2])
    runner.run()
    assert archive.ids() == before[2:]
    edits.undo_stack.undo()
    runner.run()
    assert archive.ids() == before


def test_an_entry_that_somebody_removed_is_skipped(
    archive: Archive, runner: HeldRunner, edits: EntryEdits
) -> None:
    gone, left = archive.ids()[:2]
    edits.star([gone, left], is_starred=True)
    runner.run()
    archive.remove([gone])
    edits.undo_stack.undo()
    runner.run()
    assert not archive.get(left).is_starred


def test_edits_under_way_are_finished_once_at_the_end(
    archive: Archive, runner: HeldRunner, edits: EntryEdits
) -> None:
    number = archive.ids()[0]
    edits.note(number, "at last")
    assert archive.get(number).note == ""
    edits.finish()
    assert archive.get(number).note == "at last"
    archive.set_note(number, "later")
    runner.run()
    assert archive.get(number).note == "later"
