"""The training studio: process, dialog and chip, held together.

Now and then the training is told what is on the canvas.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTemporaryDir, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.core.paths import VIEWER, is_viewer, models_dir
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.controller import Controller
from desktop_cvae.gui.session import Session
from desktop_cvae.gui.training.outcome import (
    Closing,
    TrainingOutcome,
    request_of_run,
    resume_arguments,
)
from desktop_cvae.gui.training.picture_pairs import read_pairs
from desktop_cvae.gui.training.state import TRAINING, Phase, TrainingStatus, short_status
from desktop_cvae.workers.job_runner import JobRunner
from desktop_cvae.workers.processes import TrainingProcess
from desktop_cvae.workers.training_events import Advised, Pictured, Progressed, Saved, TrainingEvent

if TYPE_CHECKING:
    from desktop_cvae.gui.training.data_watch import DataWatch
    from desktop_cvae.gui.training.training_dialog import TrainingDialog
    from desktop_cvae.library.run_library import RunEntry


PICTURES = ("canvas", "validation")


class TrainingView(QObject):
    """What cannot be seen yet is not built: nothing is shown before :attr:`dialog` is asked for.

    Args:
        window: the dialog's parent.
        session: names of models, data sets.
        controller: has the worker, who reads pictures and data sets.

    Signals:
        built(TrainingDialog): its buttons can be connected.
    """

    built = Signal(object)

    def __init__(
        self, window: QWidget, session: Session, controller: Controller, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._session, self._controller = window, session, controller
        self._dialog: TrainingDialog | None = None
        self._watch: DataWatch | None = None

    @property
    def dialog(self) -> TrainingDialog:
        """The dialog."""
        if self._dialog is None:
            self._dialog = self._build()
            self.built.emit(self._dialog)
        return self._dialog

    def open(self) -> None:
        """Show the dialog in front."""
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def show_state(self, state: TrainingStatus) -> None:
        """Show where the training stands."""
        if self._dialog is not None:
            self._dialog.show_state(state)

    def offer(self, sentence: str) -> None:
        """Offer to resume; an empty sentence takes the offer back."""
        if self._dialog is not None:
            self._dialog.offer(sentence)

    def refresh_names(self) -> None:
        """Tell the form which names the library has by now."""
        if self._dialog is not None:
            self._dialog.form.set_models(self._session.models)

    def keep_speed(self, epoch: Progressed) -> None:
        """Remember how fast this machine trained an epoch of what the form says."""
        if self._watch is not None:
            self._watch.keep_speed(epoch)

    def read_pictures(self, event: Pictured) -> None:
        """Let the worker read an epoch's pictures, and show them."""
        kind = "canvas" if event.kind == "canvas" else "validation"
        shown = partial(self.dialog.progress.show_pairs, kind)
        runner, tell = self._controller.runner, self._controller.tell
        runner.submit(f"pictures {kind}", partial(read_pairs, event.file), shown, tell)

    def forget_pictures(self) -> None:
        """Another training begins."""
        for kind in PICTURES:
            self._controller.runner.cancel(f"pictures {kind}")
            self.dialog.progress.show_pairs(kind, None)

    def _build(self) -> TrainingDialog:
        # Imported when wanted: the window opens sooner without it.
        from desktop_cvae.gui.training.data_watch import DataWatch
        from desktop_cvae.gui.training.training_dialog import TrainingDialog

        dialog = TrainingDialog(self._window)
        progress = dialog.progress
        self._controller.exporter.offer(progress.chart, progress.export, drags=True)
        dialog.form.set_models(self._session.models)
        self._watch = DataWatch(dialog.form, self._controller, dialog)
        dialog.came_to_front.connect(self._watch.look)
        self._session.data_sets_changed.connect(self._watch.look)
        return dialog


PATIENCE_MS = 500
QUICK_S = 90.0
"""After that a quick try has learned enough; it is measured next."""


