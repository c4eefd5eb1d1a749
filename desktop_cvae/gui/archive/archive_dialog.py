"""The archive's window: search, view, correct and reopen what was read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_cvae.core import paths
from desktop_cvae.core.errors import DamagedArchive
from desktop_cvae.core.language import number, tr, tr_n
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.archive import archive_jobs as jobs
from desktop_cvae.gui.archive.archive_jobs import OpenedEntry
from desktop_cvae.gui.archive.archive_welcome import ArchiveWelcome
from desktop_cvae.gui.archive.entry_actions import EntryActions
from desktop_cvae.gui.archive.entry_edits import EntryEdits
from desktop_cvae.gui.archive.entry_list import EntryList
from desktop_cvae.gui.archive.entry_model import EntryModel
from desktop_cvae.gui.archive.entry_pane import EntryPane
from desktop_cvae.gui.archive.entry_pictures import float_image
from desktop_cvae.gui.archive.search_bar import SearchBar
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.session import Notice, NoticeAction, Session
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import Card, column, row
from desktop_cvae.gui.widgets.elided_label import ElidedLabel
from desktop_cvae.gui.widgets.notice_bar import NoticeBar
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.library.reading_archive import Archive

SIZE = QSize(1040, 720)
CHECK_MS = 500
"""Interval of checking whether another process changed the archive, which costs two system calls.
"""


class ArchiveDialog(WorkDialog):
    """Search bar at the top, list and current entry below it, buttons at the bottom.

    Args:
        parent: the window.
        session: its models can read entries again.
        controller: its worker searches.
        is_kept: returns whether new readings are archived.
        path: the archive; None for the user's own.

    Signals:
        opening_requested(OpenedEntry): the entry should be put on the canvas.
    """

    opening_requested = Signal(object)

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
        self._found: jobs.SearchResult | None = None
        self._total, self._was_damaged = 0, False
        self.entries = EntryModel(self)
        self.edits = EntryEdits(self.archive, controller.runner, self)
        self._checking = QTimer(self, interval=CHECK_MS)
        self._make_controls()
        self.actions_ = EntryActions(
            self,
            self.list,
            self.archive,
            self.edits,
            lambda: self.pane.entry.label_names if self.pane.entry else (),
            session,
            controller,
        )
        self._lay_out()
        self._connect()
        self.search()

    def search(self) -> None:
        """Search for what the search bar says, even if nothing changed there."""
        stamp = self._read_stamp()
        # If the archive is unchanged, only the ids need to be found again.
        known = self._found if stamp == self._stamp else None
        self._stamp = stamp
        job = partial(jobs.find, self.archive, self.bar.query(), known)
        self.ask(job, self._on_found, self._on_search_failed, about="find")

    def tell(self, sentence: str, *, is_warning: bool = False, undoable: bool = False) -> None:
        """Show a notice over the list, with a button for undoing if ``undoable``."""
        undo = NoticeAction(tr("Undo"), self.edits.undo_stack.undo, tr("Undo this (Ctrl+Z)"))
        actions = (undo,) if undoable else ()
        self.toast.show_notice(Notice(sentence, is_warning=is_warning, actions=actions))

    def fail(self, error: Exception) -> None:
        """Report an error, and show what is in the archive."""
        self.tell(sentence_of(error), is_warning=True)
        self.search()

    def open_current(self) -> None:
        """Put the current entry on the canvas."""
        if (current := self.list.current) is not None:
            self._open(current)

    def changeEvent(self, event: QEvent) -> None:
        """Look for changes by other processes when the window becomes active."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._check_for_changes()

    def done(self, result: int) -> None:
        """Save a note that is being typed."""
        self.pane.note.end()
        assert self._runner is not None
        # After the edits that are still to be written.
        slot, ignore = f"archive close {id(self)}", lambda _: None
        self._runner.submit(slot, self.archive.close, ignore, ignore)
        super().done(result)

    def _make_controls(self) -> None:
        self.bar = SearchBar()
        self.list = EntryList(self.entries)
        self.pane = EntryPane()
        self.state = ElidedLabel("muted")
        self.state.setObjectName("archive_state")
        self.state.setFont(tabular_font(self.font()))
        self.show_all = make_button(
            tr("Show all"),
            tr("Clear the search and show all entries"),
            on_click=self.bar.clear,
        )
        self.open_ = make_button(
            tr("Open"), tr("Open this entry on the canvas (Enter)"), on_click=self.open_current
        )
        self.again = make_button(
            tr("Read again…"), tr("Let another model read the entries and compare (Ctrl+R)")
        )
        self.save = make_button(
            tr("Save as…"), tr("Save the selected entries, or all that were found (Ctrl+S)")
        )
        self.delete = make_button(tr("Delete"), tr("Delete the selected entries (Delete)"))
        self.close_ = make_button(tr("Close"), tr("Close the archive (Esc)"), on_click=self.reject)
        self.welcome = ArchiveWelcome(self.archive.path.parent)

    def _lay_out(self) -> None:
        shown = Card()
        shown.box.setContentsMargins(4, 4, 2, 4)
        shown.box.addWidget(self.list)
        both = row(shown, self.pane, spacing=2 * SPACING, fills=shown)
        full = QWidget()
        full.setLayout(column(self.bar, both, spacing=2 * SPACING, fills=both))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.welcome)
        self.pages.addWidget(full)
        self.toast = NoticeBar(self.pages, at_bottom=True)
        work = (self.open_, self.again, self.save, self.delete)
        status = (self.state, self.actions_.progress, self.show_all)
        buttons = row(*work, SPACING, *status, self.close_, fills=self.state)
        self.lay_out(column(self.pages), buttons, SIZE)

    def _connect(self) -> None:
        self.bar.changed.connect(self.search)
        self.bar.text.returnPressed.connect(self.list.setFocus)
        self.entries.summaries_requested.connect(self._on_summaries_requested)
        entries, edits, actions = self.list, self.edits, self.actions_
        entries.chosen_changed.connect(self._on_chosen)
        entries.opening_requested.connect(self._open)
        entries.star_requested.connect(actions.star)
        entries.removal_requested.connect(actions.remove)
        entries.label_typed.connect(actions.give_label)
        entries.drag_started.connect(actions.drag)
        self.pane.star_toggled.connect(actions.star)
        self.pane.label_given.connect(actions.give_label_to_current)
        self.pane.note_changed.connect(edits.note)
        edits.written.connect(self.search)
        edits.failed.connect(self.fail)
        edits.described.connect(partial(self.tell, undoable=True))
        actions.opening_requested.connect(self.open_current)
        actions.succeeded.connect(self.tell)
        actions.failed.connect(self.fail)
        self.again.clicked.connect(actions.read_again)
        self.save.clicked.connect(actions.save)
        self.delete.clicked.connect(actions.remove)
        self.welcome.retry.clicked.connect(self.search)
        keys, stack = QKeySequence.StandardKey, edits.undo_stack
        for key, slot in (
            (QKeySequence(keys.Undo), stack.undo),
            (QKeySequence("Ctrl+Shift+Z"), stack.redo),
            (QKeySequence("Ctrl+Y"), stack.redo),
            (QKeySequence(keys.Find), self._go_to_search),
            (QKeySequence(keys.Save), actions.save),
            (QKeySequence("Ctrl+R"), actions.read_again),
            (QKeySequence("F2"), self.pane.note.setFocus),
        ):
            QShortcut(key, self, slot)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self._on_quit)
        self._checking.timeout.connect(self._check_for_changes)
        self._checking.start()

    def _on_quit(self) -> None:
        self.pane.note.end()
        self.edits.finish()

    def _go_to_search(self) -> None:
        self.bar.text.setFocus()
        self.bar.text.selectAll()

    def _read_stamp(self) -> tuple[int, ...]:
        """Return times and sizes of the archive and its log, which change with every write."""
        found = []
        for end in ("", "-wal"):
            try:
                status = self.archive.path.with_name(self.archive.path.name + end).stat()
            except OSError:
                continue
            found += [status.st_mtime_ns, status.st_size]
        return tuple(found)

    def _check_for_changes(self) -> None:
        if self.isVisible() and self._read_stamp() != self._stamp:
            self.search()

    def _on_found(self, found: jobs.SearchResult) -> None:
        self._found, self._total, self._was_damaged = found, found.total, False
        self.bar.offer(found.labels, found.models)
        before = self.list.currentIndex().row()
        self.entries.set_ids(found.ids)
        if found.total:
            if self.pages.currentIndex() == 0:
                self.pages.setCurrentIndex(1)
                self.bar.text.setFocus()
            self.list.set_message(tr("Nothing matches your search."))
        else:
            self.welcome.show_empty(is_on=self._is_kept())
            self._show_welcome()
        if not self.list.currentIndex().isValid():
            self.list.go_to(max(0, before))
        self._on_chosen()

    def _show_welcome(self) -> None:
        self.pages.setCurrentIndex(0)
        self._show_possible()

    def _on_search_failed(self, error: Exception) -> None:
        if isinstance(error, DamagedArchive) and not self._was_damaged:
            # The damaged archive was replaced: tell that, and show the new one.
            self._was_damaged = True
            self.fail(error)
            return
        self._found, self._total = None, 0
        self.entries.set_ids(())
        self.welcome.show_failure(sentence_of(error))
        self._show_welcome()

    def _on_summaries_requested(self, numbers: tuple[int, ...]) -> None:
        job = partial(self.archive.summaries, numbers)
        self.ask(job, self.entries.add_summaries, self.fail, about="tiles")

    def _on_chosen(self) -> None:
        self._show_possible()
        if (current := self.list.current) is None:
            self.withdraw("show")
            self.pane.show_entry(None)
        else:
            job = partial(jobs.load_details, self.archive, current)
            self.ask(job, self._on_shown, self._on_not_shown, about="show")

    def _on_shown(self, shown: jobs.EntryDetails) -> None:
        if shown.entry.id == self.list.current:
            self.pane.show_entry(shown.entry, shown.original)

    def _on_not_shown(self, error: Exception) -> None:
        self.pane.show_entry(None)

    def _show_possible(self) -> None:
        found, chosen = self.entries.rowCount(), self.list.chosen_count
        for button in (self.again, self.save):
            button.setEnabled(found > 0)
        self.open_.setEnabled(self.list.current is not None)
        self.delete.setEnabled(chosen > 0)
        is_all = found == self._total
        parts = [
            tr_n("{n} entry", "{n} entries", self._total)
            if is_all
            else tr("{n} of {total} found", n=number(found), total=number(self._total))
        ]
        parts += [tr("{n} selected", n=number(chosen))] if chosen > 1 else []
        self.state.say(" · ".join(parts) if self._total else "")
        self.show_all.setVisible(self.bar.is_narrowed)

    def _open(self, entry: int) -> None:
        job = partial(jobs.open_entry, self.archive, entry)
        self.ask(job, self.opening_requested.emit, self.fail, about="open")


def build_dialog(window: AppWindow) -> ArchiveDialog:
    """Return what was read before; an entry goes back onto the canvas of the window."""
    dialog = ArchiveDialog(
        window,
        window.session,
        window.controller,
        lambda: window.preferences.settings.keeps_archive,
    )
    dialog.opening_requested.connect(partial(reopen, window))
    dialog.welcome.turn_on.clicked.connect(lambda: window.run("preferences"))
    return dialog


def reopen(window: AppWindow, opened: OpenedEntry) -> None:
    """Put an archived drawing or picture onto the canvas, with its noise and label."""
    entry, session = opened.entry, window.session
    name = entry.name or tr("from the archive")
    if opened.record is not None:
        window.controller.reopen(opened.record)
    elif entry.input_kind == "picture":
        window.controller.open_picture(entry.input, name)
    else:
        session.picture_opened.emit(Picture(float_image(entry.image), name))
    session.put_noise(entry.noise)
    names, chosen = session.label_names, entry.chosen_label
    session.set_label(names.index(chosen) if chosen in names else None)
    window.raise_()
    window.activateWindow()
