"""What is compared: models and runs, opened, each with the epochs that it can go back to."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.values import LoadedModel

if TYPE_CHECKING:
    from desktop_cvae.library.model_library import ModelEntry
    from desktop_cvae.library.run_library import RunEntry


@dataclass(frozen=True, eq=False)
class Wish:
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
        """What is being opened, for people."""
        return self.entry.name if self.epoch is None else f"epoch {self.epoch} of {self.entry.name}"


@dataclass(frozen=True, eq=False)
class Found:
    """Weights on disk.

    Attributes:
        entry: the model file that holds them.
        run: where they come from, or None.
        epochs: those whose weights the run's checkpoints hold, in order.
        is_compiled: they can be opened at once.
        is_in_library: the window's source of models knows the file.
    """

    entry: ModelEntry
    run: RunEntry | None
    epochs: tuple[int, ...]
    is_compiled: bool
    is_in_library: bool


@dataclass(frozen=True, eq=False)
class Contender:
    """An opened model or run.

    Attributes:
        model: answers with the weights as they were saved.
        run: whose checkpoints may be looked at, or None.
        epochs: of those checkpoints, in order; empty without a run.
    """

    model: LoadedModel
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


def shared_stops(contenders: Sequence[Contender]) -> tuple[int, ...]:
    """Every epoch that any of them can go back to, in order."""
    return tuple(sorted({epoch for contender in contenders for epoch in contender.epochs}))


def find_contenders(models: Sequence[LoadedModel]) -> tuple[Contender, ...]:
    """Opened models with the runs that made them; for the worker."""
    return tuple(Contender(model, *_run_behind(model.entry)) for model in models)


def find_weights(source: ModelSource, wish: Wish) -> Found:
    """Look for weights on disk; for the worker.

    Raises:
        UsageError: the run has none.
        InputOutputError: a checkpoint cannot be read, or the cache cannot be written.
    """
    from desktop_cvae.inference.compiled_graphs import is_compiled
    from desktop_cvae.library.model_library import ModelEntry
    from desktop_cvae.library.run_models import checkpoint_model, model_of_run

    if isinstance(wish.entry, ModelEntry):
        run, epochs = _run_behind(wish.entry)
        return Found(wish.entry, run, epochs, source.is_compiled(wish.entry), True)
    run = wish.entry
    entry = model_of_run(run) if wish.epoch is None else checkpoint_model(run, wish.epoch)
    return Found(entry, run, _kept(run), is_compiled(entry), False)


def open_weights(source: ModelSource, found: Found) -> LoadedModel:
    """Open weights that are compiled; for the worker.

    Raises:
        ModelFileError: the file cannot be used.
    """
    if found.is_in_library:
        model = source.load(str(found.entry.path), "litert")
        return dataclasses.replace(model, entry=found.entry)
    from desktop_cvae.inference.engines import open_engine

    history = () if found.run is None else found.run.history
    return LoadedModel(found.entry, open_engine(found.entry), "litert", history)


def _run_behind(entry: ModelEntry) -> tuple[RunEntry | None, tuple[int, ...]]:
    from desktop_cvae.library.run_library import list_runs
    from desktop_cvae.library.run_models import run_of_model

    run = run_of_model(entry, list_runs())
    return run, () if run is None else _kept(run)


def _kept(run: RunEntry) -> tuple[int, ...]:
    from desktop_cvae.library.checkpoint_file import kept_epochs

    return tuple(kept_epochs(run.checkpoints))
