"""The encoder q(z | x, y): an image and its label to a Gaussian over latents."""

from __future__ import annotations

import keras
from keras import ops

from desktop_cvae.core.layers import Dense
from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.model.layers import LabelledDense, Seeds, Tensor, build_layer, run_layers

LOG_VAR_RANGE = (-30.0, 20.0)
"""exp() of anything outside leaves float32's useful range and turns the loss to NaN."""


class Encoder(keras.layers.Layer):
    """Layers up to the label (shared by all labels), layers after it, and two heads."""

    def __init__(self, spec: ModelSpec, seeds: Seeds) -> None:
        super().__init__(name="encoder")
        named = [
            build_layer(layer, spec.label_count, seeds, f"encoder.{position}.{layer.kind}")
            for position, layer in enumerate(spec.encoder)
        ]
        cut = _first_labelled(spec)
        self.shared, self.labelled = named[:cut], named[cut:]
        heads = ("z_mean", "z_log_var")
        self.heads = [
            LabelledDense(spec.heads, spec.label_count, seeds, f"encoder.{name}") for name in heads
        ]

    def features(self, images: Tensor, training: bool = False) -> list[Tensor]:
        """What all labels share: images (B, 28, 28, 1) → projections, each (B, units)."""
        x = run_layers(self.shared, images, None, training)
        first = self.labelled[:1] or self.heads
        return [_project(layer, x) for layer in first]

    def posterior(
        self, features: list[Tensor], labels: Tensor | None, training: bool = False
    ) -> tuple[Tensor, Tensor]:
        """Features and one-hot labels (B, K) → mean and log-variance, each (B, L)."""
        if self.labelled:
            x = self.labelled[0].condition(features[0], labels)
            x = run_layers(self.labelled[1:], x, labels, training)
            features = [head.project(x) if head.built else _project(head, x) for head in self.heads]
        mean, log_var = (
            head.condition(projected, labels)
            for head, projected in zip(self.heads, features, strict=True)
        )
        return mean, ops.clip(log_var, *LOG_VAR_RANGE)

    def call(
        self, images: Tensor, labels: Tensor | None = None, training: bool = False
    ) -> tuple[Tensor, Tensor]:
        """Images (B, 28, 28, 1) and one-hot labels (B, K) → mean and log-variance (B, L)."""
        return self.posterior(self.features(images, training), labels, training)


def _first_labelled(spec: ModelSpec) -> int:
    for position, layer in enumerate(spec.encoder):
        if isinstance(layer, Dense) and layer.label:
            return position
    return len(spec.encoder)


def _project(layer: LabelledDense, x: Tensor) -> Tensor:
    if not layer.built:
        layer.build(x.shape)
        layer.built = True
    return layer.project(x)
