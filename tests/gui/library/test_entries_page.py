"""The library's table is filtered, keeps selections and asks for renaming in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.library.entries_page import EntryRow, EntryTable, QuestionBar

ROWS = (
    EntryRow("a", ("Studio", "conv"), "mnist", is_own=False),
    EntryRow("b", ("Mine", "dense"), "letters"),
    EntryRow("c", ("Other", "dense"), "mnist"),
)


@pytest.fixture
def table(qtbot: QtBot) -> EntryTable:
    table = EntryTable("Models", ["name", "network"])
    qtbot.addWidget(table)
    table.set_entries(ROWS)
    table.show()
    return table


def names(table: EntryTable) -> list[str]:
    return [row[0] for row in table.texts.rows]


def test_every_word_must_be_found_somewhere(table: EntryTable) -> None:
    table.set_filter("DENSE mnist")
    assert names(table) == ["Other"]
    table.set_filter("")
    assert len(names(table)) == 3


def test_the_selection_survives_a_filter_and_new_rows(table: EntryTable) -> None:
    table.choose(["b", "c"])
    table.set_filter("dense")
    assert table.chosen == ["b", "c"]
    table.set_entries((ROWS[2], EntryRow("d", ("New", "dense"))))
    assert table.chosen == ["c"]


def test_a_new_name_is_told_and_can_be_taken_back(qtbot: QtBot, table: EntryTable) -> None:
    told: list[tuple[str, str]] = []
    table.rename_requested.connect(lambda key, name: told.append((key, name)))
    table.edit_name("b")
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.setText(" Yours ")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told == [("b", "Yours")])
    table.restore_name("b")
    assert names(table)[1] == "Mine"


def test_a_name_of_the_program_cannot_be_edited(table: EntryTable) -> None:
    table.edit_name("a")
    assert table.findChild(QLineEdit) is None
    assert not table.texts.index(0, 0).flags() & Qt.ItemFlag.ItemIsEditable
    assert not table.texts.index(1, 1).flags() & Qt.ItemFlag.ItemIsEditable
    assert table.texts.index(1, 0).flags() & Qt.ItemFlag.ItemIsEditable


def test_a_refresh_leaves_an_open_editor_alone(table: EntryTable) -> None:
    table.edit_name("b")
    table.set_entries(ROWS[:1])
    assert len(names(table)) == 3


def test_only_yes_does_it(qtbot: QtBot) -> None:
    done: list[str] = []
    question = QuestionBar()
    qtbot.addWidget(question)
    question.ask("Delete it?", lambda: done.append("first"))
    question.no.click()
    assert question.isHidden()
    question.ask("Delete it?", lambda: done.append("second"))
    question.ask("Delete that?", lambda: done.append("third"))
    QTest.keyClick(question, Qt.Key.Key_Escape)
    question.yes.click()
    assert done == []
    question.ask("Delete that?", lambda: done.append("fourth"))
    assert (question.sentence.text(), question.yes.text()) == ("Delete that?", "Delete")
    question.yes.click()
    assert done == ["fourth"]
