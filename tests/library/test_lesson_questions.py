"""Questions and answers of lessons: checked as they say, kept in a copy, refused if odd."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lesson_files import members_of, refused, signed

from desktop_cvae.core.drawing_record import DrawingRecord, StrokeRecord
from desktop_cvae.core.errors import InvalidData
from desktop_cvae.library.lesson_content import Lesson, LessonModel, LessonStep
from desktop_cvae.library.lesson_copies import copy_path, read_answers, with_answers, write_answers
from desktop_cvae.library.lesson_file import (
    ANSWERS,
    CONTENT,
    FORMAT_VERSION,
    MANIFEST,
    PLAIN_FORMAT_VERSION,
    read_lesson,
    write_lesson,
)
from desktop_cvae.library.lesson_questions import (
    MAX_CHOICES,
    LessonAnswer,
    LessonAnswers,
    LessonQuestion,
    parse_number,
)
from desktop_cvae.library.session_record import SessionRecord

CHOICE = LessonQuestion("choice", "Which?", ("a 3", "a 5"), 1, explanation="Look.")
NUMBER = LessonQuestion("number", "How many?", value=0.3, tolerance=0.1)
DRAWING = LessonQuestion("drawing", "Draw a 4.", label="4", read_as="9", change=0.25)
NOISE = LessonQuestion("noise", "Where?", label="7", tolerance=0.05)
LINE = DrawingRecord((StrokeRecord(0.07, False, ((0.25, 0.5), (0.5, 0.75))),))
STEPS = (
    LessonStep("None"),
    *(LessonStep(q.kind, window=SessionRecord(LINE), question=q) for q in (CHOICE, NUMBER)),
    LessonStep("Drawing", question=DRAWING),
    LessonStep("Noise", question=NOISE),
)
GIVEN = LessonAnswers(
    "Олена",
    (
        None,
        LessonAnswer("a 3", 3),
        LessonAnswer("0,4"),
        LessonAnswer("9", 1, SessionRecord(LINE)),
        None,
    ),
)
LESSON = Lesson("Questions", steps=STEPS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "questions.cvae-lesson"
    write_lesson(path, replace(LESSON, answers=GIVEN))
    return path


@pytest.mark.parametrize(
    ("question", "given", "is_right"),
    [
        (CHOICE, "a 5", True),
        (CHOICE, "a 3", False),
        (CHOICE, "1", False),
        (NUMBER, "0.2", True),
        (NUMBER, "0,4", True),
        (NUMBER, "0.41", False),
        (NUMBER, "-0.3", False),
        (NUMBER, "three", False),
        (DRAWING, "9", True),
        (DRAWING, "4", False),
        (NOISE, "0.55", True),
        (NOISE, "0", False),
        (NOISE, "7", False),
    ],
)
def test_answers_are_checked(question: LessonQuestion, given: str, is_right: bool) -> None:
    assert LessonAnswer(given).is_right(question) is is_right


def test_numbers_are_read_as_people_type_them() -> None:
    assert parse_number(" \N{MINUS SIGN}1,5 ") == -1.5
    for text in ("", "nan", "inf", "1e999", "1 2"):
        assert parse_number(text) is None


def test_right_answers_are_counted() -> None:
    assert GIVEN.count_right(LESSON.questions) == 2


def test_a_file_keeps_questions_and_answers(path: Path) -> None:
    read = read_lesson(path)
    assert read.steps == STEPS
    assert read.answers == GIVEN
    assert json.loads(members_of(path)[MANIFEST])["format_version"] == FORMAT_VERSION


def test_older_programs_read_lessons_without_questions(path: Path) -> None:
    write_lesson(path, replace(LESSON, steps=STEPS[:1]))
    members = members_of(path)
    assert json.loads(members[MANIFEST])["format_version"] == PLAIN_FORMAT_VERSION
    assert ANSWERS not in members
    assert "question" not in json.loads(members[CONTENT])["steps"][0]


def changed(step: int, **entries: Any) -> Callable[[dict[str, Any]], object]:
    return lambda content: content["steps"][step]["question"].update(entries)


@pytest.mark.parametrize(
    "change",
    [
        changed(1, kind="exam"),
        changed(1, kind="number"),
        changed(1, text=""),
        changed(1, text="a\x1b[31m"),
        changed(1, text="x" * 401),
        changed(1, choices=["a"]),
        changed(1, choices=["a", "a "]),
        changed(1, choices=["a", ""]),
        changed(1, choices=["a", "x" * 61]),
        changed(1, choices=[str(n) for n in range(MAX_CHOICES + 1)]),
        changed(1, choices="ab"),
        changed(1, right=2),
        changed(1, right=-1),
        changed(1, right=True),
        changed(1, explanation=None),
        changed(1, value=3.0),
        changed(1, code="import os"),
        changed(2, value="0.3"),
        changed(2, value=1e12),
        changed(2, tolerance=-0.1),
        changed(3, label=""),
        changed(3, read_as="4"),
        changed(3, change=0),
        changed(4, tolerance=0),
        lambda content: content["steps"][1].update(question=None),
        lambda content: content["steps"][1].update(question=[]),
        lambda content: content["steps"][1]["question"].pop("right"),
    ],
)
def test_odd_questions_are_refused(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    members = members_of(path)
    content = json.loads(members[CONTENT])
    change(content)
    refused(path, signed(members | {CONTENT: json.dumps(content).encode()}))


@pytest.mark.parametrize(
    "change",
    [
        lambda given: given.update(more=1),
        lambda given: given.pop("student"),
        lambda given: given.update(student="a\nb"),
        lambda given: given.update(student="x" * 101),
        lambda given: given.update(answers=[]),
        lambda given: given["answers"].update({"0": {"given": "1", "tries": 1}}),
        lambda given: given["answers"].update({"5": {"given": "1", "tries": 1}}),
        lambda given: given["answers"].update({"-1": {"given": "1", "tries": 1}}),
        lambda given: given["answers"].update({"01": {"given": "1", "tries": 1}}),
        lambda given: given["answers"]["1"].update(tries=0),
        lambda given: given["answers"]["1"].update(tries=10**9),
        lambda given: given["answers"]["1"].update(given="x" * 101),
        lambda given: given["answers"]["1"].update(given="\x1b"),
        lambda given: given["answers"]["1"].update(is_right=True),
        lambda given: given["answers"]["1"].update(window={}),
        lambda given: given["answers"].update({"1": None}),
    ],
)
def test_odd_answers_are_refused(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    members = members_of(path)
    given = json.loads(members[ANSWERS])
    change(given)
    refused(path, signed(members | {ANSWERS: json.dumps(given).encode()}))


def test_altered_answers_are_refused(path: Path) -> None:
    whole = path.read_bytes()
    assert whole.count(b"0,4") == 1
    refused(path, whole.replace(b"0,4", b"0,3"))


def test_an_answer_needs_a_question_and_all_steps_an_entry() -> None:
    with pytest.raises(InvalidData):
        replace(LESSON, answers=LessonAnswers("", (None,)))
    with pytest.raises(InvalidData):
        replace(LESSON, steps=STEPS[:1], answers=LessonAnswers("", (LessonAnswer("1"),)))


def test_the_copy_is_found_by_what_the_lesson_holds(home: Path) -> None:
    assert read_answers(LESSON) is None
    model = LessonModel("studio", "0" * 64, b"a whole file")
    lesson = replace(LESSON, model=model)
    write_answers(lesson, GIVEN)
    assert read_answers(lesson) == GIVEN
    assert read_answers(replace(lesson, model=replace(model, file=None, name="other"))) == GIVEN
    assert read_answers(LESSON) is None
    assert read_answers(replace(lesson, title="Another")) is None
    assert read_lesson(copy_path(lesson)).model == replace(model, file=None)
    assert with_answers(lesson, GIVEN).answers == GIVEN


def test_a_damaged_copy_is_passed_over(home: Path) -> None:
    write_answers(LESSON, GIVEN)
    copy_path(LESSON).write_bytes(b"nothing")
    assert read_answers(LESSON) is None
