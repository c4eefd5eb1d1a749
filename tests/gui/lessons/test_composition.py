"""A lesson in the making: steps come, go and move, and every change can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_cvae.gui.lessons.composition import Composition, LessonContent, content_of
from desktop_cvae.library.lesson_content import MAX_NOTES, MAX_STEPS, MAX_TITLE, Lesson, LessonStep
from desktop_cvae.library.session_record import SessionRecord


def titles(made: Composition) -> str:
    return "".join(step.title for step in made.content.steps)


@pytest.fixture
def made() -> Composition:
    made = Composition()
    for title in "abc":
        made.add(LessonStep(title))
    return made


def test_a_step_comes_after_the_one_that_is_looked_at(made: Composition) -> None:
    made.select(0)
    made.add(LessonStep("x"))
    assert (titles(made), made.position) == ("axbc", 1)


def test_steps_move_and_stay_within_the_list(made: Composition) -> None:
    made.move(-1)
    assert (titles(made), made.position) == ("acb", 1)
    made.move(-1)
    made.move(-1)
    assert (titles(made), made.position) == ("cab", 0)


def test_a_deleted_step_comes_back(made: Composition) -> None:
    made.select(1)
    made.delete()
    assert (titles(made), made.position) == ("ac", 1)
    made.undo()
    assert (titles(made), made.position) == ("abc", 1)
    for _ in range(3):
        made.delete()
    assert (titles(made), made.position, made.step) == ("", -1, None)
    made.delete()


def test_what_is_typed_into_one_field_is_one_change(made: Composition) -> None:
    for text in ("S", "Se", "Sev"):
        made.write_step("title", text)
    for text in ("n", "no"):
        made.write_step("notes", text)
    made.undo()
    assert made.content.steps[2] == LessonStep("Sev")
    made.undo()
    assert titles(made) == "abc"
    made.write("title", "T")
    made.select(0)
    made.write("title", "Ti")
    made.undo()
    assert made.content.title == "T"


def test_a_step_shows_something_else_and_keeps_its_words(made: Composition) -> None:
    other = SessionRecord(panel="loss")
    made.write_step("notes", "Look.")
    made.replace_window(LessonStep("none", "none", other))
    assert made.step == LessonStep("c", "Look.", other)


def test_only_what_a_lesson_can_have_is_taken(made: Composition) -> None:
    made.write("title", "a\nb\x1b" + "x" * 200)
    made.write("notes", "one\n\ttwo\0" + "y" * 20_000)
    made.write_step("title", "t\r" * 99)
    lesson = made.lesson(None)
    assert lesson is not None
    assert lesson.title == ("ab" + "x" * 200)[:MAX_TITLE]
    assert lesson.notes.startswith("one\n    two")
    assert len(lesson.notes) == MAX_NOTES


def test_a_lesson_has_a_title_and_steps(made: Composition) -> None:
    lesson = made.lesson(None)
    assert lesson is not None
    assert lesson.title == "Untitled"
    made.begin(LessonContent("Only a title"))
    assert made.lesson(None) is None
    made.undo()
    assert titles(made) == "abc"


def test_there_are_not_more_steps_than_can_be(made: Composition) -> None:
    content = replace(made.content, steps=(LessonStep(),) * (MAX_STEPS - 1))
    made.begin(content)
    assert not made.is_full
    made.add(LessonStep())
    assert made.is_full


def test_a_lesson_that_is_changed_begins_anew(made: Composition) -> None:
    lesson = Lesson("T", "A", "N", (LessonStep("x"), LessonStep("y")))
    made.begin(content_of(lesson))
    assert made.lesson(None) == lesson
    made.forget_past()
    assert not made.can_undo
