"""Light, dark, or as the system has it; can be changed at any time."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop_cvae.gui.session import Session
from desktop_cvae.gui.style import apply_theme, window_font
from desktop_cvae.gui.theme import DARK, LIGHT, system_theme

CHOICES = ("system", "light", "dark")


class Appearance(QObject):
    """Applies the chosen theme to the application and tells the session.

    Args:
        app: gets style, font, palette and stylesheet.
        session: its ``theme`` follows.
        choice: one of ``CHOICES``.
    """

    def __init__(self, app: QApplication, session: Session, choice: str) -> None:
        super().__init__(app)
        self._app, self._session = app, session
        self.choice = choice
        app.setStyle("Fusion")
        app.setFont(window_font())
        # The signal also comes when we set a palette; an equal theme changes nothing.
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self._applied = ""
        self._apply()

    def choose(self, choice: str) -> None:
        """Take another of ``CHOICES``."""
        self.choice = choice
        self._apply()

    def toggle(self) -> None:
        """Dark instead of light, or light instead of dark."""
        self.choose("light" if self._session.theme.is_dark else "dark")

    def _apply(self) -> None:
        theme = {"light": LIGHT, "dark": DARK}.get(self.choice) or system_theme()
        if theme.name != self._applied:
            self._applied = theme.name
            apply_theme(self._app, theme)
            self._session.set_theme(theme)
