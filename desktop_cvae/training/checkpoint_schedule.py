"""Schedule of checkpoints, and which are kept: the last two and the best.

Also snapshots of the weights at some of the epochs, which show the training's history.
"""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Sequence
from pathlib import Path

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.language import tr
from desktop_cvae.library.checkpoint_file import (
    SUFFIX,
    TrainingState,
    list_checkpoints,
    list_snapshots,
    write_checkpoint,
    write_snapshot,
)
from desktop_cvae.training.loop import Training

INTERVAL_S = 30.0
MAX_COST = 0.05
"""Largest fraction of the time that checkpoints at an epoch's end, or snapshots, may take."""
KEPT = 2
FEWEST_SNAPSHOTS, MOST_SNAPSHOTS = 4, 16
SNAPSHOT_BYTES = 192 * 2**20
"""Largest total size of a run's snapshots, unless only the fewest are left."""


class CheckpointKeeper:
    """Writes a run's checkpoints: every 30 s, and at an epoch's end where that is cheap.

    A checkpoint is cheap if writing takes less than a twentieth of the time since the last one.

    Args:
        folder: of the checkpoints.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last = (-1, -1)
        """Epoch and batch of the last checkpoint."""
        self._written = time.perf_counter()
        self._cost_s = 0.0
        self._snapshot_at, self._snapshot_cost_s = -math.inf, 0.0
        # A process that was killed while it wrote leaves such files.
        for left_over in folder.glob(".*.part"):
            with contextlib.suppress(OSError):
                left_over.unlink()

    def is_due(self, *, at_epoch_end: bool) -> bool:
        """Return whether a checkpoint is due."""
        passed = time.perf_counter() - self._written
        return passed >= INTERVAL_S or (at_epoch_end and passed >= self._cost_s / MAX_COST)

    def save(self, training: Training) -> TrainingState | None:
        """Write a checkpoint.

        Returns:
            the state that was written; None if its weights are not finite, or if the training has
            not gone on since the last checkpoint.

        Raises:
            InputOutputError: the disk is full, …; the earlier checkpoints stay.
        """
        started = time.perf_counter()
        self._written = started
        state = training.state()
        if self._last == (state.epoch, state.batch) or not state.is_finite():
            return None
        written = write_checkpoint(self._folder, state)
        self._drop_old(written, state)
        self._last = (state.epoch, state.batch)
        self._written = time.perf_counter()
        self._cost_s = self._written - started
        return state

    def save_snapshot(self, training: Training) -> None:
        """Keep the weights of the epoch that has just ended, if that is cheap.

        Raises:
            InputOutputError: the disk is full, …
        """
        started = time.perf_counter()
        if started - self._snapshot_at < self._snapshot_cost_s / MAX_COST:
            return
        weights, epoch = training.trainer.model.named_weights(), training.epochs_done
        size = write_snapshot(self._folder, epoch, weights).stat().st_size
        most = min(MOST_SNAPSHOTS, max(FEWEST_SNAPSHOTS, SNAPSHOT_BYTES // size))
        snapshots = list_snapshots(self._folder)
        # A resumed run may be at an earlier epoch than its last snapshots.
        kept = thinned([one for one in snapshots if one <= epoch], most)
        for one in snapshots.keys() - set(kept):
            with contextlib.suppress(OSError):
                snapshots[one].unlink()
        self._snapshot_at = time.perf_counter()
        self._snapshot_cost_s = self._snapshot_at - started

    def _drop_old(self, written: Path, state: TrainingState) -> None:
        best = f"{state.best_epoch:05}-{0:08}{SUFFIX}"
        files = list_checkpoints(self._folder)
        # Later checkpoints were unreadable, or the run would have been resumed from them.
        further = [file for file in files if file.name > written.name]
        earlier = [file for file in files if file.name < written.name]
        for file in (*further, *earlier[: 1 - KEPT]):
            if file.name != best or file in further:
                with contextlib.suppress(OSError):
                    file.unlink()


def thinned(epochs: Sequence[int], most: int) -> list[int]:
    """Return the first epoch and the multiples of the least power of two that leaves so few."""
    kept, stride = list(epochs), 1
    while len(kept) > most:
        stride *= 2
        kept = [epoch for epoch in epochs if epoch == epochs[0] or epoch % stride == 0]
    return kept


def full_disk_sentence(error: InputOutputError) -> str:
    """Return the sentence for a checkpoint that could not be written."""
    return tr(
        "No checkpoint could be written ({reason}); training continues.",
        reason=error.sentence.rstrip("."),
    )
