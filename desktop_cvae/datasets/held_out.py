"""Which pictures of its data a training has held out: drawn by its seed, never stored."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.datasets.digit_dataset import DigitDataset

SPLIT_STREAM = 13
"""The training's own number of that draw (``training.pipeline``); a test holds them together."""


def held_out_part(dataset: DigitDataset, config: TrainingConfig) -> DigitDataset:
    """The validation part of what was trained on.

    Args:
        dataset: all of it, as it was given to the training.
        config: how it was trained; its seed and share decide.
    """
    count = len(dataset)
    order = np.random.default_rng([config.seed, SPLIT_STREAM]).permutation(count)
    chosen = order[: min(max(1, round(count * config.validation_share)), count - 1)]
    return replace(dataset, images=dataset.images[chosen], labels=dataset.labels[chosen])
