"""One palette, one stylesheet: what is switched looks like what was so from the start."""

from collections import Counter

import numpy as np
import pytest
from every_dialog import DIALOGS, open_dialog
from fake_runs import MakeRun
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QSplitterHandle, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from window_desk import Desk, MakeDesk

from desktop_cvae.gui.dialogs import open_dialog as open_late
from desktop_cvae.gui.qimage_arrays import difference_image
from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.stylesheet import ROLES
from desktop_cvae.gui.theme import DARK, LEAST_PX, LIGHT, Theme, sized
from desktop_cvae.gui.training.training_dialog import TrainingDialog
from desktop_cvae.gui.widgets.digit_view import DigitView
from desktop_cvae.gui.widgets.evidence_bars import EvidenceBars
from desktop_cvae.gui.widgets.focus_ring import FocusRings


def settle(desk: Desk) -> None:
    """Wait until every window wears the theme, and shows what it has to show."""
    polishing = desk.appearance.findChild(QTimer)
    desk.qtbot.waitUntil(lambda: not polishing.isActive())

    def rests() -> bool:
        timers = desk.window.findChildren(QTimer)
        return not (desk.runner.is_busy or any(t.isActive() and t.isSingleShot() for t in timers))

    # Layouts and scroll bars settle one event later, plots with the worker.
    for _ in range(3):
        QApplication.processEvents()
        desk.qtbot.waitUntil(rests)


def pictures(windows: list[QWidget]) -> list[QImage]:
    return [window.grab().toImage() for window in windows]


def open_windows(desk: Desk) -> list[QWidget]:
    """The window with an answer, the keys, the training dialog."""
    desk.draw(7)
    training = TrainingDialog(desk.window)
    training.show()
    windows = [desk.window, open_late(desk.window, "shortcuts_dialog"), training]
    settle(desk)
    return windows


def test_a_switched_window_looks_as_if_it_had_been_dark_from_the_start(make_desk: MakeDesk):
    desk = make_desk(Settings())
    desk.appearance.choose("dark")
    windows = open_windows(desk)
    dark = pictures(windows)
    desk.appearance.choose("light")
    settle(desk)
    light = pictures(windows)
    assert all(one != other for one, other in zip(light, dark, strict=True))
    desk.appearance.choose("dark")
    settle(desk)
    assert pictures(windows) == dark
    desk.appearance.choose("light")
    settle(desk)
    assert pictures(windows) == light


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_palette_has_every_colour_that_the_stylesheet_names(theme: Theme):
    palette = theme.palette()
    for name, role in ROLES.items():
        if hasattr(theme, name):
            word = "".join(part.capitalize() for part in role.split("-"))
            assert palette.color(getattr(palette.ColorRole, word)).name() == getattr(theme, name)


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """From 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def grounds(theme: Theme, *names: str) -> list[str]:
    """Colours behind texts, as the stylesheet names them."""
    palette = theme.palette()
    words = ["".join(p.capitalize() for p in ROLES[name].split("-")) for name in names]
    return [palette.color(getattr(palette.ColorRole, word)).name() for word in words]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_and_every_control_seen(theme: Theme):
    texts = (theme.text, theme.muted, theme.accent, theme.warning)
    for ground in (*grounds(theme, "window", "surface", "raised", "chosen", "hover"), theme.paper):
        assert min(contrast(text, ground) for text in texts) >= 4.5, ground
    assert contrast(theme.text, *grounds(theme, "pressed")) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    # The edges of fields, the ring of the focus, all tints of a difference.
    for ground in grounds(theme, "window", "surface", "raised"):
        assert min(contrast(edge, ground) for edge in (theme.control, theme.accent)) >= 3, ground
    tints = (theme.too_much, theme.too_little, theme.foreign)
    assert min(contrast(tint, theme.paper) for tint in tints) >= 3


def test_a_small_difference_is_seen_on_dark_paper_too():
    """A tenth of the ink is missing: a tint in proportion would be as dark as the paper."""
    full, less = np.ones((28, 28), np.float32), np.full((28, 28), 0.9, np.float32)
    for theme in (LIGHT, DARK):
        tint = difference_image(less, full, theme).pixelColor(9, 9).name()
        assert contrast(tint, theme.paper) >= 1.25


def test_what_is_missing_is_striped_and_what_is_too_much_is_not(qtbot: QtBot):
    ink, paper = np.ones((28, 28), np.float32), np.zeros((28, 28), np.float32)

    def colors(image: np.ndarray, original: np.ndarray) -> int:
        view = DigitView("Difference", "")
        qtbot.addWidget(view)
        view.resize(view.sizeHint())
        view.set_image(image, original)
        picture = view.grab().toImage()
        return len({picture.pixelColor(20 + at, 40).name() for at in range(20)})

    # What the reconstruction has and the drawing has not is missing in the drawing.
    assert colors(ink, paper) >= 2
    assert colors(paper, ink) == 1


def test_the_ring_goes_with_the_keyboard_and_not_with_the_mouse(qtbot: QtBot, qapp: QApplication):
    rings, window = FocusRings(qapp), QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    before, bars = QPushButton("before"), EvidenceBars()
    layout.addWidget(before)
    layout.addWidget(bars)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before.setFocus()
    assert rings.ring is None
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert rings.ring is not None
    assert rings.ring.widget() is bars
    assert rings.ring.geometry().contains(bars.geometry())
    edge = rings.ring.grab().toImage()
    assert contrast(edge.pixelColor(edge.width() // 2, 1).name(), LIGHT.window) >= 3
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton)
    assert not rings.ring.isVisible()
    before.setFocus()
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton)
    assert rings.ring is None
    rings.deleteLater()


def text_sizes(*windows: QWidget) -> Counter[tuple[str, str, int]]:
    """How often each kind of widget has text larger than the window's by that many pixels."""
    usual = windows[0].font().pixelSize()
    return Counter(
        (type(widget).__name__, widget.objectName(), widget.font().pixelSize() - usual)
        for window in windows
        for widget in (window, *window.findChildren(QWidget))
        # Their number changes with the panes, and they have no text.
        if not isinstance(widget, QSplitterHandle)
    )


@pytest.mark.parametrize("name", DIALOGS)
def test_all_text_follows_the_chosen_size(desk: Desk, make_run: MakeRun, name: str) -> None:
    """Qt once restored the sizes of the first showing with each new theme and each new parent."""
    QApplication.setCursorFlashTime(0)
    desk.draw(3)
    dialog = open_dialog(desk, make_run, name)
    size = dialog.size()
    settle(desk)
    before, picture = text_sizes(desk.window, dialog), dialog.grab().toImage()
    try:
        for scale in (1.5, 0.8):
            desk.appearance.set_text_scale(scale)
            settle(desk)
            assert text_sizes(desk.window, dialog) == before, scale
            desk.appearance.choose("dark")
            settle(desk)
            assert text_sizes(desk.window, dialog) == before, scale
            desk.appearance.choose("light")
    finally:
        desk.appearance.set_text_scale(1.0)
    settle(desk)
    assert text_sizes(desk.window, dialog) == before
    dialog.resize(size)
    settle(desk)
    # That page's preview comes after a pause.
    assert dialog.grab().toImage() == picture or name == "data sets, make"
    dialog.close()


def test_text_never_shrinks_to_nothing(qapp: object) -> None:
    small = QFont()
    small.setPixelSize(11)
    assert sized(small, -12).pixelSize() == LEAST_PX
    assert sized(small, 2).pixelSize() == 13
