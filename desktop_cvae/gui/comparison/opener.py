"""What is compared: models and runs, opened, each with the epochs that it can go back to.

Weights are opened one after the other, so that the pen's answers come in between.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.language import tr
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from desktop_cvae.library.model_library import ModelEntry
    from desktop_cvae.library.run_library import RunEntry


@dataclass(frozen=True, eq=False)
class WeightsRequest:
    """Weights that are to be opened.

    Attributes:
        index: the place among those compared.
        entry: a model, or a run for its file or its best checkpoint.
        epoch: of the run's checkpoint; None for the weights as they were saved.
    """

    index: int
    entry: ModelEntry | RunEntry
    epoch: int | None = None

    @property
    def text(self) -> str:
        """What is being done, for people."""
        if self.epoch is None:
            return tr("Opening {name} …", name=self.entry.name)
        return tr("Opening epoch {epoch} of {name} …", epoch=self.epoch, name=self.entry.name)


@dataclass(frozen=True, eq=False)
class ModelWithRun:
    """An opened model or run.

    Attributes:
        model: answers with the weights as they were saved.
        run: whose checkpoints may be looked at, or None.
        epochs: of those checkpoints, in order; empty without a run.
    """

    model: OpenedModel
    run: RunEntry | None = None
    epochs: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """What it is called in the comparison."""
        return self.model.entry.name

    def epoch_at(self, stop: int | None) -> int | None:
        """The epoch that it shows at a stop of the shared slider.

        Args:
            stop: an epoch, or None for the weights as they were saved.

        Returns:
            the nearest epoch kept at or before it, else the first one kept; None for the
            saved weights.
        """
        if stop is None or not self.epochs:
            return None
        before = [epoch for epoch in self.epochs if epoch <= stop]
        return before[-1] if before else self.epochs[0]


def shared_stops(compared: Sequence[ModelWithRun]) -> tuple[int, ...]:
    """Every epoch that any of them can go back to, in order."""
    return tuple(sorted({epoch for one in compared for epoch in one.epochs}))


def find_compared(models: Sequence[OpenedModel]) -> tuple[ModelWithRun, ...]:
    """Opened models with the runs that made them; for the worker."""
    return tuple(ModelWithRun(model, *_run_behind(model.entry)) for model in models)


def open_all(
    source: ModelSource, requests: Sequence[WeightsRequest]
) -> Generator[Progress | tuple[WeightsRequest, ModelWithRun]]:
    """Look for weights on disk and open them, one after the other; for the worker.

    Yields:
        what is being done, and everything that is opened with its request.

    Raises:
        UsageError: the run has none.
        ModelFileError: the file cannot be used.
        InputOutputError: a checkpoint cannot be read, or the cache cannot be written.
    """
    for done, request in enumerate(requests):
        yield Progress(done, len(requests), request.text)
        yield request, (yield from _open(source, request))


def _open(source: ModelSource, request: WeightsRequest) -> Task[ModelWithRun]:
    from desktop_cvae.inference.opened_model import open_model
    from desktop_cvae.library.model_library import ModelEntry
    from desktop_cvae.library.run_models import checkpoint_model, model_of_run

    if isinstance(request.entry, ModelEntry):
        model = source.load(str(request.entry.path), "onnx")
        yield Progress(1, 2, request.text)
        return ModelWithRun(
            dataclasses.replace(model, entry=request.entry), *_run_behind(request.entry)
        )
    run = request.entry
    entry = model_of_run(run) if request.epoch is None else checkpoint_model(run, request.epoch)
    yield Progress(1, 2, request.text)
    model = dataclasses.replace(open_model(entry), history=run.history)
    return ModelWithRun(model, run, _kept(run))


def _run_behind(entry: ModelEntry) -> tuple[RunEntry | None, tuple[int, ...]]:
    from desktop_cvae.library.run_library import list_runs
    from desktop_cvae.library.run_models import run_of_model

    run = run_of_model(entry, list_runs())
    return run, () if run is None else _kept(run)


def _kept(run: RunEntry) -> tuple[int, ...]:
    from desktop_cvae.library.checkpoint_file import kept_epochs

    return tuple(kept_epochs(run.checkpoints))


class Opener(QObject):
    """Opens weights one after the other; what is given up ends after its present step.

    Signals:
        progressed(str): what is being done.
        opened(WeightsRequest, ModelWithRun): one is ready.
        failed(Exception): one could not be opened; those after it are given up.
        finished: all that was wished for is there.

    Args:
        runner: the worker.
        source: where models come from.
    """

    progressed = Signal(str)
    opened = Signal(object, object)
    failed = Signal(object)
    finished = Signal()

    def __init__(
        self, runner: JobRunner, source: ModelSource, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._source = runner, source
        self._slot = f"opener {id(self)}"
        self.is_busy = False
        """True until all is opened, or given up."""

    def want(self, requests: Sequence[WeightsRequest]) -> None:
        """Open these; what was wished for before is given up."""
        self.stop()
        if not requests:
            self.finished.emit()
            return
        self.is_busy = True
        self.progressed.emit(requests[0].text)
        job = partial(open_all, self._source, requests)
        self._runner.submit(
            self._slot, job, self._on_all_opened, self._fail, on_progress=self._on_step
        )

    def stop(self) -> None:
        """Give up everything, at once."""
        self.is_busy = False
        self._runner.cancel(self._slot)

    def _on_step(self, step: Progress | tuple[WeightsRequest, ModelWithRun]) -> None:
        if isinstance(step, Progress):
            self.progressed.emit(step.what)
        else:
            self.opened.emit(*step)

    def _on_all_opened(self, _: None) -> None:
        self.is_busy = False
        self.finished.emit()

    def _fail(self, error: Exception) -> None:
        self.is_busy = False
        self.failed.emit(error)
