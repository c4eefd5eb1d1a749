"""The bar of a lesson in every size of window: nothing cut off, everything named and reached."""

from __future__ import annotations

import pytest
from accessible_widgets import told_of
from layout_faults import faults
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from window_desk import Desk

from desktop_cvae.gui.accessibility import speak_for_painted_widgets
from desktop_cvae.gui.lessons.lesson_bar import MOST_LINES
from desktop_cvae.library.lesson_content import Lesson, LessonStep
from desktop_cvae.library.lesson_questions import LessonQuestion

LONG = "What the model reads is always 28 × 28 squares with the digit in the middle. " * 8
LESSON = Lesson(
    "A title that says at some length what this lesson is about",
    steps=(LessonStep("The first step of them all", LONG), LessonStep("Second", "One line.")),
)

ASKING = Lesson(
    "Questions",
    steps=tuple(
        LessonStep("Step", LONG[:150], question=question)
        for question in (
            LessonQuestion("choice", LONG[:150], tuple(f"{n} {'word ' * 11}" for n in range(4))),
            LessonQuestion("choice", "Short?", ("a", "b", "c", "d", "e", "f")),
            LessonQuestion("number", LONG[:150], value=1.0),
            LessonQuestion("drawing", LONG[:150], label="4", read_as="9"),
        )
    ),
)


@pytest.mark.parametrize("size", [(640, 480), (960, 600), (1366, 720), (1920, 1080)])
def test_every_size_shows_the_bar_whole(desk: Desk, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    desk.window.lessons.play(LESSON)
    desk.settle()
    # The pictures of the answer stand out by their captions, on purpose.
    assert [fault for fault in faults(desk.window) if not fault.startswith("DigitView")] == []
    assert (desk.window.width(), desk.window.height()) == size
    bar = desk.window.lessons.bar
    assert bar.height() < 0.3 * size[1]
    # The strip of models has its place again where there is room, and afterwards.
    assert desk.window.chooser.isVisible() == (size[1] >= 800)
    desk.window.lessons.leave()
    assert desk.window.chooser.isVisible()


@pytest.mark.parametrize("size", [(1024, 700), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("step", range(len(ASKING.steps)))
def test_every_size_shows_a_question_whole(desk: Desk, size: tuple[int, int], step: int) -> None:
    desk.window.resize(*size)
    desk.window.lessons.play(ASKING)
    desk.window.lessons.show_step(step)
    desk.settle()
    assert [fault for fault in faults(desk.window) if not fault.startswith("DigitView")] == []
    assert (desk.window.width(), desk.window.height()) == size
    bar = desk.window.lessons.bar
    assert bar.question.isVisible()
    assert bar.height() < 0.4 * size[1]


def test_a_question_is_plain_text(desk: Desk) -> None:
    text = "<b>bold</b> [x](file:///etc/passwd) & more"
    question = LessonQuestion("choice", text, (text, "b"), 1, explanation=text)
    desk.window.lessons.play(Lesson("T", steps=(LessonStep(question=question),)))
    shown = desk.window.lessons.bar.question
    assert shown.text.textFormat() == shown.result.textFormat() == Qt.TextFormat.PlainText
    assert shown.findChildren(QRadioButton)[0].text() == text.replace("&", "&&")


def test_notes_are_as_high_as_they_need(desk: Desk) -> None:
    desk.window.lessons.play(LESSON)
    desk.settle()
    notes, line = desk.window.lessons.bar.notes, desk.window.fontMetrics().lineSpacing()
    assert notes.height() < (MOST_LINES + 1) * line
    long = notes.height()
    desk.window.lessons.show_step(1)
    desk.qtbot.waitUntil(lambda: notes.height() < long)
    assert not notes.verticalScrollBar().isVisible()


def test_notes_are_plain_text(desk: Desk) -> None:
    text = '<img src="http://example.org/a.png"> <b>bold</b> [x](file:///etc/passwd)'
    desk.window.lessons.play(Lesson(text, text, text, (LessonStep("<b>T</b>", text),)))
    bar = desk.window.lessons.bar
    assert bar.notes.toPlainText() == text
    desk.window.resize(640, 480)
    desk.settle()
    for tip in (bar.toolTip(), bar.title.toolTip()):
        assert "&lt;img src" in tip
        assert "<img" not in tip


def test_all_of_it_is_named_and_reached(desk: Desk) -> None:
    speak_for_painted_widgets()
    desk.window.lessons.play(LESSON)
    desk.settle()
    assert [(one.line(), one.faults) for one in told_of(desk.window) if one.faults] == []
