"""Small pictures in rows and grids, sharp on screens of twice the density."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

PIXELS_PER_POINT = 2
"""Scale of the thumbnails: sharp on screens of twice the density, and no worse on others."""


def centred_thumbnail(pixels: npt.NDArray[np.uint8], size: QSize) -> tuple[QImage, QRect]:
    """Fit a picture into the middle of a transparent area.

    Args:
        pixels: uint8, (h, w), light is 255.
        size: of the area, in logical pixels.

    Returns:
        The area, in device pixels, and the part of it that the picture covers.
    """
    height, width = pixels.shape
    data = pixels.tobytes()  # QImage does not copy it
    picture = QImage(data, width, height, width, QImage.Format.Format_Grayscale8)
    area = QImage(size * PIXELS_PER_POINT, QImage.Format.Format_ARGB32_Premultiplied)
    area.fill(Qt.GlobalColor.transparent)
    frame = QRect()
    frame.setSize(picture.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio))
    frame.moveCenter(area.rect().center())
    painter = QPainter(area)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(frame, picture)
    painter.end()
    area.setDevicePixelRatio(PIXELS_PER_POINT)
    return area, frame
