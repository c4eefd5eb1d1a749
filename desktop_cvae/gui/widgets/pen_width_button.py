"""A button that shows its pen as a dot of the pen's width."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_cvae.gui.theme import Theme

DOT_PX_PER_SHARE = 150
"""Dot diameters of 6, 11 and 16 px for the three pens: told apart at a glance."""


class PenWidthButton(QToolButton):
    """One of the three pens.

    Args:
        name: “Thin”, “Medium” or “Broad”.
        share: the width as a share of the canvas' side.
        theme: gives the dot's colour.
    """

    def __init__(
        self, name: str, share: float, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.share = share
        self._theme = theme
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setObjectName(f"pen_{name.lower()}")
        self.setAccessibleName(f"{name} pen")
        self.setToolTip(f"{name} pen ([ thinner, ] broader)")

    def set_theme(self, theme: Theme) -> None:
        """Colour the dot."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, then the dot."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(self._theme.text))
        radius = self.share * DOT_PX_PER_SHARE / 2
        painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), radius, radius)
        painter.end()
