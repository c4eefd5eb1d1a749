"""Controls carry all of their texts: for the eye, for screen readers, for tests."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop_cvae.gui import controls


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def test_every_control_has_its_texts(qtbot: QtBot) -> None:
    made = (
        controls.make_button("Go", "Start it", "go"),
        controls.make_check_box("Go", "Start it", "go"),
        controls.make_combo("Go", "Start it", "go"),
        controls.make_line_edit("Go", "Start it", "go"),
        controls.make_slider("Go", "Start it", "go"),
        controls.make_spin_box("Go", "Start it", "go"),
    )
    for control in made:
        qtbot.addWidget(control)
        texts = (spoken(control), control.toolTip(), control.objectName())
        assert texts == ("Go", "Start it", "go"), type(control)


def test_a_button_calls_without_arguments_and_may_leave_the_focus(qtbot: QtBot) -> None:
    calls: list[str] = []
    button = controls.make_button("Go", on_click=lambda: calls.append("go"), takes_focus=False)
    qtbot.addWidget(button)
    button.click()
    assert calls == ["go"]
    assert not button.autoDefault()
    assert button.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert controls.make_button("Go").focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_combo_has_its_items_and_width(qtbot: QtBot) -> None:
    combo = controls.make_combo("Model", items=("any", ("studio", 7)), least_letters=9)
    qtbot.addWidget(combo)
    assert [combo.itemText(at) for at in range(combo.count())] == ["any", "studio"]
    assert combo.itemData(1) == 7
    assert combo.minimumContentsLength() == 9
    follows = controls.make_combo("Model", follows_items=True)
    qtbot.addWidget(follows)
    assert follows.sizeAdjustPolicy() is QComboBox.SizeAdjustPolicy.AdjustToContents


def test_ranges_and_hints(qtbot: QtBot) -> None:
    slider = controls.make_slider("Angle", low=-90, high=90)
    bar = controls.make_progress_bar("Progress", total=0)
    edit = controls.make_line_edit("Search", hint="A word", can_clear=True)
    for control in (slider, bar, edit):
        qtbot.addWidget(control)
    assert (slider.minimum(), slider.maximum()) == (-90, 90)
    assert slider.orientation() is Qt.Orientation.Horizontal
    assert (bar.maximum(), bar.isTextVisible()) == (0, False)
    assert (edit.placeholderText(), edit.isClearButtonEnabled()) == ("A word", True)
