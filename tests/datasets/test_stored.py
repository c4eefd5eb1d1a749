"""Stored data sets: found by name, never half written, the test part never in the train part."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest

from desktop_cvae.core import atomic_files, paths
from desktop_cvae.core.errors import DatasetProblem, UsageError
from desktop_cvae.datasets import stored
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.datasets.loading import load_dataset, load_parts

LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def letters(count: int = 26 * 12, name: str = "letters") -> DigitDataset:
    images = np.random.default_rng(2).integers(0, 256, (count, 28, 28), np.uint8)
    return DigitDataset(images, np.arange(count) % 26, LETTERS, name)


def test_a_tenth_of_every_label_is_held_out_and_never_trained_on() -> None:
    about = stored.store_dataset("letters", "made here", letters())
    train, test = (load_dataset("letters", part) for part in ("train", "test"))
    assert train.label_names == test.label_names == LETTERS
    assert about.test_counts == (1,) * 26
    assert np.bincount(train.labels).tolist() == [11] * 26
    kept = {image.tobytes() for image in train.images}
    assert not kept & {image.tobytes() for image in test.images}
    assert len(train) + len(test) == 26 * 12
    again = stored.store_dataset("again", "made here", letters())
    assert again.digest == about.digest
    assert load_dataset("again", "test").digest == test.digest


def test_a_test_part_of_its_own_is_kept(tmp_path: Path) -> None:
    x = np.random.default_rng(0).integers(0, 256, (12, 28, 28), np.uint8)
    y = np.arange(12) % 3
    np.savez(tmp_path / "k.npz", x_train=x[:8], y_train=y[:8], x_test=x[8:], y_test=y[8:])
    about = stored.store_dataset("mine", "k.npz", *load_parts(tmp_path / "k.npz"))
    assert (about.train_size, about.test_size) == (8, 4)
    assert np.array_equal(load_dataset("mine", "test").images, x[8:])


def test_the_list_and_removing() -> None:
    assert stored.list_stored() == []
    for name in ("b", "a"):
        stored.store_dataset(name, "made here", letters())
    assert [about.name for about in stored.list_stored()] == ["a", "b"]
    stored.remove_stored("a")
    assert [about.name for about in stored.list_stored()] == ["b"]
    with pytest.raises(UsageError, match="no data set named “a”"):
        stored.remove_stored("a")


@pytest.mark.parametrize("name", ["", "MNIST", "../x", "a/b", ".hidden", "x" * 61, "a\n", "dot."])
def test_names_that_cannot_be(name: str) -> None:
    with pytest.raises(UsageError, match="cannot name a data set"):
        stored.store_dataset(name, "", letters())


def test_a_full_disk_leaves_the_old_one(monkeypatch: pytest.MonkeyPatch) -> None:
    old = stored.store_dataset("letters", "first", letters())

    def refuse(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic_files.os, "fsync", refuse)
    with pytest.raises(DatasetProblem, match="was not stored: No space left"):
        stored.store_dataset("letters", "second", letters(52))
    assert stored.list_stored() == [old]
    assert [f.name for f in (paths.datasets_dir() / "letters").iterdir()] == [stored.FILE]


def test_a_damaged_file_is_told_and_left_out_of_the_list() -> None:
    stored.store_dataset("letters", "", letters())
    file = paths.datasets_dir() / "letters" / stored.FILE
    data = file.read_bytes()
    for damaged in (b"", data[: len(data) // 2], data[:200] + bytes(400) + data[600:]):
        file.write_bytes(damaged)
        with pytest.raises(DatasetProblem, match="is damaged"):
            load_dataset("letters", "train")
    file.write_bytes(b"")
    assert stored.list_stored() == []


def test_a_part_that_lacks_the_last_labels_takes_the_others_names() -> None:
    few = DigitDataset(letters().images[:4], np.array([0, 1, 2, 1]), LETTERS[:3], "few")
    for train, test in ((letters(), few), (few, letters())):
        about = stored.store_dataset("mine", "", train, test)
        assert about.label_names == LETTERS
        assert (about.train_size, about.test_size) == (len(train), len(test))
    other = DigitDataset(few.images, few.labels, ("A", "X", "C"), "few")
    with pytest.raises(DatasetProblem, match="have different labels"):
        stored.store_dataset("mine", "", letters(), other)


def test_a_taken_name_is_refused_on_request() -> None:
    stored.require_name("mine", overwrite=False)
    stored.store_dataset("mine", "", letters())
    stored.require_name("mine")
    with pytest.raises(UsageError, match="already exists"):
        stored.require_name("mine", overwrite=False)
    assert stored.is_stored("mine")
    assert not stored.is_stored("../datasets/mine")


@pytest.mark.parametrize(
    "change",
    [
        {"train_counts": [-1] + [11] * 25},
        {"train_counts": [11] * 25},
        {"test_counts": [1] * 27},
        {"label_names": ["A"]},
        {"source": 7},
    ],
)
def test_facts_that_cannot_be_are_a_damage(change: dict[str, object]) -> None:
    about = stored.store_dataset("letters", "", letters())
    assert stored.read_about("letters") == about
    file = paths.datasets_dir() / "letters" / stored.FILE
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    facts = json.loads(members["about.json"])
    members["about.json"] = json.dumps(facts | change).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    with pytest.raises(DatasetProblem):
        stored.read_about("letters")
