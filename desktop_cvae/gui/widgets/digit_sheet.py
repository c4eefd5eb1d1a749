"""The digits of a grid as one picture, for a file or the clipboard."""

from __future__ import annotations

import math

from PySide6.QtCore import QBuffer, QIODevice, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import LIGHT

SCALE = 4
GAP_PX = 12


def digit_sheet(images: FloatArray, columns: int) -> QImage:
    """Ink on paper, whatever the window's theme, so that it suits a report.

    Args:
        images: float32, (N, 28, 28), N ≥ 1, in [0, 1].
        columns: digits in a row, ≥ 1.
    """
    side = 28 * SCALE
    columns = min(columns, len(images))
    rows = math.ceil(len(images) / columns)
    width, height = (n * (side + GAP_PX) + GAP_PX for n in (columns, rows))
    sheet = QImage(width, height, QImage.Format.Format_RGB32)
    sheet.fill(QColor(LIGHT.paper))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for index, image in enumerate(images):
        row, column = divmod(index, columns)
        left, top = (GAP_PX + n * (side + GAP_PX) for n in (column, row))
        painter.drawImage(QRect(left, top, side, side), digit_image(image, LIGHT))
    painter.end()
    return sheet


def png_bytes(image: QImage) -> bytes:
    """The picture as a PNG file's content."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
