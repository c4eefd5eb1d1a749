"""Recent files: remembered, offered while they are there, forgotten; the opened file's name."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import draw_digit
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from window_desk import Desk, MakeDesk

from desktop_cvae.gui.qimage_arrays import grey_image
from desktop_cvae.gui.settings import MAX_RECENT, Settings

Control = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{n}.png" for n in range(MAX_RECENT + 2)]
    for path in paths:
        assert grey_image(1 - draw_digit(3)).scaled(60, 60).save(str(path))
    return paths


def menu_of(desk: Desk) -> QMenu:
    menus = desk.window.menuBar().findChildren(QMenu)
    return next(menu for menu in menus if menu.title() == "Open &recent")


def offered(desk: Desk) -> list[str]:
    actions = menu_of(desk).actions()
    return [action.toolTip() for action in actions if action.text()[:1] == "&"][:-1]


def open_files(desk: Desk, *paths: Path) -> None:
    for path in paths:
        desk.window.opening.open_file(path)
        desk.settle()


def test_the_last_ten_are_offered_the_newest_first(desk: Desk, pictures: list[Path]) -> None:
    assert not menu_of(desk).isEnabled()
    open_files(desk, *pictures, pictures[5])
    expected = [pictures[5], *(path for path in reversed(pictures) if path != pictures[5])]
    assert offered(desk) == [str(path) for path in expected[:MAX_RECENT]]
    assert desk.window.remembered().recent == tuple(offered(desk))


def test_a_choice_opens_the_file(desk: Desk, pictures: list[Path]) -> None:
    open_files(desk, *pictures[:2])
    menu_of(desk).actions()[1].trigger()
    desk.settle()
    assert desk.window.input.opened_name == "0.png"


def test_only_those_that_are_there_are_offered(make_desk: MakeDesk, pictures: list[Path]) -> None:
    gone = pictures[0].with_name("gone.png")
    desk = make_desk(Settings(recent=(str(gone), str(pictures[1]))))
    desk.window.menus.recent.look()
    desk.settle()
    assert offered(desk) == [str(pictures[1])]
    assert str(gone) in desk.window.remembered().recent


def test_they_can_be_forgotten(desk: Desk, pictures: list[Path]) -> None:
    open_files(desk, pictures[0])
    menu_of(desk).actions()[-1].trigger()
    assert offered(desk) == []
    assert desk.window.remembered().recent == ()


def test_nothing_is_remembered_of_who_wants_that(make_desk: MakeDesk, pictures: list[Path]) -> None:
    desk = make_desk(Settings(keeps_recent=False))
    open_files(desk, pictures[0])
    assert desk.window.remembered().recent == ()


def test_what_could_not_be_opened_is_not_remembered(desk: Desk, tmp_path: Path) -> None:
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"none")
    open_files(desk, bad)
    assert desk.window.remembered().recent == ()


def test_equal_names_are_told_apart(desk: Desk, pictures: list[Path], tmp_path: Path) -> None:
    other = tmp_path / "more & more" / "0.png"
    other.parent.mkdir()
    other.write_bytes(pictures[0].read_bytes())
    open_files(desk, pictures[0], other)
    assert menu_of(desk).actions()[0].text() == "&1  0.png  (more && more)"


def test_the_name_of_the_file_follows_the_canvas(desk: Desk, pictures: list[Path]) -> None:
    open_files(desk, pictures[7])
    assert " — 7.png — desktop_cvae — studio" in desk.window.windowTitle()
    assert desk.window.input.findChild(type(desk.window.input._opened)).text() == "7.png"
    desk.key(Qt.Key.Key_Z, Control)
    assert "7.png" not in desk.window.windowTitle()
    desk.key(Qt.Key.Key_Y, Control)
    assert "7.png" in desk.window.windowTitle()
    desk.key(Qt.Key.Key_Delete)
    assert "7.png" not in desk.window.windowTitle()
