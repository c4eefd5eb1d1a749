"""Layouts that are emptied and filled again."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_cvae.gui.widgets.card import clear, column, row


def let_die() -> None:
    """Delete what is to be deleted later, and Python's records of it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def test_a_cleared_layout_leaves_no_widget_and_no_gap(qtbot: QtBot) -> None:
    window, inner = QWidget(), [QLabel("a"), QLabel("b")]
    qtbot.addWidget(window)
    box = column(QLabel("first"), row(*inner, None))
    box.addSpacing(8)
    window.setLayout(box)
    window.show()
    clear(box)
    assert box.count() == 0
    # Nothing is painted over what comes next.
    assert not any(label.isVisible() for label in window.findChildren(QLabel))
    let_die()
    assert window.findChildren(QWidget) == []
    assert not any(map(isValid, inner))
    box.addWidget(QLabel("next"))
    let_die()
    assert [label.text() for label in window.findChildren(QLabel)] == ["next"]


def test_a_widget_that_has_moved_stays(qtbot: QtBot) -> None:
    window, other, label = QWidget(), QWidget(), QLabel("moved")
    for widget in (window, other):
        qtbot.addWidget(widget)
        widget.setLayout(column())
    first, second = window.layout(), other.layout()
    assert first is not None
    assert second is not None
    first.addWidget(label)
    first.addWidget(QLabel("goes"))
    second.addWidget(label)
    other.show()
    clear(first)
    let_die()
    assert isValid(label)
    assert label.isVisible()


def test_a_button_may_clear_its_own_layout(qtbot: QtBot) -> None:
    """A number that is read alone is clicked in the row that is then filled anew."""
    window, clicked = QWidget(), []
    qtbot.addWidget(window)
    box = column()
    window.setLayout(box)

    def fill() -> None:
        clear(box)
        button = QPushButton("again")
        button.clicked.connect(fill)
        box.addWidget(button)
        clicked.append(button)

    fill()
    window.show()
    for _ in range(5):
        QTest.mouseClick(clicked[-1], Qt.MouseButton.LeftButton)
        let_die()
    assert [isValid(button) for button in clicked] == [False] * 5 + [True]
