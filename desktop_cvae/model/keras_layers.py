"""Keras layers made from ``core.layers`` specs.

Tested in tests/model/test_cvae.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import keras
from keras import initializers, ops

from desktop_cvae.core import layers as specs

Tensor = Any
Seeds = Callable[[], int]
"""Returns another seed at every call, so that all first weights follow from one number."""


class LabelledDense(keras.layers.Layer):
    """Dense layer whose input may include the one-hot label.

    ``condition(project(x), y)`` is ``activation(x·kernel + bias + y·label_kernel)``, the
    same as a dense layer over the concatenation of x and y; with a gain the projection is
    multiplied by ``1 + y·label_gain`` first. The projection does not depend on the label, so
    one projection serves all labels of an image.
    """

    def __init__(self, spec: specs.Dense, label_count: int, seeds: Seeds, name: str) -> None:
        super().__init__(name=name)
        self.spec = spec
        self.label_count = label_count
        self.activation = keras.activations.get(spec.activation)
        self.initializers = [initializers.GlorotUniform(seed=seeds()) for _ in range(2)]

    def build(self, input_shape: Sequence[int]) -> None:
        """Make ``kernel``, ``bias`` and, with a label, ``label_kernel``, and ``label_gain``."""
        shapes = self.spec.tensors((input_shape[-1],), self.label_count)
        self.kernel = self.add_weight(shapes["kernel"], self.initializers[0], name="kernel")
        self.bias = self.add_weight(shapes["bias"], "zeros", name="bias")
        if self.spec.label:
            self.label_kernel = self.add_weight(
                shapes["label_kernel"], self.initializers[1], name="label_kernel"
            )
        if self.spec.gain:
            # Zeros: every label begins with the factor 1, as without a gain.
            self.label_gain = self.add_weight(shapes["label_gain"], "zeros", name="label_gain")

    def project(self, inputs: Tensor) -> Tensor:
        """Compute the part without the label: (B, in) → (B, units), before the activation."""
        return ops.matmul(inputs, self.kernel) + self.bias

    def condition(self, projected: Tensor, labels: Tensor | None) -> Tensor:
        """Scale by the label's gain, add the label's part, (B, K) one-hot, and activate."""
        if self.spec.gain:
            projected = projected * (1.0 + ops.matmul(labels, self.label_gain))
        if self.spec.label:
            projected = projected + ops.matmul(labels, self.label_kernel)
        return self.activation(projected)

    def call(self, inputs: Tensor, labels: Tensor | None = None) -> Tensor:
        """(B, in) and one-hot labels (B, K) → (B, units)."""
        return self.condition(self.project(inputs), labels)


class DepthToSpaceLayer(keras.layers.Layer):
    """Channels to blocks of pixels, with reshapes and one transposition."""

    def __init__(self, size: int, name: str) -> None:
        super().__init__(name=name)
        self.size = size

    def call(self, x: Tensor) -> Tensor:
        """(B, H, W, C·size²) → (B, H·size, W·size, C)."""
        _, height, width, channels = x.shape
        size, rest = self.size, channels // self.size**2
        blocks = ops.reshape(x, (-1, height, width, size, size * rest))
        rows = ops.transpose(blocks, (0, 1, 3, 2, 4))
        return ops.reshape(rows, (-1, height * size, width * size, rest))


def build_layer(spec: specs.Layer, label_count: int, seeds: Seeds, name: str) -> Any:
    """Make the Keras layer of one spec."""
    match spec:
        case specs.Dense():
            return LabelledDense(spec, label_count, seeds, name)
        case specs.ConvTranspose():
            return keras.layers.Conv2DTranspose(**_convolution(spec, seeds), name=name)
        case specs.Conv():
            return keras.layers.Conv2D(**_convolution(spec, seeds), name=name)
        case specs.Dropout():
            return keras.layers.Dropout(spec.rate, seed=seeds(), name=name)
        case specs.BatchNorm():
            return keras.layers.BatchNormalization(epsilon=specs.BATCH_NORM_EPSILON, name=name)
    return _build_reshaping(spec, name)


def _build_reshaping(spec: specs.Layer, name: str) -> Any:
    match spec:
        case specs.MaxPool():
            return keras.layers.MaxPooling2D(spec.size, name=name)
        case specs.UpSample():
            return keras.layers.UpSampling2D(spec.size, name=name)
        case specs.DepthToSpace():
            return DepthToSpaceLayer(spec.size, name)
        case specs.Reshape():
            return keras.layers.Reshape((spec.height, spec.width, spec.channels), name=name)
        case specs.Flatten():
            return keras.layers.Flatten(name=name)
    raise TypeError(f"no Keras layer for {type(spec).__name__}")


def run_layers(layers: Iterable[Any], x: Tensor, labels: Tensor | None, training: bool) -> Tensor:
    """Pass ``x`` through the layers; labels go to those that take them."""
    for layer in layers:
        if isinstance(layer, LabelledDense):
            x = layer(x, labels)
        elif isinstance(layer, keras.layers.Dropout | keras.layers.BatchNormalization):
            x = layer(x, training=training)
        else:
            x = layer(x)
    return x


def _convolution(spec: specs.Conv, seeds: Seeds) -> dict[str, Any]:
    return {
        "filters": spec.filters,
        "kernel_size": spec.kernel,
        "strides": spec.stride,
        "padding": "same",
        "activation": spec.activation,
        "kernel_initializer": initializers.GlorotUniform(seed=seeds()),
    }
