from __future__ import annotations

import io
import itertools

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit, fake_history, fake_map
from matplotlib.figure import Figure

from desktop_cvae.figures.comparison_figures import (
    draw_reconstructions,
    new_figure,
    reconstructions_size,
    short_name,
)
from desktop_cvae.figures.latent_figure import draw_latent_maps
from desktop_cvae.figures.loss_figure import draw_losses
from desktop_cvae.figures.palette import model_color
from desktop_cvae.figures.plot_style import page_style

STYLE = page_style()


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.texts]


def save(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png")
    return buffer.getvalue()


def test_every_model_has_a_curve_of_its_own_colour_and_its_name() -> None:
    figure = new_figure(640, 400)
    histories = [("one", fake_history(8)), ("none", ()), ("two", fake_history(4))]
    axes = draw_losses(figure, histories, "total", STYLE)
    colors = {line.get_color() for line in axes.get_lines() if len(line.get_xdata()) > 1}
    assert colors == {model_color(0), model_color(2)}
    assert texts(figure) == ["one", "two"]
    assert axes.get_xlim() == (1.0, 8.0)
    save(figure)


def test_models_without_a_history_make_an_empty_plot() -> None:
    figure = new_figure(640, 400)
    draw_losses(figure, [("one", ()), ("two", ())], "kl", STYLE)
    assert texts(figure) == []
    save(figure)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_latent_maps_stand_side_by_side(count: int) -> None:
    figure = new_figure(900, 600)
    maps = [(f"model {n}", fake_map(FakeEngine())) for n in range(count)]
    draw_latent_maps(figure, maps, tuple("0123456789"), STYLE)
    boxes = [axes.get_position() for axes in figure.axes]
    assert len(boxes) == count
    for first, second in itertools.pairwise(boxes):
        assert first.x1 < second.x0 or first.y0 > second.y1
    save(figure)


def test_names_are_never_read_as_formulas() -> None:
    figure = new_figure(600, 400)
    draw_latent_maps(figure, [("$\\frac", fake_map(FakeEngine()))], (), STYLE)
    assert save(figure).startswith(b"\x89PNG")


def test_reconstructions_are_in_rows_under_the_originals() -> None:
    originals = np.stack([draw_digit(k) for k in range(10)])
    figure = new_figure(*reconstructions_size(10, 2))
    draw_reconstructions(figure, originals, [("a", originals), ("b", 1 - originals)], STYLE)
    (axes,) = figure.axes
    boxes = {tuple(image.get_extent()) for image in axes.get_images()}
    assert len(boxes) == 30
    assert axes.get_xlim() == pytest.approx((0, reconstructions_size(10, 2)[0]))
    assert texts(figure) == ["originals", "a", "b"]
    save(figure)


def test_in_a_narrow_figure_digits_stand_below_their_names() -> None:
    originals = np.stack([draw_digit(k) for k in range(10)])
    figure = new_figure(400, 500)
    draw_reconstructions(figure, originals, [("a", originals)], STYLE)
    lefts = [image.get_extent()[0] for image in figure.axes[0].get_images()]
    tops = sorted({image.get_extent()[3] for image in figure.axes[0].get_images()})
    assert min(lefts) == 0
    assert sorted(set(lefts))[1] == 40
    names = [500 * (1 - text.get_position()[1]) for text in figure.texts]
    assert names[0] < tops[0] < names[1] < tops[1]


@pytest.mark.parametrize("length", [1, 24, 25, 100])
def test_long_names_keep_both_ends(length: int) -> None:
    name = "".join(chr(97 + n % 26) for n in range(length))
    shown = short_name(name)
    assert len(shown) <= 24
    assert shown[0] == name[0]
    assert shown[-1] == name[-1]
