"""Tiles lie in rows of one size; pointer and keys select entries as in a file manager."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.archive.entry_list import EntryList
from desktop_cvae.gui.archive.entry_model import EntryModel

IDS = tuple(range(100, 110))
Shift, Control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(qtbot: QtBot) -> EntryList:
    entries = EntryModel()
    view = EntryList(entries)
    entries.setParent(view)
    qtbot.addWidget(view)
    view.resize(620, 260)
    view.show()
    entries.set_ids(IDS)
    view.go_to(0)
    assert view.columns == 3
    return view


def click(view: EntryList, row: int, keys: Qt.KeyboardModifier = NONE) -> None:
    at = view.visualRect(view.entries.index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, at)


def test_tiles_fill_the_rows(view: EntryList) -> None:
    rects = [view.visualRect(view.entries.index(row, 0)) for row in range(4)]
    assert rects[0].topLeft() == QPoint(0, 0)
    assert rects[2].top() == 0
    assert rects[3].topLeft() == QPoint(0, rects[0].height())
    assert [view.indexAt(rect.center()).row() for rect in rects] == [0, 1, 2, 3]
    assert not view.indexAt(QPoint(5, 10_000)).isValid()


@pytest.mark.parametrize(
    ("keys", "current"),
    [
        ((Qt.Key.Key_Right, Qt.Key.Key_Right), 102),
        ((Qt.Key.Key_Down,), 103),
        ((Qt.Key.Key_End,), 109),
        ((Qt.Key.Key_End, Qt.Key.Key_Up), 106),
        ((Qt.Key.Key_Left,), 100),
    ],
)
def test_arrow_keys_move_in_the_grid(
    view: EntryList, keys: tuple[Qt.Key, ...], current: int
) -> None:
    for key in keys:
        QTest.keyClick(view, key)
    assert view.current == current


def test_the_current_tile_is_scrolled_into_view(view: EntryList) -> None:
    QTest.keyClick(view, Qt.Key.Key_End)
    rect = view.visualRect(view.currentIndex())
    assert view.verticalOffset() > 0
    assert view.viewport().rect().contains(rect)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalOffset() == 0


def test_shift_and_control_extend_the_selection(view: EntryList) -> None:
    click(view, 1)
    click(view, 4, Shift)
    assert view.chosen() == [101, 102, 103, 104]
    click(view, 2, Control)
    assert view.chosen() == [101, 103, 104]
    assert view.chosen_count == 3
    view.choose([108, 100])
    assert (view.chosen(), view.current) == ([100, 108], 100)


def test_keys_ask_for_what_they_do(view: EntryList) -> None:
    told: list[object] = []
    view.opening_requested.connect(told.append)
    view.star_requested.connect(lambda: told.append("star"))
    view.removal_requested.connect(lambda: told.append("delete"))
    view.label_typed.connect(told.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_S, Qt.Key.Key_Delete, Qt.Key.Key_7):
        QTest.keyClick(view, key)
    assert told == [100, "star", "delete", "7"]
    assert view.current == 100


def test_go_to_stays_inside_and_an_empty_list_has_a_message(view: EntryList) -> None:
    view.go_to(50)
    assert view.current == 109
    view.entries.set_ids(())
    view.set_message("Nothing here.")
    assert (view.current, view.chosen(), view.chosen_count) == (None, [], 0)
    assert view.accessibleDescription() == "Nothing here."
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current is None
