""""""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from desktop_cvae.core.results import Samples
from desktop_cvae.datasets.generated_files import FORMATS, png_sheet
from desktop_cvae.datasets.loading import load_dataset
from desktop_cvae.gui.theme import DARK
from desktop_cvae.gui.writing import generated_panel
from desktop_cvae.gui.writing.generated_panel import (
    EMPTY,
    MADE_UP,
    OWN_STYLE,
    TEMPERATURES,
    GeneratedPanel,
    GenerationRequest,
)
from desktop_cvae.gui.writing.generation_controls import MAX_SEED, random_seed

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


def choose(qtbot, panel, mode):
    qtbot.mouseClick(panel.mode_choice.segment(mode), Qt.MouseButton.LeftButton)


def test_the_request_tells_what_the_controls_show(qtbot, panel):
    shown = panel.request()
    assert (shown.mode, shown.temperature, shown.seed) == ("hand", 1.0, 1)
    assert shown.text == panel.number_line.text != ""
    choose(qtbot, panel, "samples")
    panel.choices.count_box.setValue(17)
    with qtbot.waitSignal(panel.generation_requested) as wanted:
        panel.choices.style_box.click()
    panel.choices.labels.setCurrentIndex(1)
    asked = GenerationRequest("samples", 17, 1.0, 1, shown.text, every_label=True, keeps_style=True)
    assert panel.request() == asked
    assert wanted.args[0] == dataclasses.replace(asked, every_label=False)


def test_no_count_fills_the_panel(qtbot, panel):
    choose(qtbot, panel, "samples")
    panel.resize(460, 700)
    panel.grab()
    assert panel.choices.count_box.text() == "Fill"
    assert 20 < panel.request().count < 50


def test_typing_asks(qtbot, panel):
    with qtbot.waitSignal(panel.generation_requested) as wanted:
        panel.number_line.edit.setText("42")
    assert wanted.args[0].text == "42"


def test_it_says_whose_hand_it_is(panel):
    assert panel.whose.text() == MADE_UP
    panel.set_style(is_drawn=True)
    assert panel.whose.text() == OWN_STYLE


def test_moving_the_temperature_asks(qtbot, panel):
    with qtbot.waitSignal(panel.generation_requested) as wanted:
        panel.controls.slider.setValue(0)
    assert wanted.args[0].temperature == 0.0
    panel.controls.slider.setValue(10_000)
    assert panel.request().temperature == 1.5


def test_the_die_throws_a_new_seed(qtbot, panel):
    with qtbot.waitSignal(panel.generation_requested) as wanted:
        panel.controls.dice.click()
    assert wanted.args[0].seed == 4711


def test_the_random_seed_is_in_range():
    assert all(0 <= random_seed() <= MAX_SEED for _ in range(20))


def test_another_mode_asks_and_shows_its_own_controls(qtbot, panel):
    panel.set_samples(samples(range(10)), NAMES)
    assert not panel.number_line.isHidden()
    assert panel.choices.isHidden()
    with qtbot.waitSignal(panel.generation_requested) as wanted:
        choose(qtbot, panel, "samples")
    assert wanted.args[0].mode == "samples"
    assert panel.grid.count == 0
    assert panel.grid.accessibleDescription() == EMPTY
    assert panel.number_line.isHidden()
    assert not panel.choices.isHidden()
    assert panel.controls.slider.toolTip() == TEMPERATURES["samples"]


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
    with qtbot.waitSignal(panel.generation_requested) as wanted:
        panel.set_labels_available(False)
    assert wanted.args[0].mode == "samples"
    hand = panel.mode_choice.segment("hand")
    assert not hand.isEnabled()
    assert "without labels" in hand.toolTip()
    assert not panel.choices.labels.isEnabled()
    panel.set_labels_available(True, "0123456789")
    assert hand.isEnabled()
    assert panel.choices.labels.isEnabled()


def test_a_larger_panel_asks_for_more_when_it_has_settled(qtbot, panel):
    choose(qtbot, panel, "samples")
    panel.grab()
    before = panel.request().count
    with qtbot.waitSignal(panel.generation_requested) as wanted:
        panel.resize(460, 800)
        panel.grab()
    assert wanted.args[0].count > before


def test_a_digit_can_be_dragged_out(qtbot, panel, monkeypatch):
    dragged = []
    monkeypatch.setattr(generated_panel, "start_drag", lambda *given: dragged.append(given))
    shown = samples(range(10))
    panel.set_samples(shown, NAMES)
    panel.grid.digit_dragged.emit(7)
    ((source, png, name),) = dragged
    assert (source, name) == (panel.grid, "digit-7.png")
    assert png == png_sheet(shown.only([7]), 1)


def test_saving_and_copying_need_digits(office, panel):
    office.exporter.serve(panel.export, panel.save_button, panel.copy_button)
    assert not panel.save_button.isEnabled()
    assert panel.export() is None
    panel.set_samples(samples([1, 2]), NAMES)
    assert panel.save_button.isEnabled()
    panel.copy_button.click()
    assert "clipboard" in office.settle().sentence
    copied = QGuiApplication.clipboard().image()
    sheet = png_sheet(samples([1, 2]), panel.grid.columns)
    assert copied == QImage.fromData(sheet).convertedTo(copied.format())


@pytest.fixture
def ask_where(office, panel):
    panel.set_samples(samples([1, 2]), NAMES)
    office.exporter.serve(panel.export, panel.save_button, panel.copy_button)
    panel.save_button.click()
    # Opened beside the window, which goes on meanwhile.
    return panel.window().findChildren(QFileDialog)[-1]


@pytest.mark.parametrize("kind", list(FORMATS))
def test_saving_offers_every_format_and_says_so(office, ask_where, tmp_path, kind):
    dialog = ask_where
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    place = list(FORMATS).index(kind)
    dialog.selectNameFilter(dialog.nameFilters()[place])
    dialog.filterSelected.emit(dialog.nameFilters()[place])
    assert Path(dialog.selectedFiles()[0]).name == f"digits{FORMATS[kind].suffix}"
    dialog.fileSelected.emit(str(tmp_path / "sieben"))
    saved = tmp_path / f"sieben{FORMATS[kind].suffix}"
    assert saved.name in office.settle().sentence
    assert list(tmp_path.iterdir()) == [saved]
    if kind in ("npz", "idx"):
        dataset = load_dataset(str(saved), "train")
        np.testing.assert_array_equal(dataset.images, samples([1, 2]).pixels)
        assert dataset.labels.tolist() == [1, 2]
    dialog.close()


def test_a_suffix_says_the_format(office, panel, tmp_path):
    panel.set_samples(samples([1, 2]), NAMES)
    office.save(panel.export(), tmp_path / "digits.svg", list(FORMATS).index("npz"))
    assert (tmp_path / "digits.svg").read_bytes().startswith(b"<svg")


def test_idx_without_labels_is_refused_in_a_sentence(office, panel, tmp_path):
    free = Samples(np.zeros((4, 28, 28), np.float32), None, np.zeros((4, 2), np.float32))
    panel.set_samples(free, ())
    told = office.save(panel.export(), tmp_path / "digits", list(FORMATS).index("idx"))
    assert "label" in told.sentence


def test_a_dismissed_dialog_writes_nothing(ask_where, tmp_path):
    ask_where.reject()
    assert not list(tmp_path.glob("*.png"))


def test_a_failed_save_is_told(office, panel, tmp_path):
    panel.set_samples(samples([1, 2]), NAMES)
    (tmp_path / "folder.png").mkdir()
    assert "folder.png" in office.save(panel.export(), tmp_path / "folder.png").sentence


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
