"""Seeded batches: each is a function of (seed, epoch, position), so a run can be repeated.

Each picture is changed a little at random: crossing strokes, position and shape, bending, pen.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import tensorflow as tf

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.synthesis.restyling import crossed

Tensor = Any
Batch = tuple[Tensor, Tensor]
AUGMENTATION_STREAM, SHUFFLE_STREAM = 11, 12
"""Keep random draws for different purposes apart under one seed."""
ROTATION_RAD = 0.30
SHEAR = 0.30
LOG_SCALE = 0.18
SHIFT_PX = 2.0
"""Half-widths of the uniform draws at strength 1: about 17°, 30 % shear, ±18 %, 2 px; the
scale of Cireşan et al. 2012 (arXiv:1202.2745), a little wider in rotation."""
WARP_GRID, WARP_PX = 5, 1.6
"""Displacements are drawn on a coarse grid and interpolated, with this deviation in pixels at
strength 1: Simard et al. 2003 smooth a fine random field with σ = 4 px instead, alike in effect."""
STROKE, SOFTNESS, LOG_GAMMA, FADE = 0.9, 0.8, 0.7, 0.35
"""Half-widths of the draws at strength 1: weight of a grey dilation or erosion over 3 × 3, weight
of a 3 × 3 mean, log of the grey values' exponent, and the largest loss of contrast."""


def random_affine(images: Tensor, strength: float, seed: Tensor) -> Tensor:
    """Rotate, shear, scale and shift every image by a small random amount.

    Args:
        images: float32, (B, 28, 28, 1), in [0, 1].
        strength: in [0, 1]; 0 changes nothing.
        seed: int32, (2,); the same seed gives the same change.

    Returns:
        float32, (B, 28, 28, 1), in [0, 1], bilinear, black outside.
    """
    if strength == 0:
        return images
    batch = tf.shape(images)[0]
    draws = tf.random.stateless_uniform((batch, 6), seed, -strength, strength)
    angle, shear = ROTATION_RAD * draws[:, 0], SHEAR * draws[:, 1]
    wide, high = tf.exp(LOG_SCALE * draws[:, 2]), tf.exp(LOG_SCALE * draws[:, 3])
    cos, sin = tf.cos(angle), tf.sin(angle)
    # Output position → input position: rotation · shear · scale about the centre, then a shift.
    xx, xy = cos * wide, (cos * shear - sin) * high
    yx, yy = sin * wide, (sin * shear + cos) * high
    center = 13.5
    x0 = center - center * (xx + xy) + SHIFT_PX * draws[:, 4]
    y0 = center - center * (yx + yy) + SHIFT_PX * draws[:, 5]
    none = tf.zeros_like(xx)
    return tf.raw_ops.ImageProjectiveTransformV3(
        images=images,
        transforms=tf.stack([xx, xy, x0, yx, yy, y0, none, none], axis=1),
        output_shape=tf.constant([28, 28]),
        fill_value=0.0,
        interpolation="BILINEAR",
    )


def random_warp(images: Tensor, strength: float, seed: Tensor) -> Tensor:
    """Bend every image smoothly by a small random warp.

    Args:
        images: float32, (B, 28, 28, 1), in [0, 1].
        strength: in [0, 1]; 0 changes nothing.
        seed: int32, (2,); the same seed gives the same change.

    Returns:
        float32, (B, 28, 28, 1), in [0, 1], bilinear.
    """
    if strength == 0:
        return images
    batch = tf.shape(images)[0]
    coarse = tf.random.stateless_normal((batch, WARP_GRID, WARP_GRID, 2), seed)
    shift = tf.image.resize(strength * WARP_PX * coarse, (28, 28), "bicubic")
    axis = tf.range(28, dtype=tf.float32)
    # A little below 27, so that the pixel on the other side of each position exists.
    rows = tf.clip_by_value(axis[:, None] + shift[..., 0], 0.0, 26.999)
    columns = tf.clip_by_value(axis[None, :] + shift[..., 1], 0.0, 26.999)
    top, left = tf.floor(rows), tf.floor(columns)
    down, right = rows - top, columns - left
    corner = tf.reshape(tf.cast(top * 28 + left, tf.int32), (batch, 784))
    flat = tf.reshape(images, (batch, 784))

    def at(offset: int) -> Tensor:
        return tf.reshape(tf.gather(flat, corner + offset, batch_dims=1), (batch, 28, 28))

    upper = at(0) * (1 - right) + at(1) * right
    lower = at(28) * (1 - right) + at(29) * right
    return (upper * (1 - down) + lower * down)[..., tf.newaxis]


