"""The window's sweeps: lines and table, ranges, sorting, the best one used, a file started."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from fake_sweeps import make_sweep
from fakes import FakeEngine
from pointer import move_mouse
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from small_training import write_noise
from window_desk import Desk

from desktop_cvae.core.specs import ModelSpec
from desktop_cvae.gui.comparison.parallel_plot import ParallelPlot
from desktop_cvae.gui.comparison.sweep_dialog import SweepDialog
from desktop_cvae.library.sweep_library import list_sweeps

PROGRAM = Path(__file__).parents[2] / "training" / "sweep_of_fakes.py"


@pytest.fixture
def dialog(desk: Desk, tiny_spec: ModelSpec, tmp_path: Path) -> SweepDialog:
    """Nine trainings, of which six are done."""
    make_sweep(tiny_spec, tmp_path / "wide.toml")
    desk.window.run("sweeps")
    (dialog,) = desk.window.findChildren(SweepDialog)
    desk.settle()
    return dialog


def column(dialog: SweepDialog, at: int) -> list[str]:
    table = dialog.table
    return [row[at] for row in table.texts.rows]


def axis(plot: ParallelPlot, name: str) -> int:
    return [one.name for one in plot.axes].index(name)


def on_axis(plot: ParallelPlot, name: str, place: float) -> QPoint:
    layout = plot.layout_of_axes
    return QPoint(round(layout.x(axis(plot, name))), round(layout.y(place)))


def test_the_best_stands_first_and_columns_sort(dialog: SweepDialog) -> None:
    assert column(dialog, 0) == ["3", "5", "2", "4", "6", "1", "7", "8", "9"]
    assert dialog.state.text() == "6 of 9 done"
    names = [one.name for one in dialog.plot.axes]
    assert names[:5] == ["preset", "latent_dim", "beta", "learning_rate", "accuracy"]
    # Better is higher: the least −ELBO stands at the top.
    losses = dialog.plot.axes[axis(dialog.plot, "neg_elbo_nats")]
    assert losses.positions[losses.texts.index("106.00")] == 1.0
    at = names.index("neg_elbo_nats") + 1
    dialog.table.horizontalHeader().sectionClicked.emit(at)
    assert column(dialog, at)[:3] == ["106.00", "110.00", "114.00"]
    dialog.table.horizontalHeader().sectionClicked.emit(at)
    assert column(dialog, at)[:2] == ["130.00", "126.00"]
    assert column(dialog, at)[-1] == "–"


def test_a_range_of_an_axis_leaves_out_what_lies_outside(dialog: SweepDialog) -> None:
    plot = dialog.plot
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=on_axis(plot, "accuracy", 0.6))
    move_mouse(plot, on_axis(plot, "accuracy", 1.0), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=on_axis(plot, "accuracy", 1.0))
    assert column(dialog, 0) == ["3", "5"]
    assert len(plot.told_parts()) == 2
    # The best of those that are left: by another metric it is another one.
    dialog.by.setCurrentIndex(dialog.by.findData("neg_elbo_nats"))
    assert column(dialog, 0) == ["5", "3"]
    best = dialog.offered()
    assert best is not None
    assert best.number == 5
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=on_axis(plot, "accuracy", 0.8))
    assert len(column(dialog, 0)) == 9


def test_the_keys_do_what_the_mouse_does(dialog: SweepDialog) -> None:
    plot = dialog.plot
    plot.setFocus()
    for _ in range(axis(plot, "accuracy")):
        QTest.keyClick(plot, Qt.Key.Key_Right)
    for _ in range(4):
        QTest.keyClick(plot, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert column(dialog, 0) == ["3", "5"]
    QTest.keyClick(plot, Qt.Key.Key_Down)
    QTest.keyClick(plot, Qt.Key.Key_Down)
    assert plot.current == 4
    assert dialog.table.selectedIndexes()[0].data() == "5"
    assert dialog.install.text() == "Use number 5"
    assert "latent_dim 8" in dialog.hint.text()
    assert [part.is_current for part in plot.told_parts()] == [False, True]
    QTest.keyClick(plot, Qt.Key.Key_Backspace)
    assert len(column(dialog, 0)) == 9


def test_pointing_names_the_training_and_a_click_chooses_it(dialog: SweepDialog) -> None:
    plot = dialog.plot
    (x3, y3), (x4, y4) = plot.layout_of_axes.points(plot.axes, 2)[3:5]
    middle = QPoint(round((x3 + x4) / 2), round((y3 + y4) / 2))
    move_mouse(plot, middle)
    assert dialog.hint.text().startswith("wide_β-003: preset dense_cvae")
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=middle)
    assert plot.current == 2


def test_the_best_is_used_by_a_click(dialog: SweepDialog, desk: Desk) -> None:
    with desk.qtbot.waitSignal(dialog.install_requested) as told:
        dialog.install.click()
    assert told.args[0].name == "wide_β-003.cvae"
    desk.settle()
    assert desk.session.model is not None
    assert isinstance(desk.engine, FakeEngine)
    assert (dialog.install.text(), dialog.install.isEnabled()) == ("In use", False)
    assert dialog.hint.text() == "“wide_β-003” is in use now."
    dialog.table.selectRow(1)
    assert (dialog.install.text(), dialog.install.isEnabled()) == ("Use number 5", True)


def test_the_plot_leaves_as_picture_drawing_and_table(dialog: SweepDialog, tmp_path: Path) -> None:
    dialog.plot.set_range("beta", (0.0, 0.2))
    export = dialog.export()
    assert export is not None
    for kind in reversed(export.kinds):
        # The plain CSV stands before the one for Excel, and is written over it.
        kind.write(tmp_path / f"sweep{kind.suffix}")
    assert (tmp_path / "sweep.png").read_bytes().startswith(b"\x89PNG")
    assert "<svg" in (tmp_path / "sweep.svg").read_text()
    assert (tmp_path / "sweep.csv").read_text().startswith("number,preset,latent_dim,beta,")


def test_a_file_is_started_stopped_and_gone_on_with(desk: Desk, tmp_path: Path) -> None:
    data = write_noise(tmp_path / "noise.npz")
    file = tmp_path / "small.toml"
    file.write_text(
        f"base = {{preset = 'dense_vae', epochs = 3, data = '{data}'}}\n"
        "grid = {beta = [1.0, 2.0, 3.0]}"
    )
    sweeping = desk.window.sweeping
    sweeping.process.program = [sys.executable, str(PROGRAM)]
    desk.window.run("sweeps")
    (dialog,) = desk.window.findChildren(SweepDialog)
    desk.settle()
    assert not dialog.go_on.isVisibleTo(dialog)
    with desk.qtbot.waitSignal(sweeping.process.finished, timeout=60_000):
        sweeping.start(file)
        desk.qtbot.waitUntil(lambda: any(one.done for one in list_sweeps()), timeout=60_000)
        assert dialog.stop.isVisibleTo(dialog)
        dialog.stop.click()
    desk.settle()
    assert not dialog.stop.isVisibleTo(dialog)
    (sweep,) = list_sweeps()
    if sweep.done < 3:
        with desk.qtbot.waitSignal(sweeping.process.finished, timeout=60_000):
            dialog.go_on.click()
        desk.settle()
    assert dialog.state.text() == "3 of 3 done"
    assert not desk.notices


def test_quitting_in_a_sweep_asks_and_it_continues_later(desk: Desk, tmp_path: Path) -> None:
    data, file = write_noise(tmp_path / "noise.npz"), tmp_path / "long.toml"
    betas = [1 + at / 100 for at in range(200)]
    file.write_text(
        f"base = {{preset = 'dense_vae', epochs = 3, data = '{data}'}}\ngrid = {{beta = {betas}}}"
    )
    sweeping = desk.window.sweeping
    sweeping.process.program = [sys.executable, str(PROGRAM)]
    sweeping.start(file)
    desk.qtbot.waitUntil(lambda: any(one.is_running for one in list_sweeps()), timeout=60_000)
    desk.window.close()
    assert desk.window.isVisible()
    question = sweeping.question
    assert question is not None
    assert "“long” is still training" in question.text()
    with desk.qtbot.waitSignal(sweeping.process.finished, timeout=60_000):
        question.findChild(QPushButton, "answer_end").click()
    desk.qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=10_000)
    (sweep,) = list_sweeps()
    assert not sweep.is_running
    assert sweep.done < 200


def test_a_file_that_cannot_be_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("grid = {betta = [1]}")
    sweeping = desk.window.sweeping
    sweeping.process.program = [sys.executable, str(PROGRAM)]
    with desk.qtbot.waitSignal(sweeping.process.finished, timeout=60_000):
        sweeping.start(tmp_path / "bad.toml")
    assert "did you mean “beta”?" in desk.notices[-1].sentence
