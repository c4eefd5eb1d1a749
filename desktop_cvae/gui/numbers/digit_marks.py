"""How a digit is marked, the same over the picture and in the text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from desktop_cvae.gui.numbers.number_page import NumberPage
from desktop_cvae.gui.theme import Theme


def mark_color(page: NumberPage, index: int, theme: Theme, plain: str) -> QColor:
    """Unsure in the colour of warnings, corrected in the accent, else ``plain``."""
    if page.is_corrected(index):
        return QColor(theme.accent)
    return QColor(theme.warning if page.is_unsure(index) else plain)


def mark_pen(page: NumberPage, index: int, theme: Theme, plain: str, width: float) -> QPen:
    """As a pen: dashed where unsure, dotted where refused, so that colour is not all that tells."""
    pen = QPen(mark_color(page, index, theme, plain), width)
    if page.is_refused(index):
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 2.2])
    elif page.is_unsure(index):
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.5, 2.0])
    return pen
