"""The dialog's buttons: Enter presses none of them by chance."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton


def quiet_button(text: str, tip: str) -> QPushButton:
    """A button that is the default only where it is made so."""
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button
