"""The scorecard's plots, drawn as the worker draws them."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from matplotlib.axes import Axes

from desktop_cvae.evaluation.corruption_curves import NOISE, SHIFT, CurvePoint
from desktop_cvae.evaluation.rejection import RejectionScores
from desktop_cvae.evaluation.scorecard import reliability
from desktop_cvae.figures.comparison_figures import new_figure
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
