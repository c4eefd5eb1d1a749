"""A matplotlib figure in the window: the still part is drawn once, what moves is blitted over it.

Importing this module imports matplotlib; the window does so when a tab with a plot is first shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from matplotlib import font_manager
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFontInfo, QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.figures.plot_style import DPI, FALLBACK_FAMILY, PlotStyle
from desktop_cvae.gui.theme import current_theme, tabular_font

if TYPE_CHECKING:
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.transforms import BboxBase

    # Matplotlib has no types for it.
    class FigureCanvasQTAgg(QWidget):
        """The part of matplotlib's canvas that is used here."""

        figure: Figure
        device_pixel_ratio: float

        def __init__(self, figure: Figure) -> None: ...
        def get_renderer(self) -> RendererAgg: ...
        def get_width_height(self, *, physical: bool) -> tuple[int, int]: ...
        def buffer_rgba(self) -> memoryview: ...
        def copy_from_bbox(self, bbox: BboxBase) -> object: ...
        def restore_region(self, region: object) -> None: ...

else:
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg


@lru_cache
def plot_family(family: str) -> str:
    """Return the font family if matplotlib knows it, else the one that comes with matplotlib."""
    known = any(entry.name == family for entry in font_manager.fontManager.ttflist)
    return family if known else FALLBACK_FAMILY


def window_style(widget: QWidget) -> PlotStyle:
    """Return the style of plots on a widget: the theme's colours, the window's type."""
    info = QFontInfo(widget.font())
    size = info.pixelSize()
    return PlotStyle(current_theme(), plot_family(info.family()), size, size - 1)


class PlotCanvas(FigureCanvasQTAgg):
    """A figure that is composed anew for each size and theme.

    A subclass fills the figure in :meth:`compose` and names in :meth:`moving` the animated artists,
    which are drawn over the kept picture of all others. Everything happens on painting: many
    changes between two paintings cost one drawing.

    Attributes:
        still_count: drawings of the still part so far.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Figure(dpi=DPI))
        self.setParent(parent)
        # Matplotlib sets a white palette, with which no change of the theme would arrive.
        self.setPalette(QPalette())
        self.setFont(tabular_font(self.font()))
        self.setMouseTracking(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.still_count = 0
        self._extent: tuple[QSize, float] = (QSize(), 1.0)
        self._still: object = None
        self._is_composed = self._is_current = False

    def compose(self, figure: Figure, style: PlotStyle) -> None:
        """Fill the empty figure, which has its final size."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Bring the still artists up to date; called before they are drawn."""

    def moving(self) -> Iterable[Artist]:
        """Bring the animated artists up to date and return them in the order of drawing."""
        return ()

    @property
    def is_drawn(self) -> bool:
        return self._still is not None

    @property
    def is_gliding(self) -> bool:
        """True while the last picture is shown as it is, moved or scaled."""
        return False

    def show_picture(self, painter: QPainter, image: QImage) -> None:
        painter.drawImage(0, 0, image)

    def recompose(self) -> None:
        """Compose the figure anew with the next painting."""
        self._is_composed = False
        self.redraw()

    def refit(self) -> None:
        """Fit the figure into another size."""
        self.recompose()

    def redraw(self) -> None:
        """Draw the still part anew with the next painting."""
        self._still = None
        self.refresh()

    def refresh(self) -> None:
        """Draw what moves anew with the next painting."""
        self._is_current = False
        self.update()

    def draw_idle(self) -> None:
        """Do nothing: matplotlib asks on each resizing, which :meth:`resizeEvent` looks at."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        extent = (self.size(), self.device_pixel_ratio)
        # Qt sends such an event also to a hidden widget that is grabbed, whatever its size.
        if extent != self._extent:
            self._extent = extent
            self.refit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.recompose()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bring the picture up to date and show it.

        Matplotlib's own painting copies and reorders all pixels, which takes 3 ms for each million;
        Qt reads Agg's buffer as it is, since a figure's ground is opaque.
        """
        if min(self.width(), self.height()) < 1:
            return
        if not self.is_gliding:
            self._bring_up_to_date()
        buffer = self.buffer_rgba()
        width, height = self.get_width_height(physical=True)
        image = QImage(buffer, width, height, 4 * width, QImage.Format.Format_RGBX8888)
        image.setDevicePixelRatio(self.device_pixel_ratio)
        painter = QPainter(self)
        self.show_picture(painter, image)
        painter.end()

    def _bring_up_to_date(self) -> None:
        if not self._is_composed:
            self.figure.clear()
            self.compose(self.figure, window_style(self))
            self._is_composed = True
        if self._still is None:
            # FigureCanvasQTAgg.draw() would schedule another repaint, and so on for ever.
            self.arrange()
            renderer = self.get_renderer()
            renderer.clear()
            self.figure.draw(renderer)
            self.still_count += 1
            self._still = self.copy_from_bbox(self.figure.bbox)
        elif self._is_current:
            return
        self.restore_region(self._still)
        for artist in self.moving():
            self.figure.draw_artist(artist)
        self._is_current = True


# Matplotlib's own handlers would take these events; here they are the subclass's or the parent's.
for _kind in ("mousePress", "mouseRelease", "mouseDoubleClick", "mouseMove", "wheel", "keyPress"):
    setattr(PlotCanvas, f"{_kind}Event", getattr(QWidget, f"{_kind}Event"))
for _kind in ("keyRelease", "enter", "leave"):
    setattr(PlotCanvas, f"{_kind}Event", getattr(QWidget, f"{_kind}Event"))
