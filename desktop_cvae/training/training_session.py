"""Driving a training: events, commands, checkpoints and diagnosis of every epoch.

Tested in tests/training/test_resuming.py.
"""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable
from pathlib import Path

from desktop_cvae.core.command_events import (
    Advised,
    CheckpointKept,
    Paused,
    Resumed,
    Started,
    TrainingProgress,
)
from desktop_cvae.core.errors import InputOutputError, TrainingProblem
from desktop_cvae.core.language import tr
from desktop_cvae.core.operating_system import lower_priority
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.library.checkpoint_file import read_newest_checkpoint
from desktop_cvae.library.run_library import change_run, read_history_lines, write_history
from desktop_cvae.training.checkpoint_schedule import CheckpointKeeper, full_disk_sentence
from desktop_cvae.training.diagnostics import Diagnostics, mean_picture_nats, nan_advice
from desktop_cvae.training.events import ReaderGone, Reporter
from desktop_cvae.training.finalization import TrainedRun, earlier_history, finish
from desktop_cvae.training.input_commands import CANVAS, ENDS, CommandReader, signals_waiting
from desktop_cvae.training.loop import Training
from desktop_cvae.training.previews import PreviewReporter
from desktop_cvae.training.run_request import HeldRun

_NICENESS = 10


def drive(run: HeldRun) -> str:
    """Train, save the result, and return the run's state."""
    request, config = run.request, run.request.config
    if run.commands is not None:
        # The window that started this process must stay smooth while all cores train.
        lower_priority(_NICENESS)
    with signals_waiting() as signals:
        resumed = read_newest_checkpoint(run.folder / "checkpoints")
        training = Training(run.spec, config, run.dataset, resumed, run.weights)
        run.reporter.say(
            Started(
                run=run.folder.name,
                folder=run.folder.absolute(),
                preset=run.spec.preset,
                spec=run.spec.to_json(),
                training=config.to_json(),
                batches=training.batches,
                images=len(training.train_part),
                validation_images=len(training.validation_part),
            )
        )
        session = TrainingSession(training, config, run.folder, run.reporter, run.commands)
        state = session.run(signals)
    if signals:
        # The signal was held back during the training; now the command line's handler gets it.
        signal.raise_signal(signals[0])
    if state in ("finished", "stopped"):
        trained = TrainedRun(
            name=request.name,
            spec=run.spec,
            config=config,
            trained=training.result(),
            dataset=run.dataset,
            whole_digest=run.whole_digest,
            command=request.command,
            stopped_early=training.epochs_done < config.epochs,
            earlier=earlier_history(request.first_model),
        )
        finish(trained, _claim_output(run), request.data, request.map_folder, run.reporter)
    return state


def _claim_output(run: HeldRun) -> Path:
    """Choose a free output file, and record it: a resumed run may write there again."""
    wanted = run.request.output
    output, number = wanted, 2
    while output.exists() and not run.request.overwrite:
        output, number = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}"), number + 1
    if output != wanted:
        run.reporter.note(
            tr(
                "another program has written “{name}” in the meantime; this model is “{other}”",
                name=wanted.name,
                other=output.name,
            )
        )
    # If this cannot be written, saving the model will report it.
    with contextlib.suppress(InputOutputError):
        change_run(run.folder, model=str(output.absolute()))
    return output


class TrainingSession:
    """Drives a training until it ends or is told to stop.

    Args:
        training: not yet running.
        config: how it is trained.
        folder: of the run.
        reporter: gets the events.
        commands: None if the training takes no commands.
    """

    def __init__(
        self,
        training: Training,
        config: TrainingConfig,
        folder: Path,
        reporter: Reporter,
        commands: CommandReader | None,
    ) -> None:
        self._training, self._config, self._folder = training, config, folder
        self._reporter, self._commands = reporter, commands
        state = training.state()
        self._keeper = CheckpointKeeper(folder / "checkpoints")
        spec = training.trainer.model.spec
        blind = mean_picture_nats(training.train_part.images)
        self._diagnostics = Diagnostics(config, spec.latent_dim, blind, state.history)
        lines = read_history_lines(folder)
        self._records = [line for line in lines if line["epoch"] <= state.epoch]
        self._has_complained = False
        # Pictures are for a window, which sends commands; a training in a shell needs none.
        self._pictures = PreviewReporter(training, folder, reporter) if commands else None

    def run(self, signals: list[int]) -> str:
        """Train.

        Args:
            signals: received signals, a growing list; the first one ends the training.

        Returns:
            the run's state: ``finished``, ``stopped``, ``cancelled``, or ``interrupted`` when
            it was suspended or a signal came.

        Raises:
            ReaderGone: nobody reads the events any more; a checkpoint was left.
            TrainingProblem: the loss is no longer a number and no epoch was finished.
        """
        try:
            # Commands that came while the program started take effect before the first batch.
            end = self._obey(signals) or self._train(signals)
            self._save()
        except TrainingProblem:
            state = self._training.state()
            self._reporter.say(nan_advice(self._config, state.best_epoch))
            if not self._training.has_best():
                raise
            end = "stopped"
        except ReaderGone:
            with contextlib.suppress(InputOutputError):
                self._keeper.save(self._training)
            raise
        return end

    def _train(self, signals: list[int]) -> str:
        for progress in self._training.run():
            self._reporter.say(progress)
            self._after(progress)
            if end := self._obey(signals):
                return end
        return "finished"

    def _after(self, progress: TrainingProgress) -> None:
        if progress.record is not None:
            self._records.append(progress.entries()["record"])
            self._careful(lambda: write_history(self._folder, self._records))
            self._careful(lambda: self._keeper.save_snapshot(self._training))
            for advice in self._diagnostics.examine(progress):
                self._reporter.say(advice)
            if self._pictures:
                self._careful(self._pictures.tell_epoch)
        if self._keeper.is_due(at_epoch_end=progress.record is not None):
            self._save()

    def _obey(self, signals: list[int]) -> str:
        """Return the state in which to end, or an empty text to continue."""
        if signals:
            return "interrupted"
        command = self._next()
        while command is not None:
            if command in ENDS:
                return ENDS[command]
            command = self._pause(signals) if command == "pause" else self._next()
        return ""

    def _next(self, *, wait: bool = False) -> str | None:
        """Return the next command but a canvas; of several canvases only the last is shown."""
        if self._commands is None or self._pictures is None:
            return None
        command = self._commands.next(wait=wait)
        while command is not None and command.startswith(CANVAS):
            self._pictures.take_canvas(Path(command.removeprefix(CANVAS)))
            command = self._commands.next()
        if command not in ENDS:
            self._careful(self._pictures.tell_new_canvas)
        return command

    def _pause(self, signals: list[int]) -> str | None:
        assert self._commands is not None
        self._save()
        self._reporter.say(Paused())
        command = None
        while command != "resume" and command not in ENDS:
            # If the program that paused the training is gone, nobody could resume it.
            if self._commands.has_ended() or signals:
                break
            command = self._next(wait=True)
        if command not in ENDS:
            self._reporter.say(Resumed())
            return None
        return command

    def _save(self) -> None:
        self._careful(self._checkpoint)

    def _checkpoint(self) -> None:
        state = self._keeper.save(self._training)
        if state is not None:
            self._reporter.say(CheckpointKept(state.epoch, state.batch))

    def _careful(self, write: Callable[[], None]) -> None:
        try:
            write()
        except ReaderGone:
            raise
        except InputOutputError as error:
            if not self._has_complained:
                self._reporter.say(Advised("disk", full_disk_sentence(error)))
            self._has_complained = True
