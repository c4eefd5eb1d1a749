"""The decoder p(x | z, y): a latent vector and a label to a picture's logits."""

from __future__ import annotations

import keras
from keras import ops

from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.model.layers import Seeds, Tensor, build_layer, run_layers


class Decoder(keras.layers.Layer):
    """The spec's layers in order; the output is flat."""

    def __init__(self, spec: ModelSpec, seeds: Seeds) -> None:
        super().__init__(name="decoder")
        self.stack = [
            build_layer(layer, spec.label_count, seeds, f"decoder.{position}.{layer.kind}")
            for position, layer in enumerate(spec.decoder)
        ]

    def call(self, latents: Tensor, labels: Tensor | None = None, training: bool = False) -> Tensor:
        """Latents (B, L) and one-hot labels (B, K) → logits (B, 784)."""
        return ops.reshape(run_layers(self.stack, latents, labels, training), (-1, 784))
