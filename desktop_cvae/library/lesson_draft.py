"""Draft of the lesson in the making, kept on disk until it is finished."""

from __future__ import annotations

import logging
import os

from desktop_cvae.core import paths
from desktop_cvae.core.atomic_files import explained
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.operating_system import take_lock
from desktop_cvae.library.lesson_content import Lesson
from desktop_cvae.library.lesson_file import SUFFIX, read_lesson, write_lesson

_log = logging.getLogger(__name__)


class LessonDraft:
    """File of the draft, held by one window until :meth:`release`.

    Args:
        lock: the descriptor that holds its lock.
    """

    def __init__(self, lock: int) -> None:
        self._lock = lock
        self.path = paths.data_dir() / f"lesson-draft{SUFFIX}"

    def read(self) -> Lesson | None:
        """Return the draft; None if there is none, or it is damaged, which is logged."""
        if not self.path.exists():
            return None
        try:
            return read_lesson(self.path)
        except DesktopCvaeError as error:
            _log.warning("The draft of a lesson cannot be read: %s", error)
            return None

    def keep(self, lesson: Lesson | None) -> None:
        """Save the draft; None deletes it.

        Raises:
            InputOutputError: the disk is full, the folder is read-only, …
        """
        if lesson is not None:
            write_lesson(self.path, lesson)
            return
        with explained(self.path):
            self.path.unlink(missing_ok=True)

    def release(self) -> None:
        """Release the draft to other windows."""
        os.close(self._lock)


def take_draft() -> LessonDraft | None:
    """Take the draft; return None if another window holds it.

    Raises:
        InputOutputError: the folder cannot be written to.
    """
    folder = paths.data_dir()
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = take_lock(folder / "lesson-draft.lock")
    return None if lock is None else LessonDraft(lock)
