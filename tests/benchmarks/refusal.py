"""What a calibrated model takes for no digit: AUCs, refused shares, and what likeness is worth.

Usage: ``python tests/benchmarks/refusal.py [MODEL] [--digits 10000] [--fit]``

``--fit`` fits a calibration here, shows it beside the model's own and leaves the model's file
alone (``desktop-cvae models calibrate MODEL`` keeps one). MNIST is found as by the program;
handwriting of other kinds is measured if ``--handwriting FOLDER`` names it (``usps_train.npz``,
``strokes.json.gz``), letters in further fonts if ``--fonts FOLDER`` does.

No letter of a font, no clothes, no photograph is among what a refusal is fitted on, and of the
doodles only those that are letters or signs (``doodles.SIGNS``).
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from doodles import DOODLES, HANDS, SIGNS, doodles
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
from desktop_cvae.evaluation.rejection import Refusals, digit_odds
from desktop_cvae.evaluation.scorecard import reliability
from desktop_cvae.gui.widgets.pen_bar import WIDTHS
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.opened_model import open_model
from desktop_cvae.inference.recognition import score_through_noise
from desktop_cvae.inference.verdicts import calibrated, judge
from desktop_cvae.library.model_library import find_model
from desktop_cvae.pictures.damage import damage
from desktop_cvae.pictures.noise import add_noise

Numbers = npt.NDArray[np.float64]
SHARES = (0.005, 0.01, 0.05)
LIKE = ("MNIST test", "digits, damaged", "digits in fonts", "USPS scans", "pen strokes")
UNLIKE = ("letters", "letters, fonts named", "clothes", "doodles", "scribbles", "textures")
"""What likeness is checked on: a half of the weight each, the sets alike."""
NOISES = (("gaussian", (0.1, 0.2, 0.3, 0.5)), ("salt and pepper", (0.05, 0.1)))


def main() -> None:
    """Print ECE, a table of AUCs and refused shares, doodles that pass, and reliability."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", default="studio")
    parser.add_argument("--digits", type=int, default=10_000)
    parser.add_argument("--most", type=int, default=4_000, help="pictures of every other set")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--handwriting", type=Path)
    parser.add_argument("--fonts", type=Path, help="letters in the fonts of this folder too")
    arguments = parser.parse_args()
    entry = find_model(arguments.model)
    model, fitted = open_model(entry), {"kept": entry.manifest.calibration}
    if arguments.fit:
        held_out = held_out_part(load_dataset("mnist", "train"), entry.manifest.training)
        fitted["fitted"] = result_of(calibrate(model, held_out.floats(), held_out.labels))
    calibrations = {name: found for name, found in fitted.items() if found and found.refuses}
    if not calibrations:
        parser.error("the model has no calibration; “models calibrate” or --fit make one")
    test = load_dataset("mnist", "test").limit(arguments.digits)
    digits = test.floats()
    sets = {"MNIST test": digits} | others(digits, arguments.handwriting, arguments.fonts)
    rng = np.random.default_rng(0)
    odds: dict[str, Odds] = {}
    print(heading(list(calibrations)))
    for name, images in sets.items():
        if name != "MNIST test" and len(images) > arguments.most:
            images = images[rng.permutation(len(images))[: arguments.most]]
        odds[name], evidence = ask(model.engine, images, calibrations)
        print(row(name, odds[name], odds["MNIST test"], calibrations), flush=True)
        if name == "MNIST test":
            right = evidence.argmax(axis=1) == test.labels
            eces = {
                which: reliability(calibrated(evidence, found).max(axis=1), right).error
                for which, found in calibrations.items()
            }
    shown = "; ".join(f"{which} {ece:.4f}" for which, ece in eces.items())
    print(f"{len(test):,} test digits; ECE of the labels: {shown}")
    show_doodles(odds, calibrations)
    show_likeness(odds, list(calibrations))
    show_latency(model.engine, calibrations, digits[0])


Odds = dict[str, Numbers]
"""Of every picture, by the calibration's name; −∞ for blanks."""


def ask(
    engine: Engine, images: FloatArray, calibrations: dict[str, Calibration]
) -> tuple[Odds, FloatArray]:
    """Log odds of “digit” by every calibration, and evidence, of all pictures."""
    odds: dict[str, list[Numbers]] = {name: [] for name in calibrations}
    evidence = []
    for start in range(0, len(images), 100):
        part = images[start : start + 100]
        scores = score_through_noise(engine, part)
        for name, calibration in calibrations.items():
            odds[name].append(digit_odds(scores, part, calibration))
        evidence.append(scores.evidence_nats)
    return {name: np.concatenate(parts) for name, parts in odds.items()}, np.concatenate(evidence)


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
    drawn_by_hand, names = doodles()
    are_signs = np.array([name in SIGNS for name in names])
    sets |= {
        "doodles": drawn_by_hand[~are_signs],
        "doodles that are signs": drawn_by_hand[are_signs],
    }
    sets |= {"scribbles": scribbles(300, 1), "textures": textures(300, 2)}
    sets["pieces of a photograph"] = photographs(300, 3)
    for kind, levels in NOISES:
        for level in levels:
            sets[f"digits, {kind} {level}"] = add_noise(digits[:1000], NoiseSetting(kind, level, 0))
    sets["digits, damaged"] = damage(digits[:2000], 99)
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


