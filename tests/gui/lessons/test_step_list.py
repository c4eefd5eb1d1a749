"""The recorder's list shows a number, title and thumbnail for each step, and tells choices."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_cvae.core.drawing_record import DrawingRecord, StrokeRecord
from desktop_cvae.gui.lessons.step_list import THUMBNAIL_PX, StepList, thumbnail
from desktop_cvae.library.lesson_content import LessonStep
from desktop_cvae.library.session_record import SessionRecord

LINE = DrawingRecord((StrokeRecord(0.1, False, ((0.2, 0.5), (0.8, 0.5))),))
STEPS = (LessonStep("A line", window=SessionRecord(LINE)), LessonStep(), LessonStep("Three"))


@pytest.fixture
def steps(qtbot: QtBot) -> StepList:
    steps = StepList()
    qtbot.addWidget(steps)
    steps.show_steps(STEPS, 1)
    return steps


def titles(steps: StepList) -> list[str]:
    model = steps.model()
    return [model.data(model.index(row, 0)) for row in range(steps.count)]


def darkest(icon: QIcon) -> int:
    image = icon.pixmap(THUMBNAIL_PX, THUMBNAIL_PX).toImage()
    values = [
        image.pixelColor(x, y).lightness()
        for x in range(image.width())
        for y in range(image.height())
    ]
    return max(values) - min(values)


def test_a_step_without_a_title_has_its_number(steps: StepList) -> None:
    assert titles(steps) == ["1  A line", "Step 2", "3  Three"]
    assert steps.currentIndex().row() == 1


def test_the_thumbnail_shows_the_drawing(steps: StepList) -> None:
    icon = steps.model().data(steps.model().index(0, 0), Qt.ItemDataRole.DecorationRole)
    assert darkest(icon) > 100
    assert darkest(thumbnail(DrawingRecord())) == 0


def test_only_the_users_choice_is_told(steps: StepList) -> None:
    chosen: list[int] = []
    steps.step_chosen.connect(chosen.append)
    steps.show_steps(STEPS[:2], 0)
    steps.show_steps(STEPS, 2)
    assert chosen == []
    QTest.keyClick(steps, Qt.Key.Key_Up)
    assert chosen == [1]


def test_renaming_a_step_keeps_the_current_one(steps: StepList) -> None:
    steps.show_steps((STEPS[0], LessonStep("Second"), STEPS[2]), 1)
    assert titles(steps)[1] == "2  Second"
    assert steps.currentIndex().row() == 1
