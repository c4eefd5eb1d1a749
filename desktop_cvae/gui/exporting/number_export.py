"""Exports of a number that was read: text, table, picture with boxes."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QImage

from desktop_cvae.core.csv_tables import Table
from desktop_cvae.core.language import tr
from desktop_cvae.gui.exporting.export import Export, bytes_kind, file_name, table_kinds
from desktop_cvae.gui.numbers.number_page import NumberPage
from desktop_cvae.gui.qimage_arrays import png_bytes

HEADING = ("line", "position", "text", "probability", "doubt", "x", "y", "width", "height")


def number_export(page: NumberPage, picture: QImage) -> Export | None:
    """Return a page of digits as an export; None while none was read.

    Args:
        page: what was read.
        picture: of it, with a box around every digit.
    """
    if not page.digits:
        return None
    text, rows = page.text, number_table(page)
    kinds = (
        bytes_kind(tr("Text"), ".txt", lambda: f"{text}\n".encode()),
        *table_kinds(lambda: rows),
        bytes_kind(tr("PNG picture with boxes"), ".png", partial(png_bytes, picture)),
    )
    stem = file_name("number", text.partition("\n")[0])
    return Export(tr("the number"), stem, kinds, partial(png_bytes, picture), text=lambda: text)


def number_table(page: NumberPage) -> Table:
    """Return a heading and a row for each digit; boxes are in the picture's pixels.

    The doubt says what else a digit may be, or by whom it was corrected.
    """
    rows: list[tuple[object, ...]] = [HEADING]
    index = 0
    for line, reading in enumerate(page.lines, 1):
        for position, digit in enumerate(reading.digits, 1):
            doubt = "corrected by hand" if page.is_corrected(index) else page.doubt_of(index)
            share = round(float(digit.probability), 6)
            rows.append((line, position, page.name_of(index), share, doubt, *digit.box))
            index += 1
    return rows
