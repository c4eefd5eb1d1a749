"""The library's two pages: the models, and the trainings at hand.

Of both one can rename, delete and show the folder; models can be used, and runs taken up again.
The worker asks the library, which is imported there when it is first asked.
"""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_cvae.core.language import mark, number, tr
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.library.entries_page import EntriesPage, EntryTable, Row, Submit
from desktop_cvae.gui.session import Session

if TYPE_CHECKING:
    from desktop_cvae.library.model_library import ModelEntry
    from desktop_cvae.library.run_library import RunEntry


MODELS_HEADING = (
    mark("name"),
    mark("network"),
    mark("kind"),
    mark("latent"),
    mark("read right"),
    "−ELBO",
    mark("made"),
    mark("from"),
)


class ModelsPage(EntriesPage):
    """The session's models.

    Args:
        session: its models are shown.
        controller: takes a model into use.
        submit: runs jobs.
    """

    def __init__(
        self,
        session: Session,
        controller: Controller,
        submit: Submit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            EntryTable(tr("Models"), [tr(title) for title in MODELS_HEADING]),
            submit,
            tr("There is no model yet."),
            parent,
        )
        self._session, self._controller = session, controller
        self.use = self._button(tr("Use"), tr("Let the window answer with this model"), self._use)
        self._lay_out(None, self.use)
        self.table.rename_wanted.connect(self._rename_to)
        self.table.doubleClicked.connect(lambda _: self._use())
        session.models_changed.connect(self.refresh)
        self.refresh()

    @property
    def chosen(self) -> list[ModelEntry]:
        """The chosen models, in the list's order."""
        entries = {entry.name: entry for entry in self._session.models}
        return [entries[name] for name in self.table.chosen if name in entries]

    def refresh(self) -> None:
        """Show the session's models."""
        self.table.set_entries(model_row(entry) for entry in self._session.models)
        self._say_if_empty(False)

    def _on_selection_changed(self) -> None:
        super()._on_selection_changed()
        chosen = self.chosen
        for button in (self.use, self.folder):
            button.setEnabled(len(chosen) == 1)
        for button in (self.rename, self.delete):
            button.setEnabled(len(chosen) == 1 and not chosen[0].builtin)

    def _use(self) -> None:
        if len(self.chosen) == 1:
            self._controller.load_model(self.chosen[0].name)

    def _rename_to(self, name: str, new_name: str) -> None:
        job = partial(self._controller.source.rename, name, new_name)
        self._submit(name, job, self._on_changed)

    def _ask(self) -> None:
        name = self.chosen[0].name
        job = partial(self._controller.source.remove, name)
        sentence = tr("Delete the model “{name}” and its file for good?", name=name)
        self.question.ask(sentence, tr("Delete"), lambda: self._submit(name, job, self._on_changed))

    def _folder(self) -> Path:
        return self.chosen[0].path.resolve().parent

    def _on_changed(self, _: object) -> None:
        self._controller.list_models()


def model_row(entry: ModelEntry) -> Row:
    """A model in the columns of ``MODELS_HEADING``."""
    manifest = entry.manifest
    metrics = manifest.metrics
    texts = (
        entry.name,
        manifest.spec.preset,
        "CVAE" if manifest.spec.conditional else "VAE",
        str(manifest.spec.latent_dim),
        f"{number(100 * metrics['accuracy'], '.2f')} %" if "accuracy" in metrics else "–",
        number(metrics["neg_elbo_nats"], ".2f") if "neg_elbo_nats" in metrics else "–",
        manifest.created[:10],
        tr("program") if entry.builtin else tr("you"),
    )
    return Row(entry.name, texts, manifest.dataset_name, is_own=not entry.builtin)


def list_runs() -> list[RunEntry]:
    """All readable runs, the newest first."""
    from desktop_cvae.library import run_library

    return run_library.list_runs()


def rename_run(run: RunEntry, name: str) -> None:
    """Call a run otherwise; raises :class:`UsageError`, :class:`InputOutputError`."""
    from desktop_cvae.library import run_library

    run_library.rename_run(run, name)


def delete_run(run: RunEntry) -> None:
    """Remove a run's folder; raises :class:`UsageError`, :class:`InputOutputError`."""
    from desktop_cvae.library import run_library

    run_library.delete_run(run)


RUNS_HEADING = (
    mark("name"),
    mark("network"),
    mark("data"),
    mark("state"),
    mark("epochs"),
    mark("best −ELBO"),
    mark("begun"),
)
STATES = {
    "running": mark("running"),
    "finished": mark("finished"),
    "interrupted": mark("interrupted"),
    "failed": mark("failed"),
    "stopped": mark("stopped"),
    "cancelled": mark("cancelled"),
}
NOTHING = mark("No training has been started yet; Model ▸ Train… starts one.")
READ_AGAIN_MS = 3000
"""While something is being trained, its epochs grow before one's eyes."""


class RunsPage(EntriesPage):
    """The runs, read on the worker.

    Signals:
        resume_wanted(RunEntry): go on with it.
        replay_wanted(RunEntry): look back at its epochs.

    Args:
        submit: runs jobs.
    """

    resume_wanted = Signal(object)
    replay_wanted = Signal(object)

    def __init__(self, submit: Submit, parent: QWidget | None = None) -> None:
        super().__init__(
            EntryTable(tr("Runs"), [tr(title) for title in RUNS_HEADING]),
            submit,
            tr(NOTHING),
            parent,
        )
        self._runs: dict[str, RunEntry] = {}
        self.resume = self._button(tr("Resume"), tr("Go on from its last checkpoint"), self._resume)
        tip = tr("Look back at the epochs: latent map, samples and your drawing")
        self.replay = self._button(tr("Replay…"), tip, self._replay)
        self._lay_out(None, self.replay, self.resume)
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
        self._submit("runs", list_runs, self._show)

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
        self.replay.setEnabled(one is not None and bool(one.history))
        self.resume.setEnabled(one is not None and one.resumable)

    def _rename_to(self, key: str, name: str) -> None:
        run = self._runs[key]
        self._submit(key, partial(rename_run, run, name), self._on_changed)

    def _ask(self) -> None:
        run = self.chosen[0]
        if run.model_path is not None:
            text = mark("Delete the run “{name}” with its checkpoints for good; its model stays?")
        else:
            text = mark("Delete the run “{name}” with its checkpoints for good?")
        sentence = tr(text, name=run.name)
        job = partial(delete_run, run)
        self.question.ask(
            sentence, tr("Delete"), lambda: self._submit(run.id, job, self._on_changed)
        )

    def _folder(self) -> Path:
        return self.chosen[0].folder

    def _resume(self) -> None:
        if len(self.chosen) == 1 and self.chosen[0].resumable:
            self.resume_wanted.emit(self.chosen[0])
            # Its process has to start before it can be seen to run.
            self._again.start()

    def _replay(self) -> None:
        self.replay_wanted.emit(self.chosen[0])

    def _on_changed(self, _: object) -> None:
        self.refresh()


def run_row(run: RunEntry) -> Row:
    """A run in the columns of ``RUNS_HEADING``."""
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
    return Row(run.id, texts, run.id)


def _local_time(moment: str) -> str:
    """An ISO moment as day and time of this place."""
    try:
        return datetime.datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return moment[:16]
