"""The plot of a sweep's trainings under the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_cvae.evaluation.sweep_axes import SweepAxis
from desktop_cvae.figures.parallel_coordinates import ParallelLines
from desktop_cvae.gui.comparison.parallel_plot import ParallelPlot

Shift = Qt.KeyboardModifier.ShiftModifier
AXES = (
    SweepAxis("beta", False, (0.0, 0.5, 1.0), ("1", "2", "3"), ()),
    SweepAxis("epochs", False, (1.0, 0.0, 0.5), ("9", "7", "8"), ()),
    SweepAxis("accuracy", True, (0.2, 0.9, 0.4), ("97 %", "99 %", "98 %"), ()),
)


@pytest.fixture
def plot(qtbot: QtBot) -> ParallelPlot:
    plot = ParallelPlot()
    qtbot.addWidget(plot)
    lines = ParallelLines(AXES, ("β", "Epochs", "Accuracy"), (1, 2, 0), "accuracy")
    plot.set_trainings(lines, ("first", "second", "third"))
    return plot


def narrowed(plot: ParallelPlot) -> str:
    """The axis that the keys narrow; its range is removed again."""
    QTest.keyClick(plot, Qt.Key.Key_Up, Shift)
    (name,) = plot.lines.ranges
    QTest.keyClick(plot, Qt.Key.Key_Backspace)
    assert plot.lines.ranges == {}
    return name


def test_left_and_right_go_from_axis_to_axis_and_stop_at_the_ends(plot: ParallelPlot) -> None:
    assert narrowed(plot) == "beta"
    names = []
    for key in (*[Qt.Key.Key_Right] * 3, *[Qt.Key.Key_Left] * 3):
        QTest.keyClick(plot, key)
        names.append(narrowed(plot))
    assert names == ["epochs", "accuracy", "accuracy", "epochs", "beta", "beta"]


def test_up_and_down_go_through_the_trainings_in_their_order(plot: ParallelPlot) -> None:
    chosen: list[int] = []
    plot.chosen.connect(chosen.append)
    for key in (*[Qt.Key.Key_Down] * 4, Qt.Key.Key_Up):
        QTest.keyClick(plot, key)
    assert chosen == [1, 2, 0, 0, 2]
    assert plot.current == 2


def test_shift_narrows_an_axis_from_either_end(plot: ParallelPlot) -> None:
    QTest.keyClick(plot, Qt.Key.Key_Right)
    QTest.keyClick(plot, Qt.Key.Key_Up, Shift)
    assert plot.lines.ranges == {"epochs": (0.5, 1.0)}
    assert [part.text for part in plot.told_parts()] == [
        "third: β 3, Epochs 8, Accuracy 98 %",
        "first: β 1, Epochs 9, Accuracy 97 %",
    ]
    QTest.keyClick(plot, Qt.Key.Key_Down, Shift)
    assert plot.lines.ranges == {"epochs": (0.5, 0.5)}
    # The last training stays.
    QTest.keyClick(plot, Qt.Key.Key_Down, Shift)
    assert plot.lines.ranges == {"epochs": (0.5, 0.5)}
