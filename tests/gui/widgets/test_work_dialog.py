"""A dialog with unsaved work asks before it closes, and does what is answered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.widgets.work_dialog import WorkDialog

Button = QMessageBox.StandardButton


class Letter(WorkDialog):
    """Has something to lose until it is dropped."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "letter", "Letter")
        self.setLayout(QVBoxLayout())
        self.sentence = "The letter is not saved."
        self.was_offered = False

    def unsaved(self) -> str:
        return self.sentence

    def offer_saving(self) -> None:
        self.was_offered = True

    def discard(self) -> None:
        self.sentence = ""


@pytest.fixture
def letter(qtbot: QtBot) -> Iterator[Letter]:
    window = QWidget()
    qtbot.addWidget(window)
    letter = Letter(window)
    letter.show()
    yield letter
    window.close()


@pytest.mark.parametrize(
    ("answer", "is_open", "is_offered"),
    [(Button.Save, True, True), (Button.Discard, False, False), (Button.Cancel, True, False)],
)
def test_work_is_saved_dropped_or_kept_as_answered(
    letter: Letter, answer: Button, is_open: bool, is_offered: bool
) -> None:
    letter.close()
    question = letter.findChild(QMessageBox)
    assert question is not None
    assert question.text() == letter.sentence
    assert question.defaultButton() is question.button(Button.Save)
    assert letter.isVisible()
    question.button(answer).click()
    assert (letter.isVisible(), letter.was_offered) == (is_open, is_offered)


def test_nothing_to_lose_asks_nothing(letter: Letter) -> None:
    letter.discard()
    letter.close()
    assert letter.findChild(QMessageBox) is None
    assert not letter.isVisible()
