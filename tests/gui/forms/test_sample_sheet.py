"""The sheet of a form: its boxes and marks, as PDF and picture, found again on a scan."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from printed_forms import HEIGHT, WIDTH, Laid, form, misplaced_px, scanned
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.forms.sample_sheet import (
    A4_ASPECT,
    APART,
    EDGE_MM,
    MARK_MM,
    cell_count,
    empty_page,
    page_size_mm,
    write_sheet,
)
from desktop_cvae.inference.form_file import LISTED, ONE_DIGIT, FormField
from desktop_cvae.pictures.picture_files import read_picture
from desktop_cvae.pictures.registration import Registration, reference_of, register

MM_PER_PX = 25.4 / 150
BOX = (0.1, 0.1, 0.4, 0.05)


@pytest.mark.parametrize(
    ("field", "count"),
    [
        (FormField("a", BOX, "length:7"), 7),
        (FormField("a", BOX, "date"), 8),
        (FormField("a", BOX, "phone"), 10),
        (FormField("a", BOX, "length:40"), 17),
        (FormField("a", BOX, kind=ONE_DIGIT), 1),
        (FormField("a", BOX, kind=LISTED, values=("42", "4-2-0")), 3),
        (FormField("a", BOX, kind=LISTED), 10),
        (FormField("a", BOX), 10),
    ],
)
def test_a_field_has_a_box_for_each_digit(field: FormField, count: int) -> None:
    assert cell_count(field, 80, 10) == count


def test_pages_have_the_shape_of_their_sample() -> None:
    assert page_size_mm(A4_ASPECT).width() == pytest.approx(210)
    assert page_size_mm(2).height() == pytest.approx(148.5)
    rows, columns = empty_page().shape
    assert columns / rows == pytest.approx(A4_ASPECT, abs=1e-3)


@pytest.fixture
def sheet(qtbot: QtBot, tmp_path: Path) -> Path:
    fields = form({"customer": "length:8", "phone": "length:9"}).fields
    write_sheet(tmp_path / "sheet.png", "Лічильники", fields, A4_ASPECT)
    write_sheet(tmp_path / "sheet.pdf", "Лічильники", fields, A4_ASPECT)
    return tmp_path / "sheet.png"


def print_page(sheet: Path) -> Image.Image:
    """The sheet on A4 at 150 dpi."""
    with Image.open(sheet) as image:
        return image.convert("L").resize((WIDTH, HEIGHT), Image.Resampling.BOX)


def misplaced_mm(found: Registration, laid: Laid) -> float:
    fields = form().fields
    return MM_PER_PX * max(misplaced_px(found.corners(f.share_box), laid, f.name) for f in fields)


def test_boxes_and_marks_are_where_they_should_be(sheet: Path) -> None:
    grey = np.asarray(print_page(sheet))
    edge, side = round(EDGE_MM / MM_PER_PX), round(MARK_MM / MM_PER_PX)
    middles = (
        [edge + side // 2, WIDTH - edge - side // 2],
        [
            edge + side // 2,
            HEIGHT - edge - side // 2,
        ],
    )
    dark = [grey[y, x] < 50 for y in middles[1] for x in middles[0]]
    assert dark == [True, True, True, False]
    apart = APART * (210 - EDGE_MM - MARK_MM)
    assert grey[middles[1][1], round((apart + MARK_MM / 2) / MM_PER_PX)] < 50
    fields = form().fields
    x, y, width, height = fields[0].share_box
    row = grey[round((y + height / 2) * HEIGHT)] < 128
    lines = np.flatnonzero(row & ~np.roll(row, 1))
    sides = (x + np.arange(9) * width / 8) * WIDTH
    assert lines == pytest.approx(sides, abs=2.5)


@pytest.mark.parametrize(
    "laid", [Laid(), Laid(10, 0.85), Laid(-10, 0.85, 20, -30), Laid(190, 0.85)]
)
def test_what_is_printed_is_found_within_half_a_millimetre(sheet: Path, laid: Laid) -> None:
    page = print_page(sheet)
    reference = reference_of(read_picture(sheet).image)
    found = register(reference, scanned(page, laid))
    assert found.is_found
    assert misplaced_mm(found, laid) < 0.5


def test_pdf_and_picture_are_one_sheet(sheet: Path) -> None:
    reference = reference_of(read_picture(sheet).image)
    printed = read_picture(sheet.with_suffix(".pdf")).image
    found = register(reference, printed)
    rows, columns = printed.shape
    assert found.matrix == pytest.approx(
        np.array([[columns, 0, 0], [0, rows, 0]]), abs=columns / 500
    )
    assert found.fit > 0.9
