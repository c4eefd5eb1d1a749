"""Many pictures or a folder: read into a table that is corrected and exported."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_cvae.core.language import mark, number, tr, tr_n
from desktop_cvae.core.tasks import Progress
from desktop_cvae.gui.batch import reading
from desktop_cvae.gui.batch.picture_table import PictureTable, copied_text
from desktop_cvae.gui.batch.reader import BatchReader
from desktop_cvae.gui.batch.reading import AUTOMATIC, BY_FORM, HOWS
from desktop_cvae.gui.batch.table_view import BatchView
from desktop_cvae.gui.data.data_fields import quiet_button
from desktop_cvae.gui.exporting.exporter import ask_where_to_save
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.theme import tabular_font
from desktop_cvae.gui.widgets.card import Card, row, text_label
from desktop_cvae.gui.widgets.segmented_choice import SegmentedChoice
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.inference.form_file import Form, read_form
from desktop_cvae.pictures.picture_files import OPENED_SUFFIXES

SIZE = QSize(980, 660)
KINDS = {
    mark("CSV, for a spreadsheet"): ".csv",
    mark("JSON lines, as “recognize” writes"): ".jsonl",
}
WELCOME = mark(
    "Drop pictures or a folder here. Each is read; what should be looked at is marked, and you "
    "can correct it before you save the table."
)
NO_LABELS = mark("This model names no digits; choose one that was trained with labels.")
HOW_TIPS = (
    mark("A number where there is one, else one digit"),
    mark("Every picture holds exactly one digit"),
    mark("Every picture holds a number, a line or a page of digits"),
    mark("Every page is a form whose fields are read; choose its file"),
)
SHOWING_MS = 200


class BatchDialog(WorkDialog):
    """Above, what is read and how; the table; below, how far it is and what becomes of it.

    Args:
        parent: the window.
        session: whose model reads; is told what was saved.
        source: opens that model anew.

    Signals:
        opening_wanted(Path): a picture is to be shown in the window.
    """

    opening_wanted = Signal(Path)

    def __init__(self, parent: QWidget, session: Session, source: ModelSource) -> None:
        super().__init__(parent, "batch", tr("Read many pictures"))
        self.setAcceptDrops(True)
        self._is_saved = True
        self._how = AUTOMATIC
        self.table = PictureTable(self)
        self.reader = BatchReader(self.table, session, source, parent)
        self.view = BatchView(self.table)
        self._showing = QTimer(self, interval=SHOWING_MS, singleShot=True)
        self._make_controls()
        self._lay_out()
        self._connect()
        self._show_state()

    def read(self, places: Sequence[str]) -> None:
        """Add pictures, and those of folders, and read them."""
        self.reader.add(places)

    def use_form(self, form: Form) -> None:
        """Read every page by a form."""
        self._how = BY_FORM
        self.how.set_value(BY_FORM)
        self.reader.read_as(form)

    def discard(self) -> None:
        """Let it be closed without a question."""
        self._is_saved = True

    def unsaved(self) -> str:
        """Corrections that are in no file."""
        return "" if self._is_saved else tr("Your corrections are not saved.")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read them."""
        event.acceptProposedAction()
        self.read([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    def _make_controls(self) -> None:
        self.add = quiet_button(tr("Add pictures…"), tr("Choose pictures to read"))
        self.add_folder = quiet_button(tr("Add a folder…"), tr("Read all pictures of a folder"))
        self.how = SegmentedChoice(
            tuple((how, tr(text)) for how, text in HOWS.items()), tr("What a picture holds")
        )
        for value, tip in zip(HOWS, HOW_TIPS, strict=True):
            self.how.segment(value).setToolTip(tr(tip))
        self.only = QCheckBox(tr("Only those to check"))
        self.only.setObjectName("only_to_check")
        self.only.setToolTip(tr("Hide what was read without doubt"))
        self.state = text_label("", "muted")
        self.state.setObjectName("batch_state")
        self.state.setFont(tabular_font(self.font()))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How much is read"))
        self.bar.setFixedWidth(160)
        self.stop = quiet_button(tr("Stop"), tr("Read no more; what is read stays"))
        self.next = quiet_button(tr("Next to check"), tr("Go to the next row with a remark (F3)"))
        self.back = quiet_button(tr("As it was read"), tr("Take the correction back (Delete)"))
        self.open_ = quiet_button(tr("Open in the window"), tr("Look at this picture (Ctrl+Enter)"))
        self.copy = quiet_button(tr("Copy"), tr("Copy the chosen rows, or all (Ctrl+C)"))
        self.save = quiet_button(tr("Save…"), tr("Save the table as CSV or JSON lines (Ctrl+S)"))
        self.archive = quiet_button(
            tr("Archive"),
            tr("Keep these pictures, what was read and your corrections in the archive"),
        )
        self.close_ = quiet_button(tr("Close"), tr("Close this table (Esc)"))

    def _lay_out(self) -> None:
        welcome = Card()
        hint = text_label(tr(WELCOME), "muted")
        hint.setWordWrap(True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        welcome.box.addWidget(hint)
        shown = Card()
        shown.box.setContentsMargins(1, 1, 1, 1)
        shown.box.addWidget(self.view)
        self.pages = QStackedWidget()
        self.pages.addWidget(welcome)
        self.pages.addWidget(shown)
        down = QVBoxLayout()
        down.addLayout(row(self.add, self.add_folder, None, self.how))
        down.addWidget(self.pages, 1)
        down.addLayout(row(self.state, None, self.bar, self.stop, self.archive, self.only))
        work = (self.next, self.back, self.open_)
        buttons = row(*work, None, self.copy, self.save, self.close_)
        self.lay_out(down, buttons, SIZE)

    def _connect(self) -> None:
        self.add.clicked.connect(self._ask_for_pictures)
        self.add_folder.clicked.connect(self._ask_for_folder)
        self.how.chosen.connect(self._on_how_chosen)
        self.only.toggled.connect(self.table.show_only_to_check)
        self.stop.clicked.connect(self._on_stop)
        self.next.clicked.connect(self._go_to_next)
        self.back.clicked.connect(self._take_back)
        self.open_.clicked.connect(lambda: self._open(self.view.currentIndex()))
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self.offer_saving)
        self.archive.clicked.connect(self._on_archive)
        self.close_.clicked.connect(self.reject)
        self.view.opening_wanted.connect(self._open)
        self.view.taking_back_wanted.connect(self._take_back)
        self.view.selectionModel().selectionChanged.connect(self._show_possible)
        self.table.undo_stack.indexChanged.connect(self._on_corrected)
        stack = self.table.undo_stack
        keys = QKeySequence.StandardKey
        for key, slot in (
            (QKeySequence(keys.Undo), stack.undo),
            (QKeySequence(keys.Redo), stack.redo),
            (QKeySequence(keys.Copy), self._copy),
            (QKeySequence(keys.Save), self.offer_saving),
            (QKeySequence("F3"), self._go_to_next),
        ):
            QShortcut(key, self, slot)
        reader = self.reader
        reader.begun.connect(self._on_begun)
        reader.found.connect(
            lambda n: self.state.setText(tr("Looking for pictures … {n} found", n=number(n)))
        )
        reader.progressed.connect(self._on_progressed)
        reader.ended.connect(self._on_ended)
        reader.archiving.connect(self._on_archiving)
        reader.archived.connect(self._on_archived)
        reader.not_archived.connect(self._on_not_archived)
        self._showing.timeout.connect(self._show_state)
        self.finished.connect(reader.shut_down)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(reader.runner.stop)

    def _on_begun(self) -> None:
        if self.table.rows and not self.pages.currentIndex():
            self.pages.setCurrentIndex(1)
            self.view.setFocus()
        self._show_state()

    def _on_progressed(self) -> None:
        # Thousands come fast, and to count them all each time would take longer than to read.
        if not self._showing.isActive():
            self._showing.start()

    def _on_ended(self, problem: str) -> None:
        self._showing.stop()
        if self.view.currentIndex().row() < 0 and self.table.rowCount():
            self.view.go_to(0)
        self._show_state()
        if problem:
            self.state.setText(problem)

    def _on_archive(self) -> None:
        self.reader.archive()
        self._show_possible()

    def _on_archiving(self, step: Progress) -> None:
        done, total = number(step.done), number(step.total)
        self.state.setText(tr("Archiving … {done} of {total}", done=done, total=total))

    def _on_not_archived(self, problem: str) -> None:
        self._show_possible()
        self.state.setText(problem)

    def _on_archived(self, count: int) -> None:
        self._show_possible()
        self.state.setText(
            tr_n("{n} picture is in the archive.", "{n} pictures are in the archive.", count)
        )

    def _on_stop(self) -> None:
        if self.reader.is_busy:
            self.reader.stop()
        else:
            self.reader.go_on()

    def _go_to_next(self) -> None:
        line = self.table.next_to_check(self.view.currentIndex().row())
        if line is not None:
            self.view.go_to(line)
            self.view.setFocus()

    def _take_back(self) -> None:
        self.table.take_back(self.view.chosen_lines())

    def _on_corrected(self) -> None:
        self._is_saved = self.table.undo_stack.isClean()
        self._show_state()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opening_wanted.emit(Path(self.table.row_at(index).name))

    def _copy(self) -> None:
        shown, chosen = list(self.table.shown_rows()), self.view.chosen_lines()
        rows = [shown[line] for line in chosen] if len(chosen) > 1 else shown
        if rows:
            QGuiApplication.clipboard().setText(copied_text(rows))
            self.state.setText(
                tr_n("{n} row is on the clipboard.", "{n} rows are on the clipboard.", len(rows))
            )

    def offer_saving(self) -> None:
        """Ask where the table is to be saved."""
        if self.table.rows:
            save, kinds = self.save_as, {tr(kind): suffix for kind, suffix in KINDS.items()}
            ask_where_to_save(
                self, tr("Save the table"), "readings", kinds, lambda path, _: save(path)
            )

    def save_as(self, path: Path) -> None:
        """Save what is read, in the order of the table; all of it, also what is not shown."""
        rows = [(r.reading, r.correction) for r in self.table.rows if r.reading is not None]
        self.table.undo_stack.setClean()
        self._is_saved = True
        self.reader.runner.submit(
            "save",
            partial(reading.write_table, path, rows),
            lambda _: self.state.setText(
                tr_n(
                    "{n} row is saved as “{name}”.",
                    "{n} rows are saved as “{name}”.",
                    len(rows),
                    name=path.name,
                )
            ),
            self._on_not_saved,
        )

    def _on_not_saved(self, error: Exception) -> None:
        self._is_saved = False
        self.state.setText(sentence_of(error))

    def _on_how_chosen(self, how: str) -> None:
        if how != BY_FORM:
            self._how = how
            self.reader.read_as(how)
            return
        dialog = QFileDialog(self, tr("Choose a form"), "", f"{tr('Forms')} (*.json)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        dialog.fileSelected.connect(self._open_form)
        dialog.rejected.connect(lambda: self.how.set_value(self._how))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_form(self, name: str) -> None:
        job = partial(read_form, Path(name))
        self.reader.runner.submit("form", job, self.use_form, self._on_no_form)

    def _on_no_form(self, error: Exception) -> None:
        self.how.set_value(self._how)
        self.state.setText(sentence_of(error))

    def _ask_for_pictures(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in OPENED_SUFFIXES)
        kinds = f"{tr('Pictures')} ({patterns});;{tr('All files')} (*)"
        dialog = QFileDialog(self, tr("Add pictures"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._ask(dialog)

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self, tr("Add a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        dialog.filesSelected.connect(self.read)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_state(self) -> None:
        rows = self.table.rows
        read = sum(row.reading is not None for row in rows)
        self.state.setText(self._words(read))
        self.bar.setRange(0, len(rows))
        self.bar.setValue(read)
        self.bar.setVisible(self.reader.is_busy)
        self.stop.setVisible(self.reader.is_busy or (read < len(rows) and self.reader.can_read))
        self.stop.setText(tr("Stop") if self.reader.is_busy else tr("Go on"))
        self._show_possible()

    def _words(self, read: int) -> str:
        rows = self.table.rows
        if not self.reader.can_read:
            return tr(NO_LABELS)
        if not rows:
            return ""
        to_check = sum(row.is_to_check and row.correction is None for row in rows)
        corrected = sum(row.correction is not None for row in rows)
        parts = [tr("{read} of {rows} read", read=number(read), rows=number(len(rows)))]
        parts += [tr("{count} to check", count=number(to_check))] if to_check else []
        parts += [tr("{count} corrected", count=number(corrected))] if corrected else []
        return " · ".join(parts)

    def _show_possible(self) -> None:
        has_rows, is_one = bool(self.table.rows), self.view.currentIndex().isValid()
        for button in (self.next, self.copy, self.save, self.only):
            button.setEnabled(has_rows)
        can_archive = not self.reader.is_archiving and not self.reader.is_by_form
        self.archive.setEnabled(has_rows and can_archive)
        lines = self.view.chosen_lines()
        chosen = [self.table.row_at(self.table.index(line, 0)) for line in lines]
        self.back.setEnabled(any(one.correction is not None for one in chosen))
        self.open_.setEnabled(is_one)
