"""The comparison's plots, drawn as the worker draws them."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit, fake_history, fake_map

from desktop_cvae.figures.comparison_figures import draw_reconstructions, new_figure
from desktop_cvae.figures.latent_figure import draw_latent_maps
from desktop_cvae.figures.loss_figure import draw_losses
from desktop_cvae.figures.plot_style import PlotStyle, page_style
from desktop_cvae.gui.plots.plot_picture import draw_picture
from desktop_cvae.gui.theme import DARK, LIGHT

DIGITS = np.stack([draw_digit(label) for label in range(10)])
NAMES = tuple("0123456789")
PLOTS = {
    "digits": partial(
        draw_reconstructions, originals=DIGITS, rows=[("one", DIGITS), ("two", 1 - DIGITS)]
    ),
    "maps": partial(draw_latent_maps, maps=[("one", fake_map(FakeEngine()))], label_names=NAMES),
    "loss": partial(draw_losses, histories=[("one", fake_history()), ("two", ())], term="total"),
}


@pytest.mark.parametrize("name", PLOTS)
def test_a_picture_is_as_sharp_as_the_screen_in_the_themes_colours(name: str) -> None:
    for theme, sharpness in ((LIGHT, 1.0), (DARK, 1.5)):
        style = PlotStyle(theme, "DejaVu Sans", 12, 11)
        pixels = draw_picture(PLOTS[name], (400, 300), sharpness, style)
        assert pixels.shape == (300 * sharpness, 400 * sharpness, 4)
        assert pixels.dtype == np.uint8
        ground = [int(theme.surface[at : at + 2], 16) for at in (1, 3, 5)]
        assert pixels[1, 1, :3].tolist() == ground
        assert len(np.unique(pixels.reshape(-1, 4), axis=0)) > 10


@pytest.mark.parametrize(("count", "shown"), [(300, 300), (1000, 1000), (3000, 1000), (3001, 751)])
def test_a_map_has_a_limited_number_of_points(count: int, shown: int) -> None:
    figure = new_figure(400, 300)
    draw_latent_maps(figure, [("one", fake_map(FakeEngine(), count))], NAMES, page_style(), 1000)
    clouds = [line for line in figure.axes[0].lines if line.get_marker() == "o"]
    assert sum(len(line.get_xdata()) for line in clouds) == shown
