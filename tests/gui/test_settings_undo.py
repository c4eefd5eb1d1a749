"""Noise and label are undone in their turn among the strokes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from window_desk import Desk

from desktop_cvae.gui import settings_undo

Control = Qt.KeyboardModifier.ControlModifier
ControlShift = Control | Qt.KeyboardModifier.ShiftModifier


def test_strokes_noise_and_label_are_undone_in_their_turn(desk: Desk) -> None:
    desk.draw(1)
    desk.session.set_noise("speckle", 0.3)
    desk.session.set_label(4)
    texts = []
    while desk.window.menus.actions["undo"].isEnabled():
        texts.append(desk.window.menus.actions["undo"].text())
        desk.key(Qt.Key.Key_Z, Control)
    assert texts == ["&Undo label", "&Undo noise", "&Undo stroke"]
    assert (desk.session.label, desk.session.noise.level, desk.session.image) == (None, 0.0, None)
    for _ in range(3):
        desk.key(Qt.Key.Key_Z, ControlShift)
    assert (desk.session.label, desk.session.noise.level) == (4, 0.3)
    assert desk.session.image is not None


def test_a_moving_slider_is_one_step(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    slider = desk.window.input.noise_bar.slider
    for level in range(1, 40):
        slider.setValue(level)
    monkeypatch.setattr(settings_undo, "MERGE_MS", -1)
    slider.setValue(80)
    desk.key(Qt.Key.Key_Z, Control)
    assert slider.value() == 39
    desk.key(Qt.Key.Key_Z, Control)
    assert slider.value() == 0
    assert not desk.window.menus.actions["undo"].isEnabled()


def test_what_another_model_changes_is_no_step(desk: Desk) -> None:
    desk.session.set_label(4)
    desk.controller.use_model("plain")
    desk.settle()
    assert desk.session.label is None
    assert desk.window.menus.actions["undo"].text() == "&Undo label"
    desk.key(Qt.Key.Key_Z, Control)
    assert not desk.window.menus.actions["undo"].isEnabled()


def test_undoing_noise_asks_for_no_new_drawing(desk: Desk) -> None:
    desk.draw(3)
    image = desk.session.image
    desk.session.set_noise("gaussian", 0.2)
    desk.key(Qt.Key.Key_Z, Control)
    assert desk.session.image is image


def test_denoising_is_one_step_and_noise_on_its_result_another(desk: Desk) -> None:
    desk.draw(1)
    desk.session.set_noise("speckle", 0.4)
    desk.settle()
    desk.key(Qt.Key.Key_D)
    desk.settle()
    undo = desk.window.menus.actions["undo"]
    assert undo.text() != "&Undo noise", "denoising takes the noise away by itself"
    desk.session.set_noise("gaussian", 0.2)
    assert undo.text() == "&Undo noise"


def test_noise_that_the_user_takes_away_is_a_step(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_undo, "MERGE_MS", -1)
    desk.draw(1)
    desk.session.set_noise("speckle", 0.4)
    desk.session.set_noise("speckle", 0.0)
    desk.key(Qt.Key.Key_Z, Control)
    assert desk.session.noise.level == 0.4
