"""Actions of the menus: enabled and checked as the window is, filled when first seen."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu
from window_desk import Desk

from desktop_cvae.gui.lessons.sample_lessons import SAMPLE_LESSONS


def menu_of(desk: Desk, title: str) -> QMenu:
    return next(menu for menu in desk.window.findChildren(QMenu) if menu.title() == title)


def test_undo_is_enabled_by_a_stroke_and_names_it(desk: Desk) -> None:
    undo = desk.window.menus.actions["undo"]
    assert not undo.isEnabled()
    desk.draw(3)
    assert undo.isEnabled()
    assert undo.text() == "&Undo stroke"
    desk.window.run("undo")
    desk.settle()
    assert desk.window.menus.actions["redo"].isEnabled()


def test_check_marks_follow_the_window(desk: Desk) -> None:
    actions = desk.window.menus.actions
    assert actions["theme_light"].isChecked()
    desk.window.run("toggle_theme")
    assert actions["theme_dark"].isChecked()
    assert not actions["theme_light"].isChecked()
    desk.window.run("theme_light")
    assert desk.appearance.choice == "light"
    desk.window.run("wide_canvas")
    assert actions["wide_canvas"].isChecked()
    assert actions["engine_onnx"].isChecked()


def test_a_mode_that_cannot_be_entered_is_not_checked(desk: Desk) -> None:
    desk.window.run("several_digits")
    assert desk.window.menus.actions["several_digits"].isChecked() == desk.window.several.is_active
    desk.window.several.leave()
    assert not desk.window.menus.actions["several_digits"].isChecked()


def test_the_models_are_listed_and_chosen(desk: Desk) -> None:
    names = [action.text() for action in menu_of(desk, "&Choose").actions()]
    assert names == [entry.name for entry in desk.session.models]
    other = next(action for action in menu_of(desk, "&Choose").actions() if not action.isChecked())
    name = other.text()
    other.trigger()
    desk.settle()
    assert desk.session.model is not None
    assert desk.session.model.entry.name == name
    (chosen,) = [one.text() for one in menu_of(desk, "&Choose").actions() if one.isChecked()]
    assert chosen == name


def test_lists_are_filled_when_they_are_seen(desk: Desk) -> None:
    for title in ("Sample p&ictures", "&Explain"):
        menu = menu_of(desk, title)
        assert menu.isEmpty()
        menu.aboutToShow.emit()
        count = len(menu.actions())
        assert count > 5
        menu.aboutToShow.emit()
        assert len(menu.actions()) == count
    lessons = menu_of(desk, "&Lessons")
    own = len(lessons.actions())
    lessons.aboutToShow.emit()
    lessons.aboutToShow.emit()
    assert len(lessons.actions()) == own + len(SAMPLE_LESSONS)
