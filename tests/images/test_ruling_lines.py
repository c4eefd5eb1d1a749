from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis.extra import numpy as hnp

from desktop_cvae.images.parts import Mask
from desktop_cvae.images.ruling_lines import without_ruling

NOTHING = np.zeros((80, 200), bool)


def ruled(slope: float) -> Mask:
    mask = NOTHING.copy()
    columns = np.arange(200)
    for top in (20, 60):
        rows = np.rint(top + slope * columns).astype(int)
        mask[rows, columns] = mask[rows + 1, columns] = True
    return mask


@pytest.mark.parametrize("slope", [0.0, 0.04, -0.06])
def test_ruled_lines_go_and_strokes_that_cross_them_stay(slope: float) -> None:
    stroke = NOTHING.copy()
    stroke[10:50, 90:96] = True
    cleaned = without_ruling(ruled(slope) | stroke, NOTHING)
    assert (cleaned & stroke).sum() >= 0.97 * stroke.sum()
    assert (cleaned & ~stroke).sum() <= 8


def test_a_dark_stroke_along_a_pale_line_stays() -> None:
    bar = NOTHING.copy()
    bar[20:22, 50:90] = True
    cleaned = without_ruling(ruled(0.0) | bar, bar)
    assert cleaned[20:22, 50:90].all()


def test_writing_alone_is_left_as_it_is() -> None:
    mask = NOTHING.copy()
    for left in range(10, 190, 30):
        mask[20:60, left : left + 4] = mask[20:24, left : left + 18] = True
    assert (without_ruling(mask, mask) == mask).all()


@settings(max_examples=60, deadline=None)
@given(mask=hnp.arrays(bool, hnp.array_shapes(min_dims=2, max_dims=2, max_side=30)))
def test_only_ink_goes(mask: Mask) -> None:
    cleaned = without_ruling(mask, mask)
    assert cleaned.shape == mask.shape
    assert not (cleaned & ~mask).any()
