"""Runs in the comparison: one slider for the epochs of all; the real engine answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from exported_files import csv_rows, has_content, opened_png, saved
from fake_runs import MakeRun
from PySide6.QtCore import Qt
from window_desk import Desk

from desktop_cvae.core.errors import UsageError
from desktop_cvae.gui.comparison.checkpoint_bar import CheckpointBar
from desktop_cvae.gui.comparison.comparison_dialog import NO_DIGITS, ComparisonDialog
from desktop_cvae.gui.library.library_dialog import LibraryDialog
from desktop_cvae.gui.plots.plot_picture import PlotPicture
from desktop_cvae.gui.theme import DARK
from desktop_cvae.library.model_file import read_model_file
from desktop_cvae.library.model_library import find_model
from desktop_cvae.library.run_library import RunEntry

Open = Callable[..., ComparisonDialog]


@pytest.fixture
def make_dense(home: object) -> MakeRun:
    """Runs of a network that came with the program: all their epochs open at once."""
    model = read_model_file(find_model("dense_cvae").path)
    return MakeRun(model.manifest.spec, model.weights)


@pytest.fixture
def open_comparison(desk: Desk) -> Iterator[Open]:
    """Compare “studio” with runs, or with the other model."""

    def compare(*runs: RunEntry) -> ComparisonDialog:
        desk.window.run("library")
        library = desk.window.findChild(LibraryDialog)
        assert library is not None
        library.refresh_runs()
        desk.settle()
        library.models.table.choose(("studio",) if runs else ("studio", "plain"))
        library.runs.table.choose([run.id for run in runs])
        library.compare.click()
        desk.settle()
        library.close()
        dialog = desk.window.findChild(ComparisonDialog)
        assert dialog is not None
        desk.qtbot.waitUntil(lambda: dialog.is_complete and not desk.runner.is_busy)
        return dialog

    yield compare
    for dialog in desk.window.findChildren(ComparisonDialog):
        dialog.close()


def bar_of(dialog: ComparisonDialog) -> CheckpointBar:
    assert dialog.bar is not None
    return dialog.bar


def test_plots_tables_and_pictures_are_taken_along(
    desk: Desk, open_comparison: Open, tmp_path: Path
) -> None:
    desk.draw(3)
    dialog = open_comparison()
    panes, custom = dialog.panes, Qt.ContextMenuPolicy.CustomContextMenu
    for part in (*panes.plots, panes.metrics, panes.settings, dialog.drawing.drawing):
        assert part.contextMenuPolicy() is custom
    export = panes.loss.export()
    assert export is not None
    rows = csv_rows(saved(export, ".csv", tmp_path))
    assert len(rows) == 1 + 2 * 12
    assert {row[0] for row in rows[1:]} == {"studio", "plain"}
    maps, digits = panes.maps.export(), panes.digits.export()
    assert maps is not None
    assert digits is not None
    assert len(csv_rows(saved(maps, ".csv", tmp_path))) == 1 + 2 * 300
    assert has_content(opened_png(saved(digits, ".png", tmp_path)))


def test_the_slider_moves_the_drawing_and_the_digits(
    desk: Desk, make_dense: MakeRun, open_comparison: Open
) -> None:
    run = make_dense("night", losses=(7.0, 9.0))
    dialog = open_comparison(run)
    bar = bar_of(dialog)
    assert bar.stop is None
    assert bar.slider.maximum() == 2
    desk.draw(3)
    saved, verdict = dialog.findings.reconstructions[1], dialog.drawing.verdicts[1].text()
    studio = dialog.findings.reconstructions[0]

    bar.slider.setValue(1)
    desk.qtbot.waitUntil(lambda: dialog.is_complete and not desk.runner.is_busy)
    assert bar.stop == 2
    assert dialog.drawing.titles[1].text() == "night · epoch 2"
    assert dialog.drawing.titles[0].text() == "studio"
    assert dialog.drawing.titles[0].width() > 100
    assert not np.array_equal(dialog.findings.reconstructions[1], saved)
    assert dialog.findings.reconstructions[0] is studio
    assert dialog.drawing.verdicts[1].text() != verdict

    bar.slider.setValue(2)
    desk.settle()
    assert dialog.drawing.titles[1].text() == "night"
    np.testing.assert_array_equal(dialog.findings.reconstructions[1], saved)
    assert dialog.drawing.verdicts[1].text() == verdict


def test_runs_of_fewer_digits_say_so(make_dense: MakeRun, open_comparison: Open) -> None:
    runs = [make_dense(f"of {n}", losses=(7.0, 9.0), limit=n) for n in (20_000, 60_000)]
    panes = open_comparison(*runs).panes
    (row,) = [row for row in panes.settings.texts.rows if row[0] == "digits learned from"]
    assert row[1:] == ["–", "55000", "18333"]
    told = "Digits learned from: studio –, of 60000 55,000, of 20000 18,333."
    assert panes.loss_hint.text().endswith(told)


def test_what_is_no_longer_wanted_is_not_opened(
    desk: Desk, make_dense: MakeRun, open_comparison: Open
) -> None:
    dialog = open_comparison(make_dense("night", losses=(7.0, 9.0)))
    bar_of(dialog).slider.setValue(1)
    assert bar_of(dialog).status.text() == "Opening epoch 2 of night …"
    assert not dialog.is_complete
    bar_of(dialog).slider.setValue(2)
    assert dialog.is_complete
    assert bar_of(dialog).status.text() == ""
    desk.settle()
    assert dialog.weights.epochs == [None, None]


def test_weights_that_cannot_be_opened_leave_the_old_ones(
    desk: Desk, make_dense: MakeRun, open_comparison: Open
) -> None:
    run = make_dense("night", losses=(7.0, 9.0))
    dialog = open_comparison(run)
    for path in run.checkpoints.iterdir():
        path.write_bytes(b"damaged")
    bar_of(dialog).slider.setValue(1)
    desk.qtbot.waitUntil(lambda: not dialog.message.isHidden())
    assert dialog.weights.epochs == [None, None]
    assert bar_of(dialog).status.text() == ""
    desk.draw(4)
    assert dialog.drawing.verdicts[1].text()


def ground(plot: PlotPicture) -> str:
    """The colour in a plot's corner; empty before it was drawn."""
    return "" if plot.picture is None else plot.picture.pixelColor(1, 1).name()


