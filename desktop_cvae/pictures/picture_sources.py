"""Pictures that a Python program gives: a path, a file's bytes, a Pillow image or an array."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, Union

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.core.language import tr
from desktop_cvae.pictures.background import block_means
from desktop_cvae.pictures.grey_values import grey_values, scaled
from desktop_cvae.pictures.picture_files import ReadPicture, read_picture, reduction_of

if TYPE_CHECKING:
    from PIL.Image import Image

PictureSource: TypeAlias = Union[
    str, "os.PathLike[str]", bytes, bytearray, "Image", npt.NDArray[np.generic]
]
"""One picture, in any of these forms; see :func:`read_source`."""
LUMA = (0.299, 0.587, 0.114)
"""Weights of red, green and blue in a grey value (ITU-R BT.601), the same as Pillow's."""


def read_source(source: PictureSource) -> ReadPicture:
    """Read one picture.

    Args:
        source: a file's name, also a page's (``scan.pdf#2``); a picture file's bytes; a Pillow
            image; or an array, (H, W) grey or (H, W, 3) colour, light is high: floats in [0, 1] or
            [0, 255], whole numbers up to 255, 4095 or 65535, or truth values. Ink may be light or
            dark.

    Raises:
        ImageProblem: it is unreadable, unsupported, damaged or too large, or no picture at all.
        EnvironmentProblem: there is no library for PDF files.
    """
    if isinstance(source, str | os.PathLike):
        return read_picture(Path(source))
    if isinstance(source, bytes | bytearray):
        return read_picture(bytes(source))
    if isinstance(source, np.ndarray):
        return _reduced(_grey_of_array(source))
    from PIL import Image, ImageOps

    # Whoever writes no types may give anything.
    given: object = source
    if isinstance(given, Image.Image):
        return _reduced(grey_values(ImageOps.exif_transpose(given)))
    kind = type(source).__name__
    raise ImageProblem(
        tr(
            "A picture must be a file name, bytes, a Pillow image or a NumPy array, not “{kind}”.",
            kind=kind,
        )
    )


def _grey_of_array(values: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    is_picture = values.ndim == 2 or (values.ndim == 3 and values.shape[-1] == 3)
    if not is_picture or not values.size or values.dtype.kind not in "buif":
        raise ImageProblem(
            tr(
                "An array of shape {shape} and type {dtype} is not one picture; one has the shape "
                "(height, width) or (height, width, 3).",
                shape=values.shape,
                dtype=values.dtype,
            )
        )
    # A mask of whole numbers has 1 as its white, whatever their type.
    is_mask = values.dtype.kind == "b" or values.max() <= 1
    grey = scaled(values, whole=not is_mask and values.dtype.kind != "f")
    return grey if grey.ndim == 2 else grey @ np.array(LUMA, np.float32)


def _reduced(grey: npt.NDArray[np.float32]) -> ReadPicture:
    factor = reduction_of(grey.size)
    return ReadPicture(block_means(grey, factor), factor)
