"""The digit score and the slider of the rejection threshold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_calibration import fake_calibration
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_desk import Desk, MakeDesk

from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.widgets.rejection_slider import STEPS, rejection_text

HALF_LIKE = fake_calibration(score=0.5)
"""Calibration under which a digit is rejected at 1 in 20, not at 1 in 100."""


@pytest.fixture
def strict(desk: Desk) -> Desk:
    """A window whose model can tell what is no digit."""
    entry = desk.source.entries[0]
    manifest = replace(entry.manifest, calibration=HALF_LIKE)
    desk.source.entries[0] = replace(entry, manifest=manifest)
    desk.controller.load_model("studio")
    desk.settle()
    return desk


def test_the_slider_decides_what_is_a_digit(strict: Desk) -> None:
    strict.draw(3)
    slider_line = strict.window.answer.rejection
    slider_line.slider.setValue(STEPS.index(0.01))
    strict.settle()
    assert strict.headline == "It is a 3"
    assert slider_line.rate.text() == "rejects 1 % of real digits"
    QTest.keyClick(slider_line.slider, Qt.Key.Key_End)
    strict.settle()
    assert strict.headline == "Not a digit"
    assert slider_line.rate.text() == "rejects 5 % of real digits"
    QTest.keyClick(slider_line.slider, Qt.Key.Key_Home)
    strict.settle()
    assert strict.headline == "It is a 3"
    assert slider_line.rate.text() == "rejects no picture"


def test_likeness_is_said_while_there_is_a_drawing(strict: Desk) -> None:
    likeness = strict.window.answer.rejection.score
    assert likeness.text() == "–"
    strict.draw(3)
    assert likeness.text() == "62.2 %"
    strict.key(Qt.Key.Key_Delete)
    strict.settle()
    assert likeness.text() == "–"


def test_a_model_that_cannot_tell_has_no_slider(desk: Desk) -> None:
    assert not desk.window.answer.rejection.isVisible()


def test_strictness_is_remembered(make_desk: MakeDesk) -> None:
    desk = make_desk(Settings(refuse=0.02))
    assert STEPS[desk.window.answer.rejection.slider.value()] == 0.02
    assert desk.window.remembered().refuse == 0.02


def test_prices_in_words() -> None:
    assert rejection_text(0.001) == "rejects 0.1 % of real digits"
    assert rejection_text(0.0) == "rejects no picture"
