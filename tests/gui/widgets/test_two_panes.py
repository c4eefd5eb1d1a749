"""Two panes lie side by side where both fit, else one below the other."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.widgets.card import Column
from desktop_cvae.gui.widgets.two_panes import TwoPanes


def test_narrow_panes_lie_one_below_the_other(qtbot: QtBot) -> None:
    first, second = Column(200), QWidget()
    second.setMinimumSize(300, 150)
    panes = TwoPanes(first, second)
    qtbot.addWidget(panes)
    panes.resize(700, 240)
    panes.show()
    assert 500 < panes.least_width < 560
    assert not panes.is_stacked
    assert first.width() == panes.least_width - 300 - (second.x() - first.width())
    assert second.geometry().right() == panes.viewport().width() - 1
    panes.show_second()
    assert panes.verticalScrollBar().value() == 0
    panes.resize(panes.least_width, 240)
    assert not panes.is_stacked
    panes.resize(panes.least_width - 1, 240)
    assert panes.is_stacked
    qtbot.waitUntil(lambda: second.y() > first.geometry().bottom())
    assert first.width() == panes.viewport().width()
    assert second.height() >= 240, "it fills the view when it is scrolled to its head"
    panes.show_second()
    assert panes.verticalScrollBar().value() == second.y()
    panes.resize(700, 240)
    assert not panes.is_stacked
    qtbot.waitUntil(lambda: second.y() == first.y())
    assert second.minimumHeight() == 0
    assert panes.minimumSizeHint().width() <= 300
    assert panes.sizeHint().width() == panes.least_width
