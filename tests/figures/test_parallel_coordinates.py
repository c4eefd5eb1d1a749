"""Trainings as lines over parallel axes: where they lie, which stand out, which fade."""

from __future__ import annotations

from dataclasses import replace

import pytest
from figure_faults import figure_faults
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgba

from desktop_cvae.evaluation.sweep_axes import SweepAxis
from desktop_cvae.figures.comparison_figures import new_figure
from desktop_cvae.figures.parallel_coordinates import (
    BOTTOM_PX,
    SIDE_PX,
    TOP_PX,
    ParallelFigure,
    ParallelLayout,
    ParallelLines,
    parallel_size,
)
from desktop_cvae.figures.plot_style import page_style

STYLE = page_style()


def axis(name: str, *places: float | None) -> SweepAxis:
    texts = tuple(str(place) for place in places)
    return SweepAxis(name, name == "accuracy", places, texts, ((0.0, "low"), (1.0, "high")))


AXES = (axis("beta", 0.0, 0.5, 1.0), axis("accuracy", 0.9, None, 0.2))
LINES = ParallelLines(AXES, ("beta", "read by evidence"), (0, 2, 1), "accuracy")


def test_axes_fill_the_width_and_places_the_height() -> None:
    layout = ParallelLayout(500, 300, 3)
    assert [layout.x(at) for at in range(3)] == [SIDE_PX, 250, 500 - SIDE_PX]
    assert (layout.y(1.0), layout.y(0.0)) == (TOP_PX, 300 - BOTTOM_PX)
    assert layout.place(layout.y(0.3)) == pytest.approx(0.3)
    assert layout.place(-50) == 1
    assert ParallelLayout(500, 300, 1).x(0) == 250


def test_a_value_that_is_not_known_is_passed_over() -> None:
    layout = ParallelLayout(500, 300, 2)
    assert len(layout.points(AXES, 0)) == 2
    assert len(layout.points(AXES, 1)) == 1
    assert LINES.strength(0) == 0.9
    assert LINES.strength(1) is None


def test_a_training_lies_within_the_ranges_or_fades() -> None:
    lines = ParallelLines(AXES, LINES.titles, LINES.order, "accuracy", {"beta": (0.4, 1.0)})
    assert [lines.is_within(at) for at in range(3)] == [False, True, True]
    assert not ParallelLines(AXES, ranges={"accuracy": (0.0, 1.0)}).is_within(1)
    figure = new_figure(500, 300)
    ParallelFigure(figure, lines, STYLE)
    (drawn,) = figure.axes[0].findobj(LineCollection)
    # What fades is drawn first, below the others; the better of these last.
    assert tuple(drawn.get_colors()[0]) == to_rgba(STYLE.theme.border)
    assert drawn.get_linewidths()[0] < drawn.get_linewidths()[-1]
    ends = [path[-1][1] for path in drawn.get_segments()]
    assert ends[-1] == ParallelLayout(500, 300, 2).y(0.2)


def test_two_trainings_stand_out() -> None:
    plot = ParallelFigure(new_figure(500, 300), LINES, STYLE, axis_at=1)
    plot.mark([2, None])
    drawn = [line for line in plot.moving if len(line.get_xdata())]  # type: ignore[attr-defined]
    assert len(drawn) == 2
    plot.mark([])
    assert not any(len(line.get_xdata()) for line in plot.moving)  # type: ignore[attr-defined]


def test_a_long_title_is_cut_and_stays_inside() -> None:
    figure = new_figure(300, 200)
    ParallelFigure(figure, ParallelLines(AXES, ("x" * 60, "y" * 60), (0,), "beta"), STYLE)
    texts = [text for text in figure.axes[0].texts if "…" in text.get_text()]
    assert len(texts) == 2
    assert all(0 < text.get_position()[0] < 300 for text in texts)


def test_ticks_stand_where_there_is_room_and_titles_over_their_axes() -> None:
    figure = new_figure(500, 300)
    long = ((0.0, "low"), (1.0, "a long value"))
    axes = tuple(replace(each, ticks=long) for each in AXES)
    ParallelFigure(figure, replace(LINES, axes=axes), STYLE, axis_at=0)
    assert figure_faults(figure) == []
    layout = ParallelLayout(500, 300, 2)
    shown = {}
    for text in figure.axes[0].texts:
        shown.setdefault(text.get_text(), []).append(text)
    (title,) = shown["beta"]
    assert (title.get_position()[0], title.get_color()) == (SIDE_PX, STYLE.theme.accent)
    assert shown["read by evidence"][0].get_color() == STYLE.theme.text
    left, right = shown["a long value"]
    assert (left.get_ha(), left.get_position()) == ("left", (layout.x(0) + 12, layout.y(1.0)))
    assert (right.get_ha(), right.get_position()) == ("right", (layout.x(1) - 12, layout.y(1.0)))
    assert [text.get_position()[1] for text in shown["low"]] == [layout.y(0.0)] * 2
    # The axis of the keyboard is in the accent's colour, the one that colours is a band.
    (line,) = [line for line in figure.axes[0].lines if line.get_zorder() == 3]
    assert line.get_color() == STYLE.theme.accent
    assert line.get_xydata().tolist() == [[layout.x(0), layout.y(0)], [layout.x(0), layout.y(1)]]
    (band,) = figure.axes[0].images
    assert sum(band.get_extent()[:2]) / 2 == layout.x(1)
    assert [*band.get_extent()[2:]] == [layout.y(0), layout.y(1)]


def test_a_range_is_a_band_between_its_ends() -> None:
    figure = new_figure(500, 300)
    lines = ParallelLines(AXES, LINES.titles, LINES.order, "accuracy", {"beta": (0.25, 0.75)})
    ParallelFigure(figure, lines, STYLE)
    (band,) = [patch for patch in figure.axes[0].patches if patch.get_zorder() == 4]
    layout = ParallelLayout(500, 300, 2)
    assert band.get_x() + band.get_width() / 2 == layout.x(0)
    assert (band.get_y(), band.get_y() + band.get_height()) == (layout.y(0.75), layout.y(0.25))


def test_a_training_of_unknown_worth_is_dotted_and_the_worst_lies_lowest() -> None:
    figure = new_figure(500, 300)
    ParallelFigure(figure, LINES, STYLE)
    (drawn,) = figure.axes[0].findobj(LineCollection)
    assert [dash[1] is None for dash in drawn.get_linestyle()] == [False, True, True]
    assert drawn.get_linewidths()[0] == drawn.get_linewidths()[-1]
    ends = [path[0][1] for path in drawn.get_segments()]
    assert ends == [ParallelLayout(500, 300, 2).y(place) for place in (0.5, 1.0, 0.0)]


def test_a_file_grows_with_its_axes() -> None:
    sizes = [parallel_size(count) for count in (1, 3, 4, 5)]
    assert sizes[0] == sizes[1]
    assert sizes[3][0] - sizes[2][0] == sizes[2][0] - sizes[1][0] == sizes[1][0] / 3
    assert len({height for _, height in sizes}) == 1


def test_the_marks_take_the_points_of_their_trainings() -> None:
    plot = ParallelFigure(new_figure(500, 300), LINES, STYLE)
    plot.mark([0, 2])
    layout = ParallelLayout(500, 300, 2)
    points = [line.get_xydata().tolist() for line in plot.moving]  # type: ignore[attr-defined]
    for index, at in ((0, 0), (1, 0), (2, 2), (3, 2)):
        assert points[index] == [list(point) for point in layout.points(AXES, at)]
