"""Strokes, their pixels, and undo."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QTransform

from desktop_cvae.core.drawing_record import FARTHEST, DrawingRecord
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.drawing import MAX_SIDE, MODEL_SIDE, Drawing, Ground, InkSurface, Stroke, fit
from desktop_cvae.gui.jobs import read_recorded_picture
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.qimage_arrays import grey_array, grey_image

WIDTH = 20 / MODEL_SIDE
places = st.tuples(st.floats(-0.2, 1.2), st.floats(-0.2, 1.2))


def draw(drawing: Drawing, *points: tuple[float, float], erases: bool = False) -> None:
    first, *rest = (QPointF(*point) for point in points)
    stroke = Stroke(WIDTH, erases, [first])
    drawing.begin(stroke)
    for point in rest:
        drawing.extend(stroke, point)
    drawing.end(stroke)


def undo(drawing: Drawing) -> None:
    """Take the last mark back, as the canvas does."""
    drawing.history.stack.undo()
    drawing.follow_history()


def redo(drawing: Drawing) -> None:
    """Bring it back."""
    drawing.history.stack.redo()
    drawing.follow_history()


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
        undo(drawing)
        np.testing.assert_array_equal(drawing.image(), image)
    for image in seen[1:]:
        redo(drawing)
        np.testing.assert_array_equal(drawing.image(), image)
    assert not drawing.history.stack.canRedo()


def test_a_new_stroke_forgets_what_was_undone() -> None:
    drawing = Drawing()
    draw(drawing, (0.2, 0.2), (0.4, 0.4))
    draw(drawing, (0.8, 0.2), (0.6, 0.4))
    undo(drawing)
    assert drawing.history.stack.canRedo()
    draw(drawing, (0.5, 0.5), (0.5, 0.8))
    assert not drawing.history.stack.canRedo()
    drawn = drawing.image()
    redo(drawing)
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
    undo(drawing)
    assert drawing.image() is picture.image
    undo(drawing)
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
    tall = fit(50, 200)
    assert (tall.x(), tall.y(), tall.width(), tall.height()) == (0.375, 0, 0.25, 1)


def spline(points: list[tuple[float, float]], share: float) -> tuple[float, float]:
    """The centripetal Catmull-Rom spline of four points, between the second and the third.

    By the pyramid of Barry and Goldman (1988), which the program does not use.
    """
    p = np.array(points)
    k = np.cumsum([0.0, *np.sqrt(np.hypot(*np.diff(p, axis=0).T))])
    at = k[1] + share * (k[2] - k[1])
    for apart in (1, 2):
        p = np.stack(
            [
                ((k[i + apart] - at) * p[i] + (at - k[i]) * p[i + 1]) / (k[i + apart] - k[i])
                for i in range(len(p) - 1)
            ]
        )
    x, y = ((k[2] - at) * p[0] + (at - k[1]) * p[1]) / (k[2] - k[1])
    return float(x), float(y)


@pytest.mark.parametrize("way", [1, -1])
def test_the_line_is_the_centripetal_spline(way: int) -> None:
    points = [(0.2, 0.85), (0.15, 0.2), (0.75, 0.1), (0.9, 0.95)][::way]
    drawing = Drawing()
    stroke = Stroke(4 / MODEL_SIDE, False, [QPointF(*points[0])])
    drawing.begin(stroke)
    for point in points[1:]:
        drawing.extend(stroke, QPointF(*point))
    drawing.end(stroke)
    image = drawing.image()
    assert image is not None
    for share in (0.2, 0.35, 0.5, 0.65, 0.8):
        x, y = spline(points, share)
        assert image[int(y * MODEL_SIDE), int(x * MODEL_SIDE)] > 0.9


def test_a_line_of_two_places_is_straight_and_ends_there() -> None:
    drawing = Drawing()
    draw(drawing, (0.3, 0.5), (0.7, 0.5))
    image = drawing.image()
    assert image is not None
    rows, columns = np.nonzero(image > 0.5)
    assert (columns.min(), columns.max()) == (84 - 10, 196 + 9)
    assert (rows.min(), rows.max()) == (130, 149)


def test_a_piece_is_painted_as_soon_as_its_bend_is_known() -> None:
    """Of three places the line to the second is there while the pen is down, the rest after."""
    drawing = Drawing()
    draw(drawing, (0.9, 0.9))
    assert drawing.image() is not None  # from here on strokes are painted as they grow
    stroke = Stroke(WIDTH, False, [QPointF(0.2, 0.2)])
    drawing.begin(stroke)
    seen = []
    for point in ((0.2, 0.5), (0.2, 0.8)):
        drawing.extend(stroke, QPointF(*point))
        seen.append(drawing.image())
    drawing.end(stroke)
    seen.append(drawing.image())
    inked = [
        [float(image[row, 56]) for row in (56, 98, 182)] for image in seen if image is not None
    ]
    assert inked == [[1, 0, 0], [1, 1, 0], [1, 1, 1]]


def test_what_was_painted_is_told_with_the_pens_width() -> None:
    image = QImage(100, 100, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    ink, paper = QColor(Qt.GlobalColor.white), QColor(Qt.GlobalColor.black)
    surface = InkSurface(image, QTransform.fromScale(100, 100), ink, paper)
    stroke = Stroke(0.05, False, [QPointF(0.25, 0.5), QPointF(0.75, 0.5)], is_ended=True)
    painted = surface.paint(stroke)
    assert painted.getRect() == pytest.approx((0.2, 0.45, 0.6, 0.1))
    assert surface.paint(stroke, 2).getRect() == pytest.approx((0.2, 0.45, 0.6, 0.1))
    assert surface.paint(Stroke(0.05, False), 0) == QRectF(-0.05, -0.05, 0.1, 0.1)


def test_clearing_what_is_clear_is_nothing_to_undo() -> None:
    drawing = Drawing()
    drawing.clear()
    assert not drawing.history.stack.canUndo()
    undo(drawing)
    assert not drawing.history.stack.canRedo()
    draw(drawing, (0.5, 0.5), erases=True)
    assert drawing.history.is_blank
    drawing.clear()
    undo(drawing)
    assert len(drawing.history.strokes) == 1
    assert drawing.history.stack.canRedo()
    redo(drawing)
    assert drawing.history.strokes == []


@pytest.mark.parametrize(
    ("ground", "ink"), [(0.0, 255), (0.4, 255), (0.5, 255), (0.6, 0), (1.0, 0)]
)
def test_ink_is_the_grounds_opposite_and_the_eraser_the_ground(ground: float, ink: int) -> None:
    drawing = Drawing()
    image = np.full((9, 7), ground, np.float32)
    image[4, :3] = 1 - ground
    drawing.open(Picture(image, "small"))
    pen, paper = drawing.ink_and_paper()
    assert pen.lightness() == ink
    assert paper.redF() == paper.greenF() == paper.blueF() == pytest.approx(ground, abs=1e-4)


def test_a_stroke_lies_on_the_picture_where_it_was_drawn() -> None:
    drawing = Drawing()
    drawing.open(Picture(np.ones((100, 50), np.float32), "tall"))
    # The picture lies between a quarter and three quarters of the square's width.
    draw(drawing, (0.25 + 0.5 * 0.2, 0.3))
    image = drawing.image()
    assert image is not None
    rows, columns = np.nonzero(image < 0.5)
    # The pen is 20 of 280 wide: of 100 rows about 7.
    assert (rows.mean(), columns.mean()) == pytest.approx((29.5, 9.5), abs=0.1)
    assert np.ptp(rows) + 1 == np.ptp(columns) + 1 == 8


def test_a_picture_of_the_largest_side_keeps_its_pixels() -> None:
    drawing = Drawing()
    rng = np.random.default_rng(0)
    greys = (rng.integers(0, 256, (MAX_SIDE, 40)) / 255).astype(np.float32)
    drawing.open(Picture(greys, "large"))
    draw(drawing, (0.5, 0.1))
    image = drawing.image()
    assert image is not None
    np.testing.assert_allclose(image[MAX_SIDE // 2 :], greys[MAX_SIDE // 2 :], atol=1e-6)


def test_greys_are_rounded_and_kept_in_range() -> None:
    greys: FloatArray = np.array([[-1, 0, 0.2, 0.499, 1, 3]], np.float32)
    np.testing.assert_allclose(255 * grey_array(grey_image(greys)), [[0, 0, 51, 127, 255, 255]])


def pressed(drawing: Drawing) -> None:
    """Draw with a tablet's pen that is pressed ever harder."""
    stroke = Stroke(WIDTH, False, [QPointF(0.2, 0.8)], pressures=[0.1])
    drawing.begin(stroke)
    drawing.extend(stroke, QPointF(0.5, 0.6), 0.5)
    drawing.extend(stroke, QPointF(0.8, 0.8), 1.0)
    drawing.end(stroke)


