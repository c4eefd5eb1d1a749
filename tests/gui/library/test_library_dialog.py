""""""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_runs import MakeRun
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from window_desk import Desk

from desktop_cvae.core.errors import UsageError
from desktop_cvae.gui.comparison.comparison_dialog import ComparisonDialog
from desktop_cvae.gui.library.entries_page import EntriesPage
from desktop_cvae.gui.library.library_dialog import HINT, LibraryDialog
from desktop_cvae.library.run_library import change_run, hold_run, list_runs


@pytest.fixture
def library(desk: Desk) -> Iterator[LibraryDialog]:
    """The dialog, with one model that is the user's own."""
    desk.source.entries[1] = dataclasses.replace(desk.source.entries[1], builtin=False)
    desk.controller.list_models()
    desk.settle()
    desk.window.run("library")
    dialog = desk.window.findChild(LibraryDialog)
    assert dialog is not None
    desk.settle()
    yield dialog
    dialog.close()


def names(page: EntriesPage) -> list[str]:
    return [row[0] for row in page.table.texts.rows]


def enabled(library: LibraryDialog) -> set[str]:
    page = library.models
    buttons = (page.use, page.rename, page.delete, page.folder, library.compare)
    return {button.text() for button in buttons if button.isEnabled()}


def write_name(page: EntriesPage, name: str) -> None:
    """Press Rename and write into the cell."""
    page.rename.click()
    editor = page.table.findChild(QLineEdit)
    assert editor is not None
    editor.setText(name)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def show_runs(desk: Desk, library: LibraryDialog) -> None:
    library.tabs.setCurrentWidget(library.runs)
    library.refresh_runs()
    desk.settle()


def test_the_search_finds_by_every_column(library: LibraryDialog) -> None:
    assert names(library.models) == ["studio", "plain"]
    library.search.setText("conv_vae")
    assert names(library.models) == ["plain"]
    library.search.setText("STUDIO mnist")
    assert names(library.models) == ["studio"]
    library.search.setText("nothing")
    assert names(library.models) == []
    assert library.models.empty.text() == "Nothing matches your search."
    assert enabled(library) == set()


def test_buttons_suit_the_selection(library: LibraryDialog) -> None:
    library.models.table.choose(("studio",))
    assert enabled(library) == {"Open folder"}  # it is in use
    assert library.status.text() == HINT
    library.models.table.choose(("plain",))
    assert enabled(library) == {"Use", "Open folder", "Rename", "Delete…"}
    library.models.table.choose(("studio", "plain"))
    assert enabled(library) == {"Compare"}
    assert library.status.text() == "studio · plain"


def test_several_models_are_neither_renamed_nor_deleted(desk: Desk, library: LibraryDialog) -> None:
    desk.source.entries[0] = dataclasses.replace(desk.source.entries[0], builtin=False)
    desk.controller.list_models()
    desk.settle()
    library.models.table.choose(("studio", "plain"))
    assert enabled(library) == {"Compare"}


def test_a_model_is_taken_into_use(desk: Desk, library: LibraryDialog) -> None:
    library.models.table.choose(("plain",))
    library.models.use.click()
    desk.settle()
    assert desk.session.model is not None
    assert desk.session.model.entry.name == "plain"
    assert (library.models.use.text(), library.models.use.isEnabled()) == ("In use", False)
    library.models.table.choose(("studio",))
    assert (library.models.use.text(), library.models.use.isEnabled()) == ("Use", True)


def test_a_model_is_renamed_where_its_name_stands(desk: Desk, library: LibraryDialog) -> None:
    library.models.table.choose(("plain",))
    write_name(library.models, "mine")
    desk.qtbot.waitUntil(lambda: names(library.models) == ["studio", "mine"])
    desk.settle()
    assert desk.source.entries[1].name == "mine"


def test_the_programs_models_keep_their_names(library: LibraryDialog) -> None:
    library.models.table.edit_name("studio")
    assert library.models.table.findChild(QLineEdit) is None


def test_a_model_is_deleted_only_after_a_question(desk: Desk, library: LibraryDialog) -> None:
    page = library.models
    for button, left in ((page.question.no, ["studio", "plain"]), (page.question.yes, ["studio"])):
        page.table.choose(("plain",))
        page.delete.click()
        assert "“plain”" in page.question.sentence.text()
        button.click()
        desk.settle()
        assert names(page) == left
        assert page.question.isHidden()


def test_another_choice_or_escape_withdraws_the_question(library: LibraryDialog) -> None:
    page = library.models
    page.table.choose(("plain",))
    page.delete.click()
    QTest.keyClick(page.question, Qt.Key.Key_Escape)
    assert page.question.isHidden()
    assert library.isVisible()
    page.delete.click()
    page.table.choose(("studio",))
    assert page.question.isHidden()


