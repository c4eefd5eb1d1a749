"""Fit the network of ``inference/shape_network.py`` and write it into ``resources/signs``.

Usage: ``python tests/benchmarks/fit_shape_network.py [--epochs N] [--digits N] [--go-on]``
``[--write]``

Digits: MNIST's training digits but for the last 5,000, as they are, by other hands and pens,
noisy and damaged, and digits drawn from strokes. The rest: synthetic outliers, one in twenty
noisy. Both are turned, scaled, moved and made paler or stronger a little in every step. Needs
TensorFlow.
"""

from __future__ import annotations

import argparse
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from desktop_cvae.core.results import FloatArray
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference import shape_network
from desktop_cvae.library.tensor_file import pack_tensors
from desktop_cvae.pictures.damage import damage
from desktop_cvae.pictures.restyling import bend, drawn_digits, restyle
from desktop_cvae.pictures.synthetic_outliers import make_synthetic_outliers

LEARNED = 55_000
"""The digits after these are the ones that refusals are fitted on."""
BATCH, STEP_SIZE, DECAY = 128, 2e-3, 0.02
TURN, STRETCH, SLANT, SHIFT_PX = 0.08, 0.06, 0.08, 0.7
STRENGTHS = (0.7, 1.4)
DOUBT = 0.01
"""So much is taken from every label: some outliers are digits by accident."""
PART = 1000