def test_both_models_are_asked_everything(open_comparison: Open) -> None:
    dialog = open_comparison()
    found = dialog.findings
    assert found.originals is not None
    assert found.originals.shape == (10, 28, 28)
    assert sorted(found.reconstructions) == sorted(found.maps) == [0, 1]
    assert [one.n for one in found.measured] == [120, 120]
    table = dialog.panes.metrics
    texts = table.texts.rows
    assert texts[0][:3] == ["studio", "120", "100.0 %"]
    assert texts[1][:3] == ["plain", "120", "–"]
    settings = dialog.panes.settings
    names = {row[0] for row in settings.texts.rows}
    assert "latent_dim" in names
    assert "epochs" not in names


def test_the_drawing_goes_through_all_models_live(desk: Desk, open_comparison: Open) -> None:
    dialog = open_comparison()
    card = dialog.drawing
    assert card.hint.isVisible()
    desk.draw(3)
    assert card.verdicts[0].text().startswith("3 · ")
    assert card.verdicts[1].text().endswith("nats")
    assert [len(row) for row in card.views] == [2, 3]
    assert all(view.image is not None for row in card.views for view in row)
    before = card.verdicts[0].text()
    desk.draw(1)
    assert card.verdicts[0].text() != before
    desk.window.input.canvas.clear()
    desk.settle()
    assert card.views[0][0].image is None
    assert card.hint.isVisible()


def test_it_follows_the_theme_and_every_tab_can_be_seen(desk: Desk, open_comparison: Open) -> None:
    dialog = open_comparison()
    desk.draw(5)
    image = dialog.drawing.views[0][0].image
    desk.appearance.choose("dark")
    desk.qtbot.waitUntil(lambda: dialog.drawing.views[0][0].image != image)
    for tab, plot in enumerate(dialog.panes.plots):
        dialog.panes.setCurrentIndex(tab)
        desk.qtbot.waitUntil(lambda plot=plot: ground(plot) == DARK.surface)
    dialog.panes.setCurrentIndex(3)
    assert not dialog.grab().isNull()


def test_without_test_digits_the_rest_still_works(
    desk: Desk, open_comparison: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.source, "test_digits", lambda: None)
    dialog = open_comparison()
    assert dialog.message.text() == NO_DIGITS
    desk.draw(2)
    assert dialog.drawing.verdicts[0].text().startswith("2 · ")


def test_a_closed_comparison_asks_nothing_more(desk: Desk, open_comparison: Open) -> None:
    open_comparison().close()
    scored = desk.engine.scored
    desk.draw(4)
    assert desk.engine.scored > scored
    assert desk.notices == []


def test_what_fails_is_said(
    desk: Desk, open_comparison: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise UsageError("No digits today.")

    monkeypatch.setattr(desk.source, "test_digits", fail)
    dialog = open_comparison()
    assert dialog.message.text() == "No digits today."
    dialog.close()
