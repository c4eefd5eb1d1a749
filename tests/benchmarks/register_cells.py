"""Cells of old registers: a row number beside a page's edge, rules and neighbouring entries.

Usage: ``python tests/benchmarks/register_cells.py HANDWRITING [--count N] [--sheet FILE]``

HANDWRITING has ``unipen_digits.json.gz``; the writers are those that no network learns from. Each
page has rows of one hand with consecutive numbers, ruled columns, the beginning of the next
column's words and often the dark bed of the scanner. A cell is cut from it roughly, so that rules
and pieces of the rows above and below and of the next column lie in the picture.
"""

from __future__ import annotations

import argparse
import io
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from line_outcomes import clocks, outcome_of
from PIL import Image, ImageDraw, ImageFilter

from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.synthesis.number_lines import PenDigits, read_pen_digits
from desktop_cvae.synthesis.pens import LETTERS, stroke_lines

FINE = 3
ROWS = 3
Random = np.random.Generator


@dataclass(frozen=True, eq=False)
class Cell:
    """A picture, uint8, (H, W), and the row number in it."""

    picture: np.ndarray
    text: str


class _Page:
    """Rows of a register, drawn larger than they are scanned; lengths in row heights."""

    def __init__(self, row_px: float, random: Random) -> None:
        self.unit = FINE * row_px
        self.image = Image.new("L", (round(6 * self.unit), round((ROWS + 1) * self.unit)))
        self._pen = ImageDraw.Draw(self.image)
        self.slant = random.normal(0.2, 0.15)

    def line(self, points: np.ndarray, width: float) -> None:
        """Draw a polyline with round ends."""
        pixels = [tuple(self.unit * point) for point in points]
        wide = max(1, round(self.unit * width))
        self._pen.line(pixels, fill=255, width=wide, joint="curve")
        for x, y in (pixels[0], pixels[-1]):
            radius = wide / 2
            self._pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)

    def write(self, strokes: list, x: float, y: float, height: float, pen: float) -> float:
        """Write strokes of height 1 with their left edge at x and foot at y; the right edge."""
        right = x
        for stroke in strokes:
            across = stroke[:, 0] + self.slant * (1 - stroke[:, 1])
            points = np.stack([x + height * across, y - height * (1 - stroke[:, 1])], 1)
            self.line(points, pen)
            right = max(right, float((x + height * stroke[:, 0]).max()))
        return right


def compose_cell(pens: PenDigits, random: Random) -> Cell:
    """Write a page, cut one cell out of it roughly, and scan it."""
    row_px = random.uniform(30, 60)
    page = _Page(row_px, random)
    number = int(random.integers(2, 10 ** int(random.integers(1, 4))))
    writer = int(random.integers(len(pens.writers)))
    height, pen = random.uniform(0.45, 0.8), random.uniform(0.035, 0.08)
    left, widest = 1.0, 0.0
    for row in range(-1, 2):
        x = left + random.uniform(0.1, 0.5)
        foot = 2 + row - random.uniform(0.08, 0.2)
        for sign in str(number + row):
            strokes = pens.draw(int(sign), writer, random)
            own = height * random.normal(1, 0.06)
            x = page.write(strokes, x, foot + random.normal(0, 0.02), own, pen)
            x += height * random.uniform(0.08, 0.25)
        widest = max(widest, x)
    rule = widest + random.uniform(0.15, 0.5)
    _write_next_column(page, rule, height, pen, random)
    ruled = _rules(page, left, rule, random)
    has_edge = random.random() < 0.6
    start = left - (random.uniform(0.1, 0.5) if has_edge else random.uniform(-0.03, 0.15))
    box = (
        start,
        1 + random.normal(-0.05, 0.08),
        rule + random.uniform(-0.05, 0.5),
        2 + random.normal(0.05, 0.08),
    )
    crop = tuple(round(page.unit * value) for value in box)
    scan = _scan(page.image.crop(crop), ruled.crop(crop), random)
    if has_edge:
        _darken(scan, (left - start - random.uniform(0.02, 0.1)) * row_px, random)
    return Cell(_saved(scan, random), str(number))


def _write_next_column(page: _Page, rule: float, height: float, pen: float, random: Random) -> None:
    for row in range(-1, 2):
        x = rule + random.uniform(0.05, 0.4)
        for _ in range(3):
            way = LETTERS[str(random.choice(list(LETTERS)[:30]))][0]
            lines = [(line + 1) / 2 for line in stroke_lines(way, random, 0.3)]
            x = page.write(lines, x, 2 + row - 0.12, random.uniform(0.5, 1) * height, pen) + 0.08


