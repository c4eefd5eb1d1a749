"""A plot that the worker draws and the window only shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.gui.comparison.plotting import Draw, Paper, draw_picture
from desktop_cvae.gui.theme import Theme
from desktop_cvae.workers.job_runner import JobRunner

SETTLE_MS = 120
"""While the window's edge is dragged, the old picture is stretched."""
MIN_SIDE_PX = 40
DRAWING = "Drawing …"


class PlotPicture(QWidget):
    """Asks for its picture when it is seen and has changed; shows the old one meanwhile.

    Args:
        name: what it shows, for screen readers.
        compose: gives what is to be drawn, or None while there is nothing.
        runner: the worker.
        theme: the colours.
    """

    def __init__(
        self,
        name: str,
        compose: Callable[[], Draw | None],
        runner: JobRunner,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._compose, self._runner, self._theme = compose, runner, theme
        self._slot = f"plot {id(self)}"
        self._picture: QImage | None = None
        self._is_stale, self._is_stopped = True, False
        self.draw_count = 0
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self.refresh)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 140)

    @property
    def picture(self) -> QImage | None:
        """What is shown."""
        return self._picture

    def refresh(self) -> None:
        """Draw anew when next seen; many calls cost one drawing."""
        self._is_stale = True
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.refresh()

    def stop(self) -> None:
        """Ask for nothing any more."""
        self._is_stopped = True
        self._settled.stop()
        self._runner.cancel(self._slot)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture; have it drawn if it is stale."""
        if self._is_stale and not self._settled.isActive():
            self._ask()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.surface))
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._picture)
        elif not self._is_stale:
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, DRAWING)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretch the picture for now."""
        self._is_stale = True
        if self._picture is not None:
            self._settled.start()

    def _ask(self) -> None:
        draw = self._compose()
        if draw is None or self._is_stopped or min(self.width(), self.height()) < MIN_SIDE_PX:
            return
        self._is_stale = False
        info = QFontInfo(self.font())
        paper = Paper(
            self.width(),
            self.height(),
            self.devicePixelRatioF(),
            self._theme,
            info.family(),
            info.pixelSize(),
        )
        self._runner.submit(self._slot, partial(draw_picture, draw, paper), self._show, self._fail)

    def _show(self, pixels: Any) -> None:
        height, width, _ = pixels.shape
        format_ = QImage.Format.Format_RGBA8888
        self._picture = QImage(pixels.data, width, height, 4 * width, format_).copy()
        self.draw_count += 1
        self.update()

    def _fail(self, _: Exception) -> None:
        """The old picture stays; the log has the error."""
