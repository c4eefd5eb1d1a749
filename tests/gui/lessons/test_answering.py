"""A whole lesson with questions: worked through, kept, handed in, and opened by the teacher."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from fakes import STROKES
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from window_desk import Desk

from desktop_cvae.core.drawing_record import DrawingRecord, StrokeRecord
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.gui.lessons.hand_in_dialog import HandInDialog
from desktop_cvae.gui.lessons.lesson_bar import LessonBar
from desktop_cvae.library.lesson_content import Lesson, LessonStep
from desktop_cvae.library.lesson_copies import read_answers
from desktop_cvae.library.lesson_file import read_lesson, write_lesson
from desktop_cvae.library.lesson_questions import LessonAnswer, LessonQuestion
from desktop_cvae.library.session_record import SessionRecord


def drawn(digit: int) -> DrawingRecord:
    places = [[(0.1 + 0.8 * x, 0.1 + 0.8 * y) for x, y in line] for line in STROKES[digit]]
    return DrawingRecord(tuple(StrokeRecord(0.07, False, tuple(line)) for line in places))


CHOICE = LessonQuestion("choice", "Which digit?", ("A 3", "A 6"), 1, explanation="It has a loop.")
NUMBER = LessonQuestion("number", "How many pixels?", value=784.0)
DRAWING = LessonQuestion("drawing", "Turn it into an 8.", label="3", read_as="8", change=0.6)
NOISE = LessonQuestion("noise", "Where does it fail?", label="1", tolerance=0.1)
SALT = NoiseSetting("salt and pepper", 0.2)
LESSON = Lesson(
    "Questions",
    steps=(
        LessonStep("Choice", "Look.", SessionRecord(drawn(6)), CHOICE),
        LessonStep("Number", window=SessionRecord(drawn(6)), question=NUMBER),
        LessonStep("Drawing", window=SessionRecord(drawn(3)), question=DRAWING),
        LessonStep("Noise", window=SessionRecord(drawn(1), SALT), question=NOISE),
        LessonStep("None", window=SessionRecord(drawn(0))),
    ),
)


@pytest.fixture
def path(tmp_path: Path, home: Path) -> Path:
    path = tmp_path / "questions.cvae-lesson"
    write_lesson(path, LESSON)
    return path


@pytest.fixture
def bar(desk: Desk, path: Path) -> LessonBar:
    desk.window.opening.open_file(path)
    desk.settle()
    return desk.window.lessons.bar


def go(desk: Desk, step: int) -> None:
    desk.window.lessons.show_step(step)
    desk.settle()


def choose(bar: LessonBar, text: str) -> None:
    buttons = bar.question.findChildren(QRadioButton)
    next(each for each in buttons if each.text() == text and each.isVisible()).click()
    bar.question.check.click()


def given(desk: Desk) -> tuple[LessonAnswer | None, ...]:
    return desk.window.lessons.answering.answers.answers


def work_through(desk: Desk, bar: LessonBar) -> None:
    """Answer everything, once wrongly."""
    choose(bar, "A 3")
    choose(bar, "A 6")
    go(desk, 1)
    bar.question.number.setText("784")
    QTest.keyClick(bar.question.number, Qt.Key.Key_Return)
    go(desk, 2)
    desk.draw(8)
    go(desk, 3)
    for level in (0.7, 1.0, 0.9):
        desk.session.set_noise(SALT.kind, level)
        desk.settle()


def test_a_whole_run_through_a_lesson(desk: Desk, bar: LessonBar, tmp_path: Path) -> None:
    question = bar.question
    assert bar.title.text() == "Questions · 0 of 4 right"
    assert question.text.text() == "Which digit?"
    assert not question.check.isEnabled()
    choose(bar, "A 3")
    assert question.result.text() == "Not right: A 3. Try again."
    assert question.check.isVisible()
    choose(bar, "A 6")
    assert question.result.text() == "Right: A 6. It has a loop."
    assert not question.check.isVisible()
    assert not question.choices.isVisible()
    assert given(desk)[0] == LessonAnswer("A 6", 2)
    assert bar.title.text() == "Questions · 1 of 4 right"
    go(desk, 1)
    question.number.setText("many")
    QTest.keyClick(question.number, Qt.Key.Key_Return)
    assert given(desk)[1] is None
    question.number.setText("784,0")
    QTest.keyClick(question.number, Qt.Key.Key_Return)
    assert given(desk)[1] == LessonAnswer("784,0")
    go(desk, 2)
    assert question.result.text() == "This is read as 3. Change it until it is read as 8."
    assert not question.number.isVisible()
    desk.draw(8)
    answer = given(desk)[2]
    assert answer is not None
    assert (answer.given, answer.tries) == ("8", 1)
    assert answer.window is not None
    assert len(answer.window.drawing.strokes) == len(STROKES[3]) + len(STROKES[8])
    go(desk, 3)
    assert question.result.text() == "Read correctly up to 0.20; from which level is it misread?"
    desk.session.set_noise(SALT.kind, 1.0)
    desk.settle()
    assert question.result.text().startswith("Read correctly at 0.20, misread at 1.00.")
    desk.session.set_noise(SALT.kind, 0.9)
    desk.settle()
    assert question.result.text() == "Right: 1.00."
    assert bar.title.text() == "Questions · 4 of 4 right"
    go(desk, 4)
    assert not question.isVisible()
    bar.leave.click()
    desk.settle()
    assert read_answers(LESSON) == desk.window.lessons.answering.answers


def test_answers_are_there_again_and_others_do_not_replace_them(
    desk: Desk, bar: LessonBar, path: Path
) -> None:
    choose(bar, "A 6")
    bar.leave.click()
    desk.settle()
    desk.window.opening.open_file(path)
    desk.settle()
    assert bar.title.text() == "Questions · 1 of 4 right"
    assert bar.question.result.text() == "Right: A 6. It has a loop."
    assert bar.hand_in.isVisible()


def test_a_teacher_opens_what_was_handed_in(desk: Desk, bar: LessonBar, tmp_path: Path) -> None:
    work_through(desk, bar)
    bar.hand_in.click()
    dialog = desk.window.findChildren(HandInDialog)[-1]
    assert dialog.score.text() == "4 of 4 right"
    assert dialog.list.texts[0] == "✓ Which digit? → A 6"
    dialog.student.setText(" Олена\t")
    handed = tmp_path / "olena.cvae-lesson"
    dialog.save_to(handed)
    desk.settle()
    assert "is saved" in dialog.message.text()
    dialog.close()
    assert read_lesson(handed).answers == desk.window.lessons.answering.answers
    own = read_answers(LESSON)
    bar.leave.click()
    desk.window.opening.open_file(handed)
    desk.settle()
    assert bar.title.text() == "Questions · answers of Олена · 4 of 4 right"
    assert bar.question.result.text() == "Right: A 6 (2 tries)."
    assert not bar.question.check.isVisible()
    assert not bar.hand_in.isVisible()
    go(desk, 2)
    assert desk.answer.label == 8
    # What the teacher draws answers nothing.
    before = given(desk)
    go(desk, 3)
    desk.session.set_noise(SALT.kind, 0.3)
    desk.settle()
    assert given(desk) == before
    assert read_answers(LESSON) == own


def test_a_teacher_sees_what_was_not_answered(desk: Desk, path: Path) -> None:
    lessons = desk.window.lessons
    lessons.answering.begin(LESSON, None)
    write_lesson(path, lessons.answering.handed_in)
    desk.window.opening.open_file(path)
    desk.settle()
    assert lessons.bar.question.result.text() == "Not answered."
    assert lessons.bar.title.text() == "Questions · answers of Unnamed · 0 of 4 right"


def test_a_stroke_on_its_way_answers_nothing(desk: Desk, bar: LessonBar) -> None:
    go(desk, 2)
    canvas = desk.window.input.canvas
    scale = canvas.height()
    *first, last = [
        [QPoint(round((0.1 + 0.8 * x) * scale), round((0.1 + 0.8 * y) * scale)) for x, y in line]
        for line in STROKES[8]
    ]
    for line in first:
        desk.stroke([(place.x() / scale, place.y() / scale) for place in line])
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=last[0])
    for place in last[1:]:
        QTest.mouseMove(canvas, place)
    desk.settle()
    assert desk.answer.label == 8
    assert given(desk)[2] is None
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=last[-1])
    desk.settle()
    assert given(desk)[2] is not None


def test_a_copy_that_cannot_be_written_is_told_and_the_lesson_goes_on(
    desk: Desk, bar: LessonBar, home: Path
) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (home / "lessons").write_text("in the way")
    choose(bar, "A 6")
    desk.settle()
    assert desk.notices
    assert bar.title.text() == "Questions · 1 of 4 right"


def test_lessons_without_questions_have_nothing_to_hand_in(desk: Desk) -> None:
    desk.window.lessons.play(replace(LESSON, steps=LESSON.steps[4:]))
    desk.settle()
    bar = desk.window.lessons.bar
    assert bar.title.text() == "Questions"
    assert not bar.hand_in.isVisible()
    assert not bar.question.isVisible()
