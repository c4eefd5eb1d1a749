"""The heat map sums its nats, and the pointer and arrow keys read single pixels."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from pointer import move_mouse
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.explanations.nats_picture import SCALE, NatsPicture
from desktop_cvae.gui.theme import Appearance


@pytest.fixture(autouse=True)
def appearance(qapp: QApplication) -> Appearance:
    """Sets the font's size in pixels, as the program does."""
    return Appearance(qapp, "light")


@pytest.fixture
def picture(qtbot: QtBot) -> NatsPicture:
    nats, meant = np.full((28, 28), 0.5), np.full((28, 28), 0.25)
    nats[3, 5] = 9.25
    image = np.zeros((28, 28), np.float32)
    image[3, 5] = 1
    picture = NatsPicture()
    qtbot.addWidget(picture)
    picture.resize(picture.sizeHint())
    parts = SimpleNamespace(pixel_nats=nats, meant=meant)
    picture.set_parts(parts, image, "7")  # type: ignore[arg-type]
    return picture


def test_without_a_pixel_the_sum_is_told(picture: NatsPicture) -> None:
    assert picture.total_nats == pytest.approx(783 * 0.5 + 9.25)
    assert picture.readout.startswith("All 784 pixels: 400.8 nats.")


def test_the_pointer_reads_a_pixel(picture: NatsPicture) -> None:
    move_mouse(picture, QPoint(1 + 5 * SCALE + 1, 1 + 3 * SCALE + 1))
    assert picture.readout == "Row 4, column 6: 100 % ink drawn, 25 % expected: 9.25 nats"
    assert picture.accessibleDescription() == picture.readout
    QApplication.sendEvent(picture, QEvent(QEvent.Type.Leave))
    assert picture.readout.startswith("All 784")


def test_arrow_keys_move_the_marker_and_stop_at_the_edge(picture: NatsPicture) -> None:
    QTest.keyClick(picture, Qt.Key.Key_Up)
    assert picture.readout.startswith("Row 14, column 15:")
    for _ in range(30):
        QTest.keyClick(picture, Qt.Key.Key_Left)
    assert picture.readout.startswith("Row 14, column 1:")


def test_the_most_expensive_pixel_is_the_hottest(picture: NatsPicture) -> None:
    image = picture.grab().toImage()
    hot = image.pixelColor(1 + 5 * SCALE + 2, 1 + 3 * SCALE + 2)
    cool = image.pixelColor(1 + 20 * SCALE + 2, 1 + 20 * SCALE + 2)
    assert hot.saturation() > cool.saturation() + 50


def test_an_empty_frame_has_no_nats(picture: NatsPicture) -> None:
    picture.set_parts(None, None, "")
    picture.grab()
    assert "nats" not in picture.readout
