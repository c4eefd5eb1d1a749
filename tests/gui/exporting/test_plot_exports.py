"""Plots and tables as other programs read them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import pytest
from exported_files import (
    GLYPH,
    csv_rows,
    has_content,
    opened_png,
    opened_svg,
    pdf_text,
    saved,
)
from fakes import FakeEngine, fake_history, fake_map
from pytestqt.qtbot import QtBot
from window_desk import Desk, Office

from desktop_cvae.figures.loss_figure import draw_losses
from desktop_cvae.gui.exporting.export import Export, table_export
from desktop_cvae.gui.exporting.plot_exports import (
    confusion_export,
    explored_map_export,
    histories_table,
    history_export,
    map_export,
)
from desktop_cvae.gui.plots.loss_panel import LossPanel
from desktop_cvae.gui.plots.plot_picture import PlotPicture
from desktop_cvae.gui.widgets.text_table import TextTable

NAMES = tuple("0123456789")
COUNTS = np.diag(np.arange(90, 100)) + np.eye(10, k=1, dtype=np.int64)


def history() -> Export:
    export = history_export("studio", fake_history(), "total")
    assert export is not None
    return export


def latent_map(hidden: frozenset[int] = frozenset()) -> Export:
    return map_export(fake_map(FakeEngine()), NAMES, "studio", hidden, None)


EXPORTS = {
    "loss": (history, "validation"),
    "map": (latent_map, "principal direction 1"),
    "confusions": (lambda: confusion_export(COUNTS, NAMES, "studio"), "read →"),
}


@pytest.mark.qt_log_ignore(GLYPH)
@pytest.mark.parametrize("name", EXPORTS)
def test_other_programs_open_a_plot(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    make, words = EXPORTS[name]
    export = make()
    assert has_content(opened_png(saved(export, ".png", tmp_path)))
    assert has_content(opened_svg(saved(export, ".svg", tmp_path)))
    assert words in pdf_text(saved(export, ".pdf", tmp_path))


def test_a_history_is_a_table_of_epochs(tmp_path: Path) -> None:
    heading, *rows = csv_rows(saved(history(), ".csv", tmp_path))
    last = fake_history()[-1]
    assert heading[0] == "epoch"
    assert len(rows) == 12
    found = dict(zip(heading, rows[-1], strict=True))
    assert float(found["validation_total_nats"]) == last.validation.total
    assert float(found["train_kl_nats"]) == last.train.kl
    assert history_export("studio", (), "total") is None


def test_several_histories_name_their_models() -> None:
    table = histories_table([("a", fake_history(2)), ("b", fake_history(1))])
    assert [row[:2] for row in table] == [("model", "epoch"), ("a", 1), ("a", 2), ("b", 1)]


def test_a_map_is_a_table_of_its_points(tmp_path: Path) -> None:
    heading, *rows = csv_rows(saved(latent_map(frozenset({3})), ".csv", tmp_path))
    whole = fake_map(FakeEngine())
    assert heading == ["digit", "label", "principal_1", "principal_2"]
    assert {row[1] for row in rows} == set(NAMES) - {"3"}
    for row in rows[:20]:
        point = whole.points[int(row[0])]
        np.testing.assert_array_equal(np.array(row[2:], np.float32), point)


def test_confusions_are_a_table_of_counts(tmp_path: Path) -> None:
    export = confusion_export(COUNTS, NAMES, "studio")
    _, *rows = csv_rows(saved(export, ".csv", tmp_path))
    np.testing.assert_array_equal(np.array([row[1:] for row in rows], int), COUNTS)


def test_a_plot_on_the_screen_is_saved_with_its_numbers(
    qtbot: QtBot, office: Office, tmp_path: Path
) -> None:
    table = [("model", "nats"), ("studio", 98.5)]
    draw = partial(draw_losses, histories=[("studio", fake_history())], term="total")
    plot = PlotPicture("Loss over the epochs", lambda: draw, office.runner, lambda: table)
    qtbot.addWidget(plot)
    plot.resize(700, 400)
    export = plot.export()
    assert export is not None
    assert export.stem == "loss-over-the-epochs"
    height, width, _ = opened_png(saved(export, ".png", tmp_path)).shape
    assert (width, height) == (2100, 1200)
    assert csv_rows(saved(export, ".csv", tmp_path))[1] == ["studio", "98.5"]
    empty = PlotPicture("Nothing", lambda: None, office.runner)
    qtbot.addWidget(empty)
    assert empty.export() is None


def test_a_table_is_what_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    table = TextTable("Results", numbers=True)
    qtbot.addWidget(table)
    assert table.export() is None
    table.set_rows(("model", "−ELBO"), [("=1+1", "−98.50"), ("studio", "97.1 %")])
    export = table.export()
    assert export is not None
    assert csv_rows(saved(export, ".csv", tmp_path)) == [
        ["model", "−ELBO"],
        ["'=1+1", "-98.50"],
        ["studio", "97.1 %"],
    ]
    assert export.text is not None
    assert export.text().splitlines()[2] == "studio\t97.1 %"
    path = tmp_path / "for_excel.csv"
    export.kinds[1].write(path)
    assert path.read_text("utf-8-sig").splitlines()[1] == '"\'=1+1",-98.50'


def test_the_loss_panel_saves_the_term_that_is_seen(qtbot: QtBot, use_theme) -> None:
    panel = LossPanel()
    qtbot.addWidget(panel)
    assert panel.export() is None
    panel.set_history(fake_history(), "studio")
    panel.term_choice.set_value("kl")
    export = panel.export()
    assert export is not None
    assert export.stem == "loss-kl-studio"


def test_a_table_export_is_no_picture() -> None:
    export = table_export("the table", "table", list)
    assert export.png is export.printed is None


def test_the_latent_map_is_saved_from_its_tab(desk: Desk, tmp_path: Path) -> None:
    desk.window.results.show_panel("latent")
    desk.settle()
    assert desk.window.results.latent is not None
    view = desk.window.results.latent.map.view
    export = explored_map_export(desk.window.latent, view)
    assert export is not None
    seen = opened_png(saved(export, ".png", tmp_path, "PNG picture as shown"))
    assert seen.shape[:2] == (view.height(), view.width())
    assert len(csv_rows(saved(export, ".csv", tmp_path))) == 301
