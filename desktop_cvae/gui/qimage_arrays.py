"""Conversion between NumPy arrays and QImages; no other module converts pixels.

Tested in tests/gui/test_drawing.py.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint
from PySide6.QtGui import QColor, QImage

from desktop_cvae.core.results import FloatArray
from desktop_cvae.figures.palette import difference_colors, digit_colors
from desktop_cvae.gui.theme import Theme, current_theme


def digit_image(
    image: FloatArray, theme: Theme | None = None, foreign: FloatArray | None = None
) -> QImage:
    """Return a digit in a theme's paper and ink, foreign ink in a colour of its own.

    Args:
        image: float32, (H, W), in [0, 1], 1 is ink.
        theme: None for the one in use.
        foreign: float32, (H, W), in [0, 1], the probability that a pixel is none of the digit's.
    """
    if foreign is None:
        return ink_image(np.rint(255 * np.clip(image, 0.0, 1.0)).astype(np.uint8), theme)
    return _to_qimage(digit_colors(image, foreign, _colors(theme)))


def ink_image(pixels: npt.NDArray[np.uint8], theme: Theme | None = None) -> QImage:
    """Return ink of 256 shades in a theme's colours; no loop over pixels.

    Args:
        pixels: uint8, (H, W), 255 is ink.
        theme: None for the one in use.
    """
    height, width = pixels.shape
    image = QImage(
        np.ascontiguousarray(pixels).data, width, height, width, QImage.Format.Format_Indexed8
    )
    image.setColorTable(_shades(theme or current_theme()))
    # A copy of its own, since the array goes.
    return image.convertToFormat(QImage.Format.Format_RGB32)


@lru_cache(maxsize=4)
def _shades(theme: Theme) -> list[int]:
    """Return the 256 colours from paper to ink."""
    shades = np.rint(np.linspace(_rgb(theme.paper), _rgb(theme.ink), 256)).astype(int).tolist()
    return [QColor(*shade).rgb() for shade in shades]


def difference_image(
    reconstruction: FloatArray,
    original: FloatArray,
    theme: Theme | None = None,
    foreign: FloatArray | None = None,
) -> QImage:
    """Return how a reconstruction differs: ``too_much`` and ``too_little`` over paper.

    Args:
        reconstruction: float32, (H, W), in [0, 1].
        original: float32, (H, W), in [0, 1].
        theme: None for the one in use.
        foreign: float32, (H, W), in [0, 1]: what is not the digit's departs in a colour of its own.
    """
    return _to_qimage(difference_colors(reconstruction, original, foreign, _colors(theme)))


def pixel_points(chosen: npt.NDArray[np.bool_]) -> list[QPoint]:
    """Return columns and rows of the chosen pixels, bool, (H, W)."""
    rows, columns = np.nonzero(chosen)
    return [QPoint(x, y) for x, y in zip(columns.tolist(), rows.tolist(), strict=True)]


def png_bytes(image: QImage) -> bytes:
    """Return a picture as the bytes of a PNG file, with its transparency."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def grey_array(image: QImage) -> FloatArray:
    """Return a QImage's lightness as float32, (H, W), in [0, 1]."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    # QImage pads each row to a multiple of four bytes.
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].astype(np.float32) / np.float32(255)


def _colors(theme: Theme | None) -> Callable[[str], FloatArray]:
    """Return a theme's colours by name, as float32, (3,), in [0, 255]."""
    chosen = theme or current_theme()
    return lambda name: _rgb(getattr(chosen, name))


def _rgb(color: str) -> FloatArray:
    q = QColor(color)
    return np.array([q.red(), q.green(), q.blue()], np.float32)


def _to_qimage(rgb: FloatArray) -> QImage:
    height, width, _ = rgb.shape
    pixels = np.empty((height, width, 4), np.uint8)
    pixels[..., :3] = np.rint(rgb)
    pixels[..., 3] = 255
    # QImage only refers to the array's memory, which goes with the array.
    return QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGBA8888).copy()


def grey_image(image: FloatArray) -> QImage:
    """Return a picture, (H, W) in [0, 1], as a QImage of its greys."""
    # In few passes, since large pictures come here on the window's own thread.
    scaled = np.multiply(image, np.float32(255), dtype=np.float32)
    np.clip(np.rint(scaled, out=scaled), 0, 255, out=scaled)
    grey = np.ascontiguousarray(scaled.astype(np.uint8))
    height, width = grey.shape
    return QImage(grey.data, width, height, width, QImage.Format.Format_Grayscale8).copy()
