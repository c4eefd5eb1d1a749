"""A segmented choice: a few values side by side in one track."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QWidget

from desktop_cvae.gui.theme import current_theme
from desktop_cvae.gui.widgets.card import row

HEIGHT_PX = 30
"""Least height; larger text makes it higher."""
ABOVE_PX = 6
SIDE_PADDING_PX = 12
RADIUS_PX = 6.0


class Segment(QRadioButton):
    """One choice; painted, and a radio button for assistive tools."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        # A click leaves the focus where it is, so that the window's keys go on working.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        height = max(HEIGHT_PX, metrics.height() + 2 * ABOVE_PX)
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * SIDE_PADDING_PX, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        if self.isChecked():
            painter.setPen(QPen(QColor(current_theme().control), 1))
            painter.setBrush(QColor(current_theme().surface))
            painter.drawRoundedRect(pill, RADIUS_PX - 1.5, RADIUS_PX - 1.5)
        if self.hasFocus():
            painter.setPen(QPen(QColor(current_theme().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(pill, RADIUS_PX - 1.5, RADIUS_PX - 1.5)
        painter.setPen(self._text_color())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _text_color(self) -> QColor:
        lively = self.isChecked() or (self.underMouse() and self.isEnabled())
        color = QColor(current_theme().text if lively else current_theme().muted)
        if not self.isEnabled():
            color.setAlphaF(0.5)
        return color


class SegmentedChoice(QWidget):
    """One of a few named values.

    Arrow keys move within the choice; Space stays the window's.

    Signals:
        chosen(str): the user chose another value.

    Args:
        choices: pairs of value and text.
        name: what is chosen, for assistive tools.
    """

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        name: str,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._segments: dict[str, Segment] = {}
        layout = row(spacing=0)
        self.setLayout(layout)
        for value, text in choices:
            segment = Segment(text, self)
            self._segments[value] = segment
            self._group.addButton(segment)
            layout.addWidget(segment)
        self._group.buttonToggled.connect(self._on_toggled)
        self.set_value(choices[0][0])

    @property
    def value(self) -> str:
        return next(value for value, segment in self._segments.items() if segment.isChecked())

    def segment(self, value: str) -> Segment:
        return self._segments[value]

    def set_value(self, value: str) -> None:
        with QSignalBlocker(self._group):
            self._segments[value].setChecked(True)
        self._keep_one_stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_theme().border), 1))
        painter.setBrush(QColor(current_theme().raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, 6.0)

    def _on_toggled(self, button: QAbstractButton, checked: bool) -> None:
        if checked:
            self._keep_one_stop()
            self.chosen.emit(self.value)

    def _keep_one_stop(self) -> None:
        """Let Tab reach the chosen value; Qt sees to that only after the first focus."""
        for segment in self._segments.values():
            is_stop = segment.isChecked()
            segment.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)
