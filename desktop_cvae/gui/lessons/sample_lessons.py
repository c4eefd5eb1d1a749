"""The lessons that come with the program; ``packaging/make_lessons.py`` writes them."""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.paths import resources_dir
from desktop_cvae.library.lesson_file import SUFFIX

SAMPLE_LESSONS = {"first-steps": mark("How it reads a digit"), "doubts": mark("When it doubts")}
"""Titles by the beginning of their files' names."""
_LANGUAGE = mark("en")
"""Which of a lesson's files is opened; a translation is the two letters of its language."""


def sample_lessons_dir() -> Path:
    """Where they are."""
    return resources_dir() / "lessons"


def sample_lesson(name: str) -> Path:
    """The file of a lesson, in the user's language if it is there."""
    folder = sample_lessons_dir()
    own = folder / f"{name}.{tr(_LANGUAGE)}{SUFFIX}"
    return own if own.is_file() else folder / f"{name}.en{SUFFIX}"
