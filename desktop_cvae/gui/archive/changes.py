"""What the user changes in the archive: each change is written at once, and can be undone."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop_cvae.core.errors import DesktopCvaeError, UsageError
from desktop_cvae.core.language import tr, tr_n
from desktop_cvae.library.archive import Archive
from desktop_cvae.workers.job_runner import JobRunner

_log = logging.getLogger(__name__)
Put = Callable[[int, Any], None]
"""Writes a value to an entry."""


class _Step(QUndoCommand):
    """A change, and what takes it back; both are done by the worker, in the order asked for.

    Args:
        text: for people.
        do: makes the change, and returns what was there before.
        take_back: gets that.
        submit: hands a job to the worker.
    """

    def __init__(
        self,
        text: str,
        do: Callable[[], Any],
        take_back: Callable[[Any], object],
        submit: Callable[[Callable[[], object]], None],
    ) -> None:
        super().__init__(text)
        self._do, self._take_back, self._submit = do, take_back, submit
        self._before: Any = None

    def redo(self) -> None:
        """Make the change."""
        self._submit(self._run)

    def undo(self) -> None:
        """Take it back."""
        self._submit(lambda: self._take_back(self._before))

    def _run(self) -> None:
        self._before = self._do()


class EntryChanges(QObject):
    """Stars, notes, labels and removals, with undo and redo.

    Args:
        archive: is written to.
        runner: the worker.

    Signals:
        written: a change, or one that was taken back, is in the archive.
        failed(Exception): it could not be written.
        told(str): a sentence on what was changed, which may be taken back.
    """

    written = Signal()
    failed = Signal(object)
    told = Signal(str)

    def __init__(self, archive: Archive, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive, self._runner = archive, runner
        self._count = 0
        self._pending: dict[str, Callable[[], object]] = {}
        self.undo_stack = QUndoStack(self)

    def remove(self, numbers: Sequence[int]) -> None:
        """Remove entries."""
        archive = self._archive
        text = tr_n("{n} entry removed", "{n} entries removed", len(numbers))
        self._push(text, partial(archive.remove, numbers), lambda _: archive.restore(numbers))
        self.told.emit(f"{text}.")

    def star(self, numbers: Sequence[int], *, is_starred: bool) -> None:
        """Give entries a star, or take it away."""
        text = tr("star") if is_starred else tr("star taken away")
        self._put(text, numbers, is_starred, "is_starred", self._archive.set_star)

    def note(self, number: int, note: str) -> None:
        """Write a note."""
        self._put(tr("note"), [number], note, "note", self._archive.set_note)

    def give_label(self, numbers: Sequence[int], label: str | None) -> None:
        """Say what entries are; None as they were read."""
        put = self._archive.set_given_label
        self._put(tr("correction"), numbers, label, "given_label", put)
        many = len(numbers)
        if label is None:
            text = tr_n("It counts as it was read.", "{n} count as they were read.", many)
        else:
            text = tr_n("It is kept as “{label}”.", "{n} are kept as “{label}”.", many, label=label)
        self.told.emit(text)

    def finish(self) -> None:
        """Write at once what still waits for the worker: the program ends."""
        for slot in tuple(self._pending):
            try:
                _run_once(self._pending, slot)
            except DesktopCvaeError as error:
                _log.warning("At the end a change of the archive was lost: %s", error)

    def _put(self, text: str, numbers: Sequence[int], value: object, field: str, put: Put) -> None:
        archive = self._archive
        self._push(
            text,
            partial(_put_value, archive, tuple(numbers), value, field, put),
            partial(_put_back, archive, put),
        )

    def _push(self, text: str, do: Callable[[], Any], take_back: Callable[[Any], object]) -> None:
        self.undo_stack.push(_Step(text, do, take_back, self._submit))

    def _submit(self, job: Callable[[], object]) -> None:
        # A slot each: none takes another's place.
        self._count += 1
        slot = f"archive change {id(self)} {self._count}"
        self._pending[slot] = job
        once = partial(_run_once, self._pending, slot)
        self._runner.submit(slot, once, self._on_written, self._on_failed)

    def _on_written(self, _: object) -> None:
        self.written.emit()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)


def _run_once(pending: dict[str, Callable[[], object]], slot: str) -> None:
    """Do a job unless it was done: by the worker, or at the end by who waits no longer for it."""
    job = pending.pop(slot, None)
    if job is not None:
        job()


def _put_value(
    archive: Archive, numbers: tuple[int, ...], value: object, field: str, put: Put
) -> dict[int, object]:
    """Write a value to entries; what each had before. Those that are gone are passed over."""
    with archive.together():
        before = {each.id: getattr(each, field) for each in archive.summaries(numbers)}
        for number in before:
            put(number, value)
    return before


def _put_back(archive: Archive, put: Put, before: dict[int, object] | None) -> None:
    with archive.together():
        for number, value in (before or {}).items():
            try:
                put(number, value)
            except UsageError:
                continue  # somebody removed it
