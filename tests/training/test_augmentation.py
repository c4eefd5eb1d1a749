"""Random changes stay pictures, repeat with their seed and do what they are named for.

Batches: split, shuffle and augmentation follow from the seed alone.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import tensorflow as tf

from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.training.augmentation import (
    epoch_dataset,
    random_affine,
    random_pen,
    random_warp,
)

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


CONFIG = TrainingConfig(batch_size=16, validation_share=0.25, seed=9)


def numbered(count=40):
    """Every image's first pixel is its number."""
    images = np.zeros((count, 28, 28), np.uint8)
    images[:, 0, 0] = np.arange(count)
    labels = np.arange(count, dtype=np.int64) % 10
    names = tuple("0123456789")
    return DigitDataset(images=images, labels=labels, label_names=names, name="numbered")


def numbers(batches):
    return np.concatenate([np.rint(images[:, 0, 0, 0] * 255) for images, _ in batches])


def test_an_epoch_sees_every_image_once_in_another_order():
    first, second = (numbers(epoch_dataset(numbered(), CONFIG, epoch)) for epoch in (0, 1))
    assert sorted(first) == sorted(second) == list(range(40))
    assert list(first) != list(second)
    np.testing.assert_array_equal(first, numbers(epoch_dataset(numbered(), CONFIG, 0)))


def test_labels_stay_with_their_images():
    for images, labels in epoch_dataset(numbered(), CONFIG, 0):
        expected = np.rint(images[:, 0, 0, 0] * 255) % 10
        np.testing.assert_array_equal(np.argmax(labels, axis=1), expected)


def test_augmentation_repeats_with_its_seed():
    config = dataclasses.replace(CONFIG, augmentation=1.0)
    noise = np.random.default_rng(1).integers(0, 255, (40, 28, 28), dtype=np.uint8)
    dataset = dataclasses.replace(numbered(), images=noise)
    first, again = (
        np.concatenate([images for images, _ in epoch_dataset(dataset, config, 2)])
        for _ in range(2)
    )
    np.testing.assert_array_equal(first, again)
    plain = np.concatenate([images for images, _ in epoch_dataset(dataset, CONFIG, 2)])
    assert np.abs(first - plain).max() > 0.1


@pytest.mark.parametrize(("names", "crosses"), [("0123456789", {0, 7}), ("abcdefg7ij", {7})])
def test_sevens_and_zeros_are_crossed_by_their_names(names, crosses):
    rings_of_all = np.repeat(np.rint(255 * rings(1).numpy()[..., 0]).astype(np.uint8), 40, axis=0)
    dataset = dataclasses.replace(numbered(), images=rings_of_all, label_names=tuple(names))
    config = dataclasses.replace(CONFIG, crossed=1.0)
    images, labels = (
        np.concatenate(part) for part in zip(*epoch_dataset(dataset, config, 0), strict=True)
    )
    changed = np.abs(images - rings(1).numpy()).max((1, 2, 3)) > 0.1
    assert set(labels.argmax(1)[changed]) == crosses
    assert changed.sum() == 4 * len(crosses)


@pytest.mark.parametrize("strength", [0.0, 0.5, 1.0])
def test_an_affine_change_is_small(strength):
    blob = np.zeros((64, 28, 28, 1), np.float32)
    blob[:, 11:17, 11:17] = 1.0
    changed = random_affine(tf.constant(blob), strength, tf.constant([1, 2])).numpy()
    rows = (changed[..., 0] * np.arange(28)[:, None]).sum((1, 2)) / changed.sum((1, 2, 3))
    assert np.abs(rows - 13.5).max() <= 3.0 * strength + 1e-3
    assert changed.min() >= 0.0
    assert changed.max() <= 1.0
    np.testing.assert_allclose(changed.sum((1, 2, 3)) / 36, 1.0, atol=0.6 * strength + 1e-6)
