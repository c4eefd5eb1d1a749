from __future__ import annotations

import numpy as np
import pytest
from fakes import FakeEngine, draw_digit

from desktop_cvae.inference.reliability import reliability
from desktop_cvae.inference.sweeps import CHUNK, NOISE, SHIFT, SweepPoint, run_sweep

IMAGES = np.stack([draw_digit(n % 10) for n in range(CHUNK + 20)])
LABELS = np.arange(len(IMAGES)) % 10


def test_every_level_is_read_and_the_seed_decides() -> None:
    points = run_sweep(FakeEngine(), IMAGES, LABELS, NOISE, seed=1)
    assert [point.level for point in points] == list(NOISE.levels)
    assert all(point.n == len(IMAGES) for point in points)
    assert points[0].accuracy == 1.0
    once, again, other = (NOISE.trouble(IMAGES, 0.5, seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(once, again)
    assert not np.array_equal(once, other)
    assert abs(once - IMAGES).mean() > abs(NOISE.trouble(IMAGES, 0.1, 1) - IMAGES).mean() > 0


def test_shifted_pictures_are_centred_again() -> None:
    prepared = run_sweep(FakeEngine(), IMAGES, LABELS, SHIFT, seed=1)
    as_they_are = run_sweep(FakeEngine(), IMAGES, LABELS, SHIFT, seed=1, prepare="never")
    assert prepared[-1].accuracy > as_they_are[-1].accuracy
    assert as_they_are[0].accuracy == 1.0


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    run_sweep(FakeEngine(), IMAGES, LABELS, SHIFT, 0, "never", lambda *p: told.append(p))
    assert told == [(n * len(IMAGES), 4 * len(IMAGES)) for n in (1, 2, 3, 4)]


def test_points_add_up_and_references_are_looked_up() -> None:
    assert SweepPoint(0.1, 10, 9) + SweepPoint(0.1, 30, 27) == SweepPoint(0.1, 40, 36)
    assert SweepPoint(0.1, 40, 36).accuracy == 0.9
    (reference,) = NOISE.references
    assert reference.at(0.3) == 0.698
    assert reference.at(0.4) is None


def test_reliability_holds_confidence_against_accuracy() -> None:
    found = reliability(np.array([0.9, 0.9, 1.0, 0.5], np.float32), np.array([1, 0, 1, 1], bool))
    confidence, accuracy, counts = found.points()
    assert counts.tolist() == [1, 2, 1]
    assert accuracy.tolist() == [1, 0.5, 1]
    assert confidence == pytest.approx([0.5, 0.9, 1.0])
    assert found.error == pytest.approx((0.5 + 0.8 + 0) / 4)
