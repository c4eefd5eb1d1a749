"""Adam (Kingma and Ba 2015, algorithm 1) by TensorFlow's fused kernel, with accessible state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from desktop_cvae.core.results import FloatArray

Tensor = Any


class FusedAdam:
    """Optimiser of one loss, with running moments of its gradients.

    The kernel passes once over each tensor; Keras' own optimiser, whose variables and constants
    these are, takes a dozen passes for the same update.

    Args:
        variables: the trained variables.
        name: prefix of the state's names; unique among the losses of a training.
    """

    def __init__(self, variables: Sequence[keras.Variable], name: str) -> None:
        self.name = name
        self.variables = variables
        self._adam = keras.optimizers.Adam()
        self._adam.build(variables)

    @property
    def iterations(self) -> int:
        """Number of steps taken."""
        return int(self._adam.iterations.numpy())

    def apply(self, gradients: Sequence[Tensor], rate: Tensor) -> None:
        """Take one step.

        Args:
            gradients: one per variable.
            rate: step size, float32, ().
        """
        adam = self._adam
        adam.iterations.value.assign_add(1)
        done = tf.cast(adam.iterations.value, tf.float32)
        for variable, gradient, first, second in zip(
            self.variables, gradients, adam._momentums, adam._velocities, strict=True
        ):
            tf.raw_ops.ResourceApplyAdam(
                var=variable.value.handle,
                m=first.value.handle,
                v=second.value.handle,
                beta1_power=tf.pow(adam.beta_1, done),
                beta2_power=tf.pow(adam.beta_2, done),
                lr=rate,
                beta1=adam.beta_1,
                beta2=adam.beta_2,
                epsilon=adam.epsilon,
                grad=gradient,
            )

    def slots(self) -> dict[str, FloatArray]:
        """Return copies of the running moments by name."""
        return {name: np.array(variable.numpy()) for name, variable in self._slots().items()}

    def restore(self, slots: dict[str, FloatArray], iterations: int) -> None:
        """Restore the state from which ``slots`` and ``iterations`` were taken.

        Raises:
            KeyError, ValueError: they are not this optimiser's.
        """
        for name, variable in self._slots().items():
            variable.assign(slots[name])
        self._adam.iterations.assign(iterations)

    def _slots(self) -> dict[str, keras.Variable]:
        # The first two are the step count and the learning rate, which every step sets.
        slots = self._adam.variables[2:]
        return {f"{self.name}.{position}": variable for position, variable in enumerate(slots)}
