"""Which pictures are taken for numbers: single digits, letters and other things must not be.

Usage: ``python tests/benchmarks/single_or_number.py [--count N] [--handwriting FOLDER]``

Prints, by kind of picture, the share taken for a number, the share of it whose number reads
right, and for single digits what the window shows instead. ``--sheet FILE`` draws the mistakes.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from contact_sheet import save_sheet
from hands import Hand, all_hands
from hard_layouts import LAYOUTS, write_number
from hard_numbers import compose
from odd_pictures import clothes, installed_fonts, scribble, texture, written
from papers import PAPERS, on_paper
from PIL import Image

from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.numbers.number_page import read_number
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.pictures.grey_values import grey_values
from desktop_cvae.pictures.picture_files import read_image

Shown = tuple[str, FloatArray, str]
"""A kind, a picture, and the text that is written there."""
LETTERS = "ABCDEFGHKLMNPRTUVWXYabdefhkmnprtuvwxy"


def singles(hands: list[Hand], count: int, random: np.random.Generator) -> Iterator[Shown]:
    """One digit on any paper."""
    for number in range(count):
        hand = hands[number % len(hands)]
        paper = list(PAPERS)[number % len(PAPERS)]
        height = random.uniform(40, 200)
        ink, text = write_number(hand, LAYOUTS["apart"], random, height, 1)
        picture = grey_values(Image.fromarray(on_paper(paper, ink, height, random)))
        yield f"one digit: {hand.name}", picture, text


def photographs(folder: Path) -> Iterator[Shown]:
    """Photographs of one digit, and of lines."""
    with (folder / "labels.csv").open() as file:
        for row in csv.DictReader(file):
            kind = "one digit: photo" if row["file"].startswith("photos") else "number: photo"
            text = row["label"].replace("|", "\n")
            yield kind, read_image(folder / row["file"]), text


def odd_ones(count: int, random: np.random.Generator) -> Iterator[Shown]:
    """Letters, scribbles, textures, clothes."""
    fonts = installed_fonts()
    for number in range(2 * count):
        font = fonts[int(random.integers(len(fonts)))]
        yield "a letter", written(LETTERS[number % len(LETTERS)], font), ""
    for _ in range(count):
        yield "a scribble", 1 - scribble(random), ""
        yield "a texture", texture(random), ""
    for image in clothes(count):
        small = Image.fromarray(np.rint(255 * image).astype(np.uint8))
        large = small.resize((224, 224), Image.Resampling.BICUBIC)
        yield "clothes", np.asarray(large, np.float32) / 255, ""


def numbers(hands: list[Hand], count: int, seed: int) -> Iterator[Shown]:
    """Hard numbers of all layouts and papers."""
    for number in range(count):
        case = compose(hands, number, seed)
        if max(case.picture.shape) > 64:
            yield "number: composed", grey_values(Image.fromarray(case.picture)), case.text


def main() -> None:
    """Make, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="studio")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--handwriting", type=Path)
    parser.add_argument("--sheet", type=Path)
    options = parser.parse_args()
    random = np.random.default_rng(options.seed)
    model = open_model(options.model)
    hands = all_hands("test", options.handwriting)
    shown = [*singles(hands, 2 * options.count, random), *odd_ones(options.count, random)]
    shown += numbers(hands, 2 * options.count, options.seed)
    if options.handwriting:
        shown += photographs(options.handwriting)
    taken: dict[str, list[bool]] = {}
    mistakes: list[tuple[str, FloatArray | None]] = []
    for kind, picture, text in shown:
        answer = read_number(model, picture, "")
        taken.setdefault(kind, []).append(answer.is_number)
        if answer.is_number != kind.startswith("number"):
            mistakes.append((f"{kind} {text}: {answer.page.text!r}", picture))
    for kind, outcomes in taken.items():
        print(
            f"{kind:20s} taken for a number: {100 * np.mean(outcomes):6.2f} %  n = {len(outcomes)}"
        )
    if options.sheet:
        save_sheet(mistakes, options.sheet)


if __name__ == "__main__":
    main()
