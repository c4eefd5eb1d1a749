"""The search bar gives the query that its fields say, and tells when it changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from desktop_cvae.core.results import UNSURE
from desktop_cvae.gui.archive.search_bar import MONTH, SPAN, TODAY, WEEK, YEAR, SearchBar
from desktop_cvae.library.archive_entries import Query


@pytest.fixture
def bar(qtbot: QtBot) -> SearchBar:
    bar = SearchBar()
    qtbot.addWidget(bar)
    bar.offer(("3", "7"), ("studio",))
    return bar


def test_at_first_everything_is_searched(bar: SearchBar) -> None:
    assert bar.query() == Query()
    assert not bar.is_narrowed


def test_each_field_narrows_the_search(bar: SearchBar) -> None:
    bar.text.setText("  sum ")
    bar.label.setCurrentIndex(bar.label.findData("7"))
    bar.verdict.setCurrentIndex(bar.verdict.findData(UNSURE))
    bar.model.setCurrentIndex(bar.model.findData("studio"))
    bar.certainty.setCurrentIndex(bar.certainty.findData("likely"))
    bar.order.setCurrentIndex(bar.order.findData("oldest"))
    bar.starred.setChecked(True)
    assert bar.query() == Query(
        text="sum",
        label="7",
        verdict=UNSURE,
        model="studio",
        least=0.9,
        most=0.99,
        starred=True,
        order="oldest",
    )
    bar.clear()
    assert bar.query() == Query(order="oldest")
    assert not bar.is_narrowed


@pytest.mark.parametrize(("when", "days"), [(TODAY, 0), (WEEK, 6), (MONTH, 29), (YEAR, 364)])
def test_a_span_of_days_ends_today_and_begins_at_midnight(
    bar: SearchBar, when: str, days: int
) -> None:
    bar.when.setCurrentIndex(bar.when.findData(when))
    query = bar.query()
    assert query.until is None
    assert query.since is not None
    local = query.since.astimezone()
    assert (local.hour, local.minute) == (0, 0)
    assert local.date() == datetime.now(UTC).astimezone().date() - timedelta(days)


def test_a_span_includes_both_days_in_either_order(bar: SearchBar) -> None:
    bar.when.setCurrentIndex(bar.when.findData(SPAN))
    bar.first.setDate(QDate(2026, 3, 4))
    bar.last.setDate(QDate(2026, 3, 2))
    query = bar.query()
    assert query.since is not None
    assert query.until is not None
    assert query.since.astimezone().strftime("%m-%d %H:%M") == "03-02 00:00"
    assert query.until.astimezone().strftime("%m-%d %H:%M") == "03-05 00:00"


def test_a_chosen_label_stays_although_it_is_gone(bar: SearchBar) -> None:
    bar.label.setCurrentIndex(bar.label.findData("7"))
    bar.offer(("3",), ())
    assert bar.query().label == "7"
    assert bar.label.count() == 3


def test_a_choice_is_told_at_once_and_typing_after_a_pause(qtbot: QtBot, bar: SearchBar) -> None:
    with qtbot.waitSignal(bar.changed):
        bar.starred.click()
    with qtbot.assertNotEmitted(bar.changed):
        bar.text.setText("4")
    with qtbot.waitSignal(bar.changed):
        pass


def test_a_narrow_bar_puts_the_filters_into_two_rows(qtbot: QtBot, bar: SearchBar) -> None:
    bar.resize(1200, 100)
    bar.show()
    wide = {combo.y() for combo in bar._combos}
    bar.resize(500, 140)
    qtbot.waitUntil(lambda: len({combo.y() for combo in bar._combos}) == 2)
    assert len(wide) == 1
