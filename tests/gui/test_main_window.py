"""The whole window, used with mouse and keys."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QComboBox, QWidget
from window_desk import Desk, MakeDesk

from desktop_cvae.core.paths import runs_dir
from desktop_cvae.gui.main_window import MainWindow
from desktop_cvae.gui.numbers.numbers_mode import NumbersMode
from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.theme import DARK, LIGHT, current_theme
from desktop_cvae.gui.training.training_command import TrainingCommand
from desktop_cvae.gui.training.training_notices import TrainingNotices
from desktop_cvae.gui.widgets.segmented_choice import Segment
from desktop_cvae.gui.widgets.work_dialog import available_size
from desktop_cvae.inference.evidence import augmented_views

Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("digit", [0, 3, 6])
def test_a_drawn_digit_is_read_at_once(desk: Desk, digit: int) -> None:
    assert desk.headline == "Draw a digit"
    desk.draw(digit)
    assert desk.headline == f"It is a {digit}"
    assert desk.answer.label == digit
    assert all(view.image is not None for view in desk.window.answer.views.values())
    assert "%" in desk.window.answer.verdict.line.text()
    assert desk.window.status.time.text().endswith("ms")


def test_the_answer_follows_the_pen_before_it_is_lifted(desk: Desk) -> None:
    canvas = desk.window.input.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(90, 60))
    QTest.mouseMove(canvas, QPoint(90, 200))
    desk.settle()
    assert desk.session.reply is not None


def test_a_cleared_canvas_has_no_answer_and_undo_brings_it_back(desk: Desk) -> None:
    desk.draw(3)
    desk.key(Qt.Key.Key_Delete)
    desk.settle()
    assert desk.session.reply is None
    assert desk.headline == "Draw a digit"
    desk.key(Qt.Key.Key_Z, Control)
    desk.settle()
    assert desk.headline == "It is a 3"


def test_undo_and_redo_by_keys_and_buttons(desk: Desk) -> None:
    pens = desk.window.input.pen_bar
    assert not pens.undo.isEnabled()
    desk.draw(0)
    first = desk.session.image
    assert first is not None
    pens.undo.click()
    assert desk.session.image is None
    assert not pens.undo.isEnabled()
    assert pens.redo.isEnabled()
    for key, held in ((Qt.Key.Key_Z, Control | Shift), (Qt.Key.Key_Y, Control)):
        desk.key(key, held)
        np.testing.assert_array_equal(desk.session.image, first)
        pens.undo.click()


@pytest.mark.parametrize("has_runs", [False, True])
def test_training_is_built_at_the_start_only_where_there_are_runs(
    desk: Desk, has_runs: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if has_runs:
        runs_dir().mkdir(parents=True)
    looked: list[int] = []
    monkeypatch.setattr(TrainingNotices, "look_for_interrupted", lambda _: looked.append(1))
    desk.window._look_for_interrupted()
    assert ("training" in vars(desk.window), len(looked)) == (has_runs, has_runs)


def test_a_label_conditions_the_reconstruction(desk: Desk) -> None:
    desk.draw(3)
    desk.key(Qt.Key.Key_8)
    desk.settle()
    assert desk.headline == "It is a 3"
    assert desk.answer.label == 8
    assert desk.window.findChild(QAbstractButton, "label_8").isChecked()
    desk.key(Qt.Key.Key_A)
    desk.settle()
    assert desk.answer.label == 3
    assert desk.window.input.label_bar.auto.isChecked()


def test_a_click_on_an_evidence_row_chooses_its_label(desk: Desk) -> None:
    desk.draw(3)
    bars = desk.window.answer.bars
    y = next(y for y in range(bars.height()) if bars.row_at(y) == 5)
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(40, y + 5))
    desk.settle()
    assert desk.session.label == 5
    assert desk.answer.label == 5


def test_noise_is_live_and_its_seed_stays_until_space(desk: Desk) -> None:
    desk.draw(3)
    clean = desk.answer.noisy
    desk.window.input.noise_bar.slider.setValue(40)
    desk.settle()
    noisy = desk.answer.noisy
    assert not np.array_equal(clean, noisy)
    desk.window.input.noise_bar.slider.setValue(50)
    desk.window.input.noise_bar.slider.setValue(40)
    desk.settle()
    np.testing.assert_array_equal(desk.answer.noisy, noisy)
    desk.key(Qt.Key.Key_Space)
    desk.settle()
    assert desk.session.noise.seed == 1
    assert not np.array_equal(desk.answer.noisy, noisy)


def test_pen_keys(desk: Desk) -> None:
    pens, canvas = desk.window.input.pen_bar, desk.window.input.canvas
    medium = canvas.pen_width
    desk.key(Qt.Key.Key_BracketRight)
    assert canvas.pen_width > medium
    assert pens.width_name == "Broad"
    desk.key(Qt.Key.Key_BracketLeft)
    desk.key(Qt.Key.Key_BracketLeft)
    desk.key(Qt.Key.Key_BracketLeft)
    assert pens.width_name == "Thin"
    desk.key(Qt.Key.Key_E)
    assert canvas.erases


def test_a_slider_storm_costs_little_and_the_last_value_wins(desk: Desk) -> None:
    """Row 23."""
    desk.draw(3)
    scored = desk.engine.scored
    desk.engine.gate.clear()
    slider = desk.window.input.noise_bar.slider
    for value in range(1, 100):
        slider.setValue(value)
    desk.engine.gate.set()
    desk.settle()
    # Two answers, each perhaps a close call that is looked at again.
    assert desk.engine.scored - scored <= 2 * (
        1 + len(augmented_views(np.zeros((28, 28), np.float32)))
    )
    assert desk.session.reply is not None
    assert desk.session.reply.question.noise.level == 0.99


def test_a_label_changed_during_an_answer_wins(desk: Desk) -> None:
    """Row 23."""
    desk.draw(3)
    shown: list[int | None] = []
    desk.session.reply_changed.connect(lambda: shown.append(desk.answer.label))
    desk.engine.gate.clear()
    desk.key(Qt.Key.Key_4)
    desk.qtbot.waitUntil(lambda: desk.runner.is_busy)
    desk.key(Qt.Key.Key_7)
    desk.engine.gate.set()
    desk.settle()
    assert shown == [7]


def test_the_window_can_be_closed_during_an_answer(desk: Desk) -> None:
    """Row 17."""
    desk.engine.gate.clear()
    desk.stroke([(0.5, 0.2), (0.5, 0.8)])
    with desk.qtbot.waitSignal(desk.window.closed):
        desk.window.close()
    desk.engine.gate.set()
    desk.runner.stop()
    assert desk.session.reply is None


def test_a_model_without_labels_is_explained(desk: Desk) -> None:
    desk.draw(0)
    chooser = desk.window.chooser
    assert [chooser.combo.itemText(i) for i in range(2)] == ["studio", "plain"]
    desk.controller.use_model("plain")
    desk.settle()
    assert desk.headline == "Reconstructed"
    assert desk.answer.label is None
    assert not desk.window.input.label_bar.auto.isEnabled()
    assert "without labels" in desk.window.input.label_bar.toolTip()
    desk.key(Qt.Key.Key_5)
    assert desk.session.label is None
    assert desk.window.windowTitle().endswith("plain")


def test_a_model_that_cannot_be_opened_leaves_the_old_one(desk: Desk) -> None:
    old = desk.session.model
    desk.controller.use_model("nowhere")
    desk.settle()
    assert desk.session.model is old
    assert desk.window.notice.isVisible()
    assert "nowhere" in desk.window.notice.sentence.text()
    assert desk.window.chooser.combo.currentText() == "studio"
    desk.key(Qt.Key.Key_Escape)
    assert not desk.window.notice.isVisible()


def test_the_theme_changes_live_and_the_array_stays(desk: Desk) -> None:
    """Row 24."""
    desk.draw(3)
    image = desk.session.image

    def lightness() -> int:
        return desk.window.input.canvas.grab().toImage().pixelColor(5, 150).lightness()

    assert lightness() > 200
    desk.key(Qt.Key.Key_L, Control)
    assert current_theme() == DARK
    assert desk.session.image is image
    desk.qtbot.waitUntil(lambda: lightness() < 60)
    desk.key(Qt.Key.Key_L, Control)
    assert current_theme() == LIGHT


def test_right_to_left_and_comma_locale_leave_the_layout_whole(
    make_desk: MakeDesk, qapp: QApplication
) -> None:
    """Row 24."""
    old = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        desk = make_desk()
        desk.draw(3)
        desk.window.input.noise_bar.slider.setValue(25)
        assert desk.window.input.x() > desk.window.answer.x()
        assert desk.window.input.noise_bar.value.text() == "0.25"
        assert_nothing_is_cut(desk.window)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        QLocale.setDefault(old)


@pytest.mark.parametrize("size", [(1280, 800), (1280, 740), (1920, 1080)])
def test_nothing_is_cut(desk: Desk, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    desk.draw(0)
    assert_nothing_is_cut(desk.window)
    for column in (desk.window.input, desk.window.answer):
        assert column.verticalScrollBar().maximum() == 0
        assert column.widget().width() == column.viewport().width()
    assert desk.window.width() == size[0]


def test_a_tiny_window_scrolls(desk: Desk) -> None:
    desk.window.resize(430, 270)
    assert desk.window.width() <= 430
    assert desk.window.height() <= 270
    assert desk.window.input.verticalScrollBar().maximum() > 0


def test_every_control_can_be_found_named_and_explained(desk: Desk) -> None:
    kinds = (QAbstractButton, QComboBox, QAbstractSlider)
    controls = [w for kind in kinds for w in desk.window.findChildren(kind) if is_ours(w)]
    assert len(controls) > 25
    for control in controls:
        name = control.accessibleName() or getattr(control, "text", str)()
        assert name, control
        assert control.toolTip(), name
        # Tab reaches the chosen segment of a choice; arrow keys move to the others.
        is_stop = not isinstance(control, Segment) or control.isChecked()
        assert bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus) == is_stop, name


def test_space_presses_a_button_that_the_keyboard_chose(desk: Desk) -> None:
    eraser = desk.window.input.pen_bar.eraser
    eraser.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(eraser, Qt.Key.Key_Space)
    assert eraser.isChecked()
    assert desk.session.noise.seed == 0


def test_what_is_remembered_is_restored(make_desk: MakeDesk) -> None:
    first = make_desk()
    first.key(Qt.Key.Key_BracketRight)
    first.controller.use_model("plain")
    first.settle()
    first.window.resize(700, 600)
    remembered = first.window.remembered()
    assert (remembered.pen, remembered.model) == ("Broad", "plain")
    second = make_desk(Settings(pen="Broad", geometry=remembered.geometry))
    assert second.window.input.pen_bar.width_name == "Broad"
    assert second.window.size() == first.window.size()


def test_the_window_imports_nothing_heavy() -> None:
    heavy = ("tensorflow", "keras", "matplotlib", "PIL", "onnxruntime", "safetensors")
    code = (
        "import sys, desktop_cvae.app, desktop_cvae.gui.main_window\n"
        f"print([n for n in {heavy!r} if n in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def is_ours(widget: QWidget) -> bool:
    """Not one of the small parts that Qt puts into its own widgets."""
    return (
        not widget.objectName().startswith("qt_")
        and widget.isVisible()
        and not any(widget.inherits(kind) for kind in ("QScrollBar", "QTabBar"))
        and widget.metaObject().className() not in ("QToolBarExtension", "CloseButton")
    )


def assert_nothing_is_cut(window: MainWindow) -> None:
    """No visible widget is smaller than it must be, or stands out of its parent."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        least = widget.minimumSizeHint().boundedTo(widget.maximumSize())
        assert widget.width() >= least.width(), widget
        assert widget.height() >= least.height(), widget


