"""What is asked in a calibration: of every kind as much as was said, the same each time."""

from __future__ import annotations

import numpy as np
import pytest
from fakes import draw_digit

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.inference.calibration_pictures import NOBODYS, batch_sizes, batches

LABELS = np.arange(30, dtype=np.int64) % 10


@pytest.fixture(scope="module")
def digits() -> tuple[FloatArray, IntArray]:
    return np.stack([draw_digit(int(label)) for label in LABELS]), LABELS


def test_all_kinds_come(digits: tuple[FloatArray, IntArray]) -> None:
    made = list(batches(*digits, seed=1, refuses=True))
    assert sum(len(batch.images) for batch in made) == sum(batch_sizes(30, True).values())
    for batch in made:
        assert batch.images.shape == (len(batch.labels), 28, 28)
        assert batch.images.dtype == np.float32
        assert len(batch.sources) == len(batch.labels)
        known = batch.sources >= 0
        assert np.array_equal(batch.labels[known], LABELS[batch.sources[known]])
    assert np.array_equal(made[0].images, digits[0])
    assert [batch.is_plain for batch in made] == [True] + [False] * (len(made) - 1)
    decoys = [batch for batch in made if (batch.labels < 0).all()]
    assert sum(len(batch.labels) for batch in decoys) > 60
    assert all((batch.sources == NOBODYS).all() for batch in decoys)


def test_the_seed_decides(digits: tuple[FloatArray, IntArray]) -> None:
    once, again, other = (list(batches(*digits, seed=s, refuses=True)) for s in (1, 1, 2))
    assert all(np.array_equal(a.images, b.images) for a, b in zip(once, again, strict=True))
    differ = [not np.array_equal(a.images, b.images) for a, b in zip(once, other, strict=True)]
    assert differ == [False] + [True] * (len(once) - 1)


def test_without_a_refusal_only_the_digits_are_asked(
    digits: tuple[FloatArray, IntArray],
) -> None:
    made = list(batches(*digits, seed=1, refuses=False))
    assert len(made) == 1
    assert batch_sizes(30, False) == {"plain": 30}
