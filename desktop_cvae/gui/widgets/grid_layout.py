"""Where the cells of a grid of square pictures go."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRect

GAP_PX = 8
MIN_CELL_PX = 28


@dataclass(frozen=True)
class GridLayout:
    """A grid of square cells, each with room for a caption under it.

    Attributes:
        count: number of cells.
        columns: cells in a full row; a shorter last row stands in the middle.
        cell: side of one cell in logical pixels.
        caption: height of a caption in logical pixels, 0 without.
        left: of the first column.
        top: of the first row.
    """

    count: int
    columns: int
    cell: int
    caption: int
    left: int
    top: int

    def cell_rect(self, index: int) -> QRect:
        """The picture's square."""
        row, column = divmod(index, self.columns)
        missing = 0
        if row == (self.count - 1) // self.columns:
            missing = -self.count % self.columns
        x = self.left + column * (self.cell + GAP_PX) + missing * (self.cell + GAP_PX) // 2
        y = self.top + row * (self.cell + self.caption + GAP_PX)
        return QRect(x, y, self.cell, self.cell)

    def caption_rect(self, index: int) -> QRect:
        """The caption under the picture."""
        cell = self.cell_rect(index)
        return QRect(cell.left(), cell.bottom() + 1, self.cell, self.caption)


def lay_out(count: int, width: int, height: int, caption: int) -> GridLayout:
    """The number of columns that makes ``count`` cells largest, full rows preferred.

    Args:
        count: number of cells, ≥ 1.
        width: of the grid in logical pixels.
        height: of the grid in logical pixels.
        caption: height of a caption in logical pixels.
    """
    columns = max(range(1, count + 1), key=lambda n: _merit(n, count, width, height, caption))
    cell = max(MIN_CELL_PX, _cell(columns, count, width, height, caption))
    used = columns * (cell + GAP_PX) - GAP_PX
    return GridLayout(count, columns, cell, caption, max(0, (width - used) // 2), 0)


def _cell(columns: int, count: int, width: int, height: int, caption: int) -> int:
    rows = math.ceil(count / columns)
    across = (width - (columns - 1) * GAP_PX) // columns
    down = (height - (rows - 1) * GAP_PX) // rows - caption
    return min(across, down)


def _merit(columns: int, count: int, width: int, height: int, caption: int) -> float:
    """A ragged last row costs a tenth of the cell's side; of equals, more columns win."""
    cell = _cell(columns, count, width, height, caption)
    return cell * (1.0 if count % columns == 0 else 0.9) + columns * 1e-3
