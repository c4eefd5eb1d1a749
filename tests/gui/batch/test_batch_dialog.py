"""Many pictures at once: read into a table, corrected, sorted, filtered, exported."""

from __future__ import annotations

import csv
import getpass
import json
import threading
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
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

from desktop_cvae.bulk import batch_reader
from desktop_cvae.bulk.batch_reader import BatchReader, Content, RecognitionRequest
from desktop_cvae.bulk.batches import Batch, batches
from desktop_cvae.bulk.executors import read_all
from desktop_cvae.bulk.picture_names import PictureNames
from desktop_cvae.bulk.record_formats import DIGIT_FORMATS, NUMBER_FORMATS
from desktop_cvae.core import paths
from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.core.results import Recognition
from desktop_cvae.core.tasks import result_of
from desktop_cvae.gui.batch import batch_jobs, table_reader
from desktop_cvae.gui.batch.batch_dialog import BatchDialog
from desktop_cvae.gui.batch.batch_jobs import find_names
from desktop_cvae.gui.batch.picture_table import PictureColumn, PictureTable
from desktop_cvae.gui.batch.review_file import find_kept
from desktop_cvae.gui.qimage_arrays import grey_image
from desktop_cvae.inference.picture_records import PictureRecord, record_fields
from desktop_cvae.inference.recogniser import Recogniser
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.pictures.picture_files import ReadPicture

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
        desk.window.read_many(places)
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


def correct(dialog: BatchDialog, name: str, text: str) -> None:
    line = column(dialog, PictureColumn.PICTURE).index(name)
    dialog.table.setData(dialog.table.index(line, PictureColumn.READING), text)


def column(dialog: BatchDialog, at: PictureColumn) -> list[str]:
    table = dialog.table
    return [table.index(line, at).data() for line in range(table.rowCount())]


def test_a_folder_is_read_with_the_folders_in_it(folder: Path, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder)
    names = column(dialog, PictureColumn.PICTURE)
    assert names == ["blank.png", "broken.png", "number.png", "p9.png", "p10.png", "six.png"]
    readings = dict(zip(names, column(dialog, PictureColumn.READING), strict=True))
    assert readings["p9.png"] == "3"
    assert readings["p10.png"] == "0"
    assert readings["six.png"] == "6"
    assert readings["number.png"] == "306"
    remarks = dict(zip(names, column(dialog, PictureColumn.REMARK), strict=True))
    assert remarks["blank.png"] == "nothing found"
    assert "damaged" in remarks["broken.png"]
    assert "6 of 6 read · 2 to check" in dialog.state.text()
    assert not dialog.bar.isVisible()


def test_files_are_taken_once_and_as_they_come(folder: Path) -> None:
    places = (str(folder / "p9.png"), str(folder / "gone.png"), str(folder), "")
    found = result_of(find_names(places))
    assert found[:3] == (*places[:2], str(folder / "blank.png"))
    assert len(found) == 9


def test_what_it_holds_can_be_said(folder: Path, desk: Desk, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder / "number.png", folder / "p9.png")
    dialog.content.segment("digit").click()
    desk.qtbot.waitUntil(lambda: not dialog.reader.is_busy)
    assert len(column(dialog, PictureColumn.READING)[0]) <= 1
    dialog.content.segment("numbers").click()
    desk.qtbot.waitUntil(lambda: not dialog.reader.is_busy)
    assert column(dialog, PictureColumn.READING) == ["306", "3"]


