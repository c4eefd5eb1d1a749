"""The driver of a training: from a request to a saved, measured model, whatever happens between.

``train_run`` reads the data, begins or takes up the run's folder and holds it;
:mod:`desktop_cvae.training.driver` trains, :mod:`desktop_cvae.training.finishing` saves and
measures. However it ends, the run's description says how, and why. TensorFlow is loaded only
when the request is known to be good.
"""

from __future__ import annotations

import contextlib
import dataclasses
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_cvae.core.errors import (
    DesktopCvaeError,
    EnvironmentProblem,
    InputOutputError,
    InvalidSpec,
    UsageError,
)
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.library.checkpoint_file import list_checkpoints
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_library import find_model
from desktop_cvae.library.run_library import (
    RunEntry,
    change_run,
    create_run,
    free_run_name,
    hold_run,
    keep_reserve,
    new_run_folder,
    spend_reserve,
)
from desktop_cvae.model.tensorflow_setup import require_tensorflow
from desktop_cvae.training.commands import CommandReader
from desktop_cvae.training.events import ReaderGone, Reporter

if TYPE_CHECKING:
    from desktop_cvae.datasets.dataset import DigitDataset


@dataclass(frozen=True, eq=False, kw_only=True)
class RunRequest:
    """What a training is asked for.

    Attributes:
        data: ``"mnist"``, a stored data set's name, or a path.
        limit: only the first so many images; None for all.
        name: the model's name.
        output: the model's file.
        overwrite: it may replace what is there.
        network: of the preset, for any labels; gives way to ``start_from`` and ``resumed``.
        config: how to train it.
        start_from: a model's name or file whose network and weights to begin with.
        map_folder: where to keep its latent map; None is this machine's cache.
        run_folder: of a new run; None is one among the runs.
        resumed: the run to go on with.
        command: the command line, for the model's manifest.
        obeys: lines on standard input are commands.
    """

    data: str
    limit: int | None
    name: str
    output: Path
    overwrite: bool
    network: ModelSpec
    config: TrainingConfig
    start_from: str | None = None
    map_folder: Path | None = None
    run_folder: Path | None = None
    resumed: RunEntry | None = None
    command: str = ""
    obeys: bool = False

    def to_json(self) -> dict[str, Any]:
        """What :func:`resuming` needs to know, with absolute paths."""
        folder = self.map_folder
        return {
            "data": _absolute(self.data, Path(self.data).exists()),
            "limit": self.limit,
            "start_from": _absolute(self.start_from, Path(self.start_from or "").is_file()),
            "name": self.name,
            "output": str(self.output.absolute()),
            "overwrite": self.overwrite,
            "map_folder": None if folder is None else str(folder.absolute()),
        }


def resuming(
    run: RunEntry,
    *,
    output: Path | None = None,
    overwrite: bool = False,
    map_folder: Path | None = None,
    command: str = "",
    obeys: bool = False,
) -> RunRequest:
    """What a run was asked for, to go on with it; the arguments may change where it saves.

    Raises:
        UsageError: it is at its end, or being trained.
    """
    if not run.resumable:
        raise UsageError(
            tr(
                "The run “{name}” is {state}; it cannot be resumed.",
                name=run.name,
                state=tr(run.state),
            )
        )
    asked = run.request
    # Earlier runs call it by what else was kept there.
    asked_folder = asked.get("map_folder", asked.get("compiled_into"))
    if map_folder is None and asked_folder is not None:
        map_folder = Path(asked_folder)
    output = output or run.model_path or Path(asked["output"])
    # Only a run without a checkpoint still needs it; earlier runs do not name it.
    begun = list_checkpoints(run.checkpoints)
    return RunRequest(
        data=asked["data"],
        limit=asked["limit"],
        name=asked["name"],
        output=output,
        overwrite=overwrite or asked["overwrite"] or run.model_path == output,
        network=run.spec,
        config=run.training,
        start_from=None if begun else asked.get("start_from"),
        map_folder=map_folder,
        resumed=run,
        command=command,
        obeys=obeys,
    )


def _absolute(place: str | None, is_there: bool) -> str | None:
    """The same from any working folder: a file by its absolute path, a name as it is."""
    return str(Path(place).absolute()) if place is not None and is_there else place


@contextlib.contextmanager
def _memory_explained() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        # TensorFlow's own, by name: it may not be loaded yet.
        if not isinstance(error, MemoryError) and type(error).__name__ != "ResourceExhaustedError":
            raise
        raise EnvironmentProblem(
            tr(
                "The memory is too small for this training; its last checkpoint is kept. Close "
                "other programs, or train with a smaller batch size."
            ),
            str(error),
        ) from error


@_memory_explained()
def train_run(request: RunRequest, reporter: Reporter) -> None:
    """Train; interrupted, it leaves a run that can be resumed and nothing else.

    Raises:
        UsageError: the data or the model to start from do not fit, the run is held.
        DatasetProblem: the data cannot be used.
        EnvironmentProblem: TensorFlow is missing, or the memory is too small.
        TrainingProblem: there is nothing to learn from, or the loss became NaN.
        ReaderGone: nobody reads the events any more.
    """
    from desktop_cvae.datasets.loading import load_dataset

    old = request.resumed
    whole = load_dataset(request.data, "train")
    dataset = whole if request.limit is None else whole.limit(request.limit)
    if old and dataset.digest != old.dataset_digest:
        raise UsageError(tr("The data set is no longer the one that the run began with."))
    spec, weights = starting_point(request, dataset.label_names)
    # Before TensorFlow is loaded, which takes seconds: a command is answered meanwhile.
    commands = _listen(reporter) if request.obeys else None
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
    """The network for a data set's labels, and the weights to begin with; None draws them.

    Raises:
        UsageError: there is no such model, its labels are others, or no network has so many.
        DamagedModelFile, MismatchedWeights: it cannot be read.
    """
    if request.start_from is None:
        try:
            return dataclasses.replace(request.network, label_names=label_names), None
        except InvalidSpec as error:
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
        # Who is gone is found out by the training itself.
        with contextlib.suppress(ReaderGone):
            reporter.say("stopping")

    nonsense = tr("lines on standard input that are no commands of a training are ignored")
    return CommandReader(answer, lambda: reporter.note(nonsense))


@dataclass(frozen=True, eq=False)
class HeldRun:
    """A run that is held, with all that its training needs."""

    request: RunRequest
    reporter: Reporter
    folder: Path
    spec: ModelSpec
    weights: dict[str, FloatArray] | None
    dataset: DigitDataset
    whole_digest: str
    commands: CommandReader | None


def _train_and_describe(run: HeldRun) -> None:
    """Whatever happens, the run's description says how it ended."""
    from desktop_cvae.training.driver import drive

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
        # The work is saved: a full disk under the run's folder must not make that a failure.
        run.reporter.note(
            tr("the run's description is not up to date: {reason}", reason=error.sentence)
        )


def _describe_end(folder: Path, state: str, reason: str) -> None:
    spend_reserve(folder)
    change_run(folder, state=state, reason=reason)


def _state_after(error: BaseException) -> str:
    """``failed`` where going on would fail again, else ``interrupted``."""
    lacks = isinstance(error, InputOutputError | EnvironmentProblem | BrokenPipeError)
    return "interrupted" if lacks or not isinstance(error, Exception) else "failed"


def _reason(error: BaseException) -> str:
    if isinstance(error, DesktopCvaeError):
        return error.sentence
    return "" if not isinstance(error, Exception) else " ".join(f"{error}".split())[:200]
