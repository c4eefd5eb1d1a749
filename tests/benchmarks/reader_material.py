"""Digits of more hands than MNIST's, as a data set for ``desktop-cvae train --data``.

Usage: ``python tests/benchmarks/reader_material.py FOLDER OUTPUT.npz``

FOLDER has ``unipen_digits.json.gz`` (pen strokes; one file in ten is held back) and ``nsysu.npz``
(exam digits; every second one is held back). Beside MNIST's training digits the data set has each
pen stroke with two pens, half of them stretched to a square box as some scanners deliver them,
shapes of other countries, and the exam digits.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.pictures.background import resize
from desktop_cvae.pictures.preparation import to_mnist_style
from desktop_cvae.synthesis.number_lines import Strokes, read_pen_digits
from desktop_cvae.synthesis.pens import CURSIVE_DIGITS, any_pen, draw, stroke_lines
from desktop_cvae.synthesis.restyling import bend, restyle

LOOKS = 2
SQUARE = 0.15
"""Probability that a drawn digit is stretched to a square box."""
SQUARE_PX = (13, 24)
CURSIVE = 6000
EXAM_LOOKS = 4


def main() -> None:
    """Write the data set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    random = np.random.default_rng(26)
    digits = load_dataset("mnist", "train")
    parts = [(digits.floats(), digits.labels)]
    parts += [pen_digits(options.folder, random) for _ in range(LOOKS)]
    parts.append(cursive_digits(CURSIVE, random))
    exams, labels = exam_digits(options.folder)
    parts.append((exams, labels))
    for look in range(1, EXAM_LOOKS):
        change = bend if look % 2 else restyle
        parts.append((change(exams, look), labels))
    images = np.concatenate([np.round(255 * images).astype(np.uint8) for images, _ in parts])
    labels = np.concatenate([labels for _, labels in parts])
    print([len(labels) for _, labels in parts], len(labels))
    np.savez_compressed(options.output, x_train=images, y_train=labels)


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
