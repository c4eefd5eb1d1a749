"""The scorecard's plots, drawn as the worker draws them."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from figure_faults import figure_faults
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba

from desktop_cvae.evaluation.corruption_curves import NOISE, SHIFT, CurvePoint
from desktop_cvae.evaluation.rejection import RejectionScores
from desktop_cvae.evaluation.scorecard import reliability
from desktop_cvae.figures.comparison_figures import new_figure
from desktop_cvae.figures.palette import model_color
from desktop_cvae.figures.plot_style import PlotStyle, page_style
from desktop_cvae.figures.scorecard_figures import (
    SWEEP_DASHES,
    RejectionCurves,
    draw_corruption_curves,
    draw_elbo,
    draw_rejection_curves,
    draw_reliability,
)
from desktop_cvae.gui.exporting.export import DrawFigure
from desktop_cvae.gui.plots.plot_picture import draw_picture
from desktop_cvae.gui.theme import DARK

RELIABILITY = reliability(np.linspace(0.3, 1, 50, dtype=np.float32), np.arange(50) % 3 > 0)
REFUSALS = RejectionScores(np.linspace(-3, 9, 200), np.linspace(-11, 1, 100))
POINTS = tuple(CurvePoint(level, 100, 99 - round(40 * level)) for level in NOISE.levels)
PLOTS = {
    "noise": partial(
        draw_corruption_curves, corruption=NOISE, curves=[(0, "one", POINTS), (1, "two", ())]
    ),
    "shift": partial(draw_corruption_curves, corruption=SHIFT, curves=[]),
    "reliability": partial(
        draw_reliability, diagrams=[(0, "one", RELIABILITY), (3, "two", RELIABILITY)]
    ),
    "elbo": partial(draw_elbo, bars=[(0, "one", 80.0, 20.0), (1, "two", 70.5, 25.0)]),
    "refusals": partial(
        draw_rejection_curves,
        curves=[
            RejectionCurves(0, "one", REFUSALS, 0.0),
            RejectionCurves(1, "two", RejectionScores(REFUSALS.digits, np.zeros(0)), -np.inf),
        ],
        false_rejection_rate=0.01,
    ),
    "nothing": partial(draw_elbo, bars=[]),
    "no refusals": partial(draw_rejection_curves, curves=[], false_rejection_rate=0.01),
}


@pytest.mark.parametrize("name", PLOTS)
def test_no_text_lies_on_another(name: str) -> None:
    figure = new_figure(600, 360)
    PLOTS[name](figure, style=page_style())
    assert figure_faults(figure) == []


@pytest.mark.parametrize("name", PLOTS)
def test_it_is_drawn_in_the_themes_colours(name: str) -> None:
    pixels = draw_picture(PLOTS[name], (500, 300), 1.5, PlotStyle(DARK, "DejaVu Sans", 12, 11))
    assert pixels.shape == (450, 750, 4)
    ground = [int(DARK.surface[at : at + 2], 16) for at in (1, 3, 5)]
    assert pixels[1, 1, :3].tolist() == ground
    assert len(np.unique(pixels.reshape(-1, 4), axis=0)) > 10


def drawn_axes(draw: DrawFigure) -> Axes:
    figure = new_figure(500, 300)
    draw(figure, style=page_style())
    return figure.axes[0]


def test_references_are_dashed_with_their_source() -> None:
    curve, reference = drawn_axes(PLOTS["noise"]).lines
    assert curve.get_ydata().tolist() == [point.accuracy * 100 for point in POINTS]
    assert reference._unscaled_dash_pattern[1] == SWEEP_DASHES[1]
    assert "Schott et al. 2019" in reference.get_label()
    assert reference.get_ydata().tolist() == pytest.approx([96.67, 93.0, 83.3, 69.8, 51.2])


def test_the_calibration_error_stands_beside_the_name() -> None:
    figure = new_figure(500, 300)
    PLOTS["reliability"](figure, style=page_style())
    texts = [text.get_text() for text in figure.texts]
    error = f"calibration error {100 * RELIABILITY.error:.2f} %"
    assert texts == ["one", error, "two", error]


def test_the_operating_point_is_marked_on_both_curves() -> None:
    lines = drawn_axes(PLOTS["refusals"]).lines
    marked = [line.get_xydata()[0].tolist() for line in lines if line.get_marker() == "o"]
    assert marked == [pytest.approx([0, 25]), pytest.approx([0, 92], abs=1)]
    figure = new_figure(600, 300)
    PLOTS["refusals"](figure, style=page_style())
    texts = [text.get_text() for text in figure.texts]
    assert "25.00 % of digits, 91.0 % of others" in texts
    assert f"AUC {REFUSALS.auc:.4f}" in texts
    # The second model refuses nothing, and was shown no other pictures.
    assert "0.00 % of digits" in texts


def test_reconstruction_and_kl_stand_one_behind_the_other() -> None:
    axes = drawn_axes(PLOTS["elbo"])
    bars = [
        (bar.get_y() + bar.get_height() / 2, bar.get_x(), bar.get_width()) for bar in axes.patches
    ]
    np.testing.assert_allclose(bars, [(0, 0, 80), (0, 80, 20), (1, 0, 70.5), (1, 70.5, 25)])
    full, faded = (axes.patches[at].get_facecolor() for at in (0, 1))
    assert full == to_rgba(model_color(0))
    assert all(a < b <= 1 for a, b in zip(full[:3], faded[:3], strict=True)), "nearer to the paper"
    sums = {text.get_text(): text.xy for text in axes.texts}
    assert (sums["100.0"], sums["95.5"]) == ((100, 0), (95.5, 1))
    assert [label.get_text() for label in axes.get_yticklabels()] == ["one", "two"]
    # The first row stands at the top; the plot reaches a little farther than its longest bar.
    low, high = axes.get_ylim()
    assert low > 1.5
    assert high == -0.5
    published = [line.get_xdata()[0] for line in axes.lines]
    assert axes.get_xlim() == pytest.approx((0, 1.08 * max(100, *published)))
    assert len(published) == 2


def test_few_bars_stay_as_thick_as_many() -> None:
    few, many = new_figure(500, 900), new_figure(500, 900)
    rows = [(at, f"model {at}", 80.0, 20.0) for at in range(30)]
    draw_elbo(few, rows[:2], page_style())
    draw_elbo(many, rows, page_style())
    heights = [figure.axes[0].patches[0].get_window_extent().height for figure in (few, many)]
    assert heights[0] < 0.62 * 62 * few.dpi / 72
    assert heights[1] < heights[0]


def test_dots_of_the_reliability_grow_with_their_answers() -> None:
    axes = drawn_axes(PLOTS["reliability"])
    confidence, accuracy, counts = RELIABILITY.points()
    dots = axes.collections[0]
    np.testing.assert_allclose(dots.get_offsets(), 100 * np.stack([confidence, accuracy], axis=1))
    sizes = dots.get_sizes()
    assert (sizes >= 14).all()
    order = np.argsort(counts)
    assert (np.diff(sizes[order]) >= 0).all()
    np.testing.assert_allclose(sizes, 14 + 136 * counts / counts.sum())
    diagonal, line = axes.lines[:2]
    assert diagonal.get_xydata().tolist() == [[0, 0], [100, 100]]
    np.testing.assert_allclose(line.get_xydata(), dots.get_offsets())
    assert (axes.get_xlim(), axes.get_ylim()) == ((0, 100), (0, 100))
    box = axes.get_window_extent()
    assert box.width == pytest.approx(290 - 70, abs=1)
    assert box.height == pytest.approx(290 - 82, abs=1)


def test_rejected_shares_climb_from_none_to_all() -> None:
    axes = drawn_axes(PLOTS["refusals"])
    digits = axes.lines[0].get_xydata()
    assert digits[0].tolist() == [-12, 0]
    assert digits[-1].tolist() == [12, 100]
    assert (np.diff(digits, axis=0) >= 0).all()
    at = np.searchsorted(digits[:, 0], 3.0)
    assert digits[at, 1] == pytest.approx(50, abs=1)
    assert axes.lines[3].get_linestyle() == "--"
    assert (axes.get_xlim(), axes.get_ylim()) == ((-12, 12), (0, 100))
    # Beyond the edge, the operating point stays on it.
    figure = new_figure(500, 300)
    one = RejectionCurves(0, "one", REFUSALS, 50.0)
    draw_rejection_curves(figure, [one], 0.01, page_style())
    assert figure.axes[0].lines[1].get_xdata()[0] == 12
    # A long staircase is a line of some hundred points.
    many = RejectionScores(np.linspace(-3, 9, 5000), np.zeros(0))
    draw_rejection_curves(figure, [RejectionCurves(0, "one", many, 0.0)], 0.01, page_style())
    assert 300 < len(figure.axes[-1].lines[0].get_xdata()) <= 402


def test_curves_end_at_their_names() -> None:
    axes = drawn_axes(PLOTS["noise"])
    step = NOISE.levels[-1]
    assert axes.get_xlim() == pytest.approx((-0.02 * step, 1.02 * step))
    low, high = axes.get_ylim()
    assert high == 100
    assert low <= 51.2
    names = {text.get_text(): text for text in axes.texts if text.xycoords == "axes fraction"}
    heights = 300 - 34 - 48
    for words, share in (("one", POINTS[-1].accuracy * 100),):
        assert names[words].xyann[1] == pytest.approx(
            heights * (share - low) / (high - low), abs=12
        )
    assert names["one"].get_color() == model_color(0)
    assert "two" not in names
    assert drawn_axes(PLOTS["shift"]).get_ylim()[1] == 100