def main() -> None:
    """Draw, fit, tell, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--digits", type=int, default=16_000, help="of every other hand and pen")
    parser.add_argument("--go-on", action="store_true", help="from the network that is there")
    parser.add_argument("--write", action="store_true")
    wish = parser.parse_args()
    digits, others = drawn_pictures(wish.digits)
    print(f"{len(digits):,} digits, {len(others):,} others", flush=True)
    network = untrained_network()
    if wish.go_on:
        network.set_weights([shape_network.shape_tensors()[n] for n in shape_network.TENSORS])
    fit(network, digits, others, wish.epochs)
    if wish.write:
        shape_network.FILE.write_bytes(pack_tensors(tensors_of(network)))


def drawn_pictures(count: int) -> tuple[FloatArray, FloatArray]:
    """Digits in many looks, and twice ``count`` other pictures, (N, 28, 28)."""
    rng = np.random.default_rng(2)
    train = load_dataset("mnist", "train").limit(LEARNED)
    images, labels = train.floats(), train.labels
    chosen = rng.permutation(len(images))
    looks = [images[chosen[:count]]]
    styled = _in_parts(restyle, images[chosen[: count // 2]])
    bent = _in_parts(bend, images[chosen[count // 2 : count]])
    hands = np.concatenate([styled, bent, drawn_digits(count // 4, 3)[0]])
    whole = np.concatenate([images[chosen[count : 2 * count]], hands[rng.permutation(len(hands))]])
    looks += [hands, noisy(hands[::6], 5), _in_parts(damage, whole[rng.permutation(len(whole))])]
    others = [
        make_synthetic_outliers(images, labels, PART, seed) for seed in range(2 * count // PART)
    ]
    every = np.concatenate(others)
    return np.concatenate(looks), np.concatenate([every, noisy(every[::20], 6)])


def _in_parts(change: Any, images: FloatArray) -> FloatArray:
    parts = range(0, len(images), PART)
    return np.concatenate([change(images[start : start + PART], start) for start in parts])


def noisy(images: FloatArray, seed: int) -> FloatArray:
    """Under Gaussian noise of any level up to a half."""
    rng = np.random.default_rng(seed)
    levels = rng.uniform(0, 0.5, (len(images), 1, 1)).astype(np.float32)
    noise = rng.standard_normal(images.shape, np.float32)
    return np.clip(images + levels * noise, 0, 1).astype(np.float32)


def untrained_network() -> keras.Sequential:
    """The network of ``inference.shape_network``."""
    layers, (first, second, third), units = (
        keras.layers,
        shape_network.CHANNELS,
        shape_network.UNITS,
    )
    keras.utils.set_random_seed(0)
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(first, 5, 2, padding="same", activation="relu"),
            layers.Conv2D(second, 3, padding="same", activation="relu"),
            layers.MaxPool2D(2),
            layers.Conv2D(third, 3, 2, padding="same", activation="relu"),
            layers.Flatten(),
            layers.Dropout(0.2),
            layers.Dense(units, activation="relu"),
            layers.Dense(1),
        ]
    )


def fit(network: keras.Sequential, digits: FloatArray, others: FloatArray, epochs: int) -> None:
    """Fit by cross-entropy; digits and others weigh the same."""
    images = tf.constant(np.rint(255 * np.concatenate([digits, others])).astype(np.uint8))
    wanted = np.repeat([1 - DOUBT, DOUBT], [len(digits), len(others)]).astype(np.float32)
    share = 0.5 * len(wanted)
    weights = np.repeat([share / len(digits), share / len(others)], [len(digits), len(others)])
    steps = epochs * (len(wanted) // BATCH)
    schedule = keras.optimizers.schedules.CosineDecay(STEP_SIZE, steps)
    optimizer = keras.optimizers.AdamW(schedule, weight_decay=DECAY)

    @tf.function
    def step(chosen: Any, labels: Any, shares: Any) -> Any:
        pictures = varied(tf.cast(tf.gather(images, chosen), tf.float32)[..., tf.newaxis] / 255)
        with tf.GradientTape() as tape:
            odds = network(pictures, training=True)[:, 0]
            losses = tf.nn.sigmoid_cross_entropy_with_logits(labels, odds)
            loss = tf.reduce_mean(shares * losses)
        slopes = tape.gradient(loss, network.trainable_variables)
        optimizer.apply_gradients(zip(slopes, network.trainable_variables, strict=True))
        return loss

    rng = np.random.default_rng(0)
    for epoch in range(epochs):
        order, losses = rng.permutation(len(wanted)), []
        for start in range(0, len(order) - BATCH + 1, BATCH):
            chosen = order[start : start + BATCH]
            part = (chosen, wanted[chosen], weights[chosen].astype(np.float32))
            losses.append(float(step(*map(tf.constant, part))))
        print(f"epoch {epoch + 1}: cross-entropy {np.mean(losses):.4f}", flush=True)


def varied(pictures: Any) -> Any:
    """Turned, stretched, slanted, moved, paler or stronger."""
    count = tf.shape(pictures)[0]
    turn, slant = (size * tf.random.normal((count,)) for size in (TURN, SLANT))
    wide, high = (1 + STRETCH * tf.random.normal((count,)) for _ in range(2))
    cos, sin = tf.cos(turn), tf.sin(turn)
    a, b, c, d = wide * cos, slant - wide * sin, high * sin, high * cos
    right, down = (13.5 + SHIFT_PX * tf.random.normal((count,)) for _ in range(2))
    zero = tf.zeros_like(a)
    places = [a, b, right - 13.5 * (a + b), c, d, down - 13.5 * (c + d), zero, zero]
    moved = tf.raw_ops.ImageProjectiveTransformV3(
        images=pictures,
        transforms=tf.stack(places, axis=1),
        output_shape=(28, 28),
        fill_value=0.0,
        interpolation="BILINEAR",
        fill_mode="CONSTANT",
    )
    strength = tf.random.uniform((count, 1, 1, 1), *STRENGTHS)
    return tf.clip_by_value(strength * moved, 0, 1)


def tensors_of(network: keras.Sequential) -> dict[str, FloatArray]:
    """Kernels and biases by name."""
    arrays = [np.asarray(variable, np.float32) for variable in network.trainable_variables]
    return dict(zip(shape_network.TENSORS, arrays, strict=True))


if __name__ == "__main__":
    main()
