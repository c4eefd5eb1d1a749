"""The picture beside the table: what is marked, and which part is shown."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from desktop_cvae.core.results import DIGIT, UNSURE, Box
from desktop_cvae.gui.batch.review_view import Marks, ReviewView, marks_of
from desktop_cvae.gui.qimage_arrays import grey_image
from desktop_cvae.inference.picture_records import (
    FieldRecord,
    FormRecord,
    FoundDigit,
    NumberRecord,
    PictureRecord,
)

LEFT, MIDDLE, RIGHT = Box(100, 400, 40, 60), Box(600, 400, 40, 60), Box(900, 800, 40, 60)


def digit(box: Box, verdict: str = DIGIT) -> FoundDigit:
    return FoundDigit("4", 0.5, (-1.0,), box, verdict, ("4",))


def test_of_a_number_the_digits_in_doubt_are_shown() -> None:
    digits = (digit(LEFT), digit(MIDDLE, UNSURE))
    assert marks_of(NumberRecord("a", "44", digits, "m"), None) == Marks(
        (MIDDLE,), (LEFT,), (), MIDDLE
    )
    sure = marks_of(NumberRecord("a", "44", (digit(LEFT), digit(MIDDLE)), "m"), None)
    assert sure.focus == Box(100, 400, 540, 60)


def test_of_a_form_the_current_field_is_shown() -> None:
    fields = (
        FieldRecord("a", "44", digits=(digit(LEFT), digit(MIDDLE, UNSURE))),
        FieldRecord("b", "4", digits=(digit(RIGHT),)),
        FieldRecord("c", ""),
    )
    record = FormRecord("a", "", (), "m", fields=fields)
    assert marks_of(record, 0) == Marks((MIDDLE,), (LEFT,), (RIGHT,), Box(100, 400, 540, 60))
    assert marks_of(record, 1) == Marks((), (RIGHT,), (LEFT, MIDDLE), RIGHT)
    assert marks_of(record, 2).focus is None
    assert marks_of(FormRecord("a", "", (), "m", "not this form"), 0) == Marks()
    assert marks_of(None, None) == marks_of(PictureRecord("a", "", (), "m"), None) == Marks()


def test_the_part_in_doubt_fills_the_view(qtbot: QtBot) -> None:
    view = ReviewView()
    qtbot.addWidget(view)
    view.resize(300, 300)
    # Half as large as its file.
    page = np.ones((500, 500), np.float32)
    page[200:230, 300:320] = 0
    view.show_picture(grey_image(page), 2)
    whole = view.shown_part()
    assert whole == QRectF(0, 0, 500, 500)
    view.set_marks(Marks((MIDDLE,), (), (), MIDDLE))
    part = view.shown_part()
    assert part.contains(QRectF(300, 200, 20, 30))
    assert part.height() < 100
    shot = view.grab().toImage()
    assert shot.pixelColor(150, 150).lightness() < 50
    assert shot.pixelColor(20, 150).lightness() > 240
    view.show_whole(True)
    assert view.shown_part() == whole
    assert view.grab().toImage().pixelColor(150, 150).lightness() > 240
    view.show_sentence("It is gone.")
    assert view.image is None
