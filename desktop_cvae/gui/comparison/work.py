"""What a comparison asks of the worker thread: plain functions of values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_cvae.core.results import FloatArray, LatentMap, NoiseSetting, Scorecard
from desktop_cvae.gui.model_source import ModelSource
from desktop_cvae.gui.values import LoadedModel

if TYPE_CHECKING:
    from desktop_cvae.datasets.digit_dataset import DigitDataset
    from desktop_cvae.inference.drawing_comparison import DrawingComparison

SCORED = 1000
"""Held-out digits that every model is scored on; “desktop-cvae compare” takes all."""
CHUNK = 100
"""Digits scored by one job: so few that the pen's answers are not kept waiting."""


def read_drawing(
    models: Sequence[LoadedModel], image: FloatArray, noise: NoiseSetting, label: str | None
) -> DrawingComparison:
    """The canvas's drawing, float32, (H, W), through all models."""
    from desktop_cvae.images.mnist_style import to_mnist_style
    from desktop_cvae.inference.drawing_comparison import Reader, compare_drawing

    readers = [Reader(model.engine, model.calibration) for model in models]
    return compare_drawing(readers, to_mnist_style(image), noise, label)


def find_digits(source: ModelSource) -> tuple[DigitDataset, DigitDataset] | None:
    """The originals, one of each label, and the digits to be scored; None without MNIST."""
    from desktop_cvae.inference.comparison import pick_originals

    digits = source.test_digits()
    return None if digits is None else (pick_originals(digits, 0).digits, digits.limit(SCORED))


def rebuild_digits(model: LoadedModel, originals: DigitDataset) -> FloatArray:
    """One model's reconstructions of the originals, (N, 28, 28).

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    from desktop_cvae.inference.comparison import reconstruct_digits

    return reconstruct_digits(model.engine, originals)


def look_at_digits(
    source: ModelSource, model: LoadedModel, originals: DigitDataset
) -> tuple[FloatArray, LatentMap | None]:
    """One model's reconstructions of the originals, (N, 28, 28), and its latent map.

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    return rebuild_digits(model, originals), source.latent_map(model)


def score_chunk(model: LoadedModel, digits: DigitDataset, start: int) -> Scorecard:
    """One model's results on the ``CHUNK`` digits from ``start`` on.

    Raises:
        DatasetProblem: the model does not know one of the labels.
    """
    from desktop_cvae.inference.label_matching import labels_of_model
    from desktop_cvae.inference.scorecard import score_model

    part = slice(start, start + CHUNK)
    labels = labels_of_model(digits, model.engine.spec)[part]
    images = digits.limit(start + CHUNK).floats()[part]
    return score_model(model.engine, images, labels, seed=start)


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
