"""The comparison's plots, drawn as the worker draws them."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit, fake_history, fake_map
from matplotlib.collections import PathCollection

from desktop_cvae.figures.comparison_figures import new_figure
from desktop_cvae.figures.plot_style import page_style
from desktop_cvae.gui.exporting.export import Draw
from desktop_cvae.gui.exporting.plot_exports import loss_plot
from desktop_cvae.gui.plots.plot_picture import (
    MAX_POINTS,
    Paper,
    digits_plot,
    draw_picture,
    maps_plot,
)
from desktop_cvae.gui.theme import DARK, LIGHT

PAPER = Paper(400, 300, 1.0, LIGHT, "DejaVu Sans", 12)
DIGITS = np.stack([draw_digit(label) for label in range(10)])
PLOTS = {
    "digits": digits_plot(DIGITS, [("one", DIGITS), ("two", 1 - DIGITS)]),
    "maps": maps_plot([("one", fake_map(FakeEngine()))], tuple("0123456789")),
    "loss": loss_plot([("one", fake_history()), ("two", ())]),
}


@pytest.mark.parametrize("name", PLOTS)
def test_a_picture_is_as_sharp_as_the_screen_in_the_themes_colours(name: str) -> None:
    for theme, sharpness in ((LIGHT, 1.0), (DARK, 1.5)):
        paper = dataclasses.replace(PAPER, theme=theme, sharpness=sharpness)
        pixels = draw_picture(PLOTS[name], paper)
        assert pixels.shape == (300 * sharpness, 400 * sharpness, 4)
        assert pixels.dtype == np.uint8
        ground = [int(theme.surface[at : at + 2], 16) for at in (1, 3, 5)]
        assert pixels[1, 1, :3].tolist() == ground
        assert len(np.unique(pixels.reshape(-1, 4), axis=0)) > 10


def test_an_unknown_font_is_replaced() -> None:
    paper = dataclasses.replace(PAPER, family="No such font")
    np.testing.assert_array_equal(
        draw_picture(PLOTS["loss"], paper), draw_picture(PLOTS["loss"], PAPER)
    )


@pytest.mark.parametrize(("count", "shown"), [(300, 300), (1000, 1000), (3000, 1000), (3001, 751)])
def test_a_map_has_a_limited_number_of_points(count: int, shown: int) -> None:
    figure = new_figure(400, 300)
    draw: Draw = maps_plot([("one", fake_map(FakeEngine(), count))], tuple("0123456789"))
    draw(figure, page_style())
    (cloud,) = figure.axes[0].findobj(PathCollection)
    assert len(cloud.get_offsets()) == shown <= MAX_POINTS
