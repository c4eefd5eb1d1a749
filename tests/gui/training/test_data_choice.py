"""Which data sets are offered, and what is said of one that is gone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.datasets.stored import remove_stored, store_dataset
from desktop_cvae.gui.training.data_choice import FILE, FOLDER, DataChoice


@pytest.fixture
def choice(qtbot: QtBot) -> DataChoice:
    images = np.zeros((4, 28, 28), np.uint8)
    images[:, 5:20, 10:18] = np.arange(100, 140, 10, np.uint8)[:, None, None]
    labels = np.array([0, 1, 0, 1])
    store_dataset("letters", "made up", DigitDataset(images, labels, ("a", "b"), "letters"))
    choice = DataChoice()
    qtbot.addWidget(choice)
    choice.set_stored(["letters"])
    return choice


def choose(choice: DataChoice, value: str) -> None:
    index = choice.findData(value)
    choice.setCurrentIndex(index)
    choice.activated.emit(index)


def test_stored_data_are_offered_by_name(qtbot: QtBot, choice: DataChoice) -> None:
    assert choice.value == "mnist"
    with qtbot.waitSignal(choice.changed):
        choose(choice, "letters")
    assert choice.value == "letters"
    assert choice.problem == ""
    remove_stored("letters")
    assert choice.problem


def test_a_path_is_shown_by_its_name(choice: DataChoice, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    choice.set_value(str(path))
    assert choice.currentText() == "mine.csv"
    assert choice.problem
    path.touch()
    assert choice.problem == ""


def test_without_mnist_the_cure_is_named(
    choice: DataChoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESKTOP_CVAE_MNIST", str(tmp_path / "nowhere"))
    assert "Data sets…" in choice.problem


@pytest.mark.parametrize(("entry", "wants_folder"), [(FILE, False), (FOLDER, True)])
def test_the_last_entries_ask_for_a_path(
    choice: DataChoice,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    entry: str,
    wants_folder: bool,
) -> None:
    asked: list[bool] = []

    def answer(_: object, choose: Callable[[str], None], *, wants_folder: bool) -> None:
        assert choice.currentText() == "MNIST", "the entry itself is no choice"
        asked.append(wants_folder)
        choose(str(tmp_path))

    monkeypatch.setattr("desktop_cvae.gui.training.data_choice.ask_for_data", answer)
    choose(choice, entry)
    assert asked == [wants_folder]
    assert (choice.value, choice.currentText()) == (str(tmp_path), tmp_path.name)
