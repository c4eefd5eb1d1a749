"""The user's edits of archive entries: each is written at once and can be undone."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop_cvae.core.errors import DesktopCvaeError, UsageError
from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.workers.job_runner import JobRunner

_log = logging.getLogger(__name__)
Setter = Callable[[int, Any], None]
"""Sets one field of the entry with that id."""


class _Edit(QUndoCommand):
    """An edit that the worker makes and undoes.

    Args:
        text: describes the edit to the user.
        do: makes the edit and returns the values it replaced.
        undo: gets those values and restores them.
        submit: hands a job to the worker, which runs jobs in the order of submission.
    """

    def __init__(
        self,
        text: str,
        do: Callable[[], Any],
        undo: Callable[[Any], object],
        submit: Callable[[Callable[[], object]], None],
    ) -> None:
        super().__init__(text)
        self._do, self._undo, self._submit = do, undo, submit
        self._before: Any = None

    def redo(self) -> None:
        self._submit(self._run)

    def undo(self) -> None:
        self._submit(lambda: self._undo(self._before))

    def _run(self) -> None:
        self._before = self._do()


class EntryEdits(QObject):
    """Stars, notes, labels and removals, with undo and redo.

    Args:
        archive: is written to.
        runner: the worker.

    Signals:
        written: an edit, or its undoing, is in the archive.
        failed(Exception): an edit could not be written.
        described(str): a sentence that tells the user what was edited.
    """

    written = Signal()
    failed = Signal(object)
    described = Signal(str)

    def __init__(self, archive: Archive, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive, self._runner = archive, runner
        self._count = 0
        self._pending: dict[str, Callable[[], object]] = {}
        self.undo_stack = QUndoStack(self)

    def remove(self, numbers: Sequence[int]) -> None:
        archive = self._archive
        text = tr_n("{n} entry deleted", "{n} entries deleted", len(numbers))
        self._push(text, partial(archive.remove, numbers), lambda _: archive.restore(numbers))
        self.described.emit(f"{text}.")

    def star(self, numbers: Sequence[int], *, is_starred: bool) -> None:
        """Star entries, or remove their stars."""
        text = tr("star") if is_starred else tr("remove star")
        self._set(text, numbers, is_starred, "is_starred", self._archive.set_star)

    def note(self, number: int, note: str) -> None:
        self._set(tr("note"), [number], note, "note", self._archive.set_note)

    def give_label(self, numbers: Sequence[int], label: str | None) -> None:
        """Correct what entries show; None takes the model's reading again."""
        setter = self._archive.set_given_label
        self._set(tr("correction"), numbers, label, "given_label", setter)
        many = len(numbers)
        if label is None:
            text = tr_n(
                "{n} entry uses the model’s reading again.",
                "{n} entries use the model’s reading again.",
                many,
            )
        else:
            text = tr_n(
                "{n} entry is now “{label}”.", "{n} entries are now “{label}”.", many, label=label
            )
        self.described.emit(text)

    def finish(self) -> None:
        """Write at once the edits that still wait for the worker, as the program ends."""
        for slot in tuple(self._pending):
            try:
                _run_once(self._pending, slot)
            except DesktopCvaeError as error:
                _log.warning("An edit of the archive was lost at the end: %s", error)

    def _set(
        self, text: str, numbers: Sequence[int], value: object, field: str, setter: Setter
    ) -> None:
        archive = self._archive
        do = partial(_set_field, archive, tuple(numbers), value, field, setter)
        self._push(text, do, partial(_restore_field, archive, setter))

    def _push(self, text: str, do: Callable[[], Any], undo: Callable[[Any], object]) -> None:
        self.undo_stack.push(_Edit(text, do, undo, self._submit))

    def _submit(self, job: Callable[[], object]) -> None:
        # Every job has a slot of its own, because a later job in a slot replaces the earlier one.
        self._count += 1
        slot = f"archive edit {id(self)} {self._count}"
        self._pending[slot] = job
        once = partial(_run_once, self._pending, slot)
        self._runner.submit(slot, once, self._on_written, self._on_failed)

    # Methods rather than the signals' own "emit": the worker calls no method of a deleted object,
    # and an edit may be written after its dialog was closed.

    def _on_written(self, _: object) -> None:
        self.written.emit()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)


def _run_once(pending: dict[str, Callable[[], object]], slot: str) -> None:
    """Run a job unless it was run already, by the worker or by :meth:`EntryEdits.finish`."""
    job = pending.pop(slot, None)
    if job is not None:
        job()


def _set_field(
    archive: Archive, numbers: tuple[int, ...], value: object, field: str, setter: Setter
) -> dict[int, object]:
    """Set a field of entries and return the earlier values; skip entries that are gone."""
    with archive.together():
        before = {each.id: getattr(each, field) for each in archive.summaries(numbers)}
        for number in before:
            setter(number, value)
    return before


def _restore_field(archive: Archive, setter: Setter, before: dict[int, object] | None) -> None:
    with archive.together():
        for number, value in (before or {}).items():
            try:
                setter(number, value)
            except UsageError:
                continue  # the entry was removed
