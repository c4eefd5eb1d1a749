""""""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pointer import leave, move_mouse
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from desktop_cvae.gui.theme import DARK, LIGHT
from desktop_cvae.gui.widgets import digit_grid
from desktop_cvae.gui.widgets.digit_grid import MIN_CELL_PX, DigitGrid, lay_out


def digits(count):
    images = np.zeros((count, 28, 28), np.float32)
    images[:, 8:20, 12:16] = 1.0
    return images


@pytest.fixture
def grid(qtbot):
    widget = DigitGrid()
    qtbot.addWidget(widget)
    widget.resize(400, 400)
    widget.set_images(digits(9))
    return widget


def test_a_click_picks_the_digit_under_it(qtbot, grid):
    with qtbot.waitSignal(grid.digit_picked) as picked:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell_rect(4).center())
    assert picked.args == [4]


def test_a_click_between_digits_picks_none(qtbot, grid):
    beside = grid.cell_rect(0).topRight() + QPoint(4, 10)
    with qtbot.assertNotEmitted(grid.digit_picked):
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=beside)


def test_arrows_and_enter_pick(qtbot, grid):
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(grid, key)
    with qtbot.waitSignal(grid.digit_picked) as picked:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert picked.args == [2]
    assert grid.accessibleDescription() == "Digit 3 of 9"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_A, Qt.Key.Key_Delete])
def test_the_windows_keys_pass_through(qtbot, key):
    seen = []

    class Parent(digit_grid.QWidget):
        def keyPressEvent(self, event):
            seen.append(event.key())

    parent = Parent()
    qtbot.addWidget(parent)
    grid = DigitGrid(parent)
    grid.set_images(digits(4))
    qtbot.keyClick(grid, key)
    assert seen == [key]


def test_hovering_paints_no_digit_anew(qtbot, grid, monkeypatch):
    rendered = []
    render = digit_grid.render_grid
    monkeypatch.setattr(digit_grid, "render_grid", lambda *a: rendered.append(1) or render(*a))
    grid.grab()
    for index in (0, 5, 8):
        move_mouse(grid, grid.cell_rect(index).center())
        grid.grab()
    assert grid.hovered == 8
    assert len(rendered) == 1
    leave(grid)
    assert grid.hovered is None


def test_themes_change_paper_and_ink(grid, use_theme):
    place = grid.cell_rect(0).topLeft() + QPoint(10, 10)
    assert grid.grab().toImage().pixelColor(place) == QColor(LIGHT.paper)
    use_theme(DARK)
    assert grid.grab().toImage().pixelColor(place) == QColor(DARK.paper)


def test_captions_name_unknown_labels_by_number(grid):
    grid.set_images(digits(2), np.array([0, 7]), ("zero",))
    assert grid.accessibleDescription() == "Digit 1 of 2, zero"
    grid.setFocus()
    assert not grid.grab().isNull()


def test_no_digits_show_the_sentence(qtbot, grid):
    grid.set_message("Nothing here.")
    grid.set_images(None)
    assert grid.count == 0
    assert grid.accessibleDescription() == "Nothing here."
    with qtbot.assertNotEmitted(grid.digit_picked):
        qtbot.keyClick(grid, Qt.Key.Key_Return)
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton)
    assert not grid.grab().isNull()


@given(st.integers(1, 62), st.integers(200, 900), st.integers(160, 900), st.integers(0, 24))
def test_cells_are_square_apart_and_within_the_width(count, width, height, caption):
    layout = lay_out(count, width, height, caption)
    rects = [layout.cell_rect(index) for index in range(count)]
    assert all(rect.width() == rect.height() >= MIN_CELL_PX for rect in rects)
    assert all(not a.intersects(b) for i, a in enumerate(rects) for b in rects[:i])
    if layout.cell > MIN_CELL_PX:
        assert all(rect.left() >= 0 and rect.right() < width for rect in rects)
        assert layout.caption_rect(count - 1).bottom() < height


@pytest.mark.parametrize(("count", "columns"), [(25, 5), (36, 6), (1, 1)])
def test_full_rows_are_preferred(count, columns):
    assert lay_out(count, 400, 400, 0).columns == columns


def test_a_short_last_row_stands_in_the_middle():
    layout = lay_out(10, 430, 530, 18)
    assert layout.columns == 3
    assert layout.cell_rect(9).left() == layout.cell_rect(1).left()
