"""The validation part that is found again is the one that the training held out."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.datasets.digit_dataset import DigitDataset
from desktop_cvae.datasets.held_out import held_out_part


@pytest.mark.parametrize("count", [2, 10, 97])
@pytest.mark.parametrize("share", [0.01, 1 / 12, 0.5])
def test_it_is_the_training_s_own(count: int, share: float) -> None:
    pipeline = pytest.importorskip("desktop_cvae.training.pipeline")
    images = np.arange(count, dtype=np.uint8)[:, None, None] * np.ones((1, 28, 28), np.uint8)
    dataset = DigitDataset(images, np.arange(count) % 10)
    config = TrainingConfig(epochs=1, validation_share=share, seed=5)
    ours, theirs = held_out_part(dataset, config), pipeline.split_dataset(dataset, config)
    assert np.array_equal(ours.images, theirs.validation.images)
    assert np.array_equal(ours.labels, theirs.validation.labels)
