""""""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from desktop_cvae.core.results import Samples
from desktop_cvae.datasets.exporting import FORMATS, png_sheet
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.gui.theme import DARK
from desktop_cvae.gui.widgets.generated_panel import (
    EMPTY,
    GeneratedPanel,
    GenerationRequest,
)

NAMES = tuple("0123456789")


def samples(labels):
    count = len(labels)
    images = np.linspace(0, 1, count * 784, dtype=np.float32).reshape(count, 28, 28)
    return Samples(images, np.array(labels), np.zeros((count, 2), np.float32))


@pytest.fixture
def panel(qtbot):
    widget = GeneratedPanel(new_seed=lambda: 4711)
    qtbot.addWidget(widget)
    widget.resize(460, 620)
    widget.grab()
    return widget


def choose_hand(qtbot, panel):
    qtbot.mouseClick(panel.mode_choice.segment("hand"), Qt.MouseButton.LeftButton)


def test_the_request_tells_what_the_controls_show(panel):
    assert panel.request() == GenerationRequest("label", 30, 1.0, 1)


def test_moving_the_temperature_asks(qtbot, panel):
    with qtbot.waitSignal(panel.generation_wanted) as wanted:
        panel.controls.slider.setValue(0)
    assert wanted.args[0].temperature == 0.0
    panel.controls.slider.setValue(10_000)
    assert panel.request().temperature == 1.5


def test_the_die_throws_a_new_seed(qtbot, panel):
    with qtbot.waitSignal(panel.generation_wanted) as wanted:
        panel.controls.dice.click()
    assert wanted.args[0].seed == 4711


def test_the_random_seed_is_in_range():
    from desktop_cvae.gui.widgets.generated_panel import MAX_SEED, random_seed

    assert all(0 <= random_seed() <= MAX_SEED for _ in range(20))


def test_the_hand_asks_and_has_no_chance_in_it(qtbot, panel):
    panel.set_samples(samples([7] * 25), NAMES)
    with qtbot.waitSignal(panel.generation_wanted) as wanted:
        choose_hand(qtbot, panel)
    assert wanted.args[0].mode == "hand"
    assert panel.grid.count == 0
    assert panel.grid.accessibleDescription() == EMPTY["hand"]
    assert not panel.controls.isEnabled()
    assert "drawing" in panel.controls.slider.toolTip()


def told(panel):
    return panel.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def test_captions_only_where_labels_differ(panel):
    panel.set_samples(samples([7] * 4), NAMES)
    assert told(panel) == "Digit 1 of 4"
    panel.set_samples(samples(range(10)), NAMES)
    assert told(panel) == "Digit 1 of 10, 0"


def test_samples_of_a_model_without_labels(panel):
    free = Samples(np.zeros((4, 28, 28), np.float32), None, np.zeros((4, 2), np.float32))
    panel.set_samples(free, ())
    assert panel.grid.count == 4


def test_a_picked_digit_is_handed_on(qtbot, panel):
    shown = samples(range(10))
    panel.set_samples(shown, NAMES)
    with qtbot.waitSignal(panel.digit_picked) as picked:
        panel.grid.digit_picked.emit(3)
    assert picked.args[0].dtype == np.float32
    np.testing.assert_array_equal(picked.args[0], shown.images[3])


def test_a_model_without_labels_has_no_hand(qtbot, panel):
    choose_hand(qtbot, panel)
    with qtbot.waitSignal(panel.generation_wanted) as wanted:
        panel.set_labels_available(False)
    assert wanted.args[0].mode == "label"
    hand = panel.mode_choice.segment("hand")
    assert not hand.isEnabled()
    assert "without labels" in hand.toolTip()
    assert panel.controls.isEnabled()
    panel.set_labels_available(True)
    assert hand.isEnabled()


def test_a_larger_panel_asks_for_more_when_it_has_settled(qtbot, panel):
    with qtbot.waitSignal(panel.generation_wanted) as wanted:
        panel.resize(460, 800)
        panel.grab()
    assert wanted.args[0].count > 30


