"""The library dialog: models and training runs to search, use, compare, rename and delete."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.gui.app_window import AppWindow
from desktop_cvae.gui.comparison.comparison_dialog import show_comparison
from desktop_cvae.gui.comparison.weights_opener import ModelWithRun, WeightsOpener, WeightsRequest
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.controls import make_button, make_line_edit
from desktop_cvae.gui.library.entries_page import EntriesPage
from desktop_cvae.gui.library.epoch_history_dialog import show_epoch_history
from desktop_cvae.gui.library.models_page import ModelsPage
from desktop_cvae.gui.library.runs_page import RunsPage
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.widgets.card import Card, column, row, text_label
from desktop_cvae.gui.widgets.work_dialog import WorkDialog, make_close, sentence_of

MAX_COMPARED = 6
SIZE = QSize(900, 520)
TABS = (mark("Models"), mark("Runs"))
ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
HINT = mark("Select two or more models or runs to compare them.")


class LibraryDialog(WorkDialog):
    """Two searchable lists; the worker does the work.

    Signals:
        models_opened(tuple[ModelWithRun, ...]): these models should be compared.

    Args:
        parent: the window.
        session: its models are shown.
        controller: its worker does the work.
    """

    models_opened = Signal(object)

    def __init__(self, parent: QWidget, session: Session, controller: Controller) -> None:
        super().__init__(parent, "library", tr("Models and comparison"), controller.runner)
        self._controller = controller
        self._opened: dict[int, ModelWithRun] = {}
        self.search = make_line_edit(
            tr("Search"),
            tr("Show only entries with these words in their name, network or data"),
            hint=tr("Search by name, network or data"),
            can_clear=True,
        )
        self.models = ModelsPage(session, controller, partial(self._submit, "models"))
        self.runs = RunsPage(partial(self._submit, "runs"))
        self._chosen_before: dict[EntriesPage, list[str]] = {page: [] for page in self._pages}
        self.tabs = QTabWidget()
        self.message = text_label("", "warning", wraps=True)
        self.message.hide()
        self.status = text_label(tr(HINT), "muted")
        self.compare = make_button(
            tr("Compare"),
            tr("Compare the selected entries side by side; Ctrl+click selects more"),
            on_click=self._on_compare_clicked,
        )
        self.opener = WeightsOpener(controller.runner, controller.source, parent=self)
        self._lay_out()
        self._connect()
        self._on_chosen_changed()

    @property
    def chosen(self) -> list[Any]:
        """The selected models, then the selected runs."""
        return [*self.models.chosen, *self.runs.chosen]

    def refresh_runs(self) -> None:
        """Read the runs again, for example after a training."""
        if self.isVisible():
            self.runs.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.runs.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Read the lists again when the user comes back."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.refresh_runs()

    def _lay_out(self) -> None:
        card = Card()
        for page, name in zip(self._pages, TABS, strict=True):
            self.tabs.addTab(page, tr(name))
        self.tabs.setDocumentMode(True)
        card.box.addWidget(self.search)
        card.box.addWidget(self.tabs, 1)
        card.box.addWidget(self.message)
        self.lay_out(column(card), row(self.status, None, self.compare, make_close(self)), SIZE)

    def _connect(self) -> None:
        for page in self._pages:
            self._controller.exporter.offer(page.table, page.table.export)
            self.search.textChanged.connect(page.set_filter)
            page.chosen_changed.connect(self._on_chosen_changed)
            page.chosen_changed.connect(partial(self._begin_choice, page))
        self.opener.progressed.connect(self.status.setText)
        self.opener.opened.connect(self._on_opened)
        self.opener.finished.connect(self._on_all_opened)
        self.opener.failed.connect(self._on_opening_failed)
        self.finished.connect(self._on_finished)

    @property
    def _pages(self) -> tuple[EntriesPage, ...]:
        return self.models, self.runs

    def _on_chosen_changed(self) -> None:
        if self.opener.is_busy:
            return
        chosen = self.chosen
        for at, (page, name) in enumerate(zip(self._pages, TABS, strict=True)):
            count = len(page.chosen)
            self.tabs.setTabText(at, f"{tr(name)} ({count})" if count else tr(name))
        self.compare.setText(tr("Compare"))
        self.compare.setEnabled(2 <= len(chosen) <= MAX_COMPARED)
        names = " · ".join(entry.name for entry in chosen)
        if len(chosen) > MAX_COMPARED:
            names = tr("You can compare {most} at most.", most=MAX_COMPARED)
        self.status.setText(names if len(chosen) > 1 else tr(HINT))

    def _begin_choice(self, page: EntriesPage) -> None:
        """Clear the other list's selection when the user selects without Ctrl or Shift."""
        chosen, before = page.table.chosen, self._chosen_before[page]
        self._chosen_before[page] = chosen
        adds = QGuiApplication.keyboardModifiers() & ADDING
        if page.isVisible() and chosen and chosen != before and not adds:
            for other in self._pages:
                if other is not page:
                    other.table.clearSelection()

    def _on_compare_clicked(self) -> None:
        if self.opener.is_busy:
            self.opener.stop()
            self._on_chosen_changed()
            return
        self.message.hide()
        self._opened = {}
        self.compare.setText(tr("Stop"))
        self.opener.open([WeightsRequest(index, entry) for index, entry in enumerate(self.chosen)])

    def _on_opened(self, request: WeightsRequest, one: ModelWithRun) -> None:
        self._opened[request.index] = one

    def _on_all_opened(self) -> None:
        opened = tuple(one for _, one in sorted(self._opened.items()))
        self._on_chosen_changed()
        self.models_opened.emit(opened)

    def _on_opening_failed(self, error: Exception) -> None:
        self._on_chosen_changed()
        self._say(error)

    def _submit(
        self, kind: str, what: str, job: Callable[[], Any], on_done: Callable[[Any], None]
    ) -> None:
        """Run a page's job; a newer job of the same name replaces a waiting one."""
        # The list of runs is read again and again, which must not hide the message.
        if what != "runs":
            self.message.hide()
        self.ask(job, on_done, partial(self._on_failed, what), about=f"{kind} {what}")

    def _on_failed(self, what: str, error: Exception) -> None:
        for page in self._pages:
            page.table.restore_name(what)
        self._say(error)

    def _say(self, error: Exception) -> None:
        self.message.setText(sentence_of(error))
        self.message.show()

    def _on_finished(self) -> None:
        self.opener.stop()
        self.runs.stop()


def build_dialog(window: AppWindow) -> LibraryDialog:
    """Return the models and runs at hand."""
    dialog = LibraryDialog(window, window.session, window.controller)
    dialog.models_opened.connect(partial(show_comparison, window))
    dialog.runs.resume_requested.connect(lambda run: window.training.resume(run))
    dialog.runs.epoch_history_requested.connect(partial(show_epoch_history, window))
    window.session.runs_changed.connect(dialog.refresh_runs)
    return dialog
