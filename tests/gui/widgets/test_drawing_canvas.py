"""The frame and the pen of a canvas by itself; drawing is tested in test_main_window.py."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop_cvae.core.results import Box
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.theme import current_theme
from desktop_cvae.gui.widgets.drawing_canvas import DrawingCanvas
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
