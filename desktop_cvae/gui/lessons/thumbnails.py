"""Small pictures of drawings, for the list of a lesson's steps."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap

from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.gui.drawing import Drawing, grey_image
from desktop_cvae.gui.jobs import read_recorded_picture
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import current_theme

THUMBNAIL_PX = 40
SHARP = 2
"""Pixels for one, as screens with fine pixels have them."""


def thumbnail(record: DrawingRecord) -> QIcon:
    """A drawing in the theme's paper and ink, or the picture under it as it is, in a square."""
    theme = current_theme()
    return _thumbnail(record, theme.paper, theme.ink)


@lru_cache(maxsize=256)
def _thumbnail(record: DrawingRecord, paper: str, _ink: str) -> QIcon:
    side = SHARP * THUMBNAIL_PX
    pixmap = QPixmap(side, side)
    pixmap.fill(QColor(paper))
    image = _image(record)
    if image is not None:
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled = image.scaled(side, side, keep, smooth)
        painter = QPainter(pixmap)
        place = QPoint((side - scaled.width()) // 2, (side - scaled.height()) // 2)
        painter.drawImage(place, scaled)
        painter.end()
    icon = QIcon(pixmap)
    # Else the chosen one would be tinted.
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon


def _image(record: DrawingRecord) -> QImage | None:
    drawing = Drawing()
    try:
        drawing.restore(record, read_recorded_picture(record))
    except ImageProblem:
        return None
    image = drawing.image()
    if image is None:
        return None
    return grey_image(image) if record.png is not None else digit_image(image)
