"""Damaged digits, as picture files through the program, beside a plain Keras classifier.

Usage: ``python tests/benchmarks/damage.py [MODEL] [--count N] [--epochs N] [--sheet PNG]``

MNIST's test digits under the kinds of damage that `synthesis.damage` trains on, and under twelve
kinds that nothing here is trained on. The classifier learns in the same run from the same digits
under the same training damage, turned, bent and by other pens as the reader was; it is given the
28×28 pixels as they are. ``--epochs 0`` leaves it out. ``--sheet`` draws the damaged digits.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
from reading_report import print_table, read_pictures

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.pictures.contact_sheets import encode_png
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.synthesis.damage import DAMAGES, damage_by
from desktop_cvae.synthesis.pens import LETTERS, any_pen, draw, stroke_lines

Change = Callable[[FloatArray, np.random.Generator], FloatArray]
SIDE = 28
Y, X = np.mgrid[:SIDE, :SIDE].astype(np.float32)


def scribble(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    """A zigzag from one side to the other."""
    from PIL import Image, ImageDraw

    sheet = Image.new("L", (8 * SIDE, 8 * SIDE))
    columns = np.linspace(0, 8 * SIDE, int(rng.integers(5, 10)))
    rows = 4 * SIDE + rng.uniform(10, 70) * (-1.0) ** np.arange(len(columns))
    rows += rng.normal(0, 8, len(columns)) + rng.uniform(-40, 40)
    places = list(zip(columns.tolist(), rows.tolist(), strict=True))
    ImageDraw.Draw(sheet).line(places, fill=255, width=int(rng.integers(8, 14)))
    ink = np.asarray(sheet.resize((SIDE, SIDE), Image.Resampling.BOX), np.float32) / 255
    return np.maximum(image, ink)


def dotted_line(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Dots in a row across the digit."""
    turn, away, period = rng.uniform(0, np.pi), rng.uniform(-5, 5), rng.uniform(2.5, 5)
    u = np.cos(turn) * (X - 13.5) + np.sin(turn) * (Y - 13.5)
    v = np.cos(turn) * (Y - 13.5) - np.sin(turn) * (X - 13.5) - away
    near = np.hypot((u + rng.uniform(0, period)) % period - period / 2, v)
    return np.maximum(image, np.clip(rng.uniform(0.9, 1.6) - near + 0.5, 0, 1))


