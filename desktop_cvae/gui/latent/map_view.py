"""The map: points and pictures that one zooms into, hovers over, pins and picks out."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.latent.latent_jobs import Grid, Manifold, Place, are_inside
from desktop_cvae.gui.latent.map_painting import (
    ALPHA,
    ALPHA_OVER_PICTURES,
    Points,
    View,
    caption,
    circle,
    paint_axes,
    paint_card,
    paint_manifold,
    paint_origin,
    paint_outline,
    paint_posterior,
    paint_ring,
    transform_of,
    whole_view,
)
from desktop_cvae.gui.latent.plane_chooser import KEYS_TIP
from desktop_cvae.gui.plots.plot_frame import PlotFrame
from desktop_cvae.gui.theme import current_theme, tabular_font

RING_RADIUS_PX = 5.0
KEY_STEP = 0.02
"""Of the view's width, for an arrow key."""
DRAG_PX = 4
"""A press that moves less is a click."""
ZOOM = 1.25
NEAREST_ZOOM, FARTHEST_ZOOM = 60.0, 0.25
"""Beside the view of the whole map."""
SETTLE_MS, CELLS = 60, 400
"""Pictures, so many, are decoded when zooming and panning pause so long."""
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class MapView(QWidget):
    """The digits on the plane, the drawing among them, and what is decoded in between.

    The ground, points, pictures and axes, is painted once for each view; what moves is painted
    over it.

    Args:
        explorer: what is looked at.
        layer: ``points``, ``digits`` or ``both``.

    Signals:
        view_changed: ``view`` is another, by the user's hand.
        lasso_changed(bool): a drag picks digits out, or moves the map.
    """

    view_changed = Signal()
    lasso_changed = Signal(bool)

    def __init__(
        self, explorer: LatentExplorer, layer: str = "points", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._points: Points | None = None
        self._layer = layer
        self._view: View | None = None
        self._ground: QImage | None = None
        self._manifold: Manifold | None = None
        self._hovered: Place | None = None
        self._decoded: FloatArray | None = None
        self._pressed: QPointF | None = None
        self._last: QPointF | None = None
        self._lasso: list[Place] | None = None
        self._outline: list[Place] = []
        self._extent = QSize()
        self._is_framed = False
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._decode_manifold)
        tip = tr("Draw a line around digits to see them (L)")
        self.lasso = ToolButton("lasso", tr("Lasso"), tip)
        self.walk = ToolButton("walk", tr("Walk"), tr("Draw a line to walk along it (W)"))
        for drawing in (self.lasso, self.walk):
            drawing.setCheckable(True)
        self.whole = ToolButton("whole", tr("Whole map"), tr("Show the whole map again (Home)"))
        keys = ToolButton("help", tr("Help"), tr(KEYS_TIP))
        self.tools = [self.lasso, self.walk, self.whole, keys]
        self.setMouseTracking(True)
        self.setFont(tabular_font(self.font()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Latent map"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._connect(explorer)
        self._on_map_changed()

    @property
    def frame(self) -> PlotFrame:
        """Where the plane lies on the widget."""
        return self.view.frame(self._size)

    @property
    def view(self) -> View:
        """What is seen."""
        return self._view or self._home()

    @property
    def layer(self) -> str:
        """What is shown: ``points``, ``digits`` or ``both``."""
        return self._layer

    @property
    def place(self) -> Place | None:
        """The place under the mouse, else the pinned one."""
        return self._hovered or self._explorer.pinned

    @property
    def manifold(self) -> Manifold | None:
        """The pictures that are under the points."""
        return self._manifold

    def add_tool(self, button: ToolButton) -> None:
        """Set one more button into the corner of the map."""
        self.tools.append(button)
        self._place_tools()

    def show_layer(self, layer: str) -> None:
        """Show ``points``, ``digits`` or ``both``."""
        self._layer = layer
        self._renew()
        self._settle()

    def show_view(self, view: View | None) -> None:
        """Show a part of the plane, or the whole map, without telling."""
        self._view = view
        self._renew()
        self._settle()

    def show_range_of(self, other: MapView) -> None:
        """Show the part of the plane that another map shows, at least, without telling."""
        view, mine, theirs = other._view, self.frame.rect(self._size), other.frame.rect(other._size)
        if view is not None:
            share = min(mine.width() / theirs.width(), mine.height() / theirs.height())
            view = View(view.x, view.y, view.unit_px * share)
        self.show_view(view)

    def sizeHint(self) -> QSize:
        """For a panel of usual size."""
        return QSize(380, 360)

    def minimumSizeHint(self) -> QSize:
        """Enough for axes and card."""
        return QSize(200, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another part of the plane is seen."""
        self._place_tools()
        if self.size() != self._extent:
            self._extent = self.size()
            self._renew()
            self._settle()

    def changeEvent(self, event: QEvent) -> None:
        """Wear another theme."""
        if event.type() is QEvent.Type.PaletteChange:
            self._renew()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, then all that moves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._ground.devicePixelRatio() != ratio:
            self._ground = self._painted_ground(ratio)
        painter.drawImage(0, 0, self._ground)
        painter.setClipRect(self.frame.rect(self._size))
        explorer, frame = self._explorer, self.frame
        if explorer.map is not None and explorer.spot is not None and self._layer != "digits":
            for x, y in explorer.map.points[explorer.spot.neighbours].tolist():
                at = frame.to_widget(x, y, self._size)
                paint_ring(painter, at, RING_RADIUS_PX, current_theme().text, 1.25)
        if explorer.map is not None and explorer.pointed is not None:
            x, y = map(float, explorer.map.points[explorer.pointed])
            at = frame.to_widget(x, y, self._size)
            paint_ring(painter, at, 1.6 * RING_RADIUS_PX, current_theme().accent, 2.5)
        if explorer.map is not None and explorer.drawing is not None:
            label = explorer.drawing.label
            name = "" if label is None else explorer.name_of(label)
            paint_posterior(painter, explorer.drawing, explorer.map, frame, self._size, name)
        self._paint_lasso(painter)
        painter.setClipping(False)
        painter.setFont(self.font())
        self._paint_places(painter)
        if self._is_framed:
            painter.setPen(QPen(QColor(current_theme().accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.frame.rect(self._size))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Decode the place under the mouse; with the button down move the map or the lasso."""
        at = event.position()
        if self._pressed is None:
            self._hover(at)
            return
        if self._lasso is not None:
            self._lasso.append(self._place_at(at))
            self.update()
        elif self._last is not None or (at - self._pressed).manhattanLength() > DRAG_PX:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            step = at - (self._last or self._pressed)
            self._last, self._hovered = at, None
            self._see(self.view.moved(step.x(), step.y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, a drag or a lasso."""
        if event.button() is Qt.MouseButton.LeftButton and self._is_inside(event.position()):
            self._pressed, self._last = event.position(), None
            is_shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if self.lasso.isChecked() or self.walk.isChecked() or is_shift:
                self._hovered = None
                self._lasso = [self._place_at(event.position())]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pin the place, or pick out what the lasso holds."""
        pressed, self._pressed = self._pressed, None
        self.setCursor(Qt.CursorShape.CrossCursor)
        if pressed is None:
            return
        if self._lasso is not None and self.walk.isChecked():
            line, self._lasso = self._lasso, None
            self._explorer.walk(line)
        elif self._lasso is not None:
            self._outline, self._lasso = self._lasso, None
            self._select_inside()
        elif self._last is None:
            self._explorer.pin(self._place_at(pressed))
        self._hover(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom where the mouse is."""
        self._zoom(ZOOM ** (event.angleDelta().y() / 120), self._place_at(event.position()))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to the pinned place."""
        self._hovered = None
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus where the keyboard brought it."""
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        # A dialog that opens sends such an event, too, to what has no focus yet.
        self._is_framed = self.hasFocus() and event.reason() in reasons
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        self._is_framed = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See ``KEYS_TIP``; other keys are the window's."""
        key, is_shift = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self._points is None:
            super().keyPressEvent(event)
        elif key in STEPS and is_shift:
            rect = self.frame.rect(self._size)
            right, up = STEPS[key]
            self._see(self.view.moved(-0.1 * right * rect.width(), 0.1 * up * rect.height()))
        elif key in STEPS:
            self._move_pin(*STEPS[key])
        elif not self._do(key):
            super().keyPressEvent(event)

    def _do(self, key: Qt.Key) -> bool:
        """True if the key means something here."""
        middle = self.place or (self.view.x, self.view.y)
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(ZOOM, middle)
        elif key == Qt.Key.Key_Minus:
            self._zoom(1 / ZOOM, middle)
        elif key == Qt.Key.Key_Home:
            self._see(None)
        elif key == Qt.Key.Key_L:
            self.lasso.toggle()
        elif key == Qt.Key.Key_W:
            self.walk.toggle()
        elif key == Qt.Key.Key_S:
            self._select_around(middle)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._explorer.spot is not None:
            self._explorer.use(self._explorer.spot.image, tr("a place of the latent map"))
        elif key == Qt.Key.Key_Escape and self._outline:
            self._outline = []
            self._explorer.select(np.zeros(0, np.int64))
        elif key == Qt.Key.Key_Escape and self._explorer.pinned is not None:
            self._hovered = None
            self._explorer.pin(None)
        else:
            return False
        return True

    @property
    def _size(self) -> QSizeF:
        return QSizeF(self.size())

    def _connect(self, explorer: LatentExplorer) -> None:
        explorer.map_changed.connect(self._on_map_changed)
        explorer.legend_changed.connect(self._renew)
        for moved in (explorer.drawing_changed, explorer.spot_changed, explorer.pinned_changed):
            moved.connect(self.update)
        explorer.pointed_changed.connect(self.update)
        explorer.label_changed.connect(self._on_label_changed)
        explorer.selection_changed.connect(self._on_selection_changed)
        explorer.place_decoded.connect(self._on_place_decoded)
        explorer.manifold_decoded.connect(self._on_manifold_decoded)
        lasso, walk = self.lasso, self.walk
        lasso.toggled.connect(self.lasso_changed)
        lasso.toggled.connect(lambda on: walk.setChecked(walk.isChecked() and not on))
        walk.toggled.connect(lambda on: lasso.setChecked(lasso.isChecked() and not on))
        self.whole.clicked.connect(lambda: self._see(None))

    def _on_map_changed(self) -> None:
        latent_map = self._explorer.map
        self._points = None if latent_map is None else Points(latent_map)
        self._view = self._manifold = self._hovered = self._decoded = None
        self._outline = []
        self._renew()
        self._settle()

    def _on_label_changed(self) -> None:
        if self._hovered is not None:
            self._explorer.decode_place(self._hovered)
        self._settle()

    def _on_selection_changed(self) -> None:
        if self._explorer.selection is None:
            self._outline = []
        self.update()

    def _on_place_decoded(self, place: Place, image: FloatArray) -> None:
        if self._hovered is not None:
            self._decoded = image
            self.update()

    def _on_manifold_decoded(self, view: object, manifold: Manifold) -> None:
        if view is self:
            self._manifold = manifold
            self._renew()

    def _home(self) -> View:
        return whole_view(self._explorer.map, self._size)

    def _see(self, view: View | None) -> None:
        self.show_view(view)
        self.view_changed.emit()

    def _zoom(self, factor: float, at: Place) -> None:
        home, unit_px = self._home().unit_px, self.view.unit_px
        wanted = min(max(unit_px * factor, FARTHEST_ZOOM * home), NEAREST_ZOOM * home)
        self._see(self.view.zoomed(wanted / unit_px, at))

    def _renew(self) -> None:
        self._ground = None
        self.update()

    def _settle(self) -> None:
        if self._layer != "points" and self._points is not None:
            self._settled.start()

    def _decode_manifold(self) -> None:
        rect, frame = self.frame.rect(self._size), self.frame
        side = np.sqrt(rect.width() * rect.height() / CELLS)
        columns, rows = max(1, round(rect.width() / side)), max(1, round(rect.height() / side))
        self._explorer.decode_manifold(self, Grid(*frame.x_range, *frame.y_range, columns, rows))

    def _painted_ground(self, ratio: float) -> QImage:
        image = QImage(self.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(current_theme().surface))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        frame, size = self.frame, self._size
        painter.setClipRect(frame.rect(size))
        if self._layer != "points" and self._manifold is not None:
            paint_manifold(painter, self._manifold, frame, size)
        if self._layer == "points":
            paint_origin(painter, frame, size)
        explorer = self._explorer
        if self._layer != "digits" and self._points is not None:
            alpha = ALPHA if self._layer == "points" else ALPHA_OVER_PICTURES
            to_widget = transform_of(frame, size)
            self._points.paint(painter, to_widget, explorer.hidden, explorer.highlighted, alpha)
        painter.setClipping(False)
        if explorer.map is not None:
            paint_axes(painter, frame, size, explorer.titles)
        painter.end()
        return image

    def _place_tools(self) -> None:
        for index, button in enumerate(self.tools):
            button.setParent(self)
            side = button.sizeHint().height()  # a low map has them in two columns
            left, down = divmod(index, max(2, (self.height() - 40) // (side + 4)))
            x, y = self.width() - 14 - side - left * (side + 4), 12 + down * (side + 4)
            button.setGeometry(x, y, side, side)
            button.show()

    def _is_inside(self, at: QPointF) -> bool:
        return self._points is not None and self.frame.rect(self._size).contains(at)

    def _place_at(self, at: QPointF) -> Place:
        return self.frame.to_data(at, self._size)

    def _hover(self, at: QPointF) -> None:
        self._hovered = self._place_at(at) if self._is_inside(at) else None
        if self._hovered is not None:
            self._explorer.decode_place(self._hovered)
            self.setAccessibleDescription(caption(self._hovered))
        self.update()

    def _move_pin(self, across: int, up: int) -> None:
        frame = self.frame
        x, y = self._explorer.pinned or (self.view.x, self.view.y)
        step = KEY_STEP * (frame.x_range[1] - frame.x_range[0])
        x = min(max(x + across * step, frame.x_range[0]), frame.x_range[1])
        y = min(max(y + up * step, frame.y_range[0]), frame.y_range[1])
        self._hovered = None
        self._explorer.pin((x, y))
        self.setAccessibleDescription(caption((x, y)))

    def _select_inside(self) -> None:
        latent_map, chosen = self._explorer.map, np.zeros(0, np.int64)
        if latent_map is not None and len(self._outline) > 2:
            is_inside = are_inside(latent_map.points, np.array(self._outline))
            is_hidden = np.isin(latent_map.labels, list(self._explorer.hidden))
            chosen = np.flatnonzero(is_inside & ~is_hidden)
        if not len(chosen):
            self._outline = []
        self._explorer.select(chosen)

    def _select_around(self, place: Place) -> None:
        """A circle of a tenth of the view, for those who use no mouse."""
        self._outline = circle(place, 0.1 * (self.frame.x_range[1] - self.frame.x_range[0]))
        self._select_inside()

    def _paint_lasso(self, painter: QPainter) -> None:
        outline = self._lasso or self._outline
        if len(outline) > 1:
            places = QPolygonF([QPointF(*place) for place in outline])
            line = transform_of(self.frame, self._size).map(places)
            paint_outline(painter, line, is_closed=not (self._lasso and self.walk.isChecked()))

    def _paint_places(self, painter: QPainter) -> None:
        explorer, frame = self._explorer, self.frame
        for place in (explorer.pinned, self._hovered):
            if place is not None:
                at = frame.to_widget(*place, self._size)
                if frame.rect(self._size).contains(at):
                    paint_ring(painter, at, RING_RADIUS_PX, current_theme().accent, 2)
        spot, shown = explorer.spot, None
        if self._hovered is not None:
            if self._decoded is not None:
                shown = (self._hovered, self._decoded)
        elif explorer.pinned is not None and spot is not None and spot.kind == "place":
            shown = (explorer.pinned, spot.image)
        if shown is not None:
            place, image = shown
            lines = [caption(place)]
            if explorer.label is not None:
                lines.insert(0, tr("as {name}", name=explorer.name_of(explorer.label)))
            paint_card(painter, frame.to_widget(*place, self._size), self._size, image, lines)
