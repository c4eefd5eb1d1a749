"""The data dialog, used as people use it; the download is played by a script."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from fakes import draw_digit
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from window_desk import Desk

from desktop_cvae.core import paths
from desktop_cvae.core.tasks import Task
from desktop_cvae.datasets import mnist
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.datasets.stored import is_stored, list_stored, load_stored, store_dataset
from desktop_cvae.gui.data import data_jobs
from desktop_cvae.gui.data.data_dialog import DataDialog
from desktop_cvae.gui.data.dataset_page import CANCELLED
from desktop_cvae.gui.model_source import ModelSource

OFFSCREEN = "This plugin does not support propagateSizeHints()"
PLAYER = Path(__file__).parents[2] / "workers" / "download_player.py"


class Room:
    """The open dialog, and hands to use it."""

    def __init__(self, desk: Desk, script: str) -> None:
        self.desk, self.qtbot = desk, desk.qtbot
        self.told: list[bool] = []
        desk.session.data_sets_changed.connect(self._on_told)
        command = [sys.executable, str(PLAYER), script]
        self.dialog = DataDialog(desk.window, desk.session, desk.source, command)
        self.dialog.show()
        self.settle()

    @property
    def names(self) -> list[str]:
        """What the list shows."""
        return [dataset.name for dataset in self.dialog.list.rows]

    @property
    def states(self) -> list[str]:
        """The line under each name."""
        return [line.second for line in self.dialog.list.entries.lines]

    def settle(self) -> None:
        """Wait until the worker has nothing left to do."""
        self.qtbot.waitUntil(lambda: not self.dialog.runner.is_busy)

    def click(self, button: QPushButton) -> None:
        """Press a button that is seen and can be pressed."""
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, name: str) -> None:
        """Click an entry of the list."""
        entries = self.dialog.list
        place = entries.visualRect(entries.entries.index(self.names.index(name))).center()
        QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def read(self, path: Path) -> None:
        """Choose a file or folder in the file dialog of the import page."""
        self.click(self.dialog.add)
        page = self.dialog.import_
        self.click(page.folder if path.is_dir() else page.file)
        asking = self.dialog.findChildren(QFileDialog)[-1]
        asking.fileSelected.emit(str(path))
        asking.close()
        self.settle()

    def wait_for_the_download(self) -> None:
        """Wait until its process is gone."""
        self.qtbot.waitUntil(lambda: not self.dialog.process.is_running, timeout=20_000)
        self.settle()

    def close(self) -> None:
        """Close the dialog, and wait for what it leaves behind."""
        runner, process = self.dialog.runner, self.dialog.process
        gone: list[bool] = []
        runner.destroyed.connect(lambda: gone.append(True))
        process.destroyed.connect(lambda: gone.append(True))
        self.dialog.close()
        self.qtbot.waitUntil(lambda: len(gone) == 2, timeout=20_000)

    def _on_told(self) -> None:
        self.told.append(True)


MakeRoom = Callable[..., Room]


@pytest.fixture
def make_room(desk: Desk) -> Iterator[MakeRoom]:
    rooms: list[Room] = []

    def make(script: str = "hold") -> Room:
        rooms.append(Room(desk, script))
        return rooms[-1]

    yield make
    for room in rooms:
        if room.dialog in desk.window.findChildren(DataDialog) and room.dialog.isVisible():
            room.close()


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room()


def digits(count: int, kinds: int = 2) -> DigitDataset:
    labels = np.arange(count) % kinds
    images = np.stack([np.rint(255 * draw_digit(k)).astype(np.uint8) for k in labels.tolist()])
    return DigitDataset(images, labels, tuple("abcdefghij"[:kinds]), "letters")


@pytest.fixture
def letters() -> DigitDataset:
    """A stored data set."""
    whole = digits(40)
    store_dataset("letters", "made up", whole)
    return whole


@pytest.fixture
def npz(tmp_path: Path) -> Path:
    whole = digits(30, 3)
    path = tmp_path / "my signs!.npz"
    np.savez(path, x=whole.images, y=whole.labels, names=np.array(list("xyz")))
    return path


# --- looking ---------------------------------------------------------------------------------


def test_a_data_set_is_shown_with_its_pictures_and_counts(
    letters: DigitDataset, room: Room
) -> None:
    assert room.names == ["MNIST", "letters"]
    assert room.states == ["not on this computer", "40 pictures · 2 labels"]
    room.choose("letters")
    page = room.dialog.look
    assert page.title.text() == "letters"
    assert page.origin.text() == "Made up"
    digest = list_stored()[0].digest
    assert page.facts.text().startswith("36 to train with · 4 held out · 2 labels · SHA-256")
    assert digest[:12] in page.facts.text()
    assert 20 <= page.preview.grid.count <= 36
    assert page.preview.bars.sentence(1) == "b: 18 for training and 2 held out"


def test_mnist_of_the_variable_is_told_apart(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, make_room: MakeRoom
) -> None:
    monkeypatch.setenv("DESKTOP_CVAE_MNIST", str(tmp_path))
    room = make_room()
    assert room.states == ["not on this computer"]
    assert "DESKTOP_CVAE_MNIST" in room.dialog.look.download.status.text()
    assert not room.dialog.look.download.start.isEnabled()


@pytest.mark.mnist
def test_mnist_itself(
    monkeypatch: pytest.MonkeyPatch, mnist_dir: Path, make_room: MakeRoom
) -> None:
    monkeypatch.setenv("DESKTOP_CVAE_MNIST", str(mnist_dir))
    room = make_room()
    assert room.states == ["70,000 pictures · 10 labels"]
    assert "DESKTOP_CVAE_MNIST" in room.dialog.look.origin.text()
    bars = room.dialog.look.preview.bars
    assert bars.sentence(5) == "5: 5,421 for training and 892 held out"


def test_a_damaged_data_set_is_a_sentence(letters: DigitDataset, room: Room) -> None:
    file = paths.datasets_dir() / "letters" / "dataset.npz"
    file.write_bytes(file.read_bytes()[:200])
    room.choose("letters")
    assert room.dialog.look.problem.text() == "The data set “letters” is damaged."
    assert room.dialog.look.problem.isVisible()


# --- downloading -----------------------------------------------------------------------------


def test_a_download_goes_on_while_other_data_are_looked_at(
    letters: DigitDataset, room: Room
) -> None:
    pane = room.dialog.look.download
    room.click(pane.start)
    room.qtbot.waitUntil(lambda: pane.bar.value() > 0, timeout=20_000)
    assert pane.status.text() == "2.9 of 11.6 MB · 24 %"
    assert room.states[0] == "downloading · 24 %"
    room.choose("letters")
    assert room.dialog.look.preview.grid.count >= 20
    room.choose("MNIST")
    room.click(pane.cancel)
    room.wait_for_the_download()
    assert room.states[0] == "not on this computer"
    assert pane.status.text() == CANCELLED
    assert pane.start.isVisible()
    assert not pane.bar.isVisible()


def test_what_has_come_is_taken_up(make_room: MakeRoom) -> None:
    folder = paths.datasets_dir() / "mnist"
    folder.mkdir(parents=True)
    (folder / ".train-images-idx3-ubyte.gz.part").write_bytes(bytes(3_000_000))
    room = make_room("whole")
    assert room.states == ["partly downloaded"]
    pane = room.dialog.look.download
    assert pane.status.text() == "3.0 MB are already here."
    assert pane.start.text() == "Continue the download"


def test_a_download_that_went_well_is_in_the_list(
    make_room: MakeRoom, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    room = make_room("whole")
    folder = paths.datasets_dir() / "mnist"
    folder.mkdir(parents=True)
    for name in mnist.FILES:
        (folder / f"{name}.gz").touch()
    room.click(room.dialog.look.download.start)
    room.wait_for_the_download()
    room.qtbot.waitUntil(lambda: room.states == ["70,000 pictures · 10 labels"])
    assert room.told
    assert not room.dialog.look.download.isVisible()


def test_row_26_offline_is_a_sentence_and_can_be_tried_again(make_room: MakeRoom) -> None:
    room = make_room("offline")
    pane = room.dialog.look.download
    room.click(pane.start)
    room.wait_for_the_download()
    assert pane.status.text() == "MNIST could not be downloaded; check the connection."
    assert pane.status.toolTip() == "a: no"
    assert pane.start.isEnabled()


def test_closing_does_not_wait_for_a_download(make_room: MakeRoom) -> None:
    room = make_room("deaf")
    pane = room.dialog.look.download
    room.click(pane.start)
    room.qtbot.waitUntil(lambda: pane.bar.value() > 0, timeout=20_000)
    process = room.dialog.process
    room.dialog.close()
    assert process.is_running
    process.shut_down(limit_ms=50)
    assert not process.is_running


# --- importing -------------------------------------------------------------------------------


def test_data_are_seen_named_and_imported(npz: Path, room: Room) -> None:
    page = room.dialog.import_
    room.click(room.dialog.add)
    assert not page.keep.isEnabled()
    room.read(npz)
    assert page.sentence.text() == (
        "30 pictures of 3 labels; a tenth of them will be held out for testing."
    )
    assert page.preview.grid.count == 30
    assert page.preview.bars.sentence(2) == "z: 10 for training"
    assert page.name.text() == "my signs"
    page.name.selectAll()
    QTest.keyClicks(page.name, "signs")
    room.click(page.keep)
    room.settle()
    assert room.names == ["MNIST", "signs"]
    assert room.dialog.look.shown == "signs"
    assert room.dialog.look.isVisible()
    assert room.told
    assert load_stored("signs", "train").label_names == tuple("xyz")


def test_row_21_complaints_are_a_numbered_list(tmp_path: Path, room: Room) -> None:
    path = tmp_path / "bad.csv"
    rows = [",".join([str(label), *["0", "9"] * 392]) for label in (0, 99, 1, 98)]
    path.write_text("\n".join(rows))
    room.read(path)
    page = room.dialog.import_
    lines = page.complaints.rows.toPlainText().splitlines()
    assert lines[0].startswith("1.  Row 2 has the label 99;")
    assert lines[1].startswith("2.  Row 4 has the label 98;")
    assert "bad.csv" in page.complaints.sentence.text()
    assert page.complaints.rows.isVisible()
    assert not page.keep.isEnabled()
    assert not page.name.isVisible()


def test_a_bad_picture_is_named_and_the_others_are_imported(tmp_path: Path, room: Room) -> None:
    for digit in (3, 6):
        (tmp_path / "scans" / str(digit)).mkdir(parents=True)
        ink = np.pad(draw_digit(digit), 6).repeat(3, 0).repeat(3, 1)
        Image.fromarray((255 - 255 * ink).astype(np.uint8)).save(
            tmp_path / "scans" / str(digit) / "one.png"
        )
    bad = tmp_path / "scans" / "6" / "two.png"
    bad.write_bytes(b"no picture")
    room.read(tmp_path / "scans")
    page = room.dialog.import_
    assert page.left_out.isVisible()
    assert page.left_out.text().startswith(f"1 picture is left out: “{bad}”: ")
    room.click(page.keep)
    room.settle()
    assert "scans" in room.names
    assert load_stored("scans", "train").labels.tolist() == [3, 6]
    room.read(tmp_path / "scans" / "6")
    assert not page.left_out.isVisible()


def test_row_21_an_empty_file_is_one_sentence(tmp_path: Path, room: Room) -> None:
    (tmp_path / "empty.csv").touch()
    room.read(tmp_path / "empty.csv")
    complaints = room.dialog.import_.complaints
    assert complaints.sentence.text() == "“empty.csv” contains no rows."
    assert complaints.isVisible()
    assert not complaints.rows.isVisible()


def test_after_a_complaint_good_data_can_be_read(tmp_path: Path, npz: Path, room: Room) -> None:
    (tmp_path / "empty.csv").touch()
    room.read(tmp_path / "empty.csv")
    room.read(npz)
    assert room.dialog.import_.preview.isVisible()
    assert room.dialog.import_.keep.isEnabled()


def test_dark_ink_on_white_is_turned_and_so_are_rows(tmp_path: Path, room: Room) -> None:
    whole = digits(20)
    np.savez(tmp_path / "dark.npz", x=255 - whole.images, y=whole.labels)
    room.read(tmp_path / "dark.npz")
    page = room.dialog.import_
    assert page.inverted.isChecked()
    page.transposed.click()
    room.click(page.keep)
    room.settle()
    kept = load_stored("dark", "train")
    first = whole.images[int(kept.labels[0])]
    assert np.array_equal(kept.images[0], first.T)


def test_a_name_that_cannot_be_is_told(letters: DigitDataset, npz: Path, room: Room) -> None:
    room.read(npz)
    page = room.dialog.import_
    for name in ("LETTERS", "mnist", "a/b", ""):
        page.name.selectAll()
        QTest.keyClick(page.name, Qt.Key.Key_Delete)
        QTest.keyClicks(page.name, name)
        assert page.problem.text(), name
        assert not page.keep.isEnabled()


def test_a_drop_is_read(npz: Path, room: Room) -> None:
    room.click(room.dialog.add)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(npz))])
    no = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, no)
    room.dialog.import_.dropEvent(drop)
    room.settle()
    assert room.dialog.import_.preview.grid.count == 30


def test_cancelling_an_import_keeps_nothing(letters: DigitDataset, npz: Path, room: Room) -> None:
    room.choose("letters")
    room.read(npz)
    room.click(room.dialog.import_.cancel)
    room.settle()
    assert room.dialog.look.isVisible()
    assert room.dialog.look.shown == "letters"
    assert room.names == ["MNIST", "letters"]


# --- making ----------------------------------------------------------------------------------


def test_a_model_writes_a_data_set(room: Room) -> None:
    page = room.dialog.make
    room.click(room.dialog.write)
    assert [page.model.itemText(at) for at in range(page.model.count())] == ["studio"]
    room.qtbot.waitUntil(lambda: page.grid.count == 60)
    page.count.setValue(100)
    page.seed.setValue(3)
    room.click(page.make)
    room.settle()
    room.qtbot.waitUntil(lambda: room.names == ["MNIST", "made by studio"])
    assert room.dialog.look.origin.text() == "Made by the model studio, seed 3"
    assert np.bincount(load_stored("made by studio", "train").labels).tolist() == [9] * 10


def test_the_first_digits_are_those_of_the_data_set(room: Room) -> None:
    page = room.dialog.make
    room.click(room.dialog.write)
    room.qtbot.waitUntil(lambda: page.grid.count == 60)
    before = page.grid.grab().toImage()
    page.seed.setValue(9)
    room.qtbot.waitUntil(lambda: page.grid.grab().toImage() != before)


def test_making_can_be_cancelled(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    page = room.dialog.make
    room.click(room.dialog.write)
    room.qtbot.waitUntil(lambda: page.grid.count == 60)
    held = hold_progress(monkeypatch)
    room.click(page.make)
    room.qtbot.waitUntil(lambda: page.is_making and held.began.is_set())
    assert not page.make.isVisible()
    room.click(page.cancel)
    held.release.set()
    room.settle()
    assert page.status.text() == "Cancelled; nothing was saved."
    assert page.make.isVisible()
    assert room.names == ["MNIST"]
    assert list_stored() == []


class Held:
    """The worker, held in the middle of the writing."""

    def __init__(self) -> None:
        self.began, self.release = threading.Event(), threading.Event()


def hold_progress(monkeypatch: pytest.MonkeyPatch) -> Held:
    held = Held()
    make = data_jobs.make_dataset

    def wait(source: ModelSource, request: data_jobs.DatasetRequest) -> Task[str]:
        held.began.set()
        assert held.release.wait(20)
        return (yield from make(source, request))

    monkeypatch.setattr(data_jobs, "make_dataset", wait)
    return held


def test_closing_while_a_model_writes_does_not_wait(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = hold_progress(monkeypatch)
    page = room.dialog.make
    room.click(room.dialog.write)
    room.click(page.make)
    room.qtbot.waitUntil(held.began.is_set)
    gone: list[bool] = []
    room.dialog.runner.destroyed.connect(lambda: gone.append(True))
    room.dialog.close()
    assert not gone
    held.release.set()
    room.qtbot.waitUntil(lambda: bool(gone))
    assert list_stored() == []


# --- removing --------------------------------------------------------------------------------


def test_a_data_set_is_removed_only_after_a_question(letters: DigitDataset, room: Room) -> None:
    page = room.dialog.look
    assert not page.remove.isVisible()
    room.choose("letters")
    room.click(page.remove)
    assert page.question.text() == "Permanently delete “letters”?"
    room.click(page.keep)
    assert is_stored("letters")
    room.click(page.remove)
    room.click(page.confirm)
    room.qtbot.waitUntil(lambda: room.names == ["MNIST"])
    assert not is_stored("letters")
    assert room.told
    assert page.shown == "MNIST"


def test_what_cannot_be_removed_is_said(letters: DigitDataset, room: Room) -> None:
    room.choose("letters")
    (paths.datasets_dir() / "letters" / "dataset.npz").unlink()
    room.click(room.dialog.look.remove)
    room.click(room.dialog.look.confirm)
    room.settle()
    assert room.dialog.look.problem.text() == "You have no data set named “letters”."


# --- the window ------------------------------------------------------------------------------


def test_the_menu_opens_one_dialog(desk: Desk) -> None:
    for _ in range(2):
        desk.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.window.findChild(DataDialog)
    assert dialog is not None
    assert len(desk.window.findChildren(DataDialog)) == 1
    assert not dialog.isModal()
    desk.qtbot.waitUntil(lambda: not dialog.runner.is_busy)
    dialog.close()


def test_what_is_imported_can_be_trained_on(npz: Path, room: Room) -> None:
    training = room.desk.window.training
    training.open()
    data = training.dialog.form.data
    assert data.findData("my signs") < 0
    room.read(npz)
    room.click(room.dialog.import_.keep)
    room.qtbot.waitUntil(lambda: data.findData("my signs") >= 0)
    room.settle()
    room.click(room.dialog.look.remove)
    room.click(room.dialog.look.confirm)
    room.qtbot.waitUntil(lambda: data.findData("my signs") < 0)
    room.desk.settle()
    training.dialog.close()


def test_the_end_of_the_program_ends_download_and_thread() -> None:
    program = Path(__file__).with_name("quitting_program.py")
    command = [sys.executable, str(program), str(PLAYER)]
    places = [str(PLAYER.parents[1]), str(PLAYER.parents[2])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(places)}
    ended = subprocess.run(command, capture_output=True, timeout=60, env=environment, check=False)
    assert ended.stderr.decode().replace(OFFSCREEN, "").strip() == ""
    assert ended.stdout.decode().split() == ["download:", "ended", "thread:", "ended"]
    assert ended.returncode == 0


def test_other_colours_are_taken(letters: DigitDataset, room: Room) -> None:
    room.choose("letters")
    before = room.dialog.grab().toImage()
    room.desk.appearance.toggle()
    assert room.dialog.grab().toImage() != before
