"""Handwriting of other hands than MNIST's, read just as the program reads it.

Usage: ``python tests/benchmarks/handwriting.py FOLDER [--model MODEL] [--sheet FILE.png]``

FOLDER has ``usps_train.npz`` (scans, 16×16), ``strokes.json.gz`` (pen strokes, replayed on the
window's canvas with each of its pens), ``labels.csv``, ``photos/`` and ``lines/``. ``--sheet``
draws what was read wrongly, as the model saw it. The handwriting itself is not ours to show.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from contact_sheet import save_failures
from hands import pen_drawings, usps_scans
from line_outcomes import share_right
from reading_report import HEADING, Outcome, print_table, read_pictures
from replayed_strokes import drawn

from desktop_cvae.gui.widgets.pen_bar import WIDTHS
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.pictures.picture_files import read_image

Outcomes = dict[str, Outcome]
SMALL, ASIDE = 0.25, (0.9, -0.9)


def main() -> None:
    """Read every part and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default="studio")
    parser.add_argument("--sheet", type=Path)
    options = parser.parse_args()
    model = open_model(options.model)
    with (options.folder / "labels.csv").open(newline="") as file:
        named = list(csv.DictReader(file))
    outcomes = {"USPS scans": read_scans(model, options.folder)}
    outcomes |= read_strokes(model, options.folder)
    outcomes["photographs"] = read_photographs(model, options.folder, named)
    print_table([HEADING, *(outcome.row(name) for name, outcome in outcomes.items())])
    print_lines(model, options.folder, named)
    if options.sheet is not None:
        save_failures(outcomes, options.sheet)


def read_scans(model: OpenedModel, folder: Path) -> Outcome:
    """Each scan as a picture file of 16×16 pixels."""
    return read_pictures(model, *usps_scans(folder))


def read_strokes(model: OpenedModel, folder: Path) -> Outcomes:
    """With each pen of the window in the middle of the canvas; small and aside with the medium."""
    hands = pen_drawings(folder)
    labels = [int(hand["label"]) for hand in hands]
    outcomes = {}
    for name, width in WIDTHS.items():
        pictures = (drawn(hand["strokes"], width) for hand in hands)
        outcomes[f"strokes, {name.lower()} pen"] = read_pictures(model, pictures, labels)
    pictures = (drawn(hand["strokes"], WIDTHS["Thin"], SMALL, ASIDE) for hand in hands)
    outcomes["strokes, small, aside"] = read_pictures(model, pictures, labels)
    return outcomes


def read_photographs(model: OpenedModel, folder: Path, named: list[dict[str, str]]) -> Outcome:
    """Each file opened as ``recognize`` opens it."""
    chosen = [row for row in named if row["file"].startswith("photos/")]
    pictures = (read_image(folder / row["file"]) for row in chosen)
    return read_pictures(model, pictures, [int(row["label"]) for row in chosen])


def print_lines(model: OpenedModel, folder: Path, named: list[dict[str, str]]) -> None:
    """What ``recognize --numbers`` reads of each picture of lines."""
    for row in named:
        if not row["file"].startswith("lines/"):
            continue
        wanted = row["label"].replace("|", "\n")
        read = model.read_page(read_image(folder / row["file"])).text
        right = 100 * share_right(wanted, read)
        print(f"{row['file']}: {read.split()} of {wanted.split()}, {right:.0f} %")


if __name__ == "__main__":
    main()
