"""Other hands: the shapes stay, their looks change, the seed decides."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from fakes import draw_digit

from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures.restyling import bend, drawn_digits, restyle

LABELS = np.arange(20) % 10


@pytest.fixture(scope="module")
def digits() -> FloatArray:
    return np.stack([draw_digit(int(label)) for label in LABELS])


def test_other_pens_change_the_ink_and_little_of_the_shape(digits: FloatArray) -> None:
    penned = restyle(digits, 1)
    assert penned.shape == digits.shape
    ink, before = penned.sum(axis=(1, 2)), digits.sum(axis=(1, 2))
    assert (ink < before).any()
    assert (ink > before).any()
    alike = [np.corrcoef(a.ravel(), b.ravel())[0, 1] for a, b in zip(digits, penned, strict=True)]
    assert np.median(alike) > 0.6
    assert np.array_equal(penned, restyle(digits, 1))


@pytest.mark.parametrize("look", [restyle, bend])
def test_the_seed_decides(
    digits: FloatArray, look: Callable[[FloatArray, int], FloatArray]
) -> None:
    assert np.array_equal(look(digits, 1), look(digits, 1))
    assert not np.array_equal(look(digits, 1), look(digits, 2))


@pytest.mark.parametrize("look", [restyle, bend])
def test_blank_pictures_stay_blank(look: Callable[[FloatArray, int], FloatArray]) -> None:
    assert not look(np.zeros((2, 28, 28), np.float32), 0).any()


def test_bent_digits_are_prepared_and_slant(digits: FloatArray) -> None:
    ones = np.repeat(draw_digit(1)[np.newaxis], 40, axis=0)
    bent = bend(ones, 3)
    rows = np.arange(28)
    slants = []
    for image in bent:
        inked = image.sum(1) > 0.5
        middles = image[inked] @ rows / image[inked].sum(1)
        slants.append(np.polyfit(rows[inked], middles, 1)[0])
        row = float(image.sum(1) @ rows / image.sum())
        assert abs(row - 14) < 1.5
    assert np.std(slants) > 0.1


def test_drawn_digits_are_of_every_label() -> None:
    images, labels = drawn_digits(30, 2)
    assert images.shape == (30, 28, 28)
    assert images.dtype == np.float32
    assert (images.max(axis=(1, 2)) > 0.9).all()
    assert np.array_equal(np.bincount(labels), np.full(10, 3))
    assert np.array_equal(images, drawn_digits(30, 2)[0])
