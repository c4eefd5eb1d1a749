"""Fit the weights by which ``inference/preparation_selection.py`` decides, and print them.

Usage: ``python tests/benchmarks/fit_hypotheses.py --fonts FOLDER [--model MODEL] [--each N]``

Digits: MNIST's training digits that the reader has not learned from, by their own and other
hands and pens, whole and damaged at random, as they are and enlarged on paper. The weights make
that share likeliest under which the digit is read right. What is no digit: letters in the fonts of
``FOLDER`` and synthetic outliers; how the odds under all hypotheses tell them from digits, is
fitted too.
"""

from __future__ import annotations

import argparse
import string
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from hypotheses import KINDS, SHEETS, on_paper
from odd_pictures import TWINS, fonts_in, written

from desktop_cvae.core.results import FloatArray
from desktop_cvae.datasets.dataset import held_out_part
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.inference.evidence import score_evidence
from desktop_cvae.inference.opened_model import OpenedModel, open_model
from desktop_cvae.inference.preparation_selection import (
    DIGIT,
    EXCESS,
    LOG_PRIORS,
    MARGIN,
    ODDS,
    hypothesis_terms,
    with_support,
)
from desktop_cvae.library.model_library import find_model
from desktop_cvae.pictures.hypotheses import propose_hypotheses
from desktop_cvae.synthesis.damage import damage
from desktop_cvae.synthesis.restyling import bend, drawn_digits, restyle
from desktop_cvae.synthesis.synthetic_outliers import make_synthetic_outliers

Numbers = npt.NDArray[np.float64]
NAMES = list(LOG_PRIORS)
NO_DIGIT = -1
SINGLE = ("label", "is_whole", "surroundings")
WHOLE = 3.0
"""Digits to which nothing was done weigh so much more: most of what people bring."""
STEPS, STEP_SIZE, STIFFNESS = 3000, 0.02, 0.002
THRESHOLD = -2.2
"""About what one digit in 200 stays below."""


class Look(NamedTuple):
    """All hypotheses about one picture.

    Attributes:
        label: what it is, or ``NO_DIGIT``.
        is_whole: nothing was done to it.
        surroundings: as ``Hypotheses`` has them.
        names: int64, (N,), of each hypothesis, an index into ``NAMES``; the rules' own first.
        terms: float64, (N, 3), as :func:`hypothesis_terms` gives them.
        odds: float64, (N,), of “digit”.
        labels: int64, (N,), as what each is read.
    """

    label: int
    is_whole: bool
    surroundings: int
    names: npt.NDArray[np.int64]
    terms: Numbers
    odds: Numbers
    labels: npt.NDArray[np.int64]


