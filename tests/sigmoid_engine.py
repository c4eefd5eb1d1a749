"""An engine of two latent dimensions whose evidence can be integrated on a grid."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.network_presets import CONV_VAE, STUDIO
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import (
    DoubleArray,
    FloatArray,
    IntArray,
    LabelScores,
    Posterior,
)
from desktop_cvae.core.specs import ModelSpec

TWO = dataclasses.replace(STUDIO, latent_dim=2, label_names=("0", "1"))
PLAIN = dataclasses.replace(CONV_VAE, latent_dim=2)


@dataclass
class SigmoidEngine:
    """The decoder is σ(W z + b) with W, b by label; the encoder always guesses ``guess``.

    The priors of the labels are mixtures of two Gaussians.
    """

    spec: ModelSpec = TWO
    guess: tuple[float, float] = (0.0, 0.0)
    has_rigid_label: bool = False
    """Label 0 draws one picture, around which label 1 varies."""
    name: str = "onnx"

    def __post_init__(self) -> None:
        random = np.random.default_rng(4)
        count = self.spec.score_count
        self._slopes = random.normal(0, 0.4, (count, 2, 784))
        self._middles = random.normal(-1, 1, (count, 784))
        if self.has_rigid_label:
            self._slopes[0], self._middles[1] = 0, self._middles[0]
        weights = np.tile(np.float32([0.3, 0.7]), (count, 1))
        means = random.normal(0, 0.7, (count, 2, 2)).astype(np.float32)
        factors = np.tile(0.8 * np.eye(2, dtype=np.float32), (count, 2, 1, 1))
        self.prior = Prior(weights, means, factors)

    def encode(self, images: FloatArray, labels: IntArray | None) -> Posterior:
        mean = np.tile(np.float32(self.guess), (len(images), 1))
        return Posterior(mean, np.full_like(mean, -3))

    def decode(self, latents: FloatArray, labels: IntArray | None) -> FloatArray:
        if labels is None or not self.spec.conditional:
            labels = np.zeros(len(latents), np.int64)
        logits = np.empty((len(latents), 784))
        for label in np.unique(labels):
            rows = labels == label
            logits[rows] = latents[rows] @ self._slopes[label] + self._middles[label]
        return (1 / (1 + np.exp(-logits))).reshape(-1, 28, 28).astype(np.float32)

    def score(self, images: FloatArray) -> LabelScores:
        count = self.spec.score_count
        means = np.tile(np.float32(self.guess), (len(images), count, 1))
        pictures = self.decode(means.reshape(-1, 2), np.tile(np.arange(count), len(images)))
        pictures = pictures.reshape(len(images), count, 28, 28)
        nats = -_log_likelihood(pictures, images[:, np.newaxis])
        kl = self.prior.kl_nats(means, np.full_like(means, -3))
        return LabelScores(pictures, nats.astype(np.float32), kl, means)

    def drawn(self, label: int, latent: tuple[float, float], seed: int = 0) -> FloatArray:
        """Return a picture drawn from p(x | z, y), of black and white pixels."""
        meant = self.decode(np.float32([latent]), np.array([label]))[0]
        return (np.random.default_rng(seed).random((28, 28)) < meant).astype(np.float32)

    def integrated(self, image: FloatArray, label: int, flip: float = 0.0) -> float:
        """Return log p(x | y), summed over a grid of the latent space."""
        ticks = np.linspace(-5, 5, 101)
        grid = np.stack(np.meshgrid(ticks, ticks), axis=-1).reshape(-1, 2).astype(np.float32)
        labels = np.full(len(grid), label)
        meant = flip + (1 - 2 * flip) * self.decode(grid, labels)
        nats = _log_likelihood(meant, image) + self.prior.log_density(grid, labels)
        return float(np.log(np.exp(nats - nats.max()).sum()) + nats.max() + 2 * np.log(0.1))


def _log_likelihood(meant: FloatArray, images: FloatArray) -> DoubleArray:
    sure = meant.astype(np.float64)
    nats = images * np.log(sure) + (1 - images) * np.log1p(-sure)
    return np.asarray(nats.sum(axis=(-1, -2)))
