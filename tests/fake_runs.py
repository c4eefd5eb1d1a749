"""Runs in the test's home: described, with a history and checkpoints, without a training."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from desktop_cvae.core.results import EpochRecord, FloatArray, LossTerms
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.library.checkpoint_file import OptimizerState, TrainingState, write_checkpoint
from desktop_cvae.library.run_library import (
    RunEntry,
    change_run,
    create_run,
    new_run_folder,
    read_run,
    write_history,
)


class MakeRun:
    """Makes runs of one network.

    Args:
        spec: the network.
        weights: after an epoch they are these, each plus a little for every epoch after the first.
    """

    def __init__(self, spec: ModelSpec, weights: dict[str, FloatArray]) -> None:
        self.spec, self._weights = spec, weights

    def weights(self, epoch: int) -> dict[str, FloatArray]:
        """What a checkpoint of that epoch holds."""
        step = np.float32(0.01 * (epoch - 1))
        return {name: array + step for name, array in self._weights.items()}

    def __call__(
        self,
        name: str,
        *,
        losses: Sequence[float] = (),
        state: str = "stopped",
        model: Path | None = None,
        epochs: int = 5,
        limit: int | None = None,
    ) -> RunEntry:
        """A run with a checkpoint after every epoch, in nats an image as ``losses`` says."""
        folder = new_run_folder(name)
        create_run(
            folder,
            name=name,
            spec=self.spec,
            training=TrainingConfig(epochs=epochs),
            dataset_name="made up",
            dataset_digest="",
            request={"limit": limit},
        )
        records = [_record(epoch, loss) for epoch, loss in enumerate(losses, start=1)]
        write_history(folder, [dataclasses.asdict(record) for record in records])
        for epoch in range(1, len(records) + 1):
            write_checkpoint(folder / "checkpoints", self._state(epoch, records))
        change_run(folder, state=state, model=None if model is None else str(model))
        return read_run(folder)

    def _state(self, epoch: int, records: Sequence[EpochRecord]) -> TrainingState:
        done = records[:epoch]
        best = min(done, key=lambda record: record.validation.total).epoch
        return TrainingState(
            weights=self.weights(epoch),
            optimizer=OptimizerState({}, 1, ()),
            epoch=epoch,
            batch=0,
            history=tuple(done),
            best_weights=self.weights(best),
            best_epoch=best,
        )


def _record(epoch: int, loss: float) -> EpochRecord:
    terms = LossTerms(loss, loss - 1, 1.0)
    return EpochRecord(epoch, terms, terms, 1.0)
