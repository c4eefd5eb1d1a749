"""Faults of a drawn figure that need no picture to compare with."""

from __future__ import annotations

from itertools import combinations

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

ROOM_PX = 1.0
"""Pixels by which letters may leave the figure or touch others: metrics are rounded."""


def figure_faults(figure: Figure) -> list[str]:
    """Texts that lie on each other, or partly outside of the figure."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    texts = [
        text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()
    ]
    drawn = [(text.get_text(), text.get_window_extent(canvas.get_renderer())) for text in texts]
    # Tick labels beyond the axes' limits are made, but not drawn.
    hidden = {
        id(tick.label1)
        for axes in figure.axes
        for axis, (low, high) in (
            (axes.xaxis, sorted(axes.get_xlim())),
            (axes.yaxis, sorted(axes.get_ylim())),
        )
        for tick in axis.get_major_ticks()
        if not low <= tick.get_loc() <= high
    }
    boxes = [
        (words, box)
        for text, (words, box) in zip(texts, drawn, strict=True)
        if id(text) not in hidden
    ]
    width, height = canvas.get_width_height()
    faults = [
        f"“{words}” leaves the figure"
        for words, box in boxes
        if box.x0 < -ROOM_PX
        or box.y0 < -ROOM_PX
        or box.x1 > width + ROOM_PX
        or box.y1 > height + ROOM_PX
    ]
    for (one, first), (other, second) in combinations(boxes, 2):
        across = min(first.x1, second.x1) - max(first.x0, second.x0)
        down = min(first.y1, second.y1) - max(first.y0, second.y0)
        if across > ROOM_PX and down > ROOM_PX:
            faults.append(f"“{one}” lies on “{other}”")
    return faults
