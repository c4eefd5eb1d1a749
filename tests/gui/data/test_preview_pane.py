"""Bars of counts: names lie, stand or go, as there is room.

As many pictures as there is room for.
"""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.data.data_jobs import Preview
from desktop_cvae.gui.data.preview_pane import CELL_PX, MAX_UPRIGHT_PX, ClassBars, PreviewPane
from desktop_cvae.gui.theme import label_color


def bars(qtbot: QtBot, names: list[str], counts: list[int], width: int = 640) -> ClassBars:
    made = ClassBars()
    qtbot.addWidget(made)
    made.resize(width, 100)
    made.set_counts(names, counts)
    made.resize(width, made.sizeHint().height())
    return made


def colored_rows(made: ClassBars, index: int, count: int) -> int:
    """How many pixels high a label's bar is."""
    image = made.grab().toImage()
    ratio = image.devicePixelRatio()
    x = round((index + 0.5) * made.width() / count * ratio)
    wanted = QColor(label_color(index)).rgb()
    return sum(image.pixel(x, y) == wanted for y in range(image.height()))


def test_a_bar_is_as_high_as_its_count(qtbot: QtBot) -> None:
    made = bars(qtbot, ["a", "b", "c"], [100, 50, 0])
    high, half, none = (colored_rows(made, index, 3) for index in range(3))
    assert none == 0
    assert abs(high - 2 * half) <= 2
    assert high > 40


def test_long_names_stand_and_make_the_bars_higher(qtbot: QtBot) -> None:
    short = bars(qtbot, [str(k) for k in range(30)], [5] * 30)
    long = bars(qtbot, [f"a rather long name {k}" for k in range(30)], [5] * 30)
    more = long.sizeHint().height() - short.sizeHint().height()
    assert 40 < more <= MAX_UPRIGHT_PX


def test_too_many_long_names_are_left_to_the_tooltip(qtbot: QtBot) -> None:
    names = [f"a rather long name {k}" for k in range(62)]
    made = bars(qtbot, names, [5] * 62, width=400)
    assert made.sizeHint().height() < bars(qtbot, ["a", "b"], [1, 2]).sizeHint().height()
    assert made.sentence(61) == "a rather long name 61: 5 for training"


def test_62_letters_lie(qtbot: QtBot) -> None:
    names = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    letters = bars(qtbot, list(names), [3] * 62)
    assert letters.sizeHint().height() == bars(qtbot, ["a", "b"], [1, 2]).sizeHint().height()


@pytest.mark.parametrize(("share", "label"), [(0.02, "a"), (0.5, "b"), (0.98, "c"), (1.0, "c")])
def test_the_pointer_over_a_bar_tells_its_count(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, share: float, label: str
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, text: told.append(text))
    made = bars(qtbot, ["a", "b", "c"], [100, 50, 7])
    at = QPoint(round(share * made.width()), 10)
    QApplication.sendEvent(made, QHelpEvent(QEvent.Type.ToolTip, at, made.mapToGlobal(at)))
    assert told == [made.sentence("abc".index(label))]
    assert told[0].startswith(f"{label}: ")


def preview(kinds: int, name: str = "{}") -> Preview:
    labels = np.arange(60) % kinds
    images = np.full((60, 28, 28), 0.5, np.float32)
    names = tuple(name.format(k) for k in range(kinds))
    return Preview(images, labels, names, (6,) * kinds)


@pytest.mark.parametrize("size", [(300, 300), (500, 320), (700, 600)])
def test_no_picture_is_cut_or_too_small(qtbot: QtBot, size: tuple[int, int]) -> None:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(*size)
    pane.show()
    pane.show_preview(preview(10))
    places = pane.grid.grid_layout()
    cells = [places.cell_rect(index) for index in range(pane.grid.count)]
    assert min(cell.width() for cell in cells) >= CELL_PX
    assert max(cell.bottom() for cell in cells) + places.caption < pane.grid.height()
    assert len(cells) >= 10
    assert len(cells) % 10 == 0


def test_a_larger_pane_shows_more_and_long_names_fewer(qtbot: QtBot) -> None:
    pane = PreviewPane()
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
