from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from fakes import draw_digit
from hypothesis import given
from hypothesis import strategies as st

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.results import FloatArray, NoiseSetting
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.datasets.digit_dataset import DigitDataset
from desktop_cvae.inference.label_matching import labels_of_model
from desktop_cvae.inference.scoring_data import scoring_images, shift_images


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
    as_they_are = scoring_images(digits, 0, "auto", none, 0)
    np.testing.assert_array_equal(as_they_are, digits.floats())
    shifted = scoring_images(digits, 2, "never", none, 0)
    np.testing.assert_array_equal(shifted, shift_images(digits.floats(), 2, 0))
    centred = scoring_images(digits, 2, "auto", none, 0)
    always = scoring_images(digits, 0, "always", none, 0)
    np.testing.assert_allclose(centred, always, atol=1e-6)
    assert np.abs(shifted - centred).max() > 0.5


def test_noise_comes_last(digits: DigitDataset) -> None:
    noisy = scoring_images(digits, 0, "auto", NoiseSetting("gaussian", 0.3, 1), 0)
    assert 0.05 < np.abs(noisy - digits.floats()).mean() < 0.3


def test_labels_are_matched_by_name(digits: DigitDataset, tiny_spec: ModelSpec) -> None:
    some = DigitDataset(digits.images[:3], np.array([0, 1, 1]), ("4", "7"), "some")
    assert labels_of_model(some, tiny_spec).tolist() == [4, 7, 7]
    assert labels_of_model(some, tiny_spec.without_labels()).tolist() == [0, 0, 0]
    letters = dataclasses.replace(some, label_names=("4", "x"))
    with pytest.raises(DatasetProblem, match="“some” has the label “x”"):
        labels_of_model(letters, tiny_spec)
