"""Contact sheets of digits, and arrays as PNG files."""

from __future__ import annotations

import base64
import io
import math
from pathlib import Path

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import ImageProblem
from desktop_cvae.core.language import tr
from desktop_cvae.core.operating_system import replace_file
from desktop_cvae.core.results import FloatArray

ByteArray = npt.NDArray[np.uint8]


def tile_images(images: FloatArray, columns: int = 10, scale: int = 2, gap: int = 2) -> ByteArray:
    """Lay images out in rows, white ink on black.

    Args:
        images: float32, (N, H, W), in [0, 1].
        columns: images a row, ≥ 1.
        scale: pixels of the sheet that one pixel's side becomes, ≥ 1.
        gap: black pixels between images, ≥ 0.

    Returns:
        uint8, (rows·(H·scale + gap) − gap, columns·(W·scale + gap) − gap); cells without an
        image are black. No images give one black cell.
    """
    count, height, width = images.shape
    columns = max(1, min(columns, max(count, 1)))
    rows = max(1, math.ceil(count / columns))
    cell_height, cell_width = height * scale + gap, width * scale + gap
    sheet = np.zeros((rows * cell_height, columns * cell_width), np.uint8)
    grey = np.rint(np.clip(images, 0, 1) * 255).astype(np.uint8)
    for index, image in enumerate(grey):
        top, left = index // columns * cell_height, index % columns * cell_width
        large = image.repeat(scale, 0).repeat(scale, 1)
        sheet[top : top + height * scale, left : left + width * scale] = large
    return sheet[: rows * cell_height - gap, : columns * cell_width - gap]


def encode_png(pixels: ByteArray) -> bytes:
    """Encode an array as the bytes of a PNG file.

    Args:
        pixels: uint8, (H, W) grey or (H, W, 3) RGB.
    """
    from PIL import Image

    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def data_url(image: FloatArray | ByteArray) -> str:
    """Return a picture as a ``data:`` address, for a page that needs no other file.

    Args:
        image: float32 in [0, 1] or uint8, (H, W).
    """
    grey = image if image.dtype == np.uint8 else np.rint(np.clip(image, 0, 1) * 255)
    png = encode_png(np.asarray(grey, np.uint8))
    return "data:image/png;base64," + base64.b64encode(png).decode()


def write_png(path: Path, pixels: ByteArray) -> None:
    """Write a PNG file atomically: the old file stays if writing fails.

    Args:
        path: replaced if it exists.
        pixels: uint8, (H, W) grey or (H, W, 3) RGB.

    Raises:
        ImageProblem: the file cannot be written.
    """
    data = encode_png(pixels)
    part = path.with_name(f".{path.name[:100]}.part")
    try:
        part.write_bytes(data)
        replace_file(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ImageProblem(tr("“{name}” cannot be written.", name=path.name), str(error)) from error
