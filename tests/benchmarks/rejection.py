"""What a calibrated model takes for no digit: AUCs, refused shares, and what likeness is worth.

Usage: ``python tests/benchmarks/rejection.py [MODEL] [--digits 2000] [--most 1000]``

Every picture goes through the program as an opened file does, all ways to see it included. MNIST is
found as by the program; handwriting of other kinds is measured if ``--handwriting FOLDER`` names it
(``usps_train.npz``, ``strokes.json.gz``), letters in further fonts if ``--fonts FOLDER`` does.

No clothes, no photograph and no scribble is among what a refusal is fitted on, of the doodles only
those that are letters or signs (``doodles.SIGNS``), and of letters those of the fonts alone that
``fit_shape_network.py`` was given.
"""

from __future__ import annotations

import argparse
import itertools
import string
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
from doodles import DOODLES, HANDS, SIGNS, doodles
from hands import pen_drawings, usps_scans
from odd_pictures import (
    TWINS,
    clothes,
    fonts_in,
    letters,
    photographs,
    prepared,
    scribbles,
    textures,
)
from replayed_strokes import drawn

from desktop_cvae.core.calibration import DEFAULT_FALSE_REJECTION_RATE, Calibration
from desktop_cvae.core.results import FloatArray, NoiseSetting
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.evaluation.rejection import RejectionScores
from desktop_cvae.gui.widgets.pen_bar import WIDTHS
from desktop_cvae.inference.evidence import score_evidence
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.inference.verdicts import judge
from desktop_cvae.pictures.noise import add_noise
from desktop_cvae.synthesis.damage import damage

Numbers = npt.NDArray[np.float64]
SHARES = (0.005, 0.01, 0.05)
LIKE = ("MNIST test", "digits, damaged", "digits in fonts", "USPS scans", "pen strokes")
UNLIKE = ("letters", "letters, fonts named", "clothes", "doodles", "scribbles", "textures")
"""What likeness is checked on: a half of the weight each, the sets alike."""
NOISES = (("gaussian", (0.1, 0.2, 0.3, 0.5)), ("salt and pepper", (0.05, 0.1)))


