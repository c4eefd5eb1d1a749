"""Digits struck by salt and pepper: fed to the model as they are, and opened from picture files.

Usage: ``python tests/benchmarks/impulse_noise.py [--count N] [--handwriting FOLDER]``

MNIST's test digits are struck at three levels and written as files: as they are, 28×28; in a
corner of 36×36 pixels; and 200×200, black on white, where every pixel may be struck. With
``--handwriting`` also scans of 16×16 pixels, as they are and with strokes two pixels wider, which
leave hardly any paper.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from hands import usps_scans
from numpy.lib.stride_tricks import sliding_window_view
from reading_report import HEADING, print_table, read_pictures

from desktop_cvae.core.results import FloatArray, IntArray, NoiseSetting
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.library.model_library import find_model
from desktop_cvae.pictures.background import resize
from desktop_cvae.pictures.contact_sheets import encode_png
from desktop_cvae.pictures.noise import add_noise
from desktop_cvae.pictures.picture_files import read_image

LEVELS = (0.1, 0.2, 0.3)
LARGE = 200


def main() -> None:
    """Strike, write, read, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--handwriting", type=Path)
    options = parser.parse_args()
    entry = find_model("studio")
    model = open_model(entry)
    digits = load_dataset("mnist", "test").limit(options.count)
    images, labels = digits.floats(), digits.labels
    large = np.clip([resize(image, LARGE, LARGE) for image in images], 0, 1)
    rows: list[tuple[str, ...]] = []
    for level in (0.0, *LEVELS):
        noise = NoiseSetting("salt and pepper", level, 3)
        struck = add_noise(images, noise)
        fed = [reading.label for reading in model.read(struck)]
        print(f"{level:g} fed to the model: {100 * np.mean(fed == labels):.2f} % right")
        aside = add_noise(np.pad(images, ((0, 0), (0, 8), (8, 0))), noise)
        kinds = {"28×28": struck, "36×36": aside, "200×200": 1 - add_noise(large, noise)}
        for name, pictures in kinds.items():
            outcome = read_pictures(model, map(as_file, pictures), labels.tolist())
            rows.append(outcome.row(f"{level:g}, {name}"))
    if options.handwriting is not None:
        for name, scans, answers in full_scans(options.handwriting):
            outcome = read_pictures(model, map(as_file, scans), answers.tolist())
            rows.append(outcome.row(name))
    print_table([HEADING, *rows])


def as_file(picture: FloatArray) -> FloatArray:
    """Written as PNG and read as the program reads files."""
    return read_image(encode_png(np.rint(255 * picture).astype(np.uint8)))


def full_scans(folder: Path) -> Iterator[tuple[str, FloatArray, IntArray]]:
    """Scans as they are, with broader strokes, and the same dark on light."""
    scans, labels = (values[::10] for values in usps_scans(folder))
    padded = np.pad(scans, ((0, 0), (1, 1), (1, 1)))
    broad = sliding_window_view(padded, (3, 3), (1, 2)).max((3, 4))
    kinds = {"16×16": scans, "16×16, broad": broad, "16×16, broad, dark on light": 1 - broad}
    for name, pictures in kinds.items():
        yield name, pictures, labels


if __name__ == "__main__":
    main()
