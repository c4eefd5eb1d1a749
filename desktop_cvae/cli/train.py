"""``desktop-cvae train``: train, save and measure a model."""

from __future__ import annotations

import dataclasses
import shlex
from argparse import Namespace
from pathlib import Path

from desktop_cvae.cli.event_lines import EventLines, reporting_failure
from desktop_cvae.cli.output import (
    ProgressLine,
    explaining_interruption,
    note,
    nothing_written,
    require_free,
)
from desktop_cvae.core import paths
from desktop_cvae.core.command_events import (
    Event,
    Failed,
    Finishing,
    Started,
    TrainingProgress,
)
from desktop_cvae.core.errors import InvalidData, UsageError
from desktop_cvae.core.language import number, tr
from desktop_cvae.core.network_presets import preset_named
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.core.tasks import Progress
from desktop_cvae.library.model_file import SUFFIX
from desktop_cvae.library.model_library import new_model_file, require_model_name
from desktop_cvae.library.run_library import find_run, holds_run
from desktop_cvae.training.event_sentences import sentence_of
from desktop_cvae.training.events import Reporter
from desktop_cvae.training.run_request import RunRequest, resuming
from desktop_cvae.training.training_run import train_run


def run(arguments: Namespace) -> int:
    """Train a model; see :func:`train_run` for what it raises.

    Raises:
        UsageError: the output exists, the options contradict each other, nothing to resume.
    """
    if arguments.events is not None:
        _train(arguments, EventLines())
        return 0
    lines = LinesForPeople()
    with explaining_interruption(lines.kept):
        _train(arguments, lines)
    return 0


def _train(arguments: Namespace, reporter: Reporter) -> None:
    with reporting_failure(reporter):
        train_run(request_of(arguments), reporter)


def request_of(arguments: Namespace) -> RunRequest:
    """Return the command line's request; the output is checked before the work starts.

    Raises:
        UsageError: the output exists, the name cannot be a file's, the options contradict each
            other, there is nothing to resume, or the run's folder has another run.
    """
    overwrite = arguments.overwrite
    obeys, command = arguments.events is not None, portable_command(arguments.command_line)
    if arguments.resume is not None:
        # If another file has taken the name since, the run saves beside it.
        require_free(arguments.output, overwrite=True)
        return resuming(
            find_run(arguments.resume),
            output=arguments.output,
            overwrite=overwrite,
            map_folder=arguments.map_folder,
            command=command,
            obeys=obeys,
        )
    output = arguments.output or _library_file(arguments)
    _require_sense(arguments, output)
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


def _library_file(arguments: Namespace) -> Path:
    """Return the file in the library that ``--name`` names, else one named after the preset."""
    name: str | None = arguments.name
    if name is None:
        return new_model_file(preset_named(arguments.preset).spec.preset)
    require_model_name(name)
    return paths.models_dir() / f"{name}{SUFFIX}"


def _require_sense(arguments: Namespace, output: Path) -> None:
    folder = arguments.run_folder
    require_free(output, overwrite=arguments.overwrite)
    if folder is not None and holds_run(folder):
        raise UsageError(
            tr(
                "The folder “{name}” already contains a run; use --resume to continue it.",
                name=folder.name,
            )
        )
    if arguments.start_from is not None and (arguments.latent_dim or arguments.no_labels):
        raise UsageError(
            tr("--start-from keeps the model's network; omit --latent-dim and --no-labels.")
        )


def training_config(arguments: Namespace) -> TrainingConfig:
    """Return the preset's training settings, changed by the arguments.

    Raises:
        UsageError: there is no such preset, or the values contradict each other.
    """
    preset = preset_named(arguments.preset).training
    names = (field.name for field in dataclasses.fields(TrainingConfig))
    chosen = {n: getattr(arguments, n) for n in names if getattr(arguments, n, None) is not None}
    try:
        return dataclasses.replace(preset, **chosen)
    except InvalidData as error:
        raise UsageError(error.sentence) from error


def preset_network(arguments: Namespace) -> ModelSpec:
    """Return the preset's network, changed by the arguments.

    Raises:
        UsageError: there is no such preset, or the values contradict each other.
    """
    spec = preset_named(arguments.preset).spec
    try:
        spec = dataclasses.replace(spec, latent_dim=arguments.latent_dim or spec.latent_dim)
        return spec.without_labels() if arguments.no_labels else spec
    except InvalidData as error:
        raise UsageError(error.sentence) from error


def portable_command(argv: list[str]) -> str:
    """Return the command line for a model file, with absolute paths cut to their last part."""
    return shlex.join(["desktop-cvae", *map(_without_folders, argv)])


def _without_folders(argument: str) -> str:
    option, equals, value = argument.rpartition("=")
    return f"{option}{equals}{Path(value).name if Path(value).is_absolute() else value}"


class LinesForPeople:
    """Reports beginning, epochs, advice, notes and progress as lines on standard error."""

    def __init__(self) -> None:
        self._line = ProgressLine()
        self._images = 0
        """Images of an epoch."""
        self._folder: Path | None = None
        """Folder of the run, once it has begun."""

    def say(self, event: Event) -> None:
        """Report what people want to know of an event."""
        match event:
            case Started():
                self._images, self._folder = event.images, event.folder
                self.note(sentence_of(event))
            case TrainingProgress(record=None):
                self._line.show(self._progress(event))
            case Finishing():
                self._line.show(Progress(event.done, event.total, event.part))
            case Failed():
                self._line.close()
            case _ if sentence := sentence_of(event):
                self.note(sentence)

    def _progress(self, event: TrainingProgress) -> Progress:
        """Return the images seen of all epochs, so that the time left is that of the training."""
        seen = round(self._images * (event.epoch - 1 + event.batch / event.batches))
        what = tr(
            "epoch {epoch}/{epochs}, loss {loss}",
            epoch=event.epoch,
            epochs=event.epochs,
            loss=number(event.train.total, ".1f"),
        )
        return Progress(seen, self._images * event.epochs, what)

    def kept(self) -> str:
        """Remove the progress line; return what an interrupted training keeps, and how to go on."""
        self._line.close()
        folder = self._folder
        if folder is None:
            return nothing_written()
        # Only runs among the user's own are found by name.
        run = folder.name if folder.parent == paths.runs_dir().absolute() else str(folder)
        return tr(
            "Interrupted; the training so far is kept. “desktop-cvae train --resume {run}” "
            "continues it.",
            run=shlex.quote(run),
        )

    def note(self, sentence: str) -> None:
        """Print a line on standard error in place of the progress line."""
        self._line.close()
        note(sentence)
