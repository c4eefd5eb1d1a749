"""Dragging erases a round part of the picture, the right button restores it, keys do both."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.writing.missing_part import MissingPart


@pytest.fixture
def part(qtbot: QtBot) -> MissingPart:
    part = MissingPart()
    qtbot.addWidget(part)
    part.resize(280, 300)
    part.set_image(np.ones((28, 28), np.float32))
    return part


def press(part: MissingPart, column: float, row: float, button: Qt.MouseButton) -> None:
    QTest.mouseClick(part, button, pos=part.point_of(column, row).toPoint())


def test_the_eraser_is_round(part: MissingPart) -> None:
    part.radius = 2.5
    press(part, 10, 14, Qt.MouseButton.LeftButton)
    rows, columns = np.mgrid[:28, :28]
    distance = np.hypot(columns - 10, rows - 14)
    assert part.missing[distance < 2].all()
    assert not part.missing[distance > 3].any()


def test_the_right_button_restores(part: MissingPart) -> None:
    press(part, 10, 14, Qt.MouseButton.LeftButton)
    press(part, 10, 14, Qt.MouseButton.RightButton)
    assert not part.missing.any()


def test_keys_move_the_eraser_erase_and_restore(part: MissingPart) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(part, key)
    rows, columns = np.nonzero(part.missing)
    assert (columns.mean(), rows.mean()) == (14.5, 14.5)
    QTest.keyClick(part, Qt.Key.Key_Delete)
    assert not part.missing.any()


def test_another_picture_is_whole_and_changes_are_told(part: MissingPart) -> None:
    told: list[bool] = []
    part.missing_changed.connect(lambda: told.append(bool(part.missing.any())))
    press(part, 10, 14, Qt.MouseButton.LeftButton)
    part.set_image(np.zeros((28, 28), np.float32))
    assert told[0]
    assert not told[-1]
    part.set_image(None)
    press(part, 10, 14, Qt.MouseButton.LeftButton)
    assert not part.missing.any()
