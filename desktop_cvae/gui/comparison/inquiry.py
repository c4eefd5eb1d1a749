"""What is asked of the compared models about held-out digits, in small steps.

What a comparison asks of the worker thread: plain functions of values.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_cvae.core.results import Answer, FloatArray, LatentMap, NoiseSetting, Scorecard
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from desktop_cvae.datasets.dataset import DigitDataset


SCORED = 1000
"""Held-out digits that every model is scored on; “desktop-cvae compare” takes all."""
CHUNK = 100
"""Digits scored by one job: so few that the pen's answers are not kept waiting."""


def read_drawing(
    models: Sequence[OpenedModel], image: FloatArray, noise: NoiseSetting, label: str | None
) -> list[Answer]:
    """The canvas's drawing, float32, (H, W), through all models."""
    from desktop_cvae.evaluation.comparison import compare_drawing
    from desktop_cvae.pictures.preparation import to_mnist_style

    return compare_drawing(models, to_mnist_style(image), noise, label)


def find_digits(source: ModelSource) -> tuple[DigitDataset, DigitDataset] | None:
    """The originals, one of each label, and the digits to be scored; None without MNIST."""
    from desktop_cvae.evaluation.comparison import pick_originals

    digits = source.test_digits()
    return None if digits is None else (pick_originals(digits, 0).digits, digits.limit(SCORED))


def rebuild_digits(model: OpenedModel, originals: DigitDataset) -> FloatArray:
    """One model's reconstructions of the originals, (N, 28, 28).

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    from desktop_cvae.evaluation.comparison import reconstruct_digits

    return reconstruct_digits(model.engine, originals)


def look_at_digits(
    source: ModelSource, model: OpenedModel, originals: DigitDataset
) -> tuple[FloatArray, LatentMap | None]:
    """One model's reconstructions of the originals, (N, 28, 28), and its latent map.

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    return rebuild_digits(model, originals), source.latent_map(model)


def score_chunk(model: OpenedModel, digits: DigitDataset, start: int) -> Scorecard:
    """One model's results on the ``CHUNK`` digits from ``start`` on.

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    from desktop_cvae.core.tasks import result_of
    from desktop_cvae.datasets.dataset import labels_of_model
    from desktop_cvae.evaluation.scorecard import score_pictures

    part = slice(start, start + CHUNK)
    labels = labels_of_model(digits, model.spec)[part]
    images = digits.limit(start + CHUNK).floats()[part]
    return result_of(score_pictures(model.engine, images, labels, seed=start))[0]


def metrics_row(cards: Sequence[Scorecard]) -> tuple[str, ...]:
    """Results over all chunks so far, as texts; chunks of equal size weigh the same.

    Returns:
        images, share read right, −ELBO, reconstruction, KL (nats).
    """
    if not cards:
        return ("…",) * 5
    count = sum(card.n for card in cards)

    def mean(name: str) -> float:
        return float(sum(getattr(card, name) * card.n for card in cards)) / count

    read = "–" if cards[0].accuracy is None else f"{100 * mean('accuracy'):.1f} %"
    nats = (f"{mean(f'{name}_nats'):.2f}" for name in ("neg_elbo", "reconstruction", "kl"))
    return (f"{count:,}", read, *nats)


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
        models: Sequence[OpenedModel],
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
        self._do([(partial(find_digits, self._source), self._on_digits_found)])

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
                    partial(look_at_digits, self._source, model, originals),
                    partial(self._on_looked, index),
                )
                for index, model in enumerate(self._models)
            ]
        )
        # In turns, so that the models are beside each other from the first digits on.
        self._do(
            [
                (
                    partial(score_chunk, model, scored, start),
                    partial(self.scored.emit, index),
                )
                for start in range(0, len(scored), CHUNK)
                for index, model in enumerate(self._models)
            ]
        )

    def _on_looked(self, index: int, seen: tuple[Any, Any]) -> None:
        self.looked.emit(index, *seen)

    def _on_failed(self, error: Exception) -> None:
        self._steps.clear()
        self.failed.emit(error)
