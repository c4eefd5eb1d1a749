from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from exported_files import csv_rows, saved
from fake_calibration import fake_calibration
from fakes import draw_digit, fake_model
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from window_desk import Desk

from desktop_cvae.core.errors import UsageError
from desktop_cvae.datasets.dataset import DigitDataset
from desktop_cvae.evaluation import measurement
from desktop_cvae.evaluation.corruption_curves import NOISE, SHIFT
from desktop_cvae.evaluation.published_values import ACCURACIES
from desktop_cvae.gui.plots.plot_picture import PlotPicture
from desktop_cvae.gui.scorecard.confusion_pane import CellDigits, ConfusionPane
from desktop_cvae.gui.scorecard.scorecard_dialog import ScorecardDialog
from desktop_cvae.gui.theme import DARK


@pytest.fixture
def scorecard(desk: Desk) -> ScorecardDialog:
    """The open dialog, nothing measured yet."""
    desk.window.run("scorecard")
    dialog = desk.window.findChild(ScorecardDialog)
    assert dialog is not None
    return dialog


@pytest.fixture
def measured(desk: Desk, scorecard: ScorecardDialog) -> ScorecardDialog:
    """Both models, measured on all 120 digits of the fakes."""
    scorecard.request.boxes["plain"].setChecked(True)
    scorecard.request.counts.set_value("200")
    scorecard.request.button.click()
    assert scorecard.request.button.text() == "Stop"
    desk.qtbot.waitUntil(lambda: not scorecard.is_running, timeout=60_000)
    return scorecard


def shown_text(dialog: ScorecardDialog, row: int, column: int) -> str:
    return dialog.panes.results.texts.rows[row][column]


def ground(plot: PlotPicture) -> str:
    return "" if plot.picture is None else plot.picture.pixelColor(1, 1).name()


def test_the_models_are_measured_side_by_side(measured: ScorecardDialog) -> None:
    rows = [[shown_text(measured, row, column) for column in range(5)] for row in range(2)]
    assert rows[0][:3] == ["studio", "120", "100.00 %"]
    assert rows[0][3].endswith(" %")
    assert rows[0][4].endswith(" %")
    assert rows[1] == ["plain", "120", "–", "–", "–"]
    assert shown_text(measured, 2, 0).startswith("Analysis by Synthesis")
    for row, one in enumerate(ACCURACIES, 2):
        at = measured.panes.results.texts.index(row, 0)
        assert at.data(Qt.ItemDataRole.ToolTipRole) == one.source
    studio, plain = measured.findings
    for corruption in (NOISE, SHIFT):
        assert [point.level for point in studio.points(corruption)] == list(corruption.levels)
        assert all(point.n == 120 for point in studio.points(corruption))
        assert plain.points(corruption) == ()
    assert measured.request.status.text() == "Measured on 120 digits."
    assert measured.request.button.text() == "Measure"
    measured.close()


def test_plots_and_tables_are_taken_along(measured: ScorecardDialog, tmp_path: Path) -> None:
    panes, custom = measured.panes, Qt.ContextMenuPolicy.CustomContextMenu
    tables = {}
    for part in (*panes.plots, panes.results, panes.confusion.matrix):
        assert part.contextMenuPolicy() is custom
        export = panes.confusion.export() if part is panes.confusion.matrix else part.export()
        assert export is not None
        tables[part.accessibleName()] = csv_rows(saved(export, ".csv", tmp_path))
    studio = measured.findings[0]
    assert tables["Results on held-out digits"][1][:3] == ["studio", "120", "100.00 %"]
    assert float(tables["−ELBO and its parts"][1][2]) == studio.mean("kl_nats")
    noise = tables["Accuracy under noise"]
    assert [float(row[1]) for row in noise[1:]] == list(NOISE.levels)
    assert [int(row[3]) for row in noise[1:]] == [one.right for one in studio.points(NOISE)]
    counts = np.array([row[1:] for row in tables["Confusion matrix"][1:]], int)
    np.testing.assert_array_equal(counts, studio.confusion)
    answers = [float(row[3]) for row in tables["Calibration curves"][1:]]
    assert sum(answers) == 120
    measured.close()


def test_a_calibrated_model_says_how_many_it_refuses(
    desk: Desk, scorecard: ScorecardDialog
) -> None:
    entry = desk.source.entries[0]
    calibration = fake_calibration(score=-5.0)
    manifest = dataclasses.replace(entry.manifest, calibration=calibration)
    desk.source.entries[0] = dataclasses.replace(entry, manifest=manifest)
    desk.controller.list_models()
    desk.settle()
    scorecard.request.button.click()
    desk.qtbot.waitUntil(lambda: not scorecard.is_running, timeout=60_000)
    assert shown_text(scorecard, 0, 5) == "100.00 %"
    assert shown_text(scorecard, 1, 4) == ""
    found = scorecard.findings[0].rejection
    assert found is not None
    assert len(found.digits) == 120
    assert found.rejected_fraction(calibration.rejection_threshold(0.005)) == (1.0, 1.0)
    assert len(found.others) == sum(min(measurement.OUTLIERS, n) for n in (50, 50, 20))
    scorecard.panes.setCurrentIndex(3)
    desk.qtbot.waitUntil(lambda: scorecard.panes.rejection.draw_count > 0)
    scorecard.close()


