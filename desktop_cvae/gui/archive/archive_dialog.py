"""The archive's window: what was read is searched, looked at, corrected and opened again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop_cvae.core import paths
from desktop_cvae.core.errors import DamagedArchive
from desktop_cvae.core.language import number, tr
from desktop_cvae.gui.archive import archive_jobs as jobs
from desktop_cvae.gui.archive.changes import EntryChanges
from desktop_cvae.gui.archive.entry_list import EntryList
from desktop_cvae.gui.archive.entry_menu import EntryMenu
from desktop_cvae.gui.archive.entry_model import EntryModel
from desktop_cvae.gui.archive.entry_pane import EntryPane
from desktop_cvae.gui.archive.search_bar import SearchBar
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.data.data_fields import quiet_button
from desktop_cvae.gui.session import Notice, NoticeAction, Session
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.elided_label import ElidedLabel
from desktop_cvae.gui.widgets.notice_bar import NoticeBar
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.library.archive import Archive

SIZE = QSize(1040, 720)
WELCOME_PX = 440
LOOK_MS = 500
"""So often it is looked whether somebody else wrote into the archive: two calls of the system."""


class ArchiveDialog(WorkDialog):
    """Above, what is searched for; the pictures; beside them the current one; below, what to do.

    Args:
        parent: the window.
        session: its models can read again.
        controller: its worker searches.
        is_kept: tells if what is read is kept at all.
        path: of the archive; None for the user's own.

    Signals:
        opening_wanted(TakenOut): an entry is to be put onto the canvas.
        preferences_wanted: the archive is off, and could be turned on.
    """

    opening_wanted = Signal(object)
    preferences_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        controller: Controller,
        is_kept: Callable[[], bool] = lambda: True,
        path: Path | None = None,
    ) -> None:
        super().__init__(parent, "archive", tr("Archive"), controller.runner)
        self._is_kept = is_kept
        self.archive = Archive(path or paths.archive_file())
        self._stamp: tuple[int, ...] = ()
        self._found: jobs.Found | None = None
        self._total, self._was_damaged = 0, False
        self.entries = EntryModel(self)
        self.changes = EntryChanges(self.archive, controller.runner, self)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._make_controls()
        self.menu = EntryMenu(self, session, controller)
        self._lay_out()
        self._connect()
        self.search()

    def search(self) -> None:
        """Search for what the bar says, also when it is what was searched for."""
        stamp = self._look()
        # While nobody writes, only what is searched for need be found anew.
        known = self._found if stamp == self._stamp else None
        self._stamp = stamp
        job = partial(jobs.find, self.archive, self.bar.query(), known)
        self.ask(job, self._on_found, self._on_search_failed, about="find")

    def tell(self, sentence: str, *, is_warning: bool = False, undoable: bool = False) -> None:
        """Say a sentence over the pictures, with a button to take back what was done."""
        undo = NoticeAction(tr("Undo"), self.changes.undo_stack.undo, tr("Take it back (Ctrl+Z)"))
        actions = (undo,) if undoable else ()
        self.toast.show_notice(Notice(sentence, is_warning=is_warning, actions=actions))

    def fail(self, error: Exception) -> None:
        """Say what went wrong, and show what is in the archive."""
        self.tell(sentence_of(error), is_warning=True)
        self.search()

    def open_current(self) -> None:
        """Put the current entry onto the canvas."""
        if (current := self.list.current) is not None:
            self._open(current)

    def changeEvent(self, event: QEvent) -> None:
        """Whoever comes back sees what others have written meanwhile."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._look_again()

    def done(self, result: int) -> None:
        """A note that is being typed is kept."""
        self.pane.note.end()
        assert self._runner is not None
        # Behind what is still to be written.
        self._runner.submit(f"archive close {id(self)}", self.archive.close, _nothing, _nothing)
        super().done(result)

    def _make_controls(self) -> None:
        self.bar = SearchBar()
        self.list = EntryList(self.entries)
        self.pane = EntryPane()
        self.state = ElidedLabel("muted")
        self.state.setObjectName("archive_state")
        self.state.setFont(tabular_font(self.font()))
        self.show_all = quiet_button(tr("Show all"), tr("Search for nothing, and show all entries"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("How much is written"))
        self.progress.setFixedWidth(120)
        self.progress.hide()
        self.open_ = quiet_button(tr("Open"), tr("Put it onto the canvas as it was (Enter)"))
        self.again = quiet_button(
            tr("Read again…"), tr("Let another model read them, and see what changes (Ctrl+R)")
        )
        self.save = quiet_button(
            tr("Save as…"), tr("Save those chosen, or all that were found (Ctrl+S)")
        )
        self.delete = quiet_button(tr("Delete"), tr("Remove those chosen (Delete)"))
        self.close_ = quiet_button(tr("Close"), tr("Close the archive (Esc)"))
        self.welcome = text_label("", "muted")
        self.welcome.setObjectName("archive_welcome")
        self.welcome.setWordWrap(True)
        self.welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.turn_on = quiet_button(tr("Preferences…"), tr("Turn the archive on"))
        self.retry = quiet_button(tr("Try again"), tr("Open the archive again"))
        self.folder = quiet_button(tr("Open its folder"), tr("Show where the archive lies"))

    def _lay_out(self) -> None:
        shown = Card()
        shown.box.setContentsMargins(4, 4, 2, 4)
        shown.box.addWidget(self.list)
        both = row(shown, self.pane, spacing=2 * SPACING)
        both.setStretch(0, 1)
        full = QWidget()
        down = QVBoxLayout(full)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(2 * SPACING)
        down.addWidget(self.bar)
        down.addLayout(both, 1)
        nothing = Card()
        nothing.box.addStretch(1)
        self.welcome.setMaximumWidth(WELCOME_PX)
        # Not by an alignment, with which the label would not get the height of its lines.
        words = row(self.welcome)
        words.insertStretch(0, 1)
        words.addStretch(1)
        words.setStretchFactor(self.welcome, 8)
        nothing.box.addLayout(words)
        nothing.box.addLayout(row(None, self.turn_on, self.retry, self.folder, None))
        nothing.box.addStretch(2)
        self.pages = QStackedWidget()
        self.pages.addWidget(nothing)
        self.pages.addWidget(full)
        self.toast = NoticeBar(self.pages, at_bottom=True)
        body = QVBoxLayout()
        body.addWidget(self.pages)
        work = (self.open_, self.again, self.save, self.delete)
        told = (self.state, self.progress, self.show_all)
        buttons = row(*work, *told, self.close_)
        buttons.insertSpacing(len(work), SPACING)
        buttons.setStretchFactor(self.state, 1)
        self.lay_out(body, buttons, SIZE)

    def _connect(self) -> None:
        self.bar.changed.connect(self.search)
        self.bar.text.returnPressed.connect(self.list.setFocus)
        self.show_all.clicked.connect(self.bar.clear)
        self.entries.wanted.connect(self._on_wanted)
        entries, changes, menu = self.list, self.changes, self.menu
        entries.chosen_changed.connect(self._on_chosen)
        entries.opening_wanted.connect(self._open)
        entries.star_wanted.connect(menu.star)
        entries.removal_wanted.connect(menu.remove)
        entries.label_typed.connect(menu.give_label)
        entries.pull_wanted.connect(menu.pull)
        self.pane.star_toggled.connect(menu.star)
        self.pane.label_given.connect(menu.give_label_to_current)
        self.pane.note_ended.connect(changes.note)
        changes.written.connect(self._on_written)
        changes.failed.connect(self.fail)
        changes.told.connect(partial(self.tell, undoable=True))
        self.open_.clicked.connect(self.open_current)
        self.again.clicked.connect(menu.read_again)
        self.save.clicked.connect(menu.save)
        self.delete.clicked.connect(menu.remove)
        self.close_.clicked.connect(self.reject)
        self.turn_on.clicked.connect(self.preferences_wanted)
        self.retry.clicked.connect(self.search)
        self.folder.clicked.connect(self._open_folder)
        keys, stack = QKeySequence.StandardKey, changes.undo_stack
        for key, slot in (
            (QKeySequence(keys.Undo), stack.undo),
            (QKeySequence(keys.Redo), stack.redo),
            (QKeySequence("Ctrl+Y"), stack.redo),
            (QKeySequence(keys.Find), self._go_to_search),
            (QKeySequence(keys.Save), menu.save),
            (QKeySequence("Ctrl+R"), menu.read_again),
            (QKeySequence("F2"), self.pane.note.setFocus),
        ):
            QShortcut(key, self, slot)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self._on_quit)
        self._looking.timeout.connect(self._look_again)
        self._looking.start()

    def _on_quit(self) -> None:
        self.pane.note.end()
        self.changes.finish()

    def _go_to_search(self) -> None:
        self.bar.text.setFocus()
        self.bar.text.selectAll()

    def _look(self) -> tuple[int, ...]:
        """What tells that somebody wrote: times and sizes of the archive and its log."""
        found = []
        for end in ("", "-wal"):
            try:
                status = self.archive.path.with_name(self.archive.path.name + end).stat()
            except OSError:
                continue
            found += [status.st_mtime_ns, status.st_size]
        return tuple(found)

    def _look_again(self) -> None:
        if self.isVisible() and self._look() != self._stamp:
            self.search()

    def _on_found(self, found: jobs.Found) -> None:
        self._found, self._total, self._was_damaged = found, found.total, False
        self.bar.offer(found.labels, found.models)
        before = self.list.currentIndex().row()
        self.entries.set_ids(found.ids)
        if found.total:
            if self.pages.currentIndex() == 0:
                self.pages.setCurrentIndex(1)
                self.bar.text.setFocus()
            self.list.set_message(tr("Nothing like that is kept."))
        else:
            self._welcome()
        if not self.list.currentIndex().isValid():
            self.list.go_to(max(0, before))
        self._on_chosen()

    def _welcome(self) -> None:
        is_kept = self._is_kept()
        kept = tr(
            "Nothing is kept yet.\n\nDraw a digit or open a picture: it is kept here with its "
            "answer, to be found again. Nothing leaves this computer."
        )
        off = tr(
            "The archive is turned off, and empty.\n\nTurn it on in the preferences, and what you "
            "draw and open is kept here with its answer. Nothing leaves this computer."
        )
        self._show_page(kept if is_kept else off, can_turn_on=not is_kept)

    def _show_page(self, sentence: str, *, can_turn_on: bool = False, failed: bool = False) -> None:
        self.welcome.setText(sentence)
        self.turn_on.setVisible(can_turn_on)
        self.retry.setVisible(failed)
        self.folder.setVisible(failed)
        self.pages.setCurrentIndex(0)
        self._show_possible()

    def _on_search_failed(self, error: Exception) -> None:
        if isinstance(error, DamagedArchive) and not self._was_damaged:
            # It is set aside: that is told, and what is there now is shown.
            self._was_damaged = True
            self.fail(error)
            return
        self._found, self._total = None, 0
        self.entries.set_ids(())
        self._show_page(sentence_of(error), failed=True)

    def _on_wanted(self, numbers: tuple[int, ...]) -> None:
        job = partial(self.archive.summaries, numbers)
        self.ask(job, self.entries.put, self.fail, about="tiles")

    def _on_chosen(self) -> None:
        self._show_possible()
        if (current := self.list.current) is None:
            self.withdraw("show")
            self.pane.show_entry(None)
        else:
            job = partial(jobs.show, self.archive, current)
            self.ask(job, self._on_shown, self._on_not_shown, about="show")

    def _on_shown(self, shown: jobs.Shown) -> None:
        if shown.entry.id == self.list.current:
            self.pane.show_entry(shown.entry, shown.original)

    def _on_not_shown(self, error: Exception) -> None:
        self.pane.show_entry(None)

    def _on_written(self) -> None:
        self.search()

    def _show_possible(self) -> None:
        found, chosen = self.entries.rowCount(), self.list.chosen_count
        for button in (self.again, self.save):
            button.setEnabled(found > 0)
        self.open_.setEnabled(self.list.current is not None)
        self.delete.setEnabled(chosen > 0)
        is_all = found == self._total
        parts = [
            tr("{n} kept", n=number(self._total))
            if is_all
            else tr("{n} of {total} found", n=number(found), total=number(self._total))
        ]
        parts += [tr("{n} chosen", n=number(chosen))] if chosen > 1 else []
        self.state.say(" · ".join(parts) if self._total else "")
        self.show_all.setVisible(self.bar.is_narrowed)

    def _open(self, entry: int) -> None:
        job = partial(jobs.take_out, self.archive, entry)
        self.ask(job, self.opening_wanted.emit, self.fail, about="open")

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.archive.path.parent)))


def _nothing(_: object) -> None:
    """Nobody is there to be told."""
