"""Log odds that a shape is a digit's, or a whole one: small networks beside the models.

A conditional VAE explains every picture by some digit, and a good one explains a heart, a
plus or an h nearly as well as an 8, a 1 or a 6; its evidence alone can hardly tell. This network
has learned only to tell digits, in many looks and under damage, from letters, signs, doodles and
things (outlier exposure, Hendrycks et al. 2019, arXiv:1812.04606;
``tests/benchmarks/fit_shape_network.py``). Its result is one feature of the digit score among
others: it names no digit and decides nothing by itself.

A second network of the same build has learned to tell whole digits of a line from parts of digits
and pairs, by the piece and by the ink around it (segmentation by recognition, LeCun et al. 1998,
section VI; ``tests/benchmarks/fit_piece_scores.py``).
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path
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

PIECE_NETWORK = "pieces-1"
"""Name of the network of pieces; calibrations name the network of shapes."""
PLANES = {SHAPE_NETWORK: 1, PIECE_NETWORK: 2}
"""Input planes of each network: a piece's second one shows what surrounds it."""
SIDE = 28
MAX_BATCH = 256
"""Pieces a call; their feature maps take 17 MB. A scribble has thousands."""
CHANNELS, UNITS = (24, 48, 96), 96


def shape_odds(images: FloatArray) -> FloatArray:
    """Return the log odds of “digit” by the shape alone, in 0.06 ms for one picture.

    Args:
        images: float32, (N, 28, 28), in [0, 1], white ink on black.

    Returns:
        float32, (N,).
    """
    return _odds(SHAPE_NETWORK, images[:, np.newaxis])


def whole_odds(pieces: FloatArray, surroundings: FloatArray) -> FloatArray:
    """Return the log odds that pieces of a line are one whole digit each.

    Args:
        pieces: float32, (N, 28, 28), in [0, 1], white ink on black.
        surroundings: float32, (N, 28, 28), in [0, 1], all ink of the line in the same frames.

    Returns:
        float32, (N,).
    """
    return _odds(PIECE_NETWORK, np.stack([pieces, surroundings], axis=1))


def _odds(name: str, pictures: FloatArray) -> FloatArray:
    found = np.empty(len(pictures), np.float32)
    for start in range(0, len(pictures), MAX_BATCH):
        part = np.ascontiguousarray(pictures[start : start + MAX_BATCH], np.float32)
        (odds,) = _session(name).run(["odds"], {"pictures": part})
        found[start : start + MAX_BATCH] = odds[:, 0]
    return found


@cache
def _session(name: str) -> InferenceSession:
    # Imported late: the modules that use this one are loaded before the window is shown.
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # A picture takes less time than waking a second thread.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        _graph(name, network_tensors(name)), options, providers=["CPUExecutionProvider"]
    )


def network_file(name: str) -> Path:
    """Return the path of a network."""
    return resources_dir() / "signs" / f"{name}.safetensors"


def network_shapes(name: str) -> dict[str, Shape]:
    """Return the shapes of a network's tensors; kernels are (height, width, in, out).

    Strides are 2, 1 and 2; the largest of 2 × 2 is taken before the third.
    """
    first, second, third = CHANNELS
    return {
        "first.kernel": (5, 5, PLANES[name], first),
        "first.bias": (first,),
        "second.kernel": (3, 3, first, second),
        "second.bias": (second,),
        "third.kernel": (3, 3, second, third),
        "third.bias": (third,),
        "hidden.kernel": (16 * third, UNITS),
        "hidden.bias": (UNITS,),
        "output.kernel": (UNITS, 1),
        "output.bias": (1,),
    }


def network_tensors(name: str = SHAPE_NETWORK) -> dict[str, FloatArray]:
    """Read a network that comes with the program."""
    file = network_file(name)
    return unpack_tensors(file.read_bytes(), network_shapes(name), file.name)


def _graph(name: str, tensors: dict[str, FloatArray]) -> bytes:
    """Encode the ``ModelProto``; its feature maps are channels-first, as the operators need."""
    nodes, value = [], "pictures"
    for layer, stride, pads in (("first", 2, (1, 2)), ("second", 1, (1, 1)), ("third", 2, (1, 1))):
        side = tensors[f"{layer}.kernel"].shape[0]
        sides = {"kernel_shape": [side] * 2, "strides": [stride] * 2}
        sides["pads"] = [pads[0], pads[0], pads[1], pads[1]]
        inputs = (value, f"{layer}.kernel", f"{layer}.bias")
        nodes += [node("Conv", inputs, layer, **sides), node("Relu", (layer,), f"{layer}.on")]
        value = f"{layer}.on"
        if layer == "second":
            nodes.append(node("MaxPool", (value,), "pooled", kernel_shape=[2, 2], strides=[2, 2]))
            value = "pooled"
    nodes += [
        node("Flatten", (value,), "flat"),
        node("Gemm", ("flat", "hidden.kernel", "hidden.bias"), "hidden"),
        node("Relu", ("hidden",), "hidden.on"),
        node("Gemm", ("hidden.on", "output.kernel", "output.bias"), "odds"),
    ]
    weights = [tensor(key, array) for key, array in _channels_first(tensors).items()]
    return model(
        name,
        nodes,
        weights,
        [value_info("pictures", ("images", PLANES[name], SIDE, SIDE), np.float32)],
        [value_info("odds", ("images", 1))],
    )


def _channels_first(tensors: dict[str, FloatArray]) -> dict[str, FloatArray]:
    # The hidden layer's inputs are a flattened feature map, so its rows change their order too.
    changed = {name: array for name, array in tensors.items() if array.ndim != 4}
    for name in ("first", "second", "third"):
        changed[f"{name}.kernel"] = tensors[f"{name}.kernel"].transpose(3, 2, 0, 1)
    across = math.isqrt(len(tensors["hidden.kernel"]) // CHANNELS[2])
    kernels = tensors["hidden.kernel"].reshape(across, across, CHANNELS[2], UNITS)
    changed["hidden.kernel"] = kernels.transpose(2, 0, 1, 3).reshape(-1, UNITS)
    return {name: np.ascontiguousarray(array) for name, array in changed.items()}