class CanvasSender(QObject):
    """Writes the 28×28 picture that the model reads, at most twice a second.

    Args:
        session: is listened to.
        runner: writes the file.
        send: gets the file's path.
    """

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        send: Callable[[Path], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._runner, self._send = session, runner, send
        self._folder: QTemporaryDir | None = None
        self._is_on = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._send_now)
        session.reply_changed.connect(self._on_reply_changed)

    def set_on(self, is_on: bool) -> None:
        """Send while a training can hear it; the present drawing at once."""
        self._is_on = is_on
        if is_on:
            self._send_now()
        else:
            self._patience.stop()

    def _on_reply_changed(self) -> None:
        if self._is_on and not self._patience.isActive():
            self._patience.start()

    def _send_now(self) -> None:
        reply = self._session.reply
        if reply is None:
            return
        if self._folder is None:
            self._folder = QTemporaryDir()
        path = Path(self._folder.path()) / "canvas.npy"
        write = partial(_replace, path, reply.answer.prepared.image)
        # What goes wrong is in the log; the training goes on without the picture.
        self._runner.submit("canvas file", write, self._on_written, lambda _: None)

    def _on_written(self, path: Path) -> None:
        if self._is_on:
            self._send(path)


def _replace(path: Path, image: FloatArray) -> Path:
    """Renamed in, so that the training never reads half a picture; runs on the worker."""
    pixels = np.round(255 * np.clip(image, 0, 1)).astype(np.uint8)
    buffer = io.BytesIO()
    np.save(buffer, pixels, allow_pickle=False)
    beside = path.with_suffix(".part")
    beside.write_bytes(buffer.getvalue())
    beside.replace(path)
    return path


