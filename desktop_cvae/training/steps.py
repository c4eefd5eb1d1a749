"""One step on the negative ELBO and the label contrast, and their evaluation, as graphs."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import tensorflow as tf

from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.library.checkpoint_file import OptimizerState
from desktop_cvae.model.cvae import CVAE
from desktop_cvae.model.losses import bernoulli_nats, gaussian_kl_nats
from desktop_cvae.training.adam import FusedAdam
from desktop_cvae.training.contrast import contrast_nats

Tensor = Any
CONTRAST_STEPS = "contrast.steps"
SAMPLING_STREAM, VALIDATION_STREAM, NOISE_STREAM, NOISY_STREAM = 21, 22, 23, 24


class Trainer:
    """A network with its optimisers, one for the ELBO and one for the label contrast.

    The contrast's gradient is small and steady, the ELBO's large and noisy. Added up, the noise
    decides how far Adam goes; with moments of its own each takes steps that suit it.

    Args:
        model: the network, changed by :meth:`step`.
        config: noise, label contrast and seed.
    """

    def __init__(self, model: CVAE, config: TrainingConfig) -> None:
        self.model = model
        self._config = config
        self._adam = FusedAdam(model.trainable_variables, "adam")
        contrasted = config.contrast > 0 and model.spec.conditional
        self._contrast = FusedAdam(model.trainable_variables, "contrast") if contrasted else None
        shape = (None, 28, 28, 1)
        signature = [
            tf.TensorSpec(shape, tf.float32),
            tf.TensorSpec((None, model.spec.label_count), tf.float32),
            tf.TensorSpec((), tf.int32),
        ]
        scalar = tf.TensorSpec((), tf.float32)
        self.step = tf.function(self._step, input_signature=[*signature, scalar, scalar, scalar])
        self.evaluate = tf.function(self._evaluate, input_signature=signature)

    def optimizer_state(self) -> OptimizerState:
        """Everything but the weights that the next step depends on, as copies."""
        slots = self._adam.slots()
        if self._contrast is not None:
            steps = np.array([self._contrast.iterations], np.float32)
            slots |= {**self._contrast.slots(), CONTRAST_STEPS: steps}
        return OptimizerState(
            slots,
            self._adam.iterations,
            tuple(tuple(int(n) for n in seed.numpy()) for seed in self._dropout_seeds()),
        )

    def restore(self, weights: dict[str, FloatArray], state: OptimizerState) -> None:
        """Go back to where ``weights`` and ``state`` were taken from.

        Raises:
            MismatchedWeights: the weights are not this network's.
            KeyError, ValueError: the state is not this training's.
        """
        self.model.assign_weights(weights)
        self._adam.restore(state.slots, state.iterations)
        if self._contrast is not None:
            self._contrast.restore(state.slots, int(state.slots[CONTRAST_STEPS][0]))
        for seed, numbers in zip(self._dropout_seeds(), state.dropout_seeds, strict=True):
            seed.assign(numbers)

    def _dropout_seeds(self) -> list[keras.Variable]:
        layers = (*self.model.encoder.shared, *self.model.encoder.labelled)
        return [
            layer.seed_generator.state
            for layer in (*layers, *self.model.decoder.stack)
            if isinstance(layer, keras.layers.Dropout)
        ]

    def _step(
        self,
        images: Tensor,
        labels: Tensor,
        step: Tensor,
        beta: Tensor,
        rate: Tensor,
        contrast: Tensor,
    ) -> Tensor:
        """One update; returns float32 (2,): mean reconstruction and mean KL, in nats."""
        noise = self._noise(images, SAMPLING_STREAM, step)
        seen = self._noisy(images, step)
        with tf.GradientTape() as tape:
            nats, mean, log_var = self._explain(seen, images, labels, noise, training=True)
            reconstruction = tf.reduce_mean(nats)
            kl = tf.reduce_mean(gaussian_kl_nats(mean, log_var))
            loss = reconstruction + beta * kl
        gradients = tape.gradient(loss, self.model.trainable_variables)
        self._contrast_step(seen, images, labels, rate * contrast)
        self._adam.apply(gradients, rate)
        return tf.stack([reconstruction, kl])

    def _contrast_step(self, seen: Tensor, images: Tensor, labels: Tensor, rate: Tensor) -> None:
        """A step on the label contrast; without one, or before its time, nothing."""
        optimizer, temperature = self._contrast, self._config.contrast_temperature
        if optimizer is None:
            return

        def step() -> Tensor:
            with tf.GradientTape() as tape:
                loss = contrast_nats(self.model, seen, images, labels, temperature)
            optimizer.apply(tape.gradient(loss, optimizer.variables), rate)
            return True

        tf.cond(rate > 0.0, step, lambda: False)

    def _evaluate(self, images: Tensor, labels: Tensor, step: Tensor) -> tuple[Tensor, ...]:
        """Sums over a batch, one posterior sample an image.

        Returns:
            reconstruction (), KL (L,), posterior means (L,) and their squares (L,), float32.
        """
        noise = self._noise(images, VALIDATION_STREAM, step)
        nats, mean, log_var = self._explain(images, images, labels, noise, training=False)
        kl = 0.5 * (tf.square(mean) + tf.exp(log_var) - log_var - 1.0)
        sums = (tf.reduce_sum(values, axis=0) for values in (kl, mean, tf.square(mean)))
        return tf.reduce_sum(nats), *sums

    def _explain(
        self, seen: Tensor, images: Tensor, labels: Tensor, noise: Tensor, training: bool
    ) -> tuple[Tensor, Tensor, Tensor]:
        """``CVAE.elbo_terms`` where what is seen and what is to be explained may differ."""
        mean, log_var = self.model.encoder(seen, labels, training=training)
        latents = mean + tf.exp(0.5 * log_var) * noise
        logits = self.model.decoder(latents, labels, training=training)
        return bernoulli_nats(logits, tf.reshape(images, (-1, 784))), mean, log_var

    def _noisy(self, images: Tensor, step: Tensor) -> Tensor:
        config = self._config
        if config.noise_share == 0 or config.noise_level == 0:
            return images
        chosen = tf.random.stateless_uniform(
            (tf.shape(images)[0], 1, 1, 1), self._seed(NOISY_STREAM, step)
        )
        noise = tf.random.stateless_normal(tf.shape(images), self._seed(NOISE_STREAM, step))
        # A draw below the share is spread evenly there, so it serves for the level as well.
        drawn = chosen / config.noise_share
        level = tf.where(drawn < 1.0, config.noise_level * drawn, 0.0)
        return tf.clip_by_value(images + level * noise, 0.0, 1.0)

    def _noise(self, images: Tensor, stream: int, step: Tensor) -> Tensor:
        shape = (tf.shape(images)[0], self.model.spec.latent_dim)
        return tf.random.stateless_normal(shape, self._seed(stream, step))

    def _seed(self, stream: int, step: Tensor) -> Tensor:
        return tf.stack([self._config.seed + stream * 1_000_003, step])
