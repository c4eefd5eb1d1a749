"""Fit the network of ``inference/shape_network.py`` and write it into ``resources/signs``.

Usage: ``python tests/benchmarks/fit_shape_network.py --fonts FOLDER --handwriting FOLDER``
``[--epochs N] [--digits N] [--go-on] [--write]``

Digits: MNIST's training digits but for the last 5,000, as they are, by other hands and pens,
noisy and damaged, digits drawn from strokes, the digits of the fonts, and the other hands that the
recogniser learns (``reader_material.py``). The rest: synthetic outliers and those fonts' letters
and signs, as they are, by other pens, noisy and damaged: damage must not tell digits from letters.
All are turned, scaled, moved and made paler or stronger a little in every step. Needs TensorFlow.
"""

from __future__ import annotations

import argparse
import string
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from odd_pictures import TWINS, fonts_in, letters, prepared
from reader_material import CURSIVE, cursive_digits, exam_digits, pen_digits

from desktop_cvae.core.calibration import SHAPE_NETWORK
from desktop_cvae.core.results import FloatArray
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference import shape_network
from desktop_cvae.library.tensor_file import pack_tensors
from desktop_cvae.pictures.preparation import to_mnist_style
from desktop_cvae.synthesis.damage import damage
from desktop_cvae.synthesis.restyling import bend, drawn_digits, restyle
from desktop_cvae.synthesis.synthetic_outliers import make_synthetic_outliers

LEARNED = 55_000
"""The digits after these are the ones that refusals are fitted on."""
BATCH, STEP_SIZE, DECAY = 128, 2e-3, 0.02
TURN, STRETCH, SLANT, SHIFT_PX = 0.08, 0.06, 0.08, 0.7
STRENGTHS = (0.7, 1.4)
DOUBT = 0.01
"""So much is taken from every label: some outliers are digits by accident."""
SIGNIFICANT_BITS = 9
PART = 1000
SIGNS = "".join(sign for sign in string.ascii_letters + "#$%&@?+=<>" if sign not in TWINS)
"""Of these fonts; what some hand writes as a digit is left out."""


