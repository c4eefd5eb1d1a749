"""A number as text, table and picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from exported_files import csv_rows, opened_png, saved
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from window_desk import Desk

from desktop_cvae.gui.exporting.export import Export

OpenNumber = Callable[..., Desk]


def number(desk: Desk) -> Export:
    export = desk.window.numbers.export()
    assert export is not None
    return export


def test_a_number_is_saved_as_text(open_number: OpenNumber, tmp_path: Path) -> None:
    export = number(open_number("0612", "345"))
    assert export.stem == "number-0612"
    assert saved(export, ".txt", tmp_path).read_text() == "0612\n345\n"


def test_a_number_is_a_table_of_digits_with_boxes(open_number: OpenNumber, tmp_path: Path) -> None:
    desk = open_number("0612", "345")
    page = desk.window.numbers.page
    page.go_to(1)
    QTest.keyClick(desk.window.numbers.card.picture, Qt.Key.Key_8)
    desk.settle()
    heading, *rows = csv_rows(saved(number(desk), ".csv", tmp_path))
    found = [dict(zip(heading, row, strict=True)) for row in rows]
    assert [row["text"] for row in found] == list("0812345")
    assert [row["line"] for row in found] == list("1111222")
    assert [row["doubt"] for row in found][:3] == ["", "corrected by hand", ""]
    for row, digit in zip(found, page.digits, strict=True):
        assert tuple(int(row[side]) for side in ("x", "y", "width", "height")) == digit.box
        assert abs(float(row["probability"]) - digit.probability) < 1e-6


def test_the_picture_has_its_boxes(open_number: OpenNumber, tmp_path: Path) -> None:
    desk = open_number("0612")
    page = desk.window.numbers.page
    assert page.answer is not None
    pixels = opened_png(saved(number(desk), ".png", tmp_path)).astype(int)
    scale = pixels.shape[1] / page.answer.picture.shape[1]
    assert scale >= 1
    box = page.digits[page.current].box
    inside = pixels[
        int(scale * box.y) : int(scale * box.bottom), int(scale * box.x) : int(scale * box.right)
    ]
    # The digit that is looked at lies on a tint; all else of the picture is grey.
    assert np.ptp(inside, axis=2).max() > 15
    assert np.ptp(pixels, axis=2).max() > 60


def test_the_menus_mean_the_number_while_it_is_shown(open_number: OpenNumber) -> None:
    desk = open_number("0612")
    desk.window.run("copy_answer_text")
    desk.settle()
    assert QGuiApplication.clipboard().text() == "0612"
    desk.window.several.mode.card.rules.show_rule("length:4")
    desk.window.run("copy_command")
    assert QGuiApplication.clipboard().text().endswith(" --numbers --rule length:4")
    desk.window.run("copy_python")
    assert "model.read_number(" in QGuiApplication.clipboard().text()
    desk.window.numbers.leave()
    desk.settle()
    assert desk.window.numbers.export() is None
