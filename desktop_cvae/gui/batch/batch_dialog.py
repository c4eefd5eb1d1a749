"""Many pictures or a folder, read into a table that can be corrected, saved and archived."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QWidget

from desktop_cvae.bulk.batch_reader import Content
from desktop_cvae.core.errors import DesktopCvaeError, InputOutputError
from desktop_cvae.core.language import mark, number, tr, tr_n
from desktop_cvae.core.tasks import Progress
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.batch import batch_jobs
from desktop_cvae.gui.batch.batch_view import TablePane
from desktop_cvae.gui.batch.picture_table import UNTOUCHED, PictureTable
from desktop_cvae.gui.batch.review_file import KeptReview, find_kept, forget, keep
from desktop_cvae.gui.batch.review_view import ReviewPane
from desktop_cvae.gui.batch.table_reader import TableReader
from desktop_cvae.gui.controls import make_button, make_progress_bar
from desktop_cvae.gui.exporting.export import Export, ExportKind, table_kinds
from desktop_cvae.gui.file_dialogs import (
    ask_for_folder,
    ask_to_open,
    ask_to_open_many,
    ask_where_to_save,
    local_files,
)
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.numbers.number_page import NO_LABELS
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import SPACING, tabular_font
from desktop_cvae.gui.widgets.card import Card, column, row, text_label
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.inference.form_file import Form, read_form
from desktop_cvae.pictures.file_formats import OPENED_SUFFIXES

SIZE = QSize(1180, 680)
TABLE_SHARE, REVIEW_SHARE = 5, 3
"""Parts of the width for the table and for the picture beside it."""
FORM = "form"
CONTENTS = {
    Content.AUTOMATIC: (mark("Automatic"), mark("A number where there is one, else one digit")),
    Content.DIGIT: (mark("One digit each"), mark("Every picture holds exactly one digit")),
    Content.NUMBERS: (
        mark("Numbers"),
        mark("Every picture holds a number, a line or a page of digits"),
    ),
    FORM: (
        mark("By a form"),
        mark("Every page is a filled-in form; choose the form's file"),
    ),
}
"""Texts and tooltips of what a picture may hold."""
WELCOME = mark(
    "Drop pictures or a folder here. The program reads each picture and marks doubtful readings, "
    "and you can correct them before you save the table."
)
COUNTING_MS = 200
"""Interval at which the rows are counted while they are read, in milliseconds."""


class BatchDialog(WorkDialog):
    """Controls of the reading above the table; progress, and what becomes of the table, below.

    Args:
        parent: the window.
        session: provides the model.
        source: opens that model anew.
    """

    def __init__(self, parent: QWidget, session: Session, source: ModelSource) -> None:
        super().__init__(parent, "batch", tr("Read many pictures"))
        self.setAcceptDrops(True)
        self._is_saved = True
        self._content: str = Content.AUTOMATIC
        self._kept: set[str] = set()
        """Pictures whose reviews this dialog keeps on disk."""
        self._unkept: dict[str, KeptReview | None] = {}
        """Changes that a full disk has refused, for the next time."""
        self._offered: dict[str, KeptReview] = {}
        self._answered: set[str] = set()
        """Pictures whose kept reviews have been offered."""
        self.table = PictureTable(self)
        self.reader = TableReader(self.table, session, source, parent)
        self.pane = TablePane(self.table)
        self.review = ReviewPane(self.table, self.pane.view, self.reader.runner)
        # Counting thousands of rows for each one that is read would take longer than reading.
        self._counting = QTimer(self, interval=COUNTING_MS, singleShot=True)
        self._make_controls()
        self._lay_out()
        self._connect()
        self._show_state()

    def read(self, sources: Sequence[str]) -> None:
        """Add pictures and those of folders, and read them."""
        self.reader.add(sources)

    def watch_folder(self, folder: Path) -> None:
        """Read what is in a folder, and what arrives there."""
        try:
            self.reader.watch(str(folder))
        except DesktopCvaeError as error:
            self.state.setText(error.sentence)
            return
        self._show_state()

    def use_form(self, form: Form) -> None:
        """Read every page by a form."""
        self._content = FORM
        self.content.set_value(FORM)
        self.reader.read_by(form)

    def discard(self) -> None:
        # What was not saved stays kept, and is offered when the pictures are opened again.
        self._is_saved = True

    def _close_without(self) -> None:
        """Forget the review too: the user has given it up."""
        self._forget(self._kept)
        super()._close_without()

    def unsaved(self) -> str:
        return "" if self._is_saved else tr("Your corrections are not saved.")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read(list(map(str, local_files(event.mimeData()))))

    def _make_controls(self) -> None:
        self.add = make_button(
            tr("Add pictures…"), tr("Choose pictures to read"), on_click=self._ask_for_pictures
        )
        self.add_folder = make_button(
            tr("Add a folder…"),
            tr("Read all pictures of a folder"),
            on_click=self._ask_for_folder,
        )
        self.watch = make_button(
            tr("Watch a folder…"),
            tr("Read every picture that arrives in a folder"),
            on_click=self._on_watch,
        )
        self.content = SegmentedChoice(
            tuple((content, tr(text)) for content, (text, _) in CONTENTS.items()),
            tr("Contents of the pictures"),
        )
        for content, (_, tip) in CONTENTS.items():
            self.content.segment(content).setToolTip(tr(tip))
        self.state = text_label("", "muted", name="batch_state")
        self.state.setFont(tabular_font(self.font()))
        self.bar = make_progress_bar(tr("Reading progress"))
        self.bar.setFixedWidth(160)
        self.stop = make_button(
            tr("Stop"), tr("Stop reading; what has been read stays"), on_click=self._on_stop
        )
        self.save = make_button(
            tr("Save…"),
            tr("Save the table as CSV, Excel workbook or JSON lines (Ctrl+S)"),
            on_click=self.offer_saving,
        )
        self.archive = make_button(
            tr("Archive"),
            tr("Keep the pictures, their readings and your corrections in the archive"),
            on_click=self._on_archive,
        )
        self.offer_text = text_label("", "", wraps=True)
        self.restore = make_button(
            tr("Restore"),
            tr("Restore the corrections and checks that were not saved"),
            "review_restore",
            on_click=self._on_restore,
        )
        self.forget = make_button(
            tr("Discard"),
            tr("Delete the corrections and checks that were not saved"),
            "review_forget",
            on_click=self._on_forget,
        )
        self.close_ = make_button(tr("Close"), tr("Close this table (Esc)"), on_click=self.reject)

    def _lay_out(self) -> None:
        welcome = Card()
        hint = text_label(tr(WELCOME), "muted", wraps=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        welcome.box.addWidget(hint)
        self.offer = QFrame()
        self.offer.setObjectName("advice")
        items = (self.offer_text, self.forget, self.restore)
        margins = (2 * SPACING, SPACING, SPACING, SPACING)
        self.offer.setLayout(row(*items, margins=margins, fills=self.offer_text))
        self.offer.hide()
        self.pages = QStackedWidget()
        self.pages.addWidget(welcome)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setChildrenCollapsible(False)
        for part, share in ((self.pane, TABLE_SHARE), (self.review, REVIEW_SHARE)):
            self.panes.addWidget(part)
            self.panes.setStretchFactor(self.panes.indexOf(part), share)
        # Scaled to the width that there is.
        self.panes.setSizes([1000 * TABLE_SHARE, 1000 * REVIEW_SHARE])
        self.pages.addWidget(self.panes)
        pane = self.pane
        head = row(self.add, self.add_folder, self.watch, None, self.content)
        foot = row(self.state, None, self.bar, self.stop, self.archive, pane.by_doubt, pane.only)
        buttons = row(pane.next, pane.back, pane.open_, None, pane.copy, self.save, self.close_)
        self.lay_out(column(head, self.offer, self.pages, foot, fills=self.pages), buttons, SIZE)

    def _connect(self) -> None:
        self.pane.add_shortcuts(self)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.offer_saving)
        self.content.chosen.connect(self._on_content_chosen)
        self.pane.copied.connect(self.state.setText)
        self.table.undo_stack.indexChanged.connect(self._on_corrected)
        reader = self.reader
        reader.begun.connect(self._on_begun)
        reader.found.connect(
            lambda n: self.state.setText(tr("Looking for pictures … {n} found", n=number(n)))
        )
        reader.progressed.connect(self._on_progressed)
        reader.ended.connect(self._on_ended)
        reader.archiving.connect(self._on_archiving)
        reader.archived.connect(self._on_archived)
        reader.archiving_failed.connect(self._on_archiving_failed)
        self._counting.timeout.connect(self._show_state)
        self.finished.connect(reader.shut_down)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(reader.runner.stop)

    def _on_begun(self) -> None:
        if self.table.rows and not self.pages.currentIndex():
            self.pages.setCurrentWidget(self.panes)
            self.pane.view.setFocus()
        self._show_state()

    def _on_progressed(self) -> None:
        if not self._counting.isActive():
            self._counting.start()

    def _on_ended(self, problem: str) -> None:
        self._counting.stop()
        # Where nobody has chosen a row yet; a table that has the focus has a current one.
        if self.table.rowCount() and not self.pane.view.selected_lines():
            self.pane.view.go_to(*(self.table.next_to_check(-1) or (0,)))
        self._show_state()
        self._offer_kept()
        if problem:
            self.state.setText(problem)

    def _offer_kept(self) -> None:
        """Offer what was corrected or checked in these pictures, and not saved."""
        names = [one.name for one in self.table.rows if one.record and one.state == UNTOUCHED]
        found = find_kept(name for name in names if name not in self._answered)
        if not found:
            return
        self._answered |= found.keys()
        self._offered |= found
        people = ", ".join(sorted({one.by for one in self._offered.values() if one.by}))
        sentence = tr_n(
            "{n} picture was corrected or checked, but not saved.",
            "{n} pictures were corrected or checked, but not saved.",
            len(self._offered),
        )
        by = tr("Changed by: {people}.", people=people) if people else ""
        self.offer_text.setText(f"{sentence} {by}".strip())
        self.offer.show()

    def _on_restore(self) -> None:
        # What the user has changed meanwhile is newer.
        changed = self.table.reviews()
        kept = {name: one for name, one in self._offered.items() if name not in changed}
        self._close_offer()
        self.table.restore(kept)

    def _on_forget(self) -> None:
        offered = self._offered.keys() - self._kept
        self._close_offer()
        self._forget(offered)

    def _close_offer(self) -> None:
        self._offered = {}
        self.offer.hide()
        self.pane.view.setFocus()

    def _keep_review(self) -> None:
        """Keep the review on disk, so that a crash loses nothing; once it is saved, forget it."""
        changes = self.table.take_changes()
        if self._is_saved:
            self._forget(self._kept)
            return
        # Of a table that was saved, nothing is kept: its next change keeps all of it.
        self._unkept |= changes if self._kept else self.table.reviews()
        self._kept |= self._unkept.keys()
        try:
            keep(self._unkept)
            self._unkept = {}
        except InputOutputError as error:
            self.state.setText(error.sentence)

    def _forget(self, names: Set[str]) -> None:
        try:
            forget(names)
        except InputOutputError as error:
            self.state.setText(error.sentence)
        self._kept = self._kept - names

    def _on_stop(self) -> None:
        if self.reader.is_busy:
            self.reader.stop()
        else:
            self.reader.resume()

    def _on_watch(self) -> None:
        if self.reader.watched:
            self.reader.stop_watching()
            self._show_state()
        else:
            ask_for_folder(self, tr("Watch a folder"), self.watch_folder, shows_files=False)

    def _on_archive(self) -> None:
        self.reader.archive()
        self._update_actions()

    def _on_archiving(self, step: Progress) -> None:
        done, total = number(step.done), number(step.total)
        self.state.setText(tr("Archiving … {done} of {total}", done=done, total=total))

    def _on_archived(self, count: int) -> None:
        self._update_actions()
        self.state.setText(
            tr_n("{n} picture is in the archive.", "{n} pictures are in the archive.", count)
        )

    def _on_archiving_failed(self, problem: str) -> None:
        self._update_actions()
        self.state.setText(problem)

    def _on_corrected(self) -> None:
        self._is_saved = self.table.undo_stack.isClean()
        self._show_state()
        self._keep_review()

    def offer_saving(self) -> None:
        if self.table.rows:
            kinds = {kind.title: kind.suffix for kind in self._export().kinds}
            ask_where_to_save(self, tr("Save the table"), "readings", kinds, self.save_as)

    def save_as(self, path: Path, title: str = "") -> None:
        """Save everything that is read, shown or not, in the order in which it was read.

        Args:
            path: the file.
            title: of the format; "" lets the file's suffix decide.
        """
        export = self._export()
        chosen = next((kind for kind in export.kinds if kind.title == title), export.kinds[0])
        kind, path = export.kind_for(path, chosen)
        self.table.undo_stack.setClean()
        self._is_saved = True
        self.reader.runner.submit(
            "save",
            partial(kind.write, path),
            lambda _: self._on_saved(path.name),
            self._on_not_saved,
        )

    def _on_saved(self, name: str) -> None:
        self.state.setText(
            tr_n(
                "{n} row is saved as “{name}”.",
                "{n} rows are saved as “{name}”.",
                self.table.read_count,
                name=name,
            )
        )
        self._keep_review()

    def _export(self) -> Export:
        rows = [(row.record, *row.state) for row in self.table.rows if row.record is not None]
        table = partial(batch_jobs.table_of, self.reader.request, rows)
        lines = partial(batch_jobs.write_json_lines, rows=rows)
        json_lines = ExportKind(tr("JSON lines, as “recognize” writes"), ".jsonl", lines)
        return Export(tr("the table"), "readings", (*table_kinds(table), json_lines))

    def _on_not_saved(self, error: Exception) -> None:
        self._is_saved = False
        self.state.setText(sentence_of(error))

    def _on_content_chosen(self, content: str) -> None:
        if content != FORM:
            self._content = content
            self.reader.read_as(Content(content))
            return
        dialog = ask_to_open(
            self, tr("Choose a form"), self._open_form, kind=tr("Forms"), suffixes=[".json"]
        )
        dialog.rejected.connect(lambda: self.content.set_value(self._content))

    def _open_form(self, path: Path) -> None:
        job = partial(read_form, path)
        self.reader.runner.submit("form", job, self.use_form, self._on_no_form)

    def _on_no_form(self, error: Exception) -> None:
        self.content.set_value(self._content)
        self.state.setText(sentence_of(error))

    def _ask_for_pictures(self) -> None:
        ask_to_open_many(
            self,
            tr("Add pictures"),
            lambda paths: self.read(list(map(str, paths))),
            kind=tr("Pictures"),
            suffixes=OPENED_SUFFIXES,
        )

    def _ask_for_folder(self) -> None:
        ask_for_folder(
            self,
            tr("Add a folder"),
            lambda folder: self.read([str(folder)]),
            shows_files=False,
        )

    def _show_state(self) -> None:
        count, read, is_busy = len(self.table.rows), self.table.read_count, self.reader.is_busy
        self.state.setText(self._summary(count, read))
        self.bar.setRange(0, count)
        self.bar.setValue(read)
        self.bar.setVisible(is_busy)
        self.stop.setVisible(is_busy or (read < count and self.reader.can_read))
        is_watching = bool(self.reader.watched)
        self.watch.setText(tr("Stop watching") if is_watching else tr("Watch a folder…"))
        self.stop.setText(tr("Stop") if is_busy else tr("Continue"))
        self._update_actions()

    def _summary(self, count: int, read: int) -> str:
        if not self.reader.can_read:
            return tr(NO_LABELS)
        folder = Path(self.reader.watched).name
        watching = [tr("watching “{folder}”", folder=folder)] if folder else []
        if not count:
            return "".join(watching)
        rows = self.table.rows
        to_check = sum(bool(row.open_fields) for row in rows)
        corrected = sum(row.correction is not None for row in rows)
        parts = [tr("{read} of {rows} read", read=number(read), rows=number(count))]
        parts += [tr("{count} to check", count=number(to_check))] if to_check else []
        parts += [tr("{count} corrected", count=number(corrected))] if corrected else []
        return " · ".join([*parts, *watching])

    def _update_actions(self) -> None:
        has_rows = bool(self.table.rows)
        self.pane.update_actions()
        self.save.setEnabled(has_rows)
        self.archive.setEnabled(has_rows and self.reader.can_archive)


def build_dialog(window: AppWindow) -> BatchDialog:
    """Return the table of many pictures; Ctrl+Enter opens one in the window."""
    dialog = BatchDialog(window, window.session, window.controller.source)
    dialog.pane.opening_requested.connect(window.opening.open_in_front)
    return dialog
