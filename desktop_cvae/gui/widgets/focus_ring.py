"""A focus ring around painted widgets.

Buttons and fields get theirs from the stylesheet. With the mouse, no ring is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFocusFrame, QWidget
from shiboken6 import isValid

from desktop_cvae.gui.accessibility import ROLES
from desktop_cvae.gui.theme import current_theme

RING_PX = 2


class FocusRing(QFocusFrame):
    """A ring around one widget, placed in its window.

    Args:
        widget: is surrounded.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.setWidget(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress and watched is self.widget():
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_theme().accent), RING_PX))
        inset = RING_PX / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, 4, 4)


class FocusRings(QObject):
    """Follows the focus through all windows of the program.

    Args:
        app: reports where the focus is.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.ring: FocusRing | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Show the ring around a painted widget that got the focus from the keyboard."""
        if self.ring is not None and isValid(self.ring):
            self.ring.deleteLater()
        self.ring = None
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        # A window that opens focuses a widget that the user has not chosen.
        if now is not None and type(now).__name__ in ROLES and before is not None and not by_mouse:
            self.ring = FocusRing(now)
