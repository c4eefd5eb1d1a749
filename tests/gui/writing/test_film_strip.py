"""The strip tells its readings, and a click or drag chooses a step."""

from __future__ import annotations

import numpy as np
import pytest
from pointer import move_mouse
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.writing.film_strip import FilmStrip

IMAGES = np.zeros((4, 28, 28), np.float32)
NAMES = tuple("0123456789")


@pytest.fixture
def strip(qtbot: QtBot) -> FilmStrip:
    strip = FilmStrip()
    qtbot.addWidget(strip)
    strip.resize(320, 90)
    strip.set_frames(IMAGES, np.array([3, 3, 8, 8]), NAMES)
    return strip


def test_readings_are_told(strip: FilmStrip) -> None:
    assert strip.accessibleDescription() == "Read as 3 3 8 8"
    strip.set_current(2)
    parts = strip.told_parts()
    assert [part.text for part in parts][1:3] == ["step 2, read as 3", "step 3, read as 8"]
    assert [part.is_current for part in parts] == [False, False, True, False]


def test_a_model_without_labels_has_no_readings(strip: FilmStrip) -> None:
    strip.set_frames(IMAGES, None, ())
    assert strip.accessibleDescription() == ""
    assert strip.told_parts()[0].text == "step 1"


def test_a_click_and_a_drag_choose(strip: FilmStrip) -> None:
    chosen: list[int] = []
    strip.step_chosen.connect(chosen.append)
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=strip.cell_rect(1).center())
    move_mouse(strip, strip.cell_rect(3).center(), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton)
    assert chosen == [1, 3]


def test_an_empty_strip_chooses_nothing(strip: FilmStrip) -> None:
    chosen: list[int] = []
    strip.step_chosen.connect(chosen.append)
    strip.set_frames(None, None, ())
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton)
    assert chosen == []
