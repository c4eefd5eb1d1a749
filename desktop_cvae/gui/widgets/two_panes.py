"""Two panes, side by side where there is room, else stacked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from desktop_cvae.gui.theme import SPACING
from desktop_cvae.gui.widgets.card import Column

LEAST_HEIGHT = 160
QWIDGETSIZE_MAX = 2**24 - 1
"""Qt's value for "no maximum", which PySide6 does not export."""


class TwoPanes(QScrollArea):
    """Side by side, the first pane scrolls by itself; stacked, both scroll together.

    Args:
        first: as wide as it must be; takes the whole width where the panes are stacked.
        second: takes the rest; its minimum width is kept.
    """

    def __init__(self, first: Column, second: QWidget) -> None:
        super().__init__()
        self._first, self._second = first, second
        self._least_first = self._first_width = first.minimumWidth()
        self.is_stacked = False
        inner = QWidget()
        inner.setObjectName("column")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * SPACING)
        self._box.addWidget(first)
        self._box.addWidget(second, 1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(inner)
        self._stack(is_stacked=False)

    @property
    def least_width(self) -> int:
        """Width for both side by side, in logical pixels."""
        return self._first_width + self._box.spacing() + self._second.minimumWidth()

    def show_second(self) -> None:
        """Scroll to the second pane, if it is below the first."""
        if self.is_stacked:
            self.verticalScrollBar().setValue(self._second.y())

    def fit_first(self) -> None:
        """Fit the first pane to new content or a new text size."""
        self._first.fit_width()
        self._first_width = max(self._least_first, self._first.minimumWidth())
        self._first.setMinimumWidth(self._first_width)
        self._stack(is_stacked=self.width() < self.least_width)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now does the content have its fonts.
        self.fit_first()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            # Some parts get their fonts only after this.
            QTimer.singleShot(0, self, self.fit_first)

    def sizeHint(self) -> QSize:
        heights = (pane.sizeHint().height() for pane in (self._first, self._second))
        return QSize(self.least_width, max(heights))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._first_width, self._second.minimumWidth()), LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if (is_stacked := self.width() < self.least_width) != self.is_stacked:
            self._stack(is_stacked=is_stacked)
        self._fit_second()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_second()
        return super().eventFilter(watched, event)

    def _stack(self, *, is_stacked: bool) -> None:
        self.is_stacked = is_stacked
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if is_stacked else directions.LeftToRight)
        self._first.setMaximumWidth(QWIDGETSIZE_MAX if is_stacked else self._first_width)
        # At its full height, so that it does not scroll inside the outer scroll area.
        self._first.setMinimumHeight(self._first.sizeHint().height() if is_stacked else 0)

    def _fit_second(self) -> None:
        """Make the stacked second pane as high as the viewport, to scroll to its head."""
        least = max(self.height(), self._second.minimumSizeHint().height())
        if self._second.minimumHeight() != (height := least if self.is_stacked else 0):
            self._second.setMinimumHeight(height)
