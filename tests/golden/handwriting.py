"""How real handwriting is read: scans, replayed pens, photographs, lines; figures alone are kept.

Asked through the command line, as the golden set; the pictures are written to a folder that is
thrown away, since the handwriting is not ours to show. ``tests/benchmarks/handwriting.py`` reads
all of it, and with each pen of the window.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from golden.answers import GOLDEN, Told, ask
from PIL import Image, ImageDraw

KEPT_FIGURES = GOLDEN / "handwriting.json"
SCANS, DRAWINGS = 400, 150
CANVAS, FINE = 280, 4
"""Pixels of the canvas; strokes are drawn so many times larger, for soft edges."""
PENS = {"strokes, medium pen": (0.07, 0.7), "strokes, small": (0.035, 0.25)}
"""The pen's width and the drawing's longer side, as shares of the canvas."""

Figures = dict[str, dict[str, int]]


def read_handwriting(handwriting: Path, folder: Path) -> Figures:
    """Read every set.

    Args:
        handwriting: with ``usps_train.npz``, ``strokes.json.gz``, ``labels.csv``, ``photos/``
            and ``lines/``.
        folder: for the pictures that are written.

    Returns:
        by set how many pictures there are, are read right, are refused, are unsure; of lines
        how many there are and are read right.
    """
    figures: Figures = {"scans": _figures(list(_scans(handwriting, folder)))}
    for name, pen in PENS.items():
        figures[name] = _figures(list(_drawings(handwriting, folder, *pen)))
    with (handwriting / "labels.csv").open(newline="") as file:
        named = [(str(handwriting / row["file"]), row["label"]) for row in csv.DictReader(file)]
    figures["photographs"] = _figures([row for row in named if "photos/" in row[0]])
    figures["lines"] = _line_figures([row for row in named if "lines/" in row[0]])
    return figures


def _scans(handwriting: Path, folder: Path) -> Iterator[tuple[str, str]]:
    with np.load(handwriting / "usps_train.npz") as data:
        pictures, labels = data["x"], data["y"]
    for number in np.random.default_rng(0).choice(len(labels), SCANS, replace=False):
        path = folder / f"scan-{number}.png"
        Image.fromarray(pictures[number]).save(path)
        yield str(path), str(labels[number])


def _drawings(
    handwriting: Path, folder: Path, width: float, side: float
) -> Iterator[tuple[str, str]]:
    with gzip.open(handwriting / "strokes.json.gz", "rt") as file:
        drawings = json.load(file)
    for number in range(0, len(drawings), len(drawings) // DRAWINGS):
        strokes = [np.array(stroke, float) for stroke in drawings[number]["strokes"]]
        path = folder / f"drawing-{side}-{number}.png"
        _drawn(strokes, width, side).save(path)
        yield str(path), str(drawings[number]["label"])


def _drawn(strokes: Sequence[np.ndarray], width: float, side: float) -> Image.Image:
    """White on black, in the middle of the canvas, round where strokes end and turn."""
    places = np.concatenate(strokes)
    low, size = places.min(0), np.ptp(places, axis=0)
    scale = side / max(float(size.max()), 1e-6)
    canvas = Image.new("L", (CANVAS * FINE, CANVAS * FINE), 0)
    pen, radius = ImageDraw.Draw(canvas), CANVAS * FINE * width / 2
    for stroke in strokes:
        points = CANVAS * FINE * ((stroke - low - size / 2) * scale + 0.5)
        pen.line([tuple(point) for point in points], fill=255, width=round(2 * radius))
        for x, y in points:
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
    return canvas.reduce(FINE)


def _figures(pictures: Sequence[tuple[str, str]]) -> dict[str, int]:
    told = _recognized(pictures)
    verdicts = [line["digits"][0]["verdict"] if line["digits"] else "" for line in told]
    labels = [str(line["digits"][0]["label"]) if line["digits"] else "" for line in told]
    return {
        "pictures": len(pictures),
        "right": sum(read == label for read, (_, label) in zip(labels, pictures, strict=True)),
        "refused": verdicts.count("not a digit"),
        "unsure": verdicts.count("unsure"),
    }


def _line_figures(pictures: Sequence[tuple[str, str]]) -> dict[str, int]:
    told = _recognized(pictures, "--numbers")
    read = [line["text"].split("\n") for line in told]
    wanted = [label.split("|") for _, label in pictures]
    pairs = [pair for both in zip(read, wanted, strict=True) for pair in zip(*both, strict=False)]
    return {"lines": sum(map(len, wanted)), "right": sum(one == other for one, other in pairs)}


def _recognized(pictures: Sequence[tuple[str, str]], *options: str) -> list[Told]:
    names = [name for name, _ in pictures]
    return ask("recognize", *names, *options, "--workers", "1", "--format", "jsonl")[1:]
