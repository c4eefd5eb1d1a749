"""How large a dialog opens: as large as it likes to be, never larger than its screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME = QSize(8, 40)
"""What a desktop's own frame and title bar take, in logical pixels."""


def available_size(window: QWidget) -> QSize:
    """The most that a window can have inside its frame, on the screen that it is on."""
    return window.screen().availableSize() - FRAME


def open_at(window: QWidget, wish: QSize) -> None:
    """Give a window the size that it likes to have, bounded by its screen."""
    window.resize(wish.boundedTo(available_size(window)))


def make_room(window: QWidget, height: int) -> None:
    """Grow by so many pixels in height, as far as the screen allows; a maximised one stays."""
    if not window.isMaximized() and not window.isFullScreen():
        most = max(window.height(), available_size(window).height())
        window.resize(window.width(), min(window.height() + height, most))
