"""Whole numbers as people bring them: other hands, layouts, papers and sizes than MNIST's lines.

Usage: ``python tests/benchmarks/hard_numbers.py [--lines N] [--handwriting FOLDER] [--sheet FILE]``

Prints the share of digits read right (1 − edit distance over length), of whole lines read
right, and of digits refused in them, by hand, layout, paper and size; and how often the
line's probability was right. ``--sheet`` draws the lines that were read wrongly.
"""

from __future__ import annotations

import argparse
import itertools
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from hands import Hand, all_hands
from hard_layouts import LAYOUTS, write_number
from number_lines import edit_distance
from papers import PAPERS, on_paper
from PIL import Image, ImageDraw

from desktop_cvae.inference.number_reading import NO_DIGIT_SIGN, PageReading
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.pictures.picture_files import grey_values

SIZES = {"tiny": (11, 16), "small": (18, 32), "usual": (40, 80), "large": (120, 220)}
"""Heights of digits in pixels."""
LENGTHS = (4, 11)


@dataclass(frozen=True, eq=False)
class Case:
    """A picture of one number.

    Attributes:
        kinds: hand, layout, paper and size.
        picture: uint8, (H, W, 3).
        text: what is written.
    """

    kinds: tuple[str, ...]
    picture: np.ndarray
    text: str


def compose(hands: list[Hand], number: int, seed: int) -> Case:
    """One case; every third is plain but for one thing, so that its own effect shows."""
    random = np.random.default_rng([seed, number])
    hand = hands[number % len(hands)]
    layout = list(LAYOUTS)[int(random.integers(len(LAYOUTS)))]
    paper = list(PAPERS)[int(random.integers(len(PAPERS)))]
    size = list(SIZES)[int(random.choice(len(SIZES), p=(0.12, 0.28, 0.48, 0.12)))]
    height = random.uniform(*SIZES[size])
    count = int(random.integers(*LENGTHS))
    ink, text = write_number(hand, LAYOUTS[layout], random, height, count)
    return Case((hand.name, layout, paper, size), on_paper(paper, ink, height, random), text)


def read(model: OpenedModel, case: Case) -> tuple[PageReading, int]:
    """What is read, and how many of its digits are refused."""
    page = model.read_page(grey_values(Image.fromarray(case.picture)))
    return page, page.text.count(NO_DIGIT_SIGN)


def main() -> None:
    """Compose, read, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="studio")
    parser.add_argument("--lines", type=int, default=240)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--part", choices=["test", "train"], default="test")
    parser.add_argument("--handwriting", type=Path)
    parser.add_argument("--sheet", type=Path, help="draw what was read wrongly")
    parser.add_argument("--only", help="cases with this hand, layout, paper or size alone")
    wish = parser.parse_args()
    hands = all_hands(wish.part, wish.handwriting)
    model = open_model(wish.model)
    rows: dict[str, list[tuple[float, bool, float]]] = defaultdict(list)
    trusted: list[tuple[float, bool]] = []
    wrong: list[tuple[Case, str]] = []
    started = time.perf_counter()
    for number in range(wish.lines):
        case = compose(hands, number, wish.seed)
        if wish.only and wish.only not in case.kinds:
            continue
        page, refused = read(model, case)
        # As if nothing were refused.
        lines = ("".join(digit.label_name for digit in line.digits) for line in page.lines)
        text = "\n".join(lines)
        right = max(0.0, 1 - edit_distance(case.text, text) / len(case.text))
        for kind in ("all", *case.kinds):
            rows[kind].append((right, text == case.text, refused / len(case.text)))
        if len(page.lines) == 1:
            trusted.append((page.lines[0].probability, text == case.text))
        if text != case.text:
            wrong.append((case, text))
    print(f"{(time.perf_counter() - started) / len(rows['all']):.3f} s a line")
    report(rows)
    reliability(trusted)
    if wish.sheet:
        save_sheet(wrong, wish.sheet)


def report(rows: dict[str, list[tuple[float, bool, float]]]) -> None:
    """The shares by kind."""
    print(f"{'':16s} digits right  lines right  digits refused")
    for kind, outcomes in rows.items():
        digits, lines, refused = (100 * float(np.mean(v)) for v in zip(*outcomes, strict=True))
        shares = f"{digits:7.2f} %   {lines:7.1f} %   {refused:7.2f} %"
        print(f"  {kind:16s} {shares}   n = {len(outcomes)}")


def reliability(trusted: list[tuple[float, bool]]) -> None:
    """What lines of a probability were worth."""
    said, true = (np.array(values, float) for values in zip(*trusted, strict=True))
    error = 0.0
    for low, high in itertools.pairwise((0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)):
        chosen = (said >= low) & (said < high)
        if chosen.any():
            promised, kept = said[chosen].mean(), true[chosen].mean()
            error += float(chosen.mean() * abs(promised - kept))
            print(f"  said {promised:.3f}, right {kept:.3f}, n = {chosen.sum()}")
    print(f"  calibration error of a line's probability: {error:.3f}")


def save_sheet(wrong: list[tuple[Case, str]], path: Path) -> None:
    """Every line read wrongly, with what was read."""
    cells = []
    for case, text in wrong:
        picture = Image.fromarray(case.picture)
        picture.thumbnail((620, 110))
        if picture.height < 40:
            picture = picture.resize((picture.width * 2, picture.height * 2))
        cells.append((picture, f"{case.text} read {text!r}  {' · '.join(case.kinds)}"))
    rows = -(-len(cells) // 2)
    sheet = Image.new("RGB", (1260, 130 * max(rows, 1)), (255, 255, 255))
    pen = ImageDraw.Draw(sheet)
    for number, (picture, words) in enumerate(cells):
        x, y = 630 * (number % 2), 130 * (number // 2)
        sheet.paste(picture, (x + 2, y + 16))
        pen.text((x + 2, y + 2), words, fill=(0, 0, 0))
    sheet.save(path)


if __name__ == "__main__":
    main()
