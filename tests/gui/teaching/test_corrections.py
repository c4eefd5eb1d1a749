"""A wrong answer is corrected, kept once, and the correction can be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog
from window_desk import Desk

from desktop_cvae.core import paths
from desktop_cvae.gui.teaching.examples import read_examples
from desktop_cvae.library.reading_archive import Archive


def choose(desk: Desk, name: str) -> None:
    menu = desk.window.answer.correct.choices
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == name).trigger()
    desk.settle()


def test_an_answer_is_corrected(desk: Desk) -> None:
    button = desk.window.answer.correct
    assert not button.isEnabled()
    desk.draw(3)
    assert button.isEnabled()
    choose(desk, "7")
    kept = read_examples()
    assert kept.labels == ("7",)
    with Archive(paths.archive_file()) as archive:
        entry = archive.get(kept.ids[0])
    assert (entry.text, entry.given_label, entry.model) == ("3", "7", "studio")
    assert entry.input_kind == "drawing"
    # Of the same drawing one entry is kept.
    choose(desk, "8")
    assert read_examples().ids == kept.ids
    assert read_examples().labels == ("8",)
    undo, teach = desk.notices[-1].actions
    undo.run()
    desk.settle()
    assert read_examples().labels == ("7",)
    teach.run()
    desk.settle()
    assert desk.window.findChild(QInputDialog) is None
    assert any(child.objectName() == "teaching" for child in desk.window.children())


def test_another_sign_is_asked_for(desk: Desk) -> None:
    desk.draw(3)
    choose(desk, "Another sign…")
    dialog = desk.window.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue(" ж ")
    dialog.accept()
    desk.settle()
    assert read_examples().labels == ("ж",)


@pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)")
def test_the_key_opens_the_menu(desk: Desk) -> None:
    desk.draw(3)
    menu, seen = desk.window.answer.correct.choices, []
    menu.aboutToShow.connect(lambda: seen.append(True))
    # A menu waits in a loop of its own until it is closed.
    menu.aboutToShow.connect(menu.close, Qt.ConnectionType.QueuedConnection)
    desk.key(Qt.Key.Key_C)
    assert seen


def test_there_is_nothing_to_correct_without_labels(desk: Desk) -> None:
    desk.draw(3)
    desk.controller.load_model("plain")
    desk.settle()
    assert not desk.window.answer.correct.isEnabled()
