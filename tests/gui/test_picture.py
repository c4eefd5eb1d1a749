"""Which pictures are ink on paper of the program's own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from fakes import draw_digit

from desktop_cvae.gui.picture import Picture


def test_a_digit_of_the_models_is_ink_and_what_was_opened_is_light() -> None:
    digit = draw_digit(3)
    assert Picture(digit, "of the model").is_ink
    assert not Picture(digit, "of a file", path=Path("digit.png")).is_ink
    assert not Picture(1 - digit, "light paper").is_ink
    for shape in ((28, 27), (27, 28), (28, 29), (56, 56)):
        assert not Picture(np.zeros(shape, np.float32), "pasted").is_ink
