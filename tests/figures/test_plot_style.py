"""Text of figures: lines that fit, numbers as the language writes them."""

from itertools import pairwise

import pytest
from matplotlib.figure import Figure

from desktop_cvae.core import language
from desktop_cvae.figures.plot_style import page_style, style_numbers, text_width, wrapped

ENGLISH = "For each label, the model writes the digit that explains the drawing best."
UKRAINIAN = "Для кожної мітки модель пише цифру, яка найкраще пояснює малюнок."


@pytest.mark.parametrize("text", [ENGLISH, UKRAINIAN])
def test_no_line_is_wider_than_its_room_and_no_word_is_lost(text: str) -> None:
    font = page_style().font(9.5)
    lines = wrapped(text, font, 150.0)
    assert " ".join(lines) == text
    assert all(text_width(line, font) <= 150.0 for line in lines)
    # A line is ended only where the next word would not have had room.
    for line, following in pairwise(lines):
        assert text_width(f"{line} {following.split()[0]}", font) > 150.0


def test_a_word_that_is_too_long_has_a_line_of_its_own() -> None:
    assert wrapped("a pneumonoultramicroscopic b", page_style().font(9.5), 40.0)[1:] == [
        "pneumonoultramicroscopic",
        "b",
    ]


def test_the_axes_numbers_have_the_languages_decimal_sign() -> None:
    figure = Figure()
    axes = figure.add_subplot()
    axes.set_xlim(0.0, 1.0)
    try:
        language.install(lambda text, count: "", ",", " ")
        style_numbers(axes, page_style())
        figure.canvas.draw()
        told = [label.get_text() for label in axes.get_xticklabels()]
    finally:
        language.install(None)
    assert "0,2" in told
    assert not any("." in text for text in told)
