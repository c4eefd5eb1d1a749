"""What a calibrated model takes for no digit: AUCs, and refused shares at every threshold.

Usage: ``python tests/benchmarks/refusal.py [MODEL] [--digits 10000] [--fit]``

``--fit`` fits a calibration here and leaves the model's file alone. MNIST is found as by the
program; handwriting of other kinds is measured if ``--handwriting FOLDER`` names it
(``usps_train.npz``, ``strokes.json.gz``).
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt
from odd_pictures import (
    TWINS,
    clothes,
    letters,
    photographs,
    prepared,
    scribbles,
    textures,
)
from replayed_strokes import drawn

from desktop_cvae.core.calibration import DEFAULT_REFUSAL, Calibration
from desktop_cvae.core.results import FloatArray, NoiseSetting
from desktop_cvae.core.tasks import result_of
from desktop_cvae.datasets.dataset import held_out_part
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.evaluation.calibration_fitting import calibrate
from desktop_cvae.evaluation.rejection import Refusals
from desktop_cvae.evaluation.scorecard import reliability
from desktop_cvae.gui.widgets.pen_bar import WIDTHS
from desktop_cvae.inference.digit_score import digit_scores, outlier_features
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.inference.recognition import score_through_noise, softmax
from desktop_cvae.inference.verdicts import calibrated, judge
from desktop_cvae.library.model_library import find_model
from desktop_cvae.pictures.noise import add_noise

Numbers = npt.NDArray[np.float64]
NOISES = (("gaussian", (0.1, 0.2, 0.3, 0.5)), ("salt and pepper", (0.05, 0.1)))


def main() -> None:
    """Print ECE, AUCs and a table of refused shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", default="studio")
    parser.add_argument("--digits", type=int, default=10_000)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--handwriting", type=Path)
    parser.add_argument("--fonts", type=Path, help="letters in the fonts of this folder too")
    arguments = parser.parse_args()
    entry = find_model(arguments.model)
    model, calibration = open_model(entry), entry.manifest.calibration
    engine = model.engine
    if arguments.fit:
        held_out = held_out_part(load_dataset("mnist", "train"), entry.manifest.training)
        calibration = result_of(calibrate(model, held_out.floats(), held_out.labels))
    if calibration is None or not calibration.refuses:
        parser.error("the model has no calibration; “models calibrate” or --fit make one")
    test = load_dataset("mnist", "test").limit(arguments.digits)
    digits = test.floats()
    scores, evidence = ask(engine, digits, calibration)
    right = evidence.argmax(axis=1) == test.labels
    before = reliability(softmax(evidence).max(axis=1), right).error
    after = reliability(calibrated(evidence, calibration).max(axis=1), right).error
    print(f"{len(test):,} test digits; ECE {before:.4f} before, {after:.4f} after calibration")
    sets = {"MNIST test": digits} | others(digits, arguments.handwriting, arguments.fonts)
    show(engine, calibration, sets, scores)
    show_latency(engine, calibration, digits[0])


def ask(engine: Engine, images: FloatArray, calibration: Calibration) -> tuple[Numbers, FloatArray]:
    """Digit scores, −∞ for blanks, and evidence of all pictures."""
    odds, evidence = [], []
    for start in range(0, len(images), 100):
        part = images[start : start + 100]
        scores = score_through_noise(engine, part)
        found = digit_scores(outlier_features(scores, part), calibration)
        odds.append(np.where(part.max(axis=(1, 2)) > 0, found, -np.inf))
        evidence.append(scores.evidence_nats)
    return np.concatenate(odds), np.concatenate(evidence)


def others(
    digits: FloatArray, handwriting: Path | None, fonts: Path | None
) -> dict[str, FloatArray]:
    """Everything else that is measured, by name."""
    drawn, names = letters()
    is_twin = np.array([name in TWINS for name in names])
    sets = {"letters": drawn[~is_twin], "letters, digits' twins": drawn[is_twin]}
    if fonts is not None:
        written, names = letters(fonts=[str(file) for file in sorted(fonts.rglob("*.[ot]tf"))])
        is_twin_too = np.array([name in TWINS for name in names])
        sets["letters, fonts named"] = written[~is_twin_too]
    worn = clothes(4000)
    if worn is not None:
        sets["clothes"] = worn
    sets |= {"scribbles": scribbles(300, 1), "textures": textures(300, 2)}
    sets["pieces of a photograph"] = photographs(300, 3)
    for kind, levels in NOISES:
        for level in levels:
            sets[f"digits, {kind} {level}"] = add_noise(digits[:1000], NoiseSetting(kind, level, 0))
    sets["letters, gaussian 0.3"] = add_noise(drawn[~is_twin][:1000], NoiseSetting(level=0.3))
    sets["digits in fonts"] = letters("0123456789")[0]
    if handwriting is not None:
        sets["USPS scans"] = usps(handwriting)
        sets["pen strokes"] = pen_strokes(handwriting)
    return sets


def usps(folder: Path) -> FloatArray:
    """Every fourth scan, prepared."""
    with np.load(folder / "usps_train.npz") as data:
        return prepared(data["x"][::4].astype(np.float32) / 255)


def pen_strokes(folder: Path) -> FloatArray:
    """Replayed on the window's canvas with its medium pen, prepared."""
    with gzip.open(folder / "strokes.json.gz") as file:
        return prepared(drawn(digit["strokes"], WIDTHS["Medium"]) for digit in json.load(file))


def show(
    engine: Engine, calibration: Calibration, sets: dict[str, FloatArray], digits: Numbers
) -> None:
    """One line a set: AUC against the test digits, share refused at every threshold."""
    shares = "".join(f"{100 * share:>7g} %" for share in calibration.shares)
    print(f"{'refused of … where of digits':<30}{'n':>6}{'AUC':>8}{shares}")
    for name, images in sets.items():
        scores = ask(engine, images, calibration)[0]
        refused = "".join(
            f"{100 * float((scores < calibration.threshold(share)).mean()):>7.2f} %"
            for share in calibration.shares
        )
        print(
            f"{name:<30}{len(images):>6}{Refusals(digits, scores).auc:>8.4f}{refused}", flush=True
        )


def show_latency(engine: Engine, calibration: Calibration, image: FloatArray) -> None:
    """What the verdict costs after the model has answered."""
    scores = score_through_noise(engine, image[np.newaxis])
    started = time.perf_counter()
    for _ in range(200):
        judge(scores, image[np.newaxis], calibration, DEFAULT_REFUSAL)
    print(f"a verdict takes {1000 * (time.perf_counter() - started) / 200:.2f} ms")


if __name__ == "__main__":
    main()
