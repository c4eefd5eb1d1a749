"""The confusion matrix: true labels down, labels read across, counts in tinted cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray, IntArray
from desktop_cvae.figures.comparison_figures import canvas_axes, short_name
from desktop_cvae.figures.plot_style import Area, PlotStyle, figure_size, text_width

HEAD_PX = 34
"""Room above and beside the cells, for the labels' names."""
LEAST_CELL, MOST_CELL, FILE_CELL = 9, 56, 46
LEAST_NAMED_CELL = 14
"""Smaller cells have neither names nor counts."""
GAP_PX = 1
RIGHT_TINTS, WRONG_TINTS = (0.10, 0.35), (0.25, 0.65)
"""Weakest and strongest tint; wrong cells start high, so that a single confusion is seen."""
Cell = tuple[int, int]


@dataclass(frozen=True)
class CellLayout:
    """Layout of the cells, in logical pixels from the top left corner.

    Attributes:
        width, height: of the whole.
        count: of labels.
    """

    width: float
    height: float
    count: int

    @property
    def side(self) -> int:
        """Side of a cell, in whole pixels."""
        room = int(min(self.width, self.height)) - HEAD_PX - 2
        return min(max(room // max(self.count, 1), LEAST_CELL), MOST_CELL)

    def area(self, cell: Cell) -> Area:
        """Return where a cell lies."""
        side = self.side
        return Area(HEAD_PX + cell[1] * side, HEAD_PX + cell[0] * side, side, side)

    def cell_at(self, x: float, y: float) -> Cell | None:
        """Return the cell at a position, or None."""
        row, column = int((y - HEAD_PX) // self.side), int((x - HEAD_PX) // self.side)
        return (row, column) if 0 <= row < self.count and 0 <= column < self.count else None


def confusion_size(count: int) -> tuple[float, float]:
    """Return width and height, in logical pixels, of a file's matrix of ``count`` labels."""
    side = HEAD_PX + FILE_CELL * count + 8.0
    return side, side


class ConfusionFigure:
    """A confusion matrix on a figure.

    Args:
        figure: empty, of its final size.
        counts: int64, (K, K), true label by row.
        names: of the labels.
        style: colours and type.

    Attributes:
        moving: the animated frame of the chosen cell.
    """

    def __init__(
        self, figure: Figure, counts: IntArray, names: Sequence[str], style: PlotStyle
    ) -> None:
        figure.set_facecolor(style.theme.surface)
        self._axes, self._style = canvas_axes(figure), style
        self._layout = CellLayout(*figure_size(figure), len(names))
        self._draw_cells(counts)
        if self._layout.side >= LEAST_NAMED_CELL:
            self._write_names(names)
            self._write_counts(counts)
        self._frame = FancyBboxPatch((0, 0), 1, 1, "round,pad=0,rounding_size=3", fill=False)
        self._frame.set(edgecolor=style.theme.accent, linewidth=2, animated=True, visible=False)
        self._axes.add_patch(self._frame)
        self.moving: list[Artist] = [self._frame]

    def choose(self, cell: Cell | None) -> None:
        """Frame a cell, or none."""
        self._frame.set_visible(cell is not None)
        if cell is not None:
            area = self._layout.area(cell)
            self._frame.set_bounds(area.left + 1, area.top + 1, area.width - 2, area.height - 2)

    def _draw_cells(self, counts: IntArray) -> None:
        """Draw all cells as one picture, since a patch for each takes long with many labels."""
        theme, side, count = self._style.theme, self._layout.side, self._layout.count
        raised, surface = (np.array(to_rgb(c)) for c in (theme.raised, theme.surface))
        colors = np.where(
            np.eye(count, dtype=bool)[..., np.newaxis], to_rgb(theme.accent), to_rgb(theme.too_much)
        )
        cells = raised + _tints(counts)[..., np.newaxis] * (colors - raised)
        # A pixel of the picture for each of the screen, gaps between the cells included.
        fine = np.repeat(np.repeat(cells, side, axis=0), side, axis=1)
        at = np.arange(count * side) % side
        is_gap = (at < GAP_PX) | (at >= side - GAP_PX)
        fine[is_gap] = surface
        fine[:, is_gap] = surface
        end = HEAD_PX + side * count
        extent = (HEAD_PX, end, end, HEAD_PX)
        self._axes.imshow(fine, extent=extent, aspect="auto", interpolation="nearest")

    def _write_names(self, names: Sequence[str]) -> None:
        muted, side = self._style.theme.muted, self._layout.side
        self._write(HEAD_PX / 2, HEAD_PX / 2, tr("true ↓\nread →"), muted, 8.5, va="center")
        for index, name in enumerate(names):
            middle = HEAD_PX + (index + 0.5) * side
            for x, y in ((middle, 0.62 * HEAD_PX), (0.62 * HEAD_PX, middle)):
                self._write(x, y, short_name(name, 4), muted, self._style.text_px)

    def _write_counts(self, counts: IntArray) -> None:
        side, size = self._layout.side, min(self._style.text_px, 0.4 * self._layout.side)
        for (row, column), count in np.ndenumerate(counts):
            if count and text_width(str(count), self._style.font(size)) <= side - 2:
                x, y = (HEAD_PX + (at + 0.5) * side for at in (column, row))
                self._write(x, y, str(count), self._style.theme.text, size)

    def _write(self, x: float, y: float, text: str, color: str, size: float, **look: Any) -> None:
        look = {"ha": "center", "va": "center_baseline", "parse_math": False} | look
        self._axes.text(x, y, text, color=color, fontproperties=self._style.font(size), **look)


def _tints(counts: IntArray) -> FloatArray:
    """Return each cell's strength of colour, (K, K): right cells by row, wrong ones by the most."""
    wrong = counts * (1 - np.eye(len(counts), dtype=counts.dtype))
    of_row = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    low, high = WRONG_TINTS
    tints = low + (high - low) * wrong / max(int(wrong.max(initial=0)), 1)
    low, high = RIGHT_TINTS
    np.fill_diagonal(tints, low + (high - low) * np.diagonal(of_row))
    return np.where(counts > 0, tints, 0.0).astype(np.float32)
