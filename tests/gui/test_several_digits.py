"""A drawing of several digits is offered to be read as a number; a wide sheet to write one on."""

from __future__ import annotations

import numpy as np
import pytest
from fakes import draw_digit
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEventPoint, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_desk import Desk

from desktop_cvae.gui.drawing import MODEL_SIDE, WIDE_ASPECT
from desktop_cvae.gui.several_digits import OFFER, stand_side_by_side

ControlShift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def draw_line(desk: Desk, x: float, top: float = 0.2, bottom: float = 0.8) -> None:
    """Draw an upright line; places are shares of the canvas' height."""
    canvas = desk.window.input.canvas
    side = canvas.height()
    ends = [QPoint(round(x * side), round(y * side)) for y in (top, bottom)]
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, pos=ends[0])
    QTest.mouseMove(canvas, ends[1])
    QTest.mouseRelease(canvas, left, pos=ends[1])
    desk.settle()


def pages(*digits: int) -> np.ndarray:
    """Digits side by side."""
    return np.concatenate(
        [np.kron(draw_digit(d), np.ones((10, 10), np.float32)) for d in digits], 1
    )


@pytest.mark.parametrize(("digits", "several"), [((4,), False), ((8,), False), ((1, 7), True)])
def test_what_stands_side_by_side(digits: tuple[int, ...], several: bool) -> None:
    assert stand_side_by_side(pages(*digits)) == several


def test_a_dot_beside_a_digit_is_no_second_one() -> None:
    image = pages(3, 3)
    image[:, 280:] = 0
    image[200:215, 400:415] = 1
    assert not stand_side_by_side(image)
    assert not stand_side_by_side(np.zeros((280, 280), np.float32))


def test_several_digits_are_offered_once_and_read_when_wished(desk: Desk) -> None:
    desk.window.several._patience.setInterval(1)
    draw_line(desk, 0.25)
    desk.qtbot.waitUntil(lambda: not desk.window.several._patience.isActive())
    assert not desk.notices
    draw_line(desk, 0.75)
    desk.qtbot.waitUntil(lambda: bool(desk.notices))
    assert [notice.sentence for notice in desk.notices] == [OFFER]
    draw_line(desk, 0.5)
    desk.qtbot.waitUntil(lambda: not desk.window.several._patience.isActive())
    assert len(desk.notices) == 1
    desk.window.notice.actions_[0].click()
    desk.settle()
    assert desk.window.several.is_active


def test_a_wide_sheet_takes_the_room_and_comes_and_goes_by_undo(desk: Desk) -> None:
    desk.window.resize(1366, 768)
    canvas = desk.window.input.canvas
    desk.key(Qt.Key.Key_N, ControlShift)
    QApplication.processEvents()
    assert desk.window.panes.arrangement == "number"
    assert canvas.width() == pytest.approx(WIDE_ASPECT * canvas.height(), abs=2)
    assert canvas.width() > 600
    draw_line(desk, 0.3)
    draw_line(desk, WIDE_ASPECT - 0.3)
    assert desk.session.image.shape == (MODEL_SIDE, round(MODEL_SIDE * WIDE_ASPECT))
    inked = np.flatnonzero(desk.session.image.any(axis=0)) / MODEL_SIDE
    assert inked[0] == pytest.approx(0.3, abs=0.06)
    assert inked[-1] == pytest.approx(WIDE_ASPECT - 0.3, abs=0.06)
    desk.key(Qt.Key.Key_Delete)
    assert canvas.drawing.aspect == WIDE_ASPECT
    for _ in range(4):
        desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert canvas.drawing.aspect == 1
    QApplication.processEvents()
    assert desk.window.panes.arrangement == "three"
    assert canvas.width() == canvas.height()


def press(desk: Desk, kind: QTabletEvent.Type, place: QPointF, pressure: float) -> None:
    """Let a tablet's pen do something."""
    canvas, none = desk.window.input.canvas, Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    event = QTabletEvent(
        kind,
        QPointingDevice.primaryPointingDevice(),
        place,
        place,
        pressure,
        0,
        0,
        0,
        0,
        0,
        none,
        left,
        left,
    )
    assert event.points()[0].state() is not QEventPoint.State.Unknown
    QApplication.sendEvent(canvas, event)


def test_a_pen_writes_broader_when_it_is_pressed_harder(desk: Desk) -> None:
    widths = []
    for pressure in (0.1, 0.5, 1.0):
        desk.key(Qt.Key.Key_Delete)
        side = desk.window.input.canvas.height()
        places = [QPointF(side / 2, side * y) for y in (0.2, 0.5, 0.8)]
        press(desk, QTabletEvent.Type.TabletPress, places[0], pressure)
        press(desk, QTabletEvent.Type.TabletMove, places[1], pressure)
        press(desk, QTabletEvent.Type.TabletMove, places[2], pressure)
        press(desk, QTabletEvent.Type.TabletRelease, places[2], 0.0)
        widths.append(int((desk.session.image[140] > 0.5).sum()))
    assert widths[0] < widths[1] < widths[2]
    assert widths[1] == pytest.approx(20, abs=2)


def test_no_noise_is_as_at_the_start(desk: Desk) -> None:
    desk.session.set_noise("speckle", 0.4)
    desk.session.renew_noise()
    desk.key(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert (desk.session.noise.kind, desk.session.noise.level) == ("gaussian", 0.0)
    assert desk.window.input.noise_bar.slider.value() == 0
