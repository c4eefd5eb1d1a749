"""A form's own sample sheet: a comb of boxes for each field, its name, and marks at the corners.

Tested in tests/gui/forms/test_sample_sheet.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPageSize, QPainter, QPdfWriter, QPen

from desktop_cvae.core.atomic_files import write_atomically
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.qimage_arrays import grey_array, png_bytes
from desktop_cvae.gui.theme import FAMILIES
from desktop_cvae.inference.form_file import LISTED, ONE_DIGIT, FormField

LONG_SIDE_MM, DPI = 297.0, 300
A4_ASPECT = 210 / LONG_SIDE_MM
MARK_MM, EDGE_MM = 6.0, 8.0
"""Side of a corner's mark, and its distance from the edge, which printers leave white."""
APART = 0.75
"""Position of the last mark, as a fraction of the way from its corner's neighbour."""
TITLE_MM, NAME_MM, LINE_MM = 5.5, 3.2, 0.4
CELL_SHARE, LEAST_CELL_SHARE = 0.8, 0.45
"""Width over height of a box for one digit, and the least that a digit fits in."""
INK, GREY = QColor("#000000"), QColor("#404040")


def cell_count(field: FormField, width: float, height: float) -> int:
    """Return how many boxes a field has.

    Args:
        field: its rule or its values decide, if they fit.
        width: of the field, in the same unit as its height.
        height: of the field.
    """
    if field.kind == ONE_DIGIT:
        return 1
    usual = max(1, round(width / (CELL_SHARE * height)))
    if field.kind == LISTED and not field.values:
        return usual
    rule = field.parsed_rule
    if rule is None:
        return usual
    most = max(1, int(width / (LEAST_CELL_SHARE * height)))
    # A range of lengths, as a phone number's, leaves boxes empty.
    return min(max(rule.lengths), most if len(rule.lengths) == 1 else min(most, usual))


def page_size_mm(aspect: float) -> QSizeF:
    """Return the size of a page by its width over its height; A4 for A4's."""
    width = LONG_SIDE_MM * min(aspect, 1.0)
    return QSizeF(width, LONG_SIDE_MM * min(1 / aspect, 1.0))


def paint_sheet(painter: QPainter, page: QSizeF, title: str, fields: Sequence[FormField]) -> None:
    """Paint a sheet in millimetres."""
    across, down = (side - EDGE_MM - MARK_MM for side in (page.width(), page.height()))
    # The last mark stands apart: four equal corners would fit a page that is upside down.
    corners = ((EDGE_MM, EDGE_MM), (across, EDGE_MM), (EDGE_MM, down), (APART * across, down))
    for x, y in corners:
        painter.fillRect(QRectF(x, y, MARK_MM, MARK_MM), INK)
    left = EDGE_MM + MARK_MM + 4
    _write(painter, QPointF(left, EDGE_MM + TITLE_MM), title, TITLE_MM, INK)
    for field in fields:
        x, y, width, height = field.share_box
        frame = QRectF(
            x * page.width(), y * page.height(), width * page.width(), height * page.height()
        )
        _write(painter, frame.topLeft() - QPointF(0, 1.2), field.name, NAME_MM, GREY)
        painter.setPen(QPen(INK, LINE_MM))
        painter.drawRect(frame)
        count = cell_count(field, frame.width(), frame.height())
        for number in range(1, count):
            side = frame.left() + number * frame.width() / count
            painter.drawLine(QPointF(side, frame.top()), QPointF(side, frame.bottom()))


def sheet_image(title: str, fields: Sequence[FormField], aspect: float) -> QImage:
    """Return a sheet as a grey picture of ``DPI`` dots an inch."""
    page = page_size_mm(aspect)
    scale = DPI / 25.4
    size = (page * scale).toSize()
    image = QImage(size, QImage.Format.Format_Grayscale8)
    image.setDotsPerMeterX(round(DPI / 0.0254))
    image.setDotsPerMeterY(round(DPI / 0.0254))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size.width() / page.width(), size.height() / page.height())
    paint_sheet(painter, page, title, fields)
    painter.end()
    return image


def sheet_pdf(title: str, fields: Sequence[FormField], aspect: float) -> bytes:
    """Return a sheet as a PDF file of one page."""
    page, buffer = page_size_mm(aspect), QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    painter.scale(DPI / 25.4, DPI / 25.4)
    paint_sheet(painter, page, title, fields)
    painter.end()
    return bytes(buffer.data().data())


def write_sheet(path: Path, title: str, fields: Sequence[FormField], aspect: float) -> FloatArray:
    """Write a sheet as PDF or PNG file, by its suffix; return its picture.

    Args:
        path: the file.
        title: stands at the top.
        fields: what is printed.
        aspect: width of the page over its height.

    Returns:
        float32, (H, W), in [0, 1], light is 1.

    Raises:
        InputOutputError: the file cannot be written.
    """
    image = sheet_image(title, fields, aspect)
    is_pdf = path.suffix.lower() == ".pdf"
    write_atomically(path, sheet_pdf(title, fields, aspect) if is_pdf else png_bytes(image))
    return grey_array(image)


def empty_page() -> FloatArray:
    """Return a white A4 page, float32, (H, W), to draw boxes on."""
    return np.ones((round(LONG_SIDE_MM * 5), round(LONG_SIDE_MM * A4_ASPECT * 5)), np.float32)


def _write(painter: QPainter, at: QPointF, text: str, height_mm: float, color: QColor) -> None:
    """Write a text on a base line; fonts have whole pixels, so it is scaled from large ones."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(100)
    painter.save()
    painter.translate(at)
    painter.scale(height_mm / 100, height_mm / 100)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(0, 0), text)
    painter.restore()
