"""``desktop-cvae lesson``: show or check a lesson."""

from __future__ import annotations

import json
import logging
from argparse import Namespace
from collections.abc import Iterator
from textwrap import indent, wrap
from typing import Any

from desktop_cvae.cli.output import note
from desktop_cvae.core.errors import DamagedLesson
from desktop_cvae.core.language import number, tr, tr_n
from desktop_cvae.library.lesson_content import Lesson, LessonModel, LessonStep
from desktop_cvae.library.lesson_file import read_lesson
from desktop_cvae.library.lesson_questions import LessonAnswer, LessonAnswers, LessonQuestion
from desktop_cvae.library.model_library import list_models
from desktop_cvae.library.session_record import SessionRecord

WIDTH = 88


def run(arguments: Namespace) -> int:
    """Read the lesson strictly; print its contents, or that it is intact.

    Raises:
        LessonFileError: it is no lesson, damaged, altered or too new.
        InputOutputError: it cannot be read.
    """
    try:
        lesson = read_lesson(arguments.file)
    except DamagedLesson as error:
        note(error.details, logging.ERROR)
        raise
    if arguments.action == "check":
        print(_checked(arguments.file.name, lesson))
    elif arguments.format == "json":
        print(json.dumps(_record(lesson), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(lesson)))
    return 0


def _checked(name: str, lesson: Lesson) -> str:
    count = tr_n("{n} step", "{n} steps", len(lesson.steps))
    return tr("“{name}” is intact: {count}; {model}.", name=name, count=count, model=_model(lesson))


def _lines(lesson: Lesson) -> Iterator[str]:
    yield lesson.title
    if lesson.author:
        yield tr("by {author}", author=lesson.author)
    if lesson.notes:
        yield _notes(lesson.notes, "")
    yield _model(lesson)
    if lesson.answers is not None:
        yield _score(lesson, lesson.answers)
    for position, step in enumerate(lesson.steps, 1):
        yield ""
        yield f"{position}. {step.title or tr('Untitled')} ({', '.join(_settings(step.window))})"
        if step.notes:
            yield _notes(step.notes, "   ")
        if step.question is not None:
            yield _notes(tr("Question: {text}", text=step.question.text), "   ")
            if lesson.answers is not None:
                yield f"   {_answer(step.question, lesson.answers.answers[position - 1])}"


def _score(lesson: Lesson, answers: LessonAnswers) -> str:
    questions = lesson.questions
    return tr(
        "answers of {name}: {right} of {asked} right",
        name=answers.student or tr("Unnamed"),
        right=number(answers.count_right(questions)),
        asked=number(sum(1 for question in questions if question is not None)),
    )


def _answer(question: LessonQuestion, answer: LessonAnswer | None) -> str:
    if answer is None:
        return tr("Not answered.")
    tries = tr_n("{n} try", "{n} tries", answer.tries)
    if answer.is_right(question):
        return tr("Right: {answer} ({tries}).", answer=answer.given, tries=tries)
    return tr("Wrong: {answer} ({tries}).", answer=answer.given, tries=tries)


def _notes(text: str, margin: str) -> str:
    lines = (part for line in text.splitlines() for part in wrap(line, WIDTH) or [""])
    return indent("\n".join(lines), margin)


def _model(lesson: Lesson) -> str:
    model = lesson.model
    if model is None:
        return tr("for any model")
    if model.file is not None:
        size = number(len(model.file) / 1e6, ".1f")
        return tr("includes its model “{name}” ({size} MB)", name=model.name, size=size)
    if _is_here(model):
        return tr("its model “{name}” is on this computer", name=model.name)
    return tr("its model “{name}” is not on this computer", name=model.name)


def _is_here(model: LessonModel) -> bool:
    return any(entry.manifest.weights_sha256 == model.weights_sha256 for entry in list_models())


def _settings(window: SessionRecord) -> Iterator[str]:
    drawing = window.drawing
    if drawing.png is not None:
        yield tr("picture “{name}”", name=drawing.name) if drawing.name else tr("a picture")
    if drawing.strokes or drawing.png is None:
        yield tr_n("{n} stroke", "{n} strokes", len(drawing.strokes))
    if window.noise.level:
        yield tr("noise {level}", level=number(window.noise.level, ".2f"))
    if window.label:
        yield tr("label {label}", label=window.label)
    if window.reads_number:
        yield tr("read as a number")


def _record(lesson: Lesson) -> dict[str, Any]:
    """Return the lesson's contents for programs; drawings are summarised."""
    model, written = lesson.model, lesson.written
    given = lesson.answers.answers if lesson.answers else (None,) * len(lesson.steps)
    return {
        "title": lesson.title,
        "author": lesson.author,
        "notes": lesson.notes,
        "created": written.created if written else None,
        "program": written.program if written else None,
        "model": None
        if model is None
        else {
            "name": model.name,
            "weights_sha256": model.weights_sha256,
            "is_inside": model.file is not None,
            "is_here": _is_here(model),
        },
        "student": lesson.answers.student if lesson.answers else None,
        "steps": [_step_record(*each) for each in zip(lesson.steps, given, strict=True)],
    }


def _step_record(step: LessonStep, answer: LessonAnswer | None) -> dict[str, Any]:
    window, question = step.window, step.question
    return {
        "title": step.title,
        "notes": step.notes,
        "strokes": len(window.drawing.strokes),
        "picture": window.drawing.name if window.drawing.png is not None else None,
        "noise": {
            "kind": window.noise.kind,
            "level": window.noise.level,
            "seed": window.noise.seed,
        },
        "label": window.label or None,
        "looked_at": window.looked_at or None,
        "panel": window.panel,
        "topic": window.topic or None,
        "reads_number": window.reads_number,
        "question": question.to_json() if question else None,
        "answer": None
        if question is None or answer is None
        else {
            "given": answer.given,
            "tries": answer.tries,
            "is_right": answer.is_right(question),
        },
    }
