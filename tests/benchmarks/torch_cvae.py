"""The networks of a spec in PyTorch, for the comparison in ``throughput.py`` only.

Layers, sizes, activations and the loss are those of ``desktop_cvae.model``; only the first
weights differ, which changes no speed.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import nn
from torch.nn import functional

from desktop_cvae.core import layers as specs
from desktop_cvae.core.layers import Layer, Shape, trace
from desktop_cvae.core.specs import IMAGE_SHAPE, ModelSpec


class Stack(nn.Module):
    """Layers one after the other; dense layers that see the label get it beside their input."""

    def __init__(self, layers: Sequence[Layer], shape: Shape, label_count: int) -> None:
        super().__init__()
        self.specs = layers
        shapes = trace(layers, shape)
        befores = [shape, *shapes[-len(layers) :]]
        self.built = nn.ModuleList(
            torch_layer(layer, before, label_count)
            for layer, before in zip(layers, befores, strict=False)
        )

    def forward(self, x: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        for spec, layer in zip(self.specs, self.built, strict=True):
            if getattr(spec, "gain", False):
                x = layer(x, labels)
            elif getattr(spec, "label", False):
                x = layer(torch.cat([x, labels], dim=1))
            else:
                x = layer(x)
            activation = getattr(spec, "activation", "linear")
            x = x if activation == "linear" else getattr(torch, activation)(x)
        return x


class Gained(nn.Module):
    """A dense layer whose units the label scales and shifts."""

    def __init__(self, inputs: int, units: int, label_count: int) -> None:
        super().__init__()
        self.project = nn.Linear(inputs, units)
        self.gain = nn.Linear(label_count, units, bias=False)
        self.shift = nn.Linear(label_count, units, bias=False)

    def forward(self, x: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        return self.project(x) * (1.0 + self.gain(labels)) + self.shift(labels)


def torch_layer(spec: Layer, shape: Shape, label_count: int) -> nn.Module:
    """The PyTorch layer for one spec, with channels first."""
    match spec:
        case specs.Dense() if spec.gain:
            return Gained(shape[0], spec.units, label_count)
        case specs.Dense():
            return nn.Linear(shape[0] + label_count * spec.label, spec.units)
        case specs.ConvTranspose():
            # kernel 3 and 5 at stride 2, "same": the output is twice the input.
            padding = (spec.kernel - 1) // 2
            return nn.ConvTranspose2d(
                shape[2], spec.filters, spec.kernel, spec.stride, padding, spec.stride - 1
            )
        case specs.Conv():
            padding = (spec.kernel - 1) // 2
            return nn.Conv2d(shape[2], spec.filters, spec.kernel, spec.stride, padding)
    return plain_layer(spec, shape)


def plain_layer(spec: Layer, shape: Shape) -> nn.Module:
    """Those without a kernel."""
    match spec:
        case specs.MaxPool():
            return nn.MaxPool2d(spec.size)
        case specs.UpSample():
            return nn.Upsample(scale_factor=spec.size)
        case specs.DepthToSpace():
            return nn.PixelShuffle(spec.size)
        case specs.Dropout():
            return nn.Dropout(spec.rate)
        case specs.BatchNorm():
            return nn.BatchNorm1d(shape[-1])
        case specs.Reshape():
            return nn.Unflatten(1, (spec.channels, spec.height, spec.width))
        case specs.Flatten():
            return nn.Flatten()
    raise TypeError(f"no PyTorch layer for {type(spec).__name__}")


class TorchCVAE(nn.Module):
    """Encoder, heads and decoder of a spec; ``forward`` is the mean −ELBO in nats."""

    def __init__(self, spec: ModelSpec) -> None:
        super().__init__()
        self.spec = spec
        count = spec.label_count
        self.encoder = Stack(spec.encoder, IMAGE_SHAPE, count)
        features = trace(spec.encoder, IMAGE_SHAPE)[-1][0] + count * spec.heads_see_label
        self.heads = nn.Linear(features, 2 * spec.latent_dim)
        self.decoder = Stack(spec.decoder, (spec.latent_dim,), count)

    def forward(self, images: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        x = self.encoder(images, labels)
        if self.spec.heads_see_label:
            x = torch.cat([x, labels], dim=1)
        mean, log_var = self.heads(x).chunk(2, dim=1)
        latents = mean + torch.exp(0.5 * log_var) * torch.randn_like(mean)
        logits = self.decoder(latents, labels).flatten(1)
        nats = functional.binary_cross_entropy_with_logits(
            logits, images.flatten(1), reduction="sum"
        )
        kl = 0.5 * torch.sum(mean**2 + torch.exp(log_var) - log_var - 1.0)
        return (nats + kl) / len(images)
