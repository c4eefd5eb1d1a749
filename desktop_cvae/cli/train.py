"""``desktop-cvae train``: train, save, compile and measure a model."""

from __future__ import annotations

import os
import shlex
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.cli.interruption import raise_if_interrupted
from desktop_cvae.cli.messages import note
from desktop_cvae.cli.outputs import require_free
from desktop_cvae.cli.tensorflow_setup import require_tensorflow
from desktop_cvae.cli.training_arguments import model_spec, training_config
from desktop_cvae.core.results import TrainingProgress
from desktop_cvae.core.specs import ModelSpec, TrainingConfig

if TYPE_CHECKING:
    from desktop_cvae.datasets.digit_dataset import DigitDataset
    from desktop_cvae.training.loop import TrainedModel

_NICENESS = 10


def run(arguments: Namespace) -> int:
    """Train a model; interrupted, it leaves nothing behind.

    Raises:
        UsageError: the output exists or the options contradict each other.
        DatasetProblem: the data cannot be used.
        EnvironmentProblem: TensorFlow is missing.
        TrainingProblem: there is nothing to learn from, or the loss became NaN.
    """
    from desktop_cvae.cli.trained_run import TrainedRun, finish
    from desktop_cvae.datasets.loading import load_dataset

    require_free(arguments.output, overwrite=arguments.overwrite)
    config = training_config(arguments)
    whole = load_dataset(arguments.data, "train")
    dataset = whole if arguments.limit is None else whole.limit(arguments.limit)
    spec = model_spec(arguments, dataset.label_names)
    require_tensorflow()
    trained = _train(spec, config, dataset, arguments.events)
    name = arguments.name or arguments.output.stem
    command = portable_command(arguments.command_line)
    finish(TrainedRun(name, spec, config, trained, dataset, whole.digest, command), arguments)
    return 0


def portable_command(argv: list[str]) -> str:
    """The command line as a model file keeps it: of absolute paths only the last part."""
    return shlex.join(["desktop-cvae", *map(_without_folders, argv)])


def _without_folders(argument: str) -> str:
    option, equals, value = argument.rpartition("=")
    return f"{option}{equals}{Path(value).name if Path(value).is_absolute() else value}"


def _train(
    spec: ModelSpec, config: TrainingConfig, dataset: DigitDataset, events: str | None
) -> TrainedModel:
    from desktop_cvae.training.loop import train

    if events is not None:
        _step_back()
    report = _print_event if events is not None else _print_epoch
    run = train(spec, config, dataset)
    try:
        while True:
            report(next(run))
            raise_if_interrupted()
    except StopIteration as finished:
        trained: TrainedModel = finished.value
        return trained
    finally:
        run.close()


def _step_back() -> None:
    # The window that started us must stay smooth while all cores train.
    if hasattr(os, "nice"):
        os.nice(_NICENESS)


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
