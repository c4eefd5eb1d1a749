"""The IDX parser: strict and bounded."""

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.datasets.idx import parse_idx, read_idx


def idx_bytes(values: np.ndarray) -> bytes:
    head = bytes([0, 0, 8, values.ndim])
    return head + struct.pack(f">{values.ndim}I", *values.shape) + values.tobytes()


@settings(max_examples=60, deadline=None)
@given(
    values=hnp.arrays(np.uint8, hnp.array_shapes(min_dims=1, max_dims=3, max_side=5)),
    zipped=st.booleans(),
)
def test_what_is_written_is_read(values: np.ndarray, zipped: bool) -> None:
    data = idx_bytes(values)
    read = parse_idx(gzip.compress(data) if zipped else data, values.ndim, "x")
    assert np.array_equal(read, values)


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=40), zipped=st.booleans(), dimensions=st.sampled_from([1, 3]))
def test_any_bytes_give_an_array_or_our_error(data: bytes, zipped: bool, dimensions: int) -> None:
    try:
        values = parse_idx(gzip.compress(data) if zipped else data, dimensions, "x")
    except DatasetProblem:
        return
    assert values.ndim == dimensions


GOOD = idx_bytes(np.arange(24, dtype=np.uint8).reshape(2, 3, 4))


@pytest.mark.parametrize("cut", range(len(GOOD)))
def test_a_truncated_file_is_refused_wherever_it_is_cut(cut: int) -> None:
    with pytest.raises(DatasetProblem):
        parse_idx(GOOD[:cut], 3, "x")


def test_a_truncated_gzip_is_refused() -> None:
    zipped = gzip.compress(GOOD)
    with pytest.raises(DatasetProblem, match=r"cut short|not an IDX|damaged"):
        parse_idx(zipped[: len(zipped) // 2], 3, "x")


def test_bytes_after_the_end_are_refused() -> None:
    with pytest.raises(DatasetProblem, match="goes on after its end"):
        parse_idx(GOOD + b"\0", 3, "x")


def test_other_dimensions_and_types_are_refused() -> None:
    with pytest.raises(DatasetProblem, match="3-dimensional data of type 8; 1-dimensional"):
        parse_idx(GOOD, 1, "x")
    with pytest.raises(DatasetProblem, match="type 13"):
        parse_idx(GOOD.replace(b"\x08", b"\x0d", 1), 3, "x")


def test_a_claim_of_many_values_is_refused_without_making_room() -> None:
    huge = bytes([0, 0, 8, 3]) + struct.pack(">3I", 2**31, 28, 28)
    with pytest.raises(DatasetProblem, match="damaged header"):
        parse_idx(huge, 3, "x")


def test_a_gzip_bomb_inflates_no_further_than_its_header_says() -> None:
    bomb = gzip.compress(idx_bytes(np.zeros((1, 2, 2), np.uint8)) + bytes(50_000_000))
    with pytest.raises(DatasetProblem, match="goes on after its end"):
        parse_idx(bomb, 3, "x")


def test_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetProblem, match="There is no file “labels”"):
        read_idx(tmp_path / "labels", 1)
