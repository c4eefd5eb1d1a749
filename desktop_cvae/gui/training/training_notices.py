"""Notices about trainings, each with a next step, and runs that can be resumed.

Tested in tests/gui/training/test_training_command.py.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.network_presets import PRESETS
from desktop_cvae.core.paths import runs_dir
from desktop_cvae.core.specs import TRAINING_SETTINGS
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.session import Notice, NoticeAction, Session
from desktop_cvae.gui.training.training_request import TrainingRequest
from desktop_cvae.gui.training.training_status import TrainingStatus

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel
    from desktop_cvae.library.run_library import RunEntry

CURE = mark("Start again with the suggested change")


def find_interrupted() -> RunEntry | None:
    """Return the newest run that was interrupted; None if there is none.

    Raises:
        OSError: the folder of the runs cannot be read.
    """
    if not runs_dir().is_dir():
        return None
    # Without runs, the window opens sooner without this import.
    from desktop_cvae.library.run_library import list_runs

    broken = (run for run in list_runs() if run.state == "interrupted" and run.resumable)
    return next(broken, None)


def find_resumable(run_id: str) -> RunEntry | None:
    """Return the run of that id, if it can be resumed.

    Raises:
        InputOutputError: its description cannot be read.
    """
    from desktop_cvae.library.run_library import read_run

    run = read_run(runs_dir() / run_id)
    return run if run.resumable else None


def offer_text(run: RunEntry) -> str:
    """Return the sentence that offers to resume a run."""
    done, epochs = len(run.history), run.training.epochs
    why = f" {run.reason}" if run.reason else ""
    return tr(
        "The training of “{name}” was interrupted after epoch {done} of {epochs}.{why}",
        name=run.name,
        done=done,
        epochs=epochs,
        why=why,
    )


def request_of_run(run: RunEntry) -> TrainingRequest | None:
    """Return a run's settings for the form; None if its network is no preset."""
    spec, request = run.spec, run.request
    if spec.preset not in PRESETS:
        return None
    limit = request.get("limit")
    return TrainingRequest(
        spec.preset,
        str(request.get("data") or run.dataset_name),
        run.name,
        spec.latent_dim,
        spec.conditional,
        run.training,
        limit if isinstance(limit, int) else 0,
        Path(str(request.get("start_from") or "")).stem,
    )


def cure_text(cure: dict[str, float | int | str | bool]) -> str:
    """Return settings in words: "Learning rate 0.00025, Stop early 5 epochs"."""
    parts = []
    for field, value in cure.items():
        setting = TRAINING_SETTINGS.get(field)
        if setting is None or isinstance(value, str):
            parts.append(f"{field} {value}")
        else:
            parts.append(f"{tr(setting.label)} {setting.text(value)}")
    return ", ".join(parts)


