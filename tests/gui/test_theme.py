"""One palette, one stylesheet: what is switched looks like what was so from the start."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from window_desk import Desk, MakeDesk

from desktop_cvae.gui.dialogs import show_shortcuts
from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.theme import DARK, LIGHT, ROLES, Theme
from desktop_cvae.gui.training.training_dialog import TrainingDialog


def settle(desk: Desk) -> None:
    """Wait until every window wears the theme."""
    polishing = desk.appearance.findChild(QTimer)
    desk.qtbot.waitUntil(lambda: not polishing.isActive())
    # Layouts and scroll bars settle one event later.
    QApplication.processEvents()


def pictures(windows: list[QWidget]) -> list[QImage]:
    return [window.grab().toImage() for window in windows]


def open_windows(desk: Desk) -> list[QWidget]:
    """The window with an answer, the keys, the training dialog."""
    desk.draw(7)
    training = TrainingDialog(desk.window)
    training.show()
    windows = [desk.window, show_shortcuts(desk.window), training]
    settle(desk)
    return windows


def test_a_switched_window_looks_as_if_it_had_been_dark_from_the_start(make_desk: MakeDesk):
    desk = make_desk(Settings())
    desk.appearance.choose("dark")
    windows = open_windows(desk)
    dark = pictures(windows)
    desk.appearance.choose("light")
    settle(desk)
    light = pictures(windows)
    assert all(one != other for one, other in zip(light, dark, strict=True))
    desk.appearance.choose("dark")
    settle(desk)
    assert pictures(windows) == dark
    desk.appearance.choose("light")
    settle(desk)
    assert pictures(windows) == light


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_palette_has_every_colour_that_the_stylesheet_names(theme: Theme):
    palette = theme.palette()
    for name, role in ROLES.items():
        if hasattr(theme, name):
            word = "".join(part.capitalize() for part in role.split("-"))
            assert palette.color(getattr(palette.ColorRole, word)).name() == getattr(theme, name)
