"""The command palette, used with the keyboard on the whole window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_desk import Desk

from desktop_cvae.gui.about.about_dialog import AboutDialog
from desktop_cvae.gui.command_palette import CommandPalette, score

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def palette(desk: Desk) -> Iterator[CommandPalette]:
    desk.key(Qt.Key.Key_P, CTRL_SHIFT)
    (palette,) = desk.window.findChildren(CommandPalette)
    assert palette.isVisible()
    yield palette
    for left in desk.window.findChildren(CommandPalette):
        left.close()


def listed(palette: CommandPalette) -> list[str]:
    model = palette.commands
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_it_lists_every_command_with_its_keys(palette: CommandPalette) -> None:
    texts = listed(palette)
    assert {"Open a picture", "Label 7", "Thinner pen", "About desktop_cvae"} <= set(texts)
    assert "Find a command" not in texts
    row = texts.index("Open a picture")
    assert palette.commands.entries[row].keys == "Ctrl+O"
    assert palette.commands.entries[row].menu == "File"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("about", "About desktop_cvae"),
        ("open mod", "Open a model file"),
        ("view larger", "Larger text"),
        ("misread", "Fool it"),
        ("rcrdlsn", "Record a lesson"),
        ("ENGINE keras", "Keras (the reference, slow to load)"),
    ],
)
def test_words_of_text_menu_and_help_find_a_command(
    palette: CommandPalette, typed: str, first: str
) -> None:
    QTest.keyClicks(palette.edit, typed)
    assert listed(palette)[0] == first


def test_nothing_found_is_said(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.edit, "qqqq")
    assert listed(palette) == []
    assert palette.nothing.isVisible()
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_enter_runs_the_command_that_the_arrows_chose(desk: Desk, palette: CommandPalette) -> None:
    QTest.keyClicks(palette.edit, "label")
    texts = listed(palette)
    QTest.keyClick(palette.edit, Qt.Key.Key_Down)
    QTest.keyClick(palette.edit, Qt.Key.Key_Down)
    chosen = texts[2]
    assert chosen.startswith("Label ")
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert not desk.window.findChildren(CommandPalette) or not palette.isVisible()
    desk.qtbot.waitUntil(lambda: desk.session.label == int(chosen[-1]))


def test_enter_opens_a_dialog(desk: Desk, palette: CommandPalette) -> None:
    QTest.keyClicks(palette.edit, "about")
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.window.findChildren(AboutDialog)))
    desk.settle()
    desk.window.findChildren(AboutDialog)[0].close()


def test_a_click_runs_a_command(desk: Desk, palette: CommandPalette) -> None:
    QTest.keyClicks(palette.edit, "label 4")
    place = palette.list.visualRect(palette.commands.index(0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.qtbot.waitUntil(lambda: desk.session.label == 4)


def test_disabled_commands_are_grey_and_do_nothing(desk: Desk, palette: CommandPalette) -> None:
    QTest.keyClicks(palette.edit, "undo")
    index = palette.commands.index(listed(palette).index("Undo"))
    assert not index.flags() & Qt.ItemFlag.ItemIsEnabled
    palette.list.setCurrentIndex(index)
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_escape_closes_it(desk: Desk, palette: CommandPalette) -> None:
    QTest.keyClick(palette, Qt.Key.Key_Escape)
    assert not any(one.isVisible() for one in desk.window.findChildren(CommandPalette))


def test_the_keyboard_stays_in_the_line_and_moves_stop_at_the_ends(
    palette: CommandPalette,
) -> None:
    QTest.keyClick(palette.edit, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 0
    for _ in range(40):
        QTest.keyClick(palette.edit, Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() == palette.commands.rowCount() - 1


def test_english_words_find_a_command_in_any_language(desk: Desk, palette: CommandPalette) -> None:
    from dataclasses import replace

    entry = next(one for one in palette.commands.entries if one.text == "Scorecard")
    shown = ("оцінка моделі", "модель", "що показує модель")
    translated = replace(entry, searched=(shown, entry.searched[1]))
    assert score(translated, "scorecard") is not None
    assert score(translated, "ОЦІН") is not None
    assert score(translated, "walk") is None


def test_screen_readers_hear_text_menu_and_keys(palette: CommandPalette) -> None:
    row = listed(palette).index("Open a picture")
    told = palette.commands.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Open a picture, File, Ctrl+O"
