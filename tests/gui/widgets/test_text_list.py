"""A list of texts, and that no view of the window has items made in Python."""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from every_dialog import DIALOGS, open_dialog
from fake_runs import MakeRun
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from window_desk import Desk

from desktop_cvae import gui
from desktop_cvae.gui.theme import TEXT_SCALES
from desktop_cvae.gui.widgets.text_list import SECOND_ROLE, ListEntry, TextList
from desktop_cvae.workers import language_selection

ROUNDS = int(os.environ.get("DESKTOP_CVAE_DIALOG_ROUNDS", "2"))
"""How often each dialog is opened and closed."""
ITEMS = re.compile(r"\bQ(?:List|Table|Tree)Widget(?:Item)?\b|\bQStandardItem(?:Model)?\b")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    language_selection.speak("en")


@pytest.fixture
def entries(qtbot: QtBot) -> TextList:
    found = TextList()
    qtbot.addWidget(found)
    found.entries.set_lines([ListEntry("one", "a tip", "below"), ListEntry("two", spoken="2")])
    return found


def test_the_current_entry_is_told_once(entries: TextList) -> None:
    told: list[int] = []
    entries.row_changed.connect(told.append)
    entries.set_row(1)
    entries.set_row(1)
    assert (told, entries.row, entries.texts) == ([1], 1, ["one", "two"])
    entries.set_row(-1)
    assert told == [1, -1]
    entries.set_row(0)
    entries.entries.set_lines([ListEntry("three")])
    assert entries.row == -1


def test_an_entry_has_its_parts(entries: TextList) -> None:
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        SECOND_ROLE,
        Qt.ItemDataRole.AccessibleTextRole,
    )
    first, second = (entries.entries.index(row) for row in range(2))
    assert [first.data(role) for role in roles] == ["one", "a tip", "below", "one"]
    assert [second.data(role) for role in roles] == ["two", None, "", "2"]
    entries.entries.change(0, replace(entries.entries.lines[0], text="uno"))
    assert first.data() == "uno"


def test_no_list_or_table_has_items_made_in_python() -> None:
    """Such items die with their dialog, which ended the program now and then."""
    folder = Path(gui.__path__[0])
    with_items = {
        path.name
        for path in folder.rglob("*.py")
        if ITEMS.search(re.sub(r"``[^`]*``", "", path.read_text(encoding="utf-8")))
    }
    assert with_items == set()


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_is_opened_and_closed_with_changing_texts(
    desk: Desk, make_run: MakeRun, name: str
) -> None:
    desk.draw(3)
    first = TEXT_SCALES.index(1.0)
    for turn in range(ROUNDS):
        language_selection.speak("uk" if turn % 2 else "en")
        open_dialog(desk, make_run, name)
        for scale in (TEXT_SCALES[(first + turn + 1) % len(TEXT_SCALES)], 1.0):
            desk.appearance.set_text_scale(scale)
            QApplication.processEvents()
        # Some stand over another one.
        for dialog in reversed(_shown(desk)):
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        del dialog
        assert not _shown(desk)
        gc.collect()
        desk.settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        desk.key(Qt.Key.Key_N)
        desk.settle()


def _shown(desk: Desk) -> list[QDialog]:
    return [one for one in desk.window.findChildren(QDialog) if one.isVisible()]