def main() -> None:
    """Look, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fonts", type=Path, required=True)
    parser.add_argument("--model", default="studio")
    parser.add_argument("--each", type=int, default=40, help="of every damage and size")
    parser.add_argument("--looks", type=Path, help="keep what was seen there, or take it from it")
    options = parser.parse_args()
    if options.looks is not None and options.looks.is_file():
        looks = load(options.looks)
    else:
        looks = [*seen(options.model, options.each, options.fonts)]
        if options.looks is not None:
            save(options.looks, looks)
    priors, weights = fit(looks)
    for name, own in zip(NAMES, priors.tolist(), strict=True):
        print(f'    "{name}": ({", ".join(f"{prior:.1f}" for prior in own)}),')
    print("DIGIT, EXCESS, MARGIN = {:.2f}, {:.2f}, {:.3f}".format(*weights * (1, -1, 1)))
    now = np.array(list(LOG_PRIORS.values())), np.array([DIGIT, -EXCESS, MARGIN])
    for title, (of_names, of_terms) in (("unchanged", now), ("fitted", (priors, weights))):
        tell(title, looks, of_names, of_terms)
    tell_refused(looks)


def pictures(each: int, fonts: Path, model: str) -> Iterator[tuple[int, bool, FloatArray]]:
    """Labels, whether they are whole, and pictures."""
    digits = held_out_part(load_dataset("mnist", "train"), find_model(model).manifest.training)
    images, labels = digits.floats(), digits.labels
    rng = np.random.default_rng(11)

    def some(count: int) -> npt.NDArray[np.int64]:
        return rng.choice(len(images), count, replace=False)

    hands = [images, restyle(images[:2000], 4), bend(images[:2000], 4)]
    drawn, drawn_labels = drawn_digits(2000, 4)
    clean = np.concatenate([*hands, drawn])
    clean_labels = np.concatenate([labels, labels[:2000], labels[:2000], drawn_labels])
    for side in SHEETS:
        for place in rng.choice(len(clean), 20 * each, replace=False):
            yield int(clean_labels[place]), True, on_paper(clean[place], rng, side)
        chosen = some(10 * each)
        for label, image in zip(labels[chosen], damage(images[chosen], [3, side]), strict=True):
            yield int(label), False, on_paper(image, rng, side)
        for change in KINDS.values():
            for place in some(each):
                changed = change(images[place], rng).astype(np.float32)
                yield int(labels[place]), False, on_paper(changed, rng, side)
        for image in make_synthetic_outliers(images, labels, 6 * each, 5 + side):
            yield NO_DIGIT, False, on_paper(image, rng, side)
    files = fonts_in(fonts)
    letters = [letter for letter in string.ascii_letters if letter not in TWINS]
    for letter, font in zip(
        rng.choice(letters, 30 * each), rng.choice(files, 30 * each), strict=True
    ):
        yield NO_DIGIT, False, written(letter, font)


def seen(model: str, each: int, fonts: Path) -> Iterator[Look]:
    """Every picture under every hypothesis."""
    opened = open_model(model)
    for label, is_whole, picture in pictures(each, fonts, model):
        found = look(opened, label, is_whole, picture)
        if found is not None:
            yield found


def look(model: OpenedModel, label: int, is_whole: bool, picture: FloatArray) -> Look | None:
    """One picture under every hypothesis; None if there is nothing on it."""
    looked = propose_hypotheses(picture)
    if not looked.first.found:
        return None
    hypotheses = looked.every()
    images = np.stack([one.image for one in hypotheses])
    scores = score_evidence(model.engine, images)
    readings = model.recogniser.recognise(scores, images, np.ones(len(images), np.int64), 0.005)
    odds = [one.verdict.digit_log_odds if one.verdict else None for one in readings]
    return Look(
        label,
        is_whole,
        looked.surroundings,
        np.array([NAMES.index(one.preparation) for one in hypotheses]),
        hypothesis_terms(scores, readings, images),
        np.array([0.0 if one is None else one for one in odds]),
        scores.evidence_nats.argmax(axis=1),
    )


def save(path: Path, looks: list[Look]) -> None:
    """All of them, one after the other."""
    fields = {
        name: np.concatenate([getattr(one, name) for one in looks])
        for name in ("names", "terms", "odds", "labels")
    }
    counts = [len(one.names) for one in looks]
    single = {name: [getattr(one, name) for one in looks] for name in SINGLE}
    np.savez(path, counts=counts, **single, **fields)


def load(path: Path) -> list[Look]:
    """What :func:`save` kept."""
    with np.load(path) as data:
        ends = np.cumsum(data["counts"])[:-1]
        parts = [np.split(data[name], ends) for name in ("names", "terms", "odds", "labels")]
        rows = zip(*(data[name].tolist() for name in SINGLE), *parts, strict=True)
        return [Look(*row) for row in rows]


def fit(looks: list[Look]) -> tuple[Numbers, Numbers]:
    """Log priors by name and surroundings, (names, 4), and weights of the three terms.

    By Adam on −log of the share of what is read right.
    """
    digits = [one for one in looks if one.label != NO_DIGIT]
    right = [one.labels == one.label for one in digits]
    asked = [(one, r) for one, r in zip(digits, right, strict=True) if r.any() and not r.all()]
    counts = np.array([len(one.names) for one, _ in asked])
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    names = np.concatenate([one.names for one, _ in asked])
    places = 4 * names + np.repeat([one.surroundings for one, _ in asked], counts)
    columns = [np.eye(4 * len(NAMES))[places], np.concatenate([one.terms for one, _ in asked])]
    x, is_right = np.concatenate(columns, axis=1), np.concatenate([r for _, r in asked])
    each = np.array([WHOLE if one.is_whole else 1.0 for one, _ in asked])
    weights = np.repeat(each / each.sum(), counts)
    w = np.concatenate([np.zeros(4 * len(NAMES)), [DIGIT, -EXCESS, MARGIN]])
    anchor, moment, square = w.copy(), np.zeros_like(w), np.zeros_like(w)
    for step in range(1, STEPS + 1):
        s = x @ w
        s = np.exp(s - np.repeat(np.maximum.reduceat(s, starts), counts))
        shares = s / np.repeat(np.add.reduceat(s, starts), counts)
        own = np.where(is_right, shares, 0)
        own /= np.repeat(np.add.reduceat(own, starts), counts)
        slope = x.T @ (weights * (shares - own)) + STIFFNESS * (w - anchor)
        moment, square = 0.9 * moment + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        ahead = moment / (1 - 0.9**step), square / (1 - 0.999**step)
        w -= STEP_SIZE * ahead[0] / (np.sqrt(ahead[1]) + 1e-9)
    return w[:-3].reshape(-1, 4), w[-3:]


def tell(title: str, looks: list[Look], priors: Numbers, weights: Numbers) -> None:
    """Digits that are read right by the rules, as believed, and under any hypothesis."""
    for kind, is_whole in (("whole", True), ("damaged", False)):
        digits = [one for one in looks if one.label != NO_DIGIT and one.is_whole == is_whole]
        by_rules = np.mean([one.labels[0] == one.label for one in digits])
        believed = np.mean([read(one, priors, weights) == one.label for one in digits])
        any_right = np.mean([(one.labels == one.label).any() for one in digits])
        print(f"{title}: {len(digits):,} {kind}: by the rules {100 * by_rules:.1f} %, ", end="")
        print(f"as believed {100 * believed:.1f} %, by any {100 * any_right:.1f} %")


def read(one: Look, priors: Numbers, weights: Numbers) -> int:
    """The label under the hypothesis that is believed, were there a doubt."""
    nats = priors[one.names, one.surroundings] + one.terms @ weights
    best: dict[int, int] = {}
    for index in np.argsort(-nats, kind="stable").tolist():
        best.setdefault(int(one.names[index]), index)
    chosen = list(best.values())
    labels = one.labels[chosen]
    return int(labels[with_support(nats[chosen], labels).argmax()])


def tell_refused(looks: list[Look]) -> None:
    """Digits and others that are refused by the mean of the odds, for some biases."""
    is_digit = np.array([one.label != NO_DIGIT for one in looks])
    means = np.array([np.clip(one.odds, *ODDS).mean() for one in looks])
    by_rules = np.array([one.odds[0] for one in looks])
    bias, slope = fitted_odds(means, is_digit)
    print(f"odds of a digit: {bias:.2f} + {slope:.2f} · mean")
    for less in (0.0, 0.5, 1.0, 1.5, 2.0):
        odds = np.maximum(bias - less + slope * means, by_rules)
        shares = [np.mean(odds[one] < THRESHOLD) for one in (is_digit, ~is_digit)]
        print(f"  less {less}: refused {100 * shares[0]:.1f} % and {100 * shares[1]:.1f} %")


def fitted_odds(means: Numbers, is_digit: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """Bias and slope of a logistic regression in which digits and others weigh the same."""
    design = np.stack([np.ones_like(means), means], axis=1)
    weights = np.where(is_digit, 0.5 / is_digit.sum(), 0.5 / (~is_digit).sum())
    values = np.zeros(2)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(design @ values, -30, 30)))
        bend = (design.T * (weights * chance * (1 - chance))) @ design + 1e-9 * np.eye(2)
        values -= np.linalg.solve(bend, design.T @ (weights * (chance - is_digit)))
    return float(values[0]), float(values[1])


if __name__ == "__main__":
    main()
