"""Digits of more hands than MNIST's, as a data set for ``desktop-cvae train --data``.

Usage: ``python tests/benchmarks/reader_material.py FOLDER OUTPUT.npz [--looks N] [--seed N]``

FOLDER has ``unipen_digits.json.gz`` (pen strokes; one file in ten is held back) and ``nsysu.npz``
(exam digits; every second one is held back). Beside MNIST's training digits the data set has each
pen stroke with N pens, some stretched to a square box as some scanners deliver them, shapes of
other countries, and the exam digits. The test part is MNIST's. ``--held-out-of MODEL.cvae``
writes what that model, trained on the same looks and seed, held out, with half of the other hands:
data for ``desktop-cvae models calibrate``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.datasets.dataset import DigitDataset, held_out_part
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.pictures.background import resize
from desktop_cvae.pictures.preparation import to_mnist_style
from desktop_cvae.synthesis.number_lines import Strokes, read_pen_digits
from desktop_cvae.synthesis.pens import CURSIVE_DIGITS, any_pen, draw, stroke_lines
from desktop_cvae.synthesis.restyling import bend, restyle

SQUARE = 0.15
"""Probability that a drawn digit is stretched to a square box."""
SQUARE_PX = (13, 24)
CURSIVE = 3000
"""Shapes of other countries for each look."""


def main() -> None:
    """Write the data set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--looks", type=int, default=2)
    parser.add_argument("--seed", type=int, default=26)
    parser.add_argument("--held-out-of", type=Path, metavar="MODEL.cvae")
    options = parser.parse_args()
    images, labels, own = many_hands(options.folder, options.looks, options.seed)
    if options.held_out_of is not None:
        chosen = held_out(images, labels, own, options.held_out_of)
        images, labels = images[chosen], labels[chosen]
    test = load_dataset("mnist", "test")
    np.savez_compressed(
        options.output, x_train=images, y_train=labels, x_test=test.images, y_test=test.labels
    )
    print(f"{len(labels):,} digits beside MNIST's test part")


def many_hands(folder: Path, looks: int, seed: int) -> tuple[np.ndarray, IntArray, int]:
    """Return pictures, uint8, (N, 28, 28), their labels, and how many of the first are MNIST's."""
    random = np.random.default_rng(seed)
    digits = load_dataset("mnist", "train")
    parts = [(digits.floats(), digits.labels)]
    parts += [pen_digits(folder, random) for _ in range(looks)]
    parts.append(cursive_digits(CURSIVE * looks, random))
    exams, labels = exam_digits(folder)
    parts.append((exams, labels))
    for look in range(1, looks + 2):
        change = bend if look % 2 else restyle
        parts.append((change(exams, seed + look), labels))
    images = np.concatenate([np.round(255 * images).astype(np.uint8) for images, _ in parts])
    return images, np.concatenate([labels for _, labels in parts]), len(digits)


def held_out(images: np.ndarray, labels: IntArray, own: int, model: Path) -> IntArray:
    """Return the indices of what a training held out, half of the other hands left out."""
    config = read_model_file(model).manifest.training
    # Data sets are split as a whole, so each picture carries its own number.
    numbered = np.zeros_like(images)
    numbered[:, 0, :4] = np.arange(len(images), dtype="<u4").view(np.uint8).reshape(-1, 4)
    part = held_out_part(DigitDataset(numbered, labels), config).images
    found = np.ascontiguousarray(part[:, 0, :4]).view("<u4")[:, 0].astype(np.int64)
    random = np.random.default_rng(config.seed)
    others = random.permutation(found[found >= own])
    return random.permutation(np.concatenate([found[found < own], others[::2]]))


def pen_digits(
    folder: Path, random: np.random.Generator, *, held_back: bool = False
) -> tuple[FloatArray, IntArray]:
    """Draw each pen stroke once, with a pen by chance, prepared as opened pictures are.

    Args:
        folder: has ``unipen_digits.json.gz``.
        random: draws pens and boxes.
        held_back: True draws what no network learns from, none of it stretched.
    """
    found = read_pen_digits(folder / "unipen_digits.json.gz", held_back=held_back)
    drawn = [
        (prepared.image, label)
        for label, all_strokes in enumerate(found.by_label)
        for strokes in all_strokes
        if (
            prepared := to_mnist_style(
                _boxed(_drawn(strokes, random), random, 0 if held_back else SQUARE)
            )
        ).found
    ]
    return np.stack([image for image, _ in drawn]), np.array([label for _, label in drawn])


def cursive_digits(count: int, random: np.random.Generator) -> tuple[FloatArray, IntArray]:
    """Draw the shapes that pen strokes and MNIST lack."""
    labels = np.arange(count) % len(CURSIVE_DIGITS)
    images = []
    for label in labels:
        ways = CURSIVE_DIGITS[label]
        lines = stroke_lines(str(random.choice(ways)), random, float(random.uniform(0.1, 0.35)))
        images.append(to_mnist_style(draw(lines, any_pen(random))).image)
    return np.stack(images), labels


def exam_digits(folder: Path, *, held_back: bool = False) -> tuple[FloatArray, IntArray]:
    """Return every second exam digit, prepared as opened pictures are."""
    with np.load(folder / "nsysu.npz") as data:
        part = slice(1 if held_back else 0, None, 2)
        pictures, labels = data["x"][part].astype(np.float32) / 255, data["y"][part]
    prepared = [to_mnist_style(picture) for picture in pictures]
    found = np.array([digit.found for digit in prepared])
    return np.stack([digit.image for digit in prepared])[found], labels[found]


def _drawn(strokes: Strokes, random: np.random.Generator) -> FloatArray:
    """Draw strokes of height 1 with any pen, at their own width."""
    points = np.concatenate(strokes)
    middle, half = (points.max(0) + points.min(0)) / 2, 0.5
    pen = any_pen(random)
    lines = [((stroke - middle) / half).astype(np.float32) for stroke in strokes]
    # Lines of one point would have no segment.
    lines = [line if len(line) > 1 else np.repeat(line, 2, 0) for line in lines]
    # As wide as written, a little more or less.
    width = pen.height * float(np.exp(random.normal(0, 0.12)))
    reach = max(float(np.abs(line[:, 0]).max()) for line in lines)
    width = min(width, 22 / max(reach, 1e-3))
    return draw(lines, type(pen)(**{**vars(pen), "width": width, "serif": 0.0}))


def _boxed(ink: FloatArray, random: np.random.Generator, probability: float) -> FloatArray:
    """Stretch a digit to a square box now and then."""
    if random.random() >= probability:
        return ink
    rows, columns = np.flatnonzero((ink > 0.2).any(1)), np.flatnonzero((ink > 0.2).any(0))
    cut = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    side = int(random.integers(*SQUARE_PX))
    return np.pad(np.clip(resize(cut, side, side), 0, 1), 3)


if __name__ == "__main__":
    main()
