"""The map on a figure: what is seen of the plane, and what moves over it."""

from dataclasses import replace

import numpy as np
import pytest
from fakes import flat_map
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex

from desktop_cvae.figures.comparison_figures import new_figure
from desktop_cvae.figures.latent_figure import (
    CARD_PX,
    MOST_POINTS,
    TOOLS_PX,
    LatentOverlay,
    LatentPlot,
    Look,
    PosteriorEllipse,
    axis_titles,
    cluster_density,
    ellipse,
    equal_ranges,
    finite_points,
    fitted_ranges,
)
from desktop_cvae.figures.palette import LABEL_COLORS
from desktop_cvae.figures.plot_style import page_style


def latent_map(points, latent_dim=2, explained=1.0):
    points = np.array(points, np.float32).reshape(-1, 2)
    return flat_map(points, np.arange(len(points)) % 10, latent_dim, explained)


@given(
    st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6)), max_size=20),
    st.floats(0.1, 10),
)
def test_both_axes_have_one_scale(points, ratio):
    data = np.array(points, np.float32).reshape(-1, 2)
    (left, right), (bottom, top) = equal_ranges(data, ratio)
    assert np.isfinite([left, right, bottom, top]).all()
    assert right - left > 0
    assert (right - left) / (top - bottom) == pytest.approx(ratio, rel=1e-3)


def test_all_points_are_seen_but_a_far_stray():
    points = np.random.default_rng(0).normal(size=(4000, 2)).astype(np.float32)
    points[0] = (1e4, 0)
    (left, right), (bottom, top) = equal_ranges(points, 1.0)
    assert -6 < left < -2.5
    assert 2.5 < right < 6
    inside = (points > (left, bottom)) & (points < (right, top))
    assert inside.all(axis=1).mean() > 0.99


def test_points_that_are_not_finite_are_left_out():
    points, labels = finite_points(latent_map([(0, 0), (np.nan, 1), (2, np.nan), (3, 3)]))
    assert points.tolist() == [[0, 0], [3, 3]]
    assert labels.tolist() == [0, 3]


@pytest.mark.parametrize(
    ("shown", "titles"),
    [
        (latent_map([(0, 0)]), ("latent dimension 1", "latent dimension 2")),
        (
            latent_map([(0, 0)], 16).of_dimensions(7, 2),
            ("latent dimension 8", "latent dimension 3"),
        ),
    ],
)
def test_titles_of_dimensions_count_from_one(shown, titles):
    assert tuple(title.partition(" · ")[0] for title in axis_titles(shown)) == titles
    assert all(title.endswith(" nats") for title in axis_titles(shown))


def test_titles_of_a_plane_in_more_dimensions():
    x, y = axis_titles(latent_map([(0, 0)], 16, 0.384))
    assert x == "principal direction 1 · both hold 38 % of the variance"
    assert y == "principal direction 2"


def test_a_part_of_the_plane_fits_whole_into_axes_of_another_shape():
    (left, right), (bottom, top) = fitted_ranges((0.0, 4.0), (0.0, 1.0), 2.0)
    assert (left, right) == (0, 4)
    assert (bottom, top) == (-0.5, 1.5)


def plotted(look=None):
    figure = new_figure(400, 300)
    points = latent_map([(1, -2), (2, -2), (np.nan, 0)])
    plot = LatentPlot(figure, replace(points, labels=np.array([3, 5, 3])), page_style(), look)
    plot.show((-3, 5), (-5, 1))
    return figure, plot


def pixel(figure, axes, x, y):
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    across, up = axes.transData.transform((x, y))
    return to_hex(np.asarray(canvas.buffer_rgba())[-int(up) - 1, int(across), :3] / 255)


def test_points_have_their_labels_colours_unless_hidden_or_faint():
    _, plot = plotted()
    assert {label: line.get_color() for label, line in plot._points} == {
        3: LABEL_COLORS[3],
        5: LABEL_COLORS[5],
    }
    plot.set_look(Look(hidden=frozenset({3}), highlighted=None))
    assert [line.get_visible() for _, line in plot._points] == [
        label != 3 for label, _ in plot._points
    ]
    plot.set_look(Look(highlighted=5))
    alphas = {label: line.get_alpha() for label, line in plot._points}
    assert alphas[3] < 0.2 < alphas[5]


def test_a_manifold_lies_where_it_was_decoded():
    figure, plot = plotted(Look(points=False))
    pixels = np.zeros((28, 56), np.uint8)
    pixels[:, 28:] = 255
    plot.set_pictures(pixels, (0, 2), (-2.5, -1.5))
    style = page_style().theme
    found = [pixel(figure, plot.axes, x, -2) for x in (-0.5, 0.5, 1.5, 2.5)]
    assert found == [style.surface, style.paper, style.ink, style.surface]


def test_an_ellipse_holds_two_deviations():
    covariance = np.array([[4, 1], [1, 0.5]])
    gaps = ellipse(np.array([3, -1]), covariance) - (3, -1)
    distances = np.einsum("ni,ij,nj->n", gaps, np.linalg.inv(covariance), gaps)
    np.testing.assert_allclose(distances, 4, rtol=1e-6)
    assert len(gaps) > 30