def main() -> None:
    """Draw, fit, tell, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--fonts", type=Path, required=True, help="letters in these fonts are seen")
    parser.add_argument("--handwriting", type=Path, required=True, help="digits of other hands")
    parser.add_argument("--digits", type=int, default=16_000, help="of every other hand and pen")
    parser.add_argument("--go-on", action="store_true", help="from the network that is there")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    digits, others = drawn_pictures(options.digits, options.fonts, options.handwriting)
    print(f"{len(digits):,} digits, {len(others):,} others", flush=True)
    network = untrained_network(SHAPE_NETWORK)
    if options.go_on:
        network.set_weights(list(shape_network.network_tensors(SHAPE_NETWORK).values()))
    pictures = np.rint(255 * np.concatenate([digits, others])[..., np.newaxis]).astype(np.uint8)
    wanted = np.repeat([1 - DOUBT, DOUBT], [len(digits), len(others)])
    # Digits and others weigh the same.
    share = 0.5 * len(wanted)
    shares = np.repeat([share / len(digits), share / len(others)], [len(digits), len(others)])
    fit(network, pictures, wanted, shares, options.epochs)
    if options.write:
        write(SHAPE_NETWORK, network)


def drawn_pictures(count: int, fonts: Path, hands: Path) -> tuple[FloatArray, FloatArray]:
    """Digits and other pictures in many looks, about four times ``count`` each, (N, 28, 28)."""
    train = load_dataset("mnist", "train").limit(LEARNED)
    images, labels = train.floats(), train.labels
    files = fonts_in(fonts)
    plain = images[np.random.default_rng(2).permutation(len(images))[: 2 * count]]
    random = np.random.default_rng(7)
    drawn = np.concatenate(
        [
            drawn_digits(count // 2, 3)[0],
            prepared(letters(string.digits, files)[0]),
            pen_digits(hands, random)[0],
            cursive_digits(CURSIVE, random)[0],
            exam_digits(hands)[0],
        ]
    )
    parts = range(2 * count // PART)
    made = np.concatenate([make_synthetic_outliers(images, labels, PART, n) for n in parts])
    written = prepared(letters(SIGNS, files)[0])
    print(f"{len(files)} fonts, {len(written):,} letters and signs", flush=True)
    return in_many_looks(plain, drawn, count, 5), in_many_looks(made, written, count, 6)


def in_many_looks(many: FloatArray, few: FloatArray, count: int, seed: int) -> FloatArray:
    """Pictures as they are, by other pens and bent, noisy and damaged, half of these prepared."""
    rng = np.random.default_rng(seed)

    def some(share: float) -> FloatArray:
        pictures = np.concatenate([many, few, few])
        return pictures[rng.permutation(len(pictures))[: round(share * count)]]

    spoilt = _in_parts(damage, some(1.6))
    for place in range(0, len(spoilt), 2):
        found = to_mnist_style(spoilt[place])
        spoilt[place] = found.image if found.found else spoilt[place]
    looks = [many, few, _in_parts(restyle, some(0.6)), _in_parts(bend, some(0.5)), spoilt]
    return np.concatenate([*looks, noisy(some(0.3), seed)])


def _in_parts(change: Any, images: FloatArray) -> FloatArray:
    parts = range(0, len(images), PART)
    return np.concatenate([change(images[start : start + PART], start) for start in parts])


def noisy(images: FloatArray, seed: int) -> FloatArray:
    """Under Gaussian noise of any level up to a half."""
    rng = np.random.default_rng(seed)
    levels = rng.uniform(0, 0.5, (len(images), 1, 1)).astype(np.float32)
    noise = rng.standard_normal(images.shape, np.float32)
    return np.clip(images + levels * noise, 0, 1).astype(np.float32)


def untrained_network(name: str) -> keras.Sequential:
    """One of the networks of ``inference.shape_network``."""
    layers, (first, second, third), units = (
        keras.layers,
        shape_network.CHANNELS,
        shape_network.UNITS,
    )
    keras.utils.set_random_seed(0)
    return keras.Sequential(
        [
            keras.Input((28, 28, shape_network.PLANES[name])),
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


def fit(
    network: keras.Sequential,
    pictures: np.ndarray,
    wanted: np.ndarray,
    weights: np.ndarray,
    epochs: int,
) -> None:
    """Fit by weighted cross-entropy.

    Args:
        network: as :func:`untrained_network` makes it.
        pictures: uint8, (N, 28, 28, planes).
        wanted: (N,), in [0, 1], how probable a digit each is.
        weights: (N,), of each.
        epochs: how often all are seen.
    """
    images = tf.constant(pictures)
    wanted, weights = (values.astype(np.float32) for values in (wanted, weights))
    steps = epochs * (len(wanted) // BATCH)
    schedule = keras.optimizers.schedules.CosineDecay(STEP_SIZE, steps)
    optimizer = keras.optimizers.AdamW(schedule, weight_decay=DECAY)

    @tf.function
    def step(chosen: Any, labels: Any, shares: Any) -> Any:
        seen = varied(tf.cast(tf.gather(images, chosen), tf.float32) / 255)
        with tf.GradientTape() as tape:
            odds = network(seen, training=True)[:, 0]
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
            part = (chosen, wanted[chosen], weights[chosen])
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


def write(name: str, network: keras.Sequential) -> None:
    """Into ``resources/signs``, rounded to what packs into half the size."""
    arrays = [rounded(np.asarray(variable)) for variable in network.trainable_variables]
    tensors = dict(zip(shape_network.network_shapes(name), arrays, strict=True))
    shape_network.network_file(name).write_bytes(pack_tensors(tensors))


def rounded(array: np.ndarray) -> FloatArray:
    """To so many significant bits; the odds change by hundredths."""
    mantissas, exponents = np.frexp(array)
    short = np.rint(np.ldexp(mantissas, SIGNIFICANT_BITS))
    return np.ldexp(short, exponents - SIGNIFICANT_BITS).astype(np.float32)


if __name__ == "__main__":
    main()
