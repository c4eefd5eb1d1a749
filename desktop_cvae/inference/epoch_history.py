"""A training's history: the same latents and the same digits, epoch by epoch."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.latent_maps import Plane
from desktop_cvae.core.results import FloatArray, IntArray, Samples
from desktop_cvae.core.tasks import result_of
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.library.checkpoint_file import kept_epochs
from desktop_cvae.library.run_library import RunEntry
from desktop_cvae.library.run_models import checkpoint_model

SAMPLES = 100


@dataclass(frozen=True, eq=False)
class EpochSnapshot:
    """A run's network as it was after an epoch.

    Attributes:
        epoch: counted from 1.
        model: answers as it did then.
        samples: digits of latent vectors that are the same in every epoch.
        plane: through the latent space, the last epoch's; None without test digits.
        positions: float32, (N, 2), of the test digits in that plane; None likewise.
    """

    epoch: int
    model: OpenedModel
    samples: Samples
    plane: Plane | None = None
    positions: FloatArray | None = None


def open_epoch_history(
    run: RunEntry, digits: tuple[FloatArray, IntArray] | None, seed: int
) -> Generator[EpochSnapshot, None, None]:
    """Open the epochs that a run has kept: the last one first, then the others in order.

    The position of a latent vector has a meaning only in the network that encoded it, but networks
    of one training differ little from epoch to epoch. All epochs are therefore shown in the last
    one's plane, which stays the same. That is why the last epoch comes first.

    Args:
        run: which training.
        digits: test digits float32, (N, 28, 28), in [0, 1], and the model's labels of them,
            int64, (N,), for the map; None leaves it out.
        seed: of the samples' latent vectors.

    Yields:
        one epoch after the other.

    Raises:
        UsageError: nothing of any epoch was kept.
        InputOutputError: a checkpoint cannot be read, or the cache cannot be written.
    """
    epochs = kept_epochs(run.checkpoints)
    if not epochs:
        raise UsageError(tr("No epochs of “{name}” were kept.", name=run.name))
    plane: Plane | None = None
    for epoch in (epochs[-1], *epochs[:-1]):
        model = open_model(checkpoint_model(run, epoch))
        samples = result_of(model.generate(None, SAMPLES, 1.0, seed))
        positions = None
        if digits is not None:
            seen = model.build_latent_map(*digits)
            plane = plane or seen.plane
            positions = plane.project(seen.codes)
        yield EpochSnapshot(epoch, model, samples, plane, positions)


def extent(positions: FloatArray) -> float:
    """Return half the side of the square around 0 that holds nearly all positions, (N, 2)."""
    return float(np.quantile(np.abs(positions), 0.995)) or 1.0
