"""The lessons that come with the program: as their script writes them, and read as it says."""

from __future__ import annotations

from pathlib import Path

import make_lessons
import pytest

from desktop_cvae.gui.drawing import Drawing
from desktop_cvae.gui.explanations.topics import TOPICS
from desktop_cvae.gui.lessons.sample_lessons import SAMPLE_LESSONS, sample_lesson
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.library.lesson_content import Lesson, LessonStep
from desktop_cvae.library.lesson_file import find_lesson_model, read_lesson
from desktop_cvae.pictures.preparation import to_mnist_style

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "lessons"
SAID = {
    "first-steps": ["7", "7", "7", "3", "9", "2"],
    "doubts": ["9", "4", "8", "1", "2"],
}
"""What each step's drawing is read as, or explained as."""


@pytest.fixture(scope="module")
def studio() -> OpenedModel:
    return open_model("studio")


def answer(model: OpenedModel, step: LessonStep) -> str:
    drawing = Drawing()
    drawing.restore(step.window.drawing, None)
    image = drawing.image()
    assert image is not None
    names = model.label_names
    chosen = names.index(step.window.label) if step.window.label else None
    answer = model.answer(to_mnist_style(image), step.window.noise, chosen)
    assert answer.label is not None
    return names[answer.label]


def test_they_are_what_their_script_writes() -> None:
    kept = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert kept == make_lessons.files()


@pytest.mark.parametrize("name", SAID)
def test_they_say_what_they_are_meant_to(name: str, studio: OpenedModel) -> None:
    lesson: Lesson = read_lesson(sample_lesson(name))
    assert lesson.title == SAMPLE_LESSONS[name]
    assert lesson.model is not None
    entry = find_lesson_model(lesson.model)
    assert entry is not None
    assert entry.name == "studio"
    assert [answer(studio, step) for step in lesson.steps] == SAID[name]
    for step in lesson.steps:
        assert step.window.topic in ("", *TOPICS)
        assert step.window.looked_at in ("", *studio.label_names)
