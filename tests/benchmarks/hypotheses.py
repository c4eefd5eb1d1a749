"""Damaged digits: read by the rules' preparation, and by the one that the evidence believes.

Usage: ``python tests/benchmarks/hypotheses.py [--model MODEL] [--each 100] [--only KIND …]``

MNIST's digits (``DESKTOP_CVAE_MNIST``), damaged at random, as they are and enlarged on a sheet of
paper of 140 and 300 pixels.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFilter
from reading_report import print_table

from desktop_cvae.core.results import FloatArray
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.pictures.background import resize
from desktop_cvae.pictures.hypotheses import propose_hypotheses

Rng = np.random.Generator
SIDE = 28
SHEETS = (0, 140, 300)
"""Sides of the enlarged digit, 0 for the 28 × 28 as they are."""


def smooth(rng: Rng, cells: int = 3) -> FloatArray:
    """A random surface from 0 to 1."""
    grey = resize(rng.random((cells, cells), np.float32), SIDE, SIDE)
    return (grey - grey.min()) / max(float(np.ptp(grey)), 1e-6)


def strokes(rng: Rng, kind: str) -> FloatArray:
    """Foreign ink: lines, dots or a zigzag from side to side."""
    picture = Image.new("L", (4 * SIDE, 4 * SIDE))
    pen, far = ImageDraw.Draw(picture), 4 * SIDE
    width = rng.uniform(0.8, 2)
    starts, ends = rng.uniform(0.1 * far, 0.9 * far, (2, 2))
    for start, end in list(zip(starts, ends, strict=True))[: 1 if kind != "lines" else 2]:
        ways = np.linspace(0, 1, 15)
        points = np.stack([far * ways, start + (end - start) * ways], axis=1)
        if rng.random() < 0.5:
            points = points[:, ::-1]
        if kind == "zigzag":
            points[:, 1] += rng.uniform(6, 16) * (-1.0) ** np.arange(len(points))
        if kind == "dots":
            for x, y in points:
                pen.ellipse((x - 2 * width, y - 2 * width, x + 2 * width, y + 2 * width), 255)
        else:
            pen.line([tuple(point) for point in points.tolist()], 255, int(4 * width))
    return np.asarray(picture.resize((SIDE, SIDE), Image.Resampling.BOX), np.float32) / 255


def another_pen(image: FloatArray, reach: int, *, is_thick: bool) -> FloatArray:
    """Strokes so many quarters of a pixel thicker or thinner on each side."""
    fine = np.rint(255 * np.clip(resize(image, 4 * SIDE, 4 * SIDE), 0, 1)).astype(np.uint8)
    of = ImageFilter.MaxFilter if is_thick else ImageFilter.MinFilter
    drawn = Image.fromarray(fine).filter(of(2 * reach + 1))
    return np.asarray(drawn.resize((SIDE, SIDE), Image.Resampling.BOX), np.float32) / 255


def parts(image: FloatArray, rng: Rng) -> FloatArray:
    """Bands, a patch or a half of it inverted."""
    rows, columns = np.indices(image.shape)
    low, high = rng.integers(4, 11), rng.integers(17, 25)
    across = columns if rng.random() < 0.5 else rows
    angle = rng.uniform(0, 2 * np.pi)
    away = np.sin(angle) * (rows - 13.5) + np.cos(angle) * (columns - 13.5)
    top, left = rng.integers(0, 14, 2)
    height, width = rng.integers(7, 15, 2)
    patch = (rows >= top) & (rows < top + height) & (columns >= left) & (columns < left + width)
    kinds = [across < low, (across < low) | (across >= high), (across >= low) & (across < high)]
    mask = [*kinds, patch, away > rng.uniform(-5, 5)][rng.integers(5)]
    return np.where(mask, 1 - image, image)


def uneven(image: FloatArray, rng: Rng) -> FloatArray:
    """Fog, a gradient, or dark ink in a shadow."""
    share = rng.uniform(0.8, 1.8)
    fog = (image + share * smooth(rng, int(rng.integers(2, 6)))) / (1 + share)
    dim = (0.3 + 0.7 * smooth(rng)) * (1 - 0.75 * image)
    return fog if rng.random() < 0.6 else dim


def stripe(image: FloatArray, rng: Rng) -> FloatArray:
    """Two rows or columns all white, or all black."""
    image, place = image.copy(), int(rng.integers(8, 19))
    value = float(rng.random() < 0.7)
    turned = image if rng.random() < 0.5 else image.T
    turned[place : place + 2] = value
    return image


def missing(image: FloatArray, rng: Rng) -> FloatArray:
    """A patch of 7 × 7 without anything."""
    image, (top, left) = image.copy(), rng.integers(6, 16, 2)
    image[top : top + 7, left : left + 7] = rng.choice([0.0, 0.0, 0.5, 1.0])
    return image


def framed(image: FloatArray, rng: Rng) -> FloatArray:
    """A line along every side."""
    image, grey = image.copy(), rng.uniform(0.7, 1)
    top, bottom, left, right = rng.integers(0, 4, 4)
    image[[top, SIDE - 1 - bottom]] = grey
    image[:, [left, SIDE - 1 - right]] = grey
    return image


def specks(image: FloatArray, rng: Rng) -> FloatArray:
    """Salt and pepper."""
    chance, share = rng.random(image.shape), rng.uniform(0.02, 0.15)
    return np.where(chance < share / 2, 0, np.where(chance > 1 - share / 2, 1, image))


def neighbour(image: FloatArray, rng: Rng) -> FloatArray:
    """A piece of something beside it."""
    width = int(rng.integers(2, 5))
    image = image.copy()
    image[:, :width] = np.maximum(image[:, :width], smooth(rng)[:, :width] > 0.5)
    return image


Damage = Callable[[FloatArray, Rng], FloatArray]
KINDS: dict[str, Damage] = {
    "none": lambda image, _: image,
    "inverted": lambda image, _: 1 - image,
    "parts inverted": parts,
    "uneven light": uneven,
    "paler": lambda image, rng: np.clip(image + rng.uniform(0.2, 0.6), 0, 1),
    "lines": lambda image, rng: np.maximum(image, strokes(rng, "lines")),
    "dotted line": lambda image, rng: np.maximum(image, strokes(rng, "dots")),
    "zigzag": lambda image, rng: np.maximum(image, strokes(rng, "zigzag")),
    "salt and pepper": specks,
    "stripe": stripe,
    "patch missing": missing,
    "frame": framed,
    "neighbour": neighbour,
    "thin strokes": lambda x, rng: another_pen(x, int(rng.integers(2, 4)), is_thick=False),
    "thick strokes": lambda x, rng: another_pen(x, int(rng.integers(2, 6)), is_thick=True),
    "outlines": lambda x, _: another_pen(x, 2, is_thick=True) - another_pen(x, 1, is_thick=False),
}


def on_paper(image: FloatArray, rng: Rng, side: int) -> FloatArray:
    """Dark on light paper, enlarged to so many pixels, with a margin; as it is for side 0."""
    if side == 0:
        return image
    margin = int(rng.integers(0, side // 4))
    page = np.pad(np.clip(resize(image, side, side), 0, 1), margin)
    paper, ink = rng.uniform(0.75, 0.98), rng.uniform(0.05, 0.4)
    return (paper - (paper - ink) * page + rng.normal(0, 0.01, page.shape)).astype(np.float32)


def main() -> None:
    """Print a table, or fitted weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="studio")
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument("--only", nargs="*", default=list(KINDS), choices=list(KINDS))
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    model = open_model(arguments.model)
    rows = [("", "rules", "believed", "refused", "looked again", "ms")]
    for kind in arguments.only:
        for side in SHEETS:
            rng = np.random.default_rng([arguments.seed, list(KINDS).index(kind), side])
            rows.append((f"{kind}, {side or SIDE}", *measure(model, kind, side, arguments, rng)))
    print_table(rows)


def measure(
    model: OpenedModel, kind: str, side: int, arguments: argparse.Namespace, rng: Rng
) -> tuple[str, ...]:
    """Shares of one kind, and the mean time of a picture."""
    digits = load_dataset("mnist", "test")
    chosen = rng.choice(len(digits.images), arguments.each, replace=False)
    outcomes, started = [], 0.0
    for index in chosen.tolist():
        image = digits.images[index].astype(np.float32) / 255
        damaged = KINDS[kind](image, rng).astype(np.float32)
        picture = on_paper(damaged, rng, side)
        rules = model.read(propose_hypotheses(picture).first.image[np.newaxis])[0].label
        before = time.perf_counter()
        candidates = model.prepare(picture)
        started += time.perf_counter() - before
        reading, label = candidates[0].recognition, int(digits.labels[index])
        refused = reading is None or reading.verdict is None or not reading.verdict.is_digit
        read = None if reading is None else reading.label
        outcomes.append((rules == label, read == label, refused, len(candidates) > 1))
    shares = [f"{100 * share:.1f}" for share in np.mean(outcomes, axis=0)]
    return (*shares, f"{1000 * started / arguments.each:.0f}")


if __name__ == "__main__":
    main()
