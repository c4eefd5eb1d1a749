"""A file of several pages in the window: one is chosen, or all go into the table."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from paged_files import SIDE, WIDTH, write_pages
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_desk import Desk

from desktop_cvae.gui.batch.batch_dialog import BatchDialog
from desktop_cvae.gui.pages.page_dialog import PageDialog, draw_small


def opened(desk: Desk, path: Path) -> PageDialog:
    desk.window.opening.open_file(path)
    desk.settle()
    dialog = desk.window.findChild(PageDialog)
    assert dialog is not None
    return dialog


def test_the_chosen_page_is_opened(desk: Desk, tmp_path: Path) -> None:
    dialog = opened(desk, write_pages(tmp_path / "scan.pdf", 4))
    assert dialog.list.texts == list("1234")
    desk.qtbot.waitUntil(lambda: dialog._drawn == {0, 1, 2, 3} and not dialog._is_drawing)
    QTest.keyClick(dialog.list, Qt.Key.Key_Right)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    desk.settle()
    picture = desk.window.input.canvas.drawing.picture
    assert picture is not None
    assert picture.name == "scan.pdf#2"
    rows = np.flatnonzero((picture.image < 0.5).any(1))
    assert rows[0] / picture.image.shape[1] == pytest.approx(SIDE / WIDTH, abs=0.01)
    assert desk.window.preferences.settings.recent[0] == str(tmp_path / "scan.pdf#2")
    desk.window.menus.recent.look()
    desk.settle()
    assert desk.window.menus.recent._shown == (str(tmp_path / "scan.pdf#2"),)


def test_a_file_of_one_page_is_opened_at_once(desk: Desk, tmp_path: Path) -> None:
    for name, shown in (("one.pdf", "one.pdf#1"), ("one.tif", "one.tif")):
        desk.window.opening.open_file(write_pages(tmp_path / name, 1))
        desk.settle()
        picture = desk.window.input.canvas.drawing.picture
        assert picture is not None
        assert picture.name == shown
    assert desk.window.findChild(PageDialog) is None


def test_all_pages_go_into_the_table(desk: Desk, tmp_path: Path) -> None:
    path = write_pages(tmp_path / "scan.tif", 3)
    dialog = opened(desk, path)
    dialog.all.click()
    batch = desk.window.findChild(BatchDialog)
    assert batch is not None
    desk.qtbot.waitUntil(lambda: len(batch.table.rows) == 3 and not batch.reader.is_busy)
    assert [row.name for row in batch.table.rows] == [f"{path}#{page}" for page in (1, 2, 3)]
    assert all(row.record and row.record.thumbnail is not None for row in batch.table.rows)
    batch.close()


def test_small_pictures_are_small(tmp_path: Path) -> None:
    small = draw_small(f"{write_pages(tmp_path / 'scan.pdf', 2)}#2")
    assert small.dtype == np.uint8
    assert max(small.shape) <= 344
    assert small.min() < 20
    assert small.max() == 255


def test_a_damaged_file_is_told_of(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 and no more")
    desk.window.opening.open_file(tmp_path / "bad.pdf")
    desk.settle()
    assert desk.notices[-1].sentence == "“bad.pdf” is damaged or cut short."
