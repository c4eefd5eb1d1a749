import numpy as np
import pytest
from fakes import flat_map
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.figures.latent_figure import axis_titles, equal_ranges, finite_points


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


def test_titles_of_a_plain_plane():
    assert axis_titles(latent_map([(0, 0)])) == ("latent dimension 1", "latent dimension 2")


def test_titles_of_a_plane_in_more_dimensions():
    x, y = axis_titles(latent_map([(0, 0)], 16, 0.384))
    assert x == "principal direction 1 — these two hold 38 % of the variance"
    assert y == "principal direction 2"


def test_titles_of_chosen_dimensions_count_from_one():
    chosen = latent_map([(0, 0)], 16).of_dimensions(7, 2)
    assert axis_titles(chosen) == ("latent dimension 8", "latent dimension 3")
