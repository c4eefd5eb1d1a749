"""Weights as a safetensors file: a JSON header and raw numbers, nothing else.

Reading needs no library: the header is checked against the network here anyway,
and what follows it are plain little-endian numbers
(https://huggingface.co/docs/safetensors/index#format).
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.checked_json import MAX_BYTES, parse_json, printable
from desktop_cvae.core.errors import DamagedModelFile, MalformedJson, MismatchedWeights
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.layers import Shape
from desktop_cvae.core.results import FloatArray

NUMBER_TYPES: dict[str, np.dtype[np.floating[Any]]] = {
    "F32": np.dtype("<f4"),
    "F16": np.dtype("<f2"),
}
"""Types of numbers that a file may hold, by their safetensors names."""


def pack_tensors(weights: dict[str, npt.NDArray[np.floating[Any]]]) -> bytes:
    """Return float32 or float16 arrays by name as the bytes of a safetensors file."""
    # Imported here because only training writes weights, and the window must open fast.
    from safetensors.numpy import save

    return bytes(save({name: np.ascontiguousarray(array) for name, array in weights.items()}))


def unpack_tensors(
    data: bytes, expected: dict[str, Shape], file_name: str
) -> dict[str, FloatArray]:
    """Return the float32 arrays of a safetensors file, in the order of ``expected``.

    Arrays that the file holds as float32 are views of its bytes, not to be written to; float16
    arrays are converted.

    Args:
        data: the whole file.
        expected: every tensor's name and shape.
        file_name: the model file's name, for messages.

    Raises:
        DamagedModelFile: the header is broken, or the numbers are not where it says.
        MismatchedWeights: a tensor is missing, unknown or of another shape or type;
            the first such tensor is named.
    """
    header, numbers_at = _read_header(data, file_name)
    check_shapes(
        {name: _shape(entry, name, file_name) for name, entry in header.items()},
        expected,
        file_name,
    )
    spans = {name: _span(header[name], expected[name], file_name) for name in expected}
    _check_tiling(sorted(spans.values()), len(data) - numbers_at, file_name)
    tensors = {}
    for name, shape in expected.items():
        kind = NUMBER_TYPES[header[name]["dtype"]]
        found = np.frombuffer(data, kind, math.prod(shape), numbers_at + spans[name][0])
        tensors[name] = found.astype(np.float32, copy=False).reshape(shape)
    return tensors


def check_shapes(found: dict[str, Shape], expected: dict[str, Shape], file_name: str) -> None:
    """Compare the tensors of a file with those of its network.

    Raises:
        MismatchedWeights: names the first that differs.
    """
    for name, shape in expected.items():
        if name not in found:
            raise MismatchedWeights(file_name, tr("“{name}” is missing", name=name))
        if found[name] != shape:
            raise MismatchedWeights(
                file_name,
                tr(
                    "“{name}” has the shape {shape} instead of {expected}",
                    name=name,
                    shape=found[name],
                    expected=shape,
                ),
            )
    for name in found:
        if name not in expected:
            raise MismatchedWeights(
                file_name, tr("“{name}” belongs to no layer", name=printable(name))
            )


def check_finite(weights: dict[str, FloatArray], file_name: str) -> None:
    """Raise an error for NaN and infinity.

    Raises:
        MismatchedWeights: names the first tensor that holds one.
    """
    for name, array in weights.items():
        if not np.isfinite(array).all():
            raise MismatchedWeights(
                file_name, tr("“{name}” holds values that are not finite", name=name)
            )


def _read_header(data: bytes, file_name: str) -> tuple[dict[str, Any], int]:
    length = int.from_bytes(data[:8], "little")
    if len(data) < 8 or length > min(MAX_BYTES, len(data) - 8):
        raise DamagedModelFile(file_name, tr("its weights have a broken header"))
    try:
        header = parse_json(data[8 : 8 + length], mark("table of weights"))
    except MalformedJson as error:
        raise DamagedModelFile(file_name, error.details) from error
    if not isinstance(header, dict):
        raise DamagedModelFile(file_name, tr("its weights have a broken header"))
    header.pop("__metadata__", None)
    return header, 8 + length


def _shape(entry: Any, name: str, file_name: str) -> Shape:
    if not isinstance(entry, dict) or set(entry) != {"dtype", "shape", "data_offsets"}:
        raise DamagedModelFile(file_name, tr("its weights have a broken header"))
    if not isinstance(entry["dtype"], str) or entry["dtype"] not in NUMBER_TYPES:
        raise MismatchedWeights(
            file_name,
            tr(
                "“{name}” is of type {kind} instead of F32",
                name=printable(name),
                kind=printable(str(entry["dtype"]), 8),
            ),
        )
    return _sizes(entry["shape"], file_name)


def _span(entry: dict[str, Any], shape: Shape, file_name: str) -> tuple[int, int]:
    offsets = _sizes(entry["data_offsets"], file_name)
    size = NUMBER_TYPES[entry["dtype"]].itemsize * math.prod(shape)
    if len(offsets) != 2 or offsets[1] - offsets[0] != size:
        raise DamagedModelFile(file_name, tr("its weights are not where the header says"))
    return offsets[0], offsets[1]


def _sizes(values: Any, file_name: str) -> tuple[int, ...]:
    if not isinstance(values, list) or not all(type(v) is int and v >= 0 for v in values):
        raise DamagedModelFile(file_name, tr("its weights have a broken header"))
    return tuple(values)


def _check_tiling(spans: list[tuple[int, int]], size: int, file_name: str) -> None:
    # Overlapping tensors would let a small file claim many weights, and gaps could hide other data.
    end = 0
    for begin, next_end in spans:
        if begin != end:
            raise DamagedModelFile(file_name, tr("its weights overlap or leave gaps"))
        end = next_end
    if end != size:
        raise DamagedModelFile(file_name, tr("its weights overlap or leave gaps"))
