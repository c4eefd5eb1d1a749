"""How like a digit the drawing is, and the slider that says how like it must be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_calibration import fake_calibration
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_desk import Desk, MakeDesk

from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.widgets.strictness import STEPS, price_of

HALF_LIKE = fake_calibration(score=0.5)
"""Refused where one digit in twenty may be, not where one in a hundred."""


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
    strictness = strict.window.answer.strictness
    strictness.slider.setValue(STEPS.index(0.01))
    strict.settle()
    assert strict.headline == "It is a 3"
    assert strictness.price.text() == "refuses 1 in 100"
    QTest.keyClick(strictness.slider, Qt.Key.Key_End)
    strict.settle()
    assert strict.headline == "Not a digit"
    assert strictness.price.text() == "refuses 1 in 20"
    QTest.keyClick(strictness.slider, Qt.Key.Key_Home)
    strict.settle()
    assert strict.headline == "It is a 3"
    assert strictness.price.text() == "refuses none"


def test_likeness_is_said_while_there_is_a_drawing(strict: Desk) -> None:
    likeness = strict.window.answer.strictness.likeness
    assert likeness.text() == "–"
    strict.draw(3)
    assert likeness.text() == "62.2 %"
    strict.key(Qt.Key.Key_Delete)
    strict.settle()
    assert likeness.text() == "–"


def test_a_model_that_cannot_tell_has_no_slider(desk: Desk) -> None:
    assert not desk.window.answer.strictness.isVisible()


def test_strictness_is_remembered(make_desk: MakeDesk) -> None:
    desk = make_desk(Settings(refuse=0.02))
    assert STEPS[desk.window.answer.strictness.slider.value()] == 0.02
    assert desk.window.remembered().refuse == 0.02


def test_prices_in_words() -> None:
    assert price_of(0.001) == "refuses 1 in 1,000"
    assert price_of(0.0) == "refuses none"
