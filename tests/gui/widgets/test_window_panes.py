"""Three panes, two or one, in every size of window and of text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollBar
from window_desk import Desk, MakeDesk

from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.theme import text_scale

Control = Qt.KeyboardModifier.ControlModifier
SIZES = {
    (960, 510): "two",
    (960, 600): "two",
    (683, 720): "one",
    (640, 480): "one",
    (960, 1040): "two",
    (1024, 700): "two",
    (1280, 720): "three",
    (1366, 720): "three",
    (1920, 1080): "three",
    (2560, 1400): "three",
    (3840, 2160): "three",
}


@pytest.fixture
def usual_text(desk: Desk) -> Iterator[Desk]:
    """The window; afterwards the text is as large as usual."""
    yield desk
    desk.appearance.set_text_scale(1.0)


def resize(desk: Desk, width: int, height: int) -> None:
    """Give the window a size, and its panes time to follow."""
    desk.window.resize(width, height)
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize(("size", "arrangement"), SIZES.items())
def test_every_size_shows_all_without_scrolling(
    desk: Desk, size: tuple[int, int], arrangement: str
) -> None:
    desk.draw(3)
    resize(desk, *size)
    assert (desk.window.width(), desk.window.height()) == size
    assert desk.window.panes.arrangement == arrangement
    for name in ("input", "answer", "results"):
        desk.window.panes.bring(name)
        QApplication.processEvents()
        scrolled = [bar for bar in desk.window.findChildren(QScrollBar) if bar.isVisible()]
        assert not [bar for bar in scrolled if bar.maximum()], name
    desk.window.panes.bring("answer")
    QApplication.processEvents()
    bars = desk.window.answer.bars
    assert bars.isVisible()
    assert bars.height() >= bars.minimumSizeHint().height()


def test_no_size_leaves_a_scroll_bar_to_the_next(desk: Desk) -> None:
    desk.draw(3)
    for size in (*SIZES, *reversed(SIZES)):
        resize(desk, *size)
        for column in (desk.window.input, desk.window.answer):
            assert not column.isVisible() or not column.verticalScrollBar().maximum(), size


@pytest.mark.parametrize("size", [(960, 600), (1366, 720), (1920, 1080)])
def test_larger_text_is_whole_too(usual_text: Desk, size: tuple[int, int]) -> None:
    desk = usual_text
    desk.draw(3)
    for _ in range(3):
        desk.key(Qt.Key.Key_Plus, Control)
    assert text_scale() > 1.3
    resize(desk, *size)
    for label in desk.window.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap():
            policy = label.sizePolicy().horizontalPolicy()
            is_cut = label.width() < label.minimumSizeHint().width()
            assert not is_cut or policy is policy.Ignored, label.text()
    desk.key(Qt.Key.Key_0, Control)
    assert text_scale() == 1.0


def test_with_less_room_the_answer_becomes_a_tab_and_comes_back(desk: Desk) -> None:
    desk.draw(3)
    resize(desk, 960, 600)
    tabs = desk.window.results.tabs
    assert [tabs.tabText(n) for n in range(4)] == ["Answer", "Generated", "Latent", "Loss"]
    assert tabs.currentWidget() is desk.window.answer
    assert desk.session.panel == ""
    resize(desk, 680, 600)
    assert tabs.tabText(0) == "Draw"
    resize(desk, 1366, 768)
    assert [tabs.tabText(n) for n in range(tabs.count())] == ["Generated", "Latent", "Loss"]
    assert desk.session.panel == "generated"
    assert desk.window.input.x() < desk.window.answer.x() < desk.window.results.x()


def test_alone_with_the_canvas_the_answer_is_still_said(desk: Desk) -> None:
    resize(desk, 660, 800)
    desk.window.panes.bring("input")
    desk.draw(3)
    assert desk.window.input.verdict.isVisible()
    assert desk.window.input.verdict.headline.text() == desk.headline
    resize(desk, 683, 720)
    assert desk.window.input.verdict.isVisible()
    assert desk.window.input.canvas.height() > 240
    resize(desk, 640, 480)
    assert not desk.window.input.verdict.isVisible()
    resize(desk, 1366, 768)
    assert not desk.window.input.verdict.isVisible()


def test_keys_fold_panes_and_bring_them_back(desk: Desk) -> None:
    resize(desk, 1366, 768)
    before = desk.window.answer.width()
    desk.key(Qt.Key.Key_3, Control)
    assert desk.window.results.visibleRegion().isEmpty()
    assert desk.window.answer.width() > before
    desk.key(Qt.Key.Key_3, Control)
    assert desk.window.results.width() > 300
    resize(desk, 680, 700)
    desk.key(Qt.Key.Key_3, Control)
    assert desk.window.results.tabs.currentWidget() is desk.window.results.generated
    desk.key(Qt.Key.Key_1, Control)
    assert desk.window.input.canvas.isVisible()


def test_a_double_click_on_the_grip_gives_the_usual_widths(desk: Desk) -> None:
    resize(desk, 1366, 768)
    splitter = desk.window.input.parentWidget()
    usual = splitter.sizes()
    splitter.setSizes([300, 400, 700])
    handle = splitter.handle(1)
    QTest.mouseDClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(4, 40))
    assert splitter.sizes() == usual


def test_widths_are_remembered_and_nonsense_is_passed_over(make_desk: MakeDesk) -> None:
    first = make_desk()
    resize(first, 1366, 768)
    splitter = first.window.input.parentWidget()
    splitter.setSizes([500, 450, 300])
    splitter.moved.emit()
    remembered = first.window.remembered()
    second = make_desk(Settings(panes=remembered.panes))
    resize(second, 1366, 768)
    assert second.window.input.width() == first.window.input.width()
    third = make_desk(Settings(panes="three:0,0,0 two:1 one:9999999999999 four:1,2,3,4"))
    resize(third, 1366, 768)
    assert third.window.input.width() > 200


def test_a_number_takes_the_place_of_the_input(desk: Desk) -> None:
    resize(desk, 1366, 768)
    desk.draw(3)
    desk.key(Qt.Key.Key_N)
    desk.settle()
    assert desk.window.panes.arrangement == "number"
    assert not desk.window.input.isVisible()
    assert not desk.window.results.isVisible()
    resize(desk, 660, 700)
    assert desk.window.results.tabs.tabText(0) == "Number"
    desk.key(Qt.Key.Key_Escape)
    assert desk.window.results.tabs.tabText(0) == "Draw"
    resize(desk, 1366, 768)
    assert desk.window.input.isVisible()
    assert desk.window.results.isVisible()


def test_full_screen_and_back(desk: Desk) -> None:
    desk.key(Qt.Key.Key_F11)
    assert desk.window.isFullScreen()
    desk.key(Qt.Key.Key_F11)
    assert not desk.window.isFullScreen()
