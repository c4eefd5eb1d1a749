"""MNIST: found where someone put it, or fetched from the mirrors that torchvision and Keras use."""

from __future__ import annotations

from pathlib import Path

from desktop_cvae.core import paths
from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.datasets.digit_dataset import DigitDataset
from desktop_cvae.datasets.idx import read_idx

MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
)
SHA256 = {
    "train-images-idx3-ubyte": "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
    "train-labels-idx1-ubyte": "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
    "t10k-images-idx3-ubyte": "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
    "t10k-labels-idx1-ubyte": "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
}
PREFIXES = {"train": "train", "test": "t10k"}
TIMEOUT_S = 20


def load_mnist(part: str) -> DigitDataset:
    """MNIST's ``"train"`` (60,000) or ``"test"`` (10,000) part; downloaded if it is nowhere.

    Raises:
        DatasetProblem: it cannot be fetched, or a file is damaged.
    """
    folder = paths.mnist_dir() or download_mnist()
    return read_mnist_folder(folder, part)


def read_mnist_folder(folder: Path, part: str) -> DigitDataset:
    """Read one part of the four original files from a folder.

    Raises:
        DatasetProblem: a file is missing or damaged.
    """
    prefix = PREFIXES[part]
    images = read_idx(folder / f"{prefix}-images-idx3-ubyte.gz", 3)
    labels = read_idx(folder / f"{prefix}-labels-idx1-ubyte.gz", 1)
    return DigitDataset(images, labels.astype("int64"), DIGIT_NAMES, f"MNIST {part}")


def download_mnist(mirrors: tuple[str, ...] = MIRRORS, folder: Path | None = None) -> Path:
    """Fetch the four files, each checked by its SHA-256 before it takes its place.

    Args:
        mirrors: tried in this order, file by file.
        folder: where to keep them; the user's data folder if None.

    Returns:
        The folder.

    Raises:
        DatasetProblem: no mirror gave a file with the right contents.
    """
    target = folder or paths.datasets_dir() / "mnist"
    for name, digest in SHA256.items():
        _fetch(f"{name}.gz", digest, mirrors, target)
    return target


def _fetch(name: str, digest: str, mirrors: tuple[str, ...], folder: Path) -> None:
    import pooch

    pooch.get_logger().setLevel("ERROR")
    refusals = []
    for mirror in mirrors:
        try:
            # Pooch downloads beside the target, checks, then moves: a cache is never half.
            pooch.retrieve(
                mirror + name,
                known_hash=f"sha256:{digest}",
                fname=name,
                path=folder,
                downloader=pooch.HTTPDownloader(timeout=TIMEOUT_S),
            )
        except (OSError, ValueError) as error:  # no network, refused, wrong contents
            refusals.append(f"{mirror}: {error}")
        else:
            return
    raise DatasetProblem(
        "MNIST could not be downloaded; check the connection, or put its four files into "
        f"“{folder}”.",
        "\n".join(refusals),
    )