def grey_picture() -> Picture:
    pixels = np.random.default_rng(0).integers(0, 256, (40, 60)).astype(np.float32)
    return Picture(pixels / np.float32(255), "seven.png")


@pytest.mark.parametrize("ground", ["paper", "wide sheet", "picture"])
def test_a_kept_drawing_has_the_very_pixels(ground: str) -> None:
    drawing, again = Drawing(), Drawing()
    if ground == "wide sheet":
        drawing.set_aspect(2.6)
    elif ground == "picture":
        drawing.open(grey_picture())
    draw(drawing, (0.2, 0.2), (0.5, 0.7), (0.8, 0.2))
    pressed(drawing)
    draw(drawing, (0.4, 0.5), (0.6, 0.5), erases=True)
    record = DrawingRecord.from_bytes(drawing.record().to_bytes())
    again.restore(record, read_recorded_picture(record))
    np.testing.assert_array_equal(again.image(), drawing.image())
    assert again.aspect == drawing.aspect
    assert again.record() == record


def test_one_undo_takes_a_kept_drawing_back() -> None:
    kept, drawing = Drawing(), Drawing()
    draw(kept, (0.2, 0.2), (0.4, 0.4))
    draw(kept, (0.8, 0.2), (0.6, 0.4))
    draw(drawing, (0.5, 0.1), (0.5, 0.9))
    before = drawing.image()
    drawing.restore(kept.record(), None)
    np.testing.assert_array_equal(drawing.image(), kept.image())
    undo(drawing)
    np.testing.assert_array_equal(drawing.image(), before)
    redo(drawing)
    np.testing.assert_array_equal(drawing.image(), kept.image())


