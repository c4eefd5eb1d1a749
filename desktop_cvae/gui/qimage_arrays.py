"""Conversion between NumPy arrays and QImages; no other module converts pixels.

Tested in tests/gui/test_drawing.py.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint
from PySide6.QtGui import QColor, QImage

from desktop_cvae.core.results import FloatArray
from desktop_cvae.figures.palette import foreign_tint
from desktop_cvae.gui.theme import Theme, current_theme

SOFTENED = 0.6
"""Exponent of a difference's tint: with a linear tint, small ones vanish on dark paper."""
CLEARLY = 0.15
"""Difference in ink, in [0, 1], from which on a pixel is also striped."""


CLEARLY_FOREIGN = 0.5
"""Probability from which on a foreign pixel is also hatched."""


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
    theme = theme or current_theme()
    paper, ink, other = _rgb(theme.paper), _rgb(theme.ink), _rgb(theme.foreign)
    plain = paper + np.clip(image, 0.0, 1.0)[..., np.newaxis] * (ink - paper)
    return _to_qimage(plain + foreign_tint(image, foreign)[..., np.newaxis] * (other - plain))


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
    theme = theme or current_theme()
    signed = np.clip(reconstruction - original, -1.0, 1.0)[..., np.newaxis]
    paper = _rgb(theme.paper)
    toward = np.where(signed > 0, _rgb(theme.too_much), _rgb(theme.too_little))
    if foreign is not None:
        toward = toward + foreign[..., np.newaxis] * (_rgb(theme.foreign) - toward)
    return _to_qimage(paper + np.abs(signed) ** SOFTENED * (toward - paper))


def missing_places(
    reconstruction: FloatArray, original: FloatArray, foreign: FloatArray | None = None
) -> list[QPoint]:
    """Return columns and rows of pixels where the original clearly lacks ink, foreign ink aside."""
    is_missing = reconstruction - original > CLEARLY
    if foreign is not None:
        is_missing &= foreign <= CLEARLY_FOREIGN
    return _places(is_missing)


def foreign_places(foreign: FloatArray | None, departs: FloatArray | None = None) -> list[QPoint]:
    """Return columns and rows of pixels that are clearly foreign ink.

    Args:
        foreign: float32, (H, W), in [0, 1]; None for none.
        departs: float32, (H, W): only those that depart clearly by so much; None for all.
    """
    if foreign is None:
        return []
    is_foreign = foreign > CLEARLY_FOREIGN
    if departs is not None:
        is_foreign = is_foreign & (np.abs(departs) > CLEARLY)
    return _places(is_foreign)


def _places(chosen: npt.NDArray[np.bool_]) -> list[QPoint]:
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


def grey_image(image: FloatArray) -> QImage:
    """Return a picture, (H, W) in [0, 1], as a QImage of its greys."""
    # In few passes, since large pictures come here on the window's own thread.
    scaled = np.multiply(image, np.float32(255), dtype=np.float32)
    np.clip(np.rint(scaled, out=scaled), 0, 255, out=scaled)
    grey = np.ascontiguousarray(scaled.astype(np.uint8))
    height, width = grey.shape
    return QImage(grey.data, width, height, width, QImage.Format.Format_Grayscale8).copy()
