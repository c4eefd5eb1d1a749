import pytest
from PySide6.QtCore import Qt

from desktop_cvae.gui.theme import DARK
from desktop_cvae.gui.widgets.segmented_choice import HEIGHT_PX, SegmentedChoice


@pytest.fixture
def choice(qtbot):
    widget = SegmentedChoice((("a", "First"), ("b", "Second")), "Which")
    qtbot.addWidget(widget)
    return widget


def test_the_first_value_is_chosen_at_first(choice):
    assert choice.value == "a"


def test_a_click_chooses_and_tells_once(qtbot, choice):
    told = []
    choice.chosen.connect(told.append)
    qtbot.mouseClick(choice.segment("b"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(choice.segment("b"), Qt.MouseButton.LeftButton)
    assert choice.value == "b"
    assert told == ["b"]


def test_setting_a_value_is_silent(qtbot, choice):
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_value("b")
    assert choice.value == "b"


def test_a_disabled_value_cannot_be_chosen(qtbot, choice):
    choice.segment("b").setEnabled(False)
    qtbot.mouseClick(choice.segment("b"), Qt.MouseButton.LeftButton)
    assert choice.value == "a"


def test_it_wears_the_theme(choice, use_theme):
    light = choice.grab().toImage()
    use_theme(DARK)
    dark = choice.grab().toImage()
    corner = light.width() - 4, light.height() // 2
    assert light.pixelColor(*corner).lightness() > 200 > 80 > dark.pixelColor(*corner).lightness()


def test_large_text_makes_it_higher(qtbot):
    choice = SegmentedChoice([("a", "Aa"), ("b", "Bb")], "Which")
    qtbot.addWidget(choice)
    assert choice.sizeHint().height() == HEIGHT_PX
    font = choice.font()
    font.setPixelSize(40)
    segment = choice.segment("a")
    segment.setFont(font)
    assert segment.sizeHint().height() > segment.fontMetrics().height() > HEIGHT_PX


def test_tab_reaches_the_chosen_value(qtbot, choice):
    def stops():
        return [
            value for value in "ab" if choice.segment(value).focusPolicy() & Qt.FocusPolicy.TabFocus
        ]

    assert stops() == ["a"]
    choice.set_value("b")
    assert stops() == ["b"]
    qtbot.mouseClick(choice.segment("a"), Qt.MouseButton.LeftButton)
    assert stops() == ["a"]
