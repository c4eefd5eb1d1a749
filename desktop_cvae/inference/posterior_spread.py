"""How sure a model is of its explanation: what varies among samples of the posterior."""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.ports import Engine
from desktop_cvae.core.results import FloatArray

SAMPLES = 16
"""Enough that the picture is calm, in about one and a half times an answer's time."""


def posterior_spread(
    engine: Engine, image: FloatArray, label: int | None, count: int = SAMPLES, seed: int = 0
) -> FloatArray:
    """Standard deviation of each pixel over reconstructions from z ~ q(z | x, y).

    z = μ + σ·ε with ε ~ N(0, 1) (Kingma & Welling 2014, arXiv:1312.6114, section 2.4).

    Args:
        engine: the loaded model.
        image: float32, (28, 28), in [0, 1], what the model reads.
        label: explains the image; None for a model without labels.
        count: samples, ≥ 1.
        seed: the same seed gives the same samples, so that a picture at rest does not flicker.

    Returns:
        float32, (28, 28), in [0, 0.5].
    """
    one = None if label is None else np.array([label], np.int64)
    posterior = engine.encode(image[None], one)
    noise = np.random.default_rng(seed).standard_normal((count, posterior.mean.shape[1]))
    latents = (posterior.mean + np.exp(0.5 * posterior.log_var) * noise).astype(np.float32)
    labels = None if one is None else np.repeat(one, count)
    spread: FloatArray = engine.decode(latents, labels).std(axis=0, dtype=np.float32)
    return spread
