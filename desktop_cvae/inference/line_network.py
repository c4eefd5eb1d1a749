"""The line network: reads all digits of a line at once, without cutting it.

A convolutional network with connectionist temporal classification (CTC, Graves et al. 2006). It
has learned composed lines (``synthesis/number_lines.py``) by
``tests/benchmarks/fit_line_network.py``. It proposes what a line says; the evidence of the pieces
explains every digit of it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from desktop_cvae.core.layers import Shape
from desktop_cvae.core.results import FloatArray
from desktop_cvae.inference.onnx_format import model, node, tensor
from desktop_cvae.inference.onnx_format import value as value_info
from desktop_cvae.inference.shape_network import network_file
from desktop_cvae.library.tensor_file import unpack_tensors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

LINE_NETWORK = "lines-1"
HEIGHT = 40
"""Rows of the picture that the network sees."""
MIN_WIDTH, MAX_WIDTH = 16, 1600
STRIDE = 4
"""Columns of the picture for one frame of the answer."""
CLASSES = "0123456789.-"
"""Signs that a frame can show, after the blank: digits, a point or comma, a dash or filler."""
BLOCKS: tuple[tuple[str, int, tuple[int, int] | None], ...] = (
    ("first", 24, (2, 2)),
    ("second", 48, (2, 2)),
    ("third", 96, None),
    ("fourth", 136, (2, 1)),
    ("fifth", 136, None),
)
"""Name, channels and pooling (rows, columns) of each convolution, 3 × 3."""
MIDDLE, KERNEL = 192, 5
"""Channels and width of the convolutions along the line."""
COLUMN_ROWS = 5
"""Rows that are left after pooling; one convolution makes a column of them."""
GREYS = (1, 60, 99)
"""Percentiles that are the darkest grey, the paper (if it is light) and the lightest grey."""
LEAST_CONTRAST = 0.05


def line_picture(picture: FloatArray) -> FloatArray:
    """Return what the network sees of a line.

    Args:
        picture: float32, (H, W), in [0, 1], light is 1, either polarity.

    Returns:
        float32, (40, W'), about 0 for paper and 1 for ink, in [-1, 1.5].
    """
    width = round(picture.shape[1] * HEIGHT / picture.shape[0])
    width = int(np.clip(width, MIN_WIDTH, MAX_WIDTH))
    image = Image.fromarray(picture)
    if image.size != (width, HEIGHT):
        image = image.resize((width, HEIGHT), Image.Resampling.BILINEAR)
    values = np.asarray(image, np.float32)
    low, paper, high = np.percentile(values, GREYS)
    if is_ink_dark(values):
        ink = (paper - values) / max(LEAST_CONTRAST, paper - low)
    else:
        ink = (values - paper) / max(LEAST_CONTRAST, high - paper)
    return np.asarray(np.clip(ink, -1, 1.5), np.float32)


def is_ink_dark(picture: FloatArray) -> bool:
    """True for dark ink on light paper; light ink leaves most of the picture dark.

    Args:
        picture: float32, (H, W), in [0, 1], light is 1.
    """
    low, paper, high = np.percentile(picture, GREYS)
    return bool(high - paper <= 2 * (paper - low))


def read_frames(picture: FloatArray) -> FloatArray:
    """Return the log probability of blank and digits, frame by frame along a line.

    Marks are no digits: their probability is the blank's.

    Args:
        picture: float32, (H, W), in [0, 1], light is 1, either polarity.

    Returns:
        float32, (T, 11), the blank first.
    """
    seen = line_picture(picture)[np.newaxis, np.newaxis]
    (logits,) = _session().run(["signs"], {"pictures": seen})
    frames = logits[0, :, 0].T.astype(np.float64)
    frames -= frames.max(axis=1, keepdims=True)
    frames -= np.log(np.exp(frames).sum(axis=1, keepdims=True))
    blank = np.logaddexp.reduce(frames[:, [0, 11, 12]], axis=1)
    return np.concatenate([blank[:, np.newaxis], frames[:, 1:11]], axis=1).astype(np.float32)


def network_shapes() -> dict[str, Shape]:
    """Return the shapes of the network's tensors; kernels are (out, in, height, width)."""
    shapes: dict[str, Shape] = {}
    before = 1
    for name, channels, _ in BLOCKS:
        shapes[f"{name}.kernel"], before = (channels, before, 3, 3), channels
    shapes["column.kernel"] = (MIDDLE, before, COLUMN_ROWS, 1)
    shapes["along.kernel"] = shapes["along2.kernel"] = (MIDDLE, MIDDLE, 1, KERNEL)
    shapes["signs.kernel"] = (1 + len(CLASSES), MIDDLE, 1, 1)
    biases = {name.replace("kernel", "bias"): (shape[0],) for name, shape in list(shapes.items())}
    return shapes | biases


@cache
def _session() -> InferenceSession:
    # ONNX Runtime loads slowly, and only numbers need this network.
    import onnxruntime

    file = network_file(LINE_NETWORK)
    tensors = unpack_tensors(file.read_bytes(), network_shapes(), file.name)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        _graph(tensors), options, providers=["CPUExecutionProvider"]
    )


def _graph(tensors: dict[str, FloatArray]) -> bytes:
    """Encode the ``ModelProto``; batch normalisation is folded into the kernels."""
    nodes, value = [], "pictures"

    def convolve(name: str, pads: tuple[int, int]) -> str:
        kernel = list(tensors[f"{name}.kernel"].shape[2:])
        inputs = (value, f"{name}.kernel", f"{name}.bias")
        nodes.append(node("Conv", inputs, name, kernel_shape=kernel, pads=[*pads, *pads]))
        return name

    def rectify(name: str) -> str:
        nodes.append(node("Relu", (name,), f"{name}.on"))
        return f"{name}.on"

    for name, _, pool in BLOCKS:
        value = rectify(convolve(name, (1, 1)))
        if pool:
            sides = {"kernel_shape": list(pool), "strides": list(pool)}
            nodes.append(node("MaxPool", (value,), f"{name}.pooled", **sides))
            value = f"{name}.pooled"
    value = rectify(convolve("column", (0, 0)))
    for name in ("along", "along2"):
        value = rectify(convolve(name, (0, KERNEL // 2)))
    convolve("signs", (0, 0))
    return model(
        LINE_NETWORK,
        nodes,
        [tensor(name, array) for name, array in tensors.items()],
        [value_info("pictures", ("lines", 1, HEIGHT, "columns"), np.float32)],
        [value_info("signs", ("lines", 1 + len(CLASSES), 1, "frames"))],
    )
