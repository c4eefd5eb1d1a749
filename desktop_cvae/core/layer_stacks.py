"""Layers in a row: their JSON, the shapes between them, and the tensors they hold.

``library/`` checks a file's tensors against :func:`tensor_shapes` without Keras.
"""

from __future__ import annotations

import dataclasses
import math
from typing import Any

from desktop_cvae.core.errors import InvalidSpec
from desktop_cvae.core.json_fields import from_json
from desktop_cvae.core.layers import (
    BatchNorm,
    Conv,
    ConvTranspose,
    Dense,
    DepthToSpace,
    Dropout,
    Flatten,
    Layer,
    MaxPool,
    Reshape,
    Shape,
    UpSample,
)

MAX_ACTIVATION_SIZE = 1_000_000
"""Largest number of values that one layer may put out for one image."""

_KINDS: dict[str, type[Layer]] = {
    cls.kind: cls
    for cls in (
        Flatten,
        Reshape,
        Dense,
        Conv,
        ConvTranspose,
        MaxPool,
        UpSample,
        DepthToSpace,
        Dropout,
        BatchNorm,
    )
}


def layer_to_json(layer: Layer) -> dict[str, Any]:
    """A layer as a JSON object, with its ``kind``."""
    return {"kind": layer.kind, **dataclasses.asdict(layer)}


def layer_from_json(data: Any) -> Layer:
    """The inverse of :func:`layer_to_json`.

    Raises:
        InvalidSpec: the kind is unknown, or a value is of the wrong type or range.
    """
    kind = data.get("kind") if isinstance(data, dict) else None
    if not isinstance(kind, str) or kind not in _KINDS:
        raise InvalidSpec(f"A network has a layer of unknown kind “{str(kind)[:40]}”.")
    return from_json(_KINDS[kind], {k: v for k, v in data.items() if k != "kind"}, kind)


def trace(layers: tuple[Layer, ...], shape: Shape) -> list[Shape]:
    """The shape before every layer and, last, the output's: one more than layers.

    Raises:
        InvalidSpec: a layer does not fit the shape before it, or the map grows too large.
    """
    shapes = [shape]
    for layer in layers:
        shape = layer.output_shape(shape)
        if not 0 < math.prod(shape) <= MAX_ACTIVATION_SIZE:
            raise InvalidSpec(f"A network's layer would put out {shape} values an image.")
        shapes.append(shape)
    return shapes


def tensor_shapes(
    prefix: str, layers: tuple[Layer, ...], shape: Shape, label_count: int
) -> dict[str, Shape]:
    """All tensors of a stack, named ``prefix.position.kind.tensor``, in order."""
    named: dict[str, Shape] = {}
    for position, (layer, before) in enumerate(zip(layers, trace(layers, shape), strict=False)):
        for name, tensor_shape in layer.tensors(before, label_count).items():
            named[f"{prefix}.{position}.{layer.kind}.{name}"] = tensor_shape
    return named
