"""Running means and speed of one epoch."""

from __future__ import annotations

import time
from typing import Any

import numpy as np

from desktop_cvae.core.training_results import LossTerms
from desktop_cvae.library.checkpoint_file import TrainingState

PROGRESS_INTERVAL_S = 0.2


class Meter:
    """Sums of an epoch; reads the device only when it is asked.

    Args:
        resumed: the state in the middle of whose epoch the counting goes on.
    """

    def __init__(self, resumed: TrainingState | None = None) -> None:
        self._sums = np.array(resumed.sums if resumed else (0.0, 0.0, 0.0))
        self.images = resumed.images if resumed else 0
        self._before_s = resumed.seconds if resumed else 0.0
        self._before_images = self.images
        self._started = self._reported = time.perf_counter()
        self._paused_s = 0.0
        self._waiting: list[tuple[Any, int, float]] = []

    def add(self, terms: Any, images: int, beta: float) -> None:
        """Count a batch: float32 (2,), mean reconstruction and KL, of so many images."""
        self._waiting.append((terms, images, beta))

    def is_due(self) -> bool:
        """True once in every reporting interval."""
        now = time.perf_counter()
        if now - self._reported < PROGRESS_INTERVAL_S:
            return False
        self._reported = now
        return True

    def leave_out(self, seconds: float) -> None:
        """Time in which the caller held the training is not the training's."""
        self._paused_s += seconds

    def sums(self) -> tuple[float, ...]:
        """Total, reconstruction and KL over all images so far, in nats."""
        for terms, images, beta in self._waiting:
            reconstruction, kl = np.asarray(terms, np.float64)
            self._sums += images * np.array([reconstruction + beta * kl, reconstruction, kl])
            self.images += images
        self._waiting.clear()
        return tuple(float(number) for number in self._sums)

    def mean(self) -> LossTerms:
        """The mean of an image so far."""
        return LossTerms(*(number / max(self.images, 1) for number in self.sums()))

    def seconds(self) -> float:
        """The epoch's own time so far."""
        return self._before_s + self._here_s()

    def speed(self) -> float:
        """Images a second, since the epoch began or was resumed."""
        return (self.images - self._before_images) / max(self._here_s(), 1e-9)

    def _here_s(self) -> float:
        return time.perf_counter() - self._started - self._paused_s
