"""The reference engine: the Keras network itself, slow to load and loaded by name when chosen."""

from __future__ import annotations

from typing import Any

import numpy as np
import tensorflow as tf

from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import FloatArray, IntArray, LabelScores, Posterior
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.model.cvae import CVAE


class KerasEngine:
    """Answers from the Keras network, as :class:`desktop_cvae.inference.engine.Engine`.

    Args:
        spec: the network.
        weights: by name, as ``spec.tensors()``.
        prior: p(z | y); None is N(0, I).
    """

    name = "keras"

    def __init__(
        self, spec: ModelSpec, weights: dict[str, FloatArray], prior: Prior | None = None
    ) -> None:
        self.spec = spec
        self.prior = prior or Prior.standard_normal(spec.score_count, spec.latent_dim)
        self.model = CVAE(spec)
        self.model.assign_weights(weights)
        self._score = tf.function(self.model.score, reduce_retracing=True)
        self._encode = tf.function(self.model.encoder, reduce_retracing=True)
        self._decode = tf.function(self.model.decoder, reduce_retracing=True)

    def encode(self, images: FloatArray, labels: IntArray | None) -> Posterior:
        """Encode images (B, 28, 28) under labels (B,)."""
        mean, log_var = self._encode(_pixels(images), self._one_hot(labels, len(images)))
        return Posterior(np.asarray(mean), np.asarray(log_var))

    def decode(self, latents: FloatArray, labels: IntArray | None) -> FloatArray:
        """Decode latents (B, L) under labels (B,) to images (B, 28, 28) in [0, 1]."""
        codes = tf.constant(latents, tf.float32)
        logits = self._decode(codes, self._one_hot(labels, len(latents)))
        return np.asarray(tf.sigmoid(logits)).reshape(-1, 28, 28)

    def score(self, images: FloatArray) -> LabelScores:
        """Score how each label explains each of the images (B, 28, 28)."""
        scores = self._score(_pixels(images))
        pictures, reconstruction, _, means, log_vars = map(np.asarray, scores)
        kl = self.prior.kl_nats(means, log_vars)
        shape = (len(images), self.spec.score_count, 28, 28)
        return LabelScores(pictures.reshape(shape), reconstruction, kl, means)

    def _one_hot(self, labels: IntArray | None, batch: int) -> Any:
        chosen = np.zeros(batch, np.int64) if labels is None else labels
        return tf.one_hot(chosen, self.spec.label_count)


def _pixels(images: FloatArray) -> Any:
    return tf.constant(images[..., np.newaxis], tf.float32)
