"""Other hands: the shapes stay, their looks change, the seed decides."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from fakes import draw_digit

from desktop_cvae.core.results import FloatArray
from desktop_cvae.synthesis.restyling import bend, crossed, drawn_digits, restyle, segment

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


def test_a_share_of_sevens_and_zeros_is_crossed_and_nothing_else(digits: FloatArray) -> None:
    many, labels = np.tile(digits, (20, 1, 1)), np.tile(LABELS, 20)
    changed = (crossed(many, labels, 0.25, 1) != many).any((1, 2))
    assert not changed[(labels != 7) & (labels != 0)].any()
    for digit in (0, 7):
        assert 0.1 < changed[labels == digit].mean() < 0.4
    assert np.array_equal(crossed(many, labels, 0.0, 1), many)
    assert not crossed(np.zeros_like(many), labels, 1.0, 1).any()


def test_a_slash_goes_through_the_middle_of_a_zero_and_a_bar_across_the_stem_of_a_seven() -> None:
    def inked(digit: int) -> tuple[FloatArray, FloatArray]:
        whole = np.repeat(draw_digit(digit)[np.newaxis], 40, axis=0)
        return whole[0] > 0.5, crossed(whole, np.full(40, digit), 1.0, [2, 3]) > 0.5

    zero, slashed = inked(0)
    assert not zero[13:15, 13:15].any()
    assert slashed[:, 12:16, 12:16].any((1, 2)).all()
    seven, barred = inked(7)
    wide = barred[:, 11:19].sum(2).max(1)
    assert (wide > seven[11:19].sum(1).max() + 1).mean() > 0.9
    assert max(slashed.any(2).sum(1).max(), barred.any(1).sum(1).max()) <= 20


def test_a_segment_ends_at_its_ends() -> None:
    stroke = segment(np.array([[-5.5, 0.5], [4.5, 0.5]]), 1.0)
    assert np.flatnonzero(stroke.max(0) > 0.4).tolist() == list(range(8, 19))
    assert np.flatnonzero(stroke.max(1)).tolist() == [14]
