from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QInputDialog, QMessageBox
from window_desk import Desk

from desktop_cvae.core.errors import UsageError
from desktop_cvae.gui.comparison.library_dialog import LibraryDialog


@pytest.fixture
def library(desk: Desk) -> Iterator[LibraryDialog]:
    """The dialog, with one model that is the user's own."""
    desk.source.entries[1] = dataclasses.replace(desk.source.entries[1], builtin=False)
    desk.controller.list_models()
    desk.settle()
    desk.window.commands.show_library()
    dialog = desk.window.findChild(LibraryDialog)
    assert dialog is not None
    yield dialog
    dialog.close()


def names(library: LibraryDialog) -> list[str]:
    return [library.table.item(at, 0).text() for at in range(library.table.rowCount())]


def enabled(library: LibraryDialog) -> set[str]:
    buttons = (library.use, library.compare, library.rename, library.delete, library.folder)
    return {button.text() for button in buttons if button.isEnabled()}


def test_the_search_finds_by_every_column(library: LibraryDialog) -> None:
    assert names(library) == ["studio", "plain"]
    library.search.setText("conv_vae")
    assert names(library) == ["plain"]
    library.search.setText("STUDIO mnist")
    assert names(library) == ["studio"]
    library.search.setText("nothing")
    assert names(library) == []
    assert enabled(library) == set()


def test_buttons_suit_the_selection(library: LibraryDialog) -> None:
    library.choose(("studio",))
    assert enabled(library) == {"Use", "Open folder"}
    library.choose(("plain",))
    assert enabled(library) == {"Use", "Open folder", "Rename…", "Delete…"}
    library.choose(("studio", "plain"))
    assert enabled(library) == {"Compare"}


def test_a_model_is_taken_into_use(desk: Desk, library: LibraryDialog) -> None:
    library.choose(("plain",))
    library.use.click()
    desk.settle()
    assert desk.session.model is not None
    assert desk.session.model.entry.name == "plain"


def test_a_model_is_renamed(desk: Desk, library: LibraryDialog) -> None:
    library.choose(("plain",))
    library.rename.click()
    asking = library.findChild(QInputDialog)
    assert asking is not None
    asking.setTextValue("mine")
    asking.accept()
    desk.settle()
    assert names(library) == ["studio", "mine"]


def test_a_model_is_deleted_only_after_a_question(desk: Desk, library: LibraryDialog) -> None:
    kind = QMessageBox.StandardButton
    for answer, left in ((kind.Cancel, ["studio", "plain"]), (kind.Discard, ["studio"])):
        library.choose(("plain",))
        library.delete.click()
        asking = library.findChildren(QMessageBox)[-1]
        asking.button(answer).click()
        desk.settle()
        assert names(library) == left


def test_what_fails_is_said(
    desk: Desk, library: LibraryDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(name: str, new_name: str) -> None:
        raise UsageError(f"There is a model “{new_name}” already.")

    monkeypatch.setattr(desk.source, "rename", refuse)
    library.choose(("plain",))
    library.rename.click()
    asking = library.findChild(QInputDialog)
    assert asking is not None
    asking.setTextValue("studio")
    asking.accept()
    desk.settle()
    assert library.message.text() == "There is a model “studio” already."
    assert names(library) == ["studio", "plain"]
