"""Our own hard set: digits as photographs, in fonts, by a mouse, in few and in many pixels.

Usage: ``python tests/benchmarks/hard_set.py [--model MODEL] [--each N] [--fonts FOLDER]
[--sheet FILE.png] [--write FOLDER]``

Digits are MNIST's test digits in other looks, handwriting fonts (those of Debian's packages
named in ``FONTS`` that are installed, or lie under FOLDER), and signs drawn as a mouse draws. Every
picture is a file's bytes, read as ``recognize`` reads files; a seed makes the same set again.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import photograph_like as look
from contact_sheet import save_failures
from PIL import Image, ImageDraw, ImageFont
from reading_report import HEADING, Outcome, print_table, read_pictures
from replayed_strokes import drawn

from desktop_cvae.core.results import FloatArray
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.synthesis.pens import DIGITS, stroke_lines

Random = np.random.Generator
Make = Callable[[FloatArray, Random], bytes]
FONTS = {
    "fonts-humor-sans": "Humor-Sans.ttf",
    "fonts-dkg-handwriting": "dkg.ttf",
    "fonts-breip": "Breip.ttf",
    "fonts-rufscript": "Rufscript010.ttf",
    "fonts-klee": "KleeOne-Regular.ttf",
    "fonts-sjfonts": "SteveHand.ttf",
    "fonts-yusei-magic": "YuseiMagic-Regular.ttf",
    "fonts-bwht": "BecauseWeBuild-Regular.otf",
}
MEDIUM = (70.0, 150.0)
INKS = ((0.1, 0.2, 0.6), (0.75, 0.1, 0.12), (0.1, 0.45, 0.2), (0.45, 0.2, 0.5), (0.9, 0.45, 0.1))
FEW = 10
"""Pictures of a kind whose pictures are slow to make."""


def _on_sheet(digit: FloatArray, random: Random, weight: float = 0.5) -> FloatArray:
    ink = look.pen_ink(digit, random.uniform(*MEDIUM), weight)
    return look.on_paper(look.placed(ink, random), random)


def _looked(digit: FloatArray, random: Random, *looks: look.Look) -> bytes:
    scene = _on_sheet(digit, random)
    for one in looks:
        scene = one(scene, random)
    return look.jpeg(scene)


def _weighed(digit: FloatArray, random: Random, low: float, high: float) -> bytes:
    return look.jpeg(_on_sheet(digit, random, random.uniform(low, high)))


def _noisy_file(digit: FloatArray, random: Random) -> bytes:
    return look.jpeg(_on_sheet(digit, random), int(random.integers(5, 20)))


def _coloured(digit: FloatArray, random: Random) -> bytes:
    ink = look.placed(look.pen_ink(digit, random.uniform(*MEDIUM)), random)
    colour = INKS[int(random.integers(len(INKS)))]
    return look.jpeg(look.on_paper(ink, random, colour))


def _chalked(digit: FloatArray, random: Random) -> bytes:
    ink = look.placed(look.pen_ink(digit, random.uniform(*MEDIUM)), random)
    return look.jpeg(look.grainy(look.on_board(ink, random), random))


def _in_a_corner(digit: FloatArray, random: Random) -> bytes:
    ink = look.pen_ink(digit, random.uniform(24, 40))
    return look.jpeg(look.on_paper(look.placed(ink, random, 0.95), random))


def _in_few_pixels(digit: FloatArray, random: Random, side: int) -> bytes:
    ink = look.pen_ink(digit, 160)
    size = ink.shape[0] + 10
    scene = look.on_paper(look.placed(ink, random, 0.5, (size, size)), random)
    return look.png(look.reduced(scene, random, side))


def _intruded(digit: FloatArray, random: Random) -> bytes:
    ink = look.placed(look.pen_ink(digit, random.uniform(*MEDIUM)), random, 0.9)
    return look.jpeg(look.intruded(look.on_paper(ink, random), random))


def _huge(digit: FloatArray, random: Random) -> bytes:
    return look.jpeg(
        look.grainy(look.enlarged(look.lit(_on_sheet(digit, random), random), random), random)
    )


LOOKS: dict[str, Make] = {
    "plain sheet": _looked,
    "uneven light": lambda d, r: _looked(d, r, look.lit),
    "shadow's edge": lambda d, r: _looked(d, r, look.shadowed),
    "from aside": lambda d, r: _looked(d, r, look.tilted, look.lit),
    "out of focus": lambda d, r: _looked(d, r, look.blurred),
    "JPEG, quality 5–20": _noisy_file,
    "ruled paper": lambda d, r: _looked(d, r, look.ruled),
    "squared paper": lambda d, r: _looked(d, r, partial(look.ruled, boxes=True)),
    "box of a form": lambda d, r: _looked(d, r, look.boxed),
    "phone: all of it": lambda d, r: _looked(
        d, r, look.ruled, look.tilted, look.shadowed, look.lit, look.grainy
    ),
    "coloured ink": _coloured,
    "board, chalk": _chalked,
    "thin pen": lambda d, r: _weighed(d, r, 0.7, 0.85),
    "thick pen": lambda d, r: _weighed(d, r, 0.05, 0.2),
    "small, in a corner": _in_a_corner,
    "40×40 pixels": lambda d, r: _in_few_pixels(d, r, 40),
    "16×16 pixels": lambda d, r: _in_few_pixels(d, r, 16),
    "12×12 pixels": lambda d, r: _in_few_pixels(d, r, 12),
}


def main() -> None:
    """Make, read, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="studio")
    parser.add_argument("--each", type=int, default=200)
    parser.add_argument("--fonts", type=Path, default=Path("/usr/share/fonts"))
    parser.add_argument("--sheet", type=Path, help="draw what failed, as the model saw it")
    parser.add_argument("--write", type=Path, help="keep the pictures that failed")
    options = parser.parse_args()
    model = open_model(options.model)
    outcomes: dict[str, Outcome] = {}
    for name, files, labels in kinds(load_dataset("mnist", "test"), options.each, options.fonts):
        outcome = read_pictures(model, map(read_image, files), labels)
        outcomes[name] = outcome
        if options.write is not None:
            keep_failures(options.write, name, files, outcome)
    print_table([HEADING, *(outcome.row(name) for name, outcome in outcomes.items())])
    if options.sheet is not None:
        save_failures(outcomes, options.sheet)


