"""One step on the negative ELBO and the label contrast, and their evaluation, as graphs.

The contrast is how much of the evidence speaks for the true label; β, the step size and its
weight change while a network trains.
"""

from __future__ import annotations

import math
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.library.checkpoint_file import OptimizerState
from desktop_cvae.model.cvae import CVAE, bernoulli_nats, gaussian_kl_nats
from desktop_cvae.synthesis.damage import damage
from desktop_cvae.training.adam import FusedAdam

Tensor = Any
DAMAGED_FLIP = 0.05
"""ε of a damaged picture's channel: one pixel in twenty shows something else."""
HARD_FRACTION, RIVALS = 0.5, 3
"""The worse half of a batch makes the gradient, against the three strongest wrong labels: once the
contrast is trained a little, the rest has hardly any gradient."""
CONTRAST_STEPS = "contrast.steps"
SAMPLING_STREAM, VALIDATION_STREAM, NOISE_STREAM, NOISY_STREAM = 21, 22, 23, 24
DAMAGE_STREAM = 25
"""Random streams, kept apart from each other under one seed."""


def contrast_nats(
    model: CVAE,
    seen: Tensor,
    images: Tensor,
    labels: Tensor,
    temperature: float = 1.0,
    flips: Tensor | None = None,
) -> Tensor:
    """Return the mean cross-entropy of the soft-max over the labels' ELBOs, by hard negatives.

    Above a temperature of 1 nat the true label must win by a clear margin: ELBOs also differ by
    nats that do not depend on the label (an odd hook that one label's decoder happens to know).

    All labels are scored without a gradient; the pictures that read worst are scored again,
    against their strongest rivals, for the gradient. The ELBOs are those of a reading, at the
    posterior's mean, through the channel where a picture is damaged.

    Args:
        model: the network, conditional.
        seen: the encoder's input, perhaps under noise, float32, (B, 28, 28, 1), in [0, 1].
        images: the target of the reconstruction: the same without noise.
        labels: float32 one-hot, (B, K).
        temperature: nats by which the ELBOs are divided, above 0 (Hinton et al. 2015).
        flips: float32, (B,), the ε of each picture's channel; None is none.

    Returns:
        float32, (), at least 0.
    """
    asked = tf.shape(seen)[0]
    flips = tf.zeros(asked) if flips is None else flips
    every = tf.tile(tf.range(model.spec.label_count)[tf.newaxis], (asked, 1))
    every = tf.stop_gradient(_evidence(model, seen, images, every, flips)) / temperature
    loss = tf.nn.softmax_cross_entropy_with_logits(labels, every)
    hard = tf.cast(tf.math.ceil(HARD_FRACTION * tf.cast(asked, tf.float32)), tf.int32)
    chosen = tf.math.top_k(loss, hard, sorted=False).indices
    truth = tf.gather(labels, chosen)
    rivals = min(RIVALS, model.spec.label_count - 1)
    # The true label is no rival of its own.
    wrong = tf.math.top_k(tf.gather(every, chosen) - 1e9 * truth, rivals).indices
    answers = tf.concat([tf.argmax(truth, axis=1, output_type=tf.int32)[:, None], wrong], axis=1)
    seen, images, flips = (tf.gather(values, chosen) for values in (seen, images, flips))
    evidence = _evidence(model, seen, images, answers, flips) / temperature
    nats = tf.reduce_logsumexp(evidence, axis=1) - evidence[:, 0]
    return tf.reduce_sum(nats) / tf.cast(asked, tf.float32)


def _evidence(model: CVAE, seen: Tensor, images: Tensor, asked: Tensor, flips: Tensor) -> Tensor:
    """ELBOs in nats, (B, R), of images (B, 28, 28, 1) under the labels ``asked``, int (B, R)."""
    count = tf.shape(asked)[1]
    features = [tf.repeat(f, count, axis=0) for f in model.encoder.features(seen)]
    labels = tf.one_hot(tf.reshape(asked, (-1,)), model.spec.label_count)
    mean, log_var = model.encoder.posterior(features, labels)
    targets = tf.repeat(tf.reshape(images, (-1, 784)), count, axis=0)
    logits = through_channel(model.decoder(mean, labels), tf.repeat(flips, count))
    return -tf.reshape(
        bernoulli_nats(logits, targets) + gaussian_kl_nats(mean, log_var), (-1, count)
    )


