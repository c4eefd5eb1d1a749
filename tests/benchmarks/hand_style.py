"""Is a hand kept, and read? Slant, width and weight of test digits against what is written so.

Usage: ``python tests/benchmarks/hand_style.py [MODEL…] [--count N] [--sheet PNG]``; needs MNIST
(``DESKTOP_CVAE_MNIST``). For every test digit its hand writes the ten digits: with the digit's
own code, with the code carried to the other labels, carried and truncated, as the window shows
it (where there is a writer, a reader's explanations drawn again), and varied (a typed number).
A column is the mean correlation over the ten labels, of what is measured of the test digit and
of the written one, each beside what is usual for its label; the digit's own label is left out.
The default model reads, in one pass. Below, whole
numbers are written and read as a picture of a line. ``--sheet`` shows some.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.inference.styles import transferred_latents
from desktop_cvae.pictures.contact_sheets import write_png
from desktop_cvae.pictures.line_composition import compose_line, ink_pixels

MEASURES = ("slant", "stroke width", "width/height")
DEFAULT_MODEL = "studio"
NUMBERS, ROWS = 100, 12


def measured(images: FloatArray) -> FloatArray:
    """Slant, stroke width in pixels and width/height without the slant, (N, 3), by moments."""
    rows, columns = np.mgrid[0:28, 0:28]
    mass = images.sum(axis=(1, 2)) + 1e-6

    def mean(values: FloatArray) -> FloatArray:
        return (images * values).sum(axis=(1, 2)) / mass

    down = rows - mean(rows)[:, None, None]
    across = columns - mean(columns)[:, None, None]
    high, both, wide = mean(down**2), mean(down * across), mean(across**2)
    edges = sum(np.abs(np.diff(images, axis=k, prepend=0)).sum(axis=(1, 2)) for k in (1, 2))
    upright = np.maximum(wide - both**2 / high, 0)
    return np.stack([-both / high, 2 * mass / edges, np.sqrt(upright / high)], axis=1)


def codes(model: OpenedModel, images: FloatArray, labels: IntArray) -> dict[str, FloatArray]:
    """The ways to write ten digits in every image's hand, each (N, 10, L)."""
    prior, every = model.generator.prior, np.arange(10)
    hands = [model.style_of(image, int(k)) for image, k in zip(images, labels, strict=True)]
    rng = np.random.default_rng(1)
    shown = np.stack([model.style_latents(hand) for hand in hands])
    return {
        "own code": np.stack([np.tile(hand.latent, (10, 1)) for hand in hands]),
        "carried": np.stack([prior.style_transfer.transferred(*hand) for hand in hands]),
        "carried, truncated": np.stack(
            [transferred_latents(model.generator, hand) for hand in hands]
        ),
        "as shown": shown,
        "varied": np.stack([prior.style_transfer.around(each, every, 1.0, rng) for each in shown]),
    }


def report(model: OpenedModel, reader: OpenedModel, images: FloatArray, labels: IntArray) -> None:
    """Print a line for every way."""
    test = load_dataset("mnist", "test")
    usual = measured((test.images / 255).astype(np.float32))
    middles = np.stack([usual[test.labels == k].mean(axis=0) for k in range(10)])
    drawn = measured(images) - middles[labels]
    heads = "  ".join(f"{name:>12}" for name in (*MEASURES, "read", "worst label"))
    print(f"{model.name:20}  {heads}")
    for way, latents in codes(model, images, labels).items():
        kept, read = [], []
        for label in range(10):
            asked = np.full(len(images), label)
            pictures = model.generator.decode(latents[:, label], asked)
            answers = reader.read(pictures, test_time_augmentation=False)
            read.append(np.mean([answer.label == label for answer in answers]))
            others, written = labels != label, measured(pictures)
            kept.append([np.corrcoef(drawn[others, m], written[others, m])[0, 1] for m in range(3)])
        parts = [f"{value:12.3f}" for value in np.mean(kept, axis=0)]
        parts += [f"{100 * value:10.2f} %" for value in (np.mean(read), min(read))]
        print(f"  {way:18}  {'  '.join(parts)}")


def lines(model: OpenedModel, images: FloatArray, labels: IntArray) -> list[tuple[str, FloatArray]]:
    """Numbers and the strips of them, in the hands of the images."""
    rng, written = np.random.default_rng(2), []
    for seed, (image, label) in enumerate(zip(images, labels, strict=True)):
        text = "".join(map(str, rng.integers(0, 10, 4))) + " " + str(rng.integers(10, 100))
        number = model.write_number(model.style_of(image, int(label)), text, 1.0, seed)
        written.append((text, compose_line(number.samples.images, text)))
    return written


def main() -> None:
    """Print what every model keeps."""
    parser = argparse.ArgumentParser()
    parser.add_argument("models", nargs="*", default=["conv_cvae", DEFAULT_MODEL])
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--sheet", type=Path, metavar="PNG")
    options = parser.parse_args()
    test, reader = load_dataset("mnist", "test"), open_model(DEFAULT_MODEL)
    chosen = np.random.default_rng(0).choice(len(test.labels), options.count, replace=False)
    images, labels = (test.images[chosen] / 255).astype(np.float32), test.labels[chosen]
    sheet = []
    for name in options.models:
        model = open_model(name)
        report(model, reader, images, labels)
        written = lines(model, images[:NUMBERS], labels[:NUMBERS])
        pages = [reader.read_page(1 - ink_pixels(strip) / np.float32(255)) for _, strip in written]
        right = [text.replace(" ", "") for text, _ in written]
        found = ["".join(page.text.split()) for page in pages]
        same = np.mean([a == b for a, b in zip(right, found, strict=True)])
        print(f"  numbers of six digits, read as written from their picture: {100 * same:.0f} %")
        sheet += [ink_pixels(strip) for _, strip in written[:ROWS]]
    if options.sheet is not None:
        width = max(strip.shape[1] for strip in sheet)
        rows = [np.pad(strip, ((0, 0), (0, width - strip.shape[1]))) for strip in sheet]
        write_png(options.sheet, 255 - np.vstack(rows))


if __name__ == "__main__":
    main()
