"""The dialog that writes questions: what goes in comes out, and odd ones are told at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from window_desk import Desk

from desktop_cvae.gui.lessons.question_dialog import KINDS, QuestionDialog
from desktop_cvae.library.lesson_questions import KINDS as STORED_KINDS
from desktop_cvae.library.lesson_questions import LessonQuestion

QUESTIONS = [
    None,
    LessonQuestion("choice", "Which?", ("a", "b", "c"), 2, explanation="Because."),
    LessonQuestion("number", "How many?", value=12345678.5, tolerance=0.25),
    LessonQuestion("drawing", "Draw.", label="4", read_as="9", change=0.3),
    LessonQuestion("noise", "Find.", label="7", tolerance=0.02, explanation="So."),
]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_every_kind_has_a_name() -> None:
    assert tuple(KINDS) == ("", *STORED_KINDS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_comes_out_as_it_went_in(
    parent: QWidget, question: LessonQuestion | None
) -> None:
    assert QuestionDialog(parent, question).question() == question


def test_an_odd_question_is_told_and_the_dialog_stays(parent: QWidget, qtbot: QtBot) -> None:
    dialog = QuestionDialog(parent, None)
    dialog.show()
    dialog.kind.setCurrentIndex(dialog.kind.findData("number"))
    dialog.text.setPlainText("How\nmany?")
    dialog.value.setText("some")
    dialog.use.click()
    assert dialog.message.text() == "“Right number” needs a number."
    assert dialog.isVisible()
    dialog.value.setText("0,5")
    with qtbot.waitSignal(dialog.question_chosen) as chosen:
        dialog.use.click()
    assert chosen.args == [LessonQuestion("number", "How many?", value=0.5)]
    assert not dialog.isVisible()


def test_the_recorder_gives_a_step_a_question_and_undo_takes_it_back(desk: Desk) -> None:
    recorder = desk.window.lessons.record()
    desk.settle()
    assert not recorder.question.isEnabled()
    recorder.add.click()
    desk.settle()
    recorder.question.click()
    dialog = recorder.findChildren(QuestionDialog)[-1]
    dialog.kind.setCurrentIndex(dialog.kind.findData("choice"))
    dialog.text.setPlainText("Which?")
    dialog.choices.setPlainText("a\n\nb")
    dialog.right.setCurrentIndex(1)
    dialog.use.click()
    assert recorder._made.step is not None
    assert recorder._made.step.question == LessonQuestion("choice", "Which?", ("a", "b"), 1)
    assert recorder.question_text.text() == "Which?"
    recorder.replace.click()
    desk.settle()
    assert recorder._made.step.question is not None
    recorder.undo.click()
    assert recorder._made.step.question is None
    assert recorder.question_text.text() == "No question"
