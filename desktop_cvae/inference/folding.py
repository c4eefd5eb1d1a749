"""Batch normalisation, which at rest is one factor and one summand, moved into the next layer.

What is left is a network of fewer layers that answers the same. Its graph can be compiled
apart from its weights (``library.graph_templates``): nothing in it is computed from them.
"""

from __future__ import annotations

import dataclasses

import numpy as np

from desktop_cvae.core.layers import BatchNorm, Dense, Dropout, Layer
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec

EPSILON = 1e-3
"""Keras' summand under the root of the variance."""

_AT_REST = Dropout(0.0)
_HEADS = ("encoder.z_mean", "encoder.z_log_var")


def folded_network(spec: ModelSpec) -> ModelSpec | None:
    """The network that answers as ``spec`` does, without what only training needs.

    Layers keep their places, so that tensors keep their names.

    Returns:
        the network; None if a batch normalisation stands before a layer that cannot take it in.
    """
    stacks = {"encoder": spec.encoder, "decoder": spec.decoder}
    for stack, layers in stacks.items():
        for place, layer in enumerate(layers):
            if isinstance(layer, BatchNorm) and not _takers(stack, layers, place):
                return None
    encoder, decoder = (tuple(map(_at_rest, layers)) for layers in stacks.values())
    return dataclasses.replace(spec, encoder=encoder, decoder=decoder)


def fold_weights(spec: ModelSpec, weights: dict[str, FloatArray]) -> dict[str, FloatArray]:
    """The weights of ``folded_network(spec)``.

    With s = gamma / √(variance + ε) and t = beta − s · mean the next layer's kernel W becomes
    diag(s) W and its bias b becomes b + t W (Ioffe and Szegedy 2015, section 3.1).

    Args:
        spec: a network that can be folded.
        weights: float32 arrays by name, as ``spec.tensors()``.
    """
    folded = dict(weights)
    for stack, layers in (("encoder", spec.encoder), ("decoder", spec.decoder)):
        for place, layer in enumerate(layers):
            if not isinstance(layer, BatchNorm):
                continue
            gamma, beta, mean, variance = (
                folded.pop(f"{stack}.{place}.{layer.kind}.{name}").astype(np.float64)
                for name in ("gamma", "beta", "moving_mean", "moving_variance")
            )
            factor = gamma / np.sqrt(variance + EPSILON)
            for taker in _takers(stack, layers, place):
                kernel = folded[f"{taker}.kernel"].astype(np.float64)
                bias = folded[f"{taker}.bias"] + (beta - factor * mean) @ kernel
                folded[f"{taker}.kernel"] = (factor[:, np.newaxis] * kernel).astype(np.float32)
                folded[f"{taker}.bias"] = bias.astype(np.float32)
    return folded


def _at_rest(layer: Layer) -> Layer:
    return _AT_REST if isinstance(layer, BatchNorm | Dropout) else layer


def _takers(stack: str, layers: tuple[Layer, ...], place: int) -> tuple[str, ...]:
    """The dense layers that get what a layer puts out, by the start of their tensors' names."""
    for following, layer in enumerate(layers[place + 1 :], place + 1):
        if isinstance(layer, Dense):
            return (f"{stack}.{following}.{layer.kind}",)
        if not isinstance(layer, Dropout):
            return ()
    return _HEADS if stack == "encoder" else ()
