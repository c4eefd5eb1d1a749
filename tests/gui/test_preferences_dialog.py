"""Preferences: in force at once, remembered, reset, and never wished by what is only shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from window_desk import Desk, MakeDesk

from desktop_cvae.core.errors import InvalidData
from desktop_cvae.gui.explanations.tour import Tour
from desktop_cvae.gui.preferences import Preferences
from desktop_cvae.gui.preferences_dialog import PreferencesDialog
from desktop_cvae.gui.settings import Settings
from desktop_cvae.gui.theme import DARK, LIGHT, current_theme


def open_preferences(desk: Desk) -> PreferencesDialog:
    desk.key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.window.findChild(PreferencesDialog)
    assert dialog is not None
    return dialog


@pytest.fixture
def wishes(desk: Desk) -> list[tuple[str, object]]:
    made: list[tuple[str, object]] = []
    desk.window.preferences.requested.connect(lambda field, value: made.append((field, value)))
    return made


def test_every_choice_is_in_force_at_once_and_kept(
    desk: Desk, wishes: list[tuple[str, object]], use_theme: Callable[..., None]
) -> None:
    dialog = open_preferences(desk)
    dialog.theme.segment("dark").click()
    assert current_theme() == DARK
    dialog.pen.segment("Broad").click()
    assert desk.window.input.pen_bar.width_name == "Broad"
    dialog.scale.setValue(15)
    assert dialog.percent.text() == "150 %"
    dialog.start.setCurrentIndex(dialog.start.findData("plain"))
    dialog.start.activated.emit(0)
    dialog.engine.setCurrentIndex(1)
    dialog.engine.activated.emit(1)
    desk.settle()
    assert desk.source.loads[-1][1] == "keras"
    dialog.thinking.setValue(30)
    dialog.recent.click()
    kept = desk.window.remembered()
    assert (kept.theme, kept.pen, kept.text_scale) == ("dark", "Broad", 1.5)
    assert (kept.start_model, kept.engine, kept.keeps_recent) == ("plain", "keras", False)
    assert kept.thinking_steps == 30
    assert [field for field, _ in wishes] == [
        *("theme", "pen", "text_scale", "start_model", "engine", "thinking_steps"),
        "keeps_recent",
    ]
    dialog.reset.click()
    desk.settle()
    kept = desk.window.remembered()
    assert (kept.pen, kept.text_scale, kept.start_model) == ("Medium", 1.0, "")
    assert (kept.theme, kept.engine, kept.keeps_recent) == ("system", "onnx", True)
    assert dialog.scale.value() == 10
    dialog.close()
    desk.window.run("theme_light")
    assert current_theme() == LIGHT


def test_to_show_them_wishes_nothing(desk: Desk, wishes: list[tuple[str, object]]) -> None:
    dialog = open_preferences(desk)
    desk.key(Qt.Key.Key_BracketRight)
    desk.window.run("theme_light")
    desk.session.set_models(desk.session.models[:1])
    QTest.qWaitForWindowActive(dialog)
    dialog.changeEvent(QEvent(QEvent.Type.ActivationChange))
    assert dialog.pen.value == "Broad"
    assert dialog.theme.value == "light"
    assert dialog.start.count() == 2
    assert not wishes
    dialog.close()


def test_forgetting_the_files_and_wanting_none(make_desk: MakeDesk) -> None:
    desk = make_desk(Settings(recent=("/a.png",)))
    dialog = open_preferences(desk)
    dialog.forget.click()
    assert desk.window.remembered().recent == ()
    assert not dialog.forget.isEnabled()
    desk.window.preferences.change(recent=("/a.png",))
    dialog.recent.click()
    assert desk.window.remembered().recent == ()
    dialog.close()


def test_a_model_that_is_gone_stays_the_choice(make_desk: MakeDesk) -> None:
    desk = make_desk(Settings(start_model="gone"))
    dialog = open_preferences(desk)
    assert dialog.start.currentText() == "gone"
    assert desk.window.remembered().start_model == "gone"
    dialog.close()


def test_it_is_opened_once(desk: Desk) -> None:
    assert open_preferences(desk) is open_preferences(desk)
    assert len(desk.window.findChildren(PreferencesDialog)) == 1
    open_preferences(desk).close()


def test_what_is_no_value_is_refused_and_changes_nothing(qtbot: object) -> None:
    preferences = Preferences(Settings())
    told: list[None] = []
    preferences.changed.connect(lambda: told.append(None))
    with pytest.raises(InvalidData):
        preferences.request("text_scale", 9.0)
    preferences.change(theme="system")
    assert preferences.settings == Settings()
    assert not told


def test_the_tour_is_shown_again(desk: Desk) -> None:
    dialog = open_preferences(desk)
    dialog.tour.click()
    assert not dialog.isVisible()
    (tour,) = desk.window.findChildren(Tour)
    tour.end()


def test_another_language_is_kept_and_offers_a_restart(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    dialog = open_preferences(desk)
    restarts: list[None] = []
    desk.window.restart_requested.connect(lambda: restarts.append(None))
    assert [dialog.language.itemText(at) for at in range(dialog.language.count())] == [
        *("Same as the system", "English", "Українська")
    ]
    assert dialog.restart_row.isHidden()
    dialog.language.setCurrentIndex(2)
    dialog.language.activated.emit(2)
    assert desk.window.remembered().language == "uk"
    assert not dialog.restart_row.isHidden()
    dialog.restart.click()
    assert len(restarts) == 1
    dialog.reset.click()
    assert desk.window.remembered().language == ""
    assert dialog.restart_row.isHidden()
    dialog.close()
