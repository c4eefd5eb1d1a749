"""Controls with all that people need of them: text, tooltip, name for screen readers, object name.

A control is made in one call, so that none of the four is forgotten. ``tip`` is the tooltip,
``title`` is what a screen reader calls a control that has no text of its own, and ``name`` is the
object name, by which tests and the stylesheet find the control.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSlider,
    QSpinBox,
    QToolButton,
    QWidget,
)

Control = TypeVar("Control", bound=QWidget)
Button = TypeVar("Button", bound=QAbstractButton)

ARROW_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Steps of the arrow keys in painted widgets: to the right, and down."""


def describe(control: Control, *, title: str = "", tip: str = "", name: str = "") -> Control:
    """Set what is given of accessible name, tooltip and object name; return the control."""
    if title:
        control.setAccessibleName(title)
    if tip:
        control.setToolTip(tip)
    if name:
        control.setObjectName(name)
    return control


def make_button(
    text: str,
    tip: str = "",
    name: str = "",
    *,
    on_click: Callable[[], object] | None = None,
    takes_focus: bool = True,
) -> QPushButton:
    """Return a push button; screen readers say its text.

    Args:
        text: shown on it.
        tip: the tooltip.
        name: the object name.
        on_click: called without arguments.
        takes_focus: False leaves the keyboard where it is when the button is clicked, as beside
            the canvas; the Tab key reaches the button all the same.
    """
    button = _clicked(describe(QPushButton(text), tip=tip, name=name), on_click)
    # Otherwise each button that is focused in a dialog becomes its default button.
    button.setAutoDefault(False)
    if not takes_focus:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def make_tool_button(
    title: str, tip: str = "", name: str = "", *, on_click: Callable[[], object] | None = None
) -> QToolButton:
    """Return a flat button that shows an icon; a click leaves the keyboard where it is."""
    button = _clicked(describe(QToolButton(), title=title, tip=tip, name=name), on_click)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def make_check_box(text: str, tip: str = "", name: str = "", *, is_on: bool = False) -> QCheckBox:
    """Return a check box; screen readers say its text."""
    box = describe(QCheckBox(text), tip=tip, name=name)
    box.setChecked(is_on)
    return box


def make_combo(
    title: str,
    tip: str = "",
    name: str = "",
    *,
    items: Iterable[str | tuple[str, object]] = (),
    least_letters: int = 0,
    follows_items: bool = False,
) -> QComboBox:
    """Return a combo box.

    Args:
        title: what screen readers call it.
        tip: the tooltip.
        name: the object name.
        items: texts, or texts with their data.
        least_letters: width that it keeps, in letters, however long its items are; 0 for a box
            as wide as its longest item.
        follows_items: its width follows its items when they change; otherwise it keeps the width
            that it is first shown with.
    """
    combo = describe(QComboBox(), title=title, tip=tip, name=name)
    for item in items:
        if isinstance(item, str):
            combo.addItem(item)
        else:
            combo.addItem(*item)
    if follows_items:
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    if least_letters:
        combo.setMinimumContentsLength(least_letters)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo


def make_line_edit(
    title: str, tip: str = "", name: str = "", *, hint: str = "", can_clear: bool = False
) -> QLineEdit:
    """Return a line edit.

    Args:
        title: what screen readers call it.
        tip: the tooltip.
        name: the object name.
        hint: shown while it is empty.
        can_clear: it shows a button that empties it.
    """
    edit = describe(QLineEdit(), title=title, tip=tip, name=name)
    edit.setPlaceholderText(hint)
    edit.setClearButtonEnabled(can_clear)
    return edit


def make_slider(
    title: str, tip: str = "", name: str = "", *, low: int = 0, high: int = 100
) -> QSlider:
    """Return a horizontal slider from ``low`` to ``high``."""
    slider = describe(QSlider(Qt.Orientation.Horizontal), title=title, tip=tip, name=name)
    slider.setRange(low, high)
    return slider


def make_spin_box(
    title: str, tip: str = "", name: str = "", *, low: int = 0, high: int = 100
) -> QSpinBox:
    """Return a box for a whole number from ``low`` to ``high``."""
    box = describe(QSpinBox(), title=title, tip=tip, name=name)
    box.setRange(low, high)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    box.lineEdit().setTextMargins(0, 0, 4, 0)
    return box


def make_progress_bar(title: str, name: str = "", *, total: int = 100) -> QProgressBar:
    """Return a progress bar without text; ``total`` 0 shows work of unknown length."""
    bar = describe(QProgressBar(), title=title, name=name)
    bar.setRange(0, total)
    bar.setTextVisible(False)
    return bar


def _clicked(button: Button, on_click: Callable[[], object] | None) -> Button:
    if on_click is not None:
        # Qt passes "checked", which the function does not take.
        button.clicked.connect(lambda _=False: on_click())
    return button
