"""The settings while the window is open: widgets listen to them and change them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_cvae.gui.settings import Settings


class Preferences(QObject):
    """Holds the settings in use.

    Args:
        settings: the settings as read.

    Signals:
        changed: a field has another value.
        requested(str, object): the user wants that field to have that value, now.
    """

    changed = Signal()
    requested = Signal(str, object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings

    def change(self, **fields: Any) -> None:
        """Set some fields.

        Raises:
            InvalidData: a value does not fit its field.
        """
        changed = replace(self.settings, **fields)
        if changed != self.settings:
            self.settings = changed
            self.changed.emit()

    def request(self, field: str, value: object) -> None:
        """Set a field, and tell those who act on it.

        Raises:
            InvalidData: the value does not fit the field.
        """
        self.change(**{field: value})
        self.requested.emit(field, value)
