"""Plots that grow while models are measured: the worker draws them, the window shows their pixels.

Such a plot takes up to a tenth of a second, for which the window must not wait. Plots under the
pointer are :class:`~desktop_cvae.gui.plots.plot_canvas.PlotCanvas` instead.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import numpy.typing as npt
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.csv_tables import Table
from desktop_cvae.core.language import mark, tr
from desktop_cvae.figures.plot_style import DPI, PlotStyle
from desktop_cvae.gui.exporting.export import DrawFigure, Export, file_name, plot_export
from desktop_cvae.gui.plots.plot_canvas import window_style
from desktop_cvae.gui.theme import current_theme
from desktop_cvae.workers.job_runner import JobRunner

SETTLE_MS = 120
"""Pause before a resized plot is drawn anew; until then its picture is stretched."""
MIN_SIDE_PX = 40
LEAST_FILE_PX = (560.0, 340.0)
DRAWING = mark("Drawing …")


def draw_picture(
    draw: DrawFigure, size_px: tuple[int, int], sharpness: float, style: PlotStyle
) -> npt.NDArray[np.uint8]:
    """Draw a figure; return its pixels, uint8, (H, W, 4), red, green, blue, alpha.

    Args:
        draw: fills the figure.
        size_px: width and height in logical pixels.
        sharpness: pixels of the screen for each logical one.
        style: colours and type.
    """
    width, height = size_px
    figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI * sharpness)
    canvas = FigureCanvasAgg(figure)
    draw(figure, style=style)
    canvas.draw()
    # A copy: the buffer goes with its canvas.
    return np.array(canvas.buffer_rgba())


class PlotPicture(QWidget):
    """Asks for its picture when it is seen and has changed; shows the old one meanwhile.

    Args:
        name: what it shows, for screen readers.
        compose: gives what is to be drawn, or None while there is nothing.
        runner: the worker.
        tabulate: gives the plotted numbers, for exports.
    """

    def __init__(
        self,
        name: str,
        compose: Callable[[], DrawFigure | None],
        runner: JobRunner,
        tabulate: Callable[[], Table] | None = None,
    ) -> None:
        super().__init__()
        self._tabulate = tabulate
        self.setAccessibleName(name)
        # With the focus, the keyboard reaches the export menu.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._compose, self._runner = compose, runner
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
        return self._picture

    def export(self) -> Export | None:
        draw = self._compose()
        if draw is None:
            return None
        name = self.accessibleName()
        rows = None if self._tabulate is None else self._tabulate()
        size = (max(float(self.width()), LEAST_FILE_PX[0]), max(self.height(), LEAST_FILE_PX[1]))
        table = None if rows is None else lambda: rows
        return plot_export(f"“{name}”", file_name(name.lower()), draw, size, table)

    def refresh(self) -> None:
        """Draw anew when next seen; many calls cost one drawing."""
        self._is_stale = True
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self.refresh()
        super().changeEvent(event)

    def stop(self) -> None:
        self._is_stopped = True
        self._settled.stop()
        self._runner.cancel(self._slot)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Asked for on painting, so that a plot in a hidden tab is not computed.
        if self._is_stale and not self._settled.isActive():
            self._ask()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(current_theme().surface))
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._picture)
        elif not self._is_stale:
            painter.setPen(QColor(current_theme().muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr(DRAWING))
        if self.hasFocus():
            painter.setPen(QPen(QColor(current_theme().accent), 1.5))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._is_stale = True
        if self._picture is not None:
            self._settled.start()

    def _ask(self) -> None:
        draw = self._compose()
        if draw is None or self._is_stopped or min(self.width(), self.height()) < MIN_SIDE_PX:
            return
        self._is_stale = False
        size, sharpness = (self.width(), self.height()), self.devicePixelRatioF()
        job = partial(draw_picture, draw, size, sharpness, window_style(self))
        self._runner.submit(self._slot, job, self._show, self._fail)

    def _show(self, pixels: npt.NDArray[np.uint8]) -> None:
        height, width, _ = pixels.shape
        format_ = QImage.Format.Format_RGBA8888
        # A copy, because a QImage only refers to the array's memory.
        self._picture = QImage(pixels.data, width, height, 4 * width, format_).copy()
        self.draw_count += 1
        self.update()

    def _fail(self, _: Exception) -> None:
        """Keep the old picture; the log has the error."""
