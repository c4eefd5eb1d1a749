"""Bars of counts: names lie, stand or go, as there is room."""

from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.data.class_bars import MAX_UPRIGHT_PX, ClassBars
from desktop_cvae.gui.theme import LIGHT, label_color


def bars(qtbot: QtBot, names: list[str], counts: list[int], width: int = 640) -> ClassBars:
    made = ClassBars(LIGHT)
    qtbot.addWidget(made)
    made.resize(width, 100)
    made.set_counts(names, counts)
    made.resize(width, made.sizeHint().height())
    return made


def colored_rows(made: ClassBars, index: int, count: int) -> int:
    """How many pixels high a label's bar is."""
    image = made.grab().toImage()
    ratio = image.devicePixelRatio()
    x = round((index + 0.5) * made.width() / count * ratio)
    wanted = QColor(label_color(index)).rgb()
    return sum(image.pixel(x, y) == wanted for y in range(image.height()))


def test_a_bar_is_as_high_as_its_count(qtbot: QtBot) -> None:
    made = bars(qtbot, ["a", "b", "c"], [100, 50, 0])
    high, half, none = (colored_rows(made, index, 3) for index in range(3))
    assert none == 0
    assert abs(high - 2 * half) <= 2
    assert high > 40


def test_long_names_stand_and_make_the_bars_higher(qtbot: QtBot) -> None:
    short = bars(qtbot, [str(k) for k in range(30)], [5] * 30)
    long = bars(qtbot, [f"a rather long name {k}" for k in range(30)], [5] * 30)
    more = long.sizeHint().height() - short.sizeHint().height()
    assert 40 < more <= MAX_UPRIGHT_PX


def test_too_many_long_names_are_left_to_the_tooltip(qtbot: QtBot) -> None:
    names = [f"a rather long name {k}" for k in range(62)]
    made = bars(qtbot, names, [5] * 62, width=400)
    assert made.sizeHint().height() < bars(qtbot, ["a", "b"], [1, 2]).sizeHint().height()
    assert made.told(61) == "a rather long name 61: 5 to train with"


def test_62_letters_lie(qtbot: QtBot) -> None:
    names = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    letters = bars(qtbot, list(names), [3] * 62)
    assert letters.sizeHint().height() == bars(qtbot, ["a", "b"], [1, 2]).sizeHint().height()
