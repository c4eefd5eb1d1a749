"""Every dialog on every screen: nothing is cut, nothing scrolls that would fit."""

import pytest
from every_dialog import DIALOGS, open_dialog
from fake_runs import MakeRun
from layout_faults import faults, scrolling
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPushButton
from window_desk import Desk

from desktop_cvae.gui.widgets.work_dialog import FRAME, available_size

SCREENS = [(960, 600), (1366, 768), (1920, 1080), (3840, 2160)]
"""In logical pixels, from a small laptop to a large screen."""
TINY = QSize(640, 360)
"""Full HD at 300 %."""
LISTS = {
    "archive": {"Column"},
    "training, advanced": {"Column"},
    "scorecard": {"QScrollArea"},
    "latent space": {"Column"},
    "keys": {"Column"},
    "guide": {"QScrollArea"},
    "guide, training": {"QScrollArea"},
}
"""What is a list, or a page to be read, that may be longer than the screen."""


@pytest.mark.parametrize("name", DIALOGS)
def test_nothing_is_cut_and_nothing_scrolls_that_fits(
    desk: Desk, make_run: MakeRun, name: str
) -> None:
    desk.draw(3)
    dialog = open_dialog(desk, make_run, name)
    # It was opened on the screen that is there.
    assert dialog.size().boundedTo(available_size(dialog)) == dialog.size()
    for width, height in SCREENS:
        dialog.resize(QSize(width, height) - FRAME)
        assert faults(dialog) == [], (width, height)
        assert scrolling(dialog) <= LISTS.get(name, set()), (width, height)
    dialog.resize(TINY - FRAME)
    QApplication.processEvents()
    assert dialog.width() <= TINY.width()
    assert dialog.height() <= TINY.height()
    # There one scrolls, but what is there can be read.
    assert faults(dialog) == []
    buttons = [b for b in dialog.findChildren(QPushButton) if b.parentWidget() is dialog]
    for button in buttons:
        assert dialog.rect().contains(button.geometry()) or button.isHidden(), button.text()
    dialog.close()


@pytest.mark.parametrize("name", ["training, advanced", "scorecard", "data sets, make"])
def test_text_of_twice_the_size_is_not_cut(desk: Desk, make_run: MakeRun, name: str) -> None:
    desk.appearance.set_text_scale(2.0)
    try:
        dialog = open_dialog(desk, make_run, name)
        dialog.resize(QSize(*SCREENS[0]) - FRAME)
        assert faults(dialog) == []
        dialog.close()
    finally:
        desk.appearance.set_text_scale(1.0)