class TrainingStudio(QObject):
    """Starts trainings and shows what becomes of them.

    Args:
        window: the dialog's parent; is closed after a training that was to end first.
        session: notices, drawing, names of models.
        controller: takes the new model into use; has the worker.
        chip: a button of the window's last line that tells how it goes.
        command: how the program is started; None for this very program.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        controller: Controller,
        chip: QPushButton,
        command: Sequence[str] | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._controller = window, session, controller
        self.chip = chip
        self.state = TrainingStatus()
        self.process = TrainingProcess(command, self)
        self.closing = Closing(window, self.process, lambda: self.state, self)
        self._view = TrainingView(window, session, controller, self)
        self._next: Callable[[], object] | None = None
        self._details = ""
        self.outcome = TrainingOutcome(session, controller, self)
        self.time_up = QTimer(self, singleShot=True)
        self._canvas = CanvasSender(session, controller.runner, self.process.send_canvas, self)
        self._connect()

    @property
    def dialog(self) -> TrainingDialog:
        """The dialog, built when it is first wanted."""
        return self._view.dialog

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
        self._view.open()

    def start(self) -> None:
        """Start what the form says."""
        form = self.dialog.form
        if form.problem or self._must_wait(self.start):
            return
        state = TrainingStatus(form.request.name, form.request.config.epochs, Phase.STARTING)
        self._begin(state, form.request.arguments(models_dir()))

    def start_quick(self) -> None:
        """The same, but it stops by itself where this machine is slower than was expected."""
        self.start()
        if self.state.phase is Phase.STARTING:
            self.time_up.start(round(1000 * QUICK_S))

    def resume(self, run: RunEntry) -> None:
        """Take a run up from its last checkpoint, and show it with its own settings.

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
        self._begin(state, resume_arguments(run))

    def stop(self) -> None:
        """Stop and keep the best."""
        self._ask_process(Phase.STOPPING, self.process.stop)

    def cancel(self) -> None:
        """End without a model."""
        self._ask_process(Phase.CANCELLING, self.process.cancel)

    def suspend(self) -> None:
        """End without a model, to be resumed at the next start."""
        self._ask_process(Phase.CANCELLING, self.process.suspend)

    def may_close(self) -> bool:
        """True if nothing is being trained; else the user is asked, and False."""
        return self.closing.may_close()

    def shut_down(self) -> None:
        """End what runs, without a question; its last checkpoint stays."""
        self._canvas.set_on(False)
        self.process.shut_down()

    def _connect(self) -> None:
        self.process.event_received.connect(self._on_event)
        self.process.failed.connect(self._on_failed)
        self.process.finished.connect(self._on_finished)
        self.time_up.timeout.connect(self._on_time_up)
        self.closing.keep_wanted.connect(self.stop)
        self.closing.suspend_wanted.connect(self.suspend)
        self.outcome.offered.connect(self._on_offered)
        self.outcome.use_wanted.connect(self._use_model)
        self.outcome.show_wanted.connect(self.open)
        self.outcome.cure_wanted.connect(self._on_advice_accepted)
        self.outcome.resume_wanted.connect(self.resume)
        self.chip.clicked.connect(self._on_chip_clicked)
        self._view.built.connect(self._on_dialog_built)
        self._session.models_changed.connect(self._on_models_changed)

    def _on_dialog_built(self, dialog: TrainingDialog) -> None:
        for signal, slot in (
            (dialog.start_wanted, self.start),
            (dialog.quick_wanted, self.start_quick),
            (dialog.pause_wanted, self.process.pause),
            (dialog.resume_wanted, self.process.resume),
            (dialog.stop_wanted, self.stop),
            (dialog.cancel_wanted, self.cancel),
            (dialog.use_wanted, self._use_model),
            (dialog.replay_wanted, self._replay),
            (dialog.advice_accepted, self._on_advice_accepted),
            (dialog.offer_accepted, self.outcome.resume_broken),
        ):
            signal.connect(slot)
        dialog.offer(self.outcome.offer)

    def _begin(self, state: TrainingStatus, arguments: list[str]) -> None:
        self.state, self._details = state, ""
        self.outcome.forget()
        self._view.forget_pictures()
        self.process.start(arguments)
        self._canvas.set_on(True)
        self._show()
        # The button that was pressed is gone; its neighbour must not get the next Space.
        self.dialog.setFocus()

    def _on_time_up(self) -> None:
        """Keep the best epoch; without one, wait for it."""
        if self.state.records:
            self.stop()
        elif self.state.is_busy:
            self.time_up.start(PATIENCE_MS)

    def _must_wait(self, following: Callable[[], object]) -> bool:
        """One training at a time; a process that has saved is as good as gone."""
        if self.process.is_running and self.state.is_busy:
            self.outcome.tell_busy(self.state.name)
        elif self.process.is_running:
            self._next = following
        return self.process.is_running

    def _ask_process(self, phase: Phase, ask: Callable[[], None]) -> None:
        if self.state.phase in TRAINING:
            ask()
            self.state.phase = phase
            self._show()

    def _show(self) -> None:
        text = short_status(self.state)
        self.chip.setText(text)
        self.chip.setVisible(bool(text))
        self._view.show_state(self.state)

    def _on_event(self, event: TrainingEvent) -> None:
        self.state.take(event)
        if isinstance(event, Pictured):
            self._view.read_pictures(event)
        elif isinstance(event, Saved):
            self._on_saved(event)
        elif isinstance(event, Advised):
            # Who looks at the dialog reads it there.
            if not self.dialog.isVisible():
                self.outcome.tell_advice(self.state)
        elif isinstance(event, Progressed) and event.record is not None:
            self._view.keep_speed(event)
        self._show()

    def _on_saved(self, event: Saved) -> None:
        self.state.name = event.model
        self.outcome.tell_saved(event.model, self.state.run)
        self._controller.list_models()

    def _on_offered(self, sentence: str) -> None:
        run = self.outcome.broken
        self._view.offer(sentence)
        if run is not None and self.state.phase is Phase.IDLE:
            self.chip.setText(tr("Resume {name} …", name=run.name))
            self.chip.show()

    def _on_failed(self, sentence: str, details: str) -> None:
        self.state.phase, self.state.sentence = Phase.FAILED, sentence
        self._details = details

    def _on_finished(self, _: int) -> None:
        self._canvas.set_on(False)
        self.time_up.stop()
        if self.state.is_busy:
            self.state.phase = Phase.CANCELLED
        self._show()
        self._on_models_changed()
        following, self._next = self._next, None
        if self.closing.end():
            return
        if following is not None:
            following()
        elif self.state.phase is Phase.FAILED:
            kept = self.process.has_checkpoint
            self.outcome.tell_failure(self.state, self._details, has_checkpoint=kept)

    def _on_chip_clicked(self) -> None:
        if self.state.phase is Phase.SAVED:
            self._use_model()
        else:
            self.open()

    def _use_model(self) -> None:
        if self.state.saved is not None:
            self._controller.load_model(self.state.saved.model)
            self.chip.hide()

    def _replay(self) -> None:
        self.outcome.replay_wanted.emit(self.state.run)

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
        if not self.process.is_running:
            self._view.refresh_names()
