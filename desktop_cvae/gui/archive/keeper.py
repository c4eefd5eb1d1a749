"""Keeps what is drawn, opened and answered in the archive; no answer waits for it.

A drawing or picture is one entry, kept when it rests and when another takes its place, and kept
anew while it grows or is asked about under other noise, another label or another model.
"""

from __future__ import annotations

import dataclasses
import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.errors import ArchiveProblem, DamagedArchive, InvalidSpec, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.gui.drawing import Ground, Snapshot, Stroke
from desktop_cvae.gui.preferences import Preferences
from desktop_cvae.gui.session import NoticeAction, Reply, Session
from desktop_cvae.gui.several_digits import SeveralDigits
from desktop_cvae.gui.widgets.drawing_canvas import DrawingCanvas
from desktop_cvae.inference.archiving import answer_entry, page_entry
from desktop_cvae.library.archive import KEPT_AFTER_REMOVAL, Archive
from desktop_cvae.library.archive_entries import (
    DRAWING,
    PICTURE,
    ArchiveEntry,
    file_input,
    now,
)
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from desktop_cvae.gui.numbers.number_page import NumberAnswer
    from desktop_cvae.inference.opened_model import OpenedModel

REST_MS = 3000
"""After the last answer: who goes on drawing makes one entry, not many."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Said:
    """What was said last of what lies on the canvas; frozen, for any thread.

    Attributes:
        key: one number a drawing or picture.
        snapshot: what lies there.
        model: who said it.
        reply: of a single digit; None for a number.
        number: of several digits; None for one.
        text: of the number, with what the user corrected in it.
        is_corrected: True if the user did.
        limit: entries that the archive may have.
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
        """The entry that is kept of it; a large picture takes a moment."""
        picture = self.snapshot.picture
        source, name = (DRAWING, "") if picture is None else (PICTURE, picture.name)
        if self.number is not None:
            from desktop_cvae.pictures.preparation import to_mnist_style

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
        """How it can be opened again: the picture's own file, else what lies on the canvas."""
        picture = self.snapshot.picture
        path = picture.path if picture is not None and not self.snapshot.strokes else None
        # A part that was cut out of it is called otherwise.
        if picture is not None and path is not None and picture.name == path.name:
            data = file_input(path)
            if data:
                return "picture", data
        try:
            record: DrawingRecord = self.snapshot.record()
        except InvalidSpec as error:
            _log.warning("A drawing cannot be kept to be opened again: %s", error)
            return "", b""
        return "drawing", record.to_bytes()


