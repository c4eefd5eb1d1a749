"""Looking at a label's bar shows where the drawing disagrees with that label."""

from __future__ import annotations

import numpy as np
from pointer import leave, move_mouse
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from window_desk import Desk

from desktop_cvae.core.results import Recognition
from desktop_cvae.gui.qimage_arrays import difference_image
from desktop_cvae.gui.theme import LIGHT
from desktop_cvae.gui.widgets.evidence_bars import EvidenceBars
from desktop_cvae.gui.widgets.evidence_table import HEADER
from desktop_cvae.gui.widgets.reason_line import gap_words


def row_place(bars: EvidenceBars, row: int) -> QPoint:
    place = next(y for y in range(HEADER, bars.height()) if bars.row_at(y) == row)
    return QPoint(bars.width() // 2, place + 5)


def captions(desk: Desk) -> list[str]:
    return [view.caption for view in desk.window.answer.views.values()]


def difference(desk: Desk) -> QImage:
    image = desk.window.answer.views["Difference"].image
    assert image is not None
    return image


def test_hovering_a_label_shows_what_speaks_against_it(desk: Desk) -> None:
    desk.draw(3)
    bars = desk.window.answer.bars
    before = difference(desk).copy()
    assert captions(desk) == ["Input", "Spread", "Reconstruction", "Difference"]
    assert "nats ahead of" in desk.window.answer.reason.words.text()
    move_mouse(bars, row_place(bars, 8))
    desk.settle()
    assert captions(desk) == ["Input", "Spread", "As an 8", "Why not an 8"]
    assert desk.answer.recognition is not None
    eight = desk.answer.recognition.reconstructions[8]
    foreign = desk.answer.recognition.foreign
    expected = difference_image(eight, desk.answer.prepared.image, foreign=foreign)
    assert difference(desk) == expected != before
    assert desk.window.answer.reason.words.text().endswith("nats behind 3")
    assert desk.session.spread is not None
    assert desk.session.spread.label == 8
    leave(bars)
    desk.settle()
    assert difference(desk) == before
    assert captions(desk)[2:] == ["Reconstruction", "Difference"]
    assert desk.session.label is None


def test_an_eight_lacks_ink_in_one_colour_only(desk: Desk) -> None:
    """A 3 lies within an 8: nearly all that separates them is missing."""
    eight, three = np.zeros((2, 28, 28), np.float32)
    eight[4:20, 8] = eight[4:20, 18] = three[4:20, 18] = 1
    image = difference_image(eight, three)
    assert image.pixelColor(8, 10) == QColor(LIGHT.too_much)
    assert image.pixelColor(18, 10) == QColor(LIGHT.paper)
    assert difference_image(three, eight).pixelColor(8, 10) == QColor(LIGHT.too_little)


def test_the_keyboard_looks_at_labels_too(desk: Desk) -> None:
    desk.draw(3)
    bars = desk.window.answer.bars
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    assert desk.session.looked_at == 3
    QTest.keyClick(bars, Qt.Key.Key_Down)
    assert captions(desk)[3] == "Why not a 4"
    desk.window.input.canvas.setFocus()
    assert desk.session.looked_at is None
    assert captions(desk)[3] == "Difference"
    desk.settle()


def test_noise_takes_the_place_of_the_spread(desk: Desk) -> None:
    desk.draw(3)
    desk.session.set_noise("gaussian", 0.3)
    desk.settle()
    assert captions(desk)[1] == "Noisy"
    bars = desk.window.answer.bars
    move_mouse(bars, row_place(bars, 0))
    assert captions(desk)[1] == "Spread"
    desk.settle()


def test_an_empty_canvas_has_no_reasons(desk: Desk) -> None:
    bars = desk.window.answer.bars
    move_mouse(bars, row_place(bars, 4))
    assert all(view.image is None for view in desk.window.answer.views.values())
    assert desk.window.answer.reason.words.text() == ""


def test_rows_say_the_two_parts_where_there_is_room(desk: Desk) -> None:
    desk.draw(3)
    wide, narrow = EvidenceBars(), EvidenceBars()
    pictures = []
    for bars, width in ((wide, 420), (narrow, 280)):
        desk.qtbot.addWidget(bars)
        bars.resize(width, bars.sizeHint().height())
        for part_nats in (10, 20):
            bars.set_recognition(with_kl(desk.answer.recognition, part_nats), 3)
            pictures.append(bars.grab().toImage())
    assert pictures[0] != pictures[1]
    assert pictures[2] == pictures[3]


def with_kl(reading: Recognition | None, nats: float) -> Recognition:
    assert reading is not None
    kl = np.full_like(reading.kl_nats, nats)
    return Recognition(**{**vars(reading), "kl_nats": kl})


def test_the_gap_in_words(desk: Desk) -> None:
    desk.draw(3)
    reading = desk.answer.recognition
    assert gap_words(None, 1, ("0", "1")) == ""
    assert gap_words(reading, None, ("0", "1")) == ""
    names = tuple("abcdefghij")
    assert gap_words(reading, 0, names).endswith("nats behind d")
    assert reading is not None
    gap = reading.evidence_nats[3] - reading.evidence_nats[0]
    assert gap_words(reading, 0, names).split()[0] == f"{gap:.1f}"