def _rules(page: _Page, left: float, right: float, random: Random) -> Image.Image:
    """Draw the rules between rows and beside the column."""
    size = page.image.size
    ruled = Image.new("L", size)
    pen = ImageDraw.Draw(ruled)
    thin = max(1, round(FINE * random.uniform(0.6, 1.8)))
    tilt = random.normal(0, 0.006) * size[0]
    if random.random() < 0.85:
        for row in range(ROWS + 1):
            y = row * page.unit
            pen.line((left * page.unit, y, size[0], y + tilt), fill=255, width=thin)
    for column, odds in ((left, 0.7), (right, 0.85)):
        if random.random() < odds:
            x = column * page.unit
            pen.line((x, 0, x - tilt, size[1]), fill=255, width=thin)
            if random.random() < 0.2:
                pen.line((x + 4 * thin, 0, x + 4 * thin - tilt, size[1]), 255, thin)
    return ruled


def _scan(ink: Image.Image, ruled: Image.Image, random: Random) -> np.ndarray:
    """Lay ink and rules on old paper; float, (H, W), in [0, 1]."""
    size = max(8, round(ink.width / FINE)), max(8, round(ink.height / FINE))
    strokes = np.asarray(ink.resize(size, Image.Resampling.BOX), float) / 255
    rules = np.asarray(ruled.resize(size, Image.Resampling.BOX), float) / 255
    y, x = np.mgrid[0 : size[1], 0 : size[0]] / max(size)
    paper = random.uniform(0.6, 0.92) + random.normal(0, 0.06) * x + random.normal(0, 0.06) * y
    paper = paper + 0.04 * np.sin(random.uniform(2, 9) * x + random.uniform(2, 9) * y)
    grain = 1 + 0.2 * random.standard_normal(strokes.shape)
    paper = paper * (1 - random.uniform(0.15, 0.6) * rules)
    page = paper * (1 - np.clip(random.uniform(0.45, 0.9) * strokes * grain, 0, 1))
    return np.clip(page + random.uniform(0.005, 0.03) * random.standard_normal(page.shape), 0, 1)


def _darken(scan: np.ndarray, edge_px: float, random: Random) -> None:
    """Show the scanner's bed to the left of the page's edge."""
    rows, columns = scan.shape
    edge = edge_px + random.normal(0, 0.02) * (np.arange(rows) - rows / 2)
    distance = np.arange(columns)[np.newaxis] - edge[:, np.newaxis]
    bed = np.clip(0.5 - distance / random.uniform(1, 4), 0, 1)
    scan[:] = scan * (1 - bed) + random.uniform(0.02, 0.25) * bed
    shade = np.exp(-np.maximum(distance, 0) / random.uniform(2, 8)) * (bed < 1)
    scan *= 1 - random.uniform(0, 0.35) * shade


def _saved(scan: np.ndarray, random: Random) -> np.ndarray:
    image = Image.fromarray(np.rint(255 * np.clip(scan, 0, 1)).astype(np.uint8))
    image = image.filter(ImageFilter.GaussianBlur(random.uniform(0.3, 1.0)))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=int(random.integers(40, 95)))
    return np.asarray(Image.open(file))


def main() -> None:
    """Compose, read, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("handwriting", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--model", default="studio")
    parser.add_argument("--sheet", type=Path, help="draw what was read wrongly")
    options = parser.parse_args()
    pens = read_pen_digits(options.handwriting / "unipen_digits.json.gz", held_back=True)
    model = open_model(options.model)
    found: Counter[str] = Counter()
    wrong: list[tuple[Cell, str]] = []
    for index in range(options.count):
        cell = compose_cell(pens, np.random.default_rng([options.seed, index]))
        started = clocks()
        page = model.read_page(cell.picture.astype(np.float32) / 255)
        seconds = tuple((clocks() - started).tolist())
        outcome = outcome_of(cell.text, page, seconds, refusing=True)
        is_sure = bool(outcome.read) and not any(outcome.marked)
        found["right"] += outcome.is_right
        found["nothing marked"] += is_sure
        found["sure and wrong"] += is_sure and not outcome.is_right
        if not outcome.is_right:
            wrong.append((cell, outcome.read + (" sure" if is_sure else "")))
    print(", ".join(f"{name} {count / options.count:.1%}" for name, count in found.items()))
    if options.sheet is not None:
        _save_sheet(wrong, options.sheet)


def _save_sheet(wrong: list[tuple[Cell, str]], path: Path) -> None:
    shown = wrong[:120]
    sheet = Image.new("L", (8 * 170, 110 * max(1, -(-len(shown) // 8))), 255)
    pen = ImageDraw.Draw(sheet)
    for index, (cell, read) in enumerate(shown):
        picture = Image.fromarray(cell.picture)
        picture.thumbnail((160, 90))
        x, y = 170 * (index % 8), 110 * (index // 8)
        sheet.paste(picture, (x, y + 14))
        pen.text((x, y), f"{cell.text} read {read!r}", fill=0)
    sheet.save(path)


if __name__ == "__main__":
    main()
