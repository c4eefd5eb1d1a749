"""The slider is a temperature, the die puts a random seed into the box, changes are told."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.writing.generation_controls import (
    MAX_SEED,
    MAX_TEMPERATURE,
    GenerationControls,
    make_seed_box,
    random_seed,
)


@pytest.fixture
def controls(qtbot: QtBot) -> GenerationControls:
    controls = GenerationControls(new_seed=lambda: 77)
    qtbot.addWidget(controls)
    return controls


def test_the_prior_is_the_default(controls: GenerationControls) -> None:
    assert (controls.temperature, controls.seed) == (1.0, 1)
    controls.slider.setValue(controls.slider.maximum())
    assert controls.temperature == MAX_TEMPERATURE


def test_every_change_is_told(qtbot: QtBot, controls: GenerationControls) -> None:
    with qtbot.waitSignal(controls.changed):
        controls.slider.setValue(4)
    assert controls._value.text() == "0.20"
    with qtbot.waitSignal(controls.changed):
        controls.dice.click()
    assert controls.seed == 77


def test_only_what_is_unusual_is_named(controls: GenerationControls) -> None:
    assert controls.changed_values == ""
    controls.slider.setValue(10)
    assert controls.changed_values == "temperature 0.50"
    controls.dice.click()
    assert controls.changed_values == "temperature 0.50, seed 77"


def test_tooltips_say_what_they_do(controls: GenerationControls) -> None:
    controls.explain("how typical", "which digits")
    assert controls.slider.toolTip() == "how typical"
    assert controls.dice.toolTip() == "Choose a new random seed: which digits"


def test_a_seed_box_has_its_own_die(qtbot: QtBot) -> None:
    box, dice = make_seed_box(lambda: 12)
    qtbot.addWidget(box)
    qtbot.addWidget(dice)
    dice.click()
    assert box.value() == 12
    assert all(0 <= random_seed() <= MAX_SEED for _ in range(100))