def test_what_is_seldom_wanted_is_built_when_it_is(desk: Desk) -> None:
    parts = (NumbersMode, TrainingCommand)
    assert not any(desk.window.findChildren(part) for part in parts)
    desk.draw(3)
    desk.key(Qt.Key.Key_Escape)
    desk.window.close()
    assert not any(desk.window.findChildren(part) for part in parts)


def test_the_tab_key_comes_to_a_number_before_the_answer(desk: Desk) -> None:
    desk.draw(3)
    desk.key(Qt.Key.Key_N)
    desk.settle()
    order, widget = [], desk.window.numbers.card.picture.nextInFocusChain()
    while widget is not None and widget is not desk.window.numbers.card.picture:
        order.append(widget)
        widget = widget.nextInFocusChain()
    last = desk.window.numbers.card.rules.kinds
    assert order.index(last) < order.index(desk.window.answer.bars)


def test_the_window_is_no_larger_than_its_screen(make_desk: MakeDesk) -> None:
    desk = make_desk(Settings())
    screen = desk.window.screen().availableSize()
    assert desk.window.width() <= screen.width()
    assert desk.window.height() <= screen.height()


@pytest.mark.parametrize("width", [1024, 1366, 1536, 1920, 2560])
def test_the_four_pictures_are_whole_in_every_width(desk: Desk, width: int) -> None:
    desk.window.resize(width, 860)
    for _ in range(3):
        QApplication.processEvents()
    for view in desk.window.answer.views.values():
        strip = view.parentWidget()
        assert strip.width() > 0.2 * width
        assert view.geometry().bottom() < strip.height()


