"""The frame and the pen of a canvas by itself; drawing is tested in test_main_window.py."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_cvae.core.drawing_record import DrawingRecord, StrokeRecord
from desktop_cvae.core.results import Box
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.theme import current_theme
from desktop_cvae.gui.widgets.drawing_canvas import EXAMPLE_SHARE, DrawingCanvas
from desktop_cvae.gui.widgets.pen_bar import WIDTHS


@pytest.fixture
def canvas(qtbot: QtBot) -> DrawingCanvas:
    canvas = DrawingCanvas()
    qtbot.addWidget(canvas)
    return canvas


def pixels_of(canvas: DrawingCanvas) -> np.ndarray:
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32)
    return pixels.reshape(image.height(), image.width()).copy()


def test_the_frame_surrounds_the_digit_in_a_centred_picture(canvas: DrawingCanvas) -> None:
    canvas.resize(320, 320)
    # Twice as wide as high: a quarter of the canvas stays free above it.
    canvas.open_picture(Picture(np.ones((40, 80), np.float32), "wide"))
    before = pixels_of(canvas)
    canvas.set_box(Box(20, 10, 40, 20), (40, 80))
    rows, columns = np.nonzero(pixels_of(canvas) != before)
    # The line is one pixel wide and lies on the edge between two.
    ends = columns.min(), rows.min(), columns.max(), rows.max()
    np.testing.assert_allclose(ends, (80, 120, 240, 200), atol=1)
    canvas.set_box(None, (40, 80))
    np.testing.assert_array_equal(pixels_of(canvas), before)


def test_a_new_canvas_has_the_medium_pen(canvas: DrawingCanvas) -> None:
    assert canvas.pen_width == WIDTHS["Medium"]


def test_the_programs_own_digits_lie_on_the_themes_paper(canvas: DrawingCanvas) -> None:
    digit = np.zeros((28, 28), np.float32)
    digit[8:20, 12:16] = 1
    canvas.resize(280, 280)
    for picture, color in (
        (Picture(digit, "a digit of the model"), QColor(current_theme().paper)),
        (Picture(digit, "scan.png", path=Path("scan.png")), QColor("black")),
        (Picture(1 - digit, "pasted"), QColor("white")),
    ):
        canvas.open_picture(picture)
        assert pixels_of(canvas)[100, 30] == color.rgb(), picture.name


def test_a_tablet_pen_draws_with_its_pressure(
    canvas: DrawingCanvas,
) -> None:
    canvas.resize(200, 200)
    pen = QPointingDevice.primaryPointingDevice()

    def move_pen(kind: QEvent.Type, x: float, pressure: float) -> bool:
        at, none = QPointF(x, 50), Qt.KeyboardModifier.NoModifier
        left = Qt.MouseButton.LeftButton
        event = QTabletEvent(kind, pen, at, at, pressure, 0, 0, 0, 0, 0, none, left, left)
        event.ignore()
        canvas.tabletEvent(event)
        return event.isAccepted()

    kinds = QEvent.Type
    assert move_pen(kinds.TabletPress, 20, 0.25)
    assert canvas.is_drawing
    assert move_pen(kinds.TabletMove, 100, 0.75)
    assert move_pen(kinds.TabletRelease, 180, 0.5)
    assert not canvas.is_drawing
    assert move_pen(kinds.TabletMove, 190, 0.5), "without the tip on the canvas nothing is drawn"
    (stroke,) = canvas.drawing.history.strokes
    assert stroke.pressures == [0.25, 0.75]
    assert [point.x() for point in stroke.points] == [0.1, 0.5]
    assert stroke.points[0].y() == 0.25
    canvas.erases = True
    move_pen(kinds.TabletPress, 20, 0.25)
    move_pen(kinds.TabletRelease, 20, 0.25)
    erasing = canvas.drawing.history.strokes[1]
    assert (erasing.erases, erasing.pressures) == (True, [])


def test_only_the_left_button_draws(canvas: DrawingCanvas) -> None:
    canvas.resize(200, 200)
    left, right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
    QTest.mousePress(canvas, right, pos=QPoint(20, 20))
    assert not canvas.is_drawing
    QTest.mousePress(canvas, left, pos=QPoint(20, 20))
    QTest.mouseRelease(canvas, right, pos=QPoint(20, 20))
    assert canvas.is_drawing
    QTest.mouseRelease(canvas, left, pos=QPoint(20, 20))
    assert not canvas.is_drawing


def test_undo_and_redo_lead_through_pictures_aspect_and_clearing(canvas: DrawingCanvas) -> None:
    undone: list[str] = []
    redone: list[str] = []
    canvas.picture_undone.connect(lambda picture: undone.append(picture.name))
    canvas.picture_redone.connect(lambda picture: redone.append(picture.name))
    canvas.resize(200, 200)
    canvas.open_picture(Picture(np.ones((40, 40), np.float32), "page"))
    steps = canvas.drawing.history.stack.index()
    canvas.set_aspect(canvas.drawing.aspect)
    assert canvas.drawing.history.stack.index() == steps, "nothing changed"
    canvas.set_aspect(3.0)
    assert canvas.drawing.aspect == 3.0
    assert canvas.drawing.history.is_blank
    drawn: list[object] = []
    canvas.image_drawn.connect(drawn.append)
    canvas.undo()
    assert canvas.drawing.aspect == 1
    canvas.undo()
    assert canvas.drawing.history.is_blank
    canvas.redo()
    assert canvas.drawing.picture is not None
    assert len(drawn) == 3
    assert (undone[-1:], redone[-1:]) == (["page"], ["page"])


def test_the_example_is_faint_and_gives_way_to_a_drawing(canvas: DrawingCanvas) -> None:
    canvas.resize(200, 200)
    stroke = StrokeRecord(0.2, False, ((0.1, 0.5), (0.9, 0.5)))
    drawn: list[object] = []
    canvas.image_drawn.connect(drawn.append)
    canvas.show_example(DrawingRecord((stroke,)))
    assert canvas.shows_example
    assert canvas.drawing.history.is_blank
    assert drawn[0] is not None, "the example is read"
    paper, ink = QColor(current_theme().paper), QColor(current_theme().ink)
    faint = QColor(pixels_of(canvas)[100, 100]).lightness()
    far = abs(faint - paper.lightness()) / abs(ink.lightness() - paper.lightness())
    assert far == pytest.approx(EXAMPLE_SHARE, abs=0.02)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert not canvas.shows_example
    canvas.show_example(DrawingRecord((stroke,)))
    assert not canvas.shows_example, "not while somebody draws"
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert pixels_of(canvas)[100, 100] == paper.rgb()
