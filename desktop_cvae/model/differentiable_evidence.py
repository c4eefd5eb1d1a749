"""The evidence as a function of the picture that TensorFlow can differentiate.

A reading's evidence is computed in NumPy behind ONNX Runtime (``inference.evidence``). An attack
needs the gradient of the very same number: through encoder and decoder under every label, the
prior's KL divergence, and for pictures under noise or foreign ink through the channel: with the
noise level that the picture itself sets, and with the foreign ink that is found in it, which has no
gradient. Tests compare the two.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import tensorflow as tf

from desktop_cvae.core.priors import LOG_TWO_PI, Prior
from desktop_cvae.core.results import FloatArray
from desktop_cvae.inference.engine import Engine
from desktop_cvae.inference.evidence import CLOSE_NATS, augmented_views, score_evidence
from desktop_cvae.inference.noisy_channel import (
    FOREIGN_CROSSOVER,
    MAX_CROSSOVER,
    NOISELESS,
    RING_PX,
    crossover_probabilities,
    foreign_ink,
)
from desktop_cvae.inference.posterior_search import search_posterior
from desktop_cvae.inference.thinking import ENCODER_WEIGHT, SAMPLES
from desktop_cvae.model.keras_engine import KerasEngine

Tensor = Any


class DifferentiableEvidence:
    """The ELBO of pictures under every label.

    Args:
        engine: of a model with labels.
        has_views: close calls are means over their views, as an answer's are; else everything
            is read in one pass, as a scorecard counts.
        only_close: False takes the mean over the views of every picture, as thinking does.
    """

    def __init__(
        self, engine: KerasEngine, *, has_views: bool = False, only_close: bool = True
    ) -> None:
        self._only_close = only_close
        self._model = engine.model
        self._kl_nats = None if engine.prior.is_standard else _prior_kl(engine.prior)
        ring = np.ones((1, 28, 28, 1), np.float32)
        ring[:, RING_PX:-RING_PX, RING_PX:-RING_PX] = 0.0
        self._ring, self._ring_size = tf.constant(ring), float(ring.sum())
        self._views: Tensor = tf.constant(_views_of_pixels()) if has_views else None
        self._evaluate = tf.function(self._answer_nats, reduce_retracing=True)

    def __call__(self, images: Tensor) -> Tensor:
        """Map images, float32, (B, 28, 28, 1), in [0, 1] to evidence in nats, float32, (B, K)."""
        return self._evaluate(images)

    def _answer_nats(self, images: Tensor) -> Tensor:
        levels = tf.reduce_sum(images * self._ring, axis=(1, 2, 3)) / self._ring_size
        levels *= float(np.sqrt(2.0 * np.pi))
        flips = tf.where(levels > NOISELESS, tf.minimum(levels**2, MAX_CROSSOVER), 0.0)
        own, flips = self._evidence_nats(images, flips, has_foreign=True)
        if self._views is None:
            return own
        if not self._only_close:
            return self._mean_nats(images, own, flips)
        best = tf.math.top_k(own, 2).values
        is_close = best[:, 0] - best[:, 1] < CLOSE_NATS
        # Views are ten times the work, so they are scored only if a picture is a close call.
        return tf.cond(
            tf.reduce_any(is_close),
            lambda: tf.where(is_close[:, None], self._mean_nats(images, own, flips), own),
            lambda: own,
        )

    def _mean_nats(self, images: Tensor, own: Tensor, flips: Tensor) -> Tensor:
        """Average all pictures as :func:`desktop_cvae.inference.evidence.average_over_views`."""
        seen = tf.reshape(tf.reshape(images, (-1, 784)) @ self._views, (-1, 28, 28, 1))
        count = self._views.shape[1] // 784
        others, _ = self._evidence_nats(seen, tf.repeat(flips, count), has_foreign=False)
        summed = tf.reduce_sum(tf.reshape(others, (-1, count, own.shape[1])), axis=1)
        return (own + summed) / (count + 1.0)

    def _evidence_nats(
        self, images: Tensor, flips: Tensor, *, has_foreign: bool
    ) -> tuple[Tensor, Tensor]:
        """Return evidence through channels of these ε, (B,), and the ε, larger by foreign ink."""
        pictures, reconstruction, kl, means, log_vars = self._model.score(images)
        if self._kl_nats is not None:
            kl = self._kl_nats(means, log_vars)
        if has_foreign:
            best = tf.argmin(reconstruction + kl, axis=1)
            meant = tf.gather(pictures, best, axis=1, batch_dims=1)
            found = tf.numpy_function(_foreign_flips, [images, meant], tf.float32)
            flips = tf.maximum(flips, tf.ensure_shape(found, flips.shape))
        is_through = flips > 0.0
        # tf.where passes gradients of both branches: without the channel, log(0) of a clean picture
        # would make them NaN.
        safe = tf.where(is_through, flips, MAX_CROSSOVER)
        through = _channel_nats(pictures, tf.reshape(images, (-1, 1, 784)), safe[:, None, None])
        return -(tf.where(is_through[:, None], through, reconstruction) + kl), flips


class ThinkingEvidence:
    """The evidence of a reader that thinks (``inference.thinking``), with its gradient.

    The search's best explanation ẑ maximises log p(x, z | y), so that its own movement does not
    count (the envelope theorem): the gradient is ∂ log p(x | ẑ, y) / ∂x = log p / (1 − p) of the
    pixels that ẑ means. What the curvature and the samples add to the evidence moves little.

    Args:
        keras_engine: of a model with labels, whose encoder's evidence is differentiated.
        engine: the same network as it reads.
        steps: most steps of the search.
    """

    def __init__(self, keras_engine: KerasEngine, engine: Engine, steps: int) -> None:
        self._seen = DifferentiableEvidence(keras_engine, has_views=True, only_close=False)
        self._engine, self._steps = engine, steps

    def __call__(self, images: Tensor) -> Tensor:
        """Map images, float32, (B, 28, 28, 1), in [0, 1] to evidence in nats, float32, (B, K)."""
        both = ENCODER_WEIGHT * self._seen(images) + self._searched(images)
        return both / (ENCODER_WEIGHT + 1.0)

    def _searched(self, images: Tensor) -> Tensor:
        @tf.custom_gradient
        def searched(pictures: Tensor) -> tuple[Tensor, Any]:
            found = tf.numpy_function(self._search, [pictures], [tf.float32, tf.float32])
            evidence, slopes = found

            def gradient(above: Tensor) -> Tensor:
                return tf.reshape(tf.einsum("bk,bkp->bp", above, slopes), tf.shape(pictures))

            return tf.ensure_shape(evidence, (pictures.shape[0], None)), gradient

        return searched(images)

    def _search(self, images: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return evidence, float32, (B, K), and its slopes, float32, (B, K, 784)."""
        pictures = images[..., 0]
        foreign = score_evidence(self._engine, pictures).foreign
        flips = crossover_probabilities(pictures, foreign)
        evidence, slopes = [], []
        for picture, flip in zip(pictures, flips.tolist(), strict=True):
            *_, state = search_posterior(self._engine, picture, self._steps, SAMPLES, flip=flip)
            meant = flip + (1 - 2 * flip) * state.reconstructions.reshape(-1, 784)
            meant = np.clip(meant.astype(np.float64), 1e-6, 1 - 1e-6)
            evidence.append(state.evidence_nats)
            slopes.append(np.log(meant) - np.log1p(-meant))
        return np.array(evidence, np.float32), np.array(slopes, np.float32)