def test_saving_and_copying_need_digits(qtbot, panel):
    assert not panel.save_button.isEnabled()
    panel.set_samples(samples([1, 2]), NAMES)
    assert panel.save_button.isEnabled()
    with qtbot.waitSignal(panel.succeeded) as told:
        panel.copy_button.click()
    assert "clipboard" in told.args[0]
    copied = QGuiApplication.clipboard().image()
    sheet = png_sheet(samples([1, 2]), panel.grid.columns)
    assert copied == QImage.fromData(sheet).convertedTo(copied.format())


def ask_where(panel) -> QFileDialog:
    panel.set_samples(samples([1, 2]), NAMES)
    panel.save_button.click()
    # Opened beside the window, which goes on meanwhile.
    return panel.window().findChildren(QFileDialog)[-1]


@pytest.mark.parametrize("kind", list(FORMATS))
def test_saving_offers_every_format_and_says_so(qtbot, panel, tmp_path, kind):
    dialog = ask_where(panel)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    place = list(FORMATS).index(kind)
    dialog.selectNameFilter(dialog.nameFilters()[place])
    dialog.filterSelected.emit(dialog.nameFilters()[place])
    assert Path(dialog.selectedFiles()[0]).name == f"digits{FORMATS[kind].suffix}"
    with qtbot.waitSignal(panel.succeeded) as told:
        dialog.fileSelected.emit(str(tmp_path / "sieben"))
    saved = tmp_path / f"sieben{FORMATS[kind].suffix}"
    assert saved.name in told.args[0]
    assert list(tmp_path.iterdir()) == [saved]
    if kind in ("npz", "idx"):
        dataset = load_dataset(str(saved), "train")
        np.testing.assert_array_equal(dataset.images, samples([1, 2]).pixels)
        assert dataset.labels.tolist() == [1, 2]
    dialog.close()


def test_a_suffix_says_the_format(panel, tmp_path):
    panel.set_samples(samples([1, 2]), NAMES)
    panel.save_to(tmp_path / "digits.svg", "npz")
    assert (tmp_path / "digits.svg").read_bytes().startswith(b"<svg")


def test_idx_without_labels_is_refused_in_a_sentence(qtbot, panel, tmp_path):
    free = Samples(np.zeros((4, 28, 28), np.float32), None, np.zeros((4, 2), np.float32))
    panel.set_samples(free, ())
    with qtbot.waitSignal(panel.failed) as failed:
        panel.save_to(tmp_path / "digits", "idx")
    assert "label" in failed.args[0]


def test_a_dismissed_dialog_writes_nothing(panel, tmp_path):
    ask_where(panel).reject()
    assert not list(tmp_path.glob("*.png"))


def test_a_failed_save_is_told(qtbot, panel, tmp_path):
    panel.set_samples(samples([1, 2]), NAMES)
    (tmp_path / "folder.png").mkdir()
    with qtbot.waitSignal(panel.failed) as failed:
        panel.save_to(tmp_path / "folder.png")
    assert "folder.png" in failed.args[0]


def test_enter_gives_the_number_keys_back(qtbot, panel):
    panel.controls.seed_box.selectAll()
    qtbot.keyClicks(panel.controls.seed_box, "23")
    qtbot.keyClick(panel.controls.seed_box.lineEdit(), Qt.Key.Key_Return)
    assert panel.request().seed == 23
    assert not panel.controls.seed_box.hasFocus()


def test_only_the_seed_box_takes_the_focus_by_a_click(panel):
    controls = (panel.controls.slider, panel.controls.dice, panel.mode_choice.segment("hand"))
    for control in (*controls, panel.grid):
        assert not control.focusPolicy() & Qt.FocusPolicy.ClickFocus & ~Qt.FocusPolicy.TabFocus
    assert panel.controls.seed_box.focusPolicy() & Qt.FocusPolicy.ClickFocus


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_it_is_whole_in_both_themes_and_directions(panel, direction, use_theme):
    panel.setLayoutDirection(direction)
    panel.set_samples(samples(range(10)), NAMES)
    light = panel.grab().toImage()
    use_theme(DARK)
    assert panel.grab().toImage() != light
