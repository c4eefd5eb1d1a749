"""A training under way: reports, obeys, keeps checkpoints, listens to the doctor."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from desktop_cvae.cli.interruption import Terminated
from desktop_cvae.cli.training_commands import ENDS, CommandReader, signals_waiting
from desktop_cvae.cli.training_pictures import PictureTeller
from desktop_cvae.core.errors import InputOutputError, TrainingProblem
from desktop_cvae.core.results import TrainingProgress
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.library.run_library import read_history_lines, write_history
from desktop_cvae.training.checkpoints import CheckpointKeeper, full_disk_sentence
from desktop_cvae.training.diagnostics import Advice, Doctor, nan_advice
from desktop_cvae.training.events import event_line, progress_to_json_line
from desktop_cvae.training.loop import Training


class TrainingSession:
    """Drives a training to its end, or to where it is told to stop.

    Args:
        training: not yet running.
        config: how it is trained.
        folder: of the run.
        say: takes event lines.
        commands: None where nobody commands.
    """

    def __init__(
        self,
        training: Training,
        config: TrainingConfig,
        folder: Path,
        say: Callable[[str], None],
        commands: CommandReader | None,
    ) -> None:
        self._training, self._config, self._folder = training, config, folder
        self._say, self._commands = say, commands
        state = training.state()
        self._keeper = CheckpointKeeper(folder / "checkpoints")
        spec = training.trainer.model.spec
        self._doctor = Doctor(config, spec.latent_dim, state.history)
        lines = read_history_lines(folder)
        self._records = [line for line in lines if line["epoch"] <= state.epoch]
        self._has_complained = False
        # Pictures are for whoever commands; a training in a shell has nobody who looks.
        self._pictures = PictureTeller(training, folder, say) if commands else None

    def run(self, report: Callable[[TrainingProgress], None]) -> str:
        """Train.

        Returns:
            the run's state: ``finished``, ``stopped``, ``cancelled``, or ``interrupted`` when
            it was suspended.

        Raises:
            KeyboardInterrupt, Terminated: a signal came; a checkpoint was left.
            TrainingProblem: the loss is no number any more and no epoch was finished.
        """
        with signals_waiting() as signals:
            try:
                # What was said while the program started needs no first batch to be obeyed.
                end = self._obey(signals) or self._train(signals, report)
                self._save()
            except TrainingProblem:
                end = "stopped"
                state = self._training.state()
                self._advise(nan_advice(self._config, state.best_epoch))
                if not self._training.has_best():
                    raise
        if signals:
            raise KeyboardInterrupt if signals[0] == signal.SIGINT else Terminated
        return end

    def _train(self, signals: list[int], report: Callable[[TrainingProgress], None]) -> str:
        for progress in self._training.run():
            report(progress)
            self._after(progress)
            if end := self._obey(signals):
                return end
        return "finished"

    def _after(self, progress: TrainingProgress) -> None:
        if progress.record is not None:
            record = json.loads(progress_to_json_line(progress))["record"]
            self._records.append(record)
            self._careful(lambda: write_history(self._folder, self._records))
            for advice in self._doctor.examine(progress):
                self._advise(advice)
            if self._pictures:
                self._careful(self._pictures.tell_epoch)
        if self._keeper.is_due(at_epoch_end=progress.record is not None):
            self._save()

    def _obey(self, signals: list[int]) -> str:
        """The state to end in, or an empty text to go on."""
        if signals:
            return "interrupted"
        command = self._next()
        while command is not None:
            if command in ENDS:
                return ENDS[command]
            command = self._pause(signals) if command == "pause" else self._next()
        return ""

    def _next(self, *, wait: bool = False) -> str | None:
        """The next command that is not the canvas's; of several canvases the last is shown."""
        if self._commands is None or self._pictures is None:
            return None
        command = self._commands.next(wait=wait)
        while command is not None and command.startswith("canvas "):
            self._pictures.take_canvas(Path(command.removeprefix("canvas ")))
            command = self._commands.next()
        if command not in ENDS:
            self._careful(self._pictures.tell_new_canvas)
        return command

    def _pause(self, signals: list[int]) -> str | None:
        assert self._commands is not None
        self._save()
        self._say(event_line("paused"))
        command = None
        while command != "resume" and command not in ENDS:
            # Who paused us and went away cannot let us go on: then we go on by ourselves.
            if self._commands.has_ended() or signals:
                break
            command = self._next(wait=True)
        if command not in ENDS:
            self._say(event_line("resumed"))
            return None
        return command

    def _save(self) -> None:
        self._careful(self._checkpoint)

    def _checkpoint(self) -> None:
        state = self._keeper.save(self._training)
        if state is not None:
            self._say(event_line("checkpoint", epoch=state.epoch, batch=state.batch))

    def _careful(self, write: Callable[[], None]) -> None:
        try:
            write()
        except InputOutputError as error:
            if not self._has_complained:
                self._advise(Advice("disk", full_disk_sentence(error), {}))
            self._has_complained = True

    def _advise(self, advice: Advice) -> None:
        self._say(event_line("advice", **asdict(advice)))
