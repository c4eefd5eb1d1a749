"""One step of Adam on the negative ELBO, and its evaluation, as TensorFlow graphs."""

from __future__ import annotations

from typing import Any

import keras
import tensorflow as tf

from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.model.cvae import CVAE

Tensor = Any
SAMPLING_STREAM, VALIDATION_STREAM = 21, 22


class Trainer:
    """A network with its optimiser.

    Args:
        model: the network, changed by :meth:`step`.
        config: learning rate and seed.
    """

    def __init__(self, model: CVAE, config: TrainingConfig) -> None:
        self.model = model
        self.optimizer = keras.optimizers.Adam(config.learning_rate)
        self.optimizer.build(model.trainable_variables)
        self._sampling_seed = config.seed + SAMPLING_STREAM * 1_000_003
        self._validation_seed = config.seed + VALIDATION_STREAM * 1_000_003
        shape = (None, 28, 28, 1)
        signature = [
            tf.TensorSpec(shape, tf.float32),
            tf.TensorSpec((None, model.spec.label_count), tf.float32),
            tf.TensorSpec((), tf.int32),
        ]
        scalar = tf.TensorSpec((), tf.float32)
        self.step = tf.function(self._step, input_signature=[*signature, scalar, scalar])
        self.evaluate = tf.function(self._evaluate, input_signature=signature)

    def _step(
        self, images: Tensor, labels: Tensor, step: Tensor, beta: Tensor, rate: Tensor
    ) -> Tensor:
        """One update; returns float32 (2,): mean reconstruction and mean KL, in nats."""
        self.optimizer.learning_rate.assign(rate)
        noise = self._noise(images, self._sampling_seed, step)
        with tf.GradientTape() as tape:
            terms = self.model.elbo_terms(images, labels, noise, training=True)
            reconstruction, kl = (tf.reduce_mean(term) for term in terms)
            loss = reconstruction + beta * kl
        variables = self.model.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
        return tf.stack([reconstruction, kl])

    def _evaluate(self, images: Tensor, labels: Tensor, step: Tensor) -> Tensor:
        """Sums of the two terms over a batch, one posterior sample an image; float32 (2,)."""
        noise = self._noise(images, self._validation_seed, step)
        terms = self.model.elbo_terms(images, labels, noise)
        return tf.stack([tf.reduce_sum(term) for term in terms])

    def _noise(self, images: Tensor, seed: int, step: Tensor) -> Tensor:
        shape = (tf.shape(images)[0], self.model.spec.latent_dim)
        return tf.random.stateless_normal(shape, tf.stack([seed, step]))
