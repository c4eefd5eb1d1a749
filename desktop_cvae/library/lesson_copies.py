"""The user's copies of lessons: each holds the answers given so far, beside the lesson itself.

A copy is found by what the lesson holds, under whatever name its file lies. It leaves out the
model's file, which may be large; the model is known by its weights.

Tested in tests/library/test_lesson_questions.py.
"""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import replace
from pathlib import Path

from desktop_cvae.core import paths
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.library.lesson_content import Lesson
from desktop_cvae.library.lesson_file import SUFFIX, read_lesson, write_lesson
from desktop_cvae.library.lesson_questions import LessonAnswers

_log = logging.getLogger(__name__)


def copy_path(lesson: Lesson) -> Path:
    """Return where the copy of a lesson lies."""
    model = lesson.model.weights_sha256 if lesson.model else ""
    content = json.dumps([lesson.content_to_json(), model], sort_keys=True)
    digest = hashlib.sha256(content.encode()).hexdigest()
    return paths.data_dir() / "lessons" / f"{digest[:32]}{SUFFIX}"


def read_answers(lesson: Lesson) -> LessonAnswers | None:
    """Return the answers of the copy; None if there is none, or it is damaged, which is logged."""
    path = copy_path(lesson)
    if not path.exists():
        return None
    try:
        copy = read_lesson(path)
    except DesktopCvaeError as error:
        _log.warning("The answers of a lesson cannot be read: %s", error)
        return None
    # A file of that name with other steps is not this lesson's.
    return copy.answers if copy.steps == lesson.steps else None


def write_answers(lesson: Lesson, answers: LessonAnswers) -> None:
    """Write the copy with these answers.

    Raises:
        UsageError: it is too large for a file.
        InputOutputError: it cannot be written.
    """
    write_lesson(copy_path(lesson), with_answers(lesson, answers))


def with_answers(lesson: Lesson, answers: LessonAnswers) -> Lesson:
    """Return the lesson as it is handed in: with these answers, without the model's file."""
    model = replace(lesson.model, file=None) if lesson.model else None
    return replace(lesson, model=model, answers=answers)
