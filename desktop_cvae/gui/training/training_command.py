"""Training in the background: the command ``train``, its dialog, its chip and its notices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_cvae.core.command_events import (
    Advised,
    CanvasReconstructed,
    Event,
    Finishing,
    PicturesWritten,
    Saved,
    TrainingProgress,
)
from desktop_cvae.core.language import tr
from desktop_cvae.core.paths import VIEWER, is_viewer, models_dir
from desktop_cvae.gui.background_command import (
    BackgroundCommand,
    ClosingChoice,
    ClosingQuestion,
)
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.training.canvas_sender import CanvasSender
from desktop_cvae.gui.training.picture_pairs import read_pairs
from desktop_cvae.gui.training.training_notices import TrainingNotices, request_of_run
from desktop_cvae.gui.training.training_status import (
    TRAINING_PHASES,
    Phase,
    TrainingStatus,
    short_status,
)
from desktop_cvae.workers.command_process import TRAINING

if TYPE_CHECKING:
    from desktop_cvae.gui.training.data_watch import DataWatch
    from desktop_cvae.gui.training.training_dialog import TrainingDialog
    from desktop_cvae.library.run_library import RunEntry

PICTURES = ("canvas", "validation")
QUICK_S = 90.0
"""Time after which a quick try has learned enough and is measured."""
WAIT_MS = 500
"""Interval of the checks whether a quick try has finished its first epoch."""


class TrainingCommand(BackgroundCommand):
    """Starts trainings and shows their progress and their end.

    Args:
        window: the dialog's parent.
        session: notices, drawing, names of models.
        controller: loads the new model; has the worker.
        chip: a button of the status line that tells the progress.
        program: how the program is started; None for this very program.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        controller: Controller,
        chip: QPushButton,
        program: Sequence[str] | None = None,
    ) -> None:
        super().__init__(window, session, TRAINING, program)
        self._controller = controller
        self.chip = chip
        self.state = TrainingStatus()
        self.notices = TrainingNotices(session, controller, self)
        self.time_up = QTimer(self, singleShot=True)
        self._canvas = CanvasSender(session, controller.runner, self.send_canvas, self)
        self._watch: DataWatch | None = None
        self._next: Callable[[], object] | None = None
        self._connect()

    @property
    def dialog(self) -> TrainingDialog:
        """The dialog, built when it is first needed."""
        return cast("TrainingDialog", super().dialog)

    def build_dialog(self) -> TrainingDialog:
        """Return the dialog; it is hidden when it is closed, and shows every later training."""
        from desktop_cvae.gui.training.data_watch import DataWatch
        from desktop_cvae.gui.training.training_dialog import TrainingDialog

        dialog = TrainingDialog(self._window)
        progress = dialog.progress
        dialog.show_model_in_use(self._model_in_use())
        self._controller.exporter.offer(progress.chart, progress.export, drags=True)
        dialog.form.set_models(self._session.models)
        self._watch = DataWatch(dialog.form, self._controller, dialog)
        dialog.came_to_front.connect(self._watch.look)
        self._session.data_sets_changed.connect(self._watch.look)
        for signal, slot in (
            (dialog.start.clicked, self.start),
            (dialog.quick_start_requested, self.start_quick),
            (dialog.pause.clicked, self._pause_or_resume),
            (dialog.stop.clicked, self.stop),
            (dialog.cancel.clicked, self.cancel),
            (dialog.use.clicked, self._use_model),
            (dialog.epochs.clicked, self._show_epoch_history),
            (dialog.advice_accepted, self._on_advice_accepted),
            (dialog.offer_accepted, self.notices.resume_broken),
        ):
            signal.connect(slot)
        dialog.offer(self.notices.offer)
        return dialog

    def open(self, preset: str | None = None) -> None:
        """Show the dialog in front; a viewer says instead that it cannot train.

        Args:
            preset: is chosen in the form, unless a training runs; None leaves it as it is.
        """
        if is_viewer():
            self._session.raise_notice(tr(VIEWER))
            return
        box = self.dialog.form.preset
        if preset is not None and box.isEnabled():
            box.setCurrentIndex(box.findData(preset))
        super().open()

    def start(self) -> None:
        """Start what the form says."""
        form = self.dialog.form
        if form.problem or self._must_wait(self.start):
            return
        state = TrainingStatus(form.request.name, form.request.config.epochs, Phase.STARTING)
        self._begin(state, form.request.arguments(models_dir()))

    def start_quick(self) -> None:
        """Start the same, but stop when the time is up on a slow machine."""
        self.start()
        if self.state.phase is Phase.STARTING:
            self.time_up.start(round(1000 * QUICK_S))

    def resume(self, run: RunEntry) -> None:
        """Continue a run from its last checkpoint, and show it with its own settings.

        Args:
            run: one that is ``resumable``; the process refuses others with a sentence.
        """
        if self._must_wait(partial(self.resume, run)):
            return
        self.open()
        if (request := request_of_run(run)) is not None:
            self.dialog.form.show_run(request)
        state = TrainingStatus(run.name, run.training.epochs, Phase.STARTING)
        state.records.extend(run.history)
        self._begin(state, ["train", "--resume", run.id])

    def stop(self) -> None:
        """Stop and keep the best; ``Saved`` answers."""
        self._ask_process(Phase.STOPPING, partial(self.process.send, "stop"))

    def cancel(self) -> None:
        """End without a model; nobody offers to resume."""
        self._ask_process(Phase.CANCELLING, partial(self.process.stop, "cancel"))

    def suspend(self) -> None:
        """End without a model; the next start offers to resume."""
        self._ask_process(Phase.CANCELLING, self.process.stop)

    def send_canvas(self, path: Path) -> None:
        """Tell the training where the canvas's picture lies: ``.npy``, uint8, (28, 28)."""
        self.process.send(f"canvas {path}")

    def shut_down(self) -> None:
        """End what runs, without a question; its last checkpoint stays."""
        self._canvas.set_on(False)
        super().shut_down()

    def closing_question(self) -> ClosingQuestion | None:
        """Return the question while a training runs; a process that has saved only has to end."""
        state = self.state
        if not self.process.is_running or not state.is_busy:
            return None
        is_training, can_resume = state.phase in TRAINING_PHASES, state.can_resume
        later = tr("Quit, resume later") if can_resume else tr("Cancel the training")
        end = self.suspend if is_training else self.process.shut_down
        choices, hints = [ClosingChoice(later, "answer_end", end, not can_resume)], []
        if can_resume:
            hints.append(
                tr(
                    "If you quit now, the training is paused and kept. The program offers to "
                    "resume it at the next start and in the list of runs."
                )
            )
        if state.records and is_training:
            hints.append(tr("You can also stop it now and keep its best epoch."))
            keep = tr("Stop and keep the best")
            choices.append(ClosingChoice(keep, "answer_keep", self.stop, is_destructive=False))
        return ClosingQuestion(
            "training_question",
            tr("Training is still running"),
            tr("“{name}” is still being trained.", name=state.name),
            tr("Continue training"),
            tuple(choices),
            " ".join(hints),
        )

    def on_event(self, event: Event) -> None:
        before = self.state.finishing
        self.state.take(event)
        if isinstance(event, PicturesWritten):
            self._read_pictures(event)
        elif isinstance(event, Finishing) and before is not None and before.part == "saving":
            # It can be used while it is measured and calibrated.
            self._controller.list_models()
        elif isinstance(event, Saved):
            self.state.name = event.model
            self.notices.tell_saved(event.model, self.state.run)
            self._controller.list_models()
        elif isinstance(event, Advised):
            # A visible dialog shows the advice itself; otherwise a notice does.
            if not self.is_shown:
                self.notices.tell_advice(self.state)
        elif isinstance(event, TrainingProgress) and event.record and self._watch is not None:
            self._watch.keep_speed(event)
        self._show()

    def on_finished(self, sentence: str, details: str) -> None:
        """Show how the training ended."""
        self._canvas.set_on(False)
        self.time_up.stop()
        if sentence:
            self.state.fail(self._with_checkpoint(sentence), details)
        elif self.state.is_busy:
            self.state.phase = Phase.CANCELLED
        self._show()
        self._on_models_changed()
        # Taken out first: what follows may itself ask to wait for the next end.
        following, self._next = self._next, None
        if following is not None and not self._closes_window:
            following()

    def on_failed(self, sentence: str, details: str) -> None:
        """Tell why it failed, with a way to go on, unless another training has begun."""
        if self.state.phase is Phase.FAILED:
            self.notices.tell_failure(self.state)

    def _connect(self) -> None:
        self.time_up.timeout.connect(self._on_time_up)
        self.notices.offered.connect(self._on_offered)
        self.notices.use_requested.connect(self._use_model)
        self.notices.show_requested.connect(self.open)
        self.notices.cure_requested.connect(self._on_advice_accepted)
        self.notices.resume_requested.connect(self.resume)
        self.chip.clicked.connect(self._on_chip_clicked)
        self._session.models_changed.connect(self._on_models_changed)
        self._session.model_changed.connect(self._show_use)

    def _begin(self, state: TrainingStatus, arguments: list[str]) -> None:
        self.state = state
        self.notices.forget()
        for kind in PICTURES:
            self._controller.runner.cancel(f"pictures {kind}")
            self.dialog.progress.show_pairs(kind, None)
        self.process.start(arguments)
        self._canvas.set_on(True)
        self._show()
        # The button that was pressed is gone; its neighbour must not get the next Space.
        self.dialog.setFocus()

    def _pause_or_resume(self) -> None:
        # The process answers with an event, which changes the phase.
        self.process.send("resume" if self.state.phase is Phase.PAUSED else "pause")

    def _with_checkpoint(self, sentence: str) -> str:
        if not self.process.has_crashed:
            return sentence
        kept = tr("Its last checkpoint is kept.")
        return f"{sentence} {kept if self.state.has_checkpoint else tr('Nothing was saved yet.')}"

    def _read_pictures(self, event: PicturesWritten) -> None:
        kind = PICTURES[0] if isinstance(event, CanvasReconstructed) else PICTURES[1]
        shown = partial(self.dialog.progress.show_pairs, kind)
        runner, tell = self._controller.runner, self._controller.tell
        runner.submit(f"pictures {kind}", partial(read_pairs, event.file), shown, tell)

    def _on_time_up(self) -> None:
        """Stop and keep the best epoch, once there is one."""
        if self.state.records:
            self.stop()
        elif self.state.is_busy:
            self.time_up.start(WAIT_MS)

    def _must_wait(self, following: Callable[[], object]) -> bool:
        """Return True if a training runs; one that has saved only delays the start."""
        if self.process.is_running and self.state.is_busy:
            self.notices.tell_busy(self.state.name)
        elif self.process.is_running:
            self._next = following
        return self.process.is_running

    def _ask_process(self, phase: Phase, ask: Callable[[], None]) -> None:
        if self.state.phase in TRAINING_PHASES:
            ask()
            self.state.phase = phase
            self._show()

    def _show(self) -> None:
        text = short_status(self.state)
        self.chip.setText(text)
        self.chip.setVisible(bool(text))
        if self._dialog is not None:
            self.dialog.show_state(self.state)
        self.changed.emit()

    def _on_offered(self, sentence: str) -> None:
        run = self.notices.broken
        if self._dialog is not None:
            self.dialog.offer(sentence)
        if run is not None and self.state.phase is Phase.IDLE:
            self.chip.setText(tr("Resume {name} …", name=run.name))
            self.chip.show()

    def _on_chip_clicked(self) -> None:
        if self.state.phase is Phase.SAVED:
            self._use_model()
        else:
            self.open()

    def _use_model(self) -> None:
        if self.state.saved is not None:
            self._controller.load_model(self.state.saved.model)
            self.chip.hide()

    def _model_in_use(self) -> str:
        model = self._session.model
        return model.name if model is not None else ""

    def _show_use(self) -> None:
        if self._dialog is not None:
            self.dialog.show_model_in_use(self._model_in_use())
        if self.state.phase is Phase.SAVED and self.state.name == self._model_in_use():
            self.chip.hide()

    def _show_epoch_history(self) -> None:
        self.notices.epoch_history_requested.emit(self.state.run)

    def _on_advice_accepted(self) -> None:
        if self.process.is_running:
            self._next = self._apply_cure
            self.cancel()
        else:
            self._apply_cure()

    def _apply_cure(self) -> None:
        """Start again with other settings."""
        advice, self.state.advice = self.state.advice, None
        self._show()
        if advice is not None:
            self.dialog.form.apply_cure(advice.cure)
            self.start()

    def _on_models_changed(self) -> None:
        if self._dialog is not None and not self.process.is_running:
            self.dialog.form.set_models(self._session.models)
