import math
from dataclasses import replace

import pytest
from pointer import leave, move_mouse
from PySide6.QtCore import QPointF, Qt

from desktop_cvae.core.results import EpochRecord, LossTerms
from desktop_cvae.gui.plots.loss_panel import NO_HISTORY, LossPanel, earlier_epochs
from desktop_cvae.gui.theme import DARK
from desktop_cvae.library.model_library import find_model


def record(epoch, value):
    return EpochRecord(epoch, LossTerms(value, value - 20, 20), LossTerms(value + 1, 80, 21), 9.0)


HISTORY = [record(epoch, 100 + 200 / epoch**2) for epoch in range(1, 21)]


@pytest.fixture
def panel(qtbot):
    widget = LossPanel()
    qtbot.addWidget(widget)
    widget.resize(460, 620)
    widget.set_history(HISTORY, "studio")
    widget.grab()
    return widget


def hover(panel, epoch):
    x = panel.chart.frame.to_widget(epoch, 0.0).x()
    move_mouse(panel.chart, QPointF(x, panel.chart.height() / 2))


def test_at_rest_the_last_epoch_is_read_off(panel):
    assert panel.readout.text == "epoch 20, training 100.50, validation 101.50"
    assert panel.title.text() == "studio"


def test_the_mouse_reads_off_the_nearest_epoch(panel):
    before = panel.grab().toImage()
    hover(panel, 2.2)
    assert panel.readout.text == "epoch 2, training 150.00, validation 151.00"
    assert panel.grab().toImage() != before
    leave(panel.chart)
    assert panel.readout.text.startswith("epoch 20")
    assert panel.grab().toImage() == before


def test_keys_walk_over_the_epochs(qtbot, panel):
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(panel.chart, key)
    assert panel.readout.text.startswith("epoch 18")
    for _ in range(30):
        qtbot.keyClick(panel.chart, Qt.Key.Key_Left)
    assert panel.chart.index == 0


def test_another_term_is_read_off(qtbot, panel):
    qtbot.mouseClick(panel.term_choice.segment("kl"), Qt.MouseButton.LeftButton)
    panel.grab()
    assert panel.readout.text == "epoch 20, training 20.00, validation 21.00"


def test_a_first_epoch_beyond_the_range_is_pointed_at(panel):
    assert panel.chart.frame.y_range[1] < 300
    before = panel.grab().toImage()
    hover(panel, 1)
    assert "300.00" in panel.readout.text
    assert panel.grab().toImage() != before


def test_a_growing_history_keeps_the_pointed_epoch(panel):
    hover(panel, 3)
    panel.set_history([*HISTORY, record(21, 99.0)], "studio")
    assert panel.readout.text.startswith("epoch 3,")


def test_a_shorter_history_lets_go(panel):
    hover(panel, 18)
    panel.set_history(HISTORY[:3], "other")
    assert panel.chart.index is None
    assert panel.readout.text.startswith("epoch 3,")


def test_without_a_history_there_is_a_sentence(panel):
    panel.set_history((), "old")
    panel.grab()
    assert panel.message.text() == NO_HISTORY
    assert panel.message.isVisibleTo(panel)
    panel.set_history(HISTORY, "studio")
    assert not panel.message.isVisibleTo(panel)


@pytest.mark.parametrize(
    "history",
    [
        [record(1, 120.0)],
        [record(1, 100.0), record(2, 100.0)],
        [record(1, math.nan)],
        [record(1, 120.0), record(2, math.inf), record(3, 110.0)],
        [record(epoch, 1e30) for epoch in range(1, 9)],
        [record(5000, 1.0), record(5001, 0.5)],
    ],
    ids=["one epoch", "flat", "nan", "gap", "huge", "late"],
)
def test_hostile_histories_are_drawn(panel, history):
    panel.set_history(history, "x" * 300)
    panel.grab()
    hover(panel, history[0].epoch)
    assert not panel.grab().isNull()


def test_values_that_are_not_finite_show_a_dash(panel):
    panel.set_history([record(1, math.nan)], "broken")
    assert panel.readout.text == "epoch 1, training —, validation —"


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_theme_is_seen_in_both_directions(panel, direction, use_theme):
    panel.setLayoutDirection(direction)
    before = panel.grab().toImage()
    use_theme(DARK)
    after = panel.grab().toImage()
    corner = 30, after.height() - 30
    assert after.pixelColor(*corner).lightness() < 80 < before.pixelColor(*corner).lightness()


AVERAGE = "desktop-cvae models average 'eighth & more.cvae' runs/ninth.cvae"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("desktop-cvae train --preset studio --epochs 30 --output a.cvae", ""),
        ("desktop-cvae train --start-from studio -o a.cvae", "Continued from studio, whose epochs"),
        ("desktop-cvae train --start-from=b.cvae -o a.cvae", "Continued from b, whose epochs"),
        (AVERAGE, "The average of eighth & more + ninth. The file has only the epochs of the last"),
        (f"{AVERAGE} 3.cvae 4.cvae", "An average of several models. The file has only"),
        ("an 'open quote", ""),
        ("", ""),
    ],
)
def test_epochs_that_the_file_lacks_are_told(panel, command, told):
    assert earlier_epochs(command).startswith(told)
    assert bool(earlier_epochs(command)) is bool(told)
    panel.set_history(HISTORY, "mine", command)
    assert panel.origin.text() == earlier_epochs(command)
    assert panel.origin.isHidden() is not bool(told)


def test_the_loss_of_the_shipped_model_says_that_it_begins_late():
    assert "tenth + eleventh" in earlier_epochs(find_model("studio").manifest.command)


def test_the_epochs_of_the_model_before_are_marked(panel):
    before = [replace(one, model="first") for one in HISTORY[:12]]
    panel.set_history([*before, *HISTORY[12:]], "second", "desktop-cvae train --start-from first")
    told = "Continued from first after epoch 12, at the dashed line."
    assert panel.origin.text() == told
    assert panel.chart.curves.breaks == (12.5,)
    marked = panel.chart.grab().toImage()
    panel.chart.set_history(HISTORY, "total")
    x = round(panel.chart.frame.to_widget(12.5, 0.0).x())
    alone = panel.chart.grab().toImage()
    differ = [at for at in range(marked.width()) if column_of(marked, at) != column_of(alone, at)]
    assert differ
    assert all(abs(at - x) <= 2 for at in differ)


def column_of(picture, x):
    """The pixels of a column, from top to bottom."""
    return [picture.pixel(x, y) for y in range(picture.height())]
