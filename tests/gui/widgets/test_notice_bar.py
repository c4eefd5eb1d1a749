"""The bar's buttons: what can be done about a notice."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_cvae.gui.session import Notice, NoticeAction
from desktop_cvae.gui.widgets.notice_bar import INFORMATION_MS, OFFER_MS, NoticeBar


def make_bar(qtbot: QtBot) -> NoticeBar:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(900, 400)
    over.show()
    return NoticeBar(over)


def test_a_button_does_what_it_says_and_closes_the_notice(qtbot: QtBot) -> None:
    bar, done = make_bar(qtbot), []
    actions = tuple(NoticeAction(text, partial(done.append, text)) for text in ("Use", "Compare"))
    bar.show_notice(Notice("Ready.", is_warning=False, actions=actions))
    assert [button.text() for button in bar.actions_[:2]] == ["Use", "Compare"]
    assert not bar.actions_[2].isVisible()
    assert bar._leaving.interval() == OFFER_MS
    bar.actions_[1].click()
    assert done == ["Compare"]
    assert not bar.isVisible()


def test_an_action_may_raise_the_next_notice(qtbot: QtBot) -> None:
    bar = make_bar(qtbot)
    second = Notice("Second.")
    go = NoticeAction("Go", lambda: bar.show_notice(second))
    bar.show_notice(Notice("First.", actions=(go,)))
    bar.actions_[0].click()
    assert bar.isVisible()
    assert bar.notice is second
    assert not bar.actions_[0].isVisible()


def test_only_the_notice_that_is_shown_is_withdrawn(qtbot: QtBot) -> None:
    bar = make_bar(qtbot)
    old, new = Notice("Old.", is_warning=False), Notice("New.", is_warning=False)
    bar.show_notice(old)
    assert bar._leaving.interval() == INFORMATION_MS
    bar.show_notice(new)
    bar.withdraw(old)
    assert bar.isVisible()
    bar.withdraw(new)
    assert not bar.isVisible()


@pytest.mark.parametrize(("width", "leaves_free"), [(1240, True), (900, True), (420, False)])
def test_what_it_lies_between_stays_free_where_there_is_room(
    qtbot: QtBot, width: int, leaves_free: bool
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(width, 300)
    before, after = QWidget(parent), QWidget(parent)
    before.setGeometry(0, 10, 300, 30)
    after.setGeometry(width - 60, 10, 60, 30)
    bar = NoticeBar(parent, between=(before, after))
    parent.show()
    bar.show_notice(Notice("Take a short tour of the window.", is_warning=False))
    assert bar.geometry().intersects(before.geometry()) is not leaves_free
    assert bar.geometry().intersects(after.geometry()) is not leaves_free
