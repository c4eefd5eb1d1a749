"""A line of text that is elided where there is no room; its tooltip has the whole text."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

LEAST_WIDTH = 40


def plain_tip(text: str) -> str:
    """Escape text from outside for a tooltip: Qt would render what looks like HTML."""
    return f"<p>{escape(text)}</p>".replace("\n", "<br>") if "<" in text else text


class ElidedLabel(QLabel):
    """Shows as much of its text as there is room for.

    Args:
        role: one of the stylesheet's.
        mode: which part is left out; the middle for paths.
        tip: the tooltip while all is shown.
    """

    def __init__(
        self,
        role: str,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        *,
        tip: str = "",
    ) -> None:
        super().__init__()
        self._mode, self._tip = mode, tip
        self.setProperty("role", role)
        # Names of files and models may look like HTML, which Qt would take for rich text.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), self._mode, self.width())

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_the_rest()

    def say(self, text: str) -> None:
        self.setText(text)
        self._tell_the_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(self.rect(), self.alignment(), self.shown)

    def _tell_the_rest(self) -> None:
        is_whole = self.shown == self.text()
        self.setToolTip(self._tip if is_whole else plain_tip(self.text()))
