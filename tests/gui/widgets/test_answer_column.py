"""The strip of pictures in the answer's column: sides, and captions that are read whole."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.widgets.answer_column import DigitViewStrip
from desktop_cvae.gui.widgets.digit_view import SIDE, DigitView

NAMES = ("Input", "Spread", "Reconstruction", "Difference")


@pytest.mark.parametrize(("width", "scale"), [(560, 2), (560, 4), (400, 2)])
def test_captions_stand_whole_where_there_is_room(qtbot: QtBot, width: int, scale: int) -> None:
    strip = DigitViewStrip({name: DigitView(name, "") for name in NAMES})
    qtbot.addWidget(strip)
    height = strip.height_of(1, scale * SIDE)
    strip.arrange((1,), height)
    strip.resize(width, height)
    strip.show()
    for view in strip.findChildren(DigitView):
        wanted = view.fontMetrics().horizontalAdvance(view.caption)
        middle = view.geometry().center().x()
        assert wanted <= min(view.width(), 2 * middle + 2, 2 * (width - middle) + 2)
        assert view.height_for_side(scale * SIDE) == view.height()
