"""Log odds that a picture's shape is a digit's: a small convolutional network beside the models.

A conditional VAE explains every picture by some digit, and a good one explains a heart, a
plus or an h nearly as well as an 8, a 1 or a 6; its evidence alone can hardly tell. This network
has learned nothing but to tell digits, in many looks and under damage, from letters, signs,
doodles and things (outlier exposure, Hendrycks et al. 2019, arXiv:1812.04606;
``tests/benchmarks/fit_shape_network.py``). What it finds is one feature of the digit score among
others: it names no digit and decides nothing by itself.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from desktop_cvae.core.calibration import SHAPE_NETWORK
from desktop_cvae.core.layers import Shape
from desktop_cvae.core.paths import resources_dir
from desktop_cvae.core.results import FloatArray
from desktop_cvae.inference.onnx_format import model, node, tensor
from desktop_cvae.inference.onnx_format import value as value_info
from desktop_cvae.library.tensor_file import unpack_tensors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FILE = resources_dir() / "signs" / f"{SHAPE_NETWORK}.safetensors"
"""Calibrations name the network that they were fitted with: another one needs another name."""
SIDE = 28
CHANNELS, UNITS = (24, 48, 96), 96
TENSORS: dict[str, Shape] = {
    "first.kernel": (5, 5, 1, CHANNELS[0]),
    "first.bias": (CHANNELS[0],),
    "second.kernel": (3, 3, CHANNELS[0], CHANNELS[1]),
    "second.bias": (CHANNELS[1],),
    "third.kernel": (3, 3, CHANNELS[1], CHANNELS[2]),
    "third.bias": (CHANNELS[2],),
    "hidden.kernel": (16 * CHANNELS[2], UNITS),
    "hidden.bias": (UNITS,),
    "output.kernel": (UNITS, 1),
    "output.bias": (1,),
}
"""Kernels (height, width, in, out): strides 2, 1 and 2, the largest of 2 × 2 before the third."""


def shape_odds(images: FloatArray) -> FloatArray:
    """Log odds of “digit” by the shape alone; 0.06 ms for one picture.

    Args:
        images: float32, (N, 28, 28), in [0, 1], white ink on black.

    Returns:
        float32, (N,).
    """
    (odds,) = _session().run(["odds"], {"images": np.ascontiguousarray(images, np.float32)})
    found: FloatArray = odds[:, 0]
    return found


@cache
def _session() -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        _graph(shape_tensors()), options, providers=["CPUExecutionProvider"]
    )


def shape_tensors() -> dict[str, FloatArray]:
    """The network that comes with the program."""
    return unpack_tensors(FILE.read_bytes(), TENSORS, FILE.name)


def _graph(tensors: dict[str, FloatArray]) -> bytes:
    """A ``ModelProto``; feature maps are channels-first there, as the operators want them."""
    nodes = [node("Unsqueeze", ("images", "one"), "picture")]
    value = "picture"
    for name, stride, pads in (("first", 2, (1, 2)), ("second", 1, (1, 1)), ("third", 2, (1, 1))):
        side = tensors[f"{name}.kernel"].shape[0]
        sides = {"kernel_shape": [side] * 2, "strides": [stride] * 2}
        sides["pads"] = [pads[0], pads[0], pads[1], pads[1]]
        inputs = (value, f"{name}.kernel", f"{name}.bias")
        nodes += [node("Conv", inputs, name, **sides), node("Relu", (name,), f"{name}.on")]
        value = f"{name}.on"
        if name == "second":
            nodes.append(node("MaxPool", (value,), "pooled", kernel_shape=[2, 2], strides=[2, 2]))
            value = "pooled"
    nodes += [
        node("Flatten", (value,), "flat"),
        node("Gemm", ("flat", "hidden.kernel", "hidden.bias"), "hidden"),
        node("Relu", ("hidden",), "hidden.on"),
        node("Gemm", ("hidden.on", "output.kernel", "output.bias"), "odds"),
    ]
    weights = [tensor(name, array) for name, array in _channels_first(tensors).items()]
    return model(
        SHAPE_NETWORK,
        nodes,
        [*weights, tensor("one", np.array([1]))],
        [value_info("images", ("images", SIDE, SIDE), np.float32)],
        [value_info("odds", ("images", 1))],
    )


def _channels_first(tensors: dict[str, FloatArray]) -> dict[str, FloatArray]:
    changed = {name: array for name, array in tensors.items() if array.ndim != 4}
    for name in ("first", "second", "third"):
        changed[f"{name}.kernel"] = tensors[f"{name}.kernel"].transpose(3, 2, 0, 1)
    across = math.isqrt(len(tensors["hidden.kernel"]) // CHANNELS[2])
    places = tensors["hidden.kernel"].reshape(across, across, CHANNELS[2], UNITS)
    changed["hidden.kernel"] = places.transpose(2, 0, 1, 3).reshape(-1, UNITS)
    return {name: np.ascontiguousarray(array) for name, array in changed.items()}
