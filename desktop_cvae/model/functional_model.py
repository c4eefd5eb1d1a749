"""A network as a functional Keras model of Keras' own layers, for other programs.

``keras.Model.save`` writes it, and any Keras 3 opens it without this package: a dense layer that
sees the label becomes a dense layer over features and label, a label gain a product, and depth to
space two reshapes around a transposition.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import keras
import numpy as np
from keras import layers as keras_layers
from keras import ops

from desktop_cvae.core import layers as specs
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import IMAGE_SHAPE, LOG_VAR_RANGE, ModelSpec
from desktop_cvae.model.keras_layers import Tensor, build_layer

Weights = dict[str, FloatArray]


def functional_model(spec: ModelSpec, weights: Weights) -> keras.Model:
    """Return a network as one model of two.

    Args:
        spec: the network.
        weights: float32 arrays by name, as ``spec.tensors()``.

    Returns:
        a model of ``image`` (B, 28, 28, 1) in [0, 1] and, with labels, ``label`` (B, K) one-hot.
        It gives a dictionary: ``reconstruction`` (B, 28, 28, 1) in [0, 1] decoded from the
        posterior's mean, ``mean`` and ``log_var`` (B, L). Its layers ``encoder`` and ``decoder``
        are models of the same inputs and of ``latent`` (B, L).
    """
    encoder, decoder = _encoder(spec, weights), _decoder(spec, weights)
    inputs = {"image": keras.Input(IMAGE_SHAPE, name="image")}
    label = _label_input(spec)
    posterior = encoder(inputs | label)
    picture = decoder({"latent": posterior["mean"]} | label)
    return keras.Model(inputs | label, {"reconstruction": picture} | posterior, name=spec.preset)


def export_keras(spec: ModelSpec, weights: Weights) -> bytes:
    """Return :func:`functional_model` as the bytes of a ``.keras`` file."""
    # Keras writes to a path only, and its name must end so.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.keras"
        functional_model(spec, weights).save(path)
        return path.read_bytes()


def _label_input(spec: ModelSpec) -> dict[str, Tensor]:
    return {"label": keras.Input((spec.label_count,), name="label")} if spec.conditional else {}


def _encoder(spec: ModelSpec, weights: Weights) -> keras.Model:
    image, label = keras.Input(IMAGE_SHAPE, name="image"), _label_input(spec)
    stack = _Stack(spec, weights, label.get("label"))
    features = stack.run("encoder", spec.encoder, image)
    mean = stack.dense(spec.heads, "encoder.z_mean", features)
    log_var = ops.clip(stack.dense(spec.heads, "encoder.z_log_var", features), *LOG_VAR_RANGE)
    return keras.Model({"image": image} | label, {"mean": mean, "log_var": log_var}, name="encoder")


def _decoder(spec: ModelSpec, weights: Weights) -> keras.Model:
    latent, label = keras.Input((spec.latent_dim,), name="latent"), _label_input(spec)
    stack = _Stack(spec, weights, label.get("label"))
    logits = stack.run("decoder", spec.decoder, latent)
    logits = keras_layers.Reshape(IMAGE_SHAPE, name="decoder.logits")(logits)
    picture = keras_layers.Activation("sigmoid", name="decoder.picture")(logits)
    return keras.Model({"latent": latent} | label, picture, name="decoder")


class _Stack:
    """Applies specs to tensors and gives the layers their weights.

    Args:
        spec: the network.
        weights: by name.
        label: one-hot, (B, K); None without labels.
    """

    def __init__(self, spec: ModelSpec, weights: Weights, label: Tensor | None) -> None:
        self._spec, self._weights, self._label = spec, weights, label

    def run(self, part: str, stack: tuple[specs.Layer, ...], x: Tensor) -> Tensor:
        """Return what a stack makes of ``x``."""
        for position, layer in enumerate(stack):
            name = f"{part}.{position}.{layer.kind}"
            match layer:
                case specs.Dense():
                    x = self.dense(layer, name, x)
                case specs.DepthToSpace():
                    x = _depth_to_space(layer.size, name, x)
                case _:
                    # Every weight is replaced at once, so the seed decides nothing.
                    built = build_layer(layer, self._spec.label_count, lambda: 0, name)
                    x = built(x)
                    if built.weights:
                        built.set_weights(self._of(name, *(w.name for w in built.weights)))
        return x

    def dense(self, layer: specs.Dense, name: str, x: Tensor) -> Tensor:
        """Return what a dense layer makes of ``x``, and of the label if it sees it."""
        if not layer.label:
            return self._apply(
                name, layer.units, x, self._of(name, "kernel", "bias"), layer.activation
            )
        kernel, bias, shift = self._of(name, "kernel", "bias", "label_kernel")
        if not layer.gain:
            both = keras_layers.Concatenate(name=f"{name}.input")([x, self._label])
            stacked = [np.concatenate([kernel, shift]), bias]
            return self._apply(name, layer.units, both, stacked, layer.activation)
        (gain,) = self._of(name, "label_gain")
        projected = self._apply(name, layer.units, x, [kernel, bias])
        ones = np.ones(layer.units, np.float32)
        scale = self._apply(f"{name}.gain", layer.units, self._label, [gain, ones])
        shifted = self._apply(f"{name}.label", layer.units, self._label, [shift, 0 * ones])
        product = keras_layers.Multiply(name=f"{name}.product")([projected, scale])
        total = keras_layers.Add(name=f"{name}.sum")([product, shifted])
        return keras_layers.Activation(layer.activation, name=f"{name}.activation")(total)

    def _apply(
        self,
        name: str,
        units: int,
        x: Tensor,
        weights: list[FloatArray],
        activation: str = "linear",
    ) -> Tensor:
        dense = keras_layers.Dense(units, activation, name=name)
        y = dense(x)
        dense.set_weights(weights)
        return y

    def _of(self, name: str, *tensors: str) -> list[Any]:
        return [self._weights[f"{name}.{tensor}"] for tensor in tensors]


def _depth_to_space(size: int, name: str, x: Tensor) -> Tensor:
    """(B, H, W, C·size²) → (B, H·size, W·size, C)."""
    _, height, width, channels = x.shape
    rest = channels // size**2
    blocks = keras_layers.Reshape((height, width, size, size * rest), name=f"{name}.blocks")(x)
    rows = keras_layers.Permute((1, 3, 2, 4), name=f"{name}.rows")(blocks)
    return keras_layers.Reshape((height * size, width * size, rest), name=name)(rows)
