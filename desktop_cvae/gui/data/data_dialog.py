"""The dialog of data sets: look at, download, import, make and remove them.

The dialog has its own worker: reading a large file is a single step of many seconds, and the
answers to the pen must not wait for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.results import Samples
from desktop_cvae.core.tasks import Progress
from desktop_cvae.datasets.stored import remove_stored
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.data import data_jobs
from desktop_cvae.gui.data.data_jobs import MNIST, SHOWN, DataRow, Preview
from desktop_cvae.gui.data.dataset_list import DatasetList
from desktop_cvae.gui.data.dataset_page import DatasetPage
from desktop_cvae.gui.data.import_page import ImportPage
from desktop_cvae.gui.data.make_page import MakePage
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.card import Card, row
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, sentence_of
from desktop_cvae.workers.command_process import DOWNLOAD, CommandProcess
from desktop_cvae.workers.job_runner import JobRunner

SIZE = QSize(980, 660)
LIST_WIDTH = 260
CANCELLED = mark("Cancelled; nothing was saved.")


class DataDialog(WorkDialog):
    """A list on the left; on the right the chosen data set, or a page to import or make one.

    Closing it cancels what is running; a partial download is kept.

    Args:
        parent: the window.
        session: has the models that write digits; is told when the data sets change.
        source: opens those models.
        program: how the program is started for a download; None for this very program.
    """

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        source: ModelSource,
        program: Sequence[str] | None = None,
    ) -> None:
        super().__init__(parent, "data_sets", tr("Data sets"))
        self._session, self._source = session, source
        self._wanted = MNIST
        self.process = CommandProcess(DOWNLOAD, program, parent)
        # The runner outlives the dialog: a step may still be running when the dialog is closed.
        self.runner = JobRunner(parent)
        self.list = DatasetList()
        self.add = make_button(
            tr("Import…"), tr("Import a file or a folder"), on_click=self.show_import
        )
        self.write = make_button(
            tr("Make…"), tr("Let a model write a data set"), on_click=self.show_make
        )
        self.look = DatasetPage(self.process)
        self.import_ = ImportPage()
        self.make = MakePage()
        self.pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._on_models_changed()
        if session.model is not None:
            self.make.choose_model(session.model.entry.name)
        self._list()

    def _lay_out(self) -> None:
        left = Card()
        left.add_section(tr("Data sets"))
        left.box.addWidget(self.list, 1)
        buttons = row(self.add, self.write)
        for at in range(buttons.count()):
            buttons.setStretch(at, 1)
        left.box.addLayout(buttons)
        left.setFixedWidth(max(LIST_WIDTH, left.minimumSizeHint().width()))
        right = Card()
        right.box.addWidget(self.pages)
        for page in (self.look, self.import_, self.make):
            self.pages.addWidget(page)
        self.lay_out(row(left, right, fills=right), None, SIZE)

    def _connect(self) -> None:
        self.list.row_chosen.connect(self._on_row_chosen)
        self.look.removal_requested.connect(self._remove)
        self.look.download.progressed.connect(self.list.say_of_mnist)
        self.look.download.ended.connect(self._on_download_ended)
        self.import_.path_chosen.connect(self._read)
        self.import_.keep.clicked.connect(self._store)
        self.import_.cancel.clicked.connect(self._on_import_cancelled)
        self.make.rest.timeout.connect(self._write_first)
        self.make.make.clicked.connect(self._make)
        self.make.cancel.clicked.connect(self._on_make_cancelled)
        self.follow(self._session.models_changed, self._on_models_changed)
        self.finished.connect(self._on_finished)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.runner.stop)

    def show_import(self) -> None:
        self._show_page(self.import_)
        self.runner.cancel("read")
        self.import_.start_anew()

    def show_make(self) -> None:
        """Show the page on which a model writes a data set."""
        self._show_page(self.make)
        if not self.make.is_making:
            self.make.start_anew()

    def _show_page(self, page: QWidget) -> None:
        if page is not self.look:
            self.list.clearSelection()
        self.pages.setCurrentWidget(page)

    def _list(self) -> None:
        self.runner.submit("list", data_jobs.list_rows, self._on_listed, self._on_failed)

    def _on_listed(self, rows: list[DataRow]) -> None:
        self.list.set_rows(rows)
        names = [dataset.name for dataset in rows]
        for page in (self.import_, self.make):
            page.name.set_taken(names)
        if self.pages.currentWidget() is self.look:
            self.list.choose(self._wanted if self._wanted in names else MNIST)

    def _list_anew(self, name: str) -> None:
        """List the changed data sets; show this one if a data set is shown."""
        self._wanted = name
        self._session.tell_of_data_sets()
        self._list()

    def _on_row_chosen(self, dataset: DataRow) -> None:
        self._wanted = dataset.name
        self._show_page(self.look)
        self.look.show_row(dataset)
        if dataset.is_here:
            on_done = partial(self._on_preview_loaded, dataset.name)
            job = partial(data_jobs.load_preview, dataset.name)
            self.runner.cancel("preview")
            self.runner.submit("preview", job, on_done, self._on_failed)

    def _on_preview_loaded(self, name: str, preview: Preview) -> None:
        if name == self.look.shown:
            self.look.preview.show_preview(preview)

    def _on_failed(self, error: Exception) -> None:
        self.look.show_problem(sentence_of(error))

    def _on_download_ended(self) -> None:
        self._session.tell_of_data_sets()
        self._list()

    def _remove(self, name: str) -> None:
        self.runner.submit(
            "remove", partial(remove_stored, name), self._on_removed, self._on_failed
        )

    def _on_removed(self, _: None) -> None:
        self._list_anew(MNIST)

    def _read(self, path: Path) -> None:
        self.import_.show_reading(path)
        job = partial(data_jobs.read_candidate, path)
        self.runner.cancel("read")
        self.runner.submit("read", job, self.import_.show_candidate, self.import_.show_error)

    def _store(self) -> None:
        page = self.import_
        if page.candidate is None:
            return
        page.show_storing()
        transposed, inverted = page.turns
        job = partial(
            data_jobs.store_candidate,
            page.candidate,
            page.name.name,
            transposed=transposed,
            inverted=inverted,
        )
        self.runner.submit("store", job, self._on_kept, self._on_not_kept)

    def _on_not_kept(self, error: Exception) -> None:
        self.import_.show_problem(sentence_of(error))

    def _on_kept(self, name: str) -> None:
        self._show_page(self.look)
        self._list_anew(name)

    def _on_import_cancelled(self) -> None:
        self.runner.cancel("read")
        self._show_page(self.look)
        self.list.choose(self._wanted)

    def _write_first(self) -> None:
        request = replace(self.make.request, count=SHOWN)
        job = partial(data_jobs.write_digits, self._source, request)
        self.runner.cancel("first digits")
        self.runner.submit("first digits", job, self._on_written, self._on_not_written)

    def _on_written(self, written: tuple[Samples, tuple[str, ...]]) -> None:
        samples, names = written
        self.make.show_digits(samples, names)

    def _on_not_written(self, error: Exception) -> None:
        self.make.show_no_digits(sentence_of(error))

    def _make(self) -> None:
        self.make.show_making()
        self.runner.submit(
            "make",
            partial(data_jobs.make_dataset, self._source, self.make.request),
            self._on_made,
            self._on_not_made,
            on_progress=self._on_digits_written,
        )

    def _on_digits_written(self, step: Progress) -> None:
        self.make.show_progress(step.done, step.total)

    def _on_made(self, name: str) -> None:
        self.make.show_ended()
        if self.pages.currentWidget() is self.make:
            self._show_page(self.look)
        self._list_anew(name)

    def _on_not_made(self, error: Exception) -> None:
        self.make.show_ended(sentence_of(error))

    def _on_make_cancelled(self) -> None:
        if self.make.is_making:
            self.runner.cancel("make")
            self.make.show_ended(tr(CANCELLED), is_warning=False)
        else:
            self._show_page(self.look)
            self.list.choose(self._wanted)

    def _on_models_changed(self) -> None:
        models = self._session.models
        self.make.set_models([m.name for m in models if m.manifest.spec.conditional])

    def _on_finished(self) -> None:
        self.process.retire()
        self.runner.retire()


def build_dialog(window: AppWindow) -> DataDialog:
    """Return the data sets."""
    dialog = DataDialog(window, window.session, window.controller.source)
    for pane in (dialog.look.preview, dialog.import_.preview):
        window.controller.exporter.offer(pane, pane.export)
    return dialog
