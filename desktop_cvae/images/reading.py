"""Untrusted picture files → grey arrays, upright.

Order of the checks: a plain file of bounded size → known content (allow-list) →
size from the header → decode, truncation is an error → grey → orientation.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.core.results import FloatArray
from desktop_cvae.images.file_bytes import read_bounded, shown_name
from desktop_cvae.images.signatures import (
    FORMATS,
    SUFFIXES,
    SUPPORTED,
    lacks_its_end,
    supported_format,
    unsupported_format,
)

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["MAX_PIXELS", "SUFFIXES", "ReadPicture", "read_image", "read_picture"]

MAX_FILE_BYTES = 200_000_000
MAX_PIXELS = 64_000_000
"""Largest picture that is decoded, by its header: 8000 × 8000, 256 MB as RGBA."""
KEPT_PIXELS = 4_000_000
"""Larger pictures are reduced to fewer pixels than this; a digit needs 28 × 28."""

_ORIENTATION = 0x0112
# What Pillow's decoders raise on malformed files, found by fuzzing them.
_DECODER_FAULTS = (
    *(OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError),
    *(OverflowError, AttributeError, ZeroDivisionError, RuntimeError, MemoryError),
    *(struct.error, zlib.error, AssertionError),
)


@dataclass(frozen=True, eq=False)
class ReadPicture:
    """A picture as read.

    Attributes:
        image: float32, (H, W), in [0, 1], light is 1, upright.
        reduction: how many pixels of the file's side one pixel of ``image`` is (1, 2, 4).
    """

    image: FloatArray
    reduction: int


def read_image(source: Path | bytes) -> FloatArray:
    """Read a picture: float32, (H, W), in [0, 1], light is 1, upright.

    Args:
        source: a file, or a file's bytes.

    Raises:
        ImageProblem: unreadable, unsupported, damaged or too large; one sentence says which.
    """
    return read_picture(source).image


def read_picture(source: Path | bytes) -> ReadPicture:
    """Read a picture and say by how much it was reduced; see :func:`read_image`."""
    if isinstance(source, bytes):
        name, data = "The picture", source
    else:
        name = f"“{shown_name(source)}”"
        data = read_bounded(source, MAX_FILE_BYTES, ImageProblem)
    _require_supported(data, name)
    with warnings.catch_warnings():
        # Pillow warns of odd metadata, which is of no use here, and of large pictures,
        # which are refused below.
        warnings.simplefilter("ignore")
        try:
            return _decode(data, name)
        except _DECODER_FAULTS as error:
            raise ImageProblem(f"{name} is damaged or cut short.", repr(error)) from error


def _require_supported(data: bytes, name: str) -> None:
    if not data:
        raise ImageProblem(f"{name} is empty.")
    if supported_format(data):
        if lacks_its_end(data):
            raise ImageProblem(f"{name} is damaged or cut short.", "the end mark is missing")
        return
    known = unsupported_format(data)
    if known is None:
        raise ImageProblem(f"{name} is not a picture that can be read; {SUPPORTED} can.")
    article = "an" if known[0] in "AEIO" else "a"
    raise ImageProblem(f"{name} is {article} {known} file, which cannot be read; {SUPPORTED} can.")


def _decode(data: bytes, name: str) -> ReadPicture:
    # Named here, because for a format that Pillow does not know at once it loads all it has.
    from PIL import Image, TiffImagePlugin, WebPImagePlugin  # noqa: F401

    from desktop_cvae.images.grey_values import grey_values

    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise ImageProblem(_too_large(name), str(error)) from error
    with picture:
        width, height = picture.size
        if width * height > MAX_PIXELS:
            raise ImageProblem(_too_large(name), f"{width} × {height} pixels")
        reduction = _reduction(width * height)
        # A JPEG is decoded at the smaller size at once, four times as fast.
        picture.draft(None, (width // reduction, height // reduction))
        rest = reduction // max(1, round(width / picture.width))
        picture.load()
        orientation = _orientation(picture)
        if rest > 1 and picture.mode in ("L", "RGB"):
            grey = grey_values(picture.reduce(rest))
        else:
            grey = _averaged(grey_values(picture), rest)
    return ReadPicture(_upright(grey, orientation), reduction)


def _too_large(name: str) -> str:
    return f"{name} has more than {MAX_PIXELS // 1_000_000} million pixels, too many to open."


def _reduction(pixels: int) -> int:
    reduction = 1
    while pixels / reduction**2 > KEPT_PIXELS:
        reduction *= 2
    return reduction


def _averaged(grey: FloatArray, factor: int) -> FloatArray:
    """Means of ``factor`` × ``factor`` blocks; what is left over at the edges is dropped."""
    if factor == 1 or min(grey.shape) < factor:
        return grey
    height, width = (n // factor for n in grey.shape)
    blocks = grey[: height * factor, : width * factor].reshape(height, factor, width, factor)
    means: FloatArray = blocks.mean((1, 3), dtype=np.float32)
    return means


def _orientation(picture: Image) -> int:
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except _DECODER_FAULTS:
        return 1  # damaged metadata is no reason to refuse a whole picture


def _upright(grey: FloatArray, orientation: int) -> FloatArray:
    """Undo the camera's turn, EXIF 2.3 tag 274."""
    turned = {
        2: grey[:, ::-1],
        3: grey[::-1, ::-1],
        4: grey[::-1],
        5: grey.T,
        6: grey.T[:, ::-1],
        7: grey.T[::-1, ::-1],
        8: grey.T[::-1],
    }
    return np.ascontiguousarray(turned.get(orientation, grey))
