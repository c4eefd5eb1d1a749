"""The ink of a whole page: every digit counts, however small beside the largest."""

from __future__ import annotations

import numpy as np

from desktop_cvae.core.results import FloatArray
from desktop_cvae.images.frames import without_frames
from desktop_cvae.images.ground import SMALL_SIDE
from desktop_cvae.images.ink import Ink, InkView, clean_ink, grown, view_ink
from desktop_cvae.images.parts import Mask, Parts, find_parts
from desktop_cvae.images.ruling_lines import without_ruling

FAINT_RULING = 0.12
"""Ruled lines are looked for among what reaches this share of the usual ink."""
STRONG_INK = 0.7
"""What reaches this share of the usual ink is a stroke beyond doubt."""
SMALLEST_SHARE = 0.12
"""Parts shorter and narrower than this share of the usual height are dirt."""
FIRST_WINDOW = 0.5
"""Window for the ground over the picture's shorter side, as long as no digit's size is known."""
FINAL_WINDOW = 1.0
"""The same over the digits' height."""
BAND_SHARE = 0.7
"""A part that runs along so much of a side is the paper's edge or a shadow."""


def find_page_ink(view: FloatArray) -> tuple[Ink, Parts] | None:
    """Find everything that is written on a page.

    Args:
        view: float32, (H, W), in [0, 1], either polarity.

    Returns:
        The ink and its connected parts; None if the picture is blank, flat or noise.
    """
    # A line of writing is as high as the picture at most: what is wider is a shadow.
    window = FIRST_WINDOW * min(view.shape) if min(view.shape) > SMALL_SIDE else None
    found = _seen(view, window)
    if found is None or not found[1].any():
        return None
    height = usual_height(find_parts(found[1]))
    if window is not None and FINAL_WINDOW * height < 0.8 * window:
        found = _seen(view, FINAL_WINDOW * height) or found
    seen, mask, ruling = found
    ink = clean_ink(seen, mask)
    if ink is None:
        return None
    ink.values[ruling & ~mask] = 0
    return ink, find_parts(mask)


def _seen(view: FloatArray, window: float | None) -> tuple[InkView, Mask, Mask] | None:
    """What stands out from the ground, the mask of what is written, and of ruled lines."""
    seen = view_ink(view, window)
    if seen is None:
        return None
    faint = seen.smooth > max(FAINT_RULING * seen.usual, seen.paper + 3 * seen.noise)
    strong = seen.smooth > STRONG_INK * seen.usual
    # Frames first: without a comb's long lines its short ones look like strokes.
    mask = without_frames(seen.mask, strong)
    framed = grown(seen.mask & ~mask) & ~mask
    faint &= ~framed
    ruling = framed | (faint & ~without_ruling(without_frames(faint, strong), strong))
    # Lines as dark as the ink show better among what is as dark as the ink.
    mask = without_ruling(mask & ~ruling, strong)
    ruling |= seen.mask & ~mask
    parts = find_parts(mask)
    return seen, parts.mask(_written(parts, seen)), ruling


def usual_height(parts: Parts) -> float:
    """Height of a usual digit in pixels: the median over the ink, so that dots do not count."""
    boxes, areas = parts.boxes(), parts.areas()
    heights = boxes[:, 3] - boxes[:, 1]
    order = np.argsort(heights)
    middle = np.searchsorted(np.cumsum(areas[order]), areas.sum() / 2)
    return float(heights[order][min(int(middle), len(order) - 1)])


def _written(parts: Parts, seen: InkView) -> Mask:
    """Which parts are no dirt and no edge of the paper."""
    if parts.count == 0:
        return np.zeros(0, bool)
    boxes = parts.boxes()
    kept = (parts.edge_contacts() < BAND_SHARE) & (parts.areas() >= 4)
    cut_off = parts.edge_contacts() > 0
    inner = kept & ~cut_off
    if inner.any():  # a shadow at the side is paler than ink
        means = parts.means(seen.smooth)
        kept &= ~(cut_off & (means < 0.6 * np.median(means[inner])))
    if not kept.any():
        return kept
    chosen = find_parts(parts.mask(kept))
    least = max(3.0, SMALLEST_SHARE * usual_height(chosen))
    sizes = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    kept &= sizes >= least
    return kept
