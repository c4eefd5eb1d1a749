"""Writes what is drawn, opened and answered into the archive; no answer waits for it.

A drawing or picture is one entry. It is written when the user pauses or starts another drawing,
and written again while the drawing grows, or is read with other noise, another label or model.
"""

from __future__ import annotations

import dataclasses
import itertools
import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer

from desktop_cvae.core.errors import ArchiveProblem, DamagedArchive, InvalidData, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.gui.drawing import Ground, Snapshot, Stroke
from desktop_cvae.gui.file_dialogs import open_folder
from desktop_cvae.gui.preferences import Preferences
from desktop_cvae.gui.session import NoticeAction, Reply, Session
from desktop_cvae.gui.several_digits import SeveralDigits
from desktop_cvae.gui.widgets.drawing_canvas import DrawingCanvas
from desktop_cvae.inference.archiving import answer_entry, page_entry
from desktop_cvae.library.archive_entries import (
    DRAWING,
    PICTURE,
    ArchiveEntry,
    file_input,
    now,
)
from desktop_cvae.library.reading_archive import KEPT_AFTER_REMOVAL, Archive
from desktop_cvae.pictures.preparation import to_mnist_style
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from desktop_cvae.gui.numbers.number_page import NumberAnswer
    from desktop_cvae.inference.opened_model import OpenedModel

REST_MS = 3000
"""Pause after the last answer before it is written; further strokes join the same entry."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class PendingEntry:
    """The latest answer about what is on the canvas; frozen, so that any thread can use it.

    Attributes:
        key: identifies the drawing or picture.
        snapshot: what is on the canvas.
        model: the model that answered.
        reply: the answer for a single digit; None for a number.
        number: the answer for a number; None for a single digit.
        text: the number with the user's corrections.
        is_corrected: True if the user corrected it.
        limit: largest number of entries in the archive.
    """

    key: int
    snapshot: Snapshot
    model: OpenedModel
    reply: Reply | None
    number: NumberAnswer | None
    text: str
    is_corrected: bool
    limit: int

    def entry(self) -> ArchiveEntry:
        """Return the entry to write; encoding a large picture takes a moment."""
        picture = self.snapshot.picture
        source, name = (DRAWING, "") if picture is None else (PICTURE, picture.name)
        if self.number is not None:
            preview = to_mnist_style(self.number.picture).image
            entry = page_entry(self.model, self.number.page, preview, source, name)
            if self.is_corrected:
                entry = dataclasses.replace(entry, given_label=self.text)
        else:
            assert self.reply is not None, "a digit or a number"
            asked = self.reply.question
            entry = answer_entry(self.model, self.reply.answer, asked.noise, source, name)
        kind, data = self._input()
        return dataclasses.replace(entry, input=data, input_kind=kind)

    def _input(self) -> tuple[str, bytes]:
        """Return what reopens the entry: the picture's own file, else the canvas's content."""
        picture = self.snapshot.picture
        path = picture.path if picture is not None and not self.snapshot.strokes else None
        # A cropped part of the file has another name.
        if picture is not None and path is not None and picture.name == path.name:
            data = file_input(path)
            if data:
                return "picture", data
        try:
            return "drawing", self.snapshot.record().to_bytes()
        except InvalidData as error:
            _log.warning("A drawing cannot be archived in a form that can be reopened: %s", error)
            return "", b""


class _Store:
    """The archive, with the entry of each drawing; used by one thread at a time."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._entry_ids: dict[int, int] = {}
        self._is_tidy = False

    def write(self, pending: PendingEntry) -> None:
        """Add an entry, or update the one of the same drawing.

        Raises:
            ArchiveProblem: it cannot be written.
        """
        if not self._is_tidy:
            self._archive.purge(now() - KEPT_AFTER_REMOVAL)
            self._archive.limit(pending.limit)
            self._is_tidy = True
        entry = pending.entry()
        entry_id = self._entry_ids.get(pending.key)
        if entry_id is not None and self._archive.update(entry_id, entry):
            return
        # The same input is the last session's drawing, or was opened from the archive, or was
        # removed by the user, who does not want it back.
        same = self._archive.find_input(entry.input)
        if same is None:
            self._entry_ids[pending.key] = self._archive.add(entry)
            self._archive.limit(pending.limit)
            return
        self._entry_ids[pending.key] = same
        if entry_id is None and not self._has_same_answer(same, entry):
            self._archive.update(same, entry)

    def _has_same_answer(self, entry_id: int, entry: ArchiveEntry) -> bool:
        """Tell whether the archived answer is the same; then the entry keeps its date."""
        try:
            archived = self._archive.get(entry_id)
        except UsageError:
            return True
        names = ("text", "model_digest", "noise", "chosen_label")
        return all(getattr(archived, name) == getattr(entry, name) for name in names)

    def forget_entries(self) -> None:
        """Forget which entry belongs to which drawing, as the archive was replaced."""
        self._entry_ids.clear()

    def close(self) -> None:
        self._archive.close()


