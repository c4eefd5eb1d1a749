"""The update is Adam's, and nobody else's."""

from __future__ import annotations

import keras
import numpy as np
import tensorflow as tf

from desktop_cvae.core.network_presets import DENSE_CVAE
from desktop_cvae.model.cvae import CVAE
from desktop_cvae.training.adam import FusedAdam


def test_the_fused_update_is_that_of_keras() -> None:
    ours, theirs = (CVAE(DENSE_CVAE, seed=3) for _ in range(2))
    fused = FusedAdam(ours.trainable_variables, "adam")
    optimizer = keras.optimizers.Adam(0.01)
    stream = np.random.default_rng(0)
    for _ in range(3):
        gradients = [
            tf.constant(stream.normal(size=v.shape), tf.float32) for v in ours.trainable_variables
        ]
        fused.apply(gradients, tf.constant(0.01))
        optimizer.apply_gradients(zip(gradients, theirs.trainable_variables, strict=True))
    for one, other in zip(ours.trainable_variables, theirs.trainable_variables, strict=True):
        np.testing.assert_allclose(one.numpy(), other.numpy(), rtol=1e-5, atol=1e-6)
    assert fused.iterations == 3


def test_a_step_from_a_restored_state_is_the_same() -> None:
    model = CVAE(DENSE_CVAE, seed=3)
    gradients = [tf.ones(v.shape) for v in model.trainable_variables]
    first = FusedAdam(model.trainable_variables, "adam")
    first.apply(gradients, tf.constant(0.01))
    slots, weights = first.slots(), model.named_weights()
    first.apply(gradients, tf.constant(0.01))
    expected = model.named_weights()
    second = FusedAdam(model.trainable_variables, "adam")
    model.assign_weights(weights)
    second.restore(slots, 1)
    second.apply(gradients, tf.constant(0.01))
    np.testing.assert_equal(model.named_weights(), expected)
