"""The data set's own checks and its digest.

The validation part that is found again is the one that the training held out.
"""

from __future__ import annotations

import numpy as np
import pytest

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.datasets.dataset import DigitDataset, held_out_part, learned_part


def dataset(count: int = 4, **changes: object) -> DigitDataset:
    rng = np.random.default_rng(0)
    images = rng.integers(0, 256, (count, 28, 28), np.uint8)
    parts: dict = {"images": images, "labels": np.arange(count) % 10, "name": "mine"} | changes
    return DigitDataset(**parts)


def test_length_limit_and_floats() -> None:
    whole = dataset()
    assert len(whole) == 4
    assert len(whole.limit(3)) == 3
    assert np.array_equal(whole.limit(3).labels, [0, 1, 2])
    assert len(whole.limit(99)) == 4
    floats = whole.floats()
    assert floats.dtype == np.float32
    assert np.array_equal(np.rint(floats * 255).astype(np.uint8), whole.images)
    assert floats.max() <= 1


def test_a_limit_of_nothing_is_refused() -> None:
    with pytest.raises(DatasetProblem, match="no pictures"):
        dataset().limit(0)


def test_the_digest_depends_on_everything_but_the_name() -> None:
    whole = dataset()
    assert whole.digest == dataset(name="yours").digest
    assert len(whole.digest) == 64
    images = whole.images.copy()
    images[0, 0, 0] ^= 1
    others = [
        dataset(images=images),
        dataset(labels=np.array([0, 1, 2, 4])),
        dataset(label_names=tuple("abcdefghij")),
        whole.limit(3),
    ]
    assert len({whole.digest, *(other.digest for other in others)}) == 5


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"images": np.zeros((0, 28, 28), np.uint8), "labels": np.zeros(0, int)}, "no pictures"),
        ({"images": np.zeros((4, 27, 28), np.uint8)}, "not 28 × 28"),
        ({"images": np.zeros((4, 28, 28), np.float32)}, "not 28 × 28 bytes"),
        ({"labels": np.zeros(3, int)}, "4 pictures but 3 labels"),
        ({"labels": np.array([0, 1, 10, 3])}, "row 3 has the label 10; labels are 0 to 9"),
        ({"labels": np.array([0, -1, 1, 3])}, "row 2 has the label -1"),
    ],
)
def test_row_21_what_does_not_fit_is_refused(changes: dict, sentence: str) -> None:
    with pytest.raises(DatasetProblem, match=sentence):
        dataset(**changes)


@pytest.mark.parametrize("count", [2, 10, 97])
@pytest.mark.parametrize("share", [0.01, 1 / 12, 0.5])
def test_the_held_out_part_is_never_trained_on(count: int, share: float) -> None:
    images = np.arange(count, dtype=np.uint8)[:, None, None] * np.ones((1, 28, 28), np.uint8)
    dataset = DigitDataset(images, np.arange(count) % 10)
    config = TrainingConfig(epochs=1, validation_share=share, seed=5)
    held_out, learned = held_out_part(dataset, config), learned_part(dataset, config)
    assert len(held_out) == max(1, round(share * count))
    together = np.concatenate([held_out.images[:, 0, 0], learned.images[:, 0, 0]])
    assert sorted(together) == list(range(count))
    for part in (held_out, learned):
        assert np.array_equal(part.labels, part.images[:, 0, 0] % 10)
