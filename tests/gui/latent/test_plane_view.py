"""Which part of the plane is seen, and how its places are told."""

import numpy as np
import pytest
from fakes import flat_map
from PySide6.QtCore import QSize

from desktop_cvae.gui.latent.plane_view import PlaneView, caption, circle, signed, whole_view

SIZE = QSize(400, 300)
VIEW = PlaneView(1.0, -2.0, 50.0)


def test_both_axes_have_one_scale_and_the_middle_is_in_the_middle():
    frame = VIEW.frame(SIZE)
    assert frame.to_data(frame.rect.center()) == pytest.approx((1, -2))
    step = frame.to_widget(2, -1) - frame.to_widget(1, -2)
    assert (step.x(), step.y()) == pytest.approx((50, -50))


def test_zooming_keeps_the_place_and_moving_moves_the_content():
    at = VIEW.frame(SIZE).to_widget(2, -1)
    near = VIEW.zoomed(2, (2, -1)).frame(SIZE).to_widget(2, -1)
    assert (near.x(), near.y()) == pytest.approx((at.x(), at.y()))
    moved = VIEW.moved(10, 20).frame(SIZE).to_widget(2, -1)
    assert (moved - at).toTuple() == pytest.approx((10, 20))


def test_numbers_have_real_minus_signs_and_no_negative_zero():
    assert [signed(-1.256), signed(-0.001), signed(3, 0)] == ["−1.26", "0.00", "3"]


def test_a_place_is_told_with_two_digits():
    assert caption((0.123, -4.567)) == "0.12, −4.57"


def test_a_circle_is_round():
    distances = np.linalg.norm(np.array(circle((1.0, 2.0), 0.5)) - (1.0, 2.0), axis=1)
    np.testing.assert_allclose(distances, 0.5)


def test_the_whole_map_is_seen_even_if_it_is_empty():
    frame = whole_view(flat_map([(-3, 0), (3, 1), (0, 2)], np.arange(3)), SIZE).frame(SIZE)
    assert frame.x_range[0] < -2.9
    assert frame.x_range[1] > 2.9
    assert whole_view(None, SIZE).unit_px > 0
