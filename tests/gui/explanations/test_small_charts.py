"""The charts of cards say their values to screen readers and grow with their content."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.explanations.small_charts import (
    Bar,
    BarList,
    DigitRow,
    DimensionBars,
    Intervals,
    Scale,
)
from desktop_cvae.gui.theme import Appearance, current_theme


@pytest.fixture(autouse=True)
def appearance(qapp: QApplication) -> Appearance:
    """Sets the font's size in pixels, as the program does."""
    return Appearance(qapp, "light")


def shown(qtbot: QtBot, chart: QWidget) -> QWidget:
    qtbot.addWidget(chart)
    chart.resize(chart.sizeHint())
    return chart


def colored(chart: QWidget, color: str) -> int:
    """Number of pixels in that colour."""
    image = chart.grab().toImage()
    wanted = QColor(color).rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def test_a_longer_bar_has_more_of_its_colour(qtbot: QtBot) -> None:
    chart = BarList("Odds")
    chart.set_bars([Bar("7", 0.2, "20 %")])
    short = colored(shown(qtbot, chart), current_theme().accent)
    chart.set_bars([Bar("7", 0.8, "80 %")])
    assert colored(chart, current_theme().accent) > 3 * short > 0
    assert chart.accessibleDescription() == "7: 80 %"


def test_bars_make_room_for_each_other(qtbot: QtBot) -> None:
    chart = BarList("Odds")
    before = chart.sizeHint().height()
    chart.set_bars([Bar("7", 1, "90 %"), Bar("1", 0.1, "10 %", is_strong=False)])
    assert chart.sizeHint().height() == 3 * before
    assert chart.accessibleDescription() == "7: 90 %; 1: 10 %"


def test_the_highest_dimension_fills_the_chart(qtbot: QtBot) -> None:
    chart = DimensionBars("KL")
    chart.set_values([4.0, 0.0], ["1", "2"])
    shown(qtbot, chart)
    full = colored(chart, current_theme().accent)
    chart.set_values([4.0, 4.0], ["1", "2"])
    assert colored(chart, current_theme().accent) > 1.8 * full
    assert chart.values == (4.0, 4.0)
    assert "2: 4.0 nats" in chart.accessibleDescription()


def test_intervals_say_mean_and_spread(qtbot: QtBot) -> None:
    chart = Intervals("Posterior")
    chart.set_intervals(np.float32([0.5, -1]), np.float32([0.1, 0.9]))
    assert colored(shown(qtbot, chart), current_theme().accent) > 0
    assert chart.accessibleDescription().startswith("1: 0.50 ± 0.10; 2: ")


@pytest.mark.parametrize(("value", "word"), [(2.5, "above"), (-2.5, "below")])
def test_the_scale_says_on_which_side_of_the_threshold(
    qtbot: QtBot, value: float, word: str
) -> None:
    chart = Scale("no", "yes", "Digit score")
    chart.set_value(value, 0.0)
    shown(qtbot, chart).grab()
    assert word in chart.accessibleDescription()


def test_digits_stand_over_their_captions(qtbot: QtBot) -> None:
    chart = DigitRow("Samples")
    chart.set_digits([np.ones((28, 28), np.float32)] * 3, ["one", "two", "three"])
    assert chart.count == 3
    assert chart.accessibleDescription() == "one, two, three"
    assert colored(shown(qtbot, chart), current_theme().ink) > 3 * 28 * 28
