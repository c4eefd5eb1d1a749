"""What a network loses on the held-out part, and which latent dimensions it uses."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.training_results import EpochRecord, LossTerms
from desktop_cvae.datasets.digit_dataset import DigitDataset
from desktop_cvae.training.steps import Trainer

DoubleArray = npt.NDArray[np.float64]
EVALUATION_BATCH = 500
ACTIVE_VARIANCE = 0.01
"""Of the posterior's mean over the data; a unit under it is off (Burda et al. 2016)."""


@dataclass(frozen=True)
class Validation:
    """Means over the held-out part.

    Attributes:
        terms: β in full.
        kl_per_dimension: nats.
        active_units: how many dimensions carry information.
    """

    terms: LossTerms
    kl_per_dimension: tuple[float, ...] = ()
    active_units: int | None = None


def neg_elbo(record: EpochRecord) -> float:
    """Validation −ELBO in nats, whatever β was trained with: what “best” means."""
    return record.validation.reconstruction + record.validation.kl


def mean_of(parts: list[list[DoubleArray]], count: int, beta: float) -> Validation:
    """Means over a held-out part.

    Args:
        parts: sums of what ``Trainer.evaluate`` returns, float64.
        count: number of images in all.
        beta: weight of the KL term in the total.
    """
    nats, kl, mean, square = (sum(values) / count for values in zip(*parts, strict=True))
    variance = square - mean**2
    reconstruction, kl_nats = float(nats), float(np.sum(kl))
    return Validation(
        LossTerms(reconstruction + beta * kl_nats, reconstruction, kl_nats),
        tuple(float(x) for x in kl),
        int(np.sum(variance > ACTIVE_VARIANCE)),
    )


def evaluate_part(trainer: Trainer, dataset: DigitDataset, start: int) -> list[DoubleArray]:
    """Sums of what ``Trainer.evaluate`` returns over at most ``EVALUATION_BATCH`` images.

    Args:
        trainer: has the network.
        dataset: the held-out part.
        start: the first image of the part; also seeds its posterior samples.
    """
    part = slice(start, start + EVALUATION_BATCH)
    images = dataset.images[part, ..., np.newaxis].astype(np.float32) / np.float32(255)
    labels = np.eye(len(dataset.label_names), dtype=np.float32)[dataset.labels[part]]
    return [np.asarray(x, np.float64) for x in trainer.evaluate(images, labels, start)]
