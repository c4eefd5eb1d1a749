"""``lesson show`` and ``lesson check``: what scripts and people get to know of a lesson."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_cvae.cli.main import main
from desktop_cvae.core.drawing_record import DrawingRecord, StrokeRecord
from desktop_cvae.core.results import NoiseSetting
from desktop_cvae.library.lesson_content import Lesson, LessonStep
from desktop_cvae.library.lesson_file import lesson_model, write_lesson
from desktop_cvae.library.lesson_questions import LessonAnswer, LessonAnswers, LessonQuestion
from desktop_cvae.library.model_library import find_model, import_model
from desktop_cvae.library.session_record import SessionRecord

LINE = DrawingRecord((StrokeRecord(0.07, False, ((0.25, 0.5), (0.5, 0.75))),))
NOISY = SessionRecord(LINE, NoiseSetting("speckle", 0.4, 3), "7")
STEPS = (LessonStep("A seven", "Look.\nThen think.", SessionRecord(LINE)), LessonStep(window=NOISY))
LESSON = Lesson("Evidence", "A. Teacher", "For the first week.", STEPS)
Out = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "evidence.cvae-lesson"
    write_lesson(path, LESSON)
    return path


def test_show_tells_people_what_it_holds(path: Path, capsys: Out) -> None:
    assert main(["lesson", "show", str(path)]) == 0
    assert capsys.readouterr().out == (
        "Evidence\nby A. Teacher\nFor the first week.\nfor any model\n\n"
        "1. A seven (1 stroke)\n   Look.\n   Then think.\n\n"
        "2. Untitled (1 stroke, noise 0.40, label 7)\n"
    )


def test_show_tells_a_teacher_what_was_answered(path: Path, capsys: Out) -> None:
    question = LessonQuestion("choice", "Which digit?", ("a 3", "a 7"), 1)
    steps = (*STEPS, *(LessonStep("Asked", question=question) for _ in range(3)))
    given = (None, None, LessonAnswer("a 7", 2), LessonAnswer("a 3"), None)
    write_lesson(path, replace(LESSON, steps=steps, answers=LessonAnswers("Olena", given)))
    assert main(["lesson", "show", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "answers of Olena: 1 of 3 right\n" in shown
    assert "   Question: Which digit?\n   Right: a 7 (2 tries).\n" in shown
    assert "   Wrong: a 3 (1 try).\n" in shown
    assert "   Not answered.\n" in shown
    assert main(["lesson", "show", str(path), "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["student"] == "Olena"
    assert [step["answer"] and step["answer"]["is_right"] for step in record["steps"]] == [
        None,
        None,
        True,
        False,
        None,
    ]
    assert record["steps"][0]["question"] is None
    assert record["steps"][2]["question"]["choices"] == ["a 3", "a 7"]


def test_show_tells_machines(path: Path, capsys: Out) -> None:
    assert main(["lesson", "show", str(path), "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["model"] is None
    assert [step["label"] for step in shown["steps"]] == [None, "7"]
    assert shown["steps"][1]["noise"] == {"kind": "speckle", "level": 0.4, "seed": 3}


def test_check_says_whether_the_model_is_there(
    path: Path, capsys: Out, tiny_model: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    entry = import_model(tiny_model)
    write_lesson(path, replace(LESSON, model=lesson_model(entry, brings_file=False)))
    assert main(["lesson", "check", str(path)]) == 0
    assert "2 steps; its model “tiny” is on this computer" in capsys.readouterr().out
    monkeypatch.setenv("DESKTOP_CVAE_HOME", str(tmp_path / "empty"))
    assert main(["lesson", "check", str(path)]) == 0
    assert "is not on this computer" in capsys.readouterr().out
    entry = find_model(str(tiny_model))
    write_lesson(path, replace(LESSON, model=lesson_model(entry, brings_file=True)))
    assert main(["lesson", "check", str(path)]) == 0
    assert "includes its model “tiny”" in capsys.readouterr().out


def test_an_altered_lesson_has_a_code_of_its_own(path: Path, capsys: Out) -> None:
    data = bytearray(path.read_bytes())
    data[-200] ^= 1
    path.write_bytes(bytes(data))
    assert main(["lesson", "check", str(path)]) == 4
    error = capsys.readouterr().err
    assert "is damaged or was altered" in error
    assert "Traceback" not in error
    assert main(["lesson", "show", str(path.with_name("none"))]) == 5
