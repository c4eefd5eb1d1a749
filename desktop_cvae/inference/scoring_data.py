"""Held-out pictures as the model is asked about them: shifted, prepared, noisy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_cvae.core.results import FloatArray, NoiseSetting

if TYPE_CHECKING:
    from desktop_cvae.datasets.digit_dataset import DigitDataset

_DIRECTIONS = np.array([(y, x) for y in (-1, 0, 1) for x in (-1, 0, 1) if y or x])


def shift_images(images: FloatArray, distance_px: int, seed: int) -> FloatArray:
    """Move every picture by ``distance_px`` in one of the 8 directions, chosen by chance.

    Args:
        images: float32, (N, H, W); what leaves the frame is lost, what enters is 0.
        distance_px: 0 ≤ distance ≤ H; along both axes for the diagonal directions.
        seed: of the directions.
    """
    if distance_px == 0:
        return images
    count, height, width = images.shape
    choice = np.random.default_rng(seed).integers(len(_DIRECTIONS), size=count)
    padded = np.pad(images, [(0, 0), *[(distance_px, distance_px)] * 2])
    shifted = np.empty_like(images)
    for number, (down, right) in enumerate(_DIRECTIONS):
        top, left = distance_px * (1 - down), distance_px * (1 - right)
        moved = padded[choice == number, top : top + height, left : left + width]
        shifted[choice == number] = moved
    return shifted


def scoring_images(
    dataset: DigitDataset, shift_px: int, prepare: str, noise: NoiseSetting, seed: int
) -> FloatArray:
    """The pictures that the model is asked about.

    Args:
        dataset: held-out pictures.
        shift_px: how far each is moved first.
        prepare: ``"always"`` centres and scales each as an opened file, ``"never"`` does not,
            ``"auto"`` does if they were moved.
        noise: added last, as in the window.
        seed: of the directions.

    Returns:
        float32, (N, 28, 28), in [0, 1].
    """
    return disturbed(dataset.floats(), shift_px, prepare, noise, seed)


def disturbed(
    images: FloatArray, shift_px: int, prepare: str, noise: NoiseSetting, seed: int
) -> FloatArray:
    """As :func:`scoring_images`, of float32 pictures (N, 28, 28)."""
    images = shift_images(images, shift_px, seed)
    if prepare == "always" or (prepare == "auto" and shift_px > 0):
        from desktop_cvae.images.mnist_style import to_mnist_style

        images = np.stack([to_mnist_style(image).image for image in images])
    if noise.level > 0:
        from desktop_cvae.images.noise import add_noise

        images = add_noise(images, noise)
    return images