class ArchiveWriter(QObject):
    """Listens to the window, and writes on a thread of its own.

    Args:
        session: its answers are written; its notices report errors.
        canvas: the drawing or picture that the answers are about.
        several: the mode that reads numbers.
        preferences: whether anything is archived, and how much.
        archive: where entries are written.
        parent: of this object.
    """

    def __init__(
        self,
        session: Session,
        canvas: DrawingCanvas,
        several: SeveralDigits,
        preferences: Preferences,
        archive: Archive,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._canvas, self._several = session, canvas, several
        self._preferences, self._archive = preferences, archive
        self._store = _Store(archive)
        self._keys: WeakKeyDictionary[Stroke | Ground, int] = WeakKeyDictionary()
        self._next_key = itertools.count()
        self._was_on = preferences.settings.keeps_archive
        self._latest: PendingEntry | None = None
        self._pending: dict[int, PendingEntry] = {}
        self._has_warned = False
        self._runner: JobRunner | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._write_latest)
        session.reply_changed.connect(self._on_reply_changed)
        session.number_changed.connect(self._on_number_changed)
        canvas.history_changed.connect(self._on_history_changed)
        preferences.changed.connect(self._on_preferences_changed)
        self._on_reply_changed()

    @property
    def is_busy(self) -> bool:
        """True while something is being written."""
        return self._runner is not None and self._runner.is_busy

    def close(self) -> None:
        """Write everything that is pending, at once and for the last time."""
        self._rest.stop()
        if self._latest is not None:
            self._pending[self._latest.key] = self._latest
            self._latest = None
        if self._runner is not None:
            self._runner.stop()
        try:
            while self._pending:
                _write(self._store, self._pending, next(iter(self._pending)))
        except ArchiveProblem as problem:
            _log.warning("An entry was not archived at the end: %s", problem)
        self._store.close()

    def _on_reply_changed(self) -> None:
        session = self._session
        reply, model = session.reply, session.model
        if reply is None or model is None or self._several.is_active:
            return
        # Digits that the model generated, and canvases without ink, are not archived.
        is_own = reply.question.image is session.image and session.before is None
        if is_own and reply.answer.recognition is not None:
            self._hold(model, reply=reply)

    def _on_number_changed(self) -> None:
        model = self._session.model
        if model is None or not self._session.number or not self._several.is_active:
            return
        page = self._several.mode.page
        if page.answer is not None and page.answer.page.lines:
            corrected = page.corrections > 0
            self._hold(model, number=page.answer, text=page.text, is_corrected=corrected)

    def _hold(
        self,
        model: OpenedModel,
        *,
        reply: Reply | None = None,
        number: NumberAnswer | None = None,
        text: str = "",
        is_corrected: bool = False,
    ) -> None:
        """Hold the latest answer until the user pauses or starts another drawing."""
        settings = self._preferences.settings
        key = self._drawing_key()
        # While the pen is down, another answer is on its way.
        if key is None or not settings.keeps_archive or self._canvas.is_drawing:
            return
        if self._latest is not None and self._latest.key != key:
            self._write_latest()
        snapshot, limit = self._canvas.drawing.snapshot(), settings.archive_limit
        self._latest = PendingEntry(key, snapshot, model, reply, number, text, is_corrected, limit)
        self._rest.start()

    def _drawing_key(self) -> int | None:
        """Return a key for the picture, else for the first stroke; None for an empty canvas."""
        history = self._canvas.drawing.history
        first = history.ground if history.picture is not None else next(iter(history.strokes), None)
        if first is None:
            return None
        if first not in self._keys:
            self._keys[first] = next(self._next_key)
        return self._keys[first]

    def _on_history_changed(self) -> None:
        if self._latest is not None and self._latest.key != self._drawing_key():
            self._write_latest()

    def _on_preferences_changed(self) -> None:
        was_on, self._was_on = self._was_on, self._preferences.settings.keeps_archive
        if was_on and not self._was_on:
            self._latest = None
            self._pending.clear()
            self._rest.stop()
        elif self._was_on and not was_on:
            self._has_warned = False
            self._on_reply_changed()

    def _write_latest(self) -> None:
        pending, self._latest = self._latest, None
        self._rest.stop()
        if pending is None:
            return
        if self._runner is None:
            self._runner = JobRunner(self)
        self._pending[pending.key] = pending
        job = partial(_write, self._store, self._pending, pending.key)
        self._runner.submit(f"write {pending.key}", job, lambda _: None, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DamagedArchive):
            self._session.raise_notice(error.sentence, error.details, actions=self._folder())
        elif not self._has_warned:
            # Warn once: drawings are still answered.
            self._has_warned = True
            sentence = error.sentence if isinstance(error, ArchiveProblem) else str(error)
            warning = tr(
                "{problem} Your drawings are still read, but not archived.", problem=sentence
            )
            off = NoticeAction(
                tr("Turn the archive off"),
                partial(self._preferences.request, "keeps_archive", False),
                tr("Stop archiving; you can turn it on again in the preferences"),
            )
            details = error.details if isinstance(error, ArchiveProblem) else ""
            self._session.raise_notice(warning, details, actions=(off, *self._folder()))

    def _folder(self) -> tuple[NoticeAction, ...]:
        folder = self._archive.path.parent
        return (NoticeAction(tr("Open folder"), partial(open_folder, folder), str(folder)),)


def _write(store: _Store, pending: dict[int, PendingEntry], key: int) -> None:
    """Write the entry that is pending under a key, unless it was written already.

    Raises:
        ArchiveProblem: it cannot be written. A damaged archive was replaced by a new one, which
            holds the entry.
    """
    entry = pending.pop(key, None)
    if entry is None:
        return
    try:
        store.write(entry)
    except DamagedArchive as damage:
        store.forget_entries()
        store.write(entry)
        raise damage from None
