"""``desktop-cvae train``: train, save, compile and measure a model."""

from __future__ import annotations

import contextlib
import os
import shlex
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cvae.cli.output import note
from desktop_cvae.cli.starting_weights import started_from
from desktop_cvae.cli.tensorflow_setup import require_tensorflow
from desktop_cvae.cli.training_arguments import model_spec, training_config
from desktop_cvae.cli.training_commands import CommandReader
from desktop_cvae.cli.training_output import Output, output_for, print_failure
from desktop_cvae.cli.training_request import (
    check_outputs,
    free_output,
    request_of,
    resumed_run,
)
from desktop_cvae.core.errors import (
    DesktopCvaeError,
    EnvironmentProblem,
    InputOutputError,
    UsageError,
)
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.library.checkpoint_file import read_newest_checkpoint
from desktop_cvae.library.run_library import (
    change_run,
    create_run,
    free_run_name,
    hold_run,
    keep_reserve,
    new_run_folder,
    spend_reserve,
)
from desktop_cvae.training.events import event_line

if TYPE_CHECKING:
    from desktop_cvae.core.results import FloatArray
    from desktop_cvae.datasets.dataset import DigitDataset
    from desktop_cvae.training.loop import Training

_NICENESS = 10


@dataclass(frozen=True, eq=False)
class _Plan:
    """What is trained, how and where."""

    folder: Path
    name: str
    spec: ModelSpec
    config: TrainingConfig
    dataset: DigitDataset
    whole_digest: str
    arguments: Namespace
    output: Output
    commands: CommandReader | None
    weights: dict[str, FloatArray] | None


def run(arguments: Namespace) -> int:
    """Train a model; interrupted, it leaves a run that can be resumed and nothing else.

    Raises:
        UsageError: the output exists, the options contradict each other, nothing to resume.
        DatasetProblem: the data cannot be used.
        EnvironmentProblem: TensorFlow is missing, or the memory is too small.
        TrainingProblem: there is nothing to learn from, or the loss became NaN.
    """
    try:
        with _memory_explained():
            return _run(arguments)
    except DesktopCvaeError as error:
        if arguments.events is not None:
            print_failure(error)
        raise


def _run(arguments: Namespace) -> int:
    from desktop_cvae.datasets.loading import load_dataset

    old = resumed_run(arguments)
    check_outputs(arguments, old)
    config = old.training if old else training_config(arguments)
    whole = load_dataset(arguments.data, "train")
    dataset = whole if arguments.limit is None else whole.limit(arguments.limit)
    if old and dataset.digest != old.dataset_digest:
        raise UsageError("The data set is no longer the one that the run began with.")
    start = started_from(arguments, dataset.label_names)
    spec = old.spec if old else start.spec if start else model_spec(arguments, dataset.label_names)
    has_events = arguments.events is not None
    output = output_for(has_events=has_events)
    # Before TensorFlow is loaded, which takes seconds: a command is answered meanwhile.
    commands = CommandReader(lambda: output.say(event_line("stopping"))) if has_events else None
    require_tensorflow()
    name = arguments.name or arguments.output.stem
    folder = old.folder if old else arguments.run_folder or new_run_folder(name)
    weights = start.weights if start else None
    plan = _Plan(
        folder, name, spec, config, dataset, whole.digest, arguments, output, commands, weights
    )
    with hold_run(folder):
        if old:
            change_run(folder, state="running", pid=os.getpid())
        else:
            _describe(plan)
        keep_reserve(folder)
        return _train_or_tell(plan)


def _describe(plan: _Plan) -> None:
    create_run(
        plan.folder,
        name=free_run_name(plan.name),
        spec=plan.spec,
        training=plan.config,
        dataset_name=plan.dataset.name,
        dataset_digest=plan.dataset.digest,
        request=request_of(plan.arguments, plan.name),
    )


def _train_or_tell(plan: _Plan) -> int:
    """Whatever happens, the run's description says how it ended."""
    try:
        state = _train(plan)
    except BaseException as error:
        with contextlib.suppress(DesktopCvaeError):
            _end(plan.folder, _state_after(error))
        raise
    try:
        _end(plan.folder, state)
    except InputOutputError as error:
        # The work is saved: a full disk under the run's folder must not make that a failure.
        note(f"the run's description is not up to date: {error.sentence}")
    return 0


def _end(folder: Path, state: str) -> None:
    spend_reserve(folder)
    change_run(folder, state=state)


def _state_after(error: BaseException) -> str:
    """``failed`` where going on would fail again, else ``interrupted``."""
    lacks = isinstance(error, InputOutputError | EnvironmentProblem) or _is_out_of_memory(error)
    return "interrupted" if lacks or not isinstance(error, Exception) else "failed"


def _train(plan: _Plan) -> str:
    """Train, and save what came out; the run's state."""
    from desktop_cvae.cli.trained_run import TrainedRun, finish
    from desktop_cvae.cli.training_session import TrainingSession
    from desktop_cvae.training.loop import Training

    if plan.commands is not None:
        _step_back()
    spec, config, folder = plan.spec, plan.config, plan.folder
    resumed = read_newest_checkpoint(folder / "checkpoints")
    training = Training(spec, config, plan.dataset, resumed, plan.weights)
    plan.output.say(_started(folder, spec, config, training))
    session = TrainingSession(training, config, folder, plan.output.say, plan.commands)
    state = session.run(plan.output.report)
    if state in ("finished", "stopped"):
        _claim_output(plan)
        command = portable_command(plan.arguments.command_line)
        trained, epochs = training.result(), training.epochs_done
        run = TrainedRun(plan.name, spec, config, trained, plan.dataset, plan.whole_digest, command)
        finish(run, plan.arguments, stopped_early=epochs < config.epochs)
    return state


def _claim_output(plan: _Plan) -> None:
    """Choose where to save, and remember it: a resumed run may write there again."""
    wish: Path = plan.arguments.output
    output = wish if plan.arguments.overwrite else free_output(wish)
    if output != wish:
        note(f"“{wish.name}” was written by another program meanwhile; this is “{output.name}”")
    plan.arguments.output = output
    # If even this cannot be written, saving the model will say so.
    with contextlib.suppress(InputOutputError):
        change_run(plan.folder, model=str(output.absolute()))


def _started(folder: Path, spec: ModelSpec, config: TrainingConfig, training: Training) -> str:
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


@contextlib.contextmanager
def _memory_explained() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        if not _is_out_of_memory(error):
            raise
        raise EnvironmentProblem(
            "The memory is too small for this training; its last checkpoint is kept. "
            "Close other programs, or train with a smaller batch size.",
            str(error),
        ) from error


def _is_out_of_memory(error: BaseException) -> bool:
    # TensorFlow's own, by name: it may not be loaded yet.
    return isinstance(error, MemoryError) or type(error).__name__ == "ResourceExhaustedError"


def portable_command(argv: list[str]) -> str:
    """The command line as a model file keeps it: of absolute paths only the last part."""
    return shlex.join(["desktop-cvae", *map(_without_folders, argv)])


def _without_folders(argument: str) -> str:
    option, equals, value = argument.rpartition("=")
    return f"{option}{equals}{Path(value).name if Path(value).is_absolute() else value}"


def _step_back() -> None:
    # The window that started us must stay smooth while all cores train.
    if hasattr(os, "nice"):
        # The window may have seen to it already; nice counts on from there.
        os.nice(max(0, _NICENESS - os.nice(0)))
