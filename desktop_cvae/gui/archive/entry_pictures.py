"""Drawings and pictures of entries as pixels; for the worker."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.drawing_record import DrawingRecord
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.drawing import Drawing
from desktop_cvae.gui.jobs import read_recorded_picture
from desktop_cvae.gui.qimage_arrays import grey_image, png_bytes
from desktop_cvae.library.archive_entries import ArchiveEntry
from desktop_cvae.pictures.picture_files import read_image


@dataclass(frozen=True, eq=False)
class Original:
    """A drawing or picture as it was.

    Attributes:
        image: float32, (H, W), in [0, 1].
        is_ink: True if 1 is ink, as in a drawing; False if 1 is light.
    """

    image: FloatArray
    is_ink: bool


def original_of(entry: ArchiveEntry) -> Original:
    """Return an entry's drawing or picture, or the model's input if the original was not archived.

    Raises:
        ImageProblem: the archived file is damaged.
        DamagedDrawing: the archived strokes are damaged.
    """
    if entry.input_kind == "picture":
        return Original(read_image(entry.input), is_ink=False)
    if entry.input_kind == "drawing":
        record, drawing = DrawingRecord.from_bytes(entry.input), Drawing()
        drawing.restore(record, read_recorded_picture(record))
        image = drawing.image()
        if image is not None:
            return Original(image, is_ink=record.png is None)
    return Original(float_image(entry.image), is_ink=True)


def png_of(entry: ArchiveEntry) -> bytes:
    """Return the original as PNG; a drawing is dark ink on light paper."""
    original = original_of(entry)
    image = 1 - original.image if original.is_ink else original.image
    return png_bytes(grey_image(image))


def float_image(pixels: npt.NDArray[np.uint8]) -> FloatArray:
    """Convert archived uint8 pixels to float32 in [0, 1]."""
    return pixels.astype(np.float32) / np.float32(255)
