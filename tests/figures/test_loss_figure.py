"""Curves and their ranges, of finished trainings and of one that goes on."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core.command_events import TrainingProgress
from desktop_cvae.core.results import EpochRecord, LossTerms
from desktop_cvae.figures.comparison_figures import new_figure
from desktop_cvae.figures.loss_figure import (
    LossPlot,
    draw_loss,
    loss_curves,
    run_curves,
    spread,
)
from desktop_cvae.figures.plot_style import figure_bytes, page_style


def records(values):
    return [
        EpochRecord(epoch, LossTerms(v, v - 20, 20.0), LossTerms(v + 1, v - 19, 20.0), 1.0)
        for epoch, v in enumerate(values, start=1)
    ]


@pytest.mark.parametrize(("term", "first"), [("total", 150), ("reconstruction", 130), ("kl", 20)])
def test_each_term_has_its_curve(term, first):
    curves = loss_curves(records([150, 120]), term)
    assert curves.validation.epochs.tolist() == [1, 2]
    assert curves.train.values[0] == first


def test_a_high_first_epoch_does_not_squash_the_rest():
    low, high = loss_curves(records([900, 120, 115, 110, 108]), "total").value_range()
    assert 105 < low < 108
    assert 121 < high < 125


def test_an_even_fall_is_seen_whole():
    _, high = loss_curves(records([150, 140, 130, 120, 110]), "total").value_range()
    assert high > 151


def test_a_short_history_is_seen_whole():
    _, high = loss_curves(records([900, 120]), "total").value_range()
    assert high > 901


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=1, max_size=30))
def test_ranges_are_finite_and_not_empty(values):
    # Python's floats reach 1e308, where differences overflow; losses do not.
    bounded = [v if not math.isfinite(v) else max(-1e30, min(v, 1e30)) for v in values]
    curves = loss_curves(records(bounded), "total")
    for low, high in (curves.value_range(), curves.epoch_range()):
        assert math.isfinite(low)
        assert math.isfinite(high)
        assert low < high
    assert not np.isinf(curves.train.values).any()


@pytest.mark.parametrize(
    ("places", "apart"),
    [
        ([10, 50], [10, 50]),
        ([20, 20], [12, 28]),
        ([22, 18], [28, 12]),
        ([50, 20, 24, 22], [53, 5, 37, 21]),
    ],
)
def test_names_at_the_ends_do_not_touch(places, apart):
    assert spread(places, 16) == apart


def point(epoch, batch, mean, batches=10):
    return TrainingProgress(epoch, 2, batch, batches, LossTerms(mean, mean, 0.0), 1.0)


def test_running_means_become_means_between_events():
    batches = [400.0, 200.0, 100.0, 100.0]
    means = [sum(batches[:n]) / n for n in range(1, 5)]
    points = [point(1, n, mean) for n, mean in enumerate(means, 1)] + [point(2, 5, 90.0)]
    epochs, values = run_curves(points, [], "total").train
    assert values.tolist() == pytest.approx([*batches, 90.0])
    assert epochs.tolist() == pytest.approx([0.05, 0.15, 0.25, 0.35, 1.25])


def test_a_few_batches_are_not_drawn_by_themselves():
    events = ((100, 200.0), (101, 230.0), (200, 150.0))
    points = [point(1, batch, mean, 500) for batch, mean in events]
    assert run_curves(points, [], "total").train.values.tolist() == pytest.approx([200.0, 100.0])


def test_many_points_are_thinned_and_the_last_stays():
    points = [point(1, n, 1.0, 5000) for n in range(1, 5001)]
    epochs, _ = run_curves(points, [], "total").train
    assert 50 < len(epochs) <= 400
    assert epochs[-1] > 0.99


def test_a_steep_start_does_not_squash_the_rest():
    points = [point(1, 1, 900.0)] + [point(2, n, 120.0) for n in range(1, 11)]
    low, high = run_curves(points, [], "total").value_range()
    assert low < 120 < high < 200


def test_an_epoch_is_pointed_at_with_an_arrow_beyond_the_range():
    plot = LossPlot(new_figure(400, 300), page_style())
    curves = loss_curves(records([900, 120, 115, 110, 108]), "total")
    plot.show(curves, curves.epoch_range(), curves.value_range())
    plot.point_at(1.0)
    assert [dot.get_marker() for dot in plot._dots] == ["^", "^"]
    plot.point_at(2.0)
    assert [dot.get_marker() for dot in plot._dots] == ["o", "o"]
    assert plot._dots[1].get_ydata().tolist() == [121]


def test_a_file_has_the_curves_that_are_blitted_on_the_screen():
    figure = new_figure(500, 320)
    plot = draw_loss(figure, loss_curves(records([150, 120, 110]), "total"), page_style(), "mine")
    whole = figure_bytes(figure, ".png")
    for artist in plot.moving:
        artist.set_visible(False)
    assert figure_bytes(figure, ".png") != whole
