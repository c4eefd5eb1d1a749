"""Loading of all data sets, by name or path, and counting of their digits."""

from __future__ import annotations

import gzip
import logging
import time
import zlib
from pathlib import Path

from desktop_cvae.core import paths
from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.language import tr
from desktop_cvae.datasets.array_files import open_arrays
from desktop_cvae.datasets.dataset import DigitDataset, read_labels, refuse_rows
from desktop_cvae.datasets.importing import (
    images_from_values,
    labelled_files,
    load_csv,
    load_folders,
    load_npz,
    require_two_classes,
)
from desktop_cvae.datasets.mnist import PREFIXES, load_mnist, read_idx
from desktop_cvae.datasets.stored import is_stored, load_stored, read_about
from desktop_cvae.pictures.bounded_files import shown_name

TABLE_SUFFIXES = (".csv", ".txt", ".tsv")
COUNTED_BYTES = 100_000_000
"""Bytes of a table that are counted; the rest of a larger one is extrapolated."""
_BLOCK = 1 << 20
_GZIP = b"\x1f\x8b"
_log = logging.getLogger(__name__)
_FAULTS = (OSError, ValueError, EOFError, zlib.error, DatasetProblem)


def load_dataset(name_or_path: str, part: str) -> DigitDataset:
    """Load a data set.

    Args:
        name_or_path: ``"mnist"``, a stored data set's name, or a path: an IDX file or
            folder, ``.npz``, ``.csv``, or a folder with one sub-folder per label (perhaps
            under ``train`` and ``test``).
        part: ``"train"`` or ``"test"``; data without parts is given whole.

    Raises:
        DatasetProblem: it cannot be read or used; the sentence names the row or file. To train,
            two labels are needed.
    """
    if part not in PREFIXES:
        raise DatasetProblem(
            tr("A data set has the parts train and test, not “{part}”.", part=part)
        )
    begun = time.perf_counter()
    if name_or_path.lower() == "mnist":
        dataset = load_mnist(part)
    elif is_stored(name_or_path):
        dataset = load_stored(name_or_path, part)
    else:
        dataset = _load_path(Path(name_or_path), part)
    refuse_rows(dataset.name, dataset.left_out)
    if part == "train":
        require_two_classes(dataset.labels, dataset.name)
    _log_loaded(name_or_path, dataset, begun)
    return dataset


def _log_loaded(source: str | Path, dataset: DigitDataset, begun: float) -> None:
    size, labels = len(dataset.images), len(dataset.label_names)
    facts = (source, dataset.name, size, labels, time.perf_counter() - begun)
    _log.info("data: %s (%s), %d pictures with %d labels, read in %.2f s", *facts)


def load_examples(name_or_path: str) -> DigitDataset:
    """Load a user's labelled digits: the part ``train`` of a data set, or one label's folder.

    Raises:
        DatasetProblem: it cannot be read or used; the sentence names the row or file.
    """
    path = Path(name_or_path)
    if name_or_path.lower() == "mnist" or is_stored(name_or_path) or not path.is_dir():
        return load_dataset(name_or_path, "train")
    inner = path / "train"
    folder = inner if inner.is_dir() else path
    if _idx_pictures(path, "train"):
        return _load_folder(path, "train")
    dataset = load_folders(folder, least=1)
    refuse_rows(dataset.name, dataset.left_out)
    return dataset


def load_parts(path: Path) -> tuple[DigitDataset, DigitDataset | None]:
    """Load a user's data set to be stored: its training part, and its test part if there is one.

    Pictures of a folder that cannot be used are left out; the parts name them.

    Raises:
        DatasetProblem: it cannot be read or used; the details list the rows or files.
    """
    begun = time.perf_counter()
    train = _load_path(path, "train")
    test = _load_path(path, "test") if _has_test_part(path) else None
    require_two_classes(train.labels, train.name)
    for part in (train, test) if test is not None else (train,):
        _log_loaded(path, part, begun)
    return train, test


def _has_test_part(path: Path) -> bool:
    if path.is_dir():
        test = any((path / "test").glob("*/")) and (path / "train").is_dir()
        return test or any(_idx_pictures(path, "test"))
    if path.suffix.lower() != ".npz":
        return False
    with open_arrays(
        path, tr("“{name}” is not a readable NPZ file.", name=shown_name(path))
    ) as archive:
        return all(key in archive for key in ("x_train", "x_test", "y_test"))


