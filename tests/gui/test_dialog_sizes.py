"""Every dialog on every screen: nothing is cut, nothing scrolls that would fit."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from every_dialog import DIALOGS, open_dialog
from fake_runs import MakeRun
from layout_faults import faults, scrolling
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from window_desk import Desk, MakeDesk

from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets import work_dialog
from desktop_cvae.gui.widgets.elided_label import LEAST_WIDTH
from desktop_cvae.gui.widgets.work_dialog import FRAME, available_size
from desktop_cvae.workers import language_selection

SCREENS = [(960, 600), (1366, 768), (1920, 1080), (3840, 2160)]
"""In logical pixels, from a small laptop to a large screen."""
TINY = QSize(640, 360)
"""Full HD at 300 %."""
WINDOWS = [QSize(1240, 740), QSize(1024, 700), QSize(1366, 728), QSize(1920, 1040)]
"""Sizes of the window, the usual one first."""
ROOT = Path(__file__).resolve().parents[2]
LISTS = {
    "archive": {"Column"},
    "training, advanced": {"Column"},
    "scorecard": {"QScrollArea"},
    "latent space": {"Column"},
    "keys": {"Column"},
    "guide": {"QScrollArea"},
    "guide, CVAE": {"QScrollArea"},
    "guide, training": {"QScrollArea"},
}
"""What is a list, or a page to be read, that may be longer than the screen."""


@pytest.mark.parametrize("name", DIALOGS)
def test_nothing_is_cut_and_nothing_scrolls_that_fits(
    desk: Desk, make_run: MakeRun, name: str
) -> None:
    desk.draw(3)
    dialog = open_dialog(desk, make_run, name)
    # It was opened on the screen that is there.
    assert dialog.size().boundedTo(available_size(dialog)) == dialog.size()
    for width, height in SCREENS:
        dialog.resize(QSize(width, height) - FRAME)
        assert faults(dialog) == [], (width, height)
        assert scrolling(dialog) <= LISTS.get(name, set()), (width, height)
    dialog.resize(TINY - FRAME)
    QApplication.processEvents()
    assert dialog.width() <= TINY.width()
    assert dialog.height() <= TINY.height()
    # There one scrolls, but what is there can be read.
    assert faults(dialog) == []
    buttons = [b for b in dialog.findChildren(QPushButton) if b.parentWidget() is dialog]
    for button in buttons:
        assert dialog.rect().contains(button.geometry()) or button.isHidden(), button.text()
    dialog.close()


@pytest.mark.parametrize("name", DIALOGS)
def test_close_is_last_the_primary_button_before_it_and_ctrl_w_closes(
    desk: Desk, make_run: MakeRun, name: str
) -> None:
    desk.draw(3)
    dialog = open_dialog(desk, make_run, name)
    dialog.resize(QSize(1366, 768) - FRAME)
    faults(dialog)  # lets the layout settle
    seen = [one for one in dialog.findChildren(QPushButton) if one.isVisible()]
    foot = [one for one in seen if one.parentWidget() is dialog]
    foot.sort(key=lambda one: one.x())
    assert foot[-1].text() in ("Close", "Cancel")
    edge = dialog.rect().bottomRight() - foot[-1].geometry().bottomRight()
    assert edge.toTuple() == (2 * SPACING, 2 * SPACING)
    primary = [one for one in foot if one.isDefault() or one.property("role") == "primary"]
    assert primary in ([], foot[-2:-1])
    QTest.keyClick(dialog, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert desk.window.isVisible()


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the Ukrainian texts, built."""
    folder = tmp_path_factory.mktemp("translations")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "packaging"))
        from translations import build

        build(folder)
    return folder


@pytest.fixture
def speak(catalogues: Path) -> Iterator[Callable[[str], None]]:
    """Speak a language; English again afterwards."""
    yield lambda language: language_selection.speak(language, catalogues)
    language_selection.speak("en")


@pytest.mark.parametrize("name", DIALOGS)
def test_dialogs_open_as_large_as_the_texts_of_the_language_need(
    speak: Callable[[str], None],
    desk: Desk,
    make_run: MakeRun,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    speak("uk")
    monkeypatch.setattr(work_dialog, "available_size", lambda _: QSize(*SCREENS[2]) - FRAME)
    desk.draw(3)
    dialog = open_dialog(desk, make_run, name)
    # Qt hides the bars of a grown area with the next event.
    desk.qtbot.waitUntil(lambda: scrolling(dialog) <= LISTS.get(name, set()))
    assert faults(dialog) == [], dialog.size()


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize("name", DIALOGS)
def test_text_of_every_size_is_not_cut(
    speak: Callable[[str], None], desk: Desk, make_run: MakeRun, name: str, language: str
) -> None:
    speak(language)
    desk.draw(3)
    try:
        for scale in (1.0, 2.0):
            desk.appearance.set_text_scale(scale)
            dialog = open_dialog(desk, make_run, name)
            for width, height in SCREENS[:3]:
                dialog.resize(QSize(width, height) - FRAME)
                assert faults(dialog) == [], (scale, width, height)
            # Some stand over another one.
            for one in reversed(desk.window.findChildren(QDialog)):
                one.close()
            desk.settle()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finally:
        desk.appearance.set_text_scale(1.0)


@pytest.mark.parametrize("language", ["en", "uk"])
def test_the_window_is_laid_out_by_its_size_alone(
    speak: Callable[[str], None], make_desk: MakeDesk, language: str
) -> None:
    speak(language)
    desk = make_desk()
    desk.draw(3)
    places: dict[QSize, list[QRect]] = {}
    for size in (*WINDOWS, *reversed(WINDOWS)):
        desk.window.resize(size)
        assert faults(desk.window) == [], size
        parts = (desk.window.input, desk.window.input.canvas, desk.window.answer)
        placed = [QRect(part.mapTo(desk.window, QPoint()), part.size()) for part in parts]
        assert places.setdefault(size, placed) == placed, size


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_models_details_end_before_the_help_button(
    speak: Callable[[str], None], make_desk: MakeDesk, language: str, scale: float
) -> None:
    speak(language)
    desk = make_desk(Settings(unfolded=("model",)))
    chooser = desk.window.chooser
    try:
        desk.appearance.set_text_scale(scale)
        for size in WINDOWS:
            desk.window.resize(size)
            assert faults(chooser) == [], size
            details = QRect(chooser.summary.mapTo(chooser, QPoint()), chooser.summary.size())
            assert details.right() < chooser.help.x(), size
            assert details.width() >= LEAST_WIDTH
        assert chooser.minimumSizeHint().width() <= SCREENS[0][0]
    finally:
        desk.appearance.set_text_scale(1.0)
