"""What the picture was taken for: shown where it was in doubt, and chosen by mouse and keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from exported_files import pdf_text, saved
from fakes import draw_digit, fake_model
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from window_desk import Desk

from desktop_cvae.core.preparation_names import PREPARATIONS
from desktop_cvae.core.results import Candidate, FloatArray, PreparedDigit
from desktop_cvae.gui.exporting.answer_export import answer_export
from desktop_cvae.gui.picture import Picture
from desktop_cvae.gui.widgets.preparation_strip import (
    PreparationMenu,
    PreparationStrip,
    Tile,
    are_told,
    share_text,
)
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.pictures.preparation import to_mnist_style

Control = Qt.KeyboardModifier.ControlModifier
GUESSES = {
    "with_lines": (0.8, 7),
    "without_lines": (0.15, 3),
    "inverted": (0.04, 1),
    "ink": (0.004, 0),
}
"""Of any picture: its share, and what it then shows."""


def doubt(
    model: OpenedModel,
    picture: FloatArray,
    false_rejection_rate: float = 0.0,
    preparation: str = "",
) -> tuple[Candidate, ...]:
    """Hypotheses as ``OpenedModel.prepare`` gives them, the wished one first."""
    candidates = []
    for name, (share, digit) in GUESSES.items():
        image = draw_digit(digit)
        prepared = replace(to_mnist_style(picture), image=image, found=True, preparation=name)
        (reading,) = model.read(image[np.newaxis], false_rejection_rate)
        candidates.append(Candidate(prepared, share, float(np.log(share)), reading))
    candidates.sort(key=lambda one: one.name != preparation)
    return tuple(candidates)


@pytest.fixture
def doubtful(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A window whose model is in doubt about every picture."""
    monkeypatch.setattr(OpenedModel, "prepare", doubt)
    return desk


def strip(desk: Desk) -> PreparationStrip:
    return desk.window.answer.preparations


def names(desk: Desk) -> list[str]:
    return [tile.candidate.name for tile in strip(desk).tiles if tile.candidate]


def read_tile(desk: Desk) -> Tile:
    (checked,) = [tile for tile in strip(desk).tiles if tile.isChecked()]
    return checked


def click(desk: Desk, name: str) -> None:
    tile = next(t for t in strip(desk).tiles if t.candidate and t.candidate.name == name)
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    desk.settle()


def open_picture(desk: Desk, name: str = "a.png") -> None:
    image = 1 - np.kron(draw_digit(3), np.ones((3, 3), np.float32))
    desk.session.picture_opened.emit(Picture(image.astype(np.float32), name))
    desk.settle()


def test_a_clear_digit_has_no_strip_and_moves_nothing(desk: Desk) -> None:
    height = strip(desk).sizeHint().height()
    desk.draw(3)
    assert strip(desk).tiles == []
    assert not strip(desk).more.isVisible()
    assert strip(desk).height() == strip(desk).sizeHint().height() == height
    assert desk.window.answer.views["Input"].y() == 0


def test_the_likeliest_few_are_shown_and_the_selected_one_is_marked(doubtful: Desk) -> None:
    pictures = doubtful.window.answer.views["Input"].geometry()
    doubtful.draw(3)
    assert doubtful.window.answer.views["Input"].geometry() == pictures
    assert names(doubtful) == ["with_lines", "without_lines", "inverted"]
    selected = read_tile(doubtful)
    assert selected is strip(doubtful).tiles[0]
    assert selected.accessibleName() == "The lines are ink, 80.0 %"
    assert "Selected" in selected.toolTip()
    assert "1.7 nats behind" in strip(doubtful).tiles[1].toolTip()
    assert doubtful.headline == "It is a 7"


def test_a_click_takes_the_picture_for_another_and_all_follows(
    doubtful: Desk, tmp_path: Path
) -> None:
    doubtful.draw(3)
    click(doubtful, "without_lines")
    assert doubtful.headline == "It is a 3"
    assert doubtful.session.preparation == "without_lines"
    assert names(doubtful) == ["with_lines", "without_lines", "inverted"]
    assert read_tile(doubtful).candidate is doubtful.answer.candidates[0]
    assert "Chosen by you" in read_tile(doubtful).toolTip()
    shown = doubtful.window.answer.views["Input"].shown.image
    np.testing.assert_array_equal(shown, draw_digit(3))
    export = answer_export(doubtful.session)
    assert export is not None
    page = pdf_text(saved(export, ".pdf", tmp_path))
    assert "Preparation of the picture: The lines belong to the paper (15.0 %)" in " ".join(
        page.split()
    )
    # Noise, which asks anew, keeps the choice.
    doubtful.session.set_noise("gaussian", 0.01)
    doubtful.settle()
    assert doubtful.headline == "It is a 3"
    click(doubtful, "without_lines")
    assert (doubtful.session.preparation, doubtful.headline) == ("", "It is a 7")
    click(doubtful, "inverted")
    click(doubtful, "with_lines")
    assert (doubtful.session.preparation, doubtful.headline) == ("", "It is a 7")


