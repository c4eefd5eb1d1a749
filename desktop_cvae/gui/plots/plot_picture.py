"""The comparison's plots: the worker draws them, the window only shows their pixels.

Matplotlib takes up to a tenth of a second for a plot, which the window must not wait for;
here it is imported and used beside it. Each figure belongs to one job, none to pyplot.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.csv_tables import Table
from desktop_cvae.core.language import mark, tr
from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.exporting.export import Draw, Export, file_name, plot_export
from desktop_cvae.gui.theme import Theme, current_theme
from desktop_cvae.workers.job_runner import JobRunner

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from desktop_cvae.figures.plot_style import PlotStyle


LEGEND_PX = 30.0
MAX_POINTS = 1000
"""In a map a third of a dialog wide; while matplotlib's C draws points, Python waits for it."""


@dataclass(frozen=True)
class Paper:
    """On what is drawn.

    Attributes:
        width: in logical pixels, > 0.
        height: the same.
        sharpness: pixels of the screen for each logical one.
        theme: the colours.
        family: the window's font.
        text_px: its size.
    """

    width: int
    height: int
    sharpness: float
    theme: Theme
    family: str
    text_px: int


def draw_picture(draw: Draw, paper: Paper) -> Any:
    """Draw; returns uint8, (H, W, 4), red, green, blue, alpha."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from desktop_cvae.figures.plot_style import DPI, FALLBACK_FAMILY, PlotStyle

    figure = Figure(figsize=(paper.width / DPI, paper.height / DPI), dpi=DPI * paper.sharpness)
    canvas = FigureCanvasAgg(figure)
    family = paper.family if _is_known(paper.family) else FALLBACK_FAMILY
    draw(figure, PlotStyle(paper.theme, family, paper.text_px, paper.text_px - 1))
    canvas.draw()
    return np.array(canvas.buffer_rgba())


def digits_plot(originals: FloatArray, rows: Sequence[tuple[str, FloatArray]]) -> Draw:
    """The originals, (N, 28, 28), above each model's reconstructions."""

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.comparison_figures import draw_reconstructions

        draw_reconstructions(figure, originals, rows, style)

    return draw


def maps_plot(maps: Sequence[tuple[str, LatentMap]], label_names: Sequence[str]) -> Draw:
    """Latent maps side by side over a legend of the labels."""

    def draw(figure: Figure, style: PlotStyle) -> None:
        from desktop_cvae.figures.comparison_figures import label_legend
        from desktop_cvae.figures.latent_figure import draw_latent_maps
        from desktop_cvae.figures.plot_style import figure_size

        thin = [(name, _thinned(latent_map)) for name, latent_map in maps]
        draw_latent_maps(figure, thin, style, LEGEND_PX)
        label_legend(figure, label_names, figure_size(figure)[1] - LEGEND_PX + 4, style)

    return draw


def _thinned(latent_map: LatentMap) -> LatentMap:
    """The same map with at most ``MAX_POINTS`` of its points, in their order."""
    step = -(-len(latent_map.labels) // MAX_POINTS) or 1
    return dataclasses.replace(
        latent_map,
        codes=latent_map.codes[::step],
        labels=latent_map.labels[::step],
        digits=latent_map.digits[::step],
    )


def _is_known(family: str) -> bool:
    from matplotlib import font_manager

    return any(entry.name == family for entry in font_manager.fontManager.ttflist)


SETTLE_MS = 120
"""While the window's edge is dragged, the old picture is stretched."""
MIN_SIDE_PX = 40
LEAST_FILE_PX = (560.0, 340.0)
DRAWING = mark("Drawing …")


class PlotPicture(QWidget):
    """Asks for its picture when it is seen and has changed; shows the old one meanwhile.

    Args:
        name: what it shows, for screen readers.
        compose: gives what is to be drawn, or None while there is nothing.
        runner: the worker.
        tabulate: gives the numbers in it, for who takes the plot along.
    """

    def __init__(
        self,
        name: str,
        compose: Callable[[], Draw | None],
        runner: JobRunner,
        tabulate: Callable[[], Table] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tabulate = tabulate
        self.setAccessibleName(name)
        # The keyboard reaches its menu.
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
        """What is shown."""
        return self._picture

    def export(self) -> Export | None:
        """The plot as it can leave the window; None while there is none."""
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
        """Draw anew in the new colours, when next seen."""
        if event.type() is QEvent.Type.PaletteChange:
            self.refresh()
        super().changeEvent(event)

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
            current_theme(),
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
