"""What follows from a training: notices with a next step, runs that can be taken up.

If the window is closed while it runs, the user is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.paths import data_dir
from desktop_cvae.core.presets import PRESETS
from desktop_cvae.core.specs import TRAINING_SETTINGS
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.session import Notice, NoticeAction, Session
from desktop_cvae.gui.training.state import TRAINING, TrainingStatus
from desktop_cvae.gui.training.training_request import TrainingRequest
from desktop_cvae.workers.processes import TrainingProcess

if TYPE_CHECKING:
    from desktop_cvae.inference.opened_model import OpenedModel
    from desktop_cvae.library.run_library import RunEntry


def find_interrupted() -> RunEntry | None:
    """The newest run whose process died before its end; None in a fresh home.

    Raises:
        OSError: the folder of the runs cannot be read.
    """
    if not (data_dir() / "runs").is_dir():
        return None
    # Imported when there is something to look at: the window opens sooner without it.
    from desktop_cvae.library.run_library import list_runs

    broken = (run for run in list_runs() if run.state == "interrupted" and run.resumable)
    return next(broken, None)


def find_resumable(run_id: str) -> RunEntry | None:
    """The run of that id, if it can be taken up.

    Raises:
        InputOutputError: its description cannot be read.
    """
    from desktop_cvae.library.run_library import read_run, runs_dir

    run = read_run(runs_dir() / run_id)
    return run if run.resumable else None


def offer_text(run: RunEntry) -> str:
    """What is asked."""
    done, epochs = len(run.history), run.training.epochs
    why = f" {run.reason}" if run.reason else ""
    return tr(
        "The training of “{name}” was interrupted after epoch {done} of {epochs}.{why}",
        name=run.name,
        done=done,
        epochs=epochs,
        why=why,
    )


def resume_arguments(run: RunEntry) -> list[str]:
    """The command line after the program's name."""
    return ["train", "--resume", run.id, "--events", "jsonl"]


def request_of_run(run: RunEntry) -> TrainingRequest | None:
    """The run's own settings for the form; None for a network that is no preset."""
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


CURE = mark("Start again with the cure")


def cure_text(cure: dict[str, float | int | str | bool]) -> str:
    """Settings in words: "Learning rate 0.00025, Stop early 5 epochs"."""
    parts = []
    for field, value in cure.items():
        setting = TRAINING_SETTINGS.get(field)
        if setting is None or isinstance(value, str):
            parts.append(f"{field} {value}")
        else:
            parts.append(f"{tr(setting.label)} {setting.text(value)}")
    return ", ".join(parts)


