"""The confusion matrix: where its cells lie, how strongly they are coloured."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_cvae.figures.comparison_figures import new_figure
from desktop_cvae.figures.confusion_figure import (
    HEAD_PX,
    LEAST_CELL,
    MOST_CELL,
    CellLayout,
    ConfusionFigure,
    _tints,
    confusion_size,
)
from desktop_cvae.figures.plot_style import page_style

COUNTS = np.array([[90, 10, 0], [1, 99, 0], [0, 0, 0]])
NAMES = ("a", "b", "c")


@pytest.mark.parametrize("cell", [(0, 0), (2, 1), (9, 9)])
def test_a_cell_is_found_where_it_lies(cell: tuple[int, int]) -> None:
    layout = CellLayout(400, 420, 10)
    area = layout.area(cell)
    assert layout.cell_at(area.left + 1, area.top + 1) == cell
    assert layout.cell_at(area.left + area.width - 1, area.top + area.height - 1) == cell
    assert area.left + area.width <= 400


def test_names_and_what_lies_beyond_are_no_cell() -> None:
    layout = CellLayout(400, 400, 10)
    assert layout.cell_at(HEAD_PX - 1, 100) is None
    assert layout.cell_at(100, 399) is None


def test_cells_are_neither_tiny_nor_huge() -> None:
    assert CellLayout(50, 50, 10).side == LEAST_CELL
    assert CellLayout(4000, 4000, 10).side == MOST_CELL


def test_a_single_confusion_is_seen_and_nothing_is_not() -> None:
    tints = _tints(COUNTS)
    assert tints[0, 1] == tints.max()
    assert tints[1, 0] > 0.2
    assert 0 < tints[0, 0] < tints[1, 1] < 0.4
    assert tints[0, 2] == tints[2, 2] == 0


def test_counts_stand_in_their_cells_unless_they_are_nothing() -> None:
    figure = new_figure(*confusion_size(3))
    plot = ConfusionFigure(figure, COUNTS, NAMES, page_style())
    texts = {text.get_text() for text in figure.axes[0].texts}
    assert {"90", "10", "1", "99", *NAMES} <= texts
    assert "0" not in texts
    plot.choose((0, 1))
    (frame,) = plot.moving
    assert frame.get_visible()
    plot.choose(None)
    assert not frame.get_visible()


def test_tiny_cells_have_no_texts() -> None:
    figure = new_figure(300, 300)
    ConfusionFigure(figure, np.ones((40, 40), np.int64), ["x"] * 40, page_style())
    assert not figure.axes[0].texts
