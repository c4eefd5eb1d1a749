"""The bytes of an ONNX model (``onnx.proto3``), written without the ``onnx`` package.

Importing ``onnx`` takes about 0.1 s at every start, and with protobuf and ``ml_dtypes`` it weighs
35 MB. A graph needs only eleven messages of numbered fields
(https://protobuf.dev/programming-guides/encoding); the tests read and check them with ``onnx``.

Tested in tests/inference/test_onnx_engine.py.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

OPSET, IR_VERSION = 15, 8
"""Versions of 2021, which every ONNX tool reads."""

_ELEMENT_TYPES = {np.dtype(np.float32): 1, np.dtype(np.int64): 7}
_EXTERNAL = 1
_VARINT, _BYTES, _FIXED32 = 0, 2, 5
_FLOAT, _INT, _STRING, _INTS = 1, 2, 3, 7

Attribute = float | int | str | Sequence[int]
Field = int | float | str | bytes | Sequence[bytes | str | int]


def node(operator: str, inputs: Sequence[str], output: str, **attributes: Attribute) -> bytes:
    """Encode a ``NodeProto`` with one output."""
    written = [_attribute(name, value) for name, value in attributes.items()]
    return _message({1: inputs, 2: [output], 3: output, 4: operator, 5: written})


def tensor(name: str, array: np.ndarray[Any, Any]) -> bytes:
    """Encode a ``TensorProto`` with its values, float32 or int64."""
    little = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
    shape, element_type = list(array.shape), _ELEMENT_TYPES[array.dtype]
    return _message({1: shape, 2: element_type, 8: name, 9: little.tobytes()})


def external_tensor(name: str, shape: Sequence[int]) -> bytes:
    """Encode a float32 ``TensorProto`` whose values the runtime gets separately."""
    location = _message({1: "location", 2: "weights"})
    element_type = _ELEMENT_TYPES[np.dtype(np.float32)]
    return _message({1: list(shape), 2: element_type, 8: name, 13: [location], 14: _EXTERNAL})


def value(name: str, shape: Sequence[int | str], dtype: type[np.generic] = np.float32) -> bytes:
    """Encode a ``ValueInfoProto``, an input or output; a text in the shape names a free length."""
    axes = [_message({1: axis} if isinstance(axis, int) else {2: axis}) for axis in shape]
    of_tensor = _message({1: _ELEMENT_TYPES[np.dtype(dtype)], 2: _message({1: axes})})
    return _message({1: name, 2: _message({1: of_tensor})})


def model(
    name: str,
    nodes: Sequence[bytes],
    tensors: Sequence[bytes],
    inputs: Sequence[bytes],
    outputs: Sequence[bytes],
    doc: str = "",
    metadata: Mapping[str, str] | None = None,
) -> bytes:
    """Encode a ``ModelProto``.

    Args:
        name: of the graph.
        nodes: from :func:`node`, each after those whose outputs it takes.
        tensors: from :func:`tensor` and :func:`external_tensor`.
        inputs: from :func:`value`.
        outputs: the same.
        doc: for people who open it.
        metadata: texts by name.
    """
    graph = _message({1: nodes, 2: name, 5: tensors, 11: inputs, 12: outputs})
    entries = [_message({1: key, 2: text}) for key, text in (metadata or {}).items()]
    header: dict[int, Field] = {1: IR_VERSION, 2: "desktop_cvae", 6: doc, 7: graph}
    return _message(header | {8: [_message({2: OPSET})], 14: entries})


def _attribute(name: str, value: Attribute) -> bytes:
    match value:
        case int():
            return _message({1: name, 3: value, 20: _INT})
        case float():
            return _message({1: name, 2: value, 20: _FLOAT})
        case str():
            return _message({1: name, 4: value, 20: _STRING})
    return _message({1: name, 8: list(value), 20: _INTS})


def _message(fields: Mapping[int, Field]) -> bytes:
    """Encode fields by number; a sequence is a repeated field."""
    pieces: list[bytes] = []
    for number, value in fields.items():
        repeated: Sequence[Any] = value if isinstance(value, list | tuple) else [value]
        for item in repeated:
            if isinstance(item, int):
                pieces += [_varint(number << 3 | _VARINT), _varint(item)]
            elif isinstance(item, float):
                pieces += [_varint(number << 3 | _FIXED32), struct.pack("<f", item)]
            else:
                data: bytes = item.encode() if isinstance(item, str) else item
                pieces += [_varint(number << 3 | _BYTES), _varint(len(data)), data]
    return b"".join(pieces)


def _varint(number: int) -> bytes:
    """Encode an integer with seven bits a byte, the lowest first."""
    groups = bytearray()
    while number > 0x7F:
        groups.append(number & 0x7F | 0x80)
        number >>= 7
    groups.append(number)
    return bytes(groups)
