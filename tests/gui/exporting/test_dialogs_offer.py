"""Every dialog that shows something lets it be taken along."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from exported_files import csv_rows, opened_png, saved
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from window_desk import Desk

from desktop_cvae.gui.data.data_dialog import DataDialog
from desktop_cvae.gui.data.data_jobs import Preview
from desktop_cvae.gui.data.preview_pane import PreviewPane
from desktop_cvae.gui.latent.latent_window import LatentWindow
from desktop_cvae.gui.library.library_dialog import LibraryDialog


def offers(*parts: QWidget) -> bool:
    custom = Qt.ContextMenuPolicy.CustomContextMenu
    return all(part.contextMenuPolicy() is custom for part in parts)


def test_the_library_is_a_table(desk: Desk, tmp_path: Path) -> None:
    desk.window.run("library")
    dialog = desk.window.findChild(LibraryDialog)
    assert dialog is not None
    assert offers(dialog.models.table, dialog.runs.table)
    export = dialog.models.table.export()
    assert export is not None
    heading, *rows = csv_rows(saved(export, ".csv", tmp_path))
    assert len(heading) == len(rows[0])
    assert [row[0].split()[0] for row in rows] == ["studio", "plain"]
    desk.settle()
    dialog.close()


def test_a_data_sets_pictures_and_counts(qtbot: QtBot, use_theme, tmp_path: Path) -> None:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    assert pane.export() is None
    pane.resize(500, 500)
    images = np.zeros((4, 28, 28), np.float32)
    preview = Preview(images, np.array([0, 1, 0, 1]), ("=a", "b"), (30, 20), (3, 2))
    pane.show_preview(preview)
    export = pane.export()
    assert export is not None
    assert csv_rows(saved(export, ".csv", tmp_path))[1:] == [["'=a", "30", "3"], ["b", "20", "2"]]
    assert opened_png(saved(export, ".png", tmp_path)).min() == 255


def test_data_sets_and_latent_space_have_the_menu(desk: Desk) -> None:
    desk.window.run("data_sets")
    data = desk.window.findChild(DataDialog)
    assert data is not None
    assert offers(data.look.preview, data.import_.preview)
    data.close()
    desk.window.run("latent_space")
    latent = desk.window.findChild(LatentWindow)
    assert latent is not None
    assert offers(latent.map.view, latent.manifold, latent.strip, latent.sliders)
    desk.settle()
    latent.close()


def test_what_the_window_shows_has_the_menu(desk: Desk) -> None:
    window = desk.window
    for panel in ("latent", "loss"):
        window.results.show_panel(panel)
        desk.settle()
    assert window.results.latent is not None
    assert window.results.loss is not None
    generated = window.results.generated
    assert offers(window.answer, window.answer.bars, *window.answer.views.values())
    assert offers(generated.grid, generated.number_line.view, window.input.canvas)
    assert offers(window.results.latent.map.view, window.results.loss.chart)
    desk.settle()
