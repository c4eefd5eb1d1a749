"""Counting pictures at a glance agrees with reading them."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from desktop_cvae.datasets.digit_dataset import DigitDataset
from desktop_cvae.datasets.sizes import count_images
from desktop_cvae.datasets.stored import store_dataset


def write_idx(path: Path, count: int, *, packed: bool) -> None:
    head = bytes([0, 0, 8, 3]) + b"".join(n.to_bytes(4, "big") for n in (count, 28, 28))
    data = head + bytes(count * 784)
    path.write_bytes(gzip.compress(data) if packed else data)


@pytest.mark.parametrize("packed", [True, False])
def test_mnist_files_are_counted_by_their_header(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packed: bool
) -> None:
    file = tmp_path / f"train-images-idx3-ubyte{'.gz' if packed else ''}"
    write_idx(file, 7, packed=packed)
    assert count_images(str(tmp_path)) == 7
    assert count_images(str(file)) == 7
    monkeypatch.setenv("DESKTOP_CVAE_MNIST", str(tmp_path))
    assert count_images("mnist") == (7 if packed else None)


def test_a_stored_set_counts_what_is_trained_with() -> None:
    images = np.zeros((20, 28, 28), np.uint8)
    images[:, 5:20, 10:18] = np.arange(100, 120, dtype=np.uint8)[:, None, None]
    stored = store_dataset(
        "ab", "made up", DigitDataset(images, np.arange(20) % 2, ("a", "b"), "ab")
    )
    assert count_images("ab") == stored.train_size == 18


def test_arrays_tables_and_folders(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", x=np.zeros((5, 28, 28)), y=np.zeros(5))
    assert count_images(str(tmp_path / "a.npz")) == 5
    (tmp_path / "a.csv").write_text("1,2\n" * 9)
    assert count_images(str(tmp_path / "a.csv")) == 9
    for label in "ab":
        (tmp_path / "pictures" / label).mkdir(parents=True)
        for number in range(3):
            (tmp_path / "pictures" / label / f"{number}.png").touch()
    assert count_images(str(tmp_path / "pictures")) == 6


def test_what_is_no_data_set_is_not_counted(tmp_path: Path) -> None:
    (tmp_path / "a.npz").write_bytes(b"rubbish")
    (tmp_path / "idx").write_bytes(b"\x1f\x8brubbish")
    for name in ("a.npz", "idx", "nothing", "a\0b"):
        assert count_images(str(tmp_path / name)) is None
