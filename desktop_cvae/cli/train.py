"""``desktop-cvae train``: train, save and measure a model."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import shlex
import sys
import threading
from argparse import Namespace
from pathlib import Path
from typing import Any

from desktop_cvae.cli.output import ProgressLine, note, require_free
from desktop_cvae.core.errors import DesktopCvaeError, InvalidSpec, UsageError
from desktop_cvae.core.language import number, tr
from desktop_cvae.core.presets import preset_named
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.core.tasks import Progress
from desktop_cvae.library.run_library import find_run, holds_run
from desktop_cvae.training.events import ReaderGone, Reporter, event_line
from desktop_cvae.training.run import RunRequest, resuming, train_run


def run(arguments: Namespace) -> int:
    """Train a model; see :func:`train_run` for what it raises.

    Raises:
        UsageError: the output exists, the options contradict each other, nothing to resume.
    """
    reporter: Reporter = EventLines() if arguments.events is not None else LinesForPeople()
    try:
        train_run(request_of(arguments), reporter)
    except DesktopCvaeError as error:
        with contextlib.suppress(ReaderGone):
            reporter.say("failed", sentence=error.sentence, exit_code=error.exit_code)
        raise
    return 0


def request_of(arguments: Namespace) -> RunRequest:
    """What the command line asks for; a place to save is free before the work starts.

    Raises:
        UsageError: no output is named, it exists, the options contradict each other, there is
            nothing to resume, or the run's folder has another run.
    """
    output, overwrite = arguments.output, arguments.overwrite
    obeys, command = arguments.events is not None, portable_command(arguments.command_line)
    if arguments.resume is not None:
        # It saves beside what took its place meanwhile.
        require_free(output, overwrite=True)
        return resuming(
            find_run(arguments.resume),
            output=output,
            overwrite=overwrite,
            map_folder=arguments.map_folder,
            command=command,
            obeys=obeys,
        )
    _require_sense(arguments)
    return RunRequest(
        data=arguments.data,
        limit=arguments.limit,
        name=arguments.name or output.stem,
        output=output,
        overwrite=overwrite,
        network=preset_network(arguments),
        config=training_config(arguments),
        start_from=arguments.start_from,
        map_folder=arguments.map_folder,
        run_folder=arguments.run_folder,
        command=command,
        obeys=obeys,
    )


def _require_sense(arguments: Namespace) -> None:
    output, folder = arguments.output, arguments.run_folder
    if output is None:
        raise UsageError(tr("Name the model's file: --output FILE.cvae."))
    require_free(output, overwrite=arguments.overwrite)
    if folder is not None and holds_run(folder):
        raise UsageError(
            tr(
                "The folder “{name}” holds a run already; --resume goes on with it.",
                name=folder.name,
            )
        )
    if arguments.start_from is not None and (arguments.latent_dim or arguments.no_labels):
        raise UsageError(
            tr("--start-from keeps the model's network; leave out its other settings.")
        )


def training_config(arguments: Namespace) -> TrainingConfig:
    """The preset's training with what the arguments change.

    Raises:
        UsageError: there is no such preset, or the values contradict each other.
    """
    preset = preset_named(arguments.preset).training
    names = (field.name for field in dataclasses.fields(TrainingConfig))
    chosen = {n: getattr(arguments, n) for n in names if getattr(arguments, n, None) is not None}
    try:
        return dataclasses.replace(preset, **chosen)
    except InvalidSpec as error:
        raise UsageError(error.sentence) from error


def preset_network(arguments: Namespace) -> ModelSpec:
    """The preset's network with what the arguments change.

    Raises:
        UsageError: there is no such preset, or the values contradict each other.
    """
    spec = preset_named(arguments.preset).spec
    try:
        spec = dataclasses.replace(spec, latent_dim=arguments.latent_dim or spec.latent_dim)
        return spec.without_labels() if arguments.no_labels else spec
    except InvalidSpec as error:
        raise UsageError(error.sentence) from error


def portable_command(argv: list[str]) -> str:
    """The command line as a model file keeps it: of absolute paths only the last part."""
    return shlex.join(["desktop-cvae", *map(_without_folders, argv)])


def _without_folders(argument: str) -> str:
    option, equals, value = argument.rpartition("=")
    return f"{option}{equals}{Path(value).name if Path(value).is_absolute() else value}"


class EventLines:
    """Reports JSON lines on standard output; every line is whole, from any thread."""

    def __init__(self) -> None:
        self._printing = threading.Lock()
        self._is_gone = False

    def say(self, event: str, **entries: Any) -> None:
        """Print one event at once; raises :class:`ReaderGone`, from then on always."""
        with self._printing:
            if not self._is_gone:
                try:
                    print(event_line(event, **entries), flush=True)
                except BrokenPipeError:
                    self._is_gone = True
                    # Else the interpreter would try once more at its end.
                    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if self._is_gone:
                raise ReaderGone

    def note(self, sentence: str) -> None:
        """One line on standard error, which may be gone too."""
        with contextlib.suppress(OSError):
            note(sentence)


class LinesForPeople:
    """Reports a line an epoch, advice, notes and progress on standard error."""

    def __init__(self) -> None:
        self._line = ProgressLine()

    def say(self, event: str, **entries: Any) -> None:
        """Tell what a person wants to know of an event."""
        if event == "epoch":
            note(epoch_line(entries))
        elif event == "advice":
            note(entries["sentence"])
        elif event == "saved":
            saved = tr("saved {file}", file=entries["file"])
            self.note(f"{saved}{_result(entries['metrics'])}")
        elif event == "finishing":
            self._line.show(Progress(entries["done"], entries["total"], entries["part"]))
        elif event == "failed":
            self._line.close()

    def note(self, sentence: str) -> None:
        """One line on standard error, where the progress stood."""
        self._line.close()
        note(sentence)


def epoch_line(entries: dict[str, Any]) -> str:
    """A finished epoch for people: losses in nats an image, speed, time.

    Args:
        entries: of the event ``epoch``.
    """
    record, width = entries["record"], len(str(entries["epochs"]))
    held_out = record["validation"]
    return tr(
        "epoch {epoch}/{epochs}  loss {loss}  validation {validation}"
        "  (reconstruction {reconstruction}, KL {kl})  {speed} images/s  {seconds} s",
        epoch=f"{entries['epoch']:{width}}",
        epochs=entries["epochs"],
        loss=number(record["train"]["total"], "7.2f"),
        validation=number(held_out["total"], "7.2f"),
        reconstruction=number(held_out["reconstruction"], "6.2f"),
        kl=number(held_out["kl"], "5.2f"),
        speed=number(entries["images_per_second"], "6,.0f"),
        seconds=number(record["seconds"], "5.1f"),
    )


def _result(metrics: dict[str, float]) -> str:
    if not metrics:
        return ""
    accuracy = ""
    if "accuracy" in metrics:
        accuracy = tr("{share} % read, ", share=number(100 * metrics["accuracy"], ".2f"))
    loss = tr("−ELBO {nats} nats", nats=number(metrics["neg_elbo_nats"], ".2f"))
    return f": {accuracy}{loss}"
