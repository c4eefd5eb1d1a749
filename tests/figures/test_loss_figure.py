"""Curves and their ranges, of finished trainings and of one that goes on."""

import math
from dataclasses import replace

import numpy as np
import pytest
from figure_faults import figure_faults
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core.command_events import TrainingProgress
from desktop_cvae.core.results import EpochRecord, LossTerms
from desktop_cvae.figures.comparison_figures import new_figure
from desktop_cvae.figures.loss_figure import (
    MOST_DOTTED,
    LossCurves,
    LossPlot,
    draw_loss,
    draw_losses,
    joint_ranges,
    loss_curves,
    run_curves,
    spread,
)
from desktop_cvae.figures.palette import model_color
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


def shown_plot(values, width=500, height=320, title=""):
    figure = new_figure(width, height)
    curves = loss_curves(records(values), "total")
    return figure, draw_loss(figure, curves, page_style(), title)


def test_the_title_of_the_epochs_needs_a_high_chart():
    titles = []
    for height, name in ((120, ""), (320, "mine")):
        figure, plot = shown_plot([150, 120, 110], height=height, title=name)
        titles.append(plot.axes.get_xlabel())
        assert figure_faults(figure) == []
    assert titles == ["", "epoch"]


def test_numbers_stand_as_close_as_they_can_be_read():
    counts = []
    for width, height in ((300, 200), (900, 600)):
        _, plot = shown_plot(range(150, 100, -1), width, height)
        epochs, values = plot.axes.get_xticks(), plot.axes.get_yticks()
        assert (epochs == epochs.round()).all()
        counts.append((len(epochs), len(values)))
    assert 3 <= counts[0][0] <= 6
    assert 8 <= counts[1][0] <= 14
    assert counts[1][1] > 1.8 * counts[0][1]


def test_points_are_dotted_while_they_are_few():
    counts = (3, MOST_DOTTED, MOST_DOTTED + 1)
    markers = [shown_plot([150] * count)[1]._validation.get_marker() for count in counts]
    assert markers == ["o", "o", ""]


def test_the_rest_of_a_training_is_divided_by_a_line():
    figure = new_figure(500, 320)
    both = [replace(one, model="a" if one.epoch <= 2 else "") for one in records([5, 4, 3, 2])]
    curves = loss_curves(both, "total")
    assert curves.breaks == (2.5,)
    plot = draw_loss(figure, curves, page_style())
    assert [line.get_xdata() for line in plot._breaks] == [[2.5, 2.5]]
    plot.show(curves, (0, 4), (0, 9))
    assert len(plot._breaks) == 1
    other = LossCurves(curves.train, curves.validation, (1.5, 3.5))
    plot.show(other, (0, 4), (0, 9))
    drawn = [line.get_xdata()[0] for line in plot.axes.lines if line in plot._breaks]
    assert drawn == [1.5, 3.5]
    assert 2.5 not in [line.get_xdata()[0] for line in plot.axes.lines if len(line.get_xdata())]


def test_an_epoch_that_is_pointed_at_has_a_line_and_a_dot_on_each_curve():
    _, plot = shown_plot([150, float("nan"), 110])
    plot.point_at(3.0)
    assert plot._pointer.get_visible()
    assert plot._pointer.get_xdata() == [3.0, 3.0]
    assert [dot.get_xydata().tolist() for dot in plot._dots] == [[[3, 110]], [[3, 111]]]
    plot.point_at(2.0)
    assert [len(dot.get_xdata()) for dot in plot._dots] == [0, 0]
    plot.point_at(None)
    assert not plot._pointer.get_visible()
    beyond = loss_curves(records([900, 120, -300]), "total")
    plot.show(beyond, (1, 3), (100, 200))
    markers = []
    for epoch in (1.0, 2.0, 3.0):
        plot.point_at(epoch)
        markers.append(plot._dots[0].get_marker())
        assert 100 <= plot._dots[0].get_ydata()[0] <= 200
    assert markers == ["^", "o", "v"]


def test_ranges_of_nothing_and_of_one_epoch():
    nothing = loss_curves([], "total")
    assert (nothing.value_range(), nothing.epoch_range()) == ((0, 1), (0, 1))
    one = loss_curves(records([100]), "total")
    assert one.epoch_range() == (0.5, 1.5)
    low, high = one.value_range()
    assert (low, high) == pytest.approx((100 - 0.101, 101 + 0.101))
    both = joint_ranges([one, loss_curves(records([50, 40, 30]), "total")])
    assert both[0] == (0.5, 3)
    assert both[1][0] < 30
    assert both[1][1] == high


def test_models_are_compared_with_lines_dots_and_names():
    histories = [
        ("first", records([150, 120, 110])),
        ("none", []),
        ("second", records([float("nan"), 130, float("nan")])),
    ]
    figure = new_figure(500, 320)
    axes = draw_losses(figure, histories, "total", page_style())
    assert figure_faults(figure) == []
    train, validation, lone, *others = axes.lines
    assert train.get_ydata().tolist() == [150, 120, 110]
    assert validation.get_ydata().tolist() == [151, 121, 111]
    assert len(lone.get_xdata()) == 0
    assert others[2].get_xydata().tolist() == [[2, 131]]
    assert {line.get_color() for line in axes.lines[:3]} == {model_color(0)}
    assert {line.get_color() for line in others} == {model_color(2)}
    names = {text.get_text(): text.get_position() for text in figure.texts}
    assert {"first", "second"} <= {*names}
    # Each name stands where its curve ends.
    low, high = axes.get_ylim()
    box = axes.get_position()
    for name, value in (("first", 111), ("second", 131)):
        place = box.y0 + box.height * (value - low) / (high - low)
        assert names[name][1] == pytest.approx(place, abs=0.03)
        assert names[name][0] > box.x1
    empty = new_figure(500, 320)
    draw_losses(empty, [], "total", page_style())
    assert figure_faults(empty) == []
