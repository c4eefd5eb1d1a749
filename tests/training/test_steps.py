"""The update is Adam's, and nobody else's."""

from __future__ import annotations

import keras
import numpy as np
import tensorflow as tf

from desktop_cvae.core.presets import DENSE_CVAE
from desktop_cvae.core.specs import TrainingConfig
from desktop_cvae.model.cvae import CVAE
from desktop_cvae.training.steps import Trainer


def test_the_fused_update_is_that_of_keras() -> None:
    ours, theirs = (CVAE(DENSE_CVAE, seed=3) for _ in range(2))
    trainer = Trainer(ours, TrainingConfig())
    optimizer = keras.optimizers.Adam(0.01)
    stream = np.random.default_rng(0)
    for _ in range(3):
        gradients = [
            tf.constant(stream.normal(size=v.shape), tf.float32) for v in ours.trainable_variables
        ]
        trainer._adam(gradients, tf.constant(0.01))
        optimizer.apply_gradients(zip(gradients, theirs.trainable_variables, strict=True))
    for one, other in zip(ours.trainable_variables, theirs.trainable_variables, strict=True):
        np.testing.assert_allclose(one.numpy(), other.numpy(), rtol=1e-5, atol=1e-6)
    assert trainer.optimizer_state().iterations == 3
