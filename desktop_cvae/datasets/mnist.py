"""MNIST: found in a folder, or fetched from the mirrors that torchvision and Keras use.

Its own file format, IDX, is read strictly: exact sizes, bounded memory, gzip or not. Layout
(LeCun): two zero bytes, a type byte (8: unsigned byte), the number of dimensions, each
dimension as a big-endian 32-bit number, then the values.
"""

from __future__ import annotations

import math
import zlib
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from desktop_cvae.core import paths
from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.core.tasks import Progress, Task, relayed, result_of
from desktop_cvae.datasets.array_files import require_plausible
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.datasets.download import RemoteFile, fetch
from desktop_cvae.pictures.bounded_files import read_bounded, shown_name

MAX_VALUES = 800_000_000
"""Largest number of values in a file: about a million pictures of 28 × 28."""
MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
)
FILES = {
    "t10k-labels-idx1-ubyte": (
        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
        4_542,
    ),
    "train-labels-idx1-ubyte": (
        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        28_881,
    ),
    "t10k-images-idx3-ubyte": (
        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        1_648_877,
    ),
    "train-images-idx3-ubyte": (
        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        9_912_422,
    ),
}
"""SHA-256 and length in bytes of each file, gzipped; fetched in this order.

The training pictures come last: :func:`paths.mnist_dir` looks for them, so that an interrupted
download is not taken for MNIST.
"""
TOTAL_BYTES = sum(size for _, size in FILES.values())
PREFIXES = {"train": "train", "test": "t10k"}
PART_NAMES = {"train": mark("MNIST train"), "test": mark("MNIST test")}
TIMEOUT_S = 10.0
NOT_DOWNLOADED = mark(
    "MNIST could not be downloaded; check the connection, or put its four files into “{folder}”."
)
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
        raise DatasetProblem(tr("“{name}” is not an IDX file.", name=name))
    if head[2] != 8 or head[3] != dimensions:
        raise DatasetProblem(
            tr(
                "“{name}” contains {count}-dimensional data of type {kind}; "
                "{expected}-dimensional bytes (type 8) were expected.",
                name=name,
                count=head[3],
                kind=head[2],
                expected=dimensions,
            )
        )
    start = 4 + 4 * dimensions
    shape = tuple(int.from_bytes(head[i : i + 4], "big") for i in range(4, start, 4))
    count = math.prod(shape)
    if count > MAX_VALUES or len(head) < start:
        raise DatasetProblem(tr("“{name}” has a damaged header.", name=name))
    require_plausible(count, len(data), name)
    # One byte more than there should be, to notice a file that is too long.
    values = _inflated(data, start + count + 1, name)
    if len(values) != start + count:
        if len(values) < start + count:
            raise DatasetProblem(tr("“{name}” is truncated.", name=name), f"{shape} expected")
        raise DatasetProblem(tr("“{name}” has trailing data.", name=name), f"{shape} expected")
    return np.frombuffer(values, np.uint8, count, start).reshape(shape)


def pack_idx(values: npt.NDArray[np.uint8]) -> bytes:
    """Return an IDX file's bytes, not gzipped; :func:`parse_idx` reads them."""
    sizes = np.array(values.shape, ">u4").tobytes()
    return bytes([0, 0, 8, values.ndim]) + sizes + values.tobytes()


def _inflated(data: bytes, limit: int, name: str) -> bytes:
    """Return the first ``limit`` bytes of data that may be gzipped, to stop zip bombs."""
    if not data.startswith(_GZIP):
        return data[:limit]
    try:
        return zlib.decompressobj(wbits=31).decompress(data, limit)
    except zlib.error as error:
        raise DatasetProblem(tr("“{name}” is damaged.", name=name), str(error)) from error


def load_mnist(part: str) -> DigitDataset:
    """Return MNIST's part ``"train"`` (60,000) or ``"test"`` (10,000); download it if need be.

    Raises:
        DatasetProblem: it cannot be fetched, or a file is damaged.
    """
    folder = paths.mnist_dir() or result_of(download_mnist())
    return read_mnist_folder(folder, part)


def read_mnist_folder(folder: Path, part: str) -> DigitDataset:
    """Read one part of the four original files from a folder.

    Raises:
        DatasetProblem: a file is missing or damaged.
    """
    prefix = PREFIXES[part]
    images = read_idx(folder / f"{prefix}-images-idx3-ubyte.gz", 3)
    labels = read_idx(folder / f"{prefix}-labels-idx1-ubyte.gz", 1)
    return DigitDataset(images, labels.astype("int64"), DIGIT_NAMES, PART_NAMES[part])


def download_mnist(
    mirrors: tuple[str, ...] = MIRRORS,
    folder: Path | None = None,
    *,
    timeout_s: float = TIMEOUT_S,
) -> Task[Path]:
    """Fetch the four files, each checked by its SHA-256 before it takes its place.

    Args:
        mirrors: tried in this order, file by file.
        folder: where to keep them; the user's data folder if None.
        timeout_s: of connecting, and of any silence after that.

    Yields:
        the bytes that have come, of the four files together. A download that is closed is
        taken up later.

    Returns:
        The folder.

    Raises:
        DatasetProblem: no mirror gave a file with the right contents.
    """
    target = folder or paths.datasets_dir() / "mnist"
    done = 0
    for name, (digest, size) in FILES.items():
        fetching = fetch(
            RemoteFile(f"{name}.gz", digest, size), mirrors, target, timeout_s=timeout_s
        )
        try:
            yield from relayed(fetching, partial(_after, done))
        except DatasetProblem as error:
            raise DatasetProblem(tr(NOT_DOWNLOADED, folder=target), error.details) from error
        done += size
        yield Progress(done, TOTAL_BYTES)
    return target


def forget_mnist(folder: Path | None = None) -> None:
    """Delete the downloaded files, so that they are fetched again.

    Raises:
        DatasetProblem: a file cannot be deleted.
    """
    target = folder or paths.datasets_dir() / "mnist"
    try:
        for name in FILES:
            (target / f"{name}.gz").unlink(missing_ok=True)
    except OSError as error:
        raise DatasetProblem(
            tr("MNIST in “{target}” cannot be deleted.", target=target), str(error)
        ) from error


def _after(bytes_before: int, step: Progress) -> Progress:
    return Progress(bytes_before + step.done, TOTAL_BYTES)
