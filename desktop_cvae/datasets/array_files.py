"""Arrays in untrusted NumPy files: bounded, and without evaluating their headers.

NumPy's reader gives the header to Python's parser and allocates the size that it claims; an
archive may claim gigabytes in a few kilobytes. Format:
https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html

Tested in tests/datasets/test_loading.py.
"""

from __future__ import annotations

import contextlib
import io
import math
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO, Literal

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.language import number, tr
from desktop_cvae.pictures.bounded_files import read_bounded, shown_name

Numbers = npt.NDArray[np.generic]

MAX_ARCHIVE_BYTES = 2_000_000_000
MAX_MEMBERS = 100
UNSUSPICIOUS_BYTES, MAX_PACKED = 64_000_000, 100
"""Unpacked size that is always accepted, and the largest compression ratio beyond it.

Digits as bytes are packed 5 times, as doubles 40 times; deflate packs zeros 1030 times.
"""

_ITEM = r"\s*'(descr|fortran_order|shape)'\s*:\s*('[^']*'|True|False|\([\dL, ]*\))\s*"
_HEADER = re.compile(rf"\{{{_ITEM},{_ITEM},{_ITEM},?\s*\}}\s*")
_KIND = re.compile(r"[<>=|]?(?:b1|[iu][1248]|f[248]|[SU][1-9]\d{0,3})")
_MAX_HEADER_BYTES = 10_000
_MAX_DIMENSIONS = 8
_BLOCK = 1 << 20
_END = struct.Struct("<4s4H2LH")
_ZIP64_LOCATOR = b"PK\x06\x07"
# What zipfile and zlib raise on malformed archives, found by fuzzing them.
_FAULTS = (
    *(OSError, EOFError, ValueError, KeyError, IndexError, RuntimeError, OverflowError),
    *(struct.error, zlib.error, zipfile.BadZipFile),
)


