"""The example on the canvas: read like a drawing, kept nowhere, gone with the first stroke."""

from __future__ import annotations

import numpy as np
import pytest
from window_desk import Desk

from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.gui.drawing import EXAMPLE, Drawing
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.widgets.drawing_canvas import DrawingCanvas


@pytest.fixture
def canvas(desk: Desk) -> DrawingCanvas:
    desk.window.show_example()
    desk.settle()
    return desk.window.input.canvas


def darkest(canvas: DrawingCanvas) -> float:
    return min(
        canvas.grab().toImage().pixelColor(x, y).lightnessF()
        for x in range(4, canvas.width() - 4, 3)
        for y in range(4, canvas.height() - 40, 3)
    )


def test_it_is_read_but_belongs_to_no_drawing(desk: Desk, canvas: DrawingCanvas) -> None:
    whole = Drawing()
    whole.restore(EXAMPLE, None)
    np.testing.assert_array_equal(desk.session.image, whole.image())
    assert desk.answer.recognition is not None
    assert canvas.drawing.record() == DrawingRecord()
    assert not canvas.drawing.history.stack.canUndo()
    assert desk.window.restorer.snapshot().record().drawing.is_empty
    assert not desk.window.answer.correct.isEnabled()


def test_it_is_faint(desk: Desk, canvas: DrawingCanvas) -> None:
    faint = darkest(canvas)
    desk.draw(3)
    assert darkest(canvas) < 0.3 < 0.6 < faint < 0.9


def test_the_first_stroke_replaces_it_and_undo_does_not_bring_it_back(
    desk: Desk, canvas: DrawingCanvas
) -> None:
    desk.draw(6)
    assert not canvas.shows_example
    alone = Drawing()
    alone.restore(canvas.drawing.record(), None)
    np.testing.assert_array_equal(desk.session.image, alone.image())
    assert desk.answer.label == 6
    assert desk.window.answer.correct.isEnabled()
    while canvas.drawing.history.stack.canUndo():
        canvas.undo()
    assert desk.session.image is None
    assert not canvas.shows_example


@pytest.mark.parametrize("what", ["clear", "picture", "wide"])
def test_everything_else_replaces_it_too(desk: Desk, canvas: DrawingCanvas, what: str) -> None:
    if what == "clear":
        canvas.clear()
    elif what == "picture":
        canvas.open_picture(Picture(np.ones((9, 9), np.float32), "white.png"))
    else:
        canvas.set_aspect(2.6)
    assert not canvas.shows_example
    assert (desk.session.image is None) == (what != "picture")


def test_noise_can_be_undone_without_losing_it(desk: Desk, canvas: DrawingCanvas) -> None:
    desk.session.set_noise("gaussian", 0.3)
    desk.settle()
    canvas.undo()
    assert desk.session.noise.level == 0
    assert canvas.shows_example


def test_it_is_not_shown_over_a_drawing_or_a_lesson(desk: Desk) -> None:
    desk.draw(1)
    desk.window.show_example()
    assert not desk.window.input.canvas.shows_example
    desk.window.input.canvas.clear()
    desk.window.restorer.stash()
    desk.window.show_example()
    assert not desk.window.input.canvas.shows_example


def test_it_comes_back_after_a_lesson(desk: Desk, canvas: DrawingCanvas) -> None:
    desk.window.restorer.stash()
    canvas.clear()
    desk.window.restorer.unstash()
    assert canvas.shows_example
