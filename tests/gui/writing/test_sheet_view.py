"""Digits are laid out in rows, and picked with the pointer or the keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.writing.sheet_view import SheetView


@pytest.fixture
def view(qtbot: QtBot) -> SheetView:
    view = SheetView("Digits")
    qtbot.addWidget(view)
    view.resize(300, 240)
    view.set_sheet(np.zeros((5, 28, 28), np.float32), 3)
    return view


@pytest.fixture
def picked(view: SheetView) -> list[int]:
    found: list[int] = []
    view.digit_picked.connect(found.append)
    return found


def test_cells_lie_in_rows_inside_the_widget(view: SheetView) -> None:
    cells = [view.cell_rect(index) for index in range(5)]
    assert all(view.rect().contains(cell) for cell in cells)
    assert cells[0].top() == cells[2].top() < cells[3].top()
    assert cells[0].left() == cells[3].left() < cells[1].left()


def test_a_click_picks_the_digit_under_it(view: SheetView, picked: list[int]) -> None:
    for index in (4, 0, 2):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell_rect(index).center())
    beside = view.cell_rect(4).center() + QPoint(view.cell_rect(1).left(), 0)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell_rect(2).center() + beside)
    assert picked == [4, 0, 2]


def test_arrow_keys_stay_inside(view: SheetView, picked: list[int]) -> None:
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert picked == [4]
    assert [part.is_current for part in view.told_parts()].index(True) == 4


def test_without_digits_there_is_a_message(view: SheetView, picked: list[int]) -> None:
    view.set_message("Nothing yet.")
    view.set_sheet(None)
    assert (view.count, view.accessibleDescription()) == (0, "Nothing yet.")
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton)
    assert picked == []


def test_few_digits_are_not_blown_up(qtbot: QtBot) -> None:
    view = SheetView("Digit", 40)
    qtbot.addWidget(view)
    view.resize(600, 600)
    view.set_sheet(np.zeros((1, 28, 28), np.float32))
    assert view.cell_rect(0).width() == 40
