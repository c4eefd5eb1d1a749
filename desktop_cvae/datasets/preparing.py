"""Rows of numbers of any picture size → 28×28 bytes, with the row named that does not fit."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from desktop_cvae.core.errors import DatasetProblem
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.datasets.complaints import MAX_LISTED, refuse_rows
from desktop_cvae.images.mnist_style import to_mnist_style

ByteArray = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.generic]


def images_from_values(values: Numbers, name: str, first_row: int = 1) -> ByteArray:
    """Pictures as 28×28 bytes.

    Args:
        values: (N, H, W), (N, H, W, 1) or (N, H·H); whole numbers in 0–255, or floats in [0, 1].
        name: the data set's name, for the messages.
        first_row: the number of the first row, for the messages.

    Returns:
        uint8, (N, 28, 28); pictures of another size are prepared as an opened file is.

    Raises:
        DatasetProblem: not pictures; a value is not a number or out of range; a row is blank.
    """
    square = _as_pictures(values, name)
    pixels = _as_bytes(square, name, first_row)
    if pixels.shape[1:] == (28, 28):
        return pixels
    floats = [picture.astype(np.float32) / np.float32(255) for picture in pixels]
    return prepared(floats, [f"row {first_row + i}" for i in range(len(floats))], name)


def prepared(pictures: Sequence[FloatArray], places: Sequence[str], name: str) -> ByteArray:
    """Make pictures of any size into 28×28 bytes.

    Args:
        pictures: float32, (H, W) each, in [0, 1].
        places: what each is called in a message (``"row 3"``).
        name: the data set's name.

    Raises:
        DatasetProblem: a picture shows nothing.
    """
    images = np.zeros((len(pictures), 28, 28), np.uint8)
    complaints = []
    for index, picture in enumerate(pictures):
        digit = to_mnist_style(picture)
        if not digit.found:
            complaints.append(f"{places[index]} shows nothing")
        images[index] = np.rint(digit.image * 255).astype(np.uint8)
    refuse_rows(name, complaints)
    return images


def require_two_classes(labels: IntArray, name: str) -> None:
    """Refuse to train on one class.

    Raises:
        DatasetProblem: all labels are equal.
    """
    if len(labels) and labels.min() == labels.max():
        raise DatasetProblem(
            f"All pictures of “{name}” have the label {labels[0]}; training needs two at least."
        )


def _as_pictures(values: Numbers, name: str) -> Numbers:
    if values.dtype.kind not in "uifb":
        raise DatasetProblem(f"The pictures of “{name}” are not numbers.")
    if values.ndim == 4 and values.shape[3] == 1:
        return values[..., 0]
    if values.ndim == 3:
        return values
    side = math.isqrt(values.shape[1]) if values.ndim == 2 else 0
    if side < 4 or side**2 != values.shape[1]:
        shape = " × ".join(map(str, values.shape))
        raise DatasetProblem(f"“{name}” holds {shape} values, which are not square pictures.")
    return values.reshape(-1, side, side)


def _as_bytes(values: Numbers, name: str, first_row: int) -> ByteArray:
    if values.size == 0 or values.dtype == np.uint8:
        return values.astype(np.uint8)
    numbers = values.astype(np.float32)
    flat = numbers.reshape(len(numbers), -1)
    wrong = ~((flat >= 0) & (flat <= 255)).all(1)  # NaN is neither
    complaints = [
        f"row {first_row + row} has a pixel that is no number from 0 to 255"
        for row in np.flatnonzero(wrong)[:MAX_LISTED]
    ]
    refuse_rows(name, complaints, int(wrong.sum()))
    unit = values.dtype.kind == "f" and float(flat.max()) <= 1
    whole: ByteArray = np.rint(numbers * (255 if unit else 1)).astype(np.uint8)
    return whole
