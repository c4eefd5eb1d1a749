"""What the room makes of the golden pictures and of chance, as numbers that are kept.

Usage: ``python tests/pictures/kept_pictures.py`` prints what changed and keeps today's numbers.

Boxes, counts and labels have to be the same; greys, in thousandths, may differ a little, as two
decoders or orders of summation do. A change that is kept needs its reason in the commit.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from fakes import draw_digit

from desktop_cvae.core.results import FloatArray, NoiseSetting
from desktop_cvae.pictures.hypotheses import propose_hypotheses
from desktop_cvae.pictures.line_pieces import PiecedLine, find_fields
from desktop_cvae.pictures.noise import KINDS, add_noise
from desktop_cvae.pictures.picture_files import read_image
from desktop_cvae.pictures.preparation import to_mnist_style
from desktop_cvae.synthesis.damage import DAMAGES, damage_by
from desktop_cvae.synthesis.doodles import doodle_lines
from desktop_cvae.synthesis.pens import any_pen, draw
from desktop_cvae.synthesis.restyling import bend, crossed, drawn_digits, restyle
from desktop_cvae.synthesis.signs import sign_lines
from desktop_cvae.synthesis.synthetic_outliers import (
    make_area,
    make_silhouette,
    make_synthetic_outliers,
)

KEPT = Path(__file__).with_suffix(".jsonl")
GOLDEN = Path(__file__).parents[1] / "golden"
PICTURES = sorted(
    path
    for folder in ("digits", "others", "numbers")
    for path in (GOLDEN / folder).iterdir()
    if path.stem not in ("x-cut-short", "x-no-picture")
)
PAGES = [path for path in PICTURES if path.parent.name == "numbers" or "page" in path.name]
OUTLIERS = 24
"""One of every kind at least."""
TOLERANCE = 4
"""Thousandths of white, or of a line's height."""
LABELS = np.arange(20) % 10
DIGITS = np.stack([draw_digit(int(label)) for label in LABELS])
DRAWN: dict[str, Callable[[int], FloatArray]] = {
    "restyled": lambda seed: restyle(DIGITS, seed),
    "bent": lambda seed: bend(DIGITS, seed),
    "drawn digits": lambda seed: drawn_digits(len(LABELS), seed)[0],
    "areas": lambda seed: _several(make_area, seed),
    "silhouettes": lambda seed: _several(make_silhouette, seed),
    "outliers": lambda seed: make_synthetic_outliers(DIGITS, LABELS, OUTLIERS, seed),
    "pens": lambda seed: _several(lambda rng: np.array([dataclasses.astuple(any_pen(rng))]), seed),
    "crossed": lambda seed: crossed(DIGITS, LABELS, 0.8, seed),
    "doodles": lambda seed: _several(lambda rng: draw(doodle_lines(rng), any_pen(rng)), seed),
    "signs": lambda seed: _several(lambda rng: draw(sign_lines(rng), any_pen(rng)), seed),
    **{f"{kind} damage": lambda seed, kind=kind: damage_by(kind, DIGITS, seed) for kind in DAMAGES},
    **{
        f"{kind} noise": lambda seed, kind=kind: add_noise(DIGITS, NoiseSetting(kind, 0.4, seed))
        for kind in KINDS
    },
}
"""What chance draws from a seed: (N, H, W)."""
SEEDS = (1, 2)

Numbers = dict[str, list[int]]
"""Those that have to be the same, and thousandths that may differ a little."""


def drawn(kind: str, seed: int) -> Numbers:
    """Each picture of one kind by its grey."""
    return {"greys": _thousandths([_marks(picture) for picture in DRAWN[kind](seed)])}


def prepared(path: Path) -> Numbers:
    """A picture as the digit that the model reads."""
    digit = to_mnist_style(read_image(path))
    return {
        "same": [int(digit.found), int(digit.inverted), *digit.box],
        "greys": _thousandths([digit.scale, *digit.offset, *_blocks(digit.image)]),
    }


