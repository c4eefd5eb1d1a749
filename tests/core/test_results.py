"""Boxes in pictures: moved, enlarged, cut at a picture's edge, and what two have in common."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_cvae.core.results import Box

BOXES = [Box(2, 3, 4, 5), Box(-3, -2, 7, 9), Box(7, 1, 9, 3), Box(0, 8, 12, 6), Box(5, 5, 1, 1)]
SIDE = 40


def pixels(box: Box) -> np.ndarray:
    """A picture of 40 × 40 in which the box is True; its corner lies at (10, 10)."""
    picture = np.zeros((SIDE, SIDE), bool)
    picture[10 + box.y : 10 + box.bottom, 10 + box.x : 10 + box.right] = True
    return picture


@pytest.mark.parametrize("box", BOXES)
def test_a_box_is_cut_at_the_pictures_edges(box: Box) -> None:
    seen = pixels(box) & pixels(Box(0, 0, 10, 12))
    np.testing.assert_array_equal(pixels(box.within(10, 12)), seen)


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("other", BOXES)
def test_the_overlap_is_the_shared_part_of_the_covered_area(box: Box, other: Box) -> None:
    one, two = pixels(box), pixels(other)
    assert box.overlap(other) == pytest.approx((one & two).sum() / (one | two).sum())


def test_a_box_is_moved_and_enlarged_with_its_picture() -> None:
    box = Box(2, 3, 4, 5)
    np.testing.assert_array_equal(pixels(box.moved(3, -1)), np.roll(pixels(box), (-1, 3), (0, 1)))
    large = box.scaled(3)
    assert (large.x, large.y, large.right, large.bottom) == (6, 9, 18, 24)
