"""The settings while the window is open: who shows them listens, who changes them tells."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_cvae.gui.settings import Settings


class Preferences(QObject):
    """Holds the settings in use.

    Args:
        settings: that were read.

    Signals:
        changed: some field is another.
        wished(str, object): the user wants that field to have that value, now.
    """

    changed = Signal()
    wished = Signal(str, object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings

    def change(self, **fields: Any) -> None:
        """Set some fields.

        Raises:
            InvalidSpec: a value is none of its field's.
        """
        changed = replace(self.settings, **fields)
        if changed != self.settings:
            self.settings = changed
            self.changed.emit()

    def wish(self, field: str, value: object) -> None:
        """Set a field, and let whom it concerns act on it.

        Raises:
            InvalidSpec: the value is none of the field's.
        """
        self.change(**{field: value})
        self.wished.emit(field, value)
