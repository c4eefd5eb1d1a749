"""A button with one of our icons that follows the theme."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_cvae.gui.icons import icon
from desktop_cvae.gui.theme import Theme

ICON_PX = 18


class ToolButton(QToolButton):
    """An icon, a tooltip, an accessible name.

    Args:
        icon_name: of ``gui.icons``.
        name: for tests and screen readers; the object name is made of it.
        tip: the tooltip.
        theme: gives the icon's colour.
    """

    def __init__(
        self, icon_name: str, name: str, tip: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setObjectName(name.lower().replace(" ", "_"))
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Colour the icon."""
        self.setIcon(icon(self._icon_name, theme.text))

    def set_icon(self, icon_name: str, theme: Theme) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self.set_theme(theme)

    def set_flat(self) -> None:
        """Show a frame only under the pointer."""
        self.setProperty("flat", True)
