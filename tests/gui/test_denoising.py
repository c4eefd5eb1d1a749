"""The reconstruction becomes the input, beside what it was; undo brings that back."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from window_desk import Desk

from desktop_cvae.core.results import NoiseSetting


def captions(desk: Desk) -> list[str]:
    return [view.caption for view in desk.window.answer.views.values()]


def test_nothing_is_denoised_without_a_drawing(desk: Desk) -> None:
    assert not desk.window.input.noise_bar.denoise.isEnabled()
    desk.key(Qt.Key.Key_D)
    assert desk.session.image is None
    desk.draw(1)
    assert desk.window.input.noise_bar.denoise.isEnabled()
    desk.window.input.canvas.clear()
    assert not desk.window.input.noise_bar.denoise.isEnabled()


def test_the_reconstruction_becomes_the_input(desk: Desk) -> None:
    desk.draw(1)
    desk.session.set_noise("gaussian", 0.4)
    desk.settle()
    before = desk.answer
    noisy = desk.window.answer.views["Noisy"].image
    rebuilt = desk.window.answer.views["Reconstruction"].image
    assert captions(desk)[:2] == ["Input", "Noisy"]
    desk.window.input.noise_bar.denoise.click()
    desk.settle()
    assert desk.session.image is before.reconstruction
    np.testing.assert_array_equal(desk.answer.prepared.image, before.reconstruction)
    assert desk.session.noise.level == 0
    assert desk.window.input.noise_bar.slider.value() == 0
    assert captions(desk)[:2] == ["Before", "Denoised"]
    shown = [view.image for view in desk.window.answer.views.values()]
    assert shown[:2] == [noisy, rebuilt]


def test_undo_brings_back_the_input_with_its_noise(desk: Desk) -> None:
    desk.draw(1)
    desk.session.set_noise("speckle", 0.4)
    desk.settle()
    first = desk.answer
    desk.key(Qt.Key.Key_D)
    desk.settle()
    desk.window.input.canvas.undo()
    desk.settle()
    assert desk.session.noise == NoiseSetting("speckle", 0.4)
    np.testing.assert_array_equal(desk.answer.noisy, first.noisy)
    assert captions(desk)[:2] == ["Input", "Noisy"]
    desk.window.input.canvas.redo()
    desk.settle()
    assert desk.session.noise.level == 0
    assert captions(desk)[:2] == ["Before", "Denoised"]


def test_a_stroke_more_is_another_input(desk: Desk) -> None:
    desk.draw(1)
    desk.key(Qt.Key.Key_D)
    desk.settle()
    desk.stroke([(0.2, 0.2), (0.8, 0.2)])
    desk.settle()
    assert captions(desk)[:2] == ["Input", "Spread"]
    desk.window.input.canvas.undo()
    desk.settle()
    assert captions(desk)[:2] == ["Before", "Denoised"]
    desk.session.set_noise("gaussian", 0.3)
    desk.settle()
    assert captions(desk)[:2] == ["Input", "Noisy"]


def test_what_was_cleared_takes_no_noise_along(desk: Desk) -> None:
    desk.draw(1)
    desk.session.set_noise("gaussian", 0.4)
    desk.settle()
    desk.key(Qt.Key.Key_D)
    desk.settle()
    desk.window.input.canvas.clear()
    desk.settle()
    assert desk.session.noise.level == 0
    assert captions(desk)[:2] == ["Input", "Spread"]


def test_a_denoised_picture_that_was_kept_is_read_as_it_is(desk: Desk) -> None:
    desk.draw(1)
    desk.window.input.noise_bar.denoise.click()
    desk.settle()
    denoised = desk.answer.prepared.image
    record = desk.window.input.canvas.drawing.record()
    desk.window.input.canvas.clear()
    desk.controller.reopen(record)
    desk.settle()
    np.testing.assert_allclose(desk.answer.prepared.image, denoised, atol=0.5 / 255 + 1e-6)
    assert desk.answer.prepared.scale == 1
    desk.window.input.canvas.undo()
    assert desk.session.image is None
