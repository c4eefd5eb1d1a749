"""Many pictures at once: read into a table, corrected, sorted, filtered, exported."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from fakes import draw_digit
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox
from shiboken6 import isValid
from window_desk import Desk

from desktop_cvae.cli import batches
from desktop_cvae.cli.records import RecognitionRequest
from desktop_cvae.core import paths
from desktop_cvae.core.results import Recognition
from desktop_cvae.core.tasks import result_of
from desktop_cvae.gui.batch.batch_dialog import BatchDialog
from desktop_cvae.gui.batch.picture_table import Column, PictureTable
from desktop_cvae.gui.batch.reading import PictureReading, find_pictures, natural_key, thumbnail_of
from desktop_cvae.gui.drawing import grey_image
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.inference.picture_records import PictureRecord
from desktop_cvae.library.archive import Archive

OpenBatch = Callable[..., BatchDialog]


def save(path: Path, *digits: int) -> Path:
    """Digits in dark ink on paper, side by side."""
    blank = np.zeros((28, 2), np.float32)
    drawn = [part for digit in digits for part in (blank, draw_digit(digit), blank)]
    image = 1 - np.pad(np.hstack(drawn), 4)
    scaled = grey_image(image.repeat(6, 0).repeat(6, 1))
    path.parent.mkdir(exist_ok=True)
    assert scaled.save(str(path))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Single digits, a number, what is none, and what cannot be read."""
    place = tmp_path / "pictures"
    save(place / "p9.png", 3)
    save(place / "p10.png", 0)
    save(place / "number.png", 3, 0, 6)
    save(place / "inner" / "six.png", 6)
    (place / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (place / "notes.txt").write_text("no picture")
    (place / ".hidden.png").write_bytes(b"")
    (place / "a folder.png").mkdir()
    assert grey_image(np.ones((200, 200), np.float32)).save(str(place / "blank.png"))
    return place


@pytest.fixture
def open_batch(desk: Desk) -> Iterator[OpenBatch]:
    opened: list[BatchDialog] = []

    def open_(*places: Path) -> BatchDialog:
        desk.window.commands.show_batch(places)
        dialog = desk.window.findChild(BatchDialog)
        assert dialog is not None
        opened.append(dialog)
        desk.qtbot.waitUntil(lambda: not dialog.reader.is_busy)
        return dialog

    yield open_
    for dialog in filter(isValid, opened):
        dialog.table.undo_stack.setClean()
        dialog._is_saved = True
        dialog.close()
        dialog.reader.runner.stop()


def column(dialog: BatchDialog, at: Column) -> list[str]:
    table = dialog.table
    return [table.index(line, at).data() for line in range(table.rowCount())]


def test_a_folder_is_read_with_the_folders_in_it(folder: Path, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder)
    names = column(dialog, Column.PICTURE)
    assert names == ["blank.png", "broken.png", "six.png", "number.png", "p9.png", "p10.png"]
    readings = dict(zip(names, column(dialog, Column.READING), strict=True))
    assert readings["p9.png"] == "3"
    assert readings["p10.png"] == "0"
    assert readings["six.png"] == "6"
    assert readings["number.png"] == "306"
    remarks = dict(zip(names, column(dialog, Column.REMARK), strict=True))
    assert remarks["blank.png"] == "nothing found"
    assert "damaged" in remarks["broken.png"]
    assert "6 of 6 read · 2 to check" in dialog.state.text()
    assert not dialog.bar.isVisible()


def test_pages_are_in_the_order_of_their_numbers() -> None:
    names = ["p10", "p9", "p009", "q", "p" + "1" * 5000, ""]
    assert sorted(names, key=natural_key)[1:4] == ["p9", "p009", "p10"]


def test_files_are_taken_once_and_as_they_come(folder: Path) -> None:
    places = (str(folder / "p9.png"), str(folder / "gone.png"), str(folder), "")
    found = result_of(find_pictures(places))
    assert found[:2] == places[:2]
    assert len(found) == len(set(found)) == 8


def test_what_it_holds_can_be_said(folder: Path, desk: Desk, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder / "number.png", folder / "p9.png")
    dialog.how.segment("digit").click()
    desk.qtbot.waitUntil(lambda: not dialog.reader.is_busy)
    assert len(column(dialog, Column.READING)[0]) <= 1
    dialog.how.segment("numbers").click()
    desk.qtbot.waitUntil(lambda: not dialog.reader.is_busy)
    assert column(dialog, Column.READING) == ["306", "3"]


def type_into(dialog: BatchDialog, text: str) -> None:
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    # The one before may still be on its way out.
    editor = dialog.view.findChildren(QLineEdit)[-1]
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_keys_correct_one_after_the_other(folder: Path, desk: Desk, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder / "p9.png", folder / "p10.png")
    dialog.view.go_to(0)
    type_into(dialog, "8")
    desk.qtbot.waitUntil(lambda: dialog.view.currentIndex().row() == 1)
    type_into(dialog, "77")
    desk.qtbot.waitUntil(lambda: "2 corrected" in dialog.state.text())
    assert column(dialog, Column.READING) == ["8", "77"]
    assert column(dialog, Column.REMARK)[0] == "corrected, was “3”"
    dialog.view.selectRow(0)
    QTest.keyClick(dialog.view, Qt.Key.Key_Delete)
    assert column(dialog, Column.READING) == ["3", "77"]
    dialog.table.undo_stack.undo()
    dialog.table.undo_stack.undo()
    assert column(dialog, Column.READING) == ["8", "0"]


def test_the_original_typed_again_is_no_correction(folder: Path, open_batch: OpenBatch) -> None:
    table = open_batch(folder / "p9.png").table
    for text in ("3", "", "  "):
        table.setData(table.index(0, Column.READING), text)
        assert table.rows[0].correction is None
    table.setData(table.index(0, Column.READING), "12 / 34")
    assert table.rows[0].correction == "12\n34"


def test_only_what_is_to_check_is_shown_and_walked(folder: Path, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder)
    dialog.view.go_to(4)
    dialog.only.click()
    assert column(dialog, Column.PICTURE) == ["blank.png", "broken.png"]
    # What was corrected stays in sight, but is not gone to again.
    dialog.table.setData(dialog.table.index(1, Column.READING), "5")
    dialog.next.click()
    assert dialog.view.currentIndex().row() == 0
    dialog.next.click()
    assert dialog.view.currentIndex().row() == 0
    dialog.only.click()
    assert len(column(dialog, Column.PICTURE)) == 6


def test_columns_sort_and_the_chosen_row_stays_chosen(folder: Path, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder)
    dialog.view.go_to(5)
    dialog.view.sortByColumn(Column.READING, Qt.SortOrder.DescendingOrder)
    assert column(dialog, Column.READING)[0] == "306"
    assert dialog.table.row_at(dialog.view.currentIndex()).name.endswith("p10.png")
    dialog.view.sortByColumn(Column.PROBABILITY, Qt.SortOrder.AscendingOrder)
    assert set(column(dialog, Column.PICTURE)[:2]) == {"blank.png", "broken.png"}
    dialog.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert column(dialog, Column.PICTURE)[0] == "blank.png"


def test_a_picture_opens_in_the_window(folder: Path, desk: Desk, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder / "p9.png")
    dialog.view.doubleClicked.emit(dialog.table.index(0, Column.PICTURE))
    desk.settle()
    assert desk.window.input.opened_name == "p9.png"
    assert desk.headline == "It is a 3"


def test_json_lines_are_the_command_lines(
    folder: Path, desk: Desk, open_batch: OpenBatch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_batch(folder / "p9.png", folder / "broken.png")
    dialog.table.setData(dialog.table.index(0, Column.READING), "8")
    path = tmp_path / "table.jsonl"
    dialog.save_as(path)
    desk.qtbot.waitUntil(lambda: "2 rows are saved" in dialog.state.text())
    found = [json.loads(line) for line in path.read_text().splitlines()]
    model = desk.source.load("studio", "onnx")
    pictures = batches.Batch(0, (str(folder / "p9.png"), str(folder / "broken.png")))
    told = batches._read(model, RecognitionRequest("studio"), id, pictures)
    for entries, record in zip(found, told, strict=True):
        assert entries["file"] == record.file
        assert entries["read_as"] == record.text
        assert entries["error"] == record.error
        assert len(entries["digits"]) == len(record.digits)
        assert list(entries)[:5] == ["file", "text", "digits", "model", "error"]
        assert "entry" not in entries
    assert found[0]["digits"][0]["evidence_nats"] == list(told[0].digits[0].evidence_nats)
    assert (found[0]["text"], found[0]["corrected"]) == ("8", True)
    assert (found[1]["text"], found[1]["corrected"]) == ("", False)


def test_csv_is_read_by_others(
    folder: Path, desk: Desk, open_batch: OpenBatch, tmp_path: Path
) -> None:
    dialog = open_batch(folder)
    dialog.table.setData(dialog.table.index(3, Column.READING), "30 / 6")
    path = tmp_path / "table.csv"
    dialog.save_as(path)
    desk.qtbot.waitUntil(lambda: "6 rows are saved" in dialog.state.text())
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [len(row) for row in rows] == [12] * 6
    assert (rows[3]["text"], rows[3]["read_as"], rows[3]["corrected"]) == ("30\n6", "306", "true")
    assert "damaged" in rows[1]["error"]
    assert float(rows[4]["probability"]) > 0.5
    assert int(rows[4]["width"]) > 0


def test_a_table_that_cannot_be_saved_says_so(
    folder: Path, desk: Desk, open_batch: OpenBatch, tmp_path: Path
) -> None:
    dialog = open_batch(folder / "p9.png")
    dialog.table.setData(dialog.table.index(0, Column.READING), "8")
    (tmp_path / "file").write_text("")
    dialog.save_as(tmp_path / "file" / "table.csv")
    desk.qtbot.waitUntil(lambda: "could not be written" in dialog.state.text())
    assert not dialog._is_saved


def test_rows_are_copied_for_a_spreadsheet(folder: Path, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder / "p9.png", folder / "number.png")
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "p9.png\t3\nnumber.png\t306\n"


def test_corrections_are_not_lost_without_a_question(
    folder: Path, desk: Desk, open_batch: OpenBatch
) -> None:
    dialog = open_batch(folder / "p9.png")
    dialog.table.setData(dialog.table.index(0, Column.READING), "8")
    dialog.close()
    question = dialog.findChild(QMessageBox)
    assert question is not None
    assert dialog.isVisible()
    question.button(QMessageBox.StandardButton.Cancel).click()
    assert dialog.isVisible()
    dialog.table.undo_stack.undo()
    dialog.close()
    assert not dialog.isVisible()


def test_it_can_be_stopped_and_goes_on(folder: Path, desk: Desk, open_batch: OpenBatch) -> None:
    desk.engine.gate.clear()
    desk.window.commands.show_batch([folder / "p9.png", folder / "p10.png"])
    dialog = desk.window.findChild(BatchDialog)
    assert dialog is not None
    desk.qtbot.waitUntil(lambda: len(dialog.table.rows) == 2)
    assert dialog.bar.isVisible()
    dialog.stop.click()
    desk.engine.gate.set()
    assert not dialog.reader.is_busy
    assert dialog.stop.text() == "Go on"
    assert "0 of 2 read" in dialog.state.text()
    dialog = open_batch()
    dialog.stop.click()
    desk.qtbot.waitUntil(lambda: column(dialog, Column.READING) == ["3", "0"])


def test_a_fault_over_one_picture_leaves_the_others(
    folder: Path, desk: Desk, open_batch: OpenBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_cvae.gui.batch import reading

    real = reading.read_one

    def fail_once(model: object, name: str, how: str, refuse: float) -> PictureReading:
        if name.endswith("p9.png"):
            raise RuntimeError("a fault of ours")
        return real(model, name, how, refuse)

    monkeypatch.setattr(reading, "read_one", fail_once)
    dialog = open_batch(folder / "p10.png", folder / "p9.png", folder / "inner" / "six.png")
    assert column(dialog, Column.READING) == ["0", "–", "6"]
    assert "went wrong" in column(dialog, Column.REMARK)[1]


def test_a_model_without_labels_is_explained(folder: Path, desk: Desk) -> None:
    desk.window.commands.use_model("plain")
    desk.settle()
    desk.window.commands.show_batch([folder / "p9.png"])
    dialog = desk.window.findChild(BatchDialog)
    assert dialog is not None
    desk.qtbot.waitUntil(lambda: bool(dialog.table.rows) and not dialog.reader.is_busy)
    assert "names no digits" in dialog.state.text()
    desk.window.commands.use_model("studio")
    desk.settle()
    desk.qtbot.waitUntil(lambda: column(dialog, Column.READING) == ["3"])
    dialog.close()
    dialog.reader.runner.stop()


def test_what_is_dropped_on_it_is_added(folder: Path, desk: Desk, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder / "p9.png")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder)), QUrl("http://localhost:9/a.png")])
    dialog.read([url.toLocalFile() for url in mime.urls() if url.isLocalFile()])
    desk.qtbot.waitUntil(lambda: len(dialog.table.rows) == 6 and not dialog.reader.is_busy)


