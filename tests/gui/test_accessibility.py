"""Every widget has a name, a role and a place in the tab order.

``DESKTOP_CVAE_WIDGETS=table.md pytest tests/gui/test_accessibility.py`` writes them down.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessible_widgets import is_painted_kind, told_of
from every_dialog import DIALOGS, open_dialog
from fake_runs import MakeRun
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QTabWidget, QWidget
from window_desk import Desk

from desktop_cvae import gui
from desktop_cvae.gui.accessibility import ROLES, speak_for_painted_widgets
from desktop_cvae.gui.latent.label_legend import LabelLegend

HEADS = "\n## {}\n\n| Tab | widget | name | role | told one by one |\n|---|---|---|---|---|\n"


@pytest.fixture(autouse=True)
def spoken() -> None:
    """As the program does at its start."""
    speak_for_painted_widgets()


def write_down(title: str, lines: list[str]) -> None:
    """Add a table to the file that is asked for."""
    if path := os.environ.get("DESKTOP_CVAE_WIDGETS"):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(HEADS.format(title) + "".join(f"{line}\n" for line in lines))


def painted_kinds() -> Iterator[type[QWidget]]:
    """All of our classes that paint themselves and have no role from Qt."""
    for module in pkgutil.walk_packages(gui.__path__, f"{gui.__name__}."):
        for kind in vars(importlib.import_module(module.name)).values():
            has_one = (QAbstractButton, QAbstractItemView, QLabel)
            is_ours = isinstance(kind, type) and kind.__module__ == module.name
            if is_ours and is_painted_kind(kind) and not issubclass(kind, has_one):
                yield kind


def pages(desk: Desk, window: QWidget, name: str) -> Iterator[str]:
    """The window as it is, then with every other tab in front, one after the other."""
    yield name
    for tabs in window.findChildren(QTabWidget):
        first = tabs.currentIndex()
        for index in range(tabs.count()):
            if index != first and tabs.isVisibleTo(window) and tabs.isTabEnabled(index):
                tabs.setCurrentIndex(index)
                desk.settle()
                yield f"{name}: {tabs.tabText(index)}"
        tabs.setCurrentIndex(first)


def test_every_painted_widget_has_a_role() -> None:
    # Qt has roles for a window and for the frame around a widget; bases have those of their kinds.
    frames = {"MainWindow", "FocusRing", "Spotlight", "PlotCanvas", "MapCanvas", "EvidenceTable"}
    assert {kind.__name__ for kind in painted_kinds()} - frames == set(ROLES)


@pytest.mark.parametrize("name", ["window", *DIALOGS])
def test_all_widgets_are_named_and_reached(desk: Desk, make_run: MakeRun, name: str) -> None:
    desk.draw(3)
    is_window = name == "window"
    window = desk.window if is_window else open_dialog(desk, make_run, name)
    for title in pages(desk, window, name):
        told = told_of(window)
        write_down(title, [one.line() for one in told])
        assert [(one.line(), one.faults) for one in told if one.faults] == [], title
    if not is_window:
        window.close()


def test_the_evidence_is_told_row_by_row(desk: Desk) -> None:
    desk.draw(3)
    bars = desk.window.answer.bars
    told = QAccessible.queryAccessibleInterface(bars)
    assert (told.role(), told.childCount()) == (QAccessible.Role.List, 10)
    assert told.child(3).text(QAccessible.Text.Name).startswith("3: ")
    assert told.child(3).role() is QAccessible.Role.ListItem
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    assert told.child(3).state().focused
    QTest.keyClick(bars, Qt.Key.Key_Down)
    assert told.child(4).state().focused
    assert not told.child(3).state().focused
    place = told.child(4).rect().center()
    assert told.indexOfChild(told.childAt(place.x(), place.y())) == 4
    # What is not shown any more is told no longer.
    row = told.child(3)
    bars.set_recognition(None, None)
    assert told.childCount() == 0
    assert not row.isValid()


def test_a_hidden_label_says_so(qtbot: object) -> None:
    legend = LabelLegend()
    legend.set_names(("a", "b"))
    legend.set_hidden(frozenset({1}))
    told = QAccessible.queryAccessibleInterface(legend)
    names = [told.child(at).text(QAccessible.Text.Name) for at in range(told.childCount())]
    assert names == ["a", "b, hidden"]
