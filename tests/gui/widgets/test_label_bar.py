"""The window follows a model with 26 or 62 labels."""

from __future__ import annotations

import string
from dataclasses import replace

import pytest
from fakes import FakeEngine, fake_entry
from window_desk import MakeDesk

from desktop_cvae.core.network_presets import STUDIO

NAMES = tuple(string.ascii_uppercase + string.ascii_lowercase + string.digits)


@pytest.mark.parametrize("count", [2, 26, 62])
def test_selector_and_evidence_follow_the_labels(make_desk: MakeDesk, count: int) -> None:
    desk = make_desk()
    width = desk.window.input.width()
    spec = replace(STUDIO, label_names=NAMES[:count])
    desk.source.engine = FakeEngine(spec)
    desk.source.entries[0] = fake_entry(spec=spec)
    desk.controller.load_model("studio")
    desk.settle()
    desk.draw(1)
    bar, bars = desk.window.input.label_bar, desk.window.answer.bars
    buttons = bar.findChildren(type(bar._buttons[0]))
    assert [b.text() for b in bar._buttons] == list(NAMES[:count])
    assert {b.text() for b in buttons if b.isVisible()} <= set(NAMES[:count])
    assert desk.window.input.width() == width
    assert {bars.row_at(y) for y in range(bars.height())} >= set(range(count))
    bar._buttons[-1].click()
    desk.settle()
    assert desk.session.label == count - 1
    assert desk.answer.label == count - 1


def test_long_names_are_whole_in_the_selector(make_desk: MakeDesk) -> None:
    desk = make_desk()
    width = desk.window.input.width()
    digits = {b.minimumSizeHint().width() for b in desk.window.input.label_bar._buttons}
    assert digits == {20}
    names = ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Ankle boot")
    spec = replace(STUDIO, label_names=names)
    desk.source.engine = FakeEngine(spec)
    desk.source.entries[0] = fake_entry(spec=spec)
    desk.controller.load_model("studio")
    desk.settle()
    desk.draw(1)
    assert desk.window.input.width() == width
    for button in desk.window.input.label_bar._buttons:
        assert button.text() == names[button.index]
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())
        assert button.geometry().right() <= desk.window.input.label_bar.width()