def heading(names: list[str]) -> str:
    """Of the table: for each calibration AUC and refused shares."""
    shares = "".join(f"{100 * share:>7g} %" for share in SHARES)
    above = "".join(f"{name:>{8 + 9 * len(SHARES)}}" for name in names)
    return f"{'':<36}{above}\n{'refused of … where of digits':<30}{'n':>6}" + len(names) * (
        f"{'AUC':>8}{shares}"
    )


def row(name: str, odds: Odds, digits: Odds, calibrations: dict[str, Calibration]) -> str:
    """One line a set: AUC against the test digits, shares refused at the thresholds."""
    cells = ""
    for which, calibration in calibrations.items():
        refused = (odds[which] < calibration.threshold(share) for share in SHARES)
        shares = "".join(f"{100 * float(one.mean()):>7.2f} %" for one in refused)
        cells += f"{Refusals(digits[which], odds[which]).auc:>8.4f}{shares}"
    return f"{name:<30}{len(odds[which]):>6}{cells}"


def show_doodles(odds: dict[str, Odds], calibrations: dict[str, Calibration]) -> None:
    """Doodles as they are, by the medium pen, that pass at the default price and at 1 %."""
    names, first = list(DOODLES), len(WIDTHS) * HANDS
    for which, calibration in calibrations.items():
        for share in (DEFAULT_REFUSAL, 0.01):
            passed = []
            for kind in ("doodles", "doodles that are signs"):
                own = [n for n in names if (n in SIGNS) == (kind != "doodles")]
                medium = odds[kind][which].reshape(len(own), first)[:, HANDS]
                passed += [
                    n for n, x in zip(own, medium, strict=True) if x >= calibration.threshold(share)
                ]
            refused = f"{len(names) - len(passed)} of {len(names)} doodles are refused"
            print(f"{which}: at {100 * share:g} % of digits {refused}; not: {', '.join(passed)}")


def show_likeness(odds: dict[str, Odds], calibrations: list[str]) -> None:
    """Likeness said and found, where half of what is asked about are digits."""
    like = [k for k in odds if k in LIKE]
    unlike = [k for k in odds if k in UNLIKE]
    for which in calibrations:
        said, is_digit, weights = [], [], []
        for kinds, wanted in ((like, 1.0), (unlike, 0.0)):
            for kind in kinds:
                chances = 1 / (1 + np.exp(-np.clip(odds[kind][which], -30, 30)))
                said.append(chances)
                is_digit.append(np.full(len(chances), wanted))
                weights.append(np.full(len(chances), 0.5 / len(kinds) / len(chances)))
        p, y, w = (np.concatenate(parts) for parts in (said, is_digit, weights))
        print(f"{which}: likeness said, digits found, share of pictures", end="")
        error, edges = 0.0, np.array([0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 1.0001])
        for low, high in itertools.pairwise(edges):
            inside = (p >= low) & (p < high)
            if not inside.any():
                continue
            share = w[inside].sum()
            mean, found = (float((w * x)[inside].sum() / share) for x in (p, y))
            error += float(share) * abs(mean - found)
            print(f"\n  {mean:8.3f}{found:8.3f}{share:8.3f}", end="")
        print(f"\n  calibration error {error:.3f}")


def show_latency(engine: Engine, calibrations: dict[str, Calibration], image: FloatArray) -> None:
    """What the verdict costs after the model has answered, beside the model."""
    images = image[np.newaxis]
    scores = score_through_noise(engine, images)
    costs = {"the model": _cost_ms(lambda: score_through_noise(engine, images))}
    for which, calibration in calibrations.items():
        costs[f"a verdict ({which})"] = _cost_ms(
            partial(judge, scores, images, calibration, DEFAULT_REFUSAL)
        )
    print("; ".join(f"{name} takes {ms:.2f} ms" for name, ms in costs.items()))


def _cost_ms(ask: Callable[[], object]) -> float:
    """CPU time of one of 200 calls."""
    ask()
    started = time.process_time()
    for _ in range(200):
        ask()
    return 1000 * (time.process_time() - started) / 200


if __name__ == "__main__":
    main()
