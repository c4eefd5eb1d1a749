"""Cutting a part out of a picture and turning it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.pictures.cropping import Crop, cropped

PICTURE = np.linspace(0, 1, 12, dtype=np.float32).reshape(3, 4)


def test_the_whole_is_the_same() -> None:
    np.testing.assert_array_equal(cropped(PICTURE, Crop()), PICTURE)


@pytest.mark.parametrize("turns", range(4))
def test_quarter_turns_lose_nothing(turns: int) -> None:
    turned = cropped(PICTURE, Crop(turns))
    np.testing.assert_array_equal(turned, np.rot90(PICTURE, -turns))
    assert Crop(turns).turned_size(4, 3) == turned.shape[::-1]


def test_clockwise_is_clockwise() -> None:
    # What was at the top left is at the top right.
    assert cropped(PICTURE, Crop(1))[0, -1] == PICTURE[0, 0]
    picture = np.zeros((41, 41), np.float32)
    picture[20, 30:40] = 1  # a mark at the right
    turned = cropped(picture, Crop(angle_degrees=45))
    middle = turned.shape[0] // 2
    assert turned[middle + 3 :, middle + 3 :].sum() > 5
    assert turned[:middle, :].sum() < 0.5


def test_a_part_is_cut_out_where_it_is() -> None:
    part = cropped(PICTURE, Crop(0, 0.0, 0.25, 1 / 3, 0.5, 2 / 3))
    np.testing.assert_array_equal(part, PICTURE[1:3, 1:3])
    after = cropped(PICTURE, Crop(1, 0.0, 0.0, 0.0, 2 / 3, 0.25))
    np.testing.assert_array_equal(after, np.rot90(PICTURE, -1)[:1, :2])


def test_turned_there_and_back_is_nearly_the_same() -> None:
    rows, columns = np.mgrid[0:80, 0:120]
    picture = (0.5 + 0.3 * np.sin(rows / 9) * np.cos(columns / 11)).astype(np.float32)
    there = cropped(picture, Crop(angle_degrees=12.5))
    back = cropped(there, Crop(angle_degrees=-12.5))
    dy, dx = (back.shape[0] - 80) // 2, (back.shape[1] - 120) // 2
    same = back[dy : dy + 80, dx : dx + 120]
    assert np.abs(same - picture)[15:-15, 15:-15].max() < 0.04


def test_what_lies_beside_has_the_colour_of_the_border() -> None:
    picture = np.full((30, 50), 0.7, np.float32)
    picture[10:20, 20:30] = 0.1
    turned = cropped(picture, Crop(angle_degrees=30))
    assert turned[0, 0] == pytest.approx(0.7)
    assert turned.min() < 0.2


SHARES = st.floats(0, 1)


@given(
    st.tuples(st.integers(1, 30), st.integers(1, 30)),
    st.integers(0, 3),
    st.floats(-45, 45),
    st.tuples(SHARES, SHARES, SHARES, SHARES),
)
def test_any_part_is_a_picture(
    shape: tuple[int, int], turns: int, angle: float, box: tuple[float, float, float, float]
) -> None:
    picture = np.random.default_rng(0).random(shape, np.float32)
    part = cropped(picture, Crop(turns, angle, *box))
    assert part.dtype == np.float32
    assert min(part.shape) >= 1
    assert 0 <= part.min() <= part.max() <= 1