class TrainingOutcome(QObject):
    """Tells the main window, and passes on which button was pressed.

    One notice at a time: a newer one, or another training, takes the last one's place.

    Args:
        session: raises the notices; has the model in use.
        controller: has the worker, who reads runs and models.

    Signals:
        offered(str): a run can be taken up, and why; an empty sentence takes that back.
        use_wanted, show_wanted, cure_wanted: a button of a notice.
        resume_wanted(RunEntry): the same.
        replay_wanted(str): the same, with the run's id.
        comparison_wanted(tuple[OpenedModel, ...]): the same, with the models opened.
    """

    offered = Signal(str)
    use_wanted = Signal()
    show_wanted = Signal()
    cure_wanted = Signal()
    resume_wanted = Signal(object)
    replay_wanted = Signal(str)
    comparison_wanted = Signal(object)

    def __init__(self, session: Session, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._controller = session, controller
        self._last: Notice | None = None
        self._has_begun = False
        self.broken: RunEntry | None = None
        self.offer = ""

    def forget(self) -> None:
        """Another training begins: what was told of the last one is past."""
        self._has_begun = True
        if self._last is not None:
            self._session.withdraw_notice(self._last)
            self._last = None
        self._offer(None, "")

    def resume_broken(self) -> None:
        """Take up what was offered."""
        if self.broken is not None:
            self.resume_wanted.emit(self.broken)

    def look_for_interrupted(self) -> None:
        """Ask the worker, who reads the runs, for a training that broke off."""
        self._controller.runner.submit(
            "interrupted run", find_interrupted, self._on_looked, self._on_look_failed
        )

    def tell_busy(self, name: str) -> None:
        """Something was wanted that has to wait."""
        self._raise(
            tr("“{name}” is being trained; one training at a time.", name=name), self._show_action()
        )

    def tell_advice(self, state: TrainingStatus) -> None:
        """The advice's sentence, with the cure."""
        advice = state.advice
        if advice is not None:
            cure = NoticeAction(tr(CURE), self.cure_wanted.emit, cure_text(advice.cure))
            actions = [cure] if advice.cure else []
            self._raise(advice.sentence, *actions, self._show_action(), is_warning=True)

    def tell_saved(self, name: str, run_id: str) -> None:
        """The model is there, and what the run kept of its epochs."""
        actions = [
            NoticeAction(
                tr("Use it"), self.use_wanted.emit, tr("Let “{name}” answer the canvas", name=name)
            )
        ]
        if self._session.model is not None:
            compare = partial(self._compare, name)
            actions.append(NoticeAction(tr("Compare"), compare, tr("Beside the model in use")))
        if run_id:
            replay = partial(self.replay_wanted.emit, run_id)
            actions.append(NoticeAction(tr("Replay"), replay, tr("Look back at its epochs")))
        self._raise(
            tr("“{name}” is trained and stands in the list of models.", name=name), *actions
        )

    def tell_failure(self, state: TrainingStatus, details: str, *, has_checkpoint: bool) -> None:
        """It ended without a model: how to go on, if there is a way."""
        if state.needs_cure:
            self.tell_advice(state)
        elif not state.run or not has_checkpoint:
            self._raise(state.sentence, details=details, is_warning=True)
        else:
            tell = partial(self._on_found, state.sentence, details)
            find = partial(find_resumable, state.run)
            self._controller.runner.submit("failed run", find, tell, lambda _: tell(None))

    def _offer(self, run: RunEntry | None, sentence: str) -> None:
        self.broken, self.offer = run, sentence
        self.offered.emit(sentence)

    def _on_looked(self, found: RunEntry | None) -> None:
        # Whoever trains already has something else in mind.
        if found is not None and not self._has_begun:
            self._offer(found, offer_text(found))
            self._raise(self.offer, self._resume_action())

    def _on_look_failed(self, error: Exception) -> None:
        sentence = tr("Whether a training broke off could not be found out.")
        self._session.raise_notice(sentence, str(error))

    def _on_found(self, sentence: str, details: str, run: RunEntry | None) -> None:
        if run is not None:
            self._offer(run, sentence)
        actions = [self._resume_action()] if run is not None else []
        self._raise(sentence, *actions, details=details, is_warning=True)

    def _resume_action(self) -> NoticeAction:
        return NoticeAction(tr("Resume"), self.resume_broken, tr("Go on from its last checkpoint"))

    def _show_action(self) -> NoticeAction:
        return NoticeAction(tr("Show"), self.show_wanted.emit, tr("Show the training"))

    def _raise(
        self, sentence: str, *actions: NoticeAction, details: str = "", is_warning: bool = False
    ) -> None:
        self._last = self._session.raise_notice(
            sentence, details, is_warning=is_warning, actions=actions
        )

    def _compare(self, name: str) -> None:
        load = partial(self._controller.source.load, name, "onnx")
        self._controller.runner.submit(
            "compare trained", load, self._on_loaded, self._controller.tell
        )

    def _on_loaded(self, model: OpenedModel) -> None:
        if self._session.model is not None:
            self.comparison_wanted.emit((self._session.model, model))


class ClosingAnswer(Enum):
    """What is to be done."""

    GO_ON = "go on"
    KEEP = "keep"
    END = "end"


class ClosingQuestion(QMessageBox):
    """Opened without a loop of its own; deletes itself when it was answered.

    Signals:
        answered(ClosingAnswer): by a button, Escape, or by closing the question.

    Args:
        window: that was to be closed.
        state: of the training.
        has_checkpoint: True if something of it could be resumed.
    """

    answered = Signal(object)

    def __init__(self, window: QWidget, state: TrainingStatus, *, has_checkpoint: bool) -> None:
        super().__init__(window)
        self.setObjectName("training_question")
        self.setWindowTitle(tr("Training goes on"))
        self.setText(tr("“{name}” is still being trained.", name=state.name))
        role = QMessageBox.ButtonRole
        keep = self._add(tr("Go on training"), "answer_go_on", role.RejectRole)
        if state.records and state.phase in TRAINING:
            self.setInformativeText(tr("It can be stopped here and its best epoch kept."))
            self._add(tr("Stop and keep the best"), "answer_keep", role.AcceptRole)
        later = tr("Close and resume later") if has_checkpoint else tr("Cancel the training")
        self._add(later, "answer_end", role.DestructiveRole)
        self.setDefaultButton(keep)
        self.setEscapeButton(keep)
        self.finished.connect(self._on_finished)

    def _add(self, text: str, name: str, role: QMessageBox.ButtonRole) -> QPushButton:
        button: QPushButton = self.addButton(text, role)
        button.setObjectName(name)
        return button

    def _on_finished(self, _: int) -> None:
        clicked = self.clickedButton()
        role = None if clicked is None else self.buttonRole(clicked)
        answers = {
            QMessageBox.ButtonRole.AcceptRole: ClosingAnswer.KEEP,
            QMessageBox.ButtonRole.DestructiveRole: ClosingAnswer.END,
        }
        self.deleteLater()
        self.answered.emit(
            ClosingAnswer.GO_ON if role is None else answers.get(role, ClosingAnswer.GO_ON)
        )


class Closing(QObject):
    """Asks, and closes the window when the training has ended as was answered.

    Args:
        window: that is to be closed.
        process: that trains.
        state: asks where the training stands.

    Signals:
        keep_wanted: stop and keep the best.
        suspend_wanted: end, to be resumed at the next start.
    """

    keep_wanted = Signal()
    suspend_wanted = Signal()

    def __init__(
        self,
        window: QWidget,
        process: TrainingProcess,
        state: Callable[[], TrainingStatus],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._process, self._state = window, process, state
        self._is_wanted = False
        self.question: ClosingQuestion | None = None

    def may_close(self) -> bool:
        """True if nothing is being trained; else the user is asked, and False."""
        state = self._state()
        # A process that has saved its model has only to end.
        if not self._process.is_running or not state.is_busy:
            return True
        if self.question is None:
            kept = self._process.has_checkpoint
            self.question = ClosingQuestion(self._window, state, has_checkpoint=kept)
            self.question.answered.connect(self._on_answered)
            self.question.open()
        return False

    def end(self) -> bool:
        """The training has ended; True if the window closes now."""
        is_wanted, self._is_wanted = self._is_wanted, False
        if self.question is not None:
            self.question.close()
        if is_wanted:
            self._window.close()
        return is_wanted

    def _on_answered(self, answer: ClosingAnswer) -> None:
        self.question = None
        if answer is ClosingAnswer.GO_ON:
            return
        if not self._process.is_running:
            self._window.close()
            return
        self._is_wanted = True
        if answer is ClosingAnswer.KEEP:
            self.keep_wanted.emit()
        elif self._state().phase in TRAINING:
            self.suspend_wanted.emit()
        else:
            self._process.shut_down()
