"""Saving, copying, printing and dragging, through the worker."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from exported_files import opened_png, pdf_text
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot
from window_desk import Office

from desktop_cvae.core.errors import InputOutputError
from desktop_cvae.gui.exporting import exporter as module
from desktop_cvae.gui.exporting.export import (
    Export,
    ExportKind,
    bytes_kind,
    file_name,
    table_export,
)
from desktop_cvae.gui.exporting.exporter import NOTHING
from desktop_cvae.gui.session import Notice
from desktop_cvae.pictures.contact_sheets import encode_png

PIXELS = np.tile(np.arange(0, 200, 2, dtype=np.uint8), (60, 1))
PNG = bytes_kind("PNG picture", ".png", lambda: encode_png(PIXELS))
TABLE = table_export("the table", "table", lambda: [("label", "nats"), ("7", -92.5)])
EXPORT = Export(
    "the plot", "plot", (PNG, *TABLE.kinds), png=lambda: encode_png(PIXELS), text=TABLE.text
)


def test_a_file_is_saved_and_told(office: Office, tmp_path: Path) -> None:
    office.exporter.save(tmp_path / "plot.png", PNG)
    assert office.settle().sentence == "Saved as “plot.png”."
    np.testing.assert_array_equal(opened_png(tmp_path / "plot.png")[..., 0], PIXELS)


def test_two_files_at_once_are_two_files(office: Office, tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        office.exporter.save(tmp_path / name, PNG)
    office.settle()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.png", "b.png"]


def test_a_folder_that_cannot_be_written_is_told_in_words(office: Office, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    office.exporter.save(tmp_path / "file" / "plot.png", PNG)
    told = office.settle()
    assert told.is_warning
    assert "could not be written" in told.sentence


def test_a_full_disk_leaves_the_old_file(office: Office, tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "plot.png"
    path.write_bytes(b"old")

    def fill(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fill)
    office.exporter.save(path, PNG)
    assert "No space left" in office.settle().sentence
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_of_ours_is_told_as_it_is(office: Office, tmp_path: Path) -> None:
    def refuse(path: Path) -> None:
        raise InputOutputError("Not today.", "why")

    office.exporter.save(tmp_path / "x", ExportKind("X", ".x", refuse))
    assert office.settle() == Notice("Not today.", "why")


def test_picture_and_text_are_copied(office: Office) -> None:
    office.exporter.copy_picture(EXPORT)
    assert office.settle().sentence == "The plot is on the clipboard, as a picture."
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (100, 60)
    office.exporter.copy_text(EXPORT)
    assert office.settle().sentence == "The plot is on the clipboard, as text."
    assert QGuiApplication.clipboard().text() == "label\tnats\n7\t-92.5\n"


def test_a_page_is_printed(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    office.exporter.print_on(printer, EXPORT)
    assert office.settle().sentence == "The plot was sent to the printer."
    (page,) = PdfReader(path).pages
    (picture,) = page.images
    assert picture.image.size == (100, 60)
    assert pdf_text(path) == ""


def test_the_print_dialog_prints_once(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = office.exporter.ask_printer(office.widget, EXPORT)
    assert isinstance(dialog, QPrintDialog)
    path = tmp_path / "printed.pdf"
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    dialog.accepted.emit(printer)
    assert office.settle().sentence == "The plot was sent to the printer."
    assert len(office.notices) == 1
    assert len(PdfReader(path).pages) == 1
    dialog.close()


def test_the_dialog_offers_the_formats_and_follows_them(
    office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    office.exporter.folder = str(tmp_path)
    dialog = office.exporter.ask(office.widget, EXPORT)
    assert dialog.nameFilters() == [
        "PNG picture (*.png)",
        "CSV table (*.csv)",
        "CSV for Excel (*.csv)",
        "Excel workbook (*.xlsx)",
    ]
    dialog.selectNameFilter("CSV table (*.csv)")
    dialog.filterSelected.emit("CSV table (*.csv)")
    assert [Path(name).name for name in dialog.selectedFiles()] == ["plot.csv"]
    dialog.fileSelected.emit(str(tmp_path / "mine.csv"))
    office.settle()
    assert (tmp_path / "mine.csv").read_text() == "label,nats\n7,-92.5\n"
    dialog.close()


@pytest.mark.parametrize(
    ("typed", "chosen", "title", "name"),
    [
        ("a.png", 0, "PNG picture", "a.png"),
        ("a.csv", 0, "CSV table", "a.csv"),
        ("a.PNG", 1, "PNG picture", "a.PNG"),
        ("a", 1, "CSV table", "a.csv"),
        ("v1.2", 0, "PNG picture", "v1.2.png"),
    ],
)
def test_a_files_name_says_the_format(typed: str, chosen: int, title: str, name: str) -> None:
    kind, path = EXPORT.kind_for(Path(typed), EXPORT.kinds[chosen])
    assert (kind.title, path.name) == (title, name)


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_the_menu_has_what_can_be_done(office: Office) -> None:
    whole = office.exporter.menu(office.widget, EXPORT)
    assert words(whole) == ["Save the plot…", "Copy picture", "Copy as text", "Print…"]
    assert words(office.exporter.menu(office.widget, TABLE)) == ["Save the table…", "Copy as text"]
    (nothing,) = office.exporter.menu(office.widget, None).actions()
    assert nothing.text() == NOTHING
    assert not nothing.isEnabled()
    whole.actions()[1].trigger()
    assert "picture" in office.settle().sentence


def test_mouse_and_keys_open_the_menu(office: Office, qtbot: QtBot, monkeypatch) -> None:
    widget = office.widget
    office.exporter.offer(widget, lambda: EXPORT)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    with qtbot.waitActive(widget):
        widget.show()
    widget.setFocus()
    shown: list[QPoint] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: shown.append(place))
    widget.resize(100, 40)
    place = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(3, 5), QPoint(3, 5))
    QCoreApplication.sendEvent(widget, place)
    QTest.keyClick(widget, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert shown == [widget.mapToGlobal(at) for at in (QPoint(3, 5), widget.rect().center())]


def test_a_pull_drags_and_is_no_click(office: Office, qtbot: QtBot, monkeypatch) -> None:
    button, clicks, dragged = QPushButton("x"), [], []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: clicks.append(1))
    office.exporter.offer(button, lambda: EXPORT, drags=True)
    monkeypatch.setattr(module, "start_drag", lambda *given: dragged.append(given))
    held = Qt.MouseButton.LeftButton
    monkeypatch.setattr(QGuiApplication, "mouseButtons", staticmethod(lambda: held))
    button.resize(200, 60)
    button.show()
    QTest.mousePress(button, held, pos=QPoint(5, 5))
    QTest.mouseMove(button, QPoint(60, 20))
    qtbot.waitUntil(lambda: bool(dragged))
    QTest.mouseRelease(button, held, pos=QPoint(60, 20))
    ((source, png, name),) = dragged
    assert (source, name) == (button, "plot.png")
    assert opened_png(png).shape == (60, 100, 3)
    assert not clicks
    QTest.mouseClick(button, held)
    assert clicks


def test_a_dragged_picture_is_a_file_too(office: Office, monkeypatch) -> None:
    seen = []

    def drop(self: object, *_: object) -> None:
        mime = self.mimeData()  # type: ignore[attr-defined]
        path = mime.urls()[0].toLocalFile()
        with Image.open(path) as picture:
            seen.append((Path(path).name, picture.size, mime.hasImage()))

    monkeypatch.setattr("PySide6.QtGui.QDrag.exec", drop)
    module.start_drag(office.widget, encode_png(PIXELS), "a/b: 7.png")
    assert seen == [("a_b_ 7.png", (100, 60), True)]


def test_names_of_files_are_harmless() -> None:
    assert file_name("answer", "7") == "answer-7"
    assert file_name("loss", "../a b:c") == "loss-a-b-c"
    assert file_name("", "…") == "export"
