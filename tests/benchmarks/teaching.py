"""What teaching brings: odd hands and new signs taught to a model, and what MNIST loses by it.

    python tests/benchmarks/teaching.py [--model NAME] [--hands glyphs,mirrored] [--each 2]
                                        [--signs "A,ж"] [--without-mnist] [--sheet PNG]

Every hand is taught from a few digits and measured on 200 others of the same hand that the teaching
never saw. Digits of ``glyphs`` are drawn by one pen in shapes of its own; the other hands are real
digits (of MNIST's held-out training part) mirrored, sheared or turned. Measured in one pass, as a
scorecard counts.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

import numpy as np
from PIL import Image

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.results import NO_DIGIT, FloatArray, IntArray
from desktop_cvae.core.specs import DIGIT_NAMES, TrainingConfig
from desktop_cvae.core.tasks import result_of
from desktop_cvae.datasets.dataset import DigitDataset, held_out_part
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.library.model_library import find_model
from desktop_cvae.pictures.contact_sheets import encode_png, tile_images
from desktop_cvae.pictures.preparation import to_mnist_style
from desktop_cvae.synthesis.pens import Pen, draw, stroke_lines

GLYPHS = (
    "00 80 89 09 00",
    "09 89, 13 40 49",
    "00 80 09 89, 24 64",
    "00 80 34, ~34 74 87 49 08",
    "50 06 86, 50 59",
    "~81 50 11 13 44 75 77 49 08",
    "00 09, ~05 34 74 86 49 09",
    "00 80 39, 14 74, 09 69",
    "00 80 09 89 00",
    "~83 40 03 45 83, 80 87 49 18",
)
"""A square 0, an hourglass for 8, a b for 6, a g for 9, …"""
SIGNS = {
    "A": "09 40 89, 16 76",
    "ж": "00 89, 80 09, 40 49",
    "Φ": "~40 03 06 49 86 83 40, 40 49",
    "?": "~01 40 82 45 46, 48 49",
    "h": "00 09, ~05 24 53 75 79",
    "✓": "05 39 80",
}
TURN = 0.9
WARPS = {
    "mirrored": ((-1.0, 0.0), (0.0, 1.0)),
    "sheared": ((0.8, 0.9), (-0.3, 0.8)),
    "turned": ((np.cos(TURN), -np.sin(TURN)), (np.sin(TURN), np.cos(TURN))),
}
HANDS = ("glyphs", *WARPS)


def drawn(signs: tuple[str, ...], each: int, seed: int) -> tuple[FloatArray, IntArray]:
    """Signs by one hand and pen, in turn: images (N, 28, 28) and which each is."""
    rng = np.random.default_rng([seed, 5])
    labels, images = np.arange(each * len(signs)) % len(signs), []
    for label in labels:
        pen = Pen(
            width=rng.uniform(10, 13),
            height=rng.uniform(15, 18),
            slant=rng.normal(-0.2, 0.06),
            turn=rng.normal(0.1, 0.05),
            nib=rng.uniform(1.8, 2.6),
            thinness=1.0,
            angle=0.0,
            serif=0.0,
            edge=1.5,
        )
        images.append(to_mnist_style(draw(stroke_lines(signs[label], rng, 0.3), pen)).image)
    return np.stack(images), labels


def warped(name: str, each: int, seed: int) -> tuple[FloatArray, IntArray]:
    """Real digits bent as that hand would, in turn of the labels."""
    digits = held_out_part(load_dataset("mnist", "train"), TrainingConfig())
    order = np.random.default_rng([seed, 6]).permutation(len(digits))
    to_source = np.linalg.inv(1.6 * np.array(WARPS[name]))
    (a, b), (d, e) = to_source
    c, f = 14 - 28 * to_source.sum(1)
    images, labels = [], np.tile(np.arange(10), each)
    for place in np.stack([order[digits.labels[order] == k][:each] for k in range(10)]).T.ravel():
        sheet = Image.fromarray(digits.images[place]).transform(
            (56, 56), Image.Transform.AFFINE, (a, b, c, d, e, f), Image.Resampling.BILINEAR
        )
        images.append(to_mnist_style(np.asarray(sheet, np.float32) / 255).image)
    return np.stack(images), labels


def hand(name: str, each: int, seed: int) -> tuple[FloatArray, IntArray]:
    """So many of every digit in an odd hand."""
    return drawn(GLYPHS, each, seed) if name == "glyphs" else warped(name, each, seed)


def dataset(images: FloatArray, labels: IntArray, names: tuple[str, ...]) -> DigitDataset:
    """As examples."""
    return DigitDataset(np.rint(255 * images).astype(np.uint8), labels, names)


def share_right(model: OpenedModel, images: FloatArray, names: list[str]) -> tuple[float, float]:
    """The share read right, and the share refused as no digit."""
    readings = model.read(images, test_time_augmentation=False)
    right = [
        model.label_names[reading.label] == name
        for reading, name in zip(readings, names, strict=True)
        if reading.label is not None
    ]
    refused = [r.verdict is not None and r.verdict.kind == NO_DIGIT for r in readings]
    return float(np.mean(right)), float(np.mean(refused))


def report(
    args: argparse.Namespace, title: str, examples: DigitDataset, asked: DigitDataset
) -> None:
    """Teach, measure, print one line."""
    from desktop_cvae.training.teaching_run import TeachingRequest, teach

    parent = find_model(args.model)
    names = [asked.label_names[label] for label in asked.labels]
    before = share_right(open_model(parent), asked.floats(), names)
    with tempfile.TemporaryDirectory() as folder:
        output, started = Path(folder) / "taught.cvae", time.perf_counter()
        outcome = teach(
            TeachingRequest(parent=parent, examples=examples, output=output, name="taught"),
            lambda _part, _step: None,
        )
        seconds = time.perf_counter() - started
        model = open_model(str(output))
        after = share_right(model, asked.floats(), names)
        if args.sheet:
            label = model.label_names.index(names[0])
            images = result_of(model.generate(label, 20, 1.0, 0)).images
            Path(args.sheet).write_bytes(encode_png(tile_images(images, 10, 2, 4)))
    found = outcome.metrics
    test = " ".join(
        f"{100 * found[f'test_accuracy_{when}']:.2f} % ({found[f'test_evidence_{when}']:.1f})"
        for when in ("before", "after")
        if f"test_accuracy_{when}" in found
    )
    print(
        f"{args.model} {title}: {len(examples)} examples, {seconds:.0f} s; "
        f"hand {100 * before[0]:.1f} → {100 * after[0]:.1f} % read, "
        f"{100 * before[1]:.1f} → {100 * after[1]:.1f} % refused; MNIST {test}; "
        f"{'; '.join(outcome.notes)}",
        flush=True,
    )


def main() -> None:
    """Teach hand after hand, then the signs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", default="studio")
    parser.add_argument("--hands", default=",".join(HANDS))
    parser.add_argument("--each", type=int, default=2)
    parser.add_argument("--signs", default="A,ж")
    parser.add_argument("--without-mnist", action="store_true")
    parser.add_argument("--sheet")
    args = parser.parse_args()
    missing = patch(
        "desktop_cvae.training.rehearsal.load_mnist", side_effect=DatasetProblem("not there")
    )
    if args.without_mnist:
        missing.start()
    for name in filter(None, args.hands.split(",")):
        examples, asked = (hand(name, each, seed) for each, seed in ((args.each, 1), (20, 2)))
        report(args, name, dataset(*examples, DIGIT_NAMES), dataset(*asked, DIGIT_NAMES))
    names = tuple(filter(None, args.signs.split(",")))
    if names:
        signs = tuple(SIGNS[name] for name in names)
        examples, asked = drawn(signs, 20, 1), drawn(signs, 50, 2)
        report(args, args.signs, dataset(*examples, names), dataset(*asked, names))


if __name__ == "__main__":
    main()
