"""A part of a picture, turned upright: what somebody chose before it is read."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.results import FloatArray
from desktop_cvae.pictures.background import border


@dataclass(frozen=True)
class Crop:
    """A rotation of a picture, and the part to keep of the rotated picture.

    Attributes:
        quarter_turns: by 90°, clockwise, 0 to 3.
        angle_degrees: after that, clockwise, in [−45, 45].
        left, top, width, height: of the part, as fractions of the upright box around the turned
            picture, in [0, 1].
    """

    quarter_turns: int = 0
    angle_degrees: float = 0.0
    left: float = 0.0
    top: float = 0.0
    width: float = 1.0
    height: float = 1.0

    def turned_size(self, width: float, height: float) -> tuple[float, float]:
        """Return width and height of the upright box around a rotated picture."""
        if self.quarter_turns % 2:
            width, height = height, width
        angle = math.radians(abs(self.angle_degrees))
        cosine, sine = math.cos(angle), math.sin(angle)
        return width * cosine + height * sine, width * sine + height * cosine


def cropped(image: FloatArray, crop: Crop) -> FloatArray:
    """Rotate a picture and cut a part out; pixels beside it take the colour of its border.

    Args:
        image: float32, (H, W), in [0, 1].
        crop: what is kept.

    Returns:
        float32, at least (1, 1), in [0, 1].
    """
    from PIL import Image

    upright = np.ascontiguousarray(np.rot90(image, -crop.quarter_turns))
    height, width = upright.shape
    across, down = crop.turned_size(image.shape[1], image.shape[0])
    left, top = crop.left * across, crop.top * down
    size = max(1, round(crop.width * across)), max(1, round(crop.height * down))
    # Cut without resampling, which would blur a picture that is not even turned.
    if not crop.angle_degrees:
        x, y = min(round(left), width - 1), min(round(top), height - 1)
        return np.ascontiguousarray(upright[y : y + size[1], x : x + size[0]])
    angle = math.radians(crop.angle_degrees)
    cosine, sine = math.cos(angle), math.sin(angle)
    # From the part's pixels back to the picture's: shifted so that both middles meet, turned back.
    u, v = left - across / 2, top - down / 2
    back_x = (cosine, sine, cosine * u + sine * v + width / 2)
    back_y = (-sine, cosine, -sine * u + cosine * v + height / 2)
    turned = Image.fromarray(upright).transform(
        size,
        Image.Transform.AFFINE,
        back_x + back_y,
        Image.Resampling.BICUBIC,
        fillcolor=float(np.median(border(upright))),
    )
    return np.clip(np.asarray(turned, np.float32), 0, 1)
