"""A matplotlib figure that is drawn once and then only shown.

It is drawn in the window's type and colours, and remembers where its data lie on the widget, so
that they can be pointed at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.figures.plot_style import DPI, FALLBACK_FAMILY, PlotStyle
from desktop_cvae.gui.theme import current_theme


@dataclass(frozen=True)
class PlotFrame:
    """A linear map between data and widget coordinates.

    Attributes:
        left: of the axes, as a share of the widget's width.
        top: of the axes, as a share of the widget's height.
        width: of the axes, as a share of the widget's width.
        height: of the axes, as a share of the widget's height.
        x_range: data at the left and right edge.
        y_range: data at the bottom and top edge.
    """

    left: float
    top: float
    width: float
    height: float
    x_range: tuple[float, float]
    y_range: tuple[float, float]

    def rect(self, size: QSizeF) -> QRectF:
        """The axes in a widget of that size, in logical pixels."""
        return QRectF(
            self.left * size.width(),
            self.top * size.height(),
            self.width * size.width(),
            self.height * size.height(),
        )

    def to_widget(self, x: float, y: float, size: QSizeF) -> QPointF:
        """Data → logical pixels."""
        rect = self.rect(size)
        across = (x - self.x_range[0]) / (self.x_range[1] - self.x_range[0])
        up = (y - self.y_range[0]) / (self.y_range[1] - self.y_range[0])
        return QPointF(rect.left() + across * rect.width(), rect.bottom() - up * rect.height())

    def to_data(self, place: QPointF, size: QSizeF) -> tuple[float, float]:
        """Logical pixels → data."""
        rect = self.rect(size)
        across = (place.x() - rect.left()) / max(rect.width(), 1e-9)
        up = (rect.bottom() - place.y()) / max(rect.height(), 1e-9)
        return (
            self.x_range[0] + across * (self.x_range[1] - self.x_range[0]),
            self.y_range[0] + up * (self.y_range[1] - self.y_range[0]),
        )


SETTLE_MS = 120
"""While the window's edge is dragged, the old picture is stretched."""

RECOLOR_MS = 250
"""The windows wear another theme first: a drawing takes the event loop 80 ms by itself."""

MIN_SIDE_PX = 40


class FigureCanvas(FigureCanvasQTAgg):  # type: ignore[misc]
    """Shows a figure's picture; draws it anew after :meth:`refresh` and when a resize has settled.

    A transparent child widget over it moves without any work of matplotlib.

    Signals:
        redrawn: the figure was drawn and ``frame`` is another one.

    Args:
        compose: fills an empty figure of the right size and returns its axes.
    """

    redrawn = Signal()

    def __init__(self, compose: Callable[[Figure], Any], parent: QWidget | None = None) -> None:
        super().__init__(Figure(dpi=DPI))
        # Not matplotlib's own palette, which no theme would reach.
        self.setPalette(QPalette())
        self.setParent(parent)
        self._compose = compose
        self._picture: QImage | None = None
        self._stale = True
        self._extent = (QSize(), 0.0)
        self.draw_count = 0
        self.frame: PlotFrame | None = None
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self.refresh)
        self._recolored = QTimer(self, singleShot=True, interval=RECOLOR_MS)
        self._recolored.timeout.connect(self.refresh)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 140)

    def refresh(self) -> None:
        """Draw anew when next seen; many calls cost one drawing."""
        self._stale = True
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in the new colours, after the rest of the window has them."""
        # Matplotlib sets a palette while we are still being built.
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_recolored"):
            self._recolored.start()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture; draw it before if it is stale."""
        if self._stale and not self._settled.isActive():
            self._draw_picture()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(current_theme().surface))
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._picture)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretch the picture for now. Matplotlib's own would draw at every step."""
        extent = (self.size(), self.devicePixelRatioF())
        if extent == self._extent:
            return
        self._extent = extent
        self._stale = True
        if self._picture is not None:
            self._settled.start()
        for child in self.findChildren(QWidget):
            child.setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the window; matplotlib's own would swallow them."""
        event.ignore()

    def _draw_picture(self) -> None:
        if min(self.width(), self.height()) < MIN_SIDE_PX:
            return
        self.figure.clear()
        self.figure.set_size_inches(self.width() / DPI, self.height() / DPI, forward=False)
        axes = self._compose(self.figure)
        FigureCanvasAgg.draw(self)
        pixels = self.buffer_rgba()
        height, width, _ = pixels.shape
        picture = QImage(pixels, width, height, QImage.Format.Format_RGBA8888)
        self._picture = picture.copy()
        self.frame = _frame(axes)
        self._stale = False
        self.draw_count += 1
        self.redrawn.emit()


class Overlay(QWidget):
    """What moves over a figure; does nothing by itself."""

    def __init__(self, canvas: FigureCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        canvas.redrawn.connect(self.update)
        self.setMouseTracking(True)
        self.setGeometry(canvas.rect())

    @property
    def frame(self) -> PlotFrame | None:
        """Where data lie; None before the first drawing."""
        return self._canvas.frame

    @property
    def extent(self) -> QSizeF:
        """The overlay's size."""
        return QSizeF(self.size())


def _frame(axes: Any) -> PlotFrame:
    box = axes.get_position()
    x_range, y_range = axes.get_xlim(), axes.get_ylim()
    return PlotFrame(
        float(box.x0),
        float(1.0 - box.y1),
        float(box.width),
        float(box.height),
        (float(x_range[0]), float(x_range[1])),
        (float(y_range[0]), float(y_range[1])),
    )


def plot_style(font: QFont) -> PlotStyle:
    """The style that goes with a widget's font."""
    info = QFontInfo(font)
    family = info.family() if info.family() in _known_families() else FALLBACK_FAMILY
    return PlotStyle(current_theme(), family, info.pixelSize(), info.pixelSize() - 1)


@lru_cache(maxsize=1)
def _known_families() -> frozenset[str]:
    return frozenset(entry.name for entry in font_manager.fontManager.ttflist)
