"""The lessons that come with the program; ``packaging/make_lessons.py`` writes them."""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.paths import resources_dir
from desktop_cvae.library.lesson_file import SUFFIX

SAMPLE_LESSONS = {
    "first-steps": mark("How the model reads a digit"),
    "doubts": mark("When the model is unsure"),
    "noise": mark("Noise"),
    "latent-space": mark("The latent space"),
    "temperature": mark("Temperature"),
    "kl": mark("KL divergence"),
    "fooling": mark("Fooling the model"),
}
"""Titles of the lessons by the first part of their file names."""
_LANGUAGE = mark("en")
"""Language code in the names of the lessons' files; a translation gives its own."""


def sample_lessons_dir() -> Path:
    """Return the folder of these lessons."""
    return resources_dir() / "lessons"


def sample_lesson(name: str) -> Path:
    """Return a lesson's file, in the user's language if there is one."""
    folder = sample_lessons_dir()
    own = folder / f"{name}.{tr(_LANGUAGE)}{SUFFIX}"
    return own if own.is_file() else folder / f"{name}.en{SUFFIX}"
