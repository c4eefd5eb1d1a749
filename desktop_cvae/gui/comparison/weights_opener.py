"""Opens the models and epochs of a comparison, one after the other, between the pen's answers."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.language import tr
from desktop_cvae.core.tasks import Progress, Task
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.library.model_library import ModelEntry
from desktop_cvae.library.run_library import RunEntry, list_runs
from desktop_cvae.workers.job_runner import JobRunner


@dataclass(frozen=True, eq=False)
class WeightsRequest:
    """A request for the weights of a model or of an epoch.

    Attributes:
        index: of the compared model.
        entry: a model, or a run whose model or best checkpoint is opened.
        epoch: epoch of a checkpoint; None for the saved weights.
    """

    index: int
    entry: ModelEntry | RunEntry
    epoch: int | None = None

    @property
    def text(self) -> str:
        if self.epoch is None:
            return tr("Opening {name} …", name=self.entry.name)
        return tr("Opening epoch {epoch} of {name} …", epoch=self.epoch, name=self.entry.name)


@dataclass(frozen=True, eq=False)
class ModelWithRun:
    """An opened model, and the run that made it.

    Attributes:
        model: with its saved weights.
        run: has checkpoints of earlier epochs; None if there is no run.
        epochs: epochs of the checkpoints, in order; empty without a run.
    """

    model: OpenedModel
    run: RunEntry | None = None
    epochs: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        return self.model.entry.name

    def epoch_at(self, stop: int | None) -> int | None:
        """Return the epoch that the model shows at a stop of the shared slider.

        Args:
            stop: an epoch, or None for the saved weights.

        Returns:
            The last checkpoint's epoch at or before the stop, else the first one; None for the
            saved weights.
        """
        if stop is None or not self.epochs:
            return None
        before = [epoch for epoch in self.epochs if epoch <= stop]
        return before[-1] if before else self.epochs[0]


def shared_stops(compared: Sequence[ModelWithRun]) -> tuple[int, ...]:
    """Return the epochs of all checkpoints, in order."""
    return tuple(sorted({epoch for one in compared for epoch in one.epochs}))


def find_compared(models: Sequence[OpenedModel]) -> tuple[ModelWithRun, ...]:
    """Return opened models with the runs that made them; for the worker."""
    return tuple(ModelWithRun(model, *_run_behind(model.entry)) for model in models)


def open_all(
    source: ModelSource, requests: Sequence[WeightsRequest]
) -> Generator[Progress | tuple[WeightsRequest, ModelWithRun]]:
    """Find weights on disk and open them, one after the other; for the worker.

    Yields:
        The progress, and each opened model with its request.

    Raises:
        UsageError: the run has no weights.
        ModelFileError: the file cannot be used.
        InputOutputError: a checkpoint cannot be read, or the cache cannot be written.
    """
    for done, request in enumerate(requests):
        yield Progress(done, len(requests), request.text)
        yield request, (yield from _open(source, request))


def _open(source: ModelSource, request: WeightsRequest) -> Task[ModelWithRun]:
    from desktop_cvae.inference.opened_model import open_model
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
    from desktop_cvae.library.run_models import run_of_model

    run = run_of_model(entry, list_runs())
    return run, () if run is None else _kept(run)


def _kept(run: RunEntry) -> tuple[int, ...]:
    from desktop_cvae.library.checkpoint_file import kept_epochs

    return tuple(kept_epochs(run.checkpoints))


class WeightsOpener(QObject):
    """Opens weights one after the other; a cancelled job ends after its current step.

    Signals:
        progressed(str): a progress text.
        opened(WeightsRequest, ModelWithRun): a model is ready.
        failed(Exception): a model could not be opened; the rest is cancelled.
        finished: all requested models are open.

    Args:
        runner: the worker.
        source: loads models.
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
        """True until all models are open, or the rest is cancelled."""

    def open(self, requests: Sequence[WeightsRequest]) -> None:
        """Open these weights; earlier requests are cancelled."""
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


class ShownWeights(QObject):
    """The weights that the shared slider shows; weights that were opened once are kept.

    Signals:
        changed(int): the model of this index has other weights now.

    Args:
        compared: the compared models.
        opener: opens the weights of epochs.
    """

    changed = Signal(int)

    def __init__(
        self, compared: Sequence[ModelWithRun], opener: WeightsOpener, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._compared, self._opener = tuple(compared), opener
        self.models = [one.model for one in compared]
        self.epochs: list[int | None] = [None] * len(self.models)
        self._wanted: list[int | None] = [None] * len(self.models)
        self._opened: dict[tuple[int, int], OpenedModel] = {}
        opener.opened.connect(self._on_opened)

    def choose(self, stop: int | None) -> None:
        """Show a stop of the slider; ``changed`` follows for each model, perhaps later."""
        self._wanted = [one.epoch_at(stop) for one in self._compared]
        requests = []
        for index, epoch in enumerate(self._wanted):
            model = self._at_hand(index, epoch)
            run = self._compared[index].run
            if model is not None:
                self._show(index, epoch, model)
            elif run is not None:
                requests.append(WeightsRequest(index, run, epoch))
        self._opener.open(requests)

    def name(self, index: int, name: str) -> str:
        """Return a model's name with the epoch that is shown."""
        epoch = self.epochs[index]
        return name if epoch is None else tr("{name} · epoch {epoch}", name=name, epoch=epoch)

    def _at_hand(self, index: int, epoch: int | None) -> OpenedModel | None:
        if epoch is None:
            return self._compared[index].model
        return self._opened.get((index, epoch))

    def _show(self, index: int, epoch: int | None, model: OpenedModel) -> None:
        if self.epochs[index] != epoch:
            self.models[index], self.epochs[index] = model, epoch
            self.changed.emit(index)

    def _on_opened(self, request: WeightsRequest, one: ModelWithRun) -> None:
        if request.epoch is not None:
            self._opened[request.index, request.epoch] = one.model
            if self._wanted[request.index] == request.epoch:
                self._show(request.index, request.epoch, one.model)