def test_ten_thousand_rows_are_sorted_and_filtered(qtbot: object) -> None:
    table = PictureTable()
    table.add(f"{n}.png" for n in range(10_000))
    for n in range(10_000):
        error = "damaged" if n % 100 == 0 else None
        table.set_reading(n, PictureReading(PictureRecord(f"{n}.png", str(n), (), "m", error)))
    table.sort(Column.READING, Qt.SortOrder.DescendingOrder)
    assert table.index(0, Column.READING).data() == "9999"
    table.show_only_to_check(True)
    assert table.rowCount() == 10_000  # nothing was found in any
    assert thumbnail_of(np.ones((3000, 20), np.float32)).shape[0] <= 64


def test_every_control_is_named_and_explained(folder: Path, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder / "p9.png")
    for button in (dialog.add, dialog.add_folder, dialog.next, dialog.back, dialog.only):
        assert button.text()
        assert button.toolTip()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert dialog.view.accessibleName()
    spoken = dialog.table.index(0, Column.READING).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Reading: 3"


def test_the_window_asks_before_corrections_are_lost(
    folder: Path, desk: Desk, open_batch: OpenBatch
) -> None:
    dialog = open_batch(folder / "p9.png")
    dialog.table.setData(dialog.table.index(0, Column.READING), "8")
    desk.window.close()
    assert desk.window.isVisible()
    question = dialog.findChild(QMessageBox)
    assert question is not None
    question.button(QMessageBox.StandardButton.Cancel).click()
    # Interrupted, nobody is there to be asked.
    desk.window.shut_down()
    desk.window.close()
    assert not desk.window.isVisible()