def type_into(dialog: BatchDialog, text: str) -> None:
    QTest.keyClick(dialog.pane.view, Qt.Key.Key_F2)
    # The one before may still be on its way out.
    editor = dialog.pane.view.findChildren(QLineEdit)[-1]
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_keys_correct_one_after_the_other(folder: Path, desk: Desk, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder / "p9.png", folder / "p10.png")
    dialog.pane.view.go_to(0)
    type_into(dialog, "8")
    desk.qtbot.waitUntil(lambda: dialog.pane.view.currentIndex().row() == 1)
    type_into(dialog, "77")
    desk.qtbot.waitUntil(lambda: "2 corrected" in dialog.state.text())
    assert column(dialog, PictureColumn.READING) == ["8", "77"]
    assert column(dialog, PictureColumn.REMARK)[0] == "corrected, was “3”"
    dialog.pane.view.selectRow(0)
    QTest.keyClick(dialog.pane.view, Qt.Key.Key_Delete)
    assert column(dialog, PictureColumn.READING) == ["3", "77"]
    dialog.table.undo_stack.undo()
    dialog.table.undo_stack.undo()
    assert column(dialog, PictureColumn.READING) == ["8", "0"]


def test_enter_accepts_and_goes_to_the_next_doubt_of_the_first_row_too(
    folder: Path, desk: Desk, open_batch: OpenBatch, tmp_path: Path
) -> None:
    dialog = open_batch(folder)
    view = dialog.pane.view
    # The first row is to be checked, and is where the review begins.
    assert view.currentIndex().row() == 0
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert column(dialog, PictureColumn.REMARK)[0] == "checked"
    assert view.currentIndex().row() == 1
    assert "1 to check" in dialog.state.text()
    QTest.keyClick(view, Qt.Key.Key_5)
    editor = view.findChildren(QLineEdit)[-1]
    assert editor.text() == "5"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: "to check" not in dialog.state.text())
    assert column(dialog, PictureColumn.READING)[:2] == ["–", "5"]
    dialog.save_as(tmp_path / "table.csv")
    desk.qtbot.waitUntil(lambda: "6 rows are saved" in dialog.state.text())
    with (tmp_path / "table.csv").open(newline="") as file:
        rows = {Path(row["file"]).name: row for row in csv.DictReader(file, strict=True)}
    states = {name: (row["corrected"], row["checked"]) for name, row in rows.items()}
    assert states["blank.png"] == ("false", "true")
    assert states["broken.png"] == ("true", "true")
    assert states["p9.png"] == ("false", "false")
    assert rows["broken.png"]["checked_by"] == getpass.getuser()
    assert rows["p9.png"]["checked_by"] == ""
    dialog.table.undo_stack.undo()
    dialog.table.undo_stack.undo()
    assert "2 to check" in dialog.state.text()


