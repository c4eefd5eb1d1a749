"""Seeded batches: each is a function of (seed, epoch, position), so a run can be repeated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import tensorflow as tf

from desktop_cvae.core.results import IntArray
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.datasets.digit_dataset import DigitDataset
from desktop_cvae.training.augmentation import random_affine, random_pen, random_warp

Batch = tuple[Any, Any]
AUGMENTATION_STREAM, SHUFFLE_STREAM, SPLIT_STREAM = 11, 12, 13
"""Keep the random draws for different ends apart under one seed."""


@dataclass(frozen=True, eq=False)
class Split:
    """A data set cut into what is learned from and what is held out.

    Attributes:
        train: the part that is learned from.
        validation: the held-out part.
    """

    train: DigitDataset
    validation: DigitDataset


def split_dataset(dataset: DigitDataset, config: TrainingConfig) -> Split:
    """Hold out a random ``validation_share``, at least one image, by the config's seed."""
    count = len(dataset)
    order = np.random.default_rng([config.seed, SPLIT_STREAM]).permutation(count)
    held_out = min(max(1, round(count * config.validation_share)), count - 1)
    return Split(_take(dataset, order[held_out:]), _take(dataset, order[:held_out]))


def _take(dataset: DigitDataset, chosen: IntArray) -> DigitDataset:
    return replace(dataset, images=dataset.images[chosen], labels=dataset.labels[chosen])


def epoch_batches(
    dataset: DigitDataset, config: TrainingConfig, epoch: int, first: int = 0
) -> Iterator[Batch]:
    """The batches of one epoch, one after the other; see :func:`epoch_dataset`."""
    return iter(epoch_dataset(dataset, config, epoch, first))


def epoch_dataset(dataset: DigitDataset, config: TrainingConfig, epoch: int, first: int = 0) -> Any:
    """The batches of one epoch, counted from 0, shuffled and augmented, as a ``tf.data.Dataset``.

    Args:
        dataset: what is learned from.
        config: batch size, augmentation and seed.
        epoch: counted from 0.
        first: the batch to begin with, counted from 0; those before it were seen already.

    Returns:
        of each batch images float32 (B, 28, 28, 1) in [0, 1] and one-hot labels float32 (B, K).
    """
    order = np.random.default_rng([config.seed, SHUFFLE_STREAM, epoch]).permutation(len(dataset))
    classes = len(dataset.label_names)
    images, labels = tf.constant(dataset.images), tf.constant(dataset.labels)

    def load(position: Any, chosen: Any) -> Batch:
        batch = tf.cast(tf.gather(images, chosen), tf.float32)[..., tf.newaxis] / 255.0
        step = epoch * batch_count(len(dataset), config) + tf.cast(position, tf.int32)
        seed = tf.stack([config.seed + AUGMENTATION_STREAM * 1_000_003, step])
        batch = random_affine(batch, config.augmentation, seed)
        batch = random_warp(batch, config.elastic, seed + tf.constant([1, 0]))
        batch = random_pen(batch, config.pen, seed + tf.constant([2, 0]))
        return batch, tf.one_hot(tf.gather(labels, chosen), classes)

    # Gathering inside map keeps one copy of the pixels; enumerate gives each batch its seed.
    rest = tf.data.Dataset.from_tensor_slices(order[first * config.batch_size :])
    numbered = rest.batch(config.batch_size).enumerate(first)
    return numbered.map(load, num_parallel_calls=1, deterministic=True).prefetch(2)


def batch_count(images: int, config: TrainingConfig) -> int:
    """Batches an epoch, the last one perhaps smaller."""
    return -(-images // config.batch_size)
