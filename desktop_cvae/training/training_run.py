"""A training run: from a request to a saved and measured model, with resuming.

``train_run`` reads the data, begins or takes up the run's folder and holds it;
:mod:`desktop_cvae.training.training_session` trains, :mod:`desktop_cvae.training.finalization`
saves and measures. However it ends, the run's description records how, and why. TensorFlow is
loaded only when the request is known to be valid.

Tested in tests/cli/test_train.py.
"""

from __future__ import annotations

import contextlib
import dataclasses
import os
from collections.abc import Iterator
from pathlib import Path

from desktop_cvae.core.command_events import Stopping
from desktop_cvae.core.errors import (
    DesktopCvaeError,
    EnvironmentProblem,
    InputOutputError,
    InvalidData,
    UsageError,
)
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_library import find_model
from desktop_cvae.library.run_library import (
    change_run,
    create_run,
    free_run_name,
    hold_run,
    keep_reserve,
    new_run_folder,
    spend_reserve,
)
from desktop_cvae.model.tensorflow_setup import require_tensorflow
from desktop_cvae.training.events import ReaderGone, Reporter
from desktop_cvae.training.input_commands import CommandReader
from desktop_cvae.training.run_request import HeldRun, RunRequest


@contextlib.contextmanager
def _memory_explained() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        # TensorFlow's own error, by name, because TensorFlow may not be loaded yet.
        if not isinstance(error, MemoryError) and type(error).__name__ != "ResourceExhaustedError":
            raise
        raise EnvironmentProblem(
            tr(
                "There is not enough memory for this training; its last checkpoint is kept. "
                "Close other programs, or use a smaller batch size."
            ),
            str(error),
        ) from error


@_memory_explained()
def train_run(request: RunRequest, reporter: Reporter) -> None:
    """Train; an interrupted training leaves only a run that can be resumed.

    Raises:
        UsageError: the data or the model to start from do not fit, the run is held.
        DatasetProblem: the data cannot be used.
        EnvironmentProblem: TensorFlow is missing, or the memory is too small.
        TrainingProblem: there is nothing to learn from, or the loss became NaN.
        ReaderGone: nobody reads the events any more.
    """
    old = request.resumed
    whole = load_dataset(request.data, "train")
    dataset = whole if request.limit is None else whole.limit(request.limit)
    if old and dataset.digest != old.dataset_digest:
        raise UsageError(tr("The data set has changed since the run began."))
    spec, weights = starting_point(request, dataset.label_names)
    # TensorFlow takes seconds to load; commands are answered meanwhile.
    commands = _listen(reporter) if request.obeys else None
    if not request.obeys:
        # People would look at an empty terminal meanwhile.
        reporter.note(tr("loading TensorFlow"))
    require_tensorflow()
    folder = old.folder if old else request.run_folder or new_run_folder(request.name)
    run = HeldRun(request, reporter, folder, spec, weights, dataset, whole.digest, commands)
    with hold_run(folder):
        if old:
            change_run(folder, state="running", reason="", pid=os.getpid())
        else:
            create_run(
                folder,
                name=free_run_name(request.name),
                spec=spec,
                training=request.config,
                dataset_name=dataset.name,
                dataset_digest=dataset.digest,
                request=request.to_json(),
            )
        keep_reserve(folder)
        _train_and_describe(run)


def starting_point(
    request: RunRequest, label_names: tuple[str, ...]
) -> tuple[ModelSpec, dict[str, FloatArray] | None]:
    """Return the network for a data set's labels and its first weights; None draws random ones.

    Raises:
        UsageError: there is no such model, its labels are others, or no network has so many.
        DamagedModelFile, MismatchedWeights: it cannot be read.
    """
    if request.start_from is None:
        try:
            return dataclasses.replace(request.network, label_names=label_names), None
        except InvalidData as error:
            raise UsageError(error.sentence) from error
    model = read_model_file(find_model(request.start_from).path)
    if model.manifest.spec.label_names != tuple(label_names):
        raise UsageError(
            tr(
                "The data set does not have the labels of the model “{start_from}”.",
                start_from=request.start_from,
            )
        )
    return model.manifest.spec, model.weights


def _listen(reporter: Reporter) -> CommandReader:
    def answer() -> None:
        # The training itself notices that the reader is gone.
        with contextlib.suppress(ReaderGone):
            reporter.say(Stopping())

    nonsense = tr("ignoring lines on standard input that are not training commands")
    return CommandReader(answer, lambda: reporter.note(nonsense))


def _train_and_describe(run: HeldRun) -> None:
    """Train, and record in the run's description how it ended, even after an error."""
    # The driver loads TensorFlow, which takes seconds, so it is imported after all checks.
    from desktop_cvae.training.training_session import drive

    try:
        with _memory_explained():
            state = drive(run)
    except BaseException as error:
        with contextlib.suppress(DesktopCvaeError):
            _describe_end(run.folder, _state_after(error), _reason(error))
        raise
    try:
        _describe_end(run.folder, state, "")
    except InputOutputError as error:
        # The model is saved, so a full disk under the run's folder must not count as a failure.
        run.reporter.note(
            tr("the run's description could not be updated: {reason}", reason=error.sentence)
        )


def _describe_end(folder: Path, state: str, reason: str) -> None:
    spend_reserve(folder)
    change_run(folder, state=state, reason=reason)


def _state_after(error: BaseException) -> str:
    """Return ``failed`` if resuming would fail again, else ``interrupted``."""
    lacks = isinstance(error, InputOutputError | EnvironmentProblem | BrokenPipeError)
    return "interrupted" if lacks or not isinstance(error, Exception) else "failed"


def _reason(error: BaseException) -> str:
    if isinstance(error, DesktopCvaeError):
        return error.sentence
    return "" if not isinstance(error, Exception) else " ".join(f"{error}".split())[:200]
