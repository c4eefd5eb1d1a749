"""The model knows all ids, asks for visible summaries once, and keeps selections."""

from __future__ import annotations

import pytest
from archived_answers import some_entry
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.archive import entry_model
from desktop_cvae.gui.archive.entry_model import EntryModel
from desktop_cvae.library.archive_entries import ArchiveSummary


def summary(number: int, text: str = "7") -> ArchiveSummary:
    entry = some_entry(number, text=text)
    names = ArchiveSummary.__dataclass_fields__
    return ArchiveSummary(**{name: getattr(entry, name) for name in names} | {"id": number})


@pytest.fixture
def entries(qtbot: QtBot) -> EntryModel:
    model = EntryModel()
    model.set_ids((30, 10, 20))
    return model


def test_summaries_of_one_painting_are_requested_together(
    qtbot: QtBot, entries: EntryModel
) -> None:
    with qtbot.waitSignal(entries.summaries_requested) as signal:
        assert entries.summary(0) is None
        assert entries.summary(2) is None
        assert entries.summary(0) is None
    assert signal.args == [(30, 20)]


def test_a_summary_that_is_known_is_not_requested_again(qtbot: QtBot, entries: EntryModel) -> None:
    entries.add_summaries([summary(30)])
    with qtbot.assertNotEmitted(entries.summaries_requested, wait=20):
        found = entries.summary(0)
    assert found is not None
    assert found.id == 30


def test_an_outdated_summary_is_shown_until_the_new_one_arrives(
    qtbot: QtBot, entries: EntryModel
) -> None:
    entries.add_summaries([summary(30)])
    entries.set_ids((30, 10))
    with qtbot.waitSignal(entries.summaries_requested) as signal:
        found = entries.summary(0)
    assert found is not None
    assert signal.args == [(30,)]


def test_a_selection_follows_its_entry(entries: EntryModel) -> None:
    chosen = QItemSelectionModel(entries)
    chosen.select(entries.index(1, 0), QItemSelectionModel.SelectionFlag.Select)
    gone = QPersistentModelIndex(entries.index(2, 0))
    entries.set_ids((5, 6, 10, 30))
    assert [index.row() for index in chosen.selectedIndexes()] == [2]
    assert not gone.isValid()
    assert entries.line_of(30) == 3
    assert entries.line_of(20) is None


def test_few_summaries_stay_in_memory(entries: EntryModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry_model, "MOST_KNOWN", 2)
    entries.add_summaries([summary(30), summary(10), summary(20)])
    assert entries.summary(0) is None
    assert entries.summary(2) is not None


def test_screen_readers_hear_what_is_known(entries: EntryModel) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert entries.data(entries.index(1, 0), role) == "Entry 2"
    entries.add_summaries([summary(10, text="4")])
    assert entries.data(entries.index(1, 0), role).startswith("4, ")
