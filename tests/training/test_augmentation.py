"""Random changes stay pictures, repeat with their seed and do what they are named for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import tensorflow as tf

from desktop_cvae.training.augmentation import random_affine, random_pen, random_warp

SEED = tf.constant([3, 5])
CHANGES = pytest.mark.parametrize("change", [random_affine, random_warp, random_pen])


def rings(count: int = 12) -> Any:
    rows, columns = np.mgrid[:28, :28] - 13.5
    radius = np.hypot(rows, columns)
    ring = np.clip(2.0 - np.abs(radius - 7.0), 0.0, 1.0).astype(np.float32)
    return tf.constant(np.repeat(ring[np.newaxis, ..., np.newaxis], count, axis=0))


@CHANGES
def test_it_stays_a_picture_and_repeats(change: Callable[..., Any]) -> None:
    once, again, other = (
        change(rings(), 1.0, seed).numpy() for seed in (SEED, SEED, tf.constant([3, 6]))
    )
    assert once.shape == (12, 28, 28, 1)
    assert once.min() >= 0.0
    assert once.max() <= 1.0 + 1e-6
    np.testing.assert_array_equal(once, again)
    assert np.abs(once - other).max() > 0.1


@CHANGES
def test_without_strength_nothing_changes(change: Callable[..., Any]) -> None:
    np.testing.assert_array_equal(change(rings(), 0.0, SEED), rings())


def test_bending_moves_ink_but_keeps_about_as_much() -> None:
    before, after = rings().numpy(), random_warp(rings(), 1.0, SEED).numpy()
    assert np.abs(after - before).mean() > 0.01
    assert after.sum() == pytest.approx(before.sum(), rel=0.15)


def test_pens_are_thick_and_thin() -> None:
    ink = random_pen(rings(40), 1.0, SEED).numpy().sum(axis=(1, 2, 3))
    usual = rings(1).numpy().sum()
    assert ink.max() > 1.15 * usual
    assert ink.min() < 0.85 * usual
