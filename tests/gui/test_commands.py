"""The table of commands: complete, without doubles, and true of the window."""

from __future__ import annotations

from importlib import import_module

import pytest
from PySide6.QtGui import QAction
from window_desk import Desk

from desktop_cvae.gui.commands import THEMES, Command, all_commands
from desktop_cvae.gui.theme import CHOICES

COMMANDS = [command for command, _ in all_commands()]


def test_ids_names_and_keys_are_given_once() -> None:
    for values in (
        [command.id for command in COMMANDS],
        [command.object_name for command in COMMANDS],
        [key for command in COMMANDS for key in command.keys],
    ):
        assert len(values) == len(set(values))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_each_does_one_thing_and_says_what(command: Command) -> None:
    assert command.help
    assert bool(command.opens) != bool(command.run)
    if command.opens:
        assert callable(import_module(f"desktop_cvae.gui.{command.opens}").build_dialog)


def test_the_window_has_an_action_for_each(desk: Desk) -> None:
    for command in COMMANDS:
        action = desk.window.findChild(QAction, command.object_name)
        assert action is desk.window.menus.actions[command.id]
        assert [keys.toString() for keys in action.shortcuts()] == [
            key.replace("Delete", "Del") for key in command.keys
        ]
        assert action.toolTip()


def test_menus_lead_to_them() -> None:
    paths = {command.id: [menu.id for menu in menus] for command, menus in all_commands()}
    assert paths["record_lesson"] == ["file", "lessons"]
    assert paths["engine_keras"] == ["model", "engine"]
    assert paths["label_3"] == []


def test_every_theme_is_offered() -> None:
    assert set(THEMES) == set(CHOICES)


def test_the_pen_gets_thinner_and_broader_by_one(desk: Desk) -> None:
    pens, actions = desk.window.input.pen_bar, desk.window.menus.actions
    seen = []
    for command in ("thinner_pen", "thinner_pen", *["broader_pen"] * 3):
        actions[command].trigger()
        seen.append(pens.width_name)
    assert seen == ["Thin", "Thin", "Medium", "Broad", "Broad"]
