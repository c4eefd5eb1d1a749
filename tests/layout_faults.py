"""What is wrong with the layout of a window that is shown: cut texts, parts out of sight."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from desktop_cvae.gui.widgets.digit_view import DigitView
from desktop_cvae.gui.widgets.elided_label import ElidedLabel

SLACK_PX = 1
TEXTS = (QLabel, QPushButton, QCheckBox, QRadioButton)


def faults(window: QWidget) -> list[str]:
    """A line for each fault; nothing if all can be read."""
    # Layouts settle within two turns: one for the sizes, one for what wraps.
    for _ in range(4):
        QApplication.processEvents()
    found = []
    for widget in _shown(window):
        if isinstance(widget, TEXTS) and widget.text() and not isinstance(widget, ElidedLabel):
            found += _cut(widget)
        # Its caption may stand out beside the picture, and is shortened where it would be cut.
        if not isinstance(widget, DigitView):
            found += _outside(widget)
        if isinstance(widget, QScrollArea):
            found += _hidden_sideways(widget)
    return found


def scrolling(window: QWidget) -> set[str]:
    """The kinds of areas that show a scroll bar; tables and lists are no areas."""
    return {
        type(area).__name__
        for area in _shown(window)
        if isinstance(area, QScrollArea)
        and (area.verticalScrollBar().isVisible() or area.horizontalScrollBar().isVisible())
    }


def _shown(window: QWidget) -> list[QWidget]:
    widgets = window.findChildren(QWidget)
    return [w for w in widgets if w.isVisibleTo(window) and w.window() is window]


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", str)() or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} “{text[:40]}”"


def _cut(widget: QLabel | QAbstractButton) -> list[str]:
    """Less room than the text needs."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
        is_cut = widget.height() + SLACK_PX < needed
        return [f"{_name(widget)} is {widget.height()} px high, not {needed}"] if is_cut else []
    hint, size = widget.sizeHint(), widget.size()
    if size.width() + SLACK_PX >= hint.width() and size.height() + SLACK_PX >= hint.height():
        return []
    return [f"{_name(widget)} has {size.toTuple()} px, not {hint.toTuple()}"]


def _outside(widget: QWidget) -> list[str]:
    """Beyond its parent's edge, unless one can scroll there."""
    parent = widget.parentWidget()
    if parent is None or isinstance(parent, QTabBar):
        return []
    grand = parent.parentWidget()
    if isinstance(grand, QAbstractScrollArea) and grand.viewport() is parent:
        return []
    room = parent.rect().adjusted(-SLACK_PX, -SLACK_PX, SLACK_PX, SLACK_PX)
    if room.contains(QRect(widget.pos(), widget.size())):
        return []
    place, size = widget.geometry().getRect(), parent.size().toTuple()
    return [f"{_name(widget)} at {place} leaves {_name(parent)} of {size}"]


def _hidden_sideways(area: QScrollArea) -> list[str]:
    """Content that nobody can scroll to."""
    bar = area.horizontalScrollBar()
    is_hidden = bar.maximum() > 0 and not bar.isVisible()
    return [f"{_name(area)} hides {bar.maximum()} px at its side"] if is_hidden else []
