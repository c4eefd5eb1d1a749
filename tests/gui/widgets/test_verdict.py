"""What the window says of a calibrated model's answers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fake_calibration import fake_calibration
from fakes import draw_digit, fake_model
from pytestqt.qtbot import QtBot

from desktop_cvae.core.calibration import Calibration
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.core.thought import Thought
from desktop_cvae.gui.jobs import answer_question
from desktop_cvae.gui.session import Question, Reply
from desktop_cvae.gui.widgets.verdict import VerdictLabel, either, short_verdict


def ask(calibration: Calibration | None, label: int | None = None) -> Reply:
    question = Question(draw_digit(3), None, NoiseSetting(), label)
    return answer_question(fake_model(calibration=calibration), question, writes_digits=False)


@pytest.fixture
def verdict(qtbot: QtBot) -> VerdictLabel:
    widget = VerdictLabel()
    qtbot.addWidget(widget)
    return widget


def test_a_sure_answer(verdict: VerdictLabel) -> None:
    reply = ask(fake_calibration(unsure_margin=0.0))
    verdict.show_reply(reply, DIGIT_NAMES, None)
    assert verdict.headline.text() == "It is a 3"
    share = verdict.line.text().removeprefix("Probability: ")
    assert short_verdict(reply, DIGIT_NAMES) == f"3 · {share}"


@pytest.mark.parametrize(
    ("thought", "words"),
    [
        (Thought(4, 12, 3), "; thinking, step 4"),
        (Thought(8, 12, 3, None, is_done=True), "; unchanged after 8 steps"),
        (Thought(8, 12, 8, 5, is_done=True), "; an 8 until step 5"),
        (Thought(8, 12, 5, 0, is_done=True), "; a 5 at first"),
    ],
)
def test_what_thinking_changed(verdict: VerdictLabel, thought: Thought, words: str) -> None:
    reply = ask(None)
    reading = replace(reply.answer.recognition, thought=thought)
    reply = replace(reply, answer=replace(reply.answer, recognition=reading))
    verdict.show_reply(reply, DIGIT_NAMES, None)
    assert verdict.line.text().endswith(f" %{words}")
    assert "eleven views" in verdict.line.toolTip()


def test_no_digit(verdict: VerdictLabel) -> None:
    reply = ask(fake_calibration(score=-5.0))
    verdict.show_reply(reply, DIGIT_NAMES, None)
    assert verdict.headline.text() == "Not a digit"
    assert "most like a 3" in verdict.line.text()
    assert short_verdict(reply, DIGIT_NAMES) == "not a digit"


def test_two_labels(verdict: VerdictLabel) -> None:
    evidence = np.sort(ask(None).answer.recognition.evidence_nats)
    gap = float((evidence[-1] - evidence[-2]) + (evidence[-1] - evidence[-3])) / 2
    reply = ask(fake_calibration(unsure_margin=gap))
    verdict.show_reply(reply, DIGIT_NAMES, None)
    one, other = reply.answer.recognition.verdict.labels
    assert one == 3
    assert verdict.headline.text() == f"Unsure: 3 or {other}"
    assert verdict.line.text().startswith("Probability of 3: ")
    assert short_verdict(reply, DIGIT_NAMES).startswith(f"3 or {other} · ")


def test_probabilities_are_calibrated_everywhere() -> None:
    plain, hot = ask(None), ask(fake_calibration(temperature=50.0))
    probabilities = [reply.answer.recognition.probability for reply in (hot, plain)]
    assert probabilities[0] < probabilities[1]
    shown = [reply.answer.recognition.verdict.probability for reply in (hot, plain)]
    assert shown == probabilities


def test_without_a_calibration_all_is_as_before(verdict: VerdictLabel) -> None:
    reply = ask(None)
    verdict.show_reply(reply, DIGIT_NAMES, 5)
    assert verdict.headline.text() == "It is a 3"
    assert verdict.line.text().endswith("; read as 5 below")


def test_an_empty_picture(verdict: VerdictLabel) -> None:
    question = Question(np.zeros((28, 28), np.float32), None, NoiseSetting(), None)
    model = fake_model(calibration=fake_calibration(score=-5.0))
    reply = answer_question(model, question, writes_digits=False)
    verdict.show_reply(reply, DIGIT_NAMES, None)
    assert verdict.headline.text() == "Nothing found"
    assert short_verdict(reply, DIGIT_NAMES) == ""


def test_many_names() -> None:
    assert either((4,), DIGIT_NAMES) == "4"
    assert either((4, 9), DIGIT_NAMES) == "4 or 9"
    assert either((3, 5, 8), DIGIT_NAMES) == "3, 5 or 8"


def test_a_close_call_says_from_how_many_sides_it_was_looked_at(verdict: VerdictLabel) -> None:
    reply = ask(None)
    recognition = reply.answer.recognition
    assert recognition is not None
    plain = replace(reply, answer=replace(reply.answer, recognition=replace(recognition, views=1)))
    close = replace(reply, answer=replace(reply.answer, recognition=replace(recognition, views=11)))
    verdict.show_reply(close, DIGIT_NAMES, 4)
    assert "in 11 views" in verdict.line.toolTip()
    verdict.show_reply(plain, DIGIT_NAMES, None)
    assert "views" not in verdict.line.toolTip()
