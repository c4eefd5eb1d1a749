"""Row 31: what a stranger's tensors are called stays inside one line of ours.

The table of weights is held to the numbers behind it, byte by byte.
"""

import json
import struct

import numpy as np
import pytest

from desktop_cvae.core.errors import DamagedModelFile, MismatchedWeights
from desktop_cvae.library import tensor_file
from desktop_cvae.library.tensor_file import pack_tensors, unpack_tensors


def test_a_tensor_that_no_layer_has_is_named_on_one_line():
    data = pack_tensors({"a\nb\x1b[2J\r": np.zeros(1, np.float32)})
    with pytest.raises(MismatchedWeights, match="belongs to no layer") as caught:
        unpack_tensors(data, {}, "m.cvae")
    assert str(caught.value).isprintable()


def test_a_tensor_of_another_type_is_named_on_one_line():
    data = pack_tensors({"a\nb": np.zeros(1, np.float32)}).replace(b'"F32"', b'"F\\n"')
    with pytest.raises(MismatchedWeights, match="instead of F32") as caught:
        unpack_tensors(data, {"a\nb": (1,)}, "m.cvae")
    assert str(caught.value).isprintable()


def file_of(numbers: bytes, **spans: tuple[int, int]) -> bytes:
    """A file whose tensors, of the lengths of their spans, lie there."""
    entries = {
        name: {"dtype": "F32", "shape": [(end - begin) // 4], "data_offsets": [begin, end]}
        for name, (begin, end) in spans.items()
    }
    header = json.dumps(entries | {"__metadata__": {}}).encode()
    return struct.pack("<Q", len(header)) + header + numbers


def test_float16_arrays_are_read_as_float32():
    written = {"a": np.array([[0.5, -2], [3, 65504]], np.float16), "b": np.ones(3, np.float32)}
    read = unpack_tensors(pack_tensors(written), {"b": (3,), "a": (2, 2)}, "m.cvae")
    assert {array.dtype for array in read.values()} == {np.dtype(np.float32)}
    np.testing.assert_array_equal(read["a"], written["a"])
    np.testing.assert_array_equal(read["b"], written["b"])


def test_a_type_that_is_no_text_is_refused():
    data = pack_tensors({"a": np.zeros(1, np.float32)}).replace(b'"F32"', b"[{}]")[8:]
    padded = struct.pack("<Q", len(data) - 4) + data
    with pytest.raises(MismatchedWeights, match="instead of F32"):
        unpack_tensors(padded, {"a": (1,)}, "m.cvae")


TWO = {"a": (2,), "b": (1,)}
NUMBERS = struct.pack("<3f", 1, 2, 3)


def test_tensors_may_lie_in_any_order():
    read = unpack_tensors(file_of(NUMBERS, b=(0, 4), a=(4, 12)), TWO, "m.cvae")
    assert {name: array.tolist() for name, array in read.items()} == {"a": [2, 3], "b": [1]}
    assert list(read) == ["a", "b"]
    alone = unpack_tensors(file_of(b"", a=(0, 0)), {"a": (0,)}, "m.cvae")
    assert alone["a"].shape == (0,)


@pytest.mark.parametrize(
    ("spans", "numbers"),
    [
        ({"a": (0, 8), "b": (12, 16)}, NUMBERS + bytes(4)),  # a gap
        ({"a": (4, 12), "b": (12, 16)}, NUMBERS + bytes(4)),  # before the first
        ({"a": (0, 8), "b": (4, 8)}, NUMBERS),  # shared
        ({"a": (0, 8), "b": (8, 12)}, NUMBERS + bytes(4)),  # behind the last
        ({"a": (0, 8), "b": (8, 12)}, NUMBERS[:-4]),  # cut off
        ({"a": (0, 8), "b": (8, 12)}, NUMBERS + b"!"),  # no whole number
    ],
)
def test_numbers_that_no_tensor_has_are_refused(spans, numbers):
    with pytest.raises(DamagedModelFile, match="overlap or leave gaps"):
        unpack_tensors(file_of(numbers, **spans), TWO, "m.cvae")


@pytest.mark.parametrize(
    "offsets", [[0, 4], [0, 12], [0], [0, 8, 8], [-8, 0], [0.0, 8.0], [False, 8], None]
)
def test_a_tensor_lies_where_its_shape_says(offsets):
    data = file_of(bytes(8), a=(0, 8))
    changed = data.replace(b"[0, 8]", json.dumps(offsets).encode())
    data = struct.pack("<Q", len(changed) - 8 - 8) + changed[8:]
    with pytest.raises(DamagedModelFile, match=r"broken header|not where"):
        unpack_tensors(data, {"a": (2,)}, "m.cvae")


def test_a_header_is_no_longer_than_the_file_or_the_limit(monkeypatch):
    data = file_of(NUMBERS[:4], a=(0, 4))
    length = len(data) - 4 - 8
    monkeypatch.setattr(tensor_file, "MAX_BYTES", length)
    assert unpack_tensors(data, {"a": (1,)}, "m.cvae")["a"].tolist() == [1]
    monkeypatch.setattr(tensor_file, "MAX_BYTES", length - 1)
    with pytest.raises(DamagedModelFile, match="broken header"):
        unpack_tensors(data, {"a": (1,)}, "m.cvae")
    monkeypatch.undo()
    empty = struct.pack("<Q", 2) + b"{}"
    assert unpack_tensors(empty, {}, "m.cvae") == {}
    for damaged in (empty[:-1], struct.pack("<Q", 3) + b"{}", bytes(7), b""):
        with pytest.raises(DamagedModelFile, match="broken header"):
            unpack_tensors(damaged, {}, "m.cvae")


@pytest.mark.parametrize("entry", [{"more": 1}, {"shape": None}, {"shape": None, "sizes": [1]}])
def test_an_entry_has_three_fields(entry):
    plain = {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}
    fields = {key: value for key, value in (plain | entry).items() if value is not None}
    header = json.dumps({"a": fields}).encode()
    with pytest.raises(DamagedModelFile, match="broken header"):
        unpack_tensors(struct.pack("<Q", len(header)) + header + bytes(4), {"a": (1,)}, "m.cvae")
