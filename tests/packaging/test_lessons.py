"""The lessons that come with the program: as their script writes them, and read as it says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import make_lessons
import pytest

from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.results import FloatArray, NoiseSetting, Recognition
from desktop_cvae.gui.drawing import Drawing
from desktop_cvae.gui.explanations.topics import TOPICS
from desktop_cvae.gui.lessons.experiments import changed_share
from desktop_cvae.gui.lessons.sample_lessons import SAMPLE_LESSONS, sample_lesson
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.library.lesson_content import Lesson, LessonStep
from desktop_cvae.library.lesson_file import find_lesson_model, read_lesson
from desktop_cvae.library.lesson_questions import LessonQuestion
from desktop_cvae.pictures.preparation import to_mnist_style

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "lessons"
SAID = {
    "first-steps": ["7", "7", "7", "3", "9", "2"],
    "doubts": ["4", "4", "8", "1", "2"],
}
"""What each step's drawing is read as, or explained as."""
CHECKED = ("noise", "latent-space", "temperature", "kl", "fooling")
ROOF = [[(36, 8), (56, 0), (76, 4)]]
"""What is added to ``OPEN_FOUR``."""
LOOPS = [[(16, 20), (18, 46), (38, 64)], [(38, 64), (10, 90), (12, 122)]]
FLAG = [[(0, 14), (30, 8), (58, 6)]]
MISLEADING = {("4", "9"): ROOF, ("3", "8"): LOOPS, ("1", "7"): FLAG}
"""Strokes that answer the questions for a drawing."""


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


def image_of(record: DrawingRecord) -> FloatArray:
    drawing = Drawing()
    drawing.restore(record, None)
    image = drawing.image()
    assert image is not None
    return image


def recognised(model: OpenedModel, image: FloatArray, noise: NoiseSetting) -> Recognition:
    recognition = model.answer(to_mnist_style(image), noise, None).recognition
    assert recognition is not None
    return recognition


def asked(kind: str, language: str = "en") -> list[tuple[LessonStep, LessonQuestion]]:
    lessons = [read_lesson(FOLDER / f"{name}.{language}.cvae-lesson") for name in CHECKED]
    steps = [step for lesson in lessons for step in lesson.steps]
    return [(step, step.question) for step in steps if step.question and step.question.kind == kind]


@pytest.mark.parametrize("name", CHECKED)
def test_every_step_asks_the_same_in_both_languages(name: str) -> None:
    english, ukrainian = (
        read_lesson(FOLDER / f"{name}.{language}.cvae-lesson") for language in ("en", "uk")
    )
    assert english.title == SAMPLE_LESSONS[name]
    for one, other in zip(english.questions, ukrainian.questions, strict=True):
        assert one is not None
        assert other is not None
        texts = {"text": other.text, "choices": other.choices, "explanation": other.explanation}
        assert replace(one, **texts) == other
        assert one.text != other.text


def test_the_right_answer_has_no_favourite_place() -> None:
    assert {question.right for _, question in asked("choice")} == {0, 1, 2}


def test_the_reading_fails_within_the_sliders_range(studio: OpenedModel) -> None:
    for step, question in asked("noise"):
        image, noise = image_of(step.window.drawing), step.window.noise
        right = [
            studio.label_names[recognised(studio, image, replace(noise, level=level)).label or 0]
            == question.label
            for level in (0.0, noise.level, 1.0)
        ]
        assert right == [True, True, False]


def test_a_few_strokes_answer_what_is_to_be_drawn(studio: OpenedModel) -> None:
    for step, question in asked("drawing"):
        before = step.window.drawing
        more = make_lessons.strokes(MISLEADING[question.label, question.read_as])
        after = replace(before, strokes=(*before.strokes, *more))
        images = [image_of(record) for record in (before, after)]
        for image, label in zip(images, (question.label, question.read_as), strict=True):
            verdict = recognised(studio, image, NoiseSetting()).verdict
            assert verdict is not None
            assert verdict.kind == "digit"
            assert studio.label_names[verdict.labels[0]] == label
        # Not so few that only these strokes would do.
        assert changed_share(*images) < 0.7 * question.change


def test_what_they_say_about_the_model_is_true(studio: OpenedModel) -> None:
    [dimensions] = [
        question.value for step, question in asked("number") if step.window.panel == "latent"
    ]
    assert dimensions == studio.spec.latent_dim
    two, one = (
        recognised(studio, image_of(make_lessons.digit(digit)), NoiseSetting()) for digit in "21"
    )
    assert two.kl_nats[2] > 1.5 * one.kl_nats[1]
    letter = recognised(studio, image_of(make_lessons.digit("A")), NoiseSetting())
    assert letter.verdict is not None
    assert letter.verdict.kind == "not a digit"
