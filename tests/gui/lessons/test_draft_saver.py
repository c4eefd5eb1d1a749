"""The draft is read once, saved after changes, and released when the dialog closes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_cvae.core import paths
from desktop_cvae.gui.lessons.draft_saver import DraftSaver
from desktop_cvae.library.lesson_content import Lesson, LessonStep
from desktop_cvae.library.lesson_draft import take_draft
from desktop_cvae.workers.job_runner import JobRunner

LESSON = Lesson("Evidence", steps=(LessonStep("One"),))


@pytest.fixture
def runner(qtbot: QtBot, home: Path) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.stop()


@pytest.fixture
def parent(runner: JobRunner) -> QObject:
    return QObject()


def loaded(qtbot: QtBot, runner: JobRunner, parent: QObject, lesson: Lesson | None) -> DraftSaver:
    saver = DraftSaver(runner, lambda: lesson, parent)
    with qtbot.waitSignal(saver.loaded):
        pass
    return saver


def finished(qtbot: QtBot, runner: JobRunner) -> None:
    qtbot.waitUntil(lambda: not runner.is_busy)


def saved() -> Lesson | None:
    draft = take_draft()
    assert draft is not None
    lesson = draft.read()
    draft.release()
    return lesson


def test_closing_saves_and_releases_the_draft(
    qtbot: QtBot, runner: JobRunner, parent: QObject
) -> None:
    saver = loaded(qtbot, runner, parent, LESSON)
    assert saver.has_draft
    saver.close()
    finished(qtbot, runner)
    assert (lesson := saved()) is not None
    assert lesson.steps == LESSON.steps


def test_the_next_dialog_gets_the_saved_lesson(
    qtbot: QtBot, runner: JobRunner, parent: QObject
) -> None:
    loaded(qtbot, runner, parent, LESSON).close()
    finished(qtbot, runner)
    again = DraftSaver(runner, lambda: None, parent)
    with qtbot.waitSignal(again.loaded) as signal:
        pass
    assert signal.args is not None
    assert signal.args[0].steps == LESSON.steps
    again.close()
    finished(qtbot, runner)
    assert saved() is None


def test_a_change_is_saved_after_a_pause(qtbot: QtBot, runner: JobRunner, parent: QObject) -> None:
    saver = loaded(qtbot, runner, parent, LESSON)
    file = paths.data_dir() / "lesson-draft.cvae-lesson"
    assert not file.exists()
    saver.save_soon()
    qtbot.waitUntil(file.exists)
    saver.close()
    finished(qtbot, runner)


def test_a_draft_held_by_another_window_is_not_written(
    qtbot: QtBot, runner: JobRunner, parent: QObject
) -> None:
    draft = take_draft()
    assert draft is not None
    saver = loaded(qtbot, runner, parent, LESSON)
    assert not saver.has_draft
    saver.save_soon()
    saver.close()
    finished(qtbot, runner)
    assert not draft.path.exists()
    draft.release()


def test_a_folder_that_cannot_be_written_is_told(
    qtbot: QtBot, runner: JobRunner, parent: QObject, home: Path
) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("in the way")
    saver = DraftSaver(runner, lambda: LESSON, parent)
    with qtbot.waitSignal(saver.failed):
        pass
    saver.close()
