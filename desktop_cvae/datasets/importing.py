"""Data sets that users bring: NPZ, CSV and folders with one sub-folder per label."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import IO

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import DatasetProblem, ImageProblem
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import DIGIT_NAMES
from desktop_cvae.datasets.complaints import refuse_rows
from desktop_cvae.datasets.digit_dataset import DigitDataset
from desktop_cvae.datasets.labelling import check_names, read_labels
from desktop_cvae.datasets.preparing import images_from_values, prepared
from desktop_cvae.images.file_bytes import shown_name
from desktop_cvae.images.reading import SUFFIXES, read_image

MAX_ARRAY_BYTES = 4_000_000_000
MAX_FILES = 200_000


def load_npz(path: Path, part: str) -> DigitDataset:
    """Read ``x`` and ``y``, or Keras' ``x_train, y_train, x_test, y_test``.

    Args:
        path: the archive; pickled objects in it are refused.
        part: ``"train"`` or ``"test"``, for Keras' names.

    Raises:
        DatasetProblem: damaged, other names, no pictures, or a row that does not fit.
    """
    name = shown_name(path)
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.namelist()
            pair = next(
                (p for p in ((f"x_{part}", f"y_{part}"), ("x", "y")) if _holds(members, p)), None
            )
            if pair is None:
                raise DatasetProblem(
                    f"“{name}” has neither x and y nor x_{part} and y_{part} in it."
                )
            values, labels = (read_member(archive, key, name) for key in pair)
            names = _names(archive, members, name)
            others = {"y_train", "y_test"} - {pair[1]} if names and pair[1] != "y" else set()
            sisters = [read_member(archive, k, name) for k in others if f"{k}.npy" in members]
    except (OSError, ValueError, zipfile.BadZipFile, zlib.error, EOFError, MemoryError) as error:
        raise DatasetProblem(f"“{name}” is no readable NPZ file.", repr(error)) from error
    indices, names = read_labels(labels, name, names=names, sisters=sisters)
    return DigitDataset(images_from_values(values, name), indices, names, name)


def load_folders(folder: Path, *sisters: Path) -> DigitDataset:
    """Read pictures from one sub-folder per label; its name is the label's.

    Digits as names are the labels 0–9; other names are the labels in sorted order.

    Args:
        folder: with the sub-folders.
        sisters: other parts of the same data set, whose labels count too.

    Raises:
        DatasetProblem: no sub-folders, too many, no pictures, or a picture that cannot be used.
    """
    name = shown_name(folder)
    classes = _classes(folder)
    parts = [classes, *map(_classes, sisters)]
    names = tuple(sorted({f.name for part in parts for f in part}))
    if not classes:
        raise DatasetProblem(f"“{name}” has no sub-folders with pictures, one per label.")
    label_names = DIGIT_NAMES if set(names) <= set(DIGIT_NAMES) else names
    check_names(label_names, name)
    files = [(file, label_names.index(f.name)) for f in classes for file in _pictures_in(f)]
    if len(files) > MAX_FILES:
        raise DatasetProblem(f"“{name}” holds more than {MAX_FILES:,} pictures.")
    pictures = _read_pictures([file for file, _ in files], name)
    places = [f"“{file.parent.name}/{shown_name(file)}”" for file, _ in files]
    labels = np.array([label for _, label in files], np.int64)
    return DigitDataset(prepared(pictures, places, name), labels, label_names, name)


def _holds(members: list[str], keys: tuple[str, str]) -> bool:
    return all(f"{key}.npy" in members for key in keys)


def read_member(archive: zipfile.ZipFile, key: str, name: str) -> npt.NDArray[np.generic]:
    """One array, its size believed only if the archive's directory agrees."""
    member = archive.getinfo(f"{key}.npy")
    if member.file_size > MAX_ARRAY_BYTES:
        raise DatasetProblem(f"“{name}”: {key} is larger than 4 GB.")
    with archive.open(member) as file:
        shape, dtype = _array_header(file)
    if dtype.hasobject or dtype.itemsize * int(np.prod(shape, dtype=object)) > member.file_size:
        raise DatasetProblem(f"“{name}”: {key} is not an array of numbers.")
    with archive.open(member) as file:
        array: npt.NDArray[np.generic] = np.lib.format.read_array(file, allow_pickle=False)
    return array


def _array_header(file: IO[bytes]) -> tuple[tuple[int, ...], np.dtype[np.generic]]:
    version = np.lib.format.read_magic(file)
    if version == (1, 0):
        shape, _, dtype = np.lib.format.read_array_header_1_0(file)
    else:
        shape, _, dtype = np.lib.format.read_array_header_2_0(file)
    return shape, dtype


def _pictures_in(folder: Path) -> list[Path]:
    return sorted(
        file
        for file in folder.iterdir()
        if file.suffix.lower() in SUFFIXES and not file.name.startswith(".")
    )


def _classes(folder: Path) -> list[Path]:
    inner = sorted(f for f in folder.iterdir() if f.is_dir() and not f.name.startswith("."))
    return [f for f in inner if _pictures_in(f)]


def _read_pictures(files: list[Path], name: str) -> list[FloatArray]:
    pictures, complaints = [], []
    for file in files:
        try:
            pictures.append(read_image(file))
        except ImageProblem as error:
            complaints.append(error.sentence)
    refuse_rows(name, complaints)
    return pictures


def _names(archive: zipfile.ZipFile, members: list[str], name: str) -> tuple[str, ...]:
    """The labels' names, if the archive has them."""
    if "names.npy" not in members:
        return ()
    names = read_member(archive, "names", name)
    if names.dtype.kind not in "US" or names.ndim != 1:
        raise DatasetProblem(f"“{name}”: names is not a list of texts.")
    return tuple(map(str, names.astype(str).tolist()))