def _foreign_flips(images: FloatArray, meant: FloatArray) -> FloatArray:
    """Return ``FOREIGN_CROSSOVER`` where there is foreign ink, else 0; float32, (B,)."""
    foreign = foreign_ink(meant.reshape(-1, 28, 28), images[..., 0])
    if foreign is None:
        return np.zeros(len(images), np.float32)
    return np.asarray(FOREIGN_CROSSOVER * foreign.any(axis=(1, 2)), np.float32)


def _views_of_pixels() -> FloatArray:
    """Return views as one matrix, float32, (784, 10 · 784), because views are linear."""
    pixels = np.eye(784, dtype=np.float32).reshape(-1, 28, 28)
    return np.stack([augmented_views(pixel).reshape(-1) for pixel in pixels])


def _channel_nats(pictures: Tensor, seen: Tensor, flips: Tensor) -> Tensor:
    """Return :func:`desktop_cvae.inference.noisy_channel.noisy_channel_nats` of a batch, (B, K)."""
    meant = flips + (1.0 - 2.0 * flips) * pictures
    nats = seen * tf.math.log(meant) + (1.0 - seen) * tf.math.log1p(-meant)
    return -tf.reduce_sum(nats, axis=-1)


def _prior_kl(prior: Prior) -> Any:
    """Return :meth:`desktop_cvae.core.priors.Prior.kl_nats` as a function of tensors (B, K, L)."""
    whitenings = tf.constant(prior.whitenings, tf.float32)
    squares_of = tf.square(whitenings)
    heights = tf.constant(prior.log_heights, tf.float32)
    middles = tf.einsum("kcij,kcj->kci", whitenings, tf.constant(prior.means))

    def kl_nats(means: Tensor, log_vars: Tensor) -> Tensor:
        entropies = 0.5 * tf.reduce_sum(log_vars + LOG_TWO_PI + 1.0, axis=-1)
        gaps = tf.einsum("kcij,bkj->bkci", whitenings, means) - middles
        squares = tf.reduce_sum(tf.square(gaps), axis=-1)
        squares += tf.einsum("kcij,bkj->bkc", squares_of, tf.exp(log_vars))
        return -entropies - tf.reduce_logsumexp(heights - 0.5 * squares, axis=-1)

    return kl_nats
