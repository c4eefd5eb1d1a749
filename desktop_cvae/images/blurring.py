"""Blurring in frequency space, by Gaussians of any width."""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.results import FloatArray


def smoothed(image: FloatArray, sigma_px: float) -> FloatArray:
    """Blur by a Gaussian; what leaves at one border enters at the other.

    Args:
        image: float32, (H, W); black at the borders, or where they may blend.
        sigma_px: the Gaussian's standard deviation.
    """
    u, v = np.fft.fftfreq(image.shape[0])[:, np.newaxis], np.fft.rfftfreq(image.shape[1])
    low_pass = np.exp(-2 * (np.pi * sigma_px) ** 2 * (u**2 + v**2))
    return np.fft.irfft2(np.fft.rfft2(image) * low_pass, image.shape).astype(np.float32)