def main() -> None:
    """Print a table of AUCs and refused shares, doodles that pass, and reliability."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", default="studio")
    parser.add_argument("--digits", type=int, default=2_000)
    parser.add_argument("--most", type=int, default=1_000, help="pictures of every other set")
    parser.add_argument("--handwriting", type=Path)
    parser.add_argument("--fonts", type=Path, help="letters in the fonts of this folder too")
    arguments = parser.parse_args()
    model = open_model(arguments.model)
    if model.calibration is None or not model.calibration.can_reject:
        parser.error("the model has no calibration; “models calibrate” makes one")
    digits = load_dataset("mnist", "test").floats()
    sets = {"MNIST test": list(digits[: arguments.digits])}
    sets |= others(digits, arguments.handwriting, arguments.fonts)
    rng = np.random.default_rng(0)
    odds: dict[str, Numbers] = {}
    print(heading())
    for name, pictures in sets.items():
        if name not in ("MNIST test", "doodles", "doodles that are signs"):
            order = rng.permutation(len(pictures))[: arguments.most]
            pictures = [pictures[place] for place in order]
        if pictures:
            odds[name] = ask(model, pictures)
            print(row(name, odds[name], odds["MNIST test"], model.calibration), flush=True)
    show_doodles(odds, model.calibration)
    show_likeness(odds)
    show_latency(model, digits[0])


def ask(model: OpenedModel, pictures: list[FloatArray]) -> Numbers:
    """Log odds of “digit”; −∞ where nothing is found."""
    readings = [model.prepare(picture)[0].recognition for picture in pictures]
    verdicts = [None if one is None else one.verdict for one in readings]
    odds = [None if one is None else one.digit_log_odds for one in verdicts]
    return np.array([-np.inf if one is None else one for one in odds])


def others(
    digits: FloatArray, handwriting: Path | None, fonts: Path | None
) -> dict[str, list[FloatArray]]:
    """Everything else that is measured, by name."""
    written, names = letters()
    sets = {
        "letters": [one for one, name in zip(written, names, strict=True) if name not in TWINS],
        "letters, digits' twins": [
            one for one, name in zip(written, names, strict=True) if name in TWINS
        ],
    }
    if fonts is not None:
        once = "".join(letter for letter in string.ascii_letters if letter not in TWINS)
        sets["letters, fonts named"] = letters(once, fonts_in(fonts))[0]
    sets["clothes"] = clothes(4000)
    doodled, names = doodles()
    sets["doodles"] = [one for one, name in zip(doodled, names, strict=True) if name not in SIGNS]
    sets["doodles that are signs"] = [
        one for one, name in zip(doodled, names, strict=True) if name in SIGNS
    ]
    sets |= {"scribbles": scribbles(300, 1), "textures": textures(300, 2)}
    sets["pieces of a photograph"] = photographs(300, 3)
    for kind, levels in NOISES:
        for level in levels:
            noisy = add_noise(digits[:1000], NoiseSetting(kind, level, 0))
            sets[f"digits, {kind} {level}"] = list(noisy)
    sets["digits, damaged"] = list(damage(digits[:1000], 99))
    some = prepared(sets["letters"][:: max(1, len(sets["letters"]) // 1000)])
    sets["letters, gaussian 0.3"] = list(add_noise(some, NoiseSetting(level=0.3)))
    sets["digits in fonts"] = letters("0123456789")[0]
    if handwriting is not None:
        sets["USPS scans"] = list(usps_scans(handwriting)[0][::4])
        drawings = pen_drawings(handwriting)
        sets["pen strokes"] = [drawn(digit["strokes"], WIDTHS["Medium"]) for digit in drawings]
    return sets


def heading() -> str:
    """Of the table: AUC and refused shares."""
    shares = "".join(f"{100 * share:>7g} %" for share in SHARES)
    return f"{'refused of … where of digits':<30}{'n':>6}{'AUC':>8}{shares}"


def row(name: str, odds: Numbers, digits: Numbers, calibration: Calibration) -> str:
    """One line a set: AUC against the test digits, shares refused at the thresholds."""
    refused = [
        100 * float(np.mean(odds < calibration.rejection_threshold(share))) for share in SHARES
    ]
    shares = "".join(f"{share:>7.2f} %" for share in refused)
    return f"{name:<30}{len(odds):>6}{RejectionScores(digits, odds).auc:>8.4f}{shares}"


def show_doodles(odds: dict[str, Numbers], calibration: Calibration) -> None:
    """Doodles as they are, by the medium pen, that pass at the default price and at 1 %."""
    names, first = list(DOODLES), len(WIDTHS) * HANDS
    for share in (DEFAULT_FALSE_REJECTION_RATE, 0.01):
        passed = []
        for kind in ("doodles", "doodles that are signs"):
            own = [n for n in names if (n in SIGNS) == (kind != "doodles")]
            medium = odds[kind].reshape(len(own), first)[:, HANDS]
            passed += [
                n
                for n, x in zip(own, medium, strict=True)
                if x >= calibration.rejection_threshold(share)
            ]
        refused = f"{len(names) - len(passed)} of {len(names)} doodles are refused"
        print(f"at {100 * share:g} % of digits {refused}; not: {', '.join(passed)}")


def show_likeness(odds: dict[str, Numbers]) -> None:
    """Likeness said and found, where half of what is asked about are digits."""
    likeness, is_digit, weights = [], [], []
    for kinds, wanted in ((LIKE, 1.0), (UNLIKE, 0.0)):
        known = [kind for kind in kinds if kind in odds]
        for kind in known:
            chances = 1 / (1 + np.exp(-np.clip(odds[kind], -30, 30)))
            likeness.append(chances)
            is_digit.append(np.full(len(chances), wanted))
            weights.append(np.full(len(chances), 0.5 / len(known) / len(chances)))
    p, y, w = (np.concatenate(parts) for parts in (likeness, is_digit, weights))
    print("likeness said, digits found, share of pictures", end="")
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


def show_latency(model: OpenedModel, image: FloatArray) -> None:
    """What the verdict costs after the model has answered, beside the model."""
    images = image[np.newaxis]
    scores = score_evidence(model.engine, images)
    costs = {
        "the model": _cost_ms(lambda: score_evidence(model.engine, images)),
        "a verdict": _cost_ms(
            lambda: judge(scores, images, model.calibration, DEFAULT_FALSE_REJECTION_RATE)
        ),
    }
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
