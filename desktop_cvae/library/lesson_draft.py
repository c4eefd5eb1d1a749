"""The lesson that is being made, kept until it is finished, whatever becomes of the program."""

from __future__ import annotations

import logging
import os

from desktop_cvae.core import paths
from desktop_cvae.core.atomic_files import explained, hold_file
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.library.lesson import Lesson
from desktop_cvae.library.lesson_file import SUFFIX, read_lesson, write_lesson

_log = logging.getLogger(__name__)


class LessonDraft:
    """A file that one window holds until :meth:`release`.

    Args:
        lock: the descriptor that holds its lock.
    """

    def __init__(self, lock: int) -> None:
        self._lock = lock
        self.path = paths.data_dir() / f"lesson-draft{SUFFIX}"

    def read(self) -> Lesson | None:
        """What was kept; None if that was nothing, or is damaged: the log says so."""
        if not self.path.exists():
            return None
        try:
            return read_lesson(self.path)
        except DesktopCvaeError as error:
            _log.warning("The draft of a lesson cannot be read: %s", error)
            return None

    def keep(self, lesson: Lesson | None) -> None:
        """Keep it as it is now; None is no lesson.

        Raises:
            InputOutputError: the disk is full, the folder is read-only, …
        """
        if lesson is not None:
            write_lesson(self.path, lesson)
            return
        with explained(self.path):
            self.path.unlink(missing_ok=True)

    def release(self) -> None:
        """Let another window have it."""
        os.close(self._lock)


def take_draft() -> LessonDraft | None:
    """Hold the draft; None if another window makes a lesson.

    Raises:
        InputOutputError: the folder cannot be written to.
    """
    folder = paths.data_dir()
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(folder / "lesson-draft.lock", os.O_RDWR | os.O_CREAT, 0o600)
    if hold_file(lock):
        return LessonDraft(lock)
    os.close(lock)
    return None
