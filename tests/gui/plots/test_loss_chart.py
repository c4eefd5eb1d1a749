"""The curve while training: local means, range, silence on what is not finite."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_cvae.core.results import LossTerms
from desktop_cvae.gui.plots.loss_chart import LossChart
from desktop_cvae.workers.training_events import Progressed


def point(epoch: int, batch: int, mean: float) -> Progressed:
    return Progressed(epoch, 2, batch, 10, LossTerms(mean, mean, 0.0), 1.0)


@pytest.fixture
def chart(qtbot: QtBot) -> LossChart:
    chart = LossChart()
    qtbot.addWidget(chart)
    return chart


def test_running_means_become_means_between_events(chart: LossChart) -> None:
    batches = [400.0, 200.0, 100.0, 100.0]
    means = [sum(batches[:n]) / n for n in range(1, 5)]
    points = [point(1, n, mean) for n, mean in enumerate(means, 1)] + [point(2, 5, 90.0)]
    chart.set_run(points, [], 2, "total")
    assert [p.value for p in chart.train] == pytest.approx([*batches, 90.0])
    assert [p.epoch for p in chart.train] == pytest.approx([0.05, 0.15, 0.25, 0.35, 1.25])


def test_a_few_batches_are_not_drawn_by_themselves(chart: LossChart) -> None:
    points = [
        Progressed(1, 1, batch, 500, LossTerms(mean, mean, 0.0), 1.0)
        for batch, mean in ((100, 200.0), (101, 230.0), (200, 150.0))
    ]
    chart.set_run(points, [], 1, "total")
    assert [p.value for p in chart.train] == pytest.approx([200.0, 100.0])


def test_a_steep_start_does_not_squash_the_rest(chart: LossChart) -> None:
    points = [point(1, 1, 900.0)] + [point(2, n, 120.0) for n in range(1, 11)]
    chart.set_run(points, [], 2, "total")
    low, high = chart.value_range()
    assert low < 120 < high < 200


def test_many_points_are_thinned_and_the_last_stays(chart: LossChart) -> None:
    points = [Progressed(1, 1, n, 5000, LossTerms(1, 1, 0), 1.0) for n in range(1, 5001)]
    chart.set_run(points, [], 1, "total")
    assert 50 < len(chart.train) <= 400
    assert chart.train[-1].epoch > 0.99


def test_an_empty_and_a_broken_curve_can_be_painted(chart: LossChart) -> None:
    chart.show()
    chart.grab()
    chart.set_run([point(1, 1, float("inf")), point(1, 2, float("nan"))], [], 2, "total")
    assert chart.value_range() == (0.0, 1.0)
    chart.grab()
    chart.hide()