def require_plausible(promised: int, packed: int, name: str) -> None:
    """Reject an implausible compression ratio.

    Args:
        promised: claimed number of unpacked bytes.
        packed: number of packed bytes.
        name: the file's name, for the message.

    Raises:
        DatasetProblem: the claimed size is implausible.
    """
    if promised > UNSUSPICIOUS_BYTES + MAX_PACKED * packed:
        raise DatasetProblem(
            tr(
                "“{name}” claims to hold {size} MB but is far too small; it was not read.",
                name=name,
                size=number(promised // 1_000_000),
            )
        )


class ArrayArchive:
    """The arrays of an NPZ file.

    Args:
        archive: an open zip.
        name: the file's name, for the messages.
    """

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive, self._name = archive, name

    def __contains__(self, key: str) -> bool:
        return f"{key}.npy" in self._archive.namelist()

    def array(self, key: str) -> Numbers:
        """Read one array.

        Raises:
            DatasetProblem: it holds neither numbers nor texts, or claims too large a size.
        """
        with self._opened(f"{key}.npy") as (file, size):
            return _read_array(file, size, self._name, key)

    def shape(self, key: str) -> tuple[int, ...]:
        """Read one array's shape without its values."""
        with self._opened(f"{key}.npy") as (file, _):
            return _read_header(file, self._name, key)[0]

    def text(self, member: str, limit_bytes: int) -> bytes:
        """Read the first bytes of another member."""
        with self._opened(member) as (file, _):
            return file.read(limit_bytes)

    @contextlib.contextmanager
    def _opened(self, member: str) -> Iterator[tuple[IO[bytes], int]]:
        info = self._archive.getinfo(member)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise DatasetProblem(
                tr(
                    "“{name}”: {member} uses an unsupported compression method.",
                    name=self._name,
                    member=member,
                )
            )
        require_plausible(info.file_size, info.compress_size, self._name)
        with self._archive.open(info) as file:
            yield file, info.file_size


@contextlib.contextmanager
def open_arrays(path: Path, damaged: str) -> Iterator[ArrayArchive]:
    """Open the arrays of an NPZ file without reading them.

    Args:
        path: the file.
        damaged: sentence for a file that cannot be read.

    Raises:
        DatasetProblem: it is no zip of few members, is damaged, or claims an implausible size.
        FileNotFoundError: there is no such file.
    """
    if path.exists() and not path.is_file():
        # Opening a pipe would wait for a writer.
        raise DatasetProblem(tr("“{name}” is not a file.", name=shown_name(path)))
    try:
        with path.open("rb") as file:
            _require_short_directory(file, shown_name(path))
            with zipfile.ZipFile(file) as archive:
                yield ArrayArchive(archive, shown_name(path))
    except FileNotFoundError:
        raise
    except _FAULTS as error:
        raise DatasetProblem(damaged, repr(error)) from error


def _require_short_directory(file: BinaryIO, name: str) -> None:
    """Check the directory's size at the end of the file before zipfile reads it."""
    size = file.seek(0, io.SEEK_END)
    if size > MAX_ARCHIVE_BYTES:
        limit = MAX_ARCHIVE_BYTES // 1_000_000
        raise DatasetProblem(
            tr(
                "“{name}” is larger than the limit of {limit} MB.",
                name=name,
                limit=number(limit),
            )
        )
    file.seek(max(0, size - _END.size - len(_ZIP64_LOCATOR) - 16))
    tail = file.read()
    mark, *_, count, length, _, comment = _END.unpack(tail[-_END.size :])
    if mark != b"PK\x05\x06" or comment or tail.startswith(_ZIP64_LOCATOR):
        raise zipfile.BadZipFile("another kind of end than NumPy writes")
    if count > MAX_MEMBERS or length > MAX_MEMBERS * 1000:
        raise DatasetProblem(
            tr("“{name}” contains more than {most} arrays.", name=name, most=MAX_MEMBERS)
        )


def read_array_file(path: Path, limit_bytes: int) -> Numbers:
    """Read an NPY file.

    Raises:
        DatasetProblem: unreadable, larger than ``limit_bytes``, or not an array of numbers.
    """
    data = read_bounded(path, limit_bytes, DatasetProblem)
    name = shown_name(path)
    try:
        return _read_array(io.BytesIO(data), len(data), name, tr("it"))
    except (EOFError, ValueError) as error:
        raise DatasetProblem(tr("“{name}” is damaged.", name=name), str(error)) from error


def _read_array(file: IO[bytes], size: int, name: str, what: str) -> Numbers:
    shape, dtype, order, header_bytes = _read_header(file, name, what)
    count = math.prod(shape) * dtype.itemsize
    if header_bytes + count != size:
        raise _no_numbers(name, what)
    data = np.empty(count, np.uint8)
    for start in range(0, count, _BLOCK):
        piece = file.read(min(_BLOCK, count - start))
        data[start : start + len(piece)] = np.frombuffer(piece, np.uint8)
        if len(piece) < min(_BLOCK, count - start):
            raise EOFError(f"{what} is cut short")
    _require_texts(data, dtype)
    # Any byte but 0 is True; as a bool it would be neither.
    values = data != 0 if dtype.kind == "b" else data.view(dtype)
    return values.reshape(shape, order=order)


def _read_header(
    file: IO[bytes], name: str, what: str
) -> tuple[tuple[int, ...], np.dtype[np.generic], Literal["C", "F"], int]:
    """Return shape, type, order and the offset of the values."""
    start = file.read(8)
    wide = start[6:8] in (b"\2\0", b"\3\0")
    if start[:6] != b"\x93NUMPY" or not (wide or start[6:8] == b"\1\0"):
        raise _no_numbers(name, what)
    length = int.from_bytes(file.read(4 if wide else 2), "little")
    text = file.read(min(length, _MAX_HEADER_BYTES)).decode("latin-1")
    match = _HEADER.fullmatch(text)
    entries = dict(zip(match.groups()[::2], match.groups()[1::2], strict=True)) if match else {}
    if len(entries) < 3 or not _KIND.fullmatch(entries["descr"][1:-1]):
        raise _no_numbers(name, what)
    shape = tuple(int(size) for size in re.findall(r"\d{1,18}", entries["shape"]))
    if entries["fortran_order"] not in ("True", "False") or len(shape) > _MAX_DIMENSIONS:
        raise _no_numbers(name, what)
    order: Literal["C", "F"] = "F" if entries["fortran_order"] == "True" else "C"
    begin = 8 + (4 if wide else 2) + length
    return shape, np.dtype(entries["descr"][1:-1]), order, begin


def _require_texts(data: npt.NDArray[np.uint8], dtype: np.dtype[np.generic]) -> None:
    if dtype.kind == "S" and data.max(initial=0) > 127:
        raise ValueError("bytes that are no ASCII")
    if dtype.kind == "U":
        points = data.view(np.dtype(np.uint32).newbyteorder(dtype.byteorder))
        if ((points > 0x10FFFF) | ((points >= 0xD800) & (points < 0xE000))).any():
            raise ValueError("numbers that are no letters")


def _no_numbers(name: str, what: str) -> DatasetProblem:
    return DatasetProblem(tr("“{name}”: {what} is not an array of numbers.", name=name, what=what))
