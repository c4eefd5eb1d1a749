"""Data sets that were imported or made by a model: one file each, there whole or not at all.

``<data sets>/<name>/dataset.npz`` holds ``images``, ``labels`` and ``held_out`` (True for
the pictures of the part “test”) as arrays without pickle, and ``about.json``.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import zipfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from desktop_cvae.core import paths
from desktop_cvae.core.checked_json import from_json, parse_json
from desktop_cvae.core.errors import DatasetProblem, ModelFileError, UsageError, reason_of
from desktop_cvae.core.language import mark, tr
from desktop_cvae.datasets.array_files import open_arrays
from desktop_cvae.datasets.dataset import DigitDataset, check_names

FILE = "dataset.npz"
MAX_ABOUT_BYTES = 100_000
HELD_OUT_SHARE = 0.1
HELD_OUT_SEED = 1
_NAME = re.compile(r"\w[\w .-]{0,58}\w|\w")
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class StoredDataset:
    """What is known of a stored data set without reading its pictures.

    Attributes:
        name: what it is called by.
        source: where it came from, for people.
        label_names: its labels' names.
        train_counts: pictures of the part “train”, one number a label.
        test_counts: the same of the part “test”.
        digest: SHA-256 of all of it.
    """

    name: str
    source: str
    label_names: tuple[str, ...]
    train_counts: tuple[int, ...]
    test_counts: tuple[int, ...]
    digest: str

    @property
    def train_size(self) -> int:
        """Pictures to train with."""
        return sum(self.train_counts)

    @property
    def test_size(self) -> int:
        """Pictures that are held out."""
        return sum(self.test_counts)


def require_name(name: str, *, overwrite: bool = True) -> None:
    """Refuse what cannot be a stored data set's name.

    Raises:
        UsageError: reserved, empty, too long, with other signs, or taken.
    """
    if name.lower() == "mnist" or not _NAME.fullmatch(name):
        raise UsageError(
            tr(
                "“{name}” cannot be a data set's name; take up to 60 letters, digits, spaces, "
                "dots and dashes, and not “mnist”.",
                name=name,
            )
        )
    if not overwrite and is_stored(name):
        raise UsageError(tr("There is a data set “{name}” already.", name=name))


def is_stored(name: str) -> bool:
    """True if a data set of that name was stored."""
    return bool(_NAME.fullmatch(name)) and _file(name).is_file()


def store_dataset(
    name: str, source: str, train: DigitDataset, test: DigitDataset | None = None
) -> StoredDataset:
    """Store a data set, in place of one of the same name.

    Args:
        name: what it shall be called by.
        source: where it came from, for people.
        train: all pictures, or those to train with.
        test: the held-out part; None holds out a tenth of every label, by a fixed seed.

    Raises:
        UsageError: the name cannot be used.
        DatasetProblem: the parts' labels differ, or the disk refuses.
    """
    require_name(name)
    if test is not None and test.label_names != train.label_names:
        longer = max(train.label_names, test.label_names, key=len)
        train, test = (_renamed(part, longer, name) for part in (train, test))
    parts = [train] if test is None else [train, test]
    images = np.concatenate([part.images for part in parts])
    labels = np.concatenate([part.labels for part in parts])
    held_out = _tenth(labels) if test is None else np.arange(len(labels)) >= len(train)
    whole = DigitDataset(images, labels, train.label_names, name)
    kinds = len(train.label_names)
    about = StoredDataset(
        name,
        source,
        whole.label_names,
        tuple(np.bincount(labels[~held_out], minlength=kinds).tolist()),
        tuple(np.bincount(labels[held_out], minlength=kinds).tolist()),
        whole.digest,
    )
    _write(about, {"images": images, "labels": labels, "held_out": held_out})
    return about


def list_stored() -> list[StoredDataset]:
    """All stored data sets by name; files that cannot be read are left out."""
    found = []
    for file in sorted(paths.datasets_dir().glob(f"*/{FILE}")):
        with contextlib.suppress(DatasetProblem):
            found.append(read_about(file.parent.name))
    return found


def read_about(name: str) -> StoredDataset:
    """What is known of a stored data set.

    Raises:
        DatasetProblem: there is none of that name, or its file is damaged.
    """
    try:
        with open_arrays(_file(name), _damaged(name)) as archive:
            data = parse_json(
                archive.text("about.json", MAX_ABOUT_BYTES), name, mark("description")
            )
        about = from_json(StoredDataset, data, "about")
    except FileNotFoundError as error:
        raise DatasetProblem(tr("There is no data set “{name}”.", name=name), str(error)) from error
    except ModelFileError as error:
        raise DatasetProblem(_damaged(name), str(error)) from error
    lengths = {len(about.train_counts), len(about.test_counts)}
    counts = (*about.train_counts, *about.test_counts)
    if min(counts, default=0) < 0 or lengths != {len(about.label_names)}:
        raise DatasetProblem(_damaged(name), "counts that cannot be")
    check_names(about.label_names, name)
    return replace(about, name=name)


def load_stored(name: str, part: str) -> DigitDataset:
    """One part, ``"train"`` or ``"test"``, of a stored data set.

    Raises:
        DatasetProblem: there is none of that name, its file is damaged, the part is empty.
    """
    about = read_about(name)
    with open_arrays(_file(name), _damaged(name)) as archive:
        images, labels, held_out = map(archive.array, ("images", "labels", "held_out"))
    kinds = (images.dtype.kind, labels.dtype.kind, held_out.dtype.kind)
    if kinds != ("u", "i", "b") or not held_out.shape == labels.shape == images.shape[:1]:
        raise DatasetProblem(_damaged(name), f"{kinds} {images.shape} {labels.shape}")
    chosen = held_out == (part == "test")
    return DigitDataset(
        images[chosen],
        labels[chosen].astype(np.int64),
        about.label_names,
        f"{name} {part}",
    )


def remove_stored(name: str) -> None:
    """Delete a stored data set.

    Raises:
        UsageError: there is none of that name.
        DatasetProblem: it cannot be deleted.
    """
    if not is_stored(name):
        raise UsageError(tr("There is no data set “{name}” of yours.", name=name))
    try:
        _file(name).unlink()
        with contextlib.suppress(OSError):  # somebody put something beside it
            _file(name).parent.rmdir()
    except OSError as error:
        raise DatasetProblem(tr("“{name}” cannot be deleted.", name=name), str(error)) from error


def _damaged(name: str) -> str:
    return tr("The data set “{name}” is damaged.", name=name)


def _file(name: str) -> Path:
    return paths.datasets_dir() / name / FILE


def _renamed(part: DigitDataset, names: tuple[str, ...], name: str) -> DigitDataset:
    if part.label_names != names[: len(part.label_names)]:
        raise DatasetProblem(
            tr("The parts train and test of “{name}” have different labels.", name=name)
        )
    return DigitDataset(part.images, part.labels, names, part.name)


def _tenth(labels: npt.NDArray[np.int64]) -> Flags:
    """A tenth of every label, at least one of two or more, by chance."""
    held_out = np.zeros(len(labels), bool)
    random = np.random.default_rng(HELD_OUT_SEED)
    for label in np.unique(labels):
        places = random.permutation(np.flatnonzero(labels == label))
        count = max(round(HELD_OUT_SHARE * len(places)), min(1, len(places) - 1))
        held_out[places[:count]] = True
    return held_out


def _write(about: StoredDataset, arrays: dict[str, npt.NDArray[np.generic]]) -> None:
    """Beside its place, to the disk, then into its place."""
    file = _file(about.name)
    aside = file.with_name(f".{os.urandom(8).hex()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with aside.open("xb") as stream:
                with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                    for key, values in arrays.items():
                        with archive.open(f"{key}.npy", "w", force_zip64=True) as member:
                            np.lib.format.write_array(member, values, allow_pickle=False)
                    archive.writestr("about.json", json.dumps(asdict(about)))
                stream.flush()
                os.fsync(stream.fileno())
            aside.replace(file)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise DatasetProblem(
            tr("“{name}” was not stored: {reason}.", name=about.name, reason=reason_of(error)),
            str(error),
        ) from error
