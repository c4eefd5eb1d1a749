"""The whole window: digits and numbers in the hand of what is drawn, and samples beside it."""

from __future__ import annotations

import threading

import numpy as np
from fakes import draw_digit
from PySide6.QtCore import Qt
from window_desk import Desk

from desktop_cvae.core.results import Samples
from desktop_cvae.gui.writing.generated_panel import MADE_UP, OWN_STYLE


def shown(desk: Desk) -> Samples:
    assert desk.session.samples is not None
    return desk.session.samples


def test_a_hand_that_nobody_has_writes_until_one_draws(desk: Desk) -> None:
    panel = desk.window.results.generated
    desk.settle()
    assert shown(desk).labels.tolist() == list(range(10))
    assert panel.whose.text() == MADE_UP
    assert panel.number_line.view.is_shown
    before = shown(desk).latents
    panel.controls.seed_box.setValue(7)
    desk.settle()
    assert not np.array_equal(before, shown(desk).latents)
    desk.draw(3)
    assert panel.whose.text() == OWN_STYLE
    np.testing.assert_array_equal(shown(desk).latents[3], desk.answer.style.latent)
    desk.window.input.canvas.clear()
    desk.settle()
    assert panel.whose.text() == MADE_UP


def test_another_label_does_not_move_the_drawing_to_its_cell(desk: Desk) -> None:
    desk.draw(3)
    as_read = shown(desk).latents
    desk.key(Qt.Key.Key_6)
    desk.settle()
    assert desk.answer.label == 6
    assert desk.answer.recognition.label == desk.answer.style.label == 3
    np.testing.assert_array_equal(shown(desk).latents, as_read)


def test_the_hand_follows_the_pen(desk: Desk) -> None:
    desk.draw(1)
    first = shown(desk)
    desk.stroke([(0.2, 0.2), (0.8, 0.8)])
    desk.settle()
    assert shown(desk) is not first
    np.testing.assert_array_equal(
        shown(desk).latents, desk.session.model.generate_in_style(desk.answer.style).latents
    )


def test_the_digits_come_with_the_answer_while_they_are_looked_at(desk: Desk) -> None:
    desk.draw(1)
    assert desk.session.reply.digits is shown(desk)
    desk.window.results.generated.mode_choice.segment("samples").click()
    desk.stroke([(0.2, 0.2), (0.8, 0.8)])
    desk.settle()
    assert desk.session.reply.digits is None
    desk.window.results.generated.mode_choice.segment("hand").click()
    desk.settle()
    latents = desk.session.model.generate_in_style(desk.answer.style).latents
    np.testing.assert_array_equal(shown(desk).latents, latents)
    desk.window.results.show_panel("loss")
    desk.stroke([(0.2, 0.8), (0.8, 0.2)])
    desk.settle()
    assert desk.session.reply.digits is None


def test_digits_that_were_wished_before_the_answer_come_no_more(desk: Desk) -> None:
    held = threading.Event()
    desk.runner.submit("held", lambda: held.wait(20), lambda _: None, print)
    desk.window.results.generated.controls.seed_box.setValue(9)
    desk.session.set_image(draw_digit(3))
    held.set()
    desk.settle()
    assert shown(desk) is desk.session.reply.digits


def test_a_typed_number_is_written_in_the_hand(desk: Desk) -> None:
    desk.draw(3)
    edit = desk.window.results.generated.number_line.edit
    edit.clear()
    desk.qtbot.keyClicks(edit, "70 7")
    desk.settle()
    number = desk.session.line.number
    assert (number.text, number.samples.labels.tolist()) == ("70 7", [7, 0, 7])
    expected = desk.session.model.write_number(desk.answer.style, "70 7", 1.0, 1)
    np.testing.assert_array_equal(number.samples.images, expected.samples.images)
    assert desk.session.label is None, "the keys were the field's, not the window's"


def test_samples_keep_the_style_if_asked(desk: Desk) -> None:
    panel = desk.window.results.generated
    desk.draw(3)
    panel.mode_choice.segment("samples").click()
    panel.choices.count_box.setValue(30)
    desk.settle()
    free = shown(desk)
    assert set(free.labels.tolist()) == {3}
    panel.choices.style_box.click()
    desk.settle()
    hand = desk.answer.style.latent
    assert np.abs(shown(desk).latents - hand).max() < np.abs(free.latents - hand).max()
    panel.choices.labels.setCurrentIndex(1)
    panel.choices.labels.activated.emit(1)
    desk.settle()
    assert shown(desk).labels[:11].tolist() == [*range(10), 0]


def test_an_answer_that_changes_nothing_leaves_the_samples(desk: Desk) -> None:
    panel = desk.window.results.generated
    panel.mode_choice.segment("samples").click()
    desk.draw(3)
    first = shown(desk)
    desk.stroke([(0.5, 0.5), (0.5, 0.51)])
    desk.settle()
    assert desk.answer.label == 3
    assert shown(desk) is first
    desk.key(Qt.Key.Key_5)
    desk.settle()
    assert set(shown(desk).labels.tolist()) == {5}


def test_a_model_without_labels_writes_samples(desk: Desk) -> None:
    desk.controller.load_model("plain")
    desk.settle()
    assert desk.window.results.generated.mode_choice.value == "samples"
    assert shown(desk).labels is None
