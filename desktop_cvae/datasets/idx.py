"""MNIST's own file format, IDX, read strictly: exact sizes, bounded memory, gzip or not.

Layout (LeCun): two zero bytes, a type byte (8: unsigned byte), the number of
dimensions, each dimension as a big-endian 32-bit number, then the values.
"""

from __future__ import annotations

import math
import zlib
from pathlib import Path

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.images.file_bytes import read_bounded, shown_name

MAX_VALUES = 800_000_000
"""A million pictures of 28 × 28."""
_GZIP = b"\x1f\x8b"
_HEADER_LIMIT = 16


def read_idx(path: Path, dimensions: int) -> npt.NDArray[np.uint8]:
    """Read an IDX file of unsigned bytes, gzipped or not.

    Args:
        path: the file.
        dimensions: how many there must be: 3 for pictures, 1 for labels.

    Raises:
        DatasetProblem: unreadable, not IDX, other dimensions, cut short or too long.
    """
    data = read_bounded(path, MAX_VALUES + _HEADER_LIMIT, DatasetProblem)
    return parse_idx(data, dimensions, shown_name(path))


def parse_idx(data: bytes, dimensions: int, name: str) -> npt.NDArray[np.uint8]:
    """Parse an IDX file's bytes; see :func:`read_idx`.

    Args:
        data: the file's bytes, gzipped or not.
        dimensions: how many there must be.
        name: the file's name, for the messages.
    """
    head = _inflated(data, _HEADER_LIMIT, name)
    if len(head) < 4 or head[:2] != b"\0\0":
        raise DatasetProblem(f"“{name}” is not an IDX file.")
    if head[2] != 8 or head[3] != dimensions:
        raise DatasetProblem(
            f"“{name}” holds {head[3]}-dimensional data of type {head[2]}; "
            f"{dimensions}-dimensional bytes (type 8) were expected."
        )
    start = 4 + 4 * dimensions
    shape = tuple(int.from_bytes(head[i : i + 4], "big") for i in range(4, start, 4))
    count = math.prod(shape)
    if count > MAX_VALUES or len(head) < start:
        raise DatasetProblem(f"“{name}” has a damaged header.")
    # One byte more than there should be, to notice a file that is too long.
    values = _inflated(data, start + count + 1, name)
    if len(values) != start + count:
        words = "is cut short" if len(values) < start + count else "goes on after its end"
        raise DatasetProblem(f"“{name}” {words}.", f"{shape} expected")
    return np.frombuffer(values, np.uint8, count, start).reshape(shape)


def _inflated(data: bytes, limit: int, name: str) -> bytes:
    """The first ``limit`` bytes of what may be gzipped; a bomb inflates no further."""
    if not data.startswith(_GZIP):
        return data[:limit]
    try:
        return zlib.decompressobj(wbits=31).decompress(data, limit)
    except zlib.error as error:
        raise DatasetProblem(f"“{name}” is damaged.", str(error)) from error
