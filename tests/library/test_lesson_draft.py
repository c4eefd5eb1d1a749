"""The draft of a lesson belongs to one window, and is read back as it was kept."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.library.lesson_content import Lesson, LessonStep
from desktop_cvae.library.lesson_draft import take_draft

LESSON = Lesson("Evidence", steps=(LessonStep("One"),))


def test_a_draft_is_kept_until_it_is_dropped(home: Path, caplog: pytest.LogCaptureFixture) -> None:
    draft = take_draft()
    assert draft is not None
    assert take_draft() is None
    assert draft.read() is None
    draft.keep(LESSON)
    draft.release()
    again = take_draft()
    assert again is not None
    lesson = again.read()
    assert lesson is not None
    assert (lesson.title, lesson.steps) == ("Evidence", LESSON.steps)
    again.path.write_bytes(b"no lesson")
    with caplog.at_level(logging.WARNING):
        assert again.read() is None
    assert "draft of a lesson cannot be read" in caplog.text
    for _ in range(2):
        again.keep(None)
        assert not again.path.exists()
    again.path.mkdir()
    with pytest.raises(InputOutputError):
        again.keep(None)
    again.release()


def test_a_folder_that_cannot_be_made_is_an_error_of_ours(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.write_text("a file")
    with pytest.raises(InputOutputError):
        take_draft()
