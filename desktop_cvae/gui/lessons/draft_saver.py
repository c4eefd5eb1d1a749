"""Saves the lesson that is being recorded as a draft, so that closing or a crash loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_cvae.library.lesson_content import Lesson
from desktop_cvae.library.lesson_draft import LessonDraft, take_draft
from desktop_cvae.workers.job_runner import JobRunner

PAUSE_MS = 400
"""Delay after the last change before the draft is saved."""


class DraftSaver(QObject):
    """Reads the draft once, then saves it after every change.

    Args:
        runner: reads and writes.
        find_lesson: returns the lesson as it is now; None if it has no steps.
        parent: the dialog.

    Signals:
        loaded(Lesson | None): the draft was read; there may be none.
        failed(Exception): the draft cannot be read or saved.
    """

    loaded = Signal(object)
    failed = Signal(object)

    def __init__(
        self, runner: JobRunner, find_lesson: Callable[[], Lesson | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._runner, self._find_lesson = runner, find_lesson
        self._slot = f"lesson draft {id(self)}"
        self._draft: LessonDraft | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._save)
        runner.submit(self._slot, _load, self._on_loaded, self.failed.emit)

    @property
    def has_draft(self) -> bool:
        """False if another window holds the draft, or it was not read yet."""
        return self._draft is not None

    def save_soon(self) -> None:
        """Save the draft after a pause."""
        self._pause.start()

    def close(self) -> None:
        """Save for the last time and let another window have the draft."""
        self._pause.stop()
        draft, self._draft = self._draft, None
        if draft is None:
            self._runner.cancel(self._slot)
        else:
            job = partial(_save_and_release, draft, self._find_lesson())
            # Replaces a save that is still waiting, and runs although the dialog is gone.
            self._runner.submit(self._slot, job, lambda _: None, lambda _: None)

    def _on_loaded(self, found: tuple[LessonDraft | None, Lesson | None]) -> None:
        self._draft, lesson = found
        self.loaded.emit(lesson)

    def _save(self) -> None:
        if self._draft is not None:
            job = partial(self._draft.keep, self._find_lesson())
            self._runner.submit(self._slot, job, lambda _: None, self.failed.emit)


def _load() -> tuple[LessonDraft | None, Lesson | None]:
    draft = take_draft()
    return draft, draft.read() if draft else None


def _save_and_release(draft: LessonDraft, lesson: Lesson | None) -> None:
    try:
        draft.keep(lesson)
    finally:
        draft.release()