def random_pen(images: Tensor, strength: float, seed: Tensor) -> Tensor:
    """Vary pen and camera: stroke width, softness, grey curve and contrast.

    Args:
        images: float32, (B, 28, 28, 1), in [0, 1].
        strength: in [0, 1]; 0 changes nothing.
        seed: int32, (2,); the same seed gives the same change.

    Returns:
        float32, (B, 28, 28, 1), in [0, 1].
    """
    if strength == 0:
        return images
    draws = tf.random.stateless_uniform((4, tf.shape(images)[0], 1, 1, 1), seed, -1.0, 1.0)
    width, softness, gamma, fade = (strength * draws[part] for part in range(4))
    thick = tf.nn.max_pool2d(images, 3, 1, "SAME")
    thin = -tf.nn.max_pool2d(-images, 3, 1, "SAME")
    images += STROKE * tf.maximum(width, 0.0) * (thick - images)
    # An erosion of a thin stroke leaves nothing, so it goes half as far.
    images += 0.5 * STROKE * tf.maximum(-width, 0.0) * (thin - images)
    soft = tf.nn.avg_pool2d(images, 3, 1, "SAME")
    images += SOFTNESS * tf.maximum(softness, 0.0) * (soft - images)
    curved = tf.pow(tf.clip_by_value(images, 1e-6, 1.0), tf.exp(LOG_GAMMA * gamma))
    # Black stays black: 1e-6 to a power below one would be grey.
    return tf.where(images <= 0.0, 0.0, curved * (1.0 - FADE * tf.maximum(fade, 0.0)))


def random_crossing(images: Tensor, digits: Tensor, fraction: float, seed: Tensor) -> Tensor:
    """Cross a fraction of the sevens and zeros; see :func:`synthesis.restyling.crossed`.

    Args:
        images: float32, (B, 28, 28, 1), in [0, 1].
        digits: int64, (B,).
        fraction: in [0, 1]; 0 changes nothing.
        seed: int32, (2,); the same seed gives the same strokes.

    Returns:
        float32, (B, 28, 28, 1), in [0, 1].
    """
    if fraction == 0:
        return images

    def cross(pictures: FloatArray, shown: IntArray, numbers: IntArray) -> FloatArray:
        strokes = crossed(pictures[..., 0], shown, fraction, [int(number) for number in numbers])
        return strokes[..., np.newaxis]

    # A NumPy function forgets the shape of its result.
    return tf.ensure_shape(
        tf.numpy_function(cross, [images, digits, seed], tf.float32), images.shape
    )


def epoch_dataset(dataset: DigitDataset, config: TrainingConfig, epoch: int, first: int = 0) -> Any:
    """Return the batches of one epoch, shuffled and augmented, as a ``tf.data.Dataset``.

    Args:
        dataset: the training part.
        config: batch size, augmentation and seed.
        epoch: counted from 0.
        first: the batch to begin with, counted from 0; earlier ones were seen before a resume.

    Returns:
        of each batch images float32 (B, 28, 28, 1) in [0, 1] and one-hot labels float32 (B, K).
    """
    order = np.random.default_rng([config.seed, SHUFFLE_STREAM, epoch]).permutation(len(dataset))
    classes = len(dataset.label_names)
    images, labels = tf.constant(dataset.images), tf.constant(dataset.labels)
    names = [int(name) if name in tuple("0123456789") else -1 for name in dataset.label_names]
    digits = tf.constant(names, tf.int64)

    def load(position: Tensor, chosen: Tensor) -> Batch:
        batch = tf.cast(tf.gather(images, chosen), tf.float32)[..., tf.newaxis] / 255.0
        step = epoch * batch_count(len(dataset), config) + tf.cast(position, tf.int32)
        seed = tf.stack([config.seed + AUGMENTATION_STREAM * 1_000_003, step])
        shown = tf.gather(digits, tf.gather(labels, chosen))
        batch = random_crossing(batch, shown, config.crossed, seed + tf.constant([3, 0]))
        batch = random_affine(batch, config.augmentation, seed)
        batch = random_warp(batch, config.elastic, seed + tf.constant([1, 0]))
        batch = random_pen(batch, config.pen, seed + tf.constant([2, 0]))
        return batch, tf.one_hot(tf.gather(labels, chosen), classes)

    # Gathering inside map keeps one copy of the pixels; enumerate gives each batch its seed. One
    # deterministic call at a time, because a resumed run must see the same batches.
    rest = tf.data.Dataset.from_tensor_slices(order[first * config.batch_size :])
    numbered = rest.batch(config.batch_size).enumerate(first)
    return numbered.map(load, num_parallel_calls=1, deterministic=True).prefetch(2)


def batch_count(images: int, config: TrainingConfig) -> int:
    """Return the number of batches per epoch; the last one may be smaller."""
    return -(-images // config.batch_size)
