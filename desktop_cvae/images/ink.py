"""The digit's ink in a picture: what stands out from the ground, without dirt and shadows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.results import FloatArray
from desktop_cvae.images.ground import SMALL_SIDE, subtract_ground
from desktop_cvae.images.parts import Mask, Parts, find_parts
from desktop_cvae.images.ruling import without_lines

MIN_CONTRAST = 0.07
"""Paler than this is paper."""
MIN_AREA = 5
"""Fewer pixels than this are a speck, also in the smallest picture."""
INK_SHARE = 0.4
"""Ink is what reaches this share of the usual ink."""
SHADOW_CONTACT = 0.8
"""What runs along so much of a side is the edge of paper or a shadow."""
EDGE_CONTACT = 0.2
"""The same, if there is other ink that stays clear of the edges."""
FAINTEST = 0.1
"""The digit's box holds all ink of this share of white."""
SPECK_SHARE = 0.06
"""Parts smaller than this share of the largest are dirt."""

Box = tuple[int, int, int, int]


@dataclass(frozen=True, eq=False)
class Ink:
    """A digit's ink.

    Attributes:
        values: float32, (H, W), in [0, 1], 0 off the digit.
        box: (x, y, width, height) around it, in pixels.
        dark: True for dark ink on light ground.
    """

    values: FloatArray
    box: Box
    dark: bool


def find_ink(view: FloatArray) -> Ink | None:
    """Find the digit, or all that is written, in a picture of a few hundred pixels.

    Args:
        view: float32, (H, W), in [0, 1], either polarity.

    Returns:
        The ink; None if the picture is blank, flat, noise or too small.
    """
    if min(view.shape) < 3:
        return None
    ink, dark = subtract_ground(view)
    smooth = _blurred(ink)
    noise, paper = _texture(ink, smooth)
    peak = float(smooth.max())
    # The largest of n normal values is near √(2 ln n); ink must stand out from that.
    if peak - paper < max(MIN_CONTRAST, noise * (1.6 + np.sqrt(2 * np.log(smooth.size)))):
        return None
    # One dark spot must not hide a stroke that is paler: the usual ink sets the measure.
    usual = float(np.median(smooth[smooth > INK_SHARE * peak]))
    parts = find_parts(without_lines(smooth > max(INK_SHARE * usual, paper + 3 * noise)))
    mask = parts.mask(_digit_parts(parts, smooth))
    level = np.percentile(ink[mask], 75) if mask.any() else 0.0
    if level < MIN_CONTRAST / 2:  # nothing, or scattered single pixels
        return None
    # Single pixels are noisier than means of 3 × 3, by 1 / 0.375.
    low = np.float32(min(max(0.03 * level, 5 * noise + paper), 0.35 * level))
    clean = np.clip((ink - low) / np.float32(0.95 * level - low), 0, 1) * _grown(mask)
    return Ink(clean, box_around(clean > FAINTEST), dark)


def _texture(ink: FloatArray, smooth: FloatArray) -> tuple[float, float]:
    """The standard deviation of the smoothed ground's noise, and the ground's usual value."""
    step = 1 + max(ink.shape) // 150  # every other pixel says the same, faster
    some = smooth[::step, ::step]
    # 0.7: from the median distance of a normal value from its 1 2 1 mean to the mean's deviation.
    noise = 0.7 * float(np.median(np.abs(ink[::step, ::step] - some)))
    return noise, min(float(np.median(some)), 2 * noise)


def box_around(mask: Mask) -> Box:
    """(x, y, width, height) around a mask that is not empty.

    Args:
        mask: bool, (H, W).
    """
    columns, rows = np.nonzero(mask.any(0))[0], np.nonzero(mask.any(1))[0]
    x, y = int(columns[0]), int(rows[0])
    return x, y, int(columns[-1]) + 1 - x, int(rows[-1]) + 1 - y


def _blurred(ink: FloatArray) -> FloatArray:
    """Mean over 3 × 3 with weights 1 2 1."""
    padded = np.pad(ink, 1, mode="edge")
    rows = padded[:-2] + 2 * padded[1:-1] + padded[2:]
    blurred: FloatArray = (rows[:, :-2] + 2 * rows[:, 1:-1] + rows[:, 2:]) * np.float32(1 / 16)
    return blurred


def _grown(mask: Mask) -> Mask:
    padded = np.pad(mask, 2)
    rows = padded[:-4] | padded[1:-3] | padded[2:-2] | padded[3:-1] | padded[4:]
    grown: Mask = rows[:, :-4] | rows[:, 1:-3] | rows[:, 2:-2] | rows[:, 3:-1] | rows[:, 4:]
    return grown


def _digit_parts(parts: Parts, ink: FloatArray) -> Mask:
    """Which parts are the digit: no specks, no shadows at the picture's edge."""
    areas = parts.areas()
    height, width = parts.shape
    if parts.count == 0:
        return np.zeros(0, bool)
    real = areas >= max(MIN_AREA, height * width / 3000)
    if max(height, width) > SMALL_SIDE:  # scans of 16 × 16 fill all their sides
        real &= ~_shadows(parts, ink)
    if not real.any():
        return real
    chosen: Mask = real & (areas >= SPECK_SHARE * areas[real].max())
    return chosen


def _shadows(parts: Parts, ink: FloatArray) -> Mask:
    """Which parts are bands along a side, or pale things that the picture cuts off."""
    areas, contacts, boxes = parts.areas(), parts.edge_contacts(), parts.boxes()
    solid = areas > 0.6 * (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    bands: Mask = (contacts >= SHADOW_CONTACT) & solid
    inner = (contacts == 0) & (areas >= 0.1 * areas.max())
    if not inner.any():
        return bands
    # Ink that leaves the picture is as dark as the rest; a shadow's edge is paler.
    means = parts.means(ink)
    pale = (contacts > 0) & (means < 0.6 * np.median(means[inner]))
    shadows: Mask = bands | (contacts >= EDGE_CONTACT) | pale
    return shadows
