"""Decoys: pictures as the model reads them, the same for the same seed, of many kinds.

Filled areas and outlines: on the sheet, with ink, the same for the same seed.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from fakes import draw_digit

from desktop_cvae.core.results import FloatArray
from desktop_cvae.synthesis.doodles import doodle_lines
from desktop_cvae.synthesis.signs import sign_lines, signs
from desktop_cvae.synthesis.synthetic_outliers import (
    make_area,
    make_silhouette,
    make_synthetic_outliers,
    outlier_kinds,
)

LABELS = np.arange(20) % 10
LATIN = ("futural", "futuram", "scripts", "cursive", "rowmant", "timesi", "timesrb", "gothgbt")


@pytest.fixture(scope="module")
def digits() -> FloatArray:
    return np.stack([draw_digit(int(label)) for label in LABELS])


def test_outliers_are_pictures_with_ink(digits: FloatArray) -> None:
    outliers = make_synthetic_outliers(digits, LABELS, 40, 3)
    assert outliers.shape == (40, 28, 28)
    assert outliers.dtype == np.float32
    assert outliers.min() >= 0
    assert outliers.max() <= 1
    assert (outliers.max(axis=(1, 2)) > 0.2).all()
    assert len(np.unique(outliers.reshape(40, -1), axis=0)) > 35


def test_the_seed_decides(digits: FloatArray) -> None:
    once = make_synthetic_outliers(digits, LABELS, 16, 3)
    assert np.array_equal(once, make_synthetic_outliers(digits, LABELS, 16, 3))
    assert not np.array_equal(once, make_synthetic_outliers(digits, LABELS, 16, 4))


def test_kinds_come_in_turn() -> None:
    kinds = outlier_kinds(50)
    assert set(kinds) == set(range(7))
    assert (np.diff(kinds[:24]) >= 0).all()
    assert np.array_equal(kinds[24:48], kinds[:24])


def test_doodles_and_signs_are_lines_around_the_middle() -> None:
    for lines_of in (doodle_lines, sign_lines):
        rng = np.random.default_rng(5)
        made = [lines_of(rng) for _ in range(100)]
        for lines in made:
            points = np.concatenate(lines)
            assert np.isfinite(points).all()
            assert abs(points).max() < 2
            assert np.ptp(points, axis=0).max() > 1.5
        assert len({len(np.concatenate(lines)) for lines in made}) > 15
        again = lines_of(np.random.default_rng(5))
        assert len(again) == len(made[0])
        assert all(map(np.array_equal, again, made[0]))


def test_no_sign_is_a_digits_twin() -> None:
    # In Hershey's files a place is a character of ASCII less the space.
    latin = [name.split(":") for name in signs() if name.split(":")[0] in LATIN]
    written = {chr(int(place) + ord(" ")) for _, place in latin}
    assert written >= set("AEKMNRTaehkmn")
    assert not written & set("0123456789OoQDIl|Zz")


@pytest.mark.parametrize("make", [make_area, make_silhouette])
def test_things_are_pictures(make: Callable[[np.random.Generator], FloatArray]) -> None:
    rng = np.random.default_rng(4)
    made = np.stack([make(rng) for _ in range(60)])
    assert made.shape == (60, 56, 56)
    assert made.dtype == np.float32
    assert made.min() >= 0
    assert made.max() <= 1
    assert np.mean(made.max(axis=(1, 2)) > 0.3) > 0.95
    # Strokes of a digit cover less.
    assert np.median((made > 0.3).mean(axis=(1, 2))) > 0.12
    again = np.random.default_rng(4)
    assert np.array_equal(made[0], make(again))


def test_most_outlines_are_symmetrical() -> None:
    rng = np.random.default_rng(0)
    inked = [make_silhouette(rng) > 0 for _ in range(60)]
    alike = [(one == one[:, ::-1]).mean() > 0.98 for one in inked]
    assert 0.3 < np.mean(alike) < 0.8
