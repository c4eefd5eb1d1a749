"""Thinking longer, in the window."""

from __future__ import annotations

import numpy as np
import pytest
from fakes import fake_model
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from window_desk import Desk, MakeDesk

from desktop_cvae.gui import thinker
from desktop_cvae.gui.session import Reply
from desktop_cvae.gui.settings import Settings


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thinker, "REST_MS", 1)
    monkeypatch.setattr(thinker, "STEP_MS", 1)


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    return make_desk(Settings(thinking_steps=2))


def wait_for_thought(desk: Desk) -> None:
    def is_done() -> bool:
        reply = desk.session.reply
        return reply is not None and reply.thought is not None and reply.thought.is_done

    desk.qtbot.waitUntil(is_done, timeout=20_000)


def test_a_key_lets_it_think_step_by_step_and_answer_in_one_pass_again(desk: Desk) -> None:
    desk.draw(3)
    once = desk.answer
    replies: list[Reply] = []
    desk.session.reply_changed.connect(lambda: replies.append(desk.session.reply))
    desk.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    wait_for_thought(desk)
    thoughts = [reply.thought for reply in replies]
    assert [thought.step for thought in thoughts if thought] == [0, 1, 2, 2]
    assert [thought.is_done for thought in thoughts if thought] == [False, False, False, True]
    assert desk.headline == "It is a 3"
    assert desk.window.answer.verdict.line.text().endswith("; unchanged after 2 steps")
    assert not np.array_equal(desk.answer.explanations, once.explanations)
    assert desk.window.menus.actions["think_longer"].isChecked()
    desk.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.waitUntil(lambda: desk.session.reply.thought is None)
    desk.settle()
    assert np.array_equal(desk.answer.explanations, once.explanations)
    assert not desk.window.menus.actions["think_longer"].isChecked()


def test_another_label_is_explained_without_thinking_again(desk: Desk) -> None:
    desk.session.set_thinking_steps(2)
    desk.draw(3)
    wait_for_thought(desk)
    thought = desk.session.reply.thought
    desk.session.set_label(5)
    desk.qtbot.waitUntil(lambda: desk.answer.label == 5)
    desk.settle()
    assert desk.session.reply.thought is thought


def test_a_new_stroke_is_answered_in_one_pass_first(desk: Desk) -> None:
    desk.session.set_thinking_steps(2)
    desk.draw(3)
    wait_for_thought(desk)
    canvas = desk.window.input.canvas
    replies: list[Reply] = []
    desk.session.reply_changed.connect(lambda: replies.append(desk.session.reply))
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    desk.qtbot.waitUntil(lambda: bool(replies))
    assert replies[0].thought is None
    wait_for_thought(desk)
    answered = [reply for reply in replies if reply.thought is None]
    assert desk.session.reply.question is answered[-1].question


def test_a_cleared_canvas_stays_cleared(desk: Desk) -> None:
    desk.session.set_thinking_steps(2)
    desk.draw(3)
    desk.key(Qt.Key.Key_Delete)
    desk.settle()
    QTest.qWait(50)
    desk.settle()
    assert desk.session.reply is None


def test_a_digit_of_a_number_keeps_the_reading_of_its_line(desk: Desk) -> None:
    desk.draw(3)
    reply = desk.session.reply
    reading, prepared = reply.answer.recognition, reply.answer.prepared
    desk.session.set_image(prepared.image, prepared, reading)
    desk.settle()
    desk.session.set_thinking_steps(2)
    QTest.qWait(50)
    desk.settle()
    assert desk.session.reply.thought is None


def test_it_is_remembered_with_its_steps(make_desk: MakeDesk) -> None:
    desk = make_desk(Settings(thinks=True, thinking_steps=7))
    assert desk.session.thinking_steps == 7
    desk.window.preferences.change(thinking_steps=9)
    assert desk.session.thinking_steps == 9
    assert desk.window.remembered().thinks
    desk.window.run("think_longer")
    desk.window.preferences.change(thinking_steps=4)
    assert desk.session.thinking_steps == 0
    assert not desk.window.remembered().thinks
    assert desk.window.remembered().thinking_steps == 4


def test_digits_of_the_hand_are_written_once(desk: Desk) -> None:
    desk.draw(3)
    samples = desk.session.samples
    desk.session.set_thinking_steps(2)
    wait_for_thought(desk)
    desk.settle()
    assert desk.session.samples is samples


def test_a_model_that_fails_to_think_disturbs_nobody(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(type(fake_model()), "think", fail)
    desk.draw(3)
    desk.session.set_thinking_steps(2)
    QTest.qWait(50)
    desk.settle()
    assert desk.headline == "It is a 3"
    assert desk.notices == []


@pytest.mark.parametrize(
    ("topic", "words"),
    [("evidence", "searched for the code"), ("kl", "the encoder's own KL")],
)
def test_the_cards_say_what_the_list_shows_then(desk: Desk, topic: str, words: str) -> None:
    desk.session.set_thinking_steps(1)
    desk.draw(3)
    wait_for_thought(desk)
    desk.window.explainer.explain(topic, desk.window.answer.bars, QRect(0, 0, 9, 9))
    card = desk.window.explainer.card
    desk.qtbot.waitUntil(lambda: words in card.view.text.text())
