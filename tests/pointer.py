"""A mouse for widgets that are not on a screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


def move_mouse(
    widget: QWidget, place: QPoint | QPointF, held: Qt.MouseButton = Qt.MouseButton.NoButton
) -> None:
    """Send a move to the widget, without a button or with one held down."""
    at = QPointF(place)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, widget.mapToGlobal(at), none, held, Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(widget, event)


def leave(widget: QWidget) -> None:
    """Take the mouse away."""
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