def test_the_colours_are_explained_when_there_are_any(desk: Desk) -> None:
    key = desk.window.answer.reason.key
    assert not key.isVisible()
    desk.draw(3)
    assert key.isVisible()
    desk.key(Qt.Key.Key_Delete)
    desk.settle()
    assert not key.isVisible()


def test_the_window_opens_no_larger_than_its_screen(make_desk: MakeDesk) -> None:
    first = make_desk().window
    first.resize(5000, 4000)
    window = make_desk(Settings(geometry=first.remembered().geometry)).window
    assert window.size() == available_size(window).expandedTo(window.minimumSizeHint())


def test_ctrl_w_closes_the_window(desk: Desk) -> None:
    desk.key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not desk.window.isVisible()


def test_the_file_menu_has_groups(desk: Desk) -> None:
    menu = desk.window.menuBar().actions()[0].menu()
    groups: list[list[str]] = [[]]
    for action in menu.actions():
        if action.isSeparator():
            groups.append([])
        else:
            groups[-1].append(action.text().replace("&", ""))
    assert [group[0] for group in groups] == [
        "Open a picture…",
        "Read many pictures…",
        "Save the answer…",
        "Archive…",
        "Lessons",
        "Quit",
    ]
    assert max(len(group) for group in groups) == 4
