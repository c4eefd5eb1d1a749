"""``desktop-cvae train``: train, save, compile and measure a model."""

from __future__ import annotations

import contextlib
import json
import os
import shlex
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.cli.messages import note
from desktop_cvae.cli.outputs import require_free
from desktop_cvae.cli.tensorflow_setup import require_tensorflow
from desktop_cvae.cli.training_arguments import model_spec, training_config
from desktop_cvae.cli.training_commands import CommandReader
from desktop_cvae.core.errors import DesktopCvaeError, InputOutputError, UsageError
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.core.training_results import TrainingProgress
from desktop_cvae.library.checkpoint_file import read_newest_checkpoint
from desktop_cvae.library.run_library import (
    RunEntry,
    change_run,
    create_run,
    find_run,
    new_run_folder,
)
from desktop_cvae.library.run_lock import hold_run

if TYPE_CHECKING:
    from desktop_cvae.datasets.digit_dataset import DigitDataset
    from desktop_cvae.training.loop import Training

_NICENESS = 10


def run(arguments: Namespace) -> int:
    """Train a model; interrupted, it leaves a run that can be resumed and nothing else.

    Raises:
        UsageError: the output exists, the options contradict each other, nothing to resume.
        DatasetProblem: the data cannot be used.
        EnvironmentProblem: TensorFlow is missing.
        TrainingProblem: there is nothing to learn from, or the loss became NaN.
    """
    from desktop_cvae.datasets.loading import load_dataset

    old = _old_run(arguments)
    if arguments.output is None:
        raise UsageError("Name the model's file: --output FILE.cvae.")
    require_free(arguments.output, overwrite=arguments.overwrite)
    config = old.training if old else training_config(arguments)
    whole = load_dataset(arguments.data, "train")
    dataset = whole if arguments.limit is None else whole.limit(arguments.limit)
    if old and dataset.digest != old.dataset_digest:
        raise UsageError("The data set is no longer the one that the run began with.")
    spec = old.spec if old else model_spec(arguments, dataset.label_names)
    require_tensorflow()
    name = arguments.name or arguments.output.stem
    folder = old.folder if old else arguments.run_folder or new_run_folder(name)
    with hold_run(folder):
        if old:
            change_run(folder, state="running", pid=os.getpid())
        else:
            _describe(folder, name, spec, config, dataset, arguments)
        try:
            return _train_run(folder, name, spec, config, dataset, whole.digest, arguments)
        except BaseException as error:
            state = "failed" if isinstance(error, Exception) else "interrupted"
            with contextlib.suppress(DesktopCvaeError):
                change_run(folder, state=state)
            raise


def _old_run(arguments: Namespace) -> RunEntry | None:
    """The run to resume; what it was asked for replaces the arguments."""
    if arguments.resume is None:
        return None
    run = find_run(arguments.resume)
    if not run.resumable:
        raise UsageError(f"The run “{run.name}” is {run.state}; it cannot be resumed.")
    for key in ("data", "limit", "name"):
        setattr(arguments, key, run.request[key])
    arguments.output = arguments.output or Path(run.request["output"])
    arguments.overwrite |= run.request["overwrite"] or run.model_path == arguments.output
    return run


def _describe(
    folder: Path,
    name: str,
    spec: ModelSpec,
    config: TrainingConfig,
    dataset: DigitDataset,
    arguments: Namespace,
) -> None:
    is_file = Path(arguments.data).exists()
    create_run(
        folder,
        name=name,
        spec=spec,
        training=config,
        dataset_name=dataset.name,
        dataset_digest=dataset.digest,
        request={
            "data": str(Path(arguments.data).absolute()) if is_file else arguments.data,
            "limit": arguments.limit,
            "name": name,
            "output": str(arguments.output.absolute()),
            "overwrite": arguments.overwrite,
        },
    )


def _train_run(
    folder: Path,
    name: str,
    spec: ModelSpec,
    config: TrainingConfig,
    dataset: DigitDataset,
    whole_digest: str,
    arguments: Namespace,
) -> int:
    from desktop_cvae.cli.trained_run import TrainedRun, finish
    from desktop_cvae.cli.training_session import TrainingSession
    from desktop_cvae.training.loop import Training

    has_events = arguments.events is not None
    if has_events:
        _step_back()
    training = Training(spec, config, dataset, read_newest_checkpoint(folder / "checkpoints"))
    say = _print_line if has_events else _note_advice
    say(_started(folder, spec, config, training))
    commands = CommandReader() if has_events else None
    session = TrainingSession(training, config, folder, say, commands)
    state = session.run(_print_event if has_events else _print_epoch)
    result: dict[str, str] = {}
    if state in ("finished", "stopped"):
        command = portable_command(arguments.command_line)
        trained = training.result()
        run = TrainedRun(name, spec, config, trained, dataset, whole_digest, command)
        finish(run, arguments, stopped_early=training.state().epoch < config.epochs)
        result["model"] = str(arguments.output.absolute())
    try:
        change_run(folder, state=state, **result)
    except InputOutputError as error:
        # The model is saved: a full disk under the run's folder must not make that a failure.
        note(f"the run's description is not up to date: {error.sentence}")
    return 0


def _started(folder: Path, spec: ModelSpec, config: TrainingConfig, training: Training) -> str:
    from desktop_cvae.training.events import event_line

    return event_line(
        "started",
        run=folder.name,
        folder=str(folder.absolute()),
        preset=spec.preset,
        spec=spec.to_json(),
        training=config.to_json(),
        batches=training.batches,
        images=len(training.split.train),
        validation_images=len(training.split.validation),
    )


def _print_line(line: str) -> None:
    print(line, flush=True)


def _note_advice(line: str) -> None:
    event = json.loads(line)
    if event["event"] == "advice":
        note(event["sentence"])


def portable_command(argv: list[str]) -> str:
    """The command line as a model file keeps it: of absolute paths only the last part."""
    return shlex.join(["desktop-cvae", *map(_without_folders, argv)])


def _without_folders(argument: str) -> str:
    option, equals, value = argument.rpartition("=")
    return f"{option}{equals}{Path(value).name if Path(value).is_absolute() else value}"


def _step_back() -> None:
    # The window that started us must stay smooth while all cores train.
    if hasattr(os, "nice"):
        # The window has seen to it already, as far as it can.
        os.nice(max(0, _NICENESS - os.nice(0)))


def _print_event(progress: TrainingProgress) -> None:
    from desktop_cvae.training.events import progress_to_json_line

    print(progress_to_json_line(progress), flush=True)


def _print_epoch(progress: TrainingProgress) -> None:
    if progress.record is not None:
        note(epoch_line(progress))


def epoch_line(progress: TrainingProgress) -> str:
    """A finished epoch for people: losses in nats an image, speed, time."""
    record = progress.record
    assert record is not None, "only finished epochs have a line"
    width = len(str(progress.epochs))
    held_out = record.validation
    return (
        f"epoch {progress.epoch:{width}}/{progress.epochs}"
        f"  loss {record.train.total:7.2f}"
        f"  validation {held_out.total:7.2f}"
        f"  (reconstruction {held_out.reconstruction:6.2f}, KL {held_out.kl:5.2f})"
        f"  {progress.images_per_second:6,.0f} images/s  {record.seconds:5.1f} s"
    )
