"""Strokes, their pixels, and undo."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from desktop_cvae.gui.drawing import MODEL_SIDE, Drawing, Stroke, fit
from desktop_cvae.gui.session import Picture

WIDTH = 20 / MODEL_SIDE
places = st.tuples(st.floats(-0.2, 1.2), st.floats(-0.2, 1.2))


def draw(drawing: Drawing, *points: tuple[float, float], erases: bool = False) -> None:
    first, *rest = (QPointF(*point) for point in points)
    stroke = Stroke(WIDTH, erases, [first])
    drawing.begin(stroke)
    for point in rest:
        drawing.extend(stroke, point)
    drawing.end(stroke)


def test_blank_paper_is_no_image() -> None:
    drawing = Drawing()
    assert drawing.image() is None
    draw(drawing, (0.5, 0.5), erases=True)
    assert drawing.image() is None


def test_a_dot_is_round_and_as_wide_as_the_pen() -> None:
    drawing = Drawing()
    draw(drawing, (0.5, 0.5))
    image = drawing.image()
    assert image is not None
    assert image.shape == (MODEL_SIDE, MODEL_SIDE)
    assert image.dtype == np.float32
    assert abs(float(image.sum()) - np.pi * 10**2) < 15
    assert image.max() == 1.0


def test_the_eraser_takes_ink_away() -> None:
    drawing = Drawing()
    draw(drawing, (0.2, 0.5), (0.8, 0.5))
    before = drawing.image()
    draw(drawing, (0.5, 0.3), (0.5, 0.7), erases=True)
    after = drawing.image()
    assert before is not None
    assert after is not None
    assert before[140, 140] == 1
    assert after[140, 140] == 0
    assert after[140, 60] == 1


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(places, min_size=1, max_size=8), min_size=1, max_size=4))
def test_undo_and_redo_give_the_very_pixels_back(strokes: list[list[tuple[float, float]]]) -> None:
    drawing = Drawing()
    seen = [drawing.image()]
    for points in strokes:
        draw(drawing, *points)
        seen.append(drawing.image())
    for image in seen[-2::-1]:
        drawing.undo()
        np.testing.assert_array_equal(drawing.image(), image)
    for image in seen[1:]:
        drawing.redo()
        np.testing.assert_array_equal(drawing.image(), image)
    assert not drawing.history.can_redo


def test_a_new_stroke_forgets_what_was_undone() -> None:
    drawing = Drawing()
    draw(drawing, (0.2, 0.2), (0.4, 0.4))
    draw(drawing, (0.8, 0.2), (0.6, 0.4))
    drawing.undo()
    assert drawing.history.can_redo
    draw(drawing, (0.5, 0.5), (0.5, 0.8))
    assert not drawing.history.can_redo
    drawn = drawing.image()
    drawing.redo()
    np.testing.assert_array_equal(drawing.image(), drawn)
    assert len(drawing.history.strokes) == 2


def circle(count: int) -> list[tuple[float, float]]:
    """Places on three quarters of a circle."""
    angles = np.linspace(0, 1.5 * np.pi, count)
    return [(0.5 + 0.3 * float(np.cos(a)), 0.5 + 0.3 * float(np.sin(a))) for a in angles]


def test_a_fast_stroke_is_as_round_as_a_slow_one() -> None:
    """Seven places of the pen are all that a busy machine may have seen."""
    slow, fast = Drawing(), Drawing()
    draw(slow, *circle(200))
    draw(fast, *circle(7))
    one, other = slow.image(), fast.image()
    assert one is not None
    assert other is not None
    assert float(np.abs(one - other).sum()) < 0.12 * float(one.sum())


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(0.1, 0.9), st.floats(0.1, 0.9)), min_size=1, max_size=9))
def test_a_stroke_goes_through_every_place(points: list[tuple[float, float]]) -> None:
    drawing = Drawing()
    draw(drawing, *points)
    image = drawing.image()
    assert image is not None
    assert all(image[int(y * MODEL_SIDE), int(x * MODEL_SIDE)] == 1 for x, y in points)


def test_clearing_and_opening_can_be_undone() -> None:
    drawing = Drawing()
    draw(drawing, (0.5, 0.5))
    picture = Picture(np.full((10, 20), 0.9, np.float32), "a")
    drawing.open(picture)
    assert drawing.image() is picture.image
    drawing.clear()
    assert drawing.image() is None
    drawing.undo()
    assert drawing.image() is picture.image
    drawing.undo()
    assert drawing.image() is not None
    assert drawing.picture is None


def test_ink_on_dark_pictures_is_light() -> None:
    drawing = Drawing()
    drawing.open(Picture(np.full((100, 50), 0.1, np.float32), "night"))
    draw(drawing, (0.5, 0.5))
    image = drawing.image()
    assert image is not None
    assert image.shape == (100, 50)
    assert image[50, 25] == 1


def test_a_large_picture_with_strokes_is_scaled_down() -> None:
    drawing = Drawing()
    drawing.open(Picture(np.ones((3000, 1500), np.float32), "large"))
    draw(drawing, (0.5, 0.5))
    image = drawing.image()
    assert image is not None
    assert image.shape == (1200, 600)


def test_fit_keeps_the_aspect_and_the_middle() -> None:
    wide = fit(200, 100)
    assert (wide.x(), wide.y(), wide.width(), wide.height()) == (0, 0.25, 1, 0.5)
