"""Pen strokes drawn on the window's own canvas: its pens, its smooth lines, its pixels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF

from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.drawing import Drawing, Stroke

Points = Sequence[tuple[float, float]]


def drawn(
    strokes: Sequence[Points], width: float, side: float = 0.7, corner: tuple[float, float] = (0, 0)
) -> FloatArray:
    """What the canvas hands on after these strokes, float32, (280, 280), ink is 1.

    Args:
        strokes: places, y down, in any unit.
        width: of the pen, as a share of the canvas' side.
        side: of the canvas' side that the drawing's longer side takes.
        corner: where in the room left over the drawing stands, −1 … 1 across and down.
    """
    points = np.array([point for stroke in strokes for point in stroke], float)
    low, size = points.min(0), np.ptp(points, axis=0)
    scale = side / max(float(size.max()), 1e-6)
    start = 0.5 - size * scale / 2
    start = start * (1 + np.array(corner) * (1 - width / np.maximum(start, width)))
    drawing = Drawing()
    for places in strokes:
        moved = [QPointF(*((np.array(place) - low) * scale + start)) for place in places]
        stroke = Stroke(width, False, moved[:1])
        drawing.begin(stroke)
        for place in moved[1:]:
            drawing.extend(stroke, place)
        drawing.end(stroke)
    image = drawing.image()
    assert image is not None
    return image
