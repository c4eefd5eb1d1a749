"""How far a form is found on a scan that lies askew, and how many of its fields are read right.

    DESKTOP_CVAE_MNIST=FOLDER python tests/benchmarks/forms.py [--pages 6] [--model studio]

Scans of a printed A4 form at 150 dpi with test digits of MNIST: turned, scaled, shifted by
chance within each row's bounds; soft, noisy, unevenly lit. Errors are those of the fields'
corners, the worst of a page, in millimetres.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from printed_forms import FIELDS, Laid, blank, form, misplaced_px, other, scanned, written

from desktop_cvae.core import paths
from desktop_cvae.core.results import FloatArray
from desktop_cvae.datasets.mnist import read_mnist_folder
from desktop_cvae.inference.form_reading import read_form_page
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.library.model_library import find_model
from desktop_cvae.pictures.picture_files import ReadPicture
from desktop_cvae.pictures.registration import register

MM_PER_PX = 25.4 / 150
ROWS = {
    "as it was printed": (0.0, 0.0, 0.0),
    "±1°, ±1 %, ±3 mm": (1.0, 0.01, 18.0),
    "±3°, ±3 %, ±8 mm": (3.0, 0.03, 47.0),
    "±6°, ±6 %, ±12 mm": (6.0, 0.06, 71.0),
    "±9°, ±12 %, ±15 mm": (9.0, 0.12, 89.0),
    "±14°, ±12 %, ±15 mm": (14.0, 0.12, 89.0),
}


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=6)
    parser.add_argument("--model", default="studio")
    options = parser.parse_args()
    folder = paths.mnist_dir()
    assert folder is not None, "DESKTOP_CVAE_MNIST"
    digits, random = read_mnist_folder(folder, "test"), np.random.default_rng(0)
    by_label = [digits.images[digits.labels == label] for label in range(10)]
    model = open_model(find_model(options.model), "onnx")
    rules = {name: f"length:{count}" for name, (count, _) in FIELDS.items()}
    card = form(rules)

    def pen(label: int) -> FloatArray:
        return np.float32(random.choice(by_label[label])) / np.float32(255)

    print("| lies askew by | error, median and worst | fields right | by the paper alone |")
    print("|---|---|---|---|")
    for row, (degrees, scale, shift) in ROWS.items():
        seen = [_page(random, pen, degrees, scale, shift) for _ in range(options.pages)]
        errors, right, paper = [], 0, []
        for texts, laid, image in seen:
            found = register(card.reference, image)
            errors.append(_error(lambda box, found=found: found.corners(box), laid, card))
            paper.append(_error(_on_paper(image), laid, card))
            read = read_form_page(model, "", ReadPicture(image, 1), card, 0.0)
            right += sum(one.text == texts[one.name] for one in read.fields)
        total = len(FIELDS) * options.pages
        error = f"{np.median(errors):.2f}, {max(errors):.2f} mm"
        print(f"| {row} | {error} | {right} of {total} | {np.median(paper):.1f} mm |")
    started = time.perf_counter()
    fits = [register(card.reference, scanned(other(), Laid(d))).fit for d in (0, 2, 4)]
    print(f"another form fits at most {max(fits):.2f}; {time.perf_counter() - started:.1f} s")


def _page(
    random: np.random.Generator,
    pen: Callable[[int], FloatArray],
    degrees: float,
    scale: float,
    shift: float,
) -> tuple[dict[str, str], Laid, FloatArray]:
    texts = {
        name: "".join(map(str, random.integers(0, 10, count)))
        for name, (count, _) in FIELDS.items()
    }
    laid = Laid(
        random.uniform(-degrees, degrees),
        1 + random.uniform(-scale, scale),
        *random.uniform(-shift, shift, 2),
    )
    page = written(blank(), texts, pen)
    return texts, laid, scanned(page, laid, int(random.integers(1 << 30)))


def _on_paper(image: FloatArray) -> Callable[[tuple[float, ...]], np.ndarray]:
    height, width = image.shape

    def corners(box: tuple[float, ...]) -> np.ndarray:
        x, y, across, down = box
        places = [(x, y), (x + across, y), (x + across, y + down), (x, y + down)]
        return np.array(places) * (width, height)

    return corners


def _error(corners: Callable[..., np.ndarray], laid: Laid, card: object) -> float:
    fields = card.fields  # type: ignore[attr-defined]
    return MM_PER_PX * max(misplaced_px(corners(f.share_box), laid, f.name) for f in fields)


if __name__ == "__main__":
    main()