def test_a_cell_opens_its_digits_with_ten_reconstructions(
    desk: Desk, measured: ScorecardDialog
) -> None:
    measured.panes.setCurrentIndex(1)
    pane = measured.panes.confusion
    assert pane.chooser.isVisible()
    place = pane.matrix.cell_rect((4, 4)).center()
    QTest.mouseClick(pane.matrix, Qt.MouseButton.LeftButton, pos=place)
    desk.settle()
    shown = pane.pictures.shown
    assert isinstance(shown, CellDigits)
    assert (len(shown.images), shown.label) == (12, 4)
    assert all(reading.label == 4 for reading in shown.readings)
    assert shown.readings[0].reconstructions.shape == (10, 28, 28)
    assert pane.title.text().startswith("12 digits “4” read correctly.")
    assert not measured.grab().isNull()
    QTest.keyClick(pane.matrix, Qt.Key.Key_Right)
    assert pane.matrix.chosen == (4, 5)
    assert pane.title.text() == "0 digits “4” read as “5”."
    assert pane.pictures.shown is None
    QTest.mouseClick(pane.matrix, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert pane.matrix.chosen == (4, 5)
    pane.chooser.setCurrentIndex(1)
    assert "no labels" in pane.title.text()
    measured.close()


def test_a_cell_shows_its_digits_as_they_were_counted(desk: Desk) -> None:
    model = fake_model()
    # From 2 to 7 in small steps: close calls in the middle, which more views decide otherwise.
    mixed = np.stack([w * draw_digit(7) + (1 - w) * draw_digit(2) for w in np.linspace(0, 1, 41)])
    digits = DigitDataset(np.rint(255 * mixed).astype(np.uint8), np.full(41, 7))
    found = measurement.ModelFindings(model, "studio")
    found.add(measurement.score_chunk(model, digits, np.arange(41)))
    behind = measurement.pictures_at(digits, found.indices_of(7, 2))
    assert {reading.label for reading in model.read(behind)} == {2, 7}
    pane = ConfusionPane(desk.runner)
    desk.qtbot.addWidget(pane)
    pane.digits = digits
    pane.set_models([found])
    pane.matrix.choose((7, 2))
    desk.settle()
    shown = pane.pictures.shown
    assert shown is not None
    assert [reading.label for reading in shown.readings] == [2] * len(behind)


def test_a_tab_shows_what_was_found_while_another_was_seen(
    desk: Desk, scorecard: ScorecardDialog
) -> None:
    scorecard.panes.setCurrentIndex(2)
    scorecard.request.button.click()
    desk.qtbot.waitUntil(lambda: not scorecard.is_running, timeout=60_000)
    assert shown_text(scorecard, 0, 0) != "studio"
    scorecard.panes.setCurrentIndex(0)
    assert [shown_text(scorecard, 0, column) for column in range(2)] == ["studio", "120"]
    assert shown_text(scorecard, 1, 0).startswith("Analysis by Synthesis")
    scorecard.panes.setCurrentIndex(1)
    scorecard.panes.confusion.matrix.choose((4, 4))
    assert "12 digits “4” read correctly" in scorecard.panes.confusion.title.text()
    scorecard.close()


def test_stop_keeps_what_was_found(desk: Desk, scorecard: ScorecardDialog) -> None:
    scorecard.request.button.click()
    desk.qtbot.waitUntil(lambda: bool(scorecard.findings and scorecard.findings[0].n))
    scorecard.request.button.click()
    assert not scorecard.is_running
    count = scorecard.findings[0].n
    assert 0 < count <= 120
    assert scorecard.request.status.text() == f"Stopped after {count} digits."
    desk.settle()
    assert scorecard.findings[0].n == count
    assert shown_text(scorecard, 0, 1) == str(count)
    scorecard.close()


def test_every_tab_is_drawn_in_the_themes_colours(desk: Desk, measured: ScorecardDialog) -> None:
    desk.appearance.choose("dark")
    for tab, plot in zip((0, 2, 3, 4, 5), measured.panes.plots, strict=True):
        measured.panes.setCurrentIndex(tab)
        desk.qtbot.waitUntil(lambda plot=plot: ground(plot) == DARK.surface)
    measured.close()


def test_without_models_checked_nothing_can_be_measured(scorecard: ScorecardDialog) -> None:
    assert scorecard.request.button.isEnabled()
    scorecard.request.boxes["studio"].setChecked(False)
    assert not scorecard.request.button.isEnabled()
    scorecard.close()


def test_what_fails_is_said(
    desk: Desk, scorecard: ScorecardDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.source, "test_digits", lambda: None)
    scorecard.request.button.click()
    desk.settle()
    assert "MNIST's test digits are not on this computer" in scorecard.request.warning.text()

    def fail() -> None:
        raise UsageError("No digits today.")

    monkeypatch.setattr(desk.source, "test_digits", fail)
    scorecard.request.button.click()
    desk.settle()
    assert scorecard.request.warning.text() == "No digits today."
    assert scorecard.request.button.text() == "Measure"
    scorecard.close()


def test_closed_it_asks_nothing_more(desk: Desk, scorecard: ScorecardDialog) -> None:
    scorecard.request.button.click()
    desk.qtbot.waitUntil(lambda: bool(scorecard.findings and scorecard.findings[0].n))
    scorecard.close()
    desk.settle()
    scored = desk.engine.scored
    desk.window.run("scorecard")
    desk.settle()
    assert desk.engine.scored == scored
    for dialog in desk.window.findChildren(ScorecardDialog):
        dialog.close()


def test_the_drawing_is_answered_meanwhile(
    desk: Desk, scorecard: ScorecardDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Many small parts, so that it goes on for longer than a stroke.
    monkeypatch.setattr(measurement, "CHUNK", 1)
    scorecard.request.button.click()
    desk.qtbot.waitUntil(lambda: bool(scorecard.findings and scorecard.findings[0].n))
    desk.stroke([(0.5, 0.2), (0.5, 0.5), (0.5, 0.8)])
    desk.qtbot.waitUntil(lambda: desk.session.reply is not None)
    assert scorecard.is_running
    assert desk.answer.recognition is not None
    scorecard.close()
