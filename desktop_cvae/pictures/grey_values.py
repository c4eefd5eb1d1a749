"""Decoded pictures → grey values as seen.

``convert("L")`` alone is silently wrong on 16-bit and float pictures (it clips at 255:
https://github.com/python-pillow/Pillow/issues/3159) and on transparent ones (it shows the colours
hidden under transparency).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray

if TYPE_CHECKING:
    from PIL.Image import Image
_FULL_SCALES = (255.0, 4095.0, 65535.0, 2.0**31 - 1, 2.0**32 - 1)
"""White of 8-bit, 12-bit scanner, 16-bit and 32-bit values."""


def grey_values(picture: Image) -> FloatArray:
    """Return grey values as seen, float32, (H, W), in [0, 1].

    Transparent pictures are laid on a ground that their ink stands out from.

    Raises:
        ImageProblem: a float picture holds values that are no numbers.
    """
    if picture.mode in ("I", "F") or picture.mode.startswith("I;16"):
        return scaled(np.asarray(picture), whole=picture.mode != "F")
    if picture.has_transparency_data:
        rgba = picture.convert("RGBA")
        return _composite(_unit(rgba.convert("RGB").convert("L")), _unit(rgba.getchannel("A")))
    if picture.mode == "LAB":
        # Lightness; Pillow converts LAB to other modes by colour profiles only.
        return _unit(picture.getchannel(0))
    if picture.mode not in ("L", "1"):
        picture = picture.convert("RGB")
    return _unit(picture.convert("L"))


def _unit(picture: Image) -> FloatArray:
    return np.asarray(picture, np.float32) / np.float32(255)


def scaled(values: npt.NDArray[np.generic], whole: bool) -> FloatArray:
    """Scale numbers of an unknown range: the smallest usual full scale that holds them is white.

    Args:
        values: numbers of any shape and type.
        whole: False allows 1 as white, too.

    Raises:
        ImageProblem: they are not all finite.
    """
    numbers = values.astype(np.float64)
    low, high = float(numbers.min()), float(numbers.max())
    if not np.isfinite(low) or not np.isfinite(high):
        raise ImageProblem(tr("The picture holds values that are not numbers."))
    if low < 0:  # signed data has no agreed black
        return ((numbers - low) / (high - low)).astype(np.float32)
    scales = _FULL_SCALES if whole else (1.0, *_FULL_SCALES)
    white = next((scale for scale in scales if high <= scale), high)
    return (numbers / white).astype(np.float32)


def _composite(light: FloatArray, alpha: FloatArray) -> FloatArray:
    return light * alpha + (1 - alpha) * _ground(light, alpha)


def _ground(light: FloatArray, alpha: FloatArray) -> np.float32:
    """Return the grey behind transparent pixels: far from the ink, or the drawn paper's own.

    Ink on nothing is of one colour or covers little; white paper with cut-out corners
    is neither, and goes on in its own colour.
    """
    opaque = light[alpha > 0.5]
    if opaque.size == 0:
        opaque = light[alpha > 0]
    if opaque.size == 0:
        return np.float32(1)
    if opaque.size > 0.5 * light.size and opaque.std() > 0.1:
        return np.float32(np.median(opaque))
    return np.float32(1 if opaque.mean() < 0.5 else 0)
