"""A button with one of our icons."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_cvae.gui.icons import icon

ICON_PX = 18


class ToolButton(QToolButton):
    """An icon, a tooltip, an accessible name.

    Args:
        icon_name: of ``gui.icons``.
        name: for tests and screen readers; the object name is made of it.
        tip: the tooltip.
    """

    def __init__(self, icon_name: str, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name.lower().replace(" ", "_"))
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setIcon(icon(icon_name))

    def set_flat(self) -> None:
        """Show a frame only under the pointer."""
        self.setProperty("flat", True)