def test_what_fails_is_said_and_the_old_name_stays(
    desk: Desk, library: LibraryDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(name: str, new_name: str) -> None:
        raise UsageError(f"There is already a model “{new_name}”.")

    monkeypatch.setattr(desk.source, "rename", refuse)
    library.models.table.choose(("plain",))
    write_name(library.models, "studio")
    desk.qtbot.waitUntil(library.message.isVisible)
    assert library.message.text() == "There is already a model “studio”."
    assert names(library.models) == ["studio", "plain"]


def test_runs_are_listed_with_what_one_asks_of_them(
    desk: Desk, library: LibraryDialog, make_run: MakeRun
) -> None:
    show_runs(desk, library)
    assert "Train…" in library.runs.empty.text()
    make_run("night", losses=(9.0, 7.25, 8.0))
    show_runs(desk, library)
    assert library.runs.empty.isHidden()
    texts = library.runs.table.texts.rows[0]
    assert texts[:-1] == ["night", "tiny", "made up", "stopped", "3 of 5", "7.25"]
    for word in ("night", "tiny", "MADE"):
        library.search.setText(word)
        assert names(library.runs) == ["night"]
    library.search.setText("studio")
    assert names(library.runs) == []


def test_a_run_is_renamed_and_deleted(
    desk: Desk, library: LibraryDialog, make_run: MakeRun
) -> None:
    run = make_run("night", losses=(9.0,))
    show_runs(desk, library)
    library.runs.table.choose((run.id,))
    write_name(library.runs, "day")
    desk.qtbot.waitUntil(lambda: [entry.name for entry in list_runs()] == ["day"])
    desk.settle()
    assert names(library.runs) == ["day"]
    library.runs.table.choose((run.id,))
    library.runs.delete.click()
    assert "“day”" in library.runs.question.sentence.text()
    library.runs.question.yes.click()
    desk.settle()
    assert list_runs() == []
    assert names(library.runs) == []


def test_a_run_in_training_stays_and_is_read_again(
    desk: Desk, library: LibraryDialog, make_run: MakeRun
) -> None:
    run = make_run("night", losses=(9.0,), state="running")
    with hold_run(run.folder):
        show_runs(desk, library)
        library.runs.table.choose((run.id,))
        assert not library.runs.delete.isEnabled()
        assert not library.runs.resume.isEnabled()
        assert library.runs.folder.isEnabled()
    desk.session.runs_changed.emit()
    desk.settle()
    assert library.runs.chosen[0].state == "interrupted"
    assert library.runs.delete.isEnabled()


def test_a_run_is_resumed_by_whoever_trains(
    desk: Desk, library: LibraryDialog, make_run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = make_run("night", losses=(9.0,), state="interrupted")
    show_runs(desk, library)
    library.runs.table.choose((run.id,))
    started: list[list[str]] = []
    monkeypatch.setattr(desk.window.training.process, "start", started.append)
    library.runs.resume.click()
    assert [arguments[:3] for arguments in started] == [["train", "--resume", run.id]]
    desk.window.training.dialog.close()


def test_a_folder_is_shown(
    desk: Desk, library: LibraryDialog, make_run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = make_run("night", losses=(9.0,))
    show_runs(desk, library)
    library.runs.table.choose((run.id,))
    shown: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: shown.append(Path(url.toLocalFile()))
    )
    library.runs.folder.click()
    assert shown == [run.folder]


def test_an_editor_survives_the_next_reading(
    desk: Desk, library: LibraryDialog, make_run: MakeRun
) -> None:
    run = make_run("night", losses=(9.0,))
    show_runs(desk, library)
    library.runs.table.choose((run.id,))
    library.runs.rename.click()
    editor = library.runs.table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("dawn")
    change_run(run.folder, state="failed")
    show_runs(desk, library)
    assert editor.text() == "dawn"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: list_runs()[0].name == "dawn")
    desk.settle()
    assert names(library.runs) == ["dawn"]


def test_a_run_without_weights_cannot_be_compared_and_says_so(
    desk: Desk, library: LibraryDialog, make_run: MakeRun
) -> None:
    run = make_run("empty")
    library.models.table.choose(("studio",))
    library.refresh_runs()
    desk.settle()
    library.runs.table.choose((run.id,))
    assert library.status.text() == "studio · empty"
    library.compare.click()
    desk.settle()
    assert "“empty” has neither a model" in library.message.text()
    assert library.compare.text() == "Compare"
    assert library.compare.isEnabled()
    assert desk.window.findChild(ComparisonDialog) is None


def click(page: EntriesPage, row: int, key: Qt.KeyboardModifier) -> None:
    """Click a row as people do."""
    place = page.table.visualRect(page.table.texts.index(row, 0)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, key, place)


@pytest.mark.parametrize("adds", [False, True])
def test_a_choice_on_the_hidden_page_is_taken_along_only_with_ctrl(
    desk: Desk, library: LibraryDialog, make_run: MakeRun, adds: bool
) -> None:
    make_run("night")
    click(library.models, 0, Qt.KeyboardModifier.NoModifier)
    assert library.tabs.tabText(0) == "Models (1)"
    show_runs(desk, library)
    assert library.tabs.tabText(0) == "Models (1)"
    key = Qt.KeyboardModifier.ControlModifier if adds else Qt.KeyboardModifier.NoModifier
    click(library.runs, 0, key)
    assert [entry.name for entry in library.chosen] == (["studio", "night"] if adds else ["night"])
    assert library.tabs.tabText(0) == ("Models (1)" if adds else "Models")
    library.refresh_runs()
    desk.settle()
    assert library.compare.isEnabled() == adds


def test_it_may_be_closed_twice(library: LibraryDialog) -> None:
    library.done(0)
    library.done(0)
    assert not library.isVisible()


def test_opening_can_be_stopped(desk: Desk, library: LibraryDialog) -> None:
    library.models.table.choose(("studio", "plain"))
    library.compare.click()
    assert library.compare.text() == "Stop"
    assert library.status.text() == "Opening studio …"
    library.compare.click()
    desk.settle()
    assert desk.window.findChild(ComparisonDialog) is None
    assert library.compare.text() == "Compare"
