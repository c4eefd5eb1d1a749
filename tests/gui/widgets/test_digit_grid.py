""""""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pointer import move_mouse
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QHoverEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_cvae.gui.theme import DARK, LIGHT
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


def click(qtbot, grid, place):
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)


def rect_of(grid, index):
    return grid.visualRect(grid.model().index(index, 0))


def told(grid):
    """What a screen reader says of the current digit."""
    return grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_click_picks_the_digit_under_it(qtbot, grid):
    with qtbot.waitSignal(grid.digit_picked) as picked:
        click(qtbot, grid, rect_of(grid, 4).center())
    assert picked.args == [4]


def test_a_click_between_digits_picks_none(qtbot, grid):
    with qtbot.assertNotEmitted(grid.digit_picked):
        click(qtbot, grid, rect_of(grid, 0).topRight() + QPoint(4, 10))


def test_arrows_and_enter_pick(qtbot, grid):
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(grid, key)
    assert told(grid) == "Digit 1 of 9"
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(grid, key)
    with qtbot.waitSignal(grid.digit_picked) as picked:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert picked.args == [2]
    assert told(grid) == "Digit 3 of 9"


OTHERS = (Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_A, Qt.Key.Key_Delete)


@pytest.mark.parametrize("key", OTHERS)
def test_the_windows_keys_pass_through(qtbot, key):
    seen = []

    class Parent(QWidget):
        def keyPressEvent(self, event):
            seen.append(event.key())

    parent = Parent()
    qtbot.addWidget(parent)
    grid = DigitGrid(parent)
    grid.set_images(digits(4))
    qtbot.keyClick(grid, key)
    assert seen == [key]


def test_the_digit_under_the_pointer_is_framed(grid):
    grid.show()
    edge = rect_of(grid, 5).topLeft() + QPoint(1, 40)
    assert grid.grab().toImage().pixelColor(edge) != QColor(LIGHT.accent)
    assert grid.viewport().testAttribute(Qt.WidgetAttribute.WA_Hover)
    hover = QHoverEvent(QEvent.Type.HoverMove, edge, edge, QPoint())
    QApplication.sendEvent(grid.viewport(), hover)
    assert grid.grab().toImage().pixelColor(edge) == QColor(LIGHT.accent)
    move_mouse(grid.viewport(), edge)
    assert grid.cursor().shape() is Qt.CursorShape.PointingHandCursor
    move_mouse(grid.viewport(), rect_of(grid, 0).topRight() + QPoint(4, 10))
    assert grid.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_current_digit_is_framed_while_the_grid_has_the_focus(qtbot, grid):
    grid.show()
    grid.activateWindow()
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    edge = rect_of(grid, 1).topLeft() + QPoint(1, 40)
    assert grid.grab().toImage().pixelColor(edge) != QColor(LIGHT.accent)
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    assert grid.grab().toImage().pixelColor(edge) == QColor(LIGHT.accent)


def test_nothing_is_dragged_and_a_dropped_picture_is_the_windows(grid):
    assert not grid.dragEnabled()
    assert not grid.viewport().acceptDrops()


def test_themes_change_paper_and_ink(grid, use_theme):
    place = rect_of(grid, 0).topLeft() + QPoint(10, 10)
    assert grid.grab().toImage().pixelColor(place) == QColor(LIGHT.paper)
    use_theme(DARK)
    assert grid.grab().toImage().pixelColor(place) == QColor(DARK.paper)


def test_captions_name_unknown_labels_by_number(qtbot, grid):
    grid.set_images(digits(2), np.array([0, 7]), ("zero",))
    assert told(grid) == "Digit 1 of 2, zero"
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert told(grid) == "Digit 2 of 2, 7"


def test_no_digits_show_the_sentence(qtbot, grid):
    grid.set_message("Nothing here.")
    grid.set_images(None)
    assert grid.count == 0
    assert grid.accessibleDescription() == "Nothing here."
    with qtbot.assertNotEmitted(grid.digit_picked):
        qtbot.keyClick(grid, Qt.Key.Key_Return)
        click(qtbot, grid, QPoint(50, 50))
    assert not grid.grab().isNull()


@given(st.integers(1, 62), st.integers(200, 900), st.integers(160, 900), st.integers(0, 24))
def test_cells_are_square_apart_and_within_the_width(count, width, height, caption):
    layout = lay_out(count, width, height, caption)
    rects = [layout.cell_rect(index) for index in range(count)]
    assert all(rect.width() == rect.height() >= MIN_CELL_PX for rect in rects)
    assert all(not a.intersects(b) for i, a in enumerate(rects) for b in rects[:i])
    if layout.cell > MIN_CELL_PX:
        assert all(rect.left() >= 0 and rect.right() < width for rect in rects)
        assert rects[-1].bottom() + caption < height


@pytest.mark.parametrize(("count", "columns"), [(25, 5), (36, 6), (1, 1)])
def test_full_rows_are_preferred(count, columns):
    assert lay_out(count, 400, 400, 0).columns == columns


def test_a_short_last_row_stands_in_the_middle():
    layout = lay_out(7, 430, 530, 18)
    assert layout.columns == 3
    assert layout.cell_rect(6).left() == layout.cell_rect(1).left()


@pytest.mark.parametrize("size", [(200, 160), (430, 530), (900, 300)])
def test_every_digit_stands_at_its_computed_place(grid, size):
    grid.show()
    grid.set_images(digits(10), np.arange(10), ("zero",))
    for width, height in ((400, 400), size):
        grid.resize(width, height)
        places = grid.grid_layout()
        for index in range(10):
            rect = rect_of(grid, index)
            assert rect.topLeft() == places.cell_rect(index).topLeft()
            assert rect.size() == QSize(places.cell, places.cell + places.caption)


def test_pulling_a_digit_out_is_no_click(qtbot, grid):
    start = rect_of(grid, 5).center()
    far = start + QPoint(0, 60)
    with qtbot.assertNotEmitted(grid.digit_picked), qtbot.waitSignal(grid.digit_dragged) as pulled:
        qtbot.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=start)
        move_mouse(grid.viewport(), far, Qt.MouseButton.LeftButton)
        qtbot.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=start)
    assert pulled.args == [5]


def test_other_digits_in_the_same_places_are_painted(grid):
    names = tuple("0123456789")
    grid.set_images(digits(10), np.arange(10), names)
    before, place = grid.grab().toImage(), grid.currentIndex()
    grid.set_images(1 - digits(10), np.arange(10), names)
    assert grid.grab().toImage() != before
    assert place == grid.currentIndex()
    grid.set_images(digits(10), np.arange(10)[::-1], names)
    assert grid.model().index(0, 0).data() == "9"
    grid.set_images(digits(10))
    assert grid.model().index(0, 0).data() == ""


@pytest.mark.parametrize("size", [(200, 160), (900, 160), (200, 900), (560, 420), (1800, 300)])
def test_ten_digits_stand_in_two_rows_of_five(size):
    layout = lay_out(10, *size, 16)
    rows = [[layout.cell_rect(n).y() for n in range(start, start + 5)] for start in (0, 5)]
    assert layout.columns == 5
    assert all(len(set(row)) == 1 for row in rows)
    assert rows[0][0] < rows[1][0]