def letter(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    """A paler letter over the digit."""
    ways = LETTERS[list(LETTERS)[int(rng.integers(len(LETTERS)))]]
    sheet = draw(stroke_lines(ways[int(rng.integers(len(ways)))], rng, 0.2), any_pen(rng))
    small = sheet.reshape(SIDE, 2, SIDE, 2).mean((1, 3))
    return np.maximum(image, np.float32(rng.uniform(0.3, 0.6)) * small)


def motion(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    """The hand or the camera moved."""
    turn, length = rng.uniform(0, np.pi), rng.uniform(4, 9)
    steps = np.linspace(-length / 2, length / 2, 15)
    moved = [_sampled(image, X + np.cos(turn) * s, Y + np.sin(turn) * s) for s in steps]
    return np.mean(moved, axis=0)


def checkers(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Ink and paper change places in every second square."""
    size = int(rng.integers(7, 13))
    odd = ((X + rng.integers(size)) // size + (Y + rng.integers(size)) // size) % 2 == 1
    return np.where(odd, 1 - image, image)


def jpeg(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Stored at low quality."""
    from PIL import Image

    stored = io.BytesIO()
    picture = Image.fromarray(np.rint(255 * image).astype(np.uint8))
    picture.save(stored, "JPEG", quality=int(rng.integers(2, 10)))
    return np.asarray(Image.open(stored), np.float32) / 255


def halftone(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Printed in dots, on grey paper."""
    bayer = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) / 16
    grey = 0.2 + rng.uniform(0.4, 0.7) * image
    return (grey > np.tile(bayer, (7, 7)) + 0.03).astype(np.float32)


def fold(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    """The paper is folded: one half lies some pixels away."""
    step, cut = int(rng.choice([-4, -3, -2, 2, 3, 4])), int(rng.integers(10, 18))
    turned = image.T if rng.random() < 0.5 else image
    folded = np.concatenate([turned[:cut], np.roll(turned[cut:], step, axis=1)])
    return folded.T if turned is not image else folded


def swirl(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Turned the more the nearer to the middle."""
    x, y = X - 13.5, Y - 13.5
    turn = rng.choice([-1, 1]) * rng.uniform(0.6, 1.2) * np.exp(-np.hypot(x, y) / 7)
    cos, sin = np.cos(turn), np.sin(turn)
    return _sampled(image, cos * x - sin * y + 13.5, sin * x + cos * y + 13.5)


def glass(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Seen through rough glass: every pixel from somewhere near."""
    x, y = rng.normal(0, 1.1, (2, SIDE, SIDE))
    return _sampled(image, X + x, Y + y)


def ghost(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Seen twice, the second time paler and some pixels away."""
    x, y = rng.integers(2, 6, 2) * rng.choice([-1, 1], 2)
    return np.maximum(image, np.float32(rng.uniform(0.4, 0.7)) * _sampled(image, X + x, Y + y))


def dropout(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    """A printer's fault: rows and columns that are missing by chance."""
    kept = (rng.random((SIDE, 1)) > 0.2) & (rng.random((1, SIDE)) > 0.2)
    return image * kept


def _sampled(image: FloatArray, x: FloatArray, y: FloatArray) -> FloatArray:
    """Bilinear, black outside."""
    padded = np.pad(image, 1)
    x, y = np.clip(x + 1, 0, SIDE + 0.999), np.clip(y + 1, 0, SIDE + 0.999)
    left, top = x.astype(int), y.astype(int)
    right, down = (x - left).astype(np.float32), (y - top).astype(np.float32)
    upper = padded[top, left] * (1 - right) + padded[top, left + 1] * right
    lower = padded[top + 1, left] * (1 - right) + padded[top + 1, left + 1] * right
    return upper * (1 - down) + lower * down


UNTRAINED: dict[str, Change] = {
    "scribble": scribble,
    "dotted line": dotted_line,
    "letter over it": letter,
    "motion": motion,
    "checkers": checkers,
    "JPEG": jpeg,
    "halftone": halftone,
    "fold": fold,
    "swirl": swirl,
    "rough glass": glass,
    "ghost": ghost,
    "missing rows": dropout,
}


def damaged(kind: str, images: FloatArray) -> FloatArray:
    """Digits under one kind of damage, as a file keeps them; float32, (N, 28, 28)."""
    if kind in DAMAGES:
        changed = damage_by(kind, images, 77)
    else:
        rng = np.random.default_rng(77)
        changed = np.stack([UNTRAINED[kind](image, rng) for image in images])
    return (np.rint(255 * np.clip(changed, 0, 1)) / 255).astype(np.float32)


def main() -> None:
    """Damage, write, read, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", default="studio")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--sheet", type=Path)
    options = parser.parse_args()
    model = open_model(options.model)
    digits = load_dataset("mnist", "test").limit(options.count)
    images, labels = digits.floats(), digits.labels.astype(np.int64)
    sets = {"undamaged": images} | {k: damaged(k, images) for k in (*DAMAGES, *UNTRAINED)}
    if options.sheet is not None:
        rows = [np.concatenate(list(changed[:30]), axis=1) for changed in sets.values()]
        options.sheet.write_bytes(encode_png(np.rint(255 * np.concatenate(rows)).astype(np.uint8)))
    classify = taught_classifier(options.epochs) if options.epochs else None
    rows = {kind: _row(model, changed, labels, classify) for kind, changed in sets.items()}
    means = {
        "mean of the trained": np.mean([rows[kind] for kind in DAMAGES], axis=0),
        "mean of the untrained": np.mean([rows[kind] for kind in UNTRAINED], axis=0),
    }
    texts = [
        (f"{name}{' *' if name in UNTRAINED else ''}", *(f"{100 * x:.1f} %" for x in row))
        for name, row in (rows | means).items()
    ]
    print_table([("* never trained on", "program", "refused", "unprepared", "classifier"), *texts])


def _row(
    model: OpenedModel,
    images: FloatArray,
    labels: IntArray,
    classify: Callable[[FloatArray], IntArray] | None,
) -> tuple[float, ...]:
    """Shares right through the program, refused, right unprepared, right by the classifier."""
    files = (read_image(encode_png(np.rint(255 * x).astype(np.uint8))) for x in images)
    outcome = read_pictures(model, files, labels.tolist())
    fed = [reading.label for start in range(0, len(images), 100)
           for reading in model.read(images[start : start + 100])]  # fmt: skip
    by_classifier = np.nan if classify is None else float((classify(images) == labels).mean())
    refused = float(np.mean(outcome.refused, axis=0)[0])
    return float(np.mean(outcome.right)), refused, float(np.mean(fed == labels)), by_classifier


def taught_classifier(epochs: int) -> Callable[[FloatArray], IntArray]:
    """A plain convolutional classifier, taught on the training digits as the reader was."""
    import keras
    import tensorflow as tf

    from desktop_cvae.core.network_presets import preset_named
    from desktop_cvae.training.augmentation import epoch_dataset
    from desktop_cvae.training.steps import randomly_damaged

    config = preset_named("studio").training
    layers = keras.layers
    network = keras.Sequential(
        [
            keras.Input((SIDE, SIDE, 1)),
            layers.Conv2D(32, 3, padding="same", activation="relu"),
            layers.Conv2D(32, 3, strides=2, padding="same", activation="relu"),
            layers.Conv2D(64, 3, padding="same", activation="relu"),
            layers.Conv2D(64, 3, strides=2, padding="same", activation="relu"),
            layers.Conv2D(96, 3, padding="same", activation="relu"),
            layers.Flatten(),
            layers.Dense(512, activation="relu"),
            layers.Dense(10),
        ]
    )
    digits = load_dataset("mnist", "train")
    rate = keras.optimizers.schedules.CosineDecay(1e-3, epochs * -(-len(digits) // 128))
    loss = keras.losses.CategoricalCrossentropy(from_logits=True)
    network.compile(optimizer=keras.optimizers.Adam(rate), loss=loss)
    for epoch in range(epochs):
        batches = epoch_dataset(digits, config, epoch).enumerate(epoch * 10_000)
        network.fit(
            batches.map(
                lambda step, batch: (
                    randomly_damaged(
                        batch[0], config.damage, tf.stack([1, tf.cast(step, tf.int32)])
                    )[0],
                    batch[1],
                )
            ),
            verbose=2,
        )
    return lambda images: network.predict(images[..., np.newaxis], 500, verbose=0).argmax(axis=1)


if __name__ == "__main__":
    main()
