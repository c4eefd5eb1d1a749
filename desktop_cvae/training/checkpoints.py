"""When checkpoints are written and which are kept: the last two and the best."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.library.checkpoint_file import (
    SUFFIX,
    TrainingState,
    list_checkpoints,
    write_checkpoint,
)
from desktop_cvae.training.loop import Training

INTERVAL_S = 30.0
COST_SHARE = 0.05
KEPT = 2


class CheckpointKeeper:
    """Writes a run's checkpoints: every 30 s, and at an epoch's end where that is cheap.

    Cheap is what takes less than a twentieth of the time since the last one.

    Args:
        folder: of the checkpoints.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._best_epoch = 0
        self._written = time.perf_counter()
        self._cost_s = 0.0
        # A process that was killed while it wrote leaves these.
        for left_over in folder.glob(".*.part"):
            with contextlib.suppress(OSError):
                left_over.unlink()

    def is_due(self, *, at_epoch_end: bool) -> bool:
        """True if it is time for one."""
        passed = time.perf_counter() - self._written
        return passed >= INTERVAL_S or (at_epoch_end and passed >= self._cost_s / COST_SHARE)

    def save(self, training: Training) -> TrainingState | None:
        """Write where the training stands.

        Returns:
            what was written; None if its weights are no numbers any more, which nobody wants.

        Raises:
            InputOutputError: the disk is full, …; the earlier checkpoints stay.
        """
        started = time.perf_counter()
        self._written = started
        state = training.state()
        if not state.is_finite():
            return None
        written = write_checkpoint(self._folder, state)
        self._drop_old(written, state)
        self._written = time.perf_counter()
        self._cost_s = self._written - started
        return state

    def _drop_old(self, written: Path, state: TrainingState) -> None:
        best = f"{state.best_epoch:05}-{0:08}{SUFFIX}"
        files = list_checkpoints(self._folder)
        # What is further was not readable, or this run would have gone on from there.
        further = [file for file in files if file.name > written.name]
        earlier = [file for file in files if file.name < written.name]
        for file in (*further, *earlier[: 1 - KEPT]):
            if file.name != best or file in further:
                with contextlib.suppress(OSError):
                    file.unlink()


def full_disk_sentence(error: InputOutputError) -> str:
    """What the user reads when a checkpoint could not be written."""
    return f"No checkpoint could be written ({error.sentence.rstrip('.')}); the training goes on."