def proposed(path: Path) -> Numbers:
    """A picture as the digit under every hypothesis."""
    every = propose_hypotheses(read_image(path)).every()
    return {
        "same": [number for one in every for number in (len(one.preparation), one.inverted)],
        "greys": _thousandths([grey for one in every for grey in _marks(one.image)]),
    }


def cut(path: Path) -> Numbers:
    """A picture as lines of pieces."""
    fields = find_fields(read_image(path))
    return {
        "same": [number for field in fields for number in _counts(field)],
        "greys": _thousandths([number for field in fields for number in _shares(field)]),
    }


def _several(make: Callable[[np.random.Generator], FloatArray], seed: int) -> FloatArray:
    rng = np.random.default_rng(seed)
    return np.stack([make(rng) for _ in range(12)])


def _marks(picture: FloatArray) -> list[float]:
    """Mean grey, and how it leans to the right, down, and to the middle."""
    y, x = (np.linspace(-1, 1, n) for n in picture.shape)
    weights = (1, x, y[:, None], x**2 * y[:, None] ** 2)
    return [float((picture * weight).mean()) for weight in weights]


def _blocks(image: FloatArray) -> list[float]:
    """Mean grey of 4 × 4 blocks of 7 × 7 pixels."""
    return [float(mean) for mean in image.reshape(4, 7, 4, 7).mean((1, 3)).ravel()]


def _counts(field: PiecedLine) -> list[int]:
    """Seams, pieces, and the sums of their seams and boxes."""
    pieces = [(p.first, p.last, p.prepared.inverted, *p.prepared.box) for p in field.pieces]
    return [field.seam_count, len(pieces), *np.sum(pieces, axis=0).tolist()]


def _shares(field: PiecedLine) -> list[float]:
    """The pieces' means."""
    pieces = field.pieces
    sizes = [(p.width, p.height, p.crossed, p.bridged, p.prepared.scale) for p in pieces]
    images = np.mean([p.prepared.image for p in pieces], axis=0)
    return [*np.mean(sizes, axis=0).tolist(), *_blocks(images)]


def _thousandths(values: object) -> list[int]:
    return np.rint(1000 * np.ravel(values)).astype(int).tolist()


ASKED: dict[str, Callable[[], Numbers]] = {
    **{
        f"{kind}, seed {seed}": lambda kind=kind, seed=seed: drawn(kind, seed)
        for kind in DRAWN
        for seed in SEEDS
    },
    **{f"prepared {path.name}": lambda path=path: prepared(path) for path in PICTURES},
    **{f"hypotheses about {path.name}": lambda path=path: proposed(path) for path in PICTURES},
    **{f"cut {path.name}": lambda path=path: cut(path) for path in PAGES},
}
"""What is kept, by its name in the file."""


def kept() -> dict[str, Numbers]:
    """The numbers of the day they were renewed last."""
    lines = KEPT.read_text(encoding="utf-8").splitlines()
    return {name: numbers for line in lines for name, numbers in json.loads(line).items()}


def differences(expected: Numbers, found: Numbers) -> Iterator[str]:
    """One sentence for each list of numbers that is not as it was."""
    for part, tolerance in (("same", 0), ("greys", TOLERANCE)):
        old, new = np.array(expected.get(part, [])), np.array(found.get(part, []))
        if old.shape != new.shape or (abs(old - new) > tolerance).any():
            yield f"{part}: {old.tolist()} is now {new.tolist()}"


def main() -> None:
    """Keep today's numbers."""
    before = kept() if KEPT.exists() else {}
    now = {name: ask() for name, ask in ASKED.items()}
    for name, numbers in now.items():
        for difference in differences(before.get(name, {}), numbers):
            print(name, difference)
    lines = [json.dumps({name: numbers}) + "\n" for name, numbers in now.items()]
    KEPT.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
