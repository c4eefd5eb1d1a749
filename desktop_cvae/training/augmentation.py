"""Small random affine changes of a batch of digits."""

from __future__ import annotations

from typing import Any

import tensorflow as tf

Tensor = Any

ROTATION_RAD = 0.30
SHEAR = 0.30
LOG_SCALE = 0.18
SHIFT_PX = 2.0
"""Half-widths of the uniform draws at strength 1: about 17°, 30 % shear, ±18 %, 2 px; the
scale of Cireşan et al. 2012 (arXiv:1202.2745), a little wider in rotation."""


def random_affine(images: Tensor, strength: float, seed: Tensor) -> Tensor:
    """Rotate, shear, scale and shift every image by its own small draw.

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
    # Output place → input place: rotation · shear · scale about the centre, then a shift.
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