class _Store:
    """The archive and which entry is whose; used by one thread at a time."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._numbers: dict[int, int] = {}
        self._is_tidy = False

    def keep(self, said: Said) -> None:
        """Keep what was said, in place of what was kept of the same drawing.

        Raises:
            ArchiveProblem: it cannot be kept.
        """
        if not self._is_tidy:
            self._archive.purge(now() - KEPT_AFTER_REMOVAL)
            self._archive.limit(said.limit)
            self._is_tidy = True
        entry = said.entry()
        number = self._numbers.get(said.key)
        if number is not None and self._archive.update(number, entry):
            return
        # The last start's drawing, or one that was opened out of the archive; or one that the
        # user has removed from it, who does not want it back.
        same = self._archive.find_input(entry.input)
        if same is None:
            self._numbers[said.key] = self._archive.add(entry)
            self._archive.limit(said.limit)
            return
        self._numbers[said.key] = same
        if number is None and not self._is_known(same, entry):
            self._archive.update(same, entry)

    def _is_known(self, number: int, entry: ArchiveEntry) -> bool:
        """True if the same was said of it before: then it keeps its date."""
        try:
            kept = self._archive.get(number)
        except UsageError:
            return True
        names = ("text", "model_digest", "noise", "chosen_label")
        return all(getattr(kept, name) == getattr(entry, name) for name in names)

    def begin_anew(self) -> None:
        """Forget which entry is whose: the archive is another one."""
        self._numbers.clear()

    def close(self) -> None:
        """Close the archive."""
        self._archive.close()


class ArchiveKeeper(QObject):
    """Listens to the window, and writes on a thread of its own.

    Args:
        session: answers, and notices.
        canvas: what they are about.
        several: numbers.
        preferences: whether anything is kept, and how much.
        archive: where.
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
        self._said: Said | None = None
        self._pending: dict[int, Said] = {}
        self._has_told = False
        self._runner: JobRunner | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._keep)
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
        """Keep what is to be kept, at once and for the last time."""
        self._rest.stop()
        if self._said is not None:
            self._pending[self._said.key] = self._said
            self._said = None
        if self._runner is not None:
            self._runner.stop()
        try:
            while self._pending:
                _write(self._store, self._pending, next(iter(self._pending)))
        except ArchiveProblem as problem:
            _log.warning("At the end something was not archived: %s", problem)
        self._store.close()

    def _on_reply_changed(self) -> None:
        session = self._session
        reply, model = session.reply, session.model
        if reply is None or model is None or self._several.is_active:
            return
        # Not of a picture that the model itself has written, nor of ink that was not found.
        is_own = reply.question.image is session.image and session.before is None
        if is_own and reply.answer.recognition is not None:
            self._say(model, reply=reply)

    def _on_number_changed(self) -> None:
        model = self._session.model
        if model is None or not self._session.number or not self._several.is_active:
            return
        page = self._several.mode.page
        if page.answer is not None and page.answer.page.lines:
            corrected = page.corrections > 0
            self._say(model, number=page.answer, text=page.text, is_corrected=corrected)

    def _say(
        self,
        model: OpenedModel,
        *,
        reply: Reply | None = None,
        number: NumberAnswer | None = None,
        text: str = "",
        is_corrected: bool = False,
    ) -> None:
        settings = self._preferences.settings
        key = self._key()
        # While the pen is down another answer is on its way.
        if key is None or not settings.keeps_archive or self._canvas.is_drawing:
            return
        if self._said is not None and self._said.key != key:
            self._keep()
        snapshot, limit = self._canvas.drawing.snapshot(), settings.archive_limit
        self._said = Said(key, snapshot, model, reply, number, text, is_corrected, limit)
        self._rest.start()

    def _key(self) -> int | None:
        """Of what lies on the canvas: the picture, else the first stroke; None for nothing."""
        history = self._canvas.drawing.history
        first = history.ground if history.picture is not None else next(iter(history.strokes), None)
        if first is None:
            return None
        if first not in self._keys:
            self._keys[first] = next(self._next_key)
        return self._keys[first]

    def _on_history_changed(self) -> None:
        if self._said is not None and self._said.key != self._key():
            self._keep()

    def _on_preferences_changed(self) -> None:
        was_on, self._was_on = self._was_on, self._preferences.settings.keeps_archive
        if was_on and not self._was_on:
            self._said = None
            self._pending.clear()
            self._rest.stop()
        elif self._was_on and not was_on:
            self._has_told = False
            self._on_reply_changed()

    def _keep(self) -> None:
        said, self._said = self._said, None
        self._rest.stop()
        if said is None:
            return
        if self._runner is None:
            self._runner = JobRunner(self)
        self._pending[said.key] = said
        job = partial(_write, self._store, self._pending, said.key)
        self._runner.submit(f"keep {said.key}", job, _ignore, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DamagedArchive):
            self._session.raise_notice(error.sentence, error.details, actions=self._folder())
        elif not self._has_told:
            # Once: what is drawn is answered all the same.
            self._has_told = True
            sentence = error.sentence if isinstance(error, ArchiveProblem) else str(error)
            told = tr("{problem} What you draw is answered, but not archived.", problem=sentence)
            off = NoticeAction(
                tr("Turn the archive off"),
                partial(self._preferences.wish, "keeps_archive", False),
                tr("Nothing is archived any more; Preferences turn it on again"),
            )
            details = error.details if isinstance(error, ArchiveProblem) else ""
            self._session.raise_notice(told, details, actions=(off, *self._folder()))

    def _folder(self) -> tuple[NoticeAction, ...]:
        path = str(self._archive.path.parent)
        show: Callable[[], object] = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(path))
        return (NoticeAction(tr("Open folder"), show, path),)


def _write(store: _Store, pending: dict[int, Said], key: int) -> None:
    """Write what waits under a key, if it still does.

    Raises:
        ArchiveProblem: it cannot be kept; of a damaged archive the next one has kept it.
    """
    said = pending.pop(key, None)
    if said is None:
        return
    try:
        store.keep(said)
    except DamagedArchive as damage:
        store.begin_anew()
        store.keep(said)
        raise damage from None


def _ignore(_: object) -> None:
    """It is kept; nobody need know."""
