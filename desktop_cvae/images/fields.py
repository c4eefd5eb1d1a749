"""The digits of a picture that holds a line or a page of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.results import FloatArray, PreparedDigit
from desktop_cvae.images.ground import block_means
from desktop_cvae.images.ink import Ink, box_around, find_ink
from desktop_cvae.images.mnist_style import fit_ink

PAGE_SIDE = 1200
"""Longer side, in pixels, of the picture that is searched for lines."""


@dataclass(frozen=True, eq=False)
class FieldPart:
    """A piece of a line that may be a digit.

    Attributes:
        box: (top, left, bottom, right) in the picture's pixels, the last two exclusive.
        prepared: the piece as the model reads it.
    """

    box: tuple[int, int, int, int]
    prepared: PreparedDigit


def find_lines(picture: FloatArray) -> list[list[FieldPart]]:
    """Find the digits that stand apart, line by line.

    Args:
        picture: float32, (H, W), in [0, 1], light is 1, either polarity, any size.
    """
    if picture.ndim != 2 or min(picture.shape) < 3:
        return []
    image = np.clip(np.nan_to_num(np.asarray(picture, np.float32)), 0, 1)
    factor = -(-max(image.shape) // PAGE_SIDE)
    found = find_ink(block_means(image, factor))
    if found is None:
        return []
    inked = (found.values > 0.1).any(0)
    steps = np.flatnonzero(np.diff(np.concatenate([[False], inked, [False]]).astype(np.int8)))
    line = [
        _part(found, int(start), int(end), factor, image.shape)
        for start, end in steps.reshape(-1, 2)
    ]
    return [line] if line else []


def _part(found: Ink, start: int, end: int, factor: int, shape: tuple[int, ...]) -> FieldPart:
    values = np.zeros_like(found.values)
    values[:, start:end] = found.values[:, start:end]
    box = box_around(values > 0.1)
    prepared = fit_ink(Ink(values, box, found.dark), factor, (0, 0))
    x, y, width, height = prepared.box
    return FieldPart((y, x, min(y + height, shape[0]), min(x + width, shape[1])), prepared)
