"""What is asked of the compared models about held-out digits, in small steps."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_cvae.gui.comparison import work
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.values import LoadedModel
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from desktop_cvae.datasets.digit_dataset import DigitDataset

Step = tuple[Callable[[], Any], Callable[[Any], None]]


class Inquiry(QObject):
    """Asks the worker step by step, so that the pen's answers come in between.

    Signals:
        digits_found(DigitDataset | None): the originals, one of each label.
        looked(int, FloatArray, LatentMap | None): a model's reconstructions, and its map.
        scored(int, Scorecard): a model's results on some more digits.
        failed(Exception): the rest is given up.

    Args:
        runner: the worker.
        source: where test digits and maps come from.
        models: with the weights as they were saved.
    """

    digits_found = Signal(object)
    looked = Signal(int, object, object)
    scored = Signal(int, object)
    failed = Signal(object)

    def __init__(
        self,
        runner: JobRunner,
        source: ModelSource,
        models: Sequence[LoadedModel],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._source, self._models = runner, source, tuple(models)
        self._slot = f"inquiry {id(self)}"
        self._steps: deque[Step] = deque()

    @property
    def is_complete(self) -> bool:
        """True when every question is answered."""
        return not self._steps

    def start(self) -> None:
        """Begin with the search for digits."""
        self._do([(partial(work.find_digits, self._source), self._on_digits_found)])

    def stop(self) -> None:
        """Ask nothing more."""
        self._steps.clear()
        self._runner.cancel(self._slot)

    def _do(self, steps: Sequence[Step]) -> None:
        is_idle = not self._steps
        self._steps.extend(steps)
        if is_idle:
            self._start_step()

    def _start_step(self) -> None:
        if self._steps:
            function, on_done = self._steps[0]
            done = partial(self._on_step_done, on_done)
            self._runner.submit(self._slot, function, done, self._on_failed)

    def _on_step_done(self, on_done: Callable[[Any], None], result: object) -> None:
        on_done(result)
        if self._steps:
            self._steps.popleft()
            self._start_step()

    def _on_digits_found(self, found: tuple[DigitDataset, DigitDataset] | None) -> None:
        self.digits_found.emit(None if found is None else found[0])
        if found is None:
            return
        originals, scored = found
        self._do(
            [
                (
                    partial(work.look_at_digits, self._source, model, originals),
                    partial(self._on_looked, index),
                )
                for index, model in enumerate(self._models)
            ]
        )
        # In turns, so that the models are beside each other from the first digits on.
        self._do(
            [
                (
                    partial(work.score_chunk, model, scored, start),
                    partial(self.scored.emit, index),
                )
                for start in range(0, len(scored), work.CHUNK)
                for index, model in enumerate(self._models)
            ]
        )

    def _on_looked(self, index: int, seen: tuple[Any, Any]) -> None:
        self.looked.emit(index, *seen)

    def _on_failed(self, error: Exception) -> None:
        self._steps.clear()
        self.failed.emit(error)