def _load_path(path: Path, part: str) -> DigitDataset:
    name = shown_name(path)
    try:
        if path.is_dir():
            return _load_folder(path, part)
        exists = path.exists()
    except (OSError, ValueError) as error:
        raise DatasetProblem(tr("“{name}” cannot be read.", name=name), str(error)) from error
    if not exists:
        raise DatasetProblem(tr("There is no data set named “{name}”.", name=name))
    if not path.is_file():
        raise DatasetProblem(tr("“{name}” is not a file.", name=name))
    if path.suffix.lower() == ".npz":
        return load_npz(path, part)
    if path.suffix.lower() in TABLE_SUFFIXES:
        return load_csv(path)
    if "idx" in path.name:
        return _load_idx(path)
    raise DatasetProblem(tr("“{name}” is not an IDX, .npz or .csv file or a folder.", name=name))


def picture_files(name_or_path: str, part: str) -> list[tuple[Path, int]] | None:
    """Return the files of a folder of pictures and their labels; None for any other data.

    Args:
        name_or_path: as for :func:`load_dataset`.
        part: ``"train"`` or ``"test"``; a folder without parts is taken whole.
    """
    folder = Path(name_or_path)
    if not folder.is_dir() or any(_idx_pictures(folder, one) for one in ("train", "test")):
        return None
    inner = folder / part
    return labelled_files(inner if inner.is_dir() else folder)[0]


def _load_folder(folder: Path, part: str) -> DigitDataset:
    pictures = _idx_pictures(folder, part)
    if pictures:
        return _load_idx(pictures[0])
    other = "test" if part == "train" else "train"
    if _idx_pictures(folder, other):
        raise DatasetProblem(
            tr(
                "“{name}” has the part {other} but not {part}.",
                name=shown_name(folder),
                other=other,
                part=part,
            )
        )
    inner, sister = folder / part, folder / other
    if not inner.is_dir():
        return load_folders(folder)
    return load_folders(inner, *([sister] if sister.is_dir() else []))


def _idx_pictures(folder: Path, part: str) -> list[Path]:
    pictures = sorted(folder.glob(f"*{PREFIXES[part]}-images*idx3*"))
    return pictures or sorted(folder.glob(f"*{part}-images*idx3*"))


def _load_idx(images_file: Path) -> DigitDataset:
    """Load pictures and, from the file beside them, their labels."""
    name = shown_name(images_file)
    twin = images_file.name.replace("images", "labels").replace("idx3", "idx1")
    labels_file = images_file.with_name(twin)
    if twin == images_file.name:
        raise DatasetProblem(
            tr("“{name}” is not an IDX file of pictures (…images-idx3…).", name=name)
        )
    images = images_from_values(read_idx(images_file, 3), name)
    labels, names = read_labels(read_idx(labels_file, 1), name)
    return DigitDataset(images, labels, names, name)


def count_images(name_or_path: str) -> int | None:
    """Return the number of training pictures, or None if it cannot be told quickly.

    Args:
        name_or_path: as for :func:`desktop_cvae.datasets.loading.load_dataset`. Nothing is checked
            here; a data set that is counted may still be refused.
    """
    try:
        if name_or_path.lower() == "mnist":
            folder = paths.mnist_dir()
            return None if folder is None else _count_folder(folder)
        if is_stored(name_or_path):
            return read_about(name_or_path).train_size
        return _count_path(Path(name_or_path))
    except _FAULTS:
        return None


def _count_path(path: Path) -> int | None:
    if path.is_dir():
        return _count_folder(path)
    if not path.is_file():
        return None  # Opening a pipe would wait for a writer.
    if path.suffix.lower() == ".npz":
        return _count_npz(path)
    if path.suffix.lower() in TABLE_SUFFIXES:
        return _count_lines(path)
    return _count_idx(path) if "idx" in path.name else None


def _count_folder(folder: Path) -> int | None:
    idx = [*folder.glob(f"*{PREFIXES['train']}-images*idx3*")]
    if idx:
        return _count_path(min(idx))
    inner = folder / "train"
    root = inner if inner.is_dir() else folder
    return sum(1 for file in root.glob("*/*") if not file.name.startswith(".")) or None


def _count_idx(path: Path) -> int:
    with path.open("rb") as file:
        is_packed = file.read(2) == _GZIP
    with gzip.open(path) if is_packed else path.open("rb") as file:
        return int.from_bytes(file.read(8)[4:], "big")


def _count_npz(path: Path) -> int | None:
    with open_arrays(path, "") as archive:
        key = next((key for key in ("x_train", "x") if key in archive), None)
        shape = archive.shape(key) if key else ()
    return shape[0] if shape else None


def _count_lines(path: Path) -> int:
    """Return the number of line ends; a header counts too, which is one of many."""
    size, lines, done = path.stat().st_size, 0, 0
    with path.open("rb") as file:
        while done < COUNTED_BYTES and (block := file.read(_BLOCK)):
            lines, done = lines + block.count(b"\n"), done + len(block)
    return round(lines * size / done) if done else 0
