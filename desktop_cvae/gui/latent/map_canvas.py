"""The picture of the latent map: points, decoded digits, and what moves over them.

Tested in tests/gui/latent/test_map_view.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QResizeEvent

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.figures.latent_figure import LatentOverlay, LatentPlot, Look, PosteriorEllipse
from desktop_cvae.figures.plot_style import PlotStyle
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.latent.latent_jobs import Grid, Manifold, Point
from desktop_cvae.gui.latent.plane_view import PlaneView, caption, whole_view
from desktop_cvae.gui.plots.plot_canvas import PlotCanvas
from desktop_cvae.gui.plots.plot_frame import PlotFrame
from desktop_cvae.gui.theme import current_theme

CATCH_UP_MS = 80
"""While the map moves, it is redrawn at this interval; in between its picture glides."""
TICKS_PX = 20
"""Room that the numbers take below and beside the axes."""
SETTLE_MS, CELLS = 60, 400
"""About 400 pictures are decoded when zooming and panning have paused for 60 ms."""
NO_POINTS = np.zeros((0, 2), np.float32)


class MapCanvas(PlotCanvas):
    """Points and pictures are drawn once for each view; what moves is blitted over them.

    Args:
        explorer: what is looked at.
        layer: ``points``, ``digits`` or ``both``.

    Attributes:
        hovered: the point of the plane under the mouse, or None.
        decoded: what the model writes there; None until it is known.
        outline: a lasso, or the line of a walk.
        is_walk: True if the outline is not closed.
        is_framed: True while the keyboard's focus is shown.
    """

    def __init__(self, explorer: LatentExplorer, layer: str = "points") -> None:
        super().__init__()
        self.explorer = explorer
        self.hovered: Point | None = None
        self.decoded: FloatArray | None = None
        self.outline: Sequence[Point] = ()
        self.is_walk = self.is_framed = False
        self._layer = layer
        self._view: PlaneView | None = None
        self._manifold: Manifold | None = None
        self._plot: LatentPlot | None = None
        self._overlay: LatentOverlay | None = None
        self._home: tuple[object, QSize, PlaneView] | None = None
        self._drawn: PlotFrame | None = None
        self._catch_up = QTimer(self, singleShot=True, interval=CATCH_UP_MS)
        self._catch_up.timeout.connect(self.redraw)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._decode_manifold)
        self.setAccessibleName(tr("Latent map"))
        explorer.map_changed.connect(self._on_map_changed)
        explorer.legend_changed.connect(self.redraw)
        explorer.digits_read.connect(self._on_digits_read)
        moved = (explorer.drawing_changed, explorer.spot_changed, explorer.pinned_changed)
        for signal in (*moved, explorer.pointed_changed, explorer.selection_changed):
            signal.connect(self.refresh)
        explorer.label_changed.connect(self._settle)
        explorer.manifold_decoded.connect(self._on_manifold_decoded)
        self._settle()

    @property
    def view(self) -> PlaneView:
        return self._view or self.home

    @property
    def home(self) -> PlaneView:
        latent_map, size = self.explorer.map, self.size()
        if self._home is None or self._home[0] is not latent_map or self._home[1] != size:
            self._home = (latent_map, size, whole_view(latent_map, size))
        return self._home[2]

    @property
    def frame(self) -> PlotFrame:
        """The map between the plane and the widget."""
        return self.view.frame(self.size())

    @property
    def layer(self) -> str:
        return self._layer

    @property
    def manifold(self) -> Manifold | None:
        return self._manifold

    def show_layer(self, layer: str) -> None:
        self._layer = layer
        self.redraw()
        self._settle()

    def show_view(self, view: PlaneView | None) -> None:
        """Show a part of the plane, or the whole map, without telling."""
        self._view = view
        # Not started anew, so that a long zoom is drawn at every interval and not only at its end.
        if self.is_drawn and not self._catch_up.isActive():
            self._catch_up.start()
        self.refresh()
        self._settle()

    def show_range_of(self, other: MapCanvas) -> None:
        """Show at least the part of the plane that another map shows, without telling."""
        view, mine, theirs = other._view, self.frame.rect, other.frame.rect
        if view is not None:
            scale = min(mine.width() / theirs.width(), mine.height() / theirs.height())
            view = PlaneView(view.x, view.y, view.unit_px * scale)
        self.show_view(view)

    def sizeHint(self) -> QSize:
        return QSize(380, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def compose(self, figure: Figure, style: PlotStyle) -> None:
        self._plot = self._overlay = None
        figure.set_facecolor(style.theme.surface)
        if self.explorer.map is not None:
            names, digits = self.explorer.session.label_names, self.explorer.digits
            self._plot = LatentPlot(
                figure, self.explorer.map, style, label_names=names, digits=digits
            )
            self._overlay = LatentOverlay(self._plot, style)

    def refit(self) -> None:
        if self._plot is not None:
            self._plot.fill()
        self.redraw()

    def arrange(self) -> None:
        plot, explorer, frame = self._plot, self.explorer, self.frame
        self._drawn = frame
        self._catch_up.stop()
        if plot is None:
            return
        plot.show(frame.x_range, frame.y_range)
        manifold = None if self._layer == "points" else self._manifold
        if manifold is None:
            plot.set_pictures(None)
        else:
            grid = manifold.grid
            plot.set_pictures(manifold.pixels, (grid.left, grid.right), (grid.bottom, grid.top))
        plot.set_look(Look(self._layer != "digits", explorer.hidden, explorer.highlighted))

    def moving(self) -> Iterable[Artist]:
        overlay, explorer = self._overlay, self.explorer
        if overlay is None or explorer.map is None:
            return ()
        points, spot = explorer.map.points, explorer.spot
        has_neighbours = spot is not None and self._layer != "digits"
        overlay.mark_neighbours(points[spot.neighbours] if has_neighbours and spot else NO_POINTS)
        overlay.mark_pointed(NO_POINTS if explorer.pointed is None else points[[explorer.pointed]])
        overlay.show_posterior(self._posterior())
        overlay.show_outline(self.outline, is_closed=not self.is_walk)
        frame = self.frame
        overlay.mark_points(
            [
                point
                for point in (explorer.pinned, self.hovered)
                if point is not None and frame.rect.contains(frame.to_widget(*point))
            ]
        )
        overlay.show_focus(self.is_framed)
        overlay.show_card(*self._card())
        return overlay.moving

    @property
    def is_gliding(self) -> bool:
        return self.is_drawn and self._drawn != self.frame

    def show_picture(self, painter: QPainter, image: QImage) -> None:
        """Paint the picture; while the map moves, the last one, shifted or scaled."""
        super().show_picture(painter, image)
        if not self.is_gliding or self._drawn is None:
            return
        rect, last, frame = self.frame.rect, self._drawn, self.frame
        corners = ((last.x_range[0], last.y_range[1]), (last.x_range[1], last.y_range[0]))
        target = QRectF(*(frame.to_widget(*corner) for corner in corners))
        parts = [(rect.adjusted(1, 1, -1, -1), rect, target)]
        if abs(target.width() - rect.width()) < 0.5:
            # The numbers move along, each with its axis.
            below = QRectF(rect.left() - TICKS_PX, rect.bottom() + 1, rect.width() + 28, TICKS_PX)
            beside = QRectF(16, 0, rect.left() - 17, rect.bottom() + TICKS_PX / 2)
            parts.append((below, below, below.translated(target.left() - rect.left(), 0)))
            parts.append((beside, beside, beside.translated(0, target.top() - rect.top())))
        ground, ratio = QColor(current_theme().surface), image.devicePixelRatio()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for clip, source, target in parts:
            painter.setClipRect(clip)
            painter.fillRect(clip, ground)
            pixels = QRectF(source.topLeft() * ratio, source.size() * ratio)
            painter.drawImage(target, image, pixels)

    def _posterior(self) -> PosteriorEllipse | None:
        drawing, latent_map = self.explorer.drawing, self.explorer.map
        if drawing is None or drawing.log_var is None or latent_map is None:
            return None
        (center,) = latent_map.plane.project(drawing.code[np.newaxis])
        spread = latent_map.plane.project_variances(np.exp(drawing.log_var))
        name = "" if drawing.label is None else self.explorer.name_of(drawing.label)
        return PosteriorEllipse(center, spread, drawing.label, name)

    def _card(self) -> tuple[FloatArray | None, Point, list[str]]:
        """Return the digit decoded under the mouse, else at the pinned point, with its caption."""
        explorer, point, image = self.explorer, self.hovered, self.decoded
        spot = explorer.spot
        if point is None:
            point = explorer.pinned
            image = spot.image if spot is not None and spot.kind == "place" else None
        if point is None:
            return None, (0.0, 0.0), []
        lines = [caption(point)]
        if explorer.label is not None:
            lines.insert(0, tr("as {name}", name=explorer.name_of(explorer.label)))
        return image, point, lines

    def _on_map_changed(self) -> None:
        self._view = self._manifold = self.hovered = self.decoded = None
        self.outline = ()
        self.recompose()
        self._settle()

    def _on_digits_read(self) -> None:
        if self._plot is not None:
            self._plot.digits = self.explorer.digits
            self.redraw()

    def _on_manifold_decoded(self, view: object, manifold: Manifold) -> None:
        if view is self:
            self._manifold = manifold
            self.redraw()

    def _settle(self) -> None:
        if self._layer != "points" and self.explorer.map is not None:
            self._settled.start()

    def _decode_manifold(self) -> None:
        frame = self.frame
        side = np.sqrt(frame.rect.width() * frame.rect.height() / CELLS)
        columns, rows = (
            max(1, round(length / side)) for length in (frame.rect.width(), frame.rect.height())
        )
        self.explorer.decode_manifold(self, Grid(*frame.x_range, *frame.y_range, columns, rows))
