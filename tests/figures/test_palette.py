"""Colours of labels and models, and how foreign ink is tinted."""

import numpy as np

from desktop_cvae.figures.palette import (
    FOREIGN_ON_INK,
    FOREIGN_ON_PAPER,
    LABEL_COLORS,
    foreign_tint,
    model_color,
)


def test_ten_models_have_ten_colours_and_more_begin_again():
    colors = [model_color(index) for index in range(10)]
    assert sorted(colors) == sorted(LABEL_COLORS)
    assert model_color(10) == colors[0]


def test_foreign_ink_is_tinted_more_than_foreign_paper():
    image = np.array([[0.0, 1.0, 2.0]], np.float32)
    tint = foreign_tint(image, np.ones((1, 3), np.float32))
    assert tint.dtype == np.float32
    np.testing.assert_allclose(tint, [[FOREIGN_ON_PAPER, FOREIGN_ON_INK, FOREIGN_ON_INK]])
    assert not foreign_tint(image, np.zeros((1, 3), np.float32)).any()
