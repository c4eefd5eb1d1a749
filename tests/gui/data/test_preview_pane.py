"""As many pictures as there is room for."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.data.preview_pane import CELL_PX, PreviewPane
from desktop_cvae.gui.data.values import Preview
from desktop_cvae.gui.theme import LIGHT


def preview(kinds: int, name: str = "{}") -> Preview:
    labels = np.arange(60) % kinds
    images = np.full((60, 28, 28), 0.5, np.float32)
    names = tuple(name.format(k) for k in range(kinds))
    return Preview(images, labels, names, (6,) * kinds)


@pytest.mark.parametrize("size", [(300, 300), (500, 320), (700, 600)])
def test_no_picture_is_cut_or_too_small(qtbot: QtBot, size: tuple[int, int]) -> None:
    pane = PreviewPane(LIGHT)
    qtbot.addWidget(pane)
    pane.resize(*size)
    pane.show()
    pane.show_preview(preview(10))
    cells = [pane.grid.cell_rect(index) for index in range(pane.grid.count)]
    assert min(cell.width() for cell in cells) >= CELL_PX
    assert max(cell.bottom() for cell in cells) < pane.grid.height()
    assert len(cells) >= 10
    assert len(cells) % 10 == 0


def test_a_larger_pane_shows_more_and_long_names_fewer(qtbot: QtBot) -> None:
    pane = PreviewPane(LIGHT)
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    pane.show()
    pane.show_preview(preview(5))
    few = pane.grid.count
    pane.show_preview(preview(5, "a rather long name {}"))
    assert pane.grid.count < few
    pane.show_preview(preview(5))
    pane.resize(900, 700)
    assert pane.grid.count == 60
