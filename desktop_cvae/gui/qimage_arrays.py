"""Between NumPy arrays and QImages; nothing else converts pixels."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor, QImage

from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.theme import Theme, current_theme


def digit_image(image: FloatArray, theme: Theme | None = None) -> QImage:
    """A digit in a theme's paper and ink.

    Args:
        image: float32, (H, W), in [0, 1], 1 is ink.
        theme: None for the one in use.
    """
    theme = theme or current_theme()
    share = np.clip(image, 0.0, 1.0)[..., np.newaxis]
    paper, ink = _rgb(theme.paper), _rgb(theme.ink)
    return _to_qimage(paper + share * (ink - paper))


def difference_image(reconstruction: FloatArray, original: FloatArray) -> QImage:
    """Where a reconstruction departs: ``too_much`` and ``too_little`` over paper.

    Args:
        reconstruction: float32, (H, W), in [0, 1].
        original: float32, (H, W), in [0, 1].
    """
    theme = current_theme()
    signed = np.clip(reconstruction - original, -1.0, 1.0)[..., np.newaxis]
    paper = _rgb(theme.paper)
    toward = np.where(signed > 0, _rgb(theme.too_much), _rgb(theme.too_little))
    return _to_qimage(paper + np.abs(signed) * (toward - paper))


def grey_array(image: QImage) -> FloatArray:
    """A QImage's lightness as float32, (H, W), in [0, 1]."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].astype(np.float32) / np.float32(255)


def _rgb(color: str) -> FloatArray:
    q = QColor(color)
    return np.array([q.red(), q.green(), q.blue()], np.float32)


def _to_qimage(rgb: FloatArray) -> QImage:
    height, width, _ = rgb.shape
    pixels = np.empty((height, width, 4), np.uint8)
    pixels[..., :3] = np.rint(rgb)
    pixels[..., 3] = 255
    return QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGBA8888).copy()
