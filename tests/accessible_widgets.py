"""What assistive tools are told of a window: name, role and place in the tab order."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

USED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
"""What people do something with."""
PARTS = (QScrollBar, QHeaderView)
"""Of other widgets, which speak for them."""
NO_ROLES = (QAccessible.Role.Client, QAccessible.Role.NoRole)


@dataclass(frozen=True)
class Told:
    """One widget.

    Attributes:
        kind: its class.
        name: what is read out.
        role: what it is said to be.
        tab: its place in the tab order, from 1; 0 if Tab does not reach it.
        children: parts that are read out one by one.
        is_used: people do something with it, with the mouse at least.
    """

    kind: str
    name: str
    role: QAccessible.Role
    tab: int
    children: int
    is_used: bool

    @property
    def faults(self) -> list[str]:
        """What is missing."""
        found = [] if self.name else ["no name"]
        found += ["no role"] if self.role in NO_ROLES else []
        return found + (["not reached by Tab"] if self.is_used and not self.tab else [])

    def line(self) -> str:
        """A row of the table."""
        parts = f"{self.children} parts" if self.children else ""
        return f"| {self.tab or '–'} | {self.kind} | {self.name} | {self.role.name} | {parts} |"


def told_of(window: QWidget) -> list[Told]:
    """All widgets of a window that are used or paint themselves, in the tab order."""
    order = tab_order(window)
    found = [_told(w, order) for w in window.findChildren(QWidget) if _counts(w, window)]
    return sorted(found, key=lambda one: (not one.tab, one.tab))


def tab_order(window: QWidget) -> list[QWidget]:
    """What Tab reaches, one after the other."""
    order: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not window and widget is not None:
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(window)
        if reached and widget.window() is window and widget.focusProxy() is None:
            order.append(widget)
        widget = widget.nextInFocusChain()
    return order


def _own_name(widget: QWidget, interface: QAccessibleInterface) -> str:
    """The text of a button or the like; what a list or a field holds is not its name."""
    is_named = isinstance(widget, QAbstractButton | QTabBar)
    return interface.text(QAccessible.Text.Name) if is_named else ""


def _counts(widget: QWidget, window: QWidget) -> bool:
    if widget.window() is not window or not widget.isVisibleTo(window):
        return False
    if isinstance(widget, PARTS) or isinstance(widget.parentWidget(), (QTabBar, QLineEdit)):
        return False
    if isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox):
        return False
    return isinstance(widget, (*USED, QProgressBar)) or is_painted(widget)


def is_painted(widget: QWidget) -> bool:
    """True for a widget of ours that paints itself; a label's text speaks for itself."""
    return not isinstance(widget, QLabel) and is_painted_kind(type(widget))


def is_painted_kind(kind: type) -> bool:
    """True for a class of ours that has a ``paintEvent``."""
    ours = [one for one in kind.__mro__ if one.__module__.startswith("desktop_cvae")]
    return any("paintEvent" in vars(one) for one in ours)


def _told(widget: QWidget, order: list[QWidget]) -> Told:
    target = widget.focusProxy() or widget
    if isinstance(widget, QRadioButton) and (group := widget.group()) is not None:
        # Tab reaches the one that is chosen, arrow keys the others.
        target = group.checkedButton()
    interface = QAccessible.queryAccessibleInterface(widget)
    is_ours = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    return Told(
        kind=type(widget).__name__,
        name=widget.accessibleName() or _own_name(widget, interface),
        role=interface.role(),
        tab=order.index(target) + 1 if target in order else 0,
        children=interface.childCount() if not isinstance(widget, QAbstractScrollArea) else 0,
        is_used=isinstance(widget, USED) or is_ours,
    )
