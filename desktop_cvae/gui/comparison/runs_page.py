"""The trainings at hand: rename, delete, show their folder, take one up again."""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_cvae.gui.comparison import run_jobs
from desktop_cvae.gui.comparison.entries_page import EntriesPage, Submit
from desktop_cvae.gui.comparison.entry_table import EntryTable, Row

if TYPE_CHECKING:
    from desktop_cvae.library.run_library import RunEntry

HEADING = ("name", "network", "data", "state", "epochs", "best −ELBO", "begun")
NOTHING = "No training has been started yet; Model ▸ Train… starts one."
READ_AGAIN_MS = 3000
"""While something is being trained, its epochs grow before one's eyes."""


class RunsPage(EntriesPage):
    """The runs, read on the worker.

    Signals:
        resume_wanted(RunEntry): go on with it.

    Args:
        submit: runs jobs.
    """

    resume_wanted = Signal(object)

    def __init__(self, submit: Submit, parent: QWidget | None = None) -> None:
        super().__init__(EntryTable("Runs", HEADING), submit, NOTHING, parent)
        self._runs: dict[str, RunEntry] = {}
        self.resume = self._button("Resume", "Go on from its last checkpoint", self._resume)
        self._lay_out(None, self.resume)
        self.table.rename_wanted.connect(self._rename_to)
        self._again = QTimer(self, singleShot=True, interval=READ_AGAIN_MS)
        self._again.timeout.connect(self.refresh)
        self._on_selection_changed()

    @property
    def chosen(self) -> list[RunEntry]:
        """The chosen runs, in the list's order."""
        return [self._runs[key] for key in self.table.chosen if key in self._runs]

    def refresh(self) -> None:
        """Read the runs anew."""
        self._submit("runs", run_jobs.list_runs, self._show)

    def stop(self) -> None:
        """Read nothing any more."""
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
        self.resume.setEnabled(one is not None and one.resumable)

    def _rename_to(self, key: str, name: str) -> None:
        run = self._runs[key]
        self._submit(key, partial(run_jobs.rename_run, run, name), self._on_changed)

    def _ask(self) -> None:
        run = self.chosen[0]
        left = "; its model stays" if run.model_path is not None else ""
        sentence = f"Delete the run “{run.name}” with its checkpoints for good{left}?"
        job = partial(run_jobs.delete_run, run)
        self.question.ask(sentence, "Delete", lambda: self._submit(run.id, job, self._on_changed))

    def _folder(self) -> Path:
        return self.chosen[0].folder

    def _resume(self) -> None:
        if len(self.chosen) == 1 and self.chosen[0].resumable:
            self.resume_wanted.emit(self.chosen[0])
            # Its process has to start before it can be seen to run.
            self._again.start()

    def _on_changed(self, _: object) -> None:
        self.refresh()


def run_row(run: RunEntry) -> Row:
    """A run in the columns of ``HEADING``."""
    best = min((record.validation.total for record in run.history), default=None)
    texts = (
        run.name,
        run.spec.preset,
        run.dataset_name or "–",
        run.state,
        f"{len(run.history)} of {run.training.epochs}",
        "–" if best is None else f"{best:.2f}",
        _local_time(run.created),
    )
    return Row(run.id, texts, run.id)


def _local_time(moment: str) -> str:
    """An ISO moment as day and time of this place."""
    try:
        return datetime.datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return moment[:16]
