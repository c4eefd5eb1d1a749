import pytest
from pointer import leave, move_mouse
from PySide6.QtCore import QPoint, Qt

from desktop_cvae.gui.plots.label_legend import LabelLegend
from desktop_cvae.gui.theme import DARK, LIGHT, window_font


@pytest.fixture
def legend(qtbot):
    widget = LabelLegend()
    qtbot.addWidget(widget)
    widget.set_names(tuple("0123456789"))
    widget.resize(420, widget.heightForWidth(420))
    return widget


def middle(legend, index):
    return legend.chip_rects(legend.width())[index].center().toPoint()


def test_a_click_highlights_and_a_second_one_lets_go(qtbot, legend):
    told = []
    legend.highlighted.connect(told.append)
    for index in (3, 5, 5):
        qtbot.mouseClick(legend, Qt.MouseButton.LeftButton, pos=middle(legend, index))
    assert told == [3, 5, None]
    assert legend.chosen is None


def test_a_click_beside_the_chips_does_nothing(qtbot, legend):
    with qtbot.assertNotEmitted(legend.highlighted):
        qtbot.mouseClick(legend, Qt.MouseButton.LeftButton, pos=QPoint(419, 2))


def test_keys_choose(qtbot, legend):
    with qtbot.waitSignal(legend.highlighted) as told:
        qtbot.keyClick(legend, Qt.Key.Key_Left)
        qtbot.keyClick(legend, Qt.Key.Key_Return)
    assert told.args == [9]
    assert legend.accessibleDescription() == "9"


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("count", [0, 1, 10, 62])
def test_chips_stay_inside_and_apart(legend, count, direction):
    legend.setLayoutDirection(direction)
    legend.set_names([f"label {index}" for index in range(count)])
    height = legend.heightForWidth(400)
    rects = legend.chip_rects(400)
    assert len(rects) == count
    assert all(r.left() >= 0 and r.right() <= 400 and r.bottom() <= height for r in rects)
    assert all(not a.intersects(b) for i, a in enumerate(rects) for b in rects[:i])


def test_hover_and_theme_are_seen(legend, use_theme):
    # Dark over whatever ground earlier tests left: light would not be seen on light.
    use_theme(DARK)
    plain = legend.grab().toImage()
    move_mouse(legend, middle(legend, 2))
    assert legend.grab().toImage() != plain
    leave(legend)
    assert legend.grab().toImage() == plain
    use_theme(LIGHT)
    assert legend.grab().toImage() != plain


def test_ten_digits_stand_in_one_row_of_a_narrow_panel(legend):
    legend.setFont(window_font())
    assert {rect.top() for rect in legend.chip_rects(348)} == {0}
