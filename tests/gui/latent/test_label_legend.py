import pytest
from pointer import leave, move_mouse
from PySide6.QtCore import QPoint, Qt

from desktop_cvae.gui.latent.label_legend import LabelLegend
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


def click(qtbot, legend, index, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.mouseClick(legend, Qt.MouseButton.LeftButton, modifier, middle(legend, index))


def test_a_click_hides_and_a_second_one_shows(qtbot, legend):
    told = []
    legend.changed.connect(lambda: told.append(set(legend.hidden)))
    for index in (3, 5, 5):
        click(qtbot, legend, index)
    assert told == [{3}, {3, 5}, {3}]


def test_a_click_with_shift_shows_only_that_label_and_then_all(qtbot, legend):
    click(qtbot, legend, 2)
    click(qtbot, legend, 4, Qt.KeyboardModifier.ShiftModifier)
    assert legend.hidden == set(range(10)) - {4}
    click(qtbot, legend, 4, Qt.KeyboardModifier.ShiftModifier)
    assert legend.hidden == set()


def test_the_pointer_makes_a_label_stand_out_unless_it_is_hidden(qtbot, legend):
    with qtbot.waitSignal(legend.changed):
        move_mouse(legend, middle(legend, 6))
    assert legend.highlighted == 6
    click(qtbot, legend, 6)
    assert legend.highlighted is None
    with qtbot.waitSignal(legend.changed):
        leave(legend)
    assert legend.highlighted is None


def test_a_click_beside_the_chips_does_nothing(qtbot, legend):
    with qtbot.assertNotEmitted(legend.changed):
        qtbot.mouseClick(legend, Qt.MouseButton.LeftButton, pos=QPoint(419, 2))


def test_keys_hide_and_say_so(qtbot, legend):
    qtbot.keyClick(legend, Qt.Key.Key_Left)
    assert legend.accessibleDescription() == "9"
    qtbot.keyClick(legend, Qt.Key.Key_Return)
    assert legend.hidden == {9}
    assert legend.accessibleDescription() == "9, hidden"


def test_other_names_show_all_labels(qtbot, legend):
    click(qtbot, legend, 1)
    legend.set_names(("a", "b"))
    assert legend.hidden == set()


def test_a_hidden_label_looks_hidden(qtbot, legend):
    before = legend.grab().toImage()
    legend.set_hidden(frozenset({7}))
    assert legend.grab().toImage() != before


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
