"""The chart in the window: what is drawn anew, and when; silence on what is not finite."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from pytestqt.qtbot import QtBot

from desktop_cvae.core.command_events import TrainingProgress
from desktop_cvae.core.results import EpochRecord, LossTerms
from desktop_cvae.gui.plots.loss_chart import LossChart
from desktop_cvae.gui.theme import DARK, LIGHT


def point(epoch: int, batch: int, mean: float) -> TrainingProgress:
    return TrainingProgress(epoch, 2, batch, 10, LossTerms(mean, mean, 0.0), 1.0)


def record(epoch: int, value: float) -> EpochRecord:
    terms = LossTerms(value, value, 0.0)
    return EpochRecord(epoch, terms, terms, 1.0)


FALLING = [point(1, n, 150.0 - n) for n in range(1, 11)]


@pytest.fixture
def chart(qtbot: QtBot) -> LossChart:
    chart = LossChart()
    qtbot.addWidget(chart)
    chart.resize(420, 200)
    return chart


def test_it_is_matplotlibs_canvas(chart: LossChart) -> None:
    assert isinstance(chart, FigureCanvasQTAgg)


def test_while_training_only_the_curves_are_drawn_anew(chart: LossChart) -> None:
    chart.set_run(FALLING[:8], [], 2, "total")
    before = chart.grab().toImage()
    drawn = chart.still_count
    # Well within the range that is shown.
    chart.set_run([*FALLING[:8], point(1, 9, 142.0)], [], 2, "total")
    assert chart.grab().toImage() != before
    assert chart.still_count == drawn
    chart.set_run([*FALLING, point(2, 5, 90.0)], [], 2, "total")
    chart.grab()
    assert chart.still_count == drawn + 1


def test_a_term_without_a_range_in_common_has_its_own(chart: LossChart) -> None:
    chart.set_run(FALLING, [record(1, 140.0)], 2, "total")
    high = chart.frame.y_range[1]
    chart.set_run(FALLING, [record(1, 140.0)], 2, "kl")
    assert chart.frame.y_range[1] < 1 < high


def test_an_empty_chart_says_what_will_be_here(chart: LossChart) -> None:
    empty = chart.grab().toImage()
    chart.set_run(FALLING, [], 2, "total")
    assert chart.grab().toImage() != empty
    chart.set_run([], [], 2, "total")
    assert chart.grab().toImage() == empty


def test_a_broken_curve_can_be_drawn(chart: LossChart) -> None:
    chart.set_run([point(1, 1, float("inf")), point(1, 2, float("nan"))], [], 2, "total")
    assert chart.frame.y_range == (0.0, 1.0)
    assert np.isnan(chart.curves.train.values).all()
    assert not chart.grab().isNull()


def test_the_still_part_is_drawn_anew_for_a_theme_and_a_size(chart: LossChart, use_theme) -> None:
    chart.set_history([record(1, 120.0), record(2, 110.0)], "total")
    assert chart.grab().toImage().pixelColor(2, 2).name() == LIGHT.surface
    drawn = chart.still_count
    use_theme(DARK)
    assert chart.grab().toImage().pixelColor(2, 2).name() == DARK.surface
    assert chart.still_count == drawn + 1
    chart.resize(500, 220)
    assert chart.grab().width() == 500
    assert chart.still_count == drawn + 2


def test_a_falling_curve_changes_the_axes_seldom(chart: LossChart) -> None:
    points = [point(1 + n // 10, 1 + n % 10, 150.0 - n / 4) for n in range(200)]
    for count in range(20, 200, 2):
        chart.set_run(points[:count], [], 20, "total")
        low, high = chart.curves.value_range()
        assert chart.frame.y_range[0] <= low < high <= chart.frame.y_range[1]
        chart.grab()
    assert chart.still_count < 40
