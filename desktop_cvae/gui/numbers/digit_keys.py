"""The keys of picture and text: they belong to the digits before the window's menus get them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_cvae.gui.numbers.number_page import NumberPage

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Backtab: -1, Qt.Key.Key_Tab: 1}
LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
TAKING_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class DigitKeys(QObject):
    """Arrows and Tab go from digit to digit, a label's name corrects, Backspace takes back.

    Tab leaves after the last digit, so that the keyboard reaches the rest of the window.

    Args:
        page: is walked and corrected.
        names: gives the labels' names that can be typed.
    """

    def __init__(self, page: NumberPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self.names: tuple[str, ...] = ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the keys before shortcuts, then do what they mean."""
        if not isinstance(event, QKeyEvent) or event.modifiers() & MODIFIERS:
            return False
        if isinstance(watched, QComboBox) and event.text() not in self.names:
            return False  # its arrows and Tab are its own
        if event.type() is QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.accept()
            return True
        return event.type() is QEvent.Type.KeyPress and self._do(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        return key in STEPS or key in LINES or key in TAKING_BACK or event.text() in self.names

    def _do(self, event: QKeyEvent) -> bool:
        key, page = Qt.Key(event.key()), self._page
        if key in STEPS:
            return page.step(STEPS[key]) or key not in TABS
        if key in LINES:
            page.step_line(LINES[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            page.go_to(0 if key is Qt.Key.Key_Home else len(page.digits) - 1)
        elif key in TAKING_BACK:
            page.take_back()
        else:
            return bool(event.text()) and page.correct(event.text())
        return True