def test_a_drawing_outside_stays_hollow_at_the_edge():
    _, plot = plotted()
    overlay = LatentOverlay(plot, page_style())
    for center, is_inside in (((0.0, 0.0), True), ((9.0, 0.0), False)):
        overlay.show_posterior(PosteriorEllipse(np.array(center), np.eye(2) / 9, 4, "4"))
        x = float(overlay._marker.get_xdata()[0])
        assert -3 < x < 5
        color = LABEL_COLORS[4] if is_inside else page_style().theme.surface
        assert overlay._marker.get_markerfacecolor() == color
    overlay.show_posterior(None)
    assert not overlay._marker.get_visible()


def test_a_card_lies_beside_its_place_and_never_under_the_tools():
    _, plot = plotted()
    overlay = LatentOverlay(plot, page_style())
    for x, side in ((-2.0, 1), (4.5, -1)):
        overlay.show_card(np.eye(28, dtype=np.float32), (x, -2.0), ["as 4", "0, 0"])
        left = overlay._card._box.get_x()
        at = plot.axes.transData.transform((x, -2.0))[0]
        assert (left - at) * side > 0
        assert left + CARD_PX < 400 - TOOLS_PX
    overlay.show_card(None, (0.0, 0.0))
    assert not any(artist.get_visible() for artist in overlay.moving)


def clouds(count, side=400):
    """Two clouds of 3s and 5s; every second test digit, each a full square, others empty."""
    rng = np.random.default_rng(1)
    labels = np.where(np.arange(count) % 2, 5, 3)
    points = rng.normal(0, 0.5, (count, 2)) + np.where(labels == 3, -2, 2)[:, np.newaxis]
    shown = replace(latent_map(points), labels=labels, digits=2 * np.arange(count))
    digits = np.zeros((2 * count, 28, 28), np.uint8)
    digits[::2] = 255
    names = [str(label) for label in range(10)]
    figure = new_figure(side, side)
    return figure, LatentPlot(figure, shown, page_style(), label_names=names, digits=digits)


def drawn_points(plot):
    return sum(len(line.get_xdata()) for _, line in plot._points)


def test_clusters_have_names_at_their_middles_and_a_contour_around_half():
    _, plot = clouds(600)
    texts = {text.get_text(): text.get_position() for text in plot.axes.texts}
    np.testing.assert_allclose(texts["3"], (-2, -2), atol=0.2)
    np.testing.assert_allclose(texts["5"], (2, 2), atol=0.2)
    points = np.random.default_rng(2).normal(0, 1, (4000, 2)).astype(np.float32)
    x, y, density, level = cluster_density(points)
    column, row = np.searchsorted(x, points[:, 0]), np.searchsorted(y, points[:, 1])
    near = density[np.minimum(row, len(y) - 1), np.minimum(column, len(x) - 1)]
    assert (near >= level).mean() == pytest.approx(0.5, abs=0.05)
    plot.set_look(Look(hidden=frozenset({3})))
    assert {t.get_text() for t in plot.axes.texts if t.get_visible()} >= {"5"}
    assert "3" not in {t.get_text() for t in plot.axes.texts if t.get_visible()}


def test_a_density_is_smooth_in_both_directions():
    points = np.random.default_rng(2).normal(0, (1, 3), (300, 2)).astype(np.float32)
    x, y, density, level = cluster_density(points)
    turned_x, turned_y, turned, turned_level = cluster_density(points[:, ::-1])
    np.testing.assert_allclose(turned, density.T)
    np.testing.assert_allclose([turned_x, turned_y], [y, x])
    assert turned_level == pytest.approx(level)


@pytest.mark.parametrize("points", [[(0, 0)] * 40, [(0, 0)] * 39 + [(np.nan, 1)], [(0, 0)]])
def test_clusters_of_equal_or_few_points_do_no_harm(points):
    figure = new_figure(300, 300)
    LatentPlot(figure, latent_map(points), page_style(), label_names=["0"])
    FigureCanvasAgg(figure).draw()


def test_many_points_are_thinned_until_the_map_is_zoomed_in():
    _, plot = clouds(70_000)
    assert drawn_points(plot) == MOST_POINTS
    plot.show((1.7, 2.3), (1.7, 2.3))
    few = drawn_points(plot) + len(plot.pictured)
    points = plot._map.points
    inside = (np.abs(points - 2) < 0.3).all(axis=1).sum()
    assert inside <= few <= 1.3 * inside


def test_few_digits_are_drawn_themselves_in_their_labels_colour():
    figure, plot = clouds(600)
    assert not len(plot.pictured)
    x, y = plot._map.points[1]
    plot.show((x - 0.1, x + 0.1), (y - 0.1, y + 0.1))
    assert 1 in plot.pictured
    assert pixel(figure, plot.axes, x, y) == LABEL_COLORS[5]
    plot.set_look(Look(hidden=frozenset({5})))
    assert 1 not in plot.pictured
    plot.set_look(Look(points=False))
    assert not len(plot.pictured)
