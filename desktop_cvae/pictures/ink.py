"""The ink of a picture: what stands out from its background, without dirt and shadows.

:func:`view_ink` and :func:`clean_ink` serve digits and pages alike, and so do frames and ruling:
background, noise, mask, lines, and the ink's strength in the end. Two things differ. The window
of the background is a fraction of the picture for one digit of unknown size (:func:`find_ink`),
while a page (``text_lines``) looks again in a window of its digits' height. And dirt is what is
small beside the largest component of one digit, but beside the usual height of a page's digits,
where many small ones count.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_cvae.core.results import Box, FloatArray, IntArray
from desktop_cvae.pictures.background import (
    SMALL_SIDE,
    edge_padded,
    median,
    percentile,
    running,
    subtract_background,
)
from desktop_cvae.pictures.connected_components import Components, Mask, find_components
from desktop_cvae.pictures.ruling_and_frames import without_frames, without_ruling

MIN_CONTRAST, SCAN_CONTRAST = 0.07, 0.04
"""Contrast below which everything is paper, and the same for a scan, whose thin strokes are paler
in the mean over 3 × 3."""
PAPER, PAPER_OF_SCANS = 2, 4.5
"""Usual value of paper over its noise at most: the background is the value below which a quarter of
the pixels lie, or one in twenty of a scan's."""
MIN_AREA = 5
"""Pixels below which a component is a speck, even in the smallest picture."""
INK_SHARE = 0.4
"""Fraction of the usual ink from which a pixel is ink."""
STRONG_INK = 0.7
"""Fraction of the usual ink from which a pixel certainly belongs to a stroke."""
FEWEST_LINES = 2
"""Fewest lines of ruled paper; one long line may be a digit's own bar or stem."""
SHADOW_CONTACT = 0.8
"""Fraction of a side along which the edge of paper or a shadow runs."""
EDGE_CONTACT = 0.2
"""The same fraction if there is other ink that stays clear of the edges."""
UNEVEN = 0.22
"""Variation of the light from which it is taken away in small windows."""
LOCAL_WINDOW = 0.12
"""Side of such a window over the longer side: between most strokes and most shadows."""
PALE = 0.6
"""Least darkness, beside the other ink, of ink that the picture cuts off."""
NEAR_INK = 0.12
"""Greatest distance of such ink from the other, over the other's longer side."""
DARKEST_BACKGROUND = np.float32(0.25)
"""Darkest background assumed, so that its noise is not raised to ink."""
FAINTEST = 0.1
"""Fraction of white from which ink belongs to the digit's box."""
SPECK_SHARE = 0.06
"""Fraction of the largest component below which others are dirt."""


@dataclass(frozen=True, eq=False)
class Ink:
    """A digit's ink.

    Attributes:
        values: float32, (H, W), in [0, 1], 0 off the digit.
        box: around it.
        dark: True for dark ink on light background.
    """

    values: FloatArray
    box: Box
    dark: bool


@dataclass(frozen=True, eq=False)
class InkView:
    """Possible ink of a view, before dirt and shadows are removed.

    Attributes:
        ink: float32, (H, W), above the background, ≥ 0.
        smooth: float32, (H, W), its mean over 3 × 3.
        mask: bool, (H, W), what is dark enough.
        usual: the usual ink.
        noise: standard deviation of the smoothed background.
        paper: the background's usual value.
        dark: True for dark ink on light background.
    """

    ink: FloatArray
    smooth: FloatArray
    mask: Mask
    usual: float
    noise: float
    paper: float
    dark: bool

    @property
    def strong(self) -> Mask:
        """Pixels that certainly belong to strokes, bool, (H, W)."""
        strong: Mask = self.smooth > STRONG_INK * self.usual
        return strong


def view_ink(
    view: FloatArray, window_px: float | None = None, is_dark: bool | None = None
) -> InkView | None:
    """Find what stands out from the background.

    Args:
        view: float32, (H, W), in [0, 1], either polarity.
        window_px: what is wider than this is background; None takes a fraction of the longer side.
        is_dark: whether the ink is dark; None finds out.

    Returns:
        None if the picture is blank, flat, noise or too small.
    """
    if min(view.shape) < 3:
        return None
    ink, dark = subtract_background(view, window_px, is_dark)
    if window_px is not None:
        ink = _evened(ink, view, dark)
    smooth = _blurred(ink)
    noise, paper = _texture(ink, smooth)
    peak = float(smooth.max())
    # The largest of n normal values is near √(2 ln n); ink must stand out from that.
    least = SCAN_CONTRAST if max(view.shape) <= SMALL_SIDE else MIN_CONTRAST
    if peak - paper < max(least, noise * (1.6 + np.sqrt(2 * np.log(smooth.size)))):
        return None
    # One dark spot must not hide a stroke that is paler: the usual ink sets the measure.
    usual = float(median(smooth[smooth > INK_SHARE * peak]))
    mask = smooth > max(INK_SHARE * usual, paper + 3 * noise)
    return InkView(ink, smooth, mask, usual, noise, paper, dark)


def _evened(ink: FloatArray, view: FloatArray, dark: bool) -> FloatArray:
    """Return ink relative to the light on its background: as strong in a shadow as beside it."""
    light = view + ink if dark else 1 - view + ink
    evened: FloatArray = ink / np.maximum(light, DARKEST_BACKGROUND)
    return evened