def through_channel(logits: Tensor, flips: Tensor) -> Tensor:
    """Logits of ε + (1 − 2ε)·σ(l): of what a pixel shows where it lies with probability ε.

    Args:
        logits: float32, (B, 784).
        flips: float32, (B,), ε in [0, 0.5).
    """
    # log(ε/(1 − ε)) is added to either side of the odds; log-sums never overflow.
    # Without flips 1e-20 gives −46, which leaves all logits above that as they are.
    log_odds = tf.math.log((flips + 1e-20) / (1.0 - flips))[:, tf.newaxis]
    shown = tf.math.softplus(logits - log_odds) + log_odds
    return shown - tf.math.softplus(logits + log_odds)


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
        """Return copies of everything but the weights that the next step depends on."""
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
        """Restore the state from which ``weights`` and ``state`` were taken.

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
        damage_seed = self._seed(DAMAGE_STREAM, step)
        whole, is_damaged = randomly_damaged(images, self._config.damage, damage_seed)
        seen = self._noisy(whole, step)
        with tf.GradientTape() as tape:
            nats, mean, log_var = self._explain(seen, images, labels, noise, training=True)
            reconstruction = tf.reduce_mean(nats)
            kl = tf.reduce_mean(gaussian_kl_nats(mean, log_var))
            loss = reconstruction + beta * kl
        gradients = tape.gradient(loss, self.model.trainable_variables)
        # The contrast explains the picture without noise, but damage as a reading meets it.
        flips = DAMAGED_FLIP * tf.cast(is_damaged, tf.float32)
        self._contrast_step(seen, whole, labels, flips, rate * contrast)
        self._adam.apply(gradients, rate)
        return tf.stack([reconstruction, kl])

    def _contrast_step(
        self, seen: Tensor, images: Tensor, labels: Tensor, flips: Tensor, rate: Tensor
    ) -> None:
        """Take a step on the label contrast, if it is on and has begun."""
        optimizer, temperature = self._contrast, self._config.contrast_temperature
        if optimizer is None:
            return

        def step() -> Tensor:
            with tf.GradientTape() as tape:
                loss = contrast_nats(self.model, seen, images, labels, temperature, flips)
            optimizer.apply(tape.gradient(loss, optimizer.variables), rate)
            return True

        # In the graph, because the contrast begins in the middle of a run; an “if” of Python would
        # be decided once, when the step is traced.
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
        """Return nats and posterior as ``CVAE.elbo_terms``, with separate input and target."""
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
        # A draw below the fraction is uniform there, so it also serves for the level.
        drawn = chosen / config.noise_share
        level = tf.where(drawn < 1.0, config.noise_level * drawn, 0.0)
        return tf.clip_by_value(images + level * noise, 0.0, 1.0)

    def _noise(self, images: Tensor, stream: int, step: Tensor) -> Tensor:
        shape = (tf.shape(images)[0], self.model.spec.latent_dim)
        return tf.random.stateless_normal(shape, self._seed(stream, step))

    def _seed(self, stream: int, step: Tensor) -> Tensor:
        return tf.stack([self._config.seed + stream * 1_000_003, step])


def randomly_damaged(images: Tensor, fraction: float, seed: Tensor) -> tuple[Tensor, Tensor]:
    """Damage a fraction of the pictures; see :func:`synthesis.damage.damage`.

    Args:
        images: float32, (B, 28, 28, 1), in [0, 1].
        fraction: in [0, 1].
        seed: int32, (2,).

    Returns:
        the pictures, float32, (B, 28, 28, 1), and which of them are damaged, bool, (B,).
    """
    count = tf.shape(images)[0]
    if fraction == 0:
        return images, tf.zeros(count, tf.bool)
    is_damaged = tf.random.stateless_uniform((count,), seed) < fraction
    indices = tf.where(is_damaged)
    whole = tf.squeeze(tf.gather_nd(images, indices), -1)
    changed = tf.ensure_shape(tf.numpy_function(_damage, [whole, seed], tf.float32), whole.shape)
    changed = tf.tensor_scatter_nd_update(images, indices, changed[..., tf.newaxis])
    return tf.ensure_shape(changed, images.shape), is_damaged


def _damage(images: FloatArray, seed: IntArray) -> FloatArray:
    return damage(images, [int(number) for number in seed])


def beta_at(config: TrainingConfig, epochs_done: float) -> float:
    """Return β after a number of epochs: a linear warm-up (Bowman et al. 2016)."""
    if epochs_done >= config.beta_warmup_epochs:
        return config.beta
    return config.beta * epochs_done / config.beta_warmup_epochs


def learning_rate_at(config: TrainingConfig, epochs_done: float) -> float:
    """Return the step size after a number of epochs (cosine: Loshchilov and Hutter 2017, eq. 5)."""
    if config.schedule == "constant":
        return config.learning_rate
    done = min(epochs_done / config.epochs, 1.0)
    return config.learning_rate * 0.5 * (1.0 + math.cos(math.pi * done))


def contrast_at(config: TrainingConfig, epochs_done: float) -> float:
    """Return the label contrast's step, in learning rates, after a number of epochs."""
    return config.contrast if epochs_done >= config.contrast_after_epochs else 0.0


def contrast_begins(spec: ModelSpec, config: TrainingConfig) -> int:
    """Return the number of epochs before the label contrast begins; 0 if it never does."""
    if not (config.contrast and spec.conditional) or config.contrast_after_epochs >= config.epochs:
        return 0
    return math.ceil(config.contrast_after_epochs)
