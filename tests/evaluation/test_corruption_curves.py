""""""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from fakes import draw_digit, fake_model
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.results import FloatArray, NoiseSetting
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.core.tasks import result_of
from desktop_cvae.datasets.dataset import DigitDataset, labels_of_model
from desktop_cvae.evaluation.corruption_curves import (
    CHUNK,
    NOISE,
    SHIFT,
    CurvePoint,
    corrupt_images,
    measure_curve,
    shift_images,
)
from desktop_cvae.evaluation.scorecard import reliability


@pytest.fixture
def digits() -> DigitDataset:
    images = np.stack([np.rint(255 * draw_digit(n)).astype(np.uint8) for n in range(10)])
    return DigitDataset(images, np.arange(10), name="drawn")


@given(st.integers(0, 14), st.integers(0, 100))
def test_every_picture_moves_by_exactly_that_far(distance_px: int, seed: int) -> None:
    images: FloatArray = np.zeros((20, 28, 28), np.float32)
    images[:, 14, 14] = 1
    moved = shift_images(images, distance_px, seed)
    _, rows, columns = np.nonzero(moved)
    expected = set() if distance_px else {(0, 0)}
    steps = {(int(r) - 14, int(c) - 14) for r, c in zip(rows, columns, strict=True)}
    if distance_px:
        inside = [s for s in steps if max(abs(s[0]), abs(s[1])) == distance_px]
        assert len(inside) == len(steps)
    else:
        assert steps == expected


def test_all_eight_directions_occur_and_the_seed_decides_them() -> None:
    images: FloatArray = np.zeros((200, 28, 28), np.float32)
    images[:, 14, 14] = 1
    moved = shift_images(images, 3, 5)
    assert len({tuple(np.argwhere(image)[0]) for image in moved}) == 8
    np.testing.assert_array_equal(moved, shift_images(images, 3, 5))
    assert not np.array_equal(moved, shift_images(images, 3, 6))


def test_what_leaves_the_frame_does_not_come_back() -> None:
    images: FloatArray = np.zeros((50, 28, 28), np.float32)
    images[:, 0, 0] = 1
    moved = shift_images(images, 2, 0)
    assert moved[:, -2:, :].sum() == moved[:, :, -2:].sum() == 0


def test_pictures_are_prepared_only_when_that_is_wanted(digits: DigitDataset) -> None:
    none = NoiseSetting()
    as_they_are = corrupt_images(digits.floats(), 0, "auto", none, 0)
    np.testing.assert_array_equal(as_they_are, digits.floats())
    shifted = corrupt_images(digits.floats(), 2, "never", none, 0)
    np.testing.assert_array_equal(shifted, shift_images(digits.floats(), 2, 0))
    centred = corrupt_images(digits.floats(), 2, "auto", none, 0)
    always = corrupt_images(digits.floats(), 0, "always", none, 0)
    np.testing.assert_allclose(centred, always, atol=1e-6)
    assert np.abs(shifted - centred).max() > 0.5


def test_noise_comes_last(digits: DigitDataset) -> None:
    noisy = corrupt_images(digits.floats(), 0, "auto", NoiseSetting("gaussian", 0.3, 1), 0)
    assert 0.05 < np.abs(noisy - digits.floats()).mean() < 0.3


def test_labels_are_matched_by_name(digits: DigitDataset, tiny_spec: ModelSpec) -> None:
    some = DigitDataset(digits.images[:3], np.array([0, 1, 1]), ("4", "7"), "some")
    assert labels_of_model(some, tiny_spec).tolist() == [4, 7, 7]
    assert labels_of_model(some, tiny_spec.without_labels()).tolist() == [0, 0, 0]
    letters = dataclasses.replace(some, label_names=("4", "x"))
    with pytest.raises(DatasetProblem, match="“some” has the label “x”"):
        labels_of_model(letters, tiny_spec)


IMAGES = np.stack([draw_digit(n % 10) for n in range(CHUNK + 20)])
LABELS = np.arange(len(IMAGES)) % 10


def test_every_level_is_read_and_the_seed_decides() -> None:
    points = result_of(measure_curve(fake_model(), IMAGES, LABELS, NOISE, seed=1))
    assert [point.level for point in points] == list(NOISE.levels)
    assert all(point.n == len(IMAGES) for point in points)
    assert points[0].accuracy == 1.0
    once, again, other = (NOISE.corrupt(IMAGES, 0.5, seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(once, again)
    assert not np.array_equal(once, other)
    assert abs(once - IMAGES).mean() > abs(NOISE.corrupt(IMAGES, 0.1, 1) - IMAGES).mean() > 0


def test_shifted_pictures_are_centred_again() -> None:
    prepared = result_of(measure_curve(fake_model(), IMAGES, LABELS, SHIFT, seed=1))
    as_they_are = result_of(measure_curve(fake_model(), IMAGES, LABELS, SHIFT, 1, "never"))
    assert prepared[-1].accuracy > as_they_are[-1].accuracy
    assert as_they_are[0].accuracy == 1.0


def test_progress_is_told() -> None:
    told = measure_curve(fake_model(), IMAGES, LABELS, SHIFT, 0, "never")
    done = [(step.done, step.total) for step in told]
    assert done == [(n * len(IMAGES), 4 * len(IMAGES)) for n in (1, 2, 3, 4)]


def test_points_add_up_and_references_are_looked_up() -> None:
    assert CurvePoint(0.1, 10, 9) + CurvePoint(0.1, 30, 27) == CurvePoint(0.1, 40, 36)
    assert CurvePoint(0.1, 40, 36).accuracy == 0.9
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
