"""How many pictures a data set has to train with, found out without reading them all."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from pathlib import Path

import numpy as np

from desktop_cvae.core import paths
from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.datasets.mnist import PREFIXES
from desktop_cvae.datasets.stored import is_stored, read_about

COUNTED_BYTES = 100_000_000
"""Of a larger table the rest is taken to have lines as long."""

_BLOCK = 1 << 20
_GZIP = b"\x1f\x8b"
_REFUSALS = (OSError, ValueError, EOFError, KeyError, zipfile.BadZipFile, zlib.error)


def count_images(wish: str) -> int | None:
    """Pictures of the part “train”, or None where that is not seen at a glance.

    Args:
        wish: as for :func:`desktop_cvae.datasets.loading.load_dataset`. Nothing is checked
            here; a data set that is counted may still be refused.
    """
    try:
        if wish.lower() == "mnist":
            folder = paths.mnist_dir()
            return None if folder is None else _count_folder(folder)
        if is_stored(wish):
            return read_about(wish).train_size
        return _count_path(Path(wish))
    except (*_REFUSALS, DatasetProblem):
        return None


def _count_path(path: Path) -> int | None:
    if path.is_dir():
        return _count_folder(path)
    if path.suffix.lower() == ".npz":
        return _count_npz(path)
    if path.suffix.lower() in (".csv", ".txt", ".tsv"):
        return _count_lines(path)
    return _count_idx(path) if "idx" in path.name else None


def _count_folder(folder: Path) -> int | None:
    idx = [*folder.glob(f"*{PREFIXES['train']}-images*idx3*")]
    if idx:
        return _count_idx(min(idx))
    inner = folder / "train"
    root = inner if inner.is_dir() else folder
    return sum(1 for file in root.glob("*/*") if not file.name.startswith(".")) or None


def _count_idx(path: Path) -> int:
    with path.open("rb") as file:
        is_packed = file.read(2) == _GZIP
    with gzip.open(path) if is_packed else path.open("rb") as file:
        return int.from_bytes(file.read(8)[4:], "big")


def _count_npz(path: Path) -> int | None:
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        for key in ("x_train.npy", "x.npy"):
            if key in names:
                with archive.open(key) as file:
                    version = np.lib.format.read_magic(file)
                    read = np.lib.format.read_array_header_1_0
                    shape = read(file)[0] if version == (1, 0) else None
                return int(shape[0]) if shape else None
    return None


def _count_lines(path: Path) -> int:
    """Lines that are not empty at the end; a heading counts, which is one of many."""
    size, lines, done = path.stat().st_size, 0, 0
    with path.open("rb") as file:
        while done < COUNTED_BYTES and (block := file.read(_BLOCK)):
            lines, done = lines + block.count(b"\n"), done + len(block)
    return round(lines * size / done) if done else 0