def test_it_is_as_strict_as_the_window(folder: Path, desk: Desk, open_batch: OpenBatch) -> None:
    asked: list[float] = []
    real = OpenedModel.read

    def read(self: OpenedModel, images: np.ndarray, refuse: float) -> list[Recognition]:
        asked.append(refuse)
        return real(self, images, refuse)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(OpenedModel, "read", read)
        desk.session.set_refusal(0.05)
        dialog = open_batch(folder / "p9.png")
        dialog.how.segment("digit").click()
        desk.qtbot.waitUntil(lambda: not dialog.reader.is_busy)
    assert 0.05 in asked


def test_the_table_goes_into_the_archive_when_that_is_wanted(
    folder: Path, desk: Desk, open_batch: OpenBatch
) -> None:
    dialog = open_batch(folder / "p9.png", folder / "broken.png")
    assert not paths.archive_file().exists()
    for times in range(2):
        dialog.archive.click()
        assert not dialog.archive.isEnabled()
        desk.qtbot.waitUntil(lambda: "1 picture is in the archive." in dialog.state.text())
        assert dialog.archive.isEnabled()
        with Archive(paths.archive_file()) as archive:
            [entry] = [archive.get(summary.id) for summary in archive.search()]
        assert (entry.source, entry.name, entry.text) == ("table", "p9.png", "3")
        assert entry.input == (folder / "p9.png").read_bytes()
        assert entry.given_label == (None if times == 0 else "8")
        dialog.table.setData(dialog.table.index(0, Column.READING), "8")
        dialog.state.clear()
    dialog.discard()


def test_a_table_that_cannot_be_archived_says_why(
    folder: Path, desk: Desk, open_batch: OpenBatch
) -> None:
    paths.archive_file().mkdir(parents=True)
    dialog = open_batch(folder / "p9.png")
    dialog.archive.click()
    desk.qtbot.waitUntil(lambda: "is no file" in dialog.state.text())
    assert dialog.archive.isEnabled()
