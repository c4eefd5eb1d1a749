"""Digit views side by side, the first and the last flush with the card's margins."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.digit_view import MIN_SCALE, SIDE, DigitView, side_for

OVERHANG = 8
"""How far a caption may stand out beside its picture."""


class DigitStrip(QWidget):
    """Places the views itself: the pictures' sides are whole multiples of 28 pixels.

    Args:
        views: by caption, in order.
    """

    def __init__(self, views: Mapping[str, DigitView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views = list(views.values())
        for view in self._views:
            view.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """The height of a view whose picture is as large as the width allows."""
        return self._views[0].height_for_side(self._side(width))

    def sizeHint(self) -> QSize:
        """The smallest pictures, a gap apart."""
        width = len(self._views) * (MIN_SCALE * SIDE + SPACING) - SPACING
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the views evenly over the width."""
        side = self._side(self.width())
        step = (self.width() - side) / max(1, len(self._views) - 1)
        for index, view in enumerate(self._views):
            place = QRect(
                round(index * step) - OVERHANG, 0, side + 2 * OVERHANG, view.height_for_side(side)
            )
            view.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _side(self, width: int) -> int:
        count = len(self._views)
        return side_for((width - (count - 1) * SPACING) // count)
