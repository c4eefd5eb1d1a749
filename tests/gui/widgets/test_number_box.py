"""A number box of a form: texts, ranges and the wheel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_cvae.core.schemas import Field
from desktop_cvae.gui.widgets.number_box import NumberBox

FIELD = Field("Noise", "share of noise", 0, 0.2, decimals=2, step=0.5, scale=100, zero="none")


def turn_wheel(box: NumberBox) -> bool:
    """Turn the wheel over it by a notch; whether it took the turn."""
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    at = QPointF(box.rect().center())
    held = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(at, at, QPoint(), QPoint(0, 120), none, held, phase, False)
    box.wheelEvent(event)
    return event.isAccepted()


def test_the_wheel_changes_only_the_box_in_hand(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = NumberBox(FIELD)
    qtbot.addWidget(box)
    box.setValue(2)
    assert not turn_wheel(box)
    assert box.value() == 2
    monkeypatch.setattr(box, "hasFocus", lambda: True)
    assert turn_wheel(box)
    assert box.value() == 2.5


def test_it_shows_plain_digits_without_trailing_zeros(qtbot: QtBot) -> None:
    box = NumberBox(FIELD)
    qtbot.addWidget(box)
    assert (box.minimum(), box.maximum()) == (0, 20)
    shown = []
    for value in (0, 2, 2.5, 10, 99):
        box.setValue(value)
        shown.append(box.text())
    assert shown == ["none", "2 %", "2.5 %", "10 %", "20 %"]
    box.stepBy(-1)
    assert box.value() == 19.5
    box.selectAll()
    QTest.keyClicks(box, "7")
    assert box.value() == 19.5, "a number counts when it is whole"
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == 7
    growing = NumberBox(Field("Steps", "steps", 1, 5000, step=0))
    qtbot.addWidget(growing)
    growing.setValue(1000)
    growing.stepBy(1)
    assert growing.value() == 1100