def test_escape_leaves_a_reading_as_it_was(folder: Path, desk: Desk, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder / "p9.png")
    view = dialog.pane.view
    place = view.visualRect(dialog.table.index(0, PictureColumn.PICTURE)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = view.findChildren(QLineEdit)[-1]
    QTest.keyClicks(editor, "77")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert dialog.table.rows[0].correction is None
    assert dialog.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_picture_stands_beside_the_table(
    folder: Path, desk: Desk, open_batch: OpenBatch
) -> None:
    dialog = open_batch(folder)
    review = dialog.review.view
    dialog.pane.view.go_to(column(dialog, PictureColumn.PICTURE).index("number.png"))
    desk.qtbot.waitUntil(lambda: review.image is not None and review.image.width() > 400)
    assert len(review.marks.current + review.marks.doubtful) == 3
    dialog.pane.view.go_to(column(dialog, PictureColumn.PICTURE).index("broken.png"))
    desk.qtbot.waitUntil(lambda: review.image is None)
    assert not review.grab().toImage().isNull()


def test_the_original_typed_again_is_no_correction(folder: Path, open_batch: OpenBatch) -> None:
    table = open_batch(folder / "p9.png").table
    for text in ("3", "", "  "):
        table.setData(table.index(0, PictureColumn.READING), text)
        assert table.rows[0].correction is None
    table.setData(table.index(0, PictureColumn.READING), "12 / 34")
    assert table.rows[0].correction == "12\n34"


def test_only_what_is_to_check_is_shown_and_walked(folder: Path, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder)
    dialog.pane.view.go_to(4)
    dialog.pane.only.click()
    assert column(dialog, PictureColumn.PICTURE) == ["blank.png", "broken.png"]
    # What was corrected stays in sight, but is not gone to again.
    dialog.table.setData(dialog.table.index(1, PictureColumn.READING), "5")
    dialog.pane.next.click()
    assert dialog.pane.view.currentIndex().row() == 0
    dialog.pane.next.click()
    assert dialog.pane.view.currentIndex().row() == 0
    dialog.pane.only.click()
    assert len(column(dialog, PictureColumn.PICTURE)) == 6


def test_columns_sort_and_the_chosen_row_stays_chosen(folder: Path, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder)
    dialog.pane.view.go_to(4)
    dialog.pane.view.sortByColumn(PictureColumn.READING, Qt.SortOrder.DescendingOrder)
    assert column(dialog, PictureColumn.READING)[0] == "306"
    assert dialog.table.row_at(dialog.pane.view.currentIndex()).name.endswith("p10.png")
    dialog.pane.view.sortByColumn(PictureColumn.PROBABILITY, Qt.SortOrder.AscendingOrder)
    assert set(column(dialog, PictureColumn.PICTURE)[:2]) == {"blank.png", "broken.png"}
    dialog.pane.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert column(dialog, PictureColumn.PICTURE)[0] == "blank.png"


def test_a_picture_opens_in_the_window(folder: Path, desk: Desk, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder / "p9.png")
    QTest.keyClick(dialog.pane.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.window.input.opened_name == "p9.png"
    assert desk.headline == "It is a 3"


def test_json_lines_are_the_command_lines(
    folder: Path, desk: Desk, open_batch: OpenBatch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_batch(folder / "p9.png", folder / "broken.png")
    correct(dialog, "p9.png", "8")
    path = tmp_path / "table.jsonl"
    dialog.save_as(path)
    desk.qtbot.waitUntil(lambda: "2 rows are saved" in dialog.state.text())
    found = [json.loads(line) for line in path.read_text().splitlines()]
    model = desk.source.load("studio", "onnx")
    pictures = Batch(0, (str(folder / "p9.png"), str(folder / "broken.png")))
    told = result_of(BatchReader(model, RecognitionRequest("studio"))(pictures))
    for entries, record in zip(found, told, strict=True):
        assert entries["file"] == record.file
        assert entries["read_as"] == record.text
        assert entries["error"] == record.error
        assert len(entries["digits"]) == len(record.digits)
        assert list(entries)[: len(record_fields(record))] == list(record_fields(record))
        assert "entry" not in entries
    assert found[0]["digits"][0]["evidence_nats"] == list(told[0].digits[0].evidence_nats)
    assert (found[0]["text"], found[0]["corrected"]) == ("8", True)
    assert (found[1]["text"], found[1]["corrected"]) == ("", False)


def test_csv_is_that_of_the_command_line(
    folder: Path, desk: Desk, open_batch: OpenBatch, tmp_path: Path
) -> None:
    dialog = open_batch(folder)
    for content, formats in (("digit", DIGIT_FORMATS), ("numbers", NUMBER_FORMATS)):
        dialog.content.segment(content).click()
        desk.qtbot.waitUntil(lambda: not dialog.reader.is_busy)
        path = tmp_path / f"{content}.csv"
        dialog.save_as(path)
        desk.qtbot.waitUntil(lambda: "6 rows are saved" in dialog.state.text())
        dialog.state.clear()
        names = PictureNames([str(folder)], recursive=True)
        request = RecognitionRequest("studio", content=Content(content))
        read = BatchReader(desk.source.load("studio", "onnx"), request)
        lines = [formats.csv_line(r) for batch in batches(names) for r in result_of(read(batch))]
        assert path.read_text() == "".join([formats.csv_header, *lines])


def test_corrections_are_saved_beside_what_was_read(
    folder: Path, desk: Desk, open_batch: OpenBatch, tmp_path: Path
) -> None:
    dialog = open_batch(folder)
    correct(dialog, "number.png", "30 / 6")
    path = tmp_path / "table.csv"
    dialog.save_as(path)
    desk.qtbot.waitUntil(lambda: "6 rows are saved" in dialog.state.text())
    with path.open(newline="") as file:
        rows = {Path(row["file"]).name: row for row in csv.DictReader(file, strict=True)}
    assert list(rows["p9.png"])[-4:] == ["read_as", "corrected", "checked", "checked_by"]
    number, p9 = rows["number.png"], rows["p9.png"]
    assert (number["text"], number["read_as"], number["corrected"]) == ("30\n6", "306", "true")
    assert (p9["text"], p9["read_as"], p9["corrected"]) == ("3", "3", "false")
    assert "damaged" in rows["broken.png"]["error"]
    assert float(p9["probability"]) > 0.5
    assert int(p9["width"]) > 0


def test_zeros_survive_excel(
    folder: Path, desk: Desk, open_batch: OpenBatch, tmp_path: Path
) -> None:
    dialog = open_batch(folder / "number.png")
    correct(dialog, "number.png", "0042072")
    dialog.save_as(tmp_path / "table.csv", "CSV for Excel")
    desk.qtbot.waitUntil(lambda: "is saved as “table.csv”" in dialog.state.text())
    data = (tmp_path / "table.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b',"=""0042072""",' in data
    dialog.save_as(tmp_path / "table", "Excel workbook")
    desk.qtbot.waitUntil(lambda: "is saved as “table.xlsx”" in dialog.state.text())
    with zipfile.ZipFile(tmp_path / "table.xlsx") as book:
        assert b">0042072<" in book.read("xl/sharedStrings.xml")


def test_a_table_that_cannot_be_saved_says_so(
    folder: Path, desk: Desk, open_batch: OpenBatch, tmp_path: Path
) -> None:
    dialog = open_batch(folder / "p9.png")
    dialog.table.setData(dialog.table.index(0, PictureColumn.READING), "8")
    (tmp_path / "file").write_text("")
    dialog.save_as(tmp_path / "file" / "table.csv")
    desk.qtbot.waitUntil(lambda: "could not be written" in dialog.state.text())
    assert not dialog._is_saved


def test_rows_are_copied_for_a_spreadsheet(folder: Path, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder / "p9.png", folder / "number.png")
    dialog.pane.copy.click()
    assert QGuiApplication.clipboard().text() == "number.png\t306\np9.png\t3\n"


def test_corrections_are_not_lost_without_a_question(
    folder: Path, desk: Desk, open_batch: OpenBatch
) -> None:
    dialog = open_batch(folder / "p9.png")
    dialog.table.setData(dialog.table.index(0, PictureColumn.READING), "8")
    dialog.close()
    question = dialog.findChild(QMessageBox)
    assert question is not None
    assert dialog.isVisible()
    question.button(QMessageBox.StandardButton.Cancel).click()
    assert dialog.isVisible()
    dialog.table.undo_stack.undo()
    dialog.close()
    assert not dialog.isVisible()


def test_a_review_goes_on_after_a_crash(
    folder: Path, desk: Desk, open_batch: OpenBatch, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("desktop_cvae.gui.batch.picture_table.current_user", lambda: "ada")
    dialog = open_batch(folder)
    assert dialog.offer.isHidden()
    correct(dialog, "p9.png", "8")
    line = column(dialog, PictureColumn.PICTURE).index("blank.png")
    dialog.table.accept(dialog.table.index(line, PictureColumn.READING))
    # As after a crash, nothing was saved; what is on the disk stays.
    dialog.discard()
    dialog.close()
    desk.settle()
    monkeypatch.setattr("desktop_cvae.gui.batch.picture_table.current_user", lambda: "bob")
    desk.window.read_many([folder])
    again = next(one for one in desk.window.findChildren(BatchDialog) if one.isVisible())
    desk.qtbot.waitUntil(lambda: not again.reader.is_busy)
    assert again.offer.isVisible()
    sentence = "2 pictures were corrected or checked, but not saved. Changed by: ada."
    assert again.offer_text.text() == sentence
    again.restore.click()
    assert again.offer.isHidden()
    rows = {Path(row.name).name: row for row in again.table.rows}
    assert (rows["p9.png"].correction, rows["p9.png"].changed_by) == ("8", "ada")
    assert rows["blank.png"].accepted == {0}
    assert again.unsaved()
    correct(again, "p10.png", "5")
    again.save_as(tmp_path / "table.csv")
    desk.qtbot.waitUntil(lambda: "are saved" in again.state.text())
    with (tmp_path / "table.csv").open(newline="") as file:
        who = {Path(row["file"]).name: row["checked_by"] for row in csv.DictReader(file)}
    assert (who["p9.png"], who["blank.png"], who["p10.png"]) == ("ada", "ada", "bob")
    assert who["number.png"] == ""
    assert not find_kept(row.name for row in again.table.rows)
    again.close()


def test_a_kept_review_is_forgotten_but_not_what_was_changed_since(
    folder: Path, desk: Desk, open_batch: OpenBatch
) -> None:
    dialog = open_batch(folder)
    correct(dialog, "p9.png", "8")
    correct(dialog, "p10.png", "8")
    dialog.discard()
    dialog.close()
    desk.settle()
    desk.window.read_many([folder])
    again = next(one for one in desk.window.findChildren(BatchDialog) if one.isVisible())
    desk.qtbot.waitUntil(lambda: not again.reader.is_busy)
    assert again.offer.isVisible()
    correct(again, "p10.png", "5")
    again.forget.click()
    assert again.offer.isHidden()
    kept = find_kept(row.name for row in again.table.rows)
    assert {Path(name).name: one.correction for name, one in kept.items()} == {"p10.png": "5"}
    again.discard()
    again.close()


def test_what_a_full_disk_refused_is_kept_with_the_next_change(
    folder: Path, open_batch: OpenBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_batch(folder)
    correct(dialog, "number.png", "8")
    with monkeypatch.context() as full:

        def refuse(_: object) -> None:
            raise InputOutputError("The disk is full.")

        full.setattr("desktop_cvae.gui.batch.batch_dialog.keep", refuse)
        correct(dialog, "p9.png", "8")
    assert dialog.state.text() == "The disk is full."
    correct(dialog, "p10.png", "5")
    names = [row.name for row in dialog.table.rows]
    kept = {Path(name).name: one.correction for name, one in find_kept(names).items()}
    assert kept == {"number.png": "8", "p9.png": "8", "p10.png": "5"}
    dialog.table.undo_stack.undo()
    assert {Path(name).name for name in find_kept(names)} == {"number.png", "p9.png"}
    dialog.discard()
    dialog.close()


def test_it_can_be_stopped_and_goes_on(folder: Path, desk: Desk, open_batch: OpenBatch) -> None:
    desk.engine.gate.clear()
    desk.window.read_many([folder / "p9.png", folder / "p10.png"])
    dialog = desk.window.findChild(BatchDialog)
    assert dialog is not None
    desk.qtbot.waitUntil(lambda: len(dialog.table.rows) == 2)
    assert dialog.bar.isVisible()
    dialog.stop.click()
    desk.engine.gate.set()
    assert not dialog.reader.is_busy
    assert dialog.stop.text() == "Continue"
    assert dialog.stop.isVisible()
    assert "0 of 2 read" in dialog.state.text()
    dialog = open_batch()
    dialog.stop.click()
    desk.qtbot.waitUntil(lambda: column(dialog, PictureColumn.READING) == ["3", "0"])
    desk.qtbot.waitUntil(lambda: not dialog.stop.isVisible())


def test_a_fault_over_one_picture_leaves_the_others(
    folder: Path, desk: Desk, open_batch: OpenBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = batch_reader.read_picture

    def fail_once(source: Path) -> ReadPicture:
        if source.name == "p9.png":
            raise RuntimeError("a fault of ours")
        return real(source)

    monkeypatch.setattr(batch_reader, "read_picture", fail_once)
    dialog = open_batch(folder / "p10.png", folder / "p9.png", folder / "inner" / "six.png")
    assert column(dialog, PictureColumn.READING) == ["–", "0", "6"]
    assert "every attempt crashed" in column(dialog, PictureColumn.REMARK)[0]


class OtherProcesses:
    """An executor that reads here, and remembers which pictures it was given."""

    capacity = 2
    has_room = True

    def __init__(self, read: BatchReader) -> None:
        self._read = read
        self._waiting: list[Batch] = []
        self.pictures: list[str] = []
        self.is_ended = False

    def __enter__(self) -> OtherProcesses:
        return self

    def __exit__(self, *_: object) -> None:
        self.is_ended = True

    def submit(self, batch: Batch) -> None:
        self._waiting.append(batch)
        self.pictures += batch.pictures

    def as_completed(self) -> Iterator[tuple[Batch, list[PictureRecord]]]:
        batch = self._waiting.pop()
        yield batch, result_of(self._read(batch))


def test_other_processes_read_what_takes_long(
    folder: Path, desk: Desk, open_batch: OpenBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"{number:02d}.png" for number in range(40)]
    for name in names:
        save(folder / "many" / name, 3)
    request = RecognitionRequest("studio", content=Content.AUTOMATIC, with_thumbnails=True)
    others = OtherProcesses(BatchReader(desk.source.load("studio", "onnx"), request))
    monkeypatch.setattr(batch_jobs, "process_executor", lambda *_: lambda: others)
    monkeypatch.setattr(batch_jobs, "read_all", partial(read_all, patience_s=0.0))
    dialog = open_batch(folder / "many")
    assert column(dialog, PictureColumn.PICTURE) == names
    assert column(dialog, PictureColumn.READING) == ["3"] * 40
    assert [Path(name).name for name in others.pictures] == names[8:]
    assert others.is_ended
    assert all(row.record and row.record.thumbnail is not None for row in dialog.table.rows)


def test_reading_stops_between_two_pictures_of_a_batch(
    folder: Path, desk: Desk, open_batch: OpenBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    real, is_stopped = batch_reader.read_picture, threading.Event()

    def read_first(source: Path) -> ReadPicture:
        opened.append(source.name)
        assert is_stopped.wait(60)
        return real(source)

    monkeypatch.setattr(batch_reader, "read_picture", read_first)
    desk.window.read_many([folder])
    dialog = desk.window.findChild(BatchDialog)
    assert dialog is not None
    desk.qtbot.waitUntil(lambda: bool(opened))
    dialog.stop.click()
    is_stopped.set()
    desk.qtbot.waitUntil(lambda: not dialog.reader.runner.is_busy)
    assert opened == ["blank.png"]
    open_batch()
    dialog.stop.click()
    desk.qtbot.waitUntil(lambda: "6 of 6 read" in dialog.state.text())


def test_a_model_without_labels_is_explained(folder: Path, desk: Desk) -> None:
    desk.controller.use_model("plain")
    desk.settle()
    desk.window.read_many([folder / "p9.png"])
    dialog = desk.window.findChild(BatchDialog)
    assert dialog is not None
    desk.qtbot.waitUntil(lambda: bool(dialog.table.rows) and not dialog.reader.is_busy)
    assert "names no digits" in dialog.state.text()
    desk.controller.use_model("studio")
    desk.settle()
    desk.qtbot.waitUntil(lambda: column(dialog, PictureColumn.READING) == ["3"])
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
    table.sort(PictureColumn.PICTURE)
    table.add_records(PictureRecord(f"{n}.png", str(n), (), "m") for n in range(10_000))
    table.sort(PictureColumn.READING, Qt.SortOrder.DescendingOrder)
    assert table.index(0, PictureColumn.READING).data() == "9999"
    table.show_only_to_check(True)
    assert table.rowCount() == 10_000  # nothing was found in any


def test_every_control_is_named_and_explained(folder: Path, open_batch: OpenBatch) -> None:
    dialog = open_batch(folder / "p9.png")
    for button in (
        dialog.add,
        dialog.add_folder,
        dialog.pane.next,
        dialog.pane.back,
        dialog.pane.only,
    ):
        assert button.text()
        assert button.toolTip()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert dialog.pane.view.accessibleName()
    spoken = dialog.table.index(0, PictureColumn.READING).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Reading: 3"


def test_the_window_asks_before_corrections_are_lost(
    folder: Path, desk: Desk, open_batch: OpenBatch
) -> None:
    dialog = open_batch(folder / "p9.png")
    dialog.table.setData(dialog.table.index(0, PictureColumn.READING), "8")
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
    real = Recogniser.read

    def read(
        self: Recogniser, images: np.ndarray, false_rejection_rate: float
    ) -> list[Recognition]:
        asked.append(false_rejection_rate)
        return real(self, images, false_rejection_rate)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Recogniser, "read", read)
        desk.session.set_false_rejection_rate(0.05)
        dialog = open_batch(folder / "p9.png")
        dialog.content.segment("digit").click()
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
        correct(dialog, "p9.png", "8")
        dialog.state.clear()
    dialog.discard()


def test_a_table_that_cannot_be_archived_says_why(
    folder: Path, desk: Desk, open_batch: OpenBatch
) -> None:
    paths.archive_file().mkdir(parents=True)
    dialog = open_batch(folder / "p9.png")
    dialog.archive.click()
    desk.qtbot.waitUntil(lambda: "is not a file" in dialog.state.text())
    assert dialog.archive.isEnabled()


def test_what_arrives_in_a_watched_folder_is_read(
    folder: Path, desk: Desk, open_batch: OpenBatch, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(table_reader, "LOOK_MS", 10)
    inbox = tmp_path / "inbox"
    dialog = open_batch()
    dialog.watch_folder(inbox)
    assert "“inbox” is not a folder" in dialog.state.text().replace(str(inbox), "inbox")
    assert dialog.watch.text() == "Watch a folder…"
    inbox.mkdir()
    save(inbox / "3.png", 3)
    dialog.watch_folder(inbox)
    assert dialog.watch.text() == "Stop watching"
    assert dialog.state.text() == "watching “inbox”"

    def texts() -> list[str]:
        return [row.text for row in dialog.table.rows]

    desk.qtbot.waitUntil(lambda: texts() == ["3"] and not dialog.reader.is_busy)
    assert dialog.state.text() == "1 of 1 read · watching “inbox”"
    dialog.table.setData(dialog.table.index(0, PictureColumn.READING), "8")
    save(inbox / "deep" / "4.png", 4)
    desk.qtbot.waitUntil(lambda: texts() == ["8", "4"] and not dialog.reader.is_busy)
    dialog.watch.click()
    assert not dialog.reader.watched
    save(inbox / "5.png", 3)
    desk.qtbot.waitUntil(lambda: not dialog.reader.runner.slots)
    assert not dialog.reader._looking.isActive()
    assert texts() == ["8", "4"]
    # Stop ends it too.
    dialog.watch_folder(inbox)
    desk.qtbot.waitUntil(lambda: dialog.table.read_count == 3)
    assert texts() == ["8", "4", "3"]
    dialog.reader.stop()
    assert not dialog.reader.watched
    dialog.discard()
