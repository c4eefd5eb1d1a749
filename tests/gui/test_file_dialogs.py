"""Questions for files: what they offer, what they hand on, and that they do not stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_cvae.gui import file_dialogs


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_a_file_is_asked_for_by_its_kind_and_handed_on(parent: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    dialog = file_dialogs.ask_to_open(
        parent, "Open", chosen.append, kind="Sweeps", suffixes=[".toml", "*idx3*"]
    )
    assert dialog.nameFilters() == ["Sweeps (*.toml *idx3*)", "All files (*)"]
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    dialog.fileSelected.emit(str(tmp_path / "a.toml"))
    assert chosen == [tmp_path / "a.toml"]


def test_several_files_are_handed_on_together(parent: QWidget, tmp_path: Path) -> None:
    chosen: list[list[Path]] = []
    dialog = file_dialogs.ask_to_open_many(
        parent, "Open", chosen.append, kind="Pictures", suffixes=[".png"]
    )
    dialog.filesSelected.emit([str(tmp_path / "a.png"), str(tmp_path / "b.png")])
    assert chosen == [[tmp_path / "a.png", tmp_path / "b.png"]]


def test_a_folder_shows_its_files_only_where_they_tell_something(parent: QWidget) -> None:
    with_files = file_dialogs.ask_for_folder(parent, "Folder", print)
    without = file_dialogs.ask_for_folder(parent, "Folder", print, shows_files=False)
    assert not with_files.testOption(QFileDialog.Option.ShowDirsOnly)
    assert without.testOption(QFileDialog.Option.ShowDirsOnly)
    assert without.fileMode() is QFileDialog.FileMode.Directory


def test_the_suffix_follows_the_kind(parent: QWidget, tmp_path: Path) -> None:
    saved: list[tuple[Path, str]] = []
    dialog = file_dialogs.ask_where_to_save(
        parent,
        "Save",
        "loss",
        {"PNG": ".png", "PDF": ".pdf"},
        lambda path, kind: saved.append((path, kind)),
        str(tmp_path),
    )
    dialog.selectNameFilter("PDF (*.pdf)")
    dialog.filterSelected.emit("PDF (*.pdf)")
    assert dialog.defaultSuffix() == "pdf"
    dialog.fileSelected.emit(str(tmp_path / "loss.pdf"))
    assert saved == [(tmp_path / "loss.pdf", "PDF")]


def test_a_closed_dialog_is_deleted(parent: QWidget) -> None:
    dialog = file_dialogs.ask_for_folder(parent, "Folder", print)
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not parent.findChildren(QFileDialog)
