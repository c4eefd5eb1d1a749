"""Random damage: every kind changes digits, keeps them in range, and can be repeated."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_cvae.synthesis.damage import DAMAGES, damage, damage_by


def crosses(count: int) -> np.ndarray:
    """Thin and thick crosses, float32, (N, 28, 28)."""
    images = np.zeros((count, 28, 28), np.float32)
    for index, image in enumerate(images):
        half = 1 + index % 3
        image[5:23, 14 - half : 14 + half] = image[14 - half : 14 + half, 5:23] = 1
    return images


@pytest.mark.parametrize("kind", DAMAGES)
def test_each_kind_changes_most_digits_and_leaves_them_in_range(kind: str) -> None:
    images = crosses(40)
    changed = damage_by(kind, images, 3)
    assert changed.dtype == np.float32
    assert changed.shape == images.shape
    assert changed.min() >= 0
    assert changed.max() <= 1
    assert (np.abs(changed - images).max(axis=(1, 2)) > 0.05).mean() > 0.6
    assert np.abs(changed - images).mean() < 0.5


def test_the_same_seed_does_the_same_damage_and_another_one_does_not() -> None:
    images = crosses(20)
    np.testing.assert_array_equal(damage(images, 7), damage(images, 7))
    assert np.abs(damage(images, 7) - damage(images, 8)).max() > 0.5


def test_blank_and_full_pictures_stay_finite() -> None:
    flat = np.stack([np.zeros((28, 28), np.float32), np.ones((28, 28), np.float32)])
    for kind in DAMAGES:
        assert np.isfinite(damage_by(kind, flat.repeat(10, 0), 1)).all()


def test_no_picture_is_no_work() -> None:
    assert damage(np.zeros((0, 28, 28), np.float32), 1).shape == (0, 28, 28)