def test_keys_choose_too(doubtful: Desk) -> None:
    doubtful.draw(3)
    read_tile(doubtful).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(read_tile(doubtful), Qt.Key.Key_Right)
    doubtful.settle()
    assert doubtful.session.preparation == "without_lines"
    assert doubtful.window.focusWidget() is read_tile(doubtful)
    QTest.keyClick(read_tile(doubtful), Qt.Key.Key_Return)
    doubtful.settle()
    assert doubtful.session.preparation == ""


def test_a_choice_is_of_one_picture_and_is_undone(doubtful: Desk) -> None:
    open_picture(doubtful)
    click(doubtful, "inverted")
    assert doubtful.window.menus.actions["undo"].text() == "&Undo preparation"
    doubtful.stroke([(0.2, 0.2), (0.8, 0.2)])
    doubtful.settle()
    assert doubtful.headline == "It is a 1"
    open_picture(doubtful, "b.png")
    assert (doubtful.session.preparation, doubtful.headline) == ("", "It is a 7")
    doubtful.key(Qt.Key.Key_Z, Control)
    doubtful.settle()
    assert (doubtful.session.preparation, doubtful.headline) == ("inverted", "It is a 1")
    for _ in ("stroke", "preparation"):
        doubtful.key(Qt.Key.Key_Z, Control)
    doubtful.settle()
    assert (doubtful.session.preparation, doubtful.headline) == ("", "It is a 7")


def test_what_is_chosen_before_there_is_a_picture_is_for_the_first(doubtful: Desk) -> None:
    doubtful.session.set_preparation("inverted")
    open_picture(doubtful)
    assert doubtful.headline == "It is a 1"
    open_picture(doubtful, "b.png")
    assert doubtful.headline == "It is a 7"


def test_the_menu_names_all_and_lets_the_evidence_decide(doubtful: Desk) -> None:
    menu = doubtful.window.findChild(PreparationMenu)
    assert menu is not None
    menu.aboutToShow.emit()
    by_evidence, _, *every = menu.actions()
    assert [action.text() for action in every] == list(PREPARATIONS.values())
    assert by_evidence.isChecked()
    doubtful.draw(3)
    menu.aboutToShow.emit()
    _, _, *every = menu.actions()
    assert [action.text().split("\t")[0] for action in every] == [PREPARATIONS[n] for n in GUESSES]
    every[3].trigger()
    doubtful.settle()
    assert doubtful.headline == "It is a 0"
    # Too unlikely for a small picture of its own, but it is the one that is read.
    assert names(doubtful) == ["with_lines", "without_lines", "inverted", "ink"]
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    doubtful.settle()
    assert doubtful.headline == "It is a 7"


def test_with_little_room_the_shares_go_first_and_the_read_one_last(doubtful: Desk) -> None:
    doubtful.draw(3)
    click(doubtful, "inverted")
    found = strip(doubtful)
    side = found.height()
    for width, seen, wide in ((400, 3, 3), (200, 3, 1), (140, 3, 0), (105, 2, 0), (0, 1, 0)):
        found.resize(max(width * side // 28, found.minimumSizeHint().width()), side)
        shown = [tile for tile in found.tiles if tile.isVisible()]
        assert len(shown) == seen, width
        assert sum(tile.width() > side for tile in shown) == wide, width
        assert read_tile(doubtful) in shown
        assert all(found.rect().contains(tile.geometry()) for tile in shown), width


def test_the_card_says_what_is_selected_and_what_was_chosen(doubtful: Desk) -> None:
    doubtful.draw(3)
    click(doubtful, "inverted")
    view = doubtful.window.answer.views["Input"]
    caption = QPoint(view.width() // 2, view.height() - 3)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=caption)
    doubtful.settle()
    card = doubtful.window.explainer.card
    assert card is not None
    said = card.view.text.text()
    assert "The lines are ink" in said
    assert f"You chose “{PREPARATIONS['inverted']}”" in said
    assert card.view.graphic is not None
    assert card.view.graphic.isVisible()


def test_ways_to_read_are_told_only_where_the_reading_differs() -> None:
    read = fake_model().read(np.stack([draw_digit(1), draw_digit(7)]))

    def candidates(*shares: float, digits: str) -> list[Candidate]:
        found = [read["17".index(digit)] for digit in digits]
        return [Candidate(blank(), s, 0.0, r) for s, r in zip(shares, found, strict=True)]

    assert not are_told(candidates(1.0, digits="1"), "")
    # Two ways to take a clean 1 are equally likely, and both are read as a 1.
    assert not are_told(candidates(0.56, 0.44, digits="11"), "")
    assert are_told(candidates(0.56, 0.44, digits="11"), "ink")
    assert are_told(candidates(0.56, 0.44, digits="17"), "")
    assert not are_told(candidates(0.995, 0.005, digits="17"), "")
    # The one that is read counts, however unlikely.
    assert are_told(candidates(0.005, 0.995, digits="17"), "")


def test_shares_are_whole_per_cent() -> None:
    assert [share_text(s) for s in (1.0, 0.42, 0.001)] == ["> 99 %", "42 %", "< 1 %"]


def blank() -> PreparedDigit:
    return to_mnist_style(np.zeros((28, 28), np.float32))