def kinds(
    digits: DigitDataset, each: int, fonts: Path
) -> Iterator[tuple[str, list[bytes], list[int]]]:
    """Names of kinds, their pictures' files and labels."""
    images = digits.floats()
    kinds_made = [*LOOKS.items(), ("12 megapixels", _huge), ("a finger at the edge", _intruded)]
    for number, (name, make) in enumerate(kinds_made):
        random = np.random.default_rng([number, 7])
        chosen = random.permutation(len(images))[: FEW if make is _huge else each]
        files = [make(images[index], random) for index in chosen]
        yield name, files, [int(label) for label in digits.labels[chosen]]
    for name, width in (("mouse, thin pen", 12 / 280), ("mouse, medium pen", 20 / 280)):
        random = np.random.default_rng([each, 8])
        labels = [index % 10 for index in range(each)]
        yield name, [look.png(_mouse(label, width, random)) for label in labels], labels
    for package, file in FONTS.items():
        found = sorted(fonts.rglob(file))
        if not found:
            print(f"({package} is not here: left out)")
            continue
        random = np.random.default_rng(9)
        files = [_in_font(label % 10, found[0], random) for label in range(30)]
        yield file.split(".")[0], files, [label % 10 for label in range(30)]


def _mouse(label: int, width: float, random: Random) -> FloatArray:
    """A hand that moves by jerks, on the window's canvas: few points, each a little off."""
    ways = DIGITS[label]
    lines = stroke_lines(ways[int(random.integers(len(ways)))], random, 0.3)
    wide = random.uniform(0.45, 0.9)
    strokes = [
        [(wide * x, y) for x, y in line + random.normal(0, 0.04, line.shape)] for line in lines
    ]
    corner = (random.uniform(-0.8, 0.8), random.uniform(-0.8, 0.8))
    canvas = drawn(strokes, width, random.uniform(0.35, 0.8), corner)
    return np.repeat(canvas[..., np.newaxis], 3, axis=2)


def _in_font(label: int, font: Path, random: Random) -> bytes:
    size = int(random.integers(60, 140))
    sheet = Image.new("L", (3 * size, 3 * size), 0)
    face = ImageFont.truetype(str(font), size)
    ImageDraw.Draw(sheet).text(
        (1.5 * size, 1.5 * size), str(label), font=face, anchor="mm", fill=255
    )
    turned = sheet.rotate(random.uniform(-12, 12), Image.Resampling.BICUBIC)
    ink = np.asarray(turned, np.float32) / 255
    return look.jpeg(look.lit(look.on_paper(ink, random), random))


def keep_failures(folder: Path, name: str, files: list[bytes], outcome: Outcome) -> None:
    """The files that were read wrongly, named by kind, number, label and what was read."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = zip(files, outcome.labels, outcome.read, outcome.right, strict=True)
    for number, (file, label, read, right) in enumerate(rows):
        if not right:
            suffix = "png" if file.startswith(b"\x89PNG") else "jpg"
            kind = "".join(letter if letter.isalnum() else "-" for letter in name)
            (folder / f"{kind}-{number}-is-{label}-read-{read}.{suffix}").write_bytes(file)


if __name__ == "__main__":
    main()