def clean_ink(seen: InkView, mask: Mask) -> Ink | None:
    """Return a mask's ink, from 0 on the background to 1 in its strokes, with a soft rim.

    Args:
        seen: the view.
        mask: bool, (H, W), what is written.

    Returns:
        None if the mask is empty or holds but scattered pixels.
    """
    level = percentile(seen.ink[mask], 75) if mask.any() else 0.0
    if level < MIN_CONTRAST / 2:
        return None
    # Single pixels are noisier than means of 3 × 3, by 1 / 0.375.
    low = np.float32(min(max(0.03 * level, 5 * seen.noise + seen.paper), 0.35 * level))
    clean = np.clip((seen.ink - low) / np.float32(0.95 * level - low), 0, 1) * grown(mask)
    return Ink(clean, box_around(clean > FAINTEST), seen.dark)


def find_ink(
    view: FloatArray, is_dark: bool | None = None, *, keeps_lines: bool = False
) -> Ink | None:
    """Find the digit, or all that is written, in a picture of a few hundred pixels.

    Args:
        view: float32, (H, W), in [0, 1], either polarity.
        is_dark: whether the ink is dark; None finds out.
        keeps_lines: what looks like a frame or ruling is ink.

    Returns:
        The ink; None if the picture is blank, flat, noise or too small.
    """
    seen = view_ink(view, None, is_dark)
    if seen is not None and max(view.shape) > SMALL_SIDE and _is_uneven(view, seen):
        seen = view_ink(view, LOCAL_WINDOW * max(view.shape), is_dark) or seen
    if seen is None:
        return None
    components = find_components(seen.mask)
    # A scan of one digit has no room for ruled lines.
    if max(view.shape) > SMALL_SIDE and not keeps_lines:
        strong = seen.strong
        mask = without_frames(seen.mask, strong, components)
        mask = without_ruling(mask, strong, FEWEST_LINES)
        if mask is not seen.mask:
            components = find_components(mask)
    return clean_ink(seen, components.mask(_digit_components(components, seen.smooth)))


def _is_uneven(view: FloatArray, seen: InkView) -> bool:
    """True if parts of the background are much darker: a shadow's edge, a lamp, a desk."""
    step = 1 + max(view.shape) // 100
    some, ink = view[::step, ::step], seen.ink[::step, ::step]
    light = some + ink if seen.dark else 1 - some + ink
    low, high = percentile(light, 5), percentile(light, 95)
    return bool(high - low > UNEVEN * high)


def _texture(ink: FloatArray, smooth: FloatArray) -> tuple[float, float]:
    """Return standard deviation and median of the smoothed background's noise."""
    step = 1 + max(ink.shape) // 150  # every other pixel says the same, faster
    some = smooth[::step, ::step]
    # 0.7: from the median distance of a normal value from its 1 2 1 mean to the mean's deviation.
    noise = 0.7 * float(median(np.abs(ink[::step, ::step] - some)))
    most = PAPER_OF_SCANS if max(ink.shape) <= SMALL_SIDE else PAPER
    return noise, min(float(median(some)), most * noise)


def box_around(mask: Mask) -> Box:
    """Return the box around a mask that is not empty.

    Args:
        mask: bool, (H, W).
    """
    columns, rows = np.nonzero(mask.any(0))[0], np.nonzero(mask.any(1))[0]
    x, y = int(columns[0]), int(rows[0])
    return Box(x, y, int(columns[-1]) + 1 - x, int(rows[-1]) + 1 - y)


def _blurred(ink: FloatArray) -> FloatArray:
    """Return means over 3 × 3 with weights 1 2 1."""
    padded = edge_padded(ink, 1, 1)
    rows = 2 * padded[1:-1]
    rows += padded[:-2]
    rows += padded[2:]
    blurred: FloatArray = 2 * rows[:, 1:-1]
    blurred += rows[:, :-2]
    blurred += rows[:, 2:]
    blurred *= np.float32(1 / 16)
    return blurred


def grown(mask: Mask) -> Mask:
    """Return the mask with two pixels around it, bool, (H, W)."""
    return running(mask, 5, np.maximum)


def _digit_components(components: Components, ink: FloatArray) -> Mask:
    """Select the digit's components: no specks, no shadows at the picture's edge."""
    areas = components.areas()
    height, width = components.shape
    if components.count == 0:
        return np.zeros(0, bool)
    real = areas >= max(MIN_AREA, height * width / 3000)
    if max(height, width) > SMALL_SIDE:  # scans of 16 × 16 fill all their sides
        real &= ~_shadows(components, ink)
    if not real.any():
        return real
    chosen: Mask = real & (areas >= SPECK_SHARE * areas[real].max())
    return chosen


def _gaps(boxes: IntArray, main: IntArray) -> FloatArray:
    """Return the white between each box and the main one, over the main one's longer side."""
    gaps = np.maximum(main[:2] - boxes[:, 2:], boxes[:, :2] - main[2:]).max(1)
    relative: FloatArray = (gaps / max(main[2:] - main[:2])).astype(np.float32)
    return relative


def _shadows(components: Components, ink: FloatArray) -> Mask:
    """Select bands along a side, and pale components that the picture cuts off."""
    areas, contacts, boxes = components.areas(), components.edge_contacts(), components.boxes()
    solid = areas > 0.6 * (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    bands: Mask = (contacts >= SHADOW_CONTACT) & solid
    inner = (contacts == 0) & (areas >= 0.1 * areas.max())
    if not inner.any():
        return bands
    # Ink that leaves the picture is as dark as the rest, and near to it; a shadow's corner is not.
    means = components.means(ink)
    strange = means < PALE * np.median(means[inner])
    strange |= _gaps(boxes, boxes[np.argmax(areas * inner)]) > NEAR_INK
    pale = (contacts > 0) & strange
    shadows: Mask = bands | (contacts >= EDGE_CONTACT) | pale
    return shadows
