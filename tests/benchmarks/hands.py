"""Digits of many hands as tight boxes of ink: MNIST's writers, envelope scans, replayed pens."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.pictures.background import resize

Written = tuple[FloatArray, str]
"""A digit's ink, float32, (H, W), in [0, 1], in its own box, and its name."""
FINE = 4
"""Strokes are drawn so many times larger, for soft edges."""


@dataclass(frozen=True)
class Hand:
    """Where digits come from.

    Attributes:
        name: for the report.
        write: makes a digit of a height in pixels; the last argument is the pen's thickness as
            a share of that height, which scans do not heed.
    """

    name: str
    write: Callable[[np.random.Generator, float, float], Written]


def usps_scans(folder: Path) -> tuple[FloatArray, IntArray]:
    """Scans of a folder of handwriting, (N, 16, 16), in [0, 1], and their labels."""
    with np.load(folder / "usps_train.npz") as data:
        return data["x"].astype(np.float32) / 255, data["y"].astype(np.int64)


def pen_drawings(folder: Path) -> list[dict]:
    """Drawings of a folder of handwriting: ``label`` and ``strokes``."""
    with gzip.open(folder / "strokes.json.gz", "rt") as file:
        return json.load(file)


def all_hands(part: str, folder: Path | None) -> list[Hand]:
    """MNIST's, and those of a folder of handwriting (``usps_train.npz``, ``strokes.json.gz``).

    Of the folder's every second digit is for training, the others are for testing.
    """
    own = slice(["train", "test"].index(part), None, 2)
    digits = load_dataset("mnist", part)
    hands = [_scanned("mnist", digits.images, digits.labels)]
    if folder is not None:
        with np.load(folder / "usps_train.npz") as data:
            hands.append(_scanned("usps", data["x"][own], data["y"][own]))
        hands.append(replayed(pen_drawings(folder)[own]))
    return hands


def _scanned(name: str, images: np.ndarray, labels: np.ndarray) -> Hand:
    def write(random: np.random.Generator, height: float, pen: float) -> Written:
        index = int(random.integers(len(labels)))
        ink = tight(images[index].astype(np.float32) / 255)
        factor = height / ink.shape[0]
        # A 1 lies no flatter than it was written; enlarged pixels get a pen's edge again.
        large = np.clip(resize(np.pad(ink, 1), *_size(np.pad(ink, 1), factor)), 0, 1)
        edge = min(max(factor, 1.0), 4.0)
        return tight(np.clip((large - 0.5) * edge + 0.5, 0, 1)), str(labels[index])

    return Hand(name, write)


def replayed(drawings: list[dict]) -> Hand:
    """The hand of drawings: ``label`` and ``strokes``, places (x, y) in any unit, y downward."""

    def write(random: np.random.Generator, height: float, pen: float) -> Written:
        drawing = drawings[int(random.integers(len(drawings)))]
        width = max(1.2, pen * height)
        strokes = [np.array(stroke, float) for stroke in drawing["strokes"]]
        places = np.concatenate(strokes)
        low = places.min(0)
        scale = FINE * (height - width) / max(np.ptp(places[:, 1]), 0.4 * np.ptp(places[:, 0]), 1)
        size = np.ceil(np.ptp(places, axis=0) * scale / FINE + 2 * width + 2).astype(int)
        sheet = Image.new("L", (int(size[0]) * FINE, int(size[1]) * FINE), 0)
        draw, radius = ImageDraw.Draw(sheet), FINE * width / 2
        for stroke in strokes:
            points = [tuple(p) for p in (stroke - low) * scale + FINE * width]
            if len(points) > 1:
                draw.line(points, fill=255, width=max(1, round(2 * radius)), joint="curve")
            for x, y in (points[0], points[-1]):
                draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
        return tight(np.asarray(sheet.reduce(FINE), np.float32) / 255), str(drawing["label"])

    return Hand("strokes", write)


def _size(ink: FloatArray, factor: float) -> tuple[int, int]:
    return max(2, round(ink.shape[1] * factor)), max(3, round(ink.shape[0] * factor))


def tight(ink: FloatArray) -> FloatArray:
    """Cut to its box."""
    dark = ink > 0.15
    if not dark.any():
        return ink
    rows, columns = np.flatnonzero(dark.any(1)), np.flatnonzero(dark.any(0))
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
