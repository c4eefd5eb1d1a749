"""The name of a data set: proposed until it is typed, and never one that is taken."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.data.data_fields import NameField


def test_a_proposed_name_gives_way_to_a_taken_one(qtbot: QtBot) -> None:
    field = NameField()
    qtbot.addWidget(field)
    field.set_taken({"mine"})
    assert field.name == ""
    field.propose("mine")
    first = field.name
    assert first != "mine"
    field.set_taken({"mine", first})
    assert field.name not in ("mine", first)
    field.set_taken({"yours"})
    assert field.name == "mine"


def test_a_typed_name_stays_and_the_problem_is_said(qtbot: QtBot) -> None:
    field = NameField()
    qtbot.addWidget(field)
    field.propose("mine")
    field.clear()
    QTest.keyClicks(field, " yours ")
    assert (field.name, field.problem) == ("yours", "")
    with qtbot.waitSignal(field.changed):
        field.set_taken({"yours"})
    assert field.name == "yours"
    assert field.problem
