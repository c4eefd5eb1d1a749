"""Decoys: pictures as the model reads them, the same for the same seed, of many kinds."""

from __future__ import annotations

import numpy as np
import pytest
from fakes import draw_digit

from desktop_cvae.core.results import FloatArray
from desktop_cvae.images.decoys import make_decoys

LABELS = np.arange(20) % 10


@pytest.fixture(scope="module")
def digits() -> FloatArray:
    return np.stack([draw_digit(int(label)) for label in LABELS])


def test_decoys_are_pictures_with_ink(digits: FloatArray) -> None:
    decoys = make_decoys(digits, LABELS, 40, 3)
    assert decoys.shape == (40, 28, 28)
    assert decoys.dtype == np.float32
    assert decoys.min() >= 0
    assert decoys.max() <= 1
    assert (decoys.max(axis=(1, 2)) > 0.2).all()
    assert len(np.unique(decoys.reshape(40, -1), axis=0)) > 35


def test_the_seed_decides(digits: FloatArray) -> None:
    once = make_decoys(digits, LABELS, 16, 3)
    assert np.array_equal(once, make_decoys(digits, LABELS, 16, 3))
    assert not np.array_equal(once, make_decoys(digits, LABELS, 16, 4))