class TrainingNotices(QObject):
    """Raises notices about trainings; a signal says which of their buttons was pressed.

    A newer notice, or another training, replaces the last notice.

    Args:
        session: raises the notices; has the model in use.
        controller: has the worker, who reads runs and models.

    Signals:
        offered(str): why a run can be resumed; an empty sentence withdraws the offer.
        use_requested, show_requested, cure_requested: a button of a notice was pressed.
        resume_requested(RunEntry): resume this run.
        epoch_history_requested(str): show the epochs of the run of this id.
        comparison_requested(tuple[OpenedModel, ...]): compare these models.
    """

    offered = Signal(str)
    use_requested = Signal()
    show_requested = Signal()
    cure_requested = Signal()
    resume_requested = Signal(object)
    epoch_history_requested = Signal(str)
    comparison_requested = Signal(object)

    def __init__(self, session: Session, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._controller = session, controller
        self._last: Notice | None = None
        self._has_begun = False
        self.broken: RunEntry | None = None
        self.offer = ""

    def forget(self) -> None:
        """Withdraw the last notice and offer when another training begins."""
        self._has_begun = True
        if self._last is not None:
            self._session.withdraw_notice(self._last)
            self._last = None
        self._offer(None, "")

    def resume_broken(self) -> None:
        if self.broken is not None:
            self.resume_requested.emit(self.broken)

    def look_for_interrupted(self) -> None:
        self._controller.runner.submit(
            "interrupted run",
            find_interrupted,
            self._on_looked,
            self._on_look_failed,
            status=tr("Looking for trainings"),
        )

    def tell_busy(self, name: str) -> None:
        self._raise(
            tr("“{name}” is being trained; only one training can run at a time.", name=name),
            self._show_action(),
        )

    def tell_advice(self, state: TrainingStatus) -> None:
        """Show an advice with its cure."""
        advice = state.advice
        if advice is not None:
            cure = NoticeAction(tr(CURE), self.cure_requested.emit, cure_text(advice.cure))
            actions = [cure] if advice.cure else []
            self._raise(advice.sentence, *actions, self._show_action(), is_warning=True)

    def tell_saved(self, name: str, run_id: str) -> None:
        """Say that the model is ready, and offer to use and compare it."""
        actions = [
            NoticeAction(
                tr("Use it"),
                self.use_requested.emit,
                tr("Use “{name}” in the main window", name=name),
            )
        ]
        if self._session.model is not None:
            compare = partial(self._compare, name)
            actions.append(
                NoticeAction(tr("Compare"), compare, tr("Compare it with the current model"))
            )
        if run_id:
            show_epochs = partial(self.epoch_history_requested.emit, run_id)
            actions.append(
                NoticeAction(
                    tr("Epochs"),
                    show_epochs,
                    tr("Show how the network changed from epoch to epoch"),
                )
            )
        self._raise(
            tr("“{name}” is trained and is now in the list of models.", name=name), *actions
        )

    def tell_failure(self, state: TrainingStatus) -> None:
        """Say why there is no model, and offer a way to go on if there is one."""
        if state.needs_cure:
            self.tell_advice(state)
        elif not state.run or not state.has_checkpoint:
            self._raise(state.sentence, details=state.details, is_warning=True)
        else:
            tell = partial(self._on_found, state.sentence, state.details)
            find = partial(find_resumable, state.run)
            self._controller.runner.submit("failed run", find, tell, lambda _: tell(None))

    def _offer(self, run: RunEntry | None, sentence: str) -> None:
        self.broken, self.offer = run, sentence
        self.offered.emit(sentence)

    def _on_looked(self, found: RunEntry | None) -> None:
        # A user who trains already has something else in mind.
        if found is not None and not self._has_begun:
            self._offer(found, offer_text(found))
            self._raise(self.offer, self._resume_action())

    def _on_look_failed(self, error: Exception) -> None:
        sentence = tr("The program could not check for interrupted trainings.")
        self._session.raise_notice(sentence, str(error))

    def _on_found(self, sentence: str, details: str, run: RunEntry | None) -> None:
        if run is not None:
            self._offer(run, sentence)
        actions = [self._resume_action()] if run is not None else []
        self._raise(sentence, *actions, details=details, is_warning=True)

    def _resume_action(self) -> NoticeAction:
        return NoticeAction(
            tr("Resume"), self.resume_broken, tr("Continue from its last checkpoint")
        )

    def _show_action(self) -> NoticeAction:
        return NoticeAction(tr("Show"), self.show_requested.emit, tr("Show the training"))

    def _raise(
        self, sentence: str, *actions: NoticeAction, details: str = "", is_warning: bool = False
    ) -> None:
        self._last = self._session.raise_notice(
            sentence, details, is_warning=is_warning, actions=actions
        )

    def _compare(self, name: str) -> None:
        load = partial(self._controller.source.load, name, "onnx")
        self._controller.runner.submit(
            "compare trained",
            load,
            self._on_loaded,
            self._controller.tell,
            status=tr("Opening the models"),
        )

    def _on_loaded(self, model: OpenedModel) -> None:
        if self._session.model is not None:
            self.comparison_requested.emit((self._session.model, model))
