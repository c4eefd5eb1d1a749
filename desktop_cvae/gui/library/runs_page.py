"""The library's page of training runs: rename, delete, resume, show the epoch history.

Tested in tests/gui/library/test_library_dialog.py.
"""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.gui.controls import make_button
from desktop_cvae.gui.library.entries_page import EntriesPage, EntryRow, EntryTable, Submit
from desktop_cvae.library.run_library import RunEntry, delete_run, list_runs, rename_run

RUNS_HEADING = (
    mark("name"),
    mark("network"),
    mark("data"),
    mark("state"),
    mark("epochs"),
    mark("best −ELBO"),
    mark("started"),
)
STATES = {
    "running": mark("running"),
    "finished": mark("finished"),
    "interrupted": mark("interrupted"),
    "failed": mark("failed"),
    "stopped": mark("stopped"),
    "cancelled": mark("cancelled"),
}
NOTHING = mark("There are no training runs yet. Model ▸ Train… starts one.")
READ_AGAIN_MS = 3000
"""Interval of reading the runs again while one is training."""


class RunsPage(EntriesPage):
    """The training runs, read on the worker.

    Signals:
        resume_requested(RunEntry): the run should be resumed.
        epoch_history_requested(RunEntry): the run's epoch history should be shown.

    Args:
        submit: runs jobs.
    """

    resume_requested = Signal(object)
    epoch_history_requested = Signal(object)

    def __init__(self, submit: Submit, parent: QWidget | None = None) -> None:
        super().__init__(
            EntryTable(tr("Runs"), [tr(title) for title in RUNS_HEADING]),
            submit,
            tr(NOTHING),
            parent,
        )
        self._runs: dict[str, RunEntry] = {}
        self.resume = make_button(
            tr("Resume"), tr("Resume from the last checkpoint"), on_click=self._resume
        )
        tip = tr(
            "Show how the network changed from epoch to epoch: latent map, samples and your drawing"
        )
        self.epochs = make_button(tr("Epochs…"), tip, on_click=self._show_epochs)
        self._lay_out(None, self.epochs, self.resume)
        self.table.rename_requested.connect(self._rename_to)
        self._again = QTimer(self, singleShot=True, interval=READ_AGAIN_MS)
        self._again.timeout.connect(self.refresh)
        self._on_selection_changed()

    @property
    def chosen(self) -> list[RunEntry]:
        """Selected runs, in the list's order."""
        return [self._runs[key] for key in self.table.chosen if key in self._runs]

    def refresh(self) -> None:
        self._submit("runs", list_runs, self._show)

    def stop(self) -> None:
        """Stop reading the runs repeatedly."""
        self._again.stop()

    def _show(self, runs: list[RunEntry]) -> None:
        self._runs = {run.id: run for run in runs}
        self.table.set_entries(run_row(run) for run in runs)
        self._say_if_empty(bool(runs))
        self._enable()
        if self.isVisible() and any(run.state == "running" for run in runs):
            self._again.start()

    def _on_selection_changed(self) -> None:
        super()._on_selection_changed()
        self._enable()

    def _enable(self) -> None:
        chosen = self.chosen
        one = chosen[0] if len(chosen) == 1 else None
        for button in (self.rename, self.folder):
            button.setEnabled(one is not None)
        self.delete.setEnabled(one is not None and one.state != "running")
        self.epochs.setEnabled(one is not None and bool(one.history))
        self.resume.setEnabled(one is not None and one.resumable)

    def _rename_to(self, key: str, name: str) -> None:
        run = self._runs[key]
        self._submit(key, partial(rename_run, run, name), self._on_changed)

    def _ask(self) -> None:
        run = self.chosen[0]
        if run.model_path is not None:
            text = mark("Permanently delete the run “{name}” and its checkpoints? Its model stays.")
        else:
            text = mark("Permanently delete the run “{name}” and its checkpoints?")
        sentence = tr(text, name=run.name)
        job = partial(delete_run, run)
        self.question.ask(sentence, lambda: self._submit(run.id, job, self._on_changed))

    def _folder(self) -> Path:
        return self.chosen[0].folder

    def _resume(self) -> None:
        if len(self.chosen) == 1 and self.chosen[0].resumable:
            self.resume_requested.emit(self.chosen[0])
            # The run is marked as running only when its process has started.
            self._again.start()

    def _show_epochs(self) -> None:
        self.epoch_history_requested.emit(self.chosen[0])

    def _on_changed(self, _: object) -> None:
        self.refresh()


def run_row(run: RunEntry) -> EntryRow:
    """Return a run's row with the columns of ``RUNS_HEADING``."""
    best = min((record.validation.total for record in run.history), default=None)
    texts = (
        run.name,
        run.spec.preset,
        tr(run.dataset_name) or "–",
        tr(STATES.get(run.state, run.state)),
        tr("{done} of {epochs}", done=len(run.history), epochs=run.training.epochs),
        "–" if best is None else number(best, ".2f"),
        _local_time(run.created),
    )
    return EntryRow(run.id, texts, run.id)


def _local_time(moment: str) -> str:
    """Convert an ISO timestamp to local date and time."""
    try:
        return datetime.datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return moment[:16]
