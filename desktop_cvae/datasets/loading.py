"""One door to all data sets: ``mnist``, or a path to a file or folder."""

from __future__ import annotations

import zipfile
from pathlib import Path

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.datasets.csv_rows import load_csv
from desktop_cvae.datasets.digit_dataset import DigitDataset
from desktop_cvae.datasets.idx import read_idx
from desktop_cvae.datasets.importing import load_folders, load_npz
from desktop_cvae.datasets.labelling import read_labels
from desktop_cvae.datasets.mnist import PREFIXES, load_mnist
from desktop_cvae.datasets.preparing import images_from_values, require_two_classes
from desktop_cvae.datasets.stored import is_stored, load_stored
from desktop_cvae.images.file_bytes import shown_name


def load_dataset(wish: str, part: str) -> DigitDataset:
    """Load a data set.

    Args:
        wish: ``"mnist"``, a stored data set's name, or a path: an IDX file or
            folder, ``.npz``, ``.csv``, or a folder with one sub-folder per label (perhaps
            under ``train`` and ``test``).
        part: ``"train"`` or ``"test"``; data without parts is given whole.

    Raises:
        DatasetProblem: it cannot be read or used; the sentence names the row or file. To train,
            two labels are needed.
    """
    if part not in PREFIXES:
        raise DatasetProblem(f"A data set has the parts train and test, not “{part}”.")
    if wish.lower() == "mnist":
        dataset = load_mnist(part)
    elif is_stored(wish):
        dataset = load_stored(wish, part)
    else:
        dataset = _load_path(Path(wish), part)
    if part == "train":
        require_two_classes(dataset.labels, dataset.name)
    return dataset


def load_parts(path: Path) -> tuple[DigitDataset, DigitDataset | None]:
    """A user's data set for storing: what to train with, and the test part if it has one.

    Raises:
        DatasetProblem: it cannot be read or used; the details list the rows or files.
    """
    train = _load_path(path, "train")
    test = _load_path(path, "test") if _has_test_part(path) else None
    require_two_classes(train.labels, train.name)
    return train, test


def _has_test_part(path: Path) -> bool:
    if path.is_dir():
        test = any((path / "test").glob("*/")) and (path / "train").is_dir()
        return test or any(_idx_pictures(path, "test"))
    if path.suffix.lower() != ".npz":
        return False
    with zipfile.ZipFile(path) as archive:
        return {"x_train.npy", "x_test.npy", "y_test.npy"} <= set(archive.namelist())


def _load_path(path: Path, part: str) -> DigitDataset:
    name = shown_name(path)
    try:
        if path.is_dir():
            return _load_folder(path, part)
        exists = path.exists()
    except (OSError, ValueError) as error:
        raise DatasetProblem(f"“{name}” cannot be read.", str(error)) from error
    if not exists:
        raise DatasetProblem(f"There is no data set “{name}”.")
    if not path.is_file():
        raise DatasetProblem(f"“{name}” is not a file.")
    if path.suffix.lower() == ".npz":
        return load_npz(path, part)
    if path.suffix.lower() in (".csv", ".txt", ".tsv"):
        return load_csv(path)
    if "idx" in path.name:
        return _load_idx(path)
    raise DatasetProblem(f"“{name}” is no IDX, .npz or .csv file and no folder.")


def _load_folder(folder: Path, part: str) -> DigitDataset:
    pictures = _idx_pictures(folder, part)
    if pictures:
        return _load_idx(pictures[0])
    inner = folder / part
    sister = folder / ("test" if part == "train" else "train")
    if not inner.is_dir():
        return load_folders(folder)
    return load_folders(inner, *([sister] if sister.is_dir() else []))


def _idx_pictures(folder: Path, part: str) -> list[Path]:
    pictures = sorted(folder.glob(f"*{PREFIXES[part]}-images*idx3*"))
    return pictures or sorted(folder.glob(f"*{part}-images*idx3*"))


def _load_idx(images_file: Path) -> DigitDataset:
    """Pictures and, from the file beside them, their labels."""
    name = shown_name(images_file)
    twin = images_file.name.replace("images", "labels").replace("idx3", "idx1")
    labels_file = images_file.with_name(twin)
    if twin == images_file.name:
        raise DatasetProblem(f"“{name}” is not an IDX file of pictures (…images-idx3…).")
    images = images_from_values(read_idx(images_file, 3), name)
    labels, names = read_labels(read_idx(labels_file, 1), name)
    return DigitDataset(images, labels, names, name)