def test_a_stroke_on_its_way_is_kept_as_far_as_it_is() -> None:
    drawing = Drawing()
    stroke = Stroke(WIDTH, False, [QPointF(0.2, 1e6)])
    drawing.begin(stroke)
    assert drawing.record().strokes[0].points == ((0.2, FARTHEST),)
    drawing.extend(stroke, QPointF(0.5, 0.5))
    drawing.end(stroke)
    assert drawing.record().strokes[0].points[1:] == ((0.5, 0.5),)


def test_nothing_but_erasing_is_an_empty_snapshot() -> None:
    drawing = Drawing()
    draw(drawing, (0.5, 0.5), erases=True)
    assert drawing.snapshot().is_empty
    drawing.open(grey_picture())
    assert not drawing.snapshot().is_empty


def test_pictures_beyond_the_limit_are_forgotten_with_the_steps_before_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop_cvae.gui.drawing.MAX_KEPT_BYTES", 2500)
    drawing = Drawing()
    pictures = [Picture(np.full((20, 15), n / 5, np.float32), f"{n}") for n in range(5)]
    for picture in pictures:
        drawing.open(picture)
        draw(drawing, (0.5, 0.5))
    kept = [mark.picture for mark in drawing.history.marks if isinstance(mark, Ground)]
    assert kept == pictures[3:]
    assert drawing.picture is pictures[4]
    steps = drawing.history.stack
    assert [steps.text(n) for n in range(steps.count())] == ["stroke", "opening", "stroke"]
    while steps.canUndo():
        undo(drawing)
    assert drawing.picture is pictures[3]
    assert not drawing.history.strokes
    while steps.canRedo():
        redo(drawing)
    assert drawing.picture is pictures[4]
    assert len(drawing.history.strokes) == 1
