"""The latent map with mouse and keyboard: zoom, pan, hover, pin, lasso and walk."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.controls import ARROW_STEPS
from desktop_cvae.gui.icons import ToolButton
from desktop_cvae.gui.latent.explorer import LatentExplorer
from desktop_cvae.gui.latent.latent_jobs import Point, are_inside
from desktop_cvae.gui.latent.map_canvas import MapCanvas
from desktop_cvae.gui.latent.plane_chooser import KEYS_TIP
from desktop_cvae.gui.latent.plane_view import PlaneView, caption, circle

KEY_STEP = 0.02
"""Fraction of the view's width that an arrow key moves the pin."""
DRAG_PX = 4
"""A press that moves less is a click."""
ZOOM = 1.25
NEAREST_ZOOM, FARTHEST_ZOOM = 60.0, 0.25
"""Bounds of the zoom, relative to the view of the whole map."""


class MapView(MapCanvas):
    """The map with its tools.

    Args:
        explorer: what is looked at.
        layer: ``points``, ``digits`` or ``both``.

    Signals:
        view_changed: ``view`` is another, by the user's hand.
    """

    view_changed = Signal()

    def __init__(self, explorer: LatentExplorer, layer: str = "points") -> None:
        super().__init__(explorer, layer)
        self._pressed: QPointF | None = None
        self._last: QPointF | None = None
        self._line: list[Point] | None = None
        tip = tr("Draw a line around digits to see them (L)")
        self.lasso = ToolButton("lasso", tr("Lasso"), tip)
        self.walk = ToolButton("walk", tr("Walk"), tr("Draw a line to walk along it (W)"))
        self.whole = ToolButton("whole", tr("Whole map"), tr("Show the whole map again (Home)"))
        keys = ToolButton("help", tr("Help"), tr(KEYS_TIP))
        self.tools = [self.lasso, self.walk, self.whole, keys]
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        for tool, other in ((self.lasso, self.walk), (self.walk, self.lasso)):
            tool.setCheckable(True)
            tool.toggled.connect(lambda on, other=other: on and other.setChecked(False))
        self.whole.clicked.connect(lambda: self._see(None))
        explorer.label_changed.connect(self._decode_hovered)
        explorer.selection_changed.connect(self._on_selection_changed)
        explorer.point_decoded.connect(self._on_point_decoded)

    @property
    def point(self) -> Point | None:
        """The point of the plane under the mouse, else the pinned one."""
        return self.hovered or self.explorer.pinned

    def add_tool(self, button: ToolButton) -> None:
        self.tools.append(button)
        self._place_tools()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_tools()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None:
            self._hover(at)
        elif self._line is not None:
            self._line.append(self.frame.to_data(at))
            self.refresh()
        elif self._last is not None or (at - self._pressed).manhattanLength() > DRAG_PX:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            step = at - (self._last or self._pressed)
            self._last, self.hovered = at, None
            self._see(self.view.moved(step.x(), step.y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._is_inside(event.position()):
            self._pressed, self._last = event.position(), None
            is_shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if self.lasso.isChecked() or self.walk.isChecked() or is_shift:
                self.hovered = None
                self.outline = self._line = [self.frame.to_data(event.position())]
                self.is_walk = self.walk.isChecked()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        line, self._line = self._line, None
        self.setCursor(Qt.CursorShape.CrossCursor)
        if pressed is None:
            return
        if line is not None and self.is_walk:
            self.outline, self.is_walk = (), False
            self.explorer.walk(line)
        elif line is not None:
            self._select_inside(line)
        elif self._last is None:
            self.explorer.pin(self.frame.to_data(pressed))
        self._hover(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(ZOOM ** (event.angleDelta().y() / 120), self.frame.to_data(event.position()))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered = None
        self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        # A dialog that opens sends such an event, too, to what has no focus yet.
        self.is_framed = self.hasFocus() and event.reason() in reasons
        self.refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.is_framed = False
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See ``KEYS_TIP``; other keys are the window's."""
        key, is_shift = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self.explorer.map is None:
            super().keyPressEvent(event)
        elif key in ARROW_STEPS and is_shift:
            rect, (right, down) = self.frame.rect, ARROW_STEPS[key]
            self._see(self.view.moved(-0.1 * right * rect.width(), -0.1 * down * rect.height()))
        elif key in ARROW_STEPS:
            self._move_pin(*ARROW_STEPS[key])
        elif not self._do(key):
            super().keyPressEvent(event)

    def _do(self, key: Qt.Key) -> bool:
        middle, explorer = self.point or (self.view.x, self.view.y), self.explorer
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
            # For those who use no mouse: a circle of a tenth of the view.
            frame = self.frame
            self._select_inside(circle(middle, 0.1 * (frame.x_range[1] - frame.x_range[0])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and explorer.spot is not None:
            explorer.use(explorer.spot.image, tr("a point of the latent map"))
        elif key == Qt.Key.Key_Escape and self.outline:
            self.outline = ()
            explorer.select(np.zeros(0, np.int64))
        elif key == Qt.Key.Key_Escape and explorer.pinned is not None:
            self.hovered = None
            explorer.pin(None)
        else:
            return False
        return True

    def _on_selection_changed(self) -> None:
        if self.explorer.selection is None:
            self.outline = ()
            self.refresh()

    def _on_point_decoded(self, point: Point, image: FloatArray) -> None:
        if self.hovered is not None:
            self.decoded = image
            self.refresh()

    def _see(self, view: PlaneView | None) -> None:
        self.show_view(view)
        self.view_changed.emit()

    def _zoom(self, factor: float, at: Point) -> None:
        home, unit_px = self.home.unit_px, self.view.unit_px
        wanted = min(max(unit_px * factor, FARTHEST_ZOOM * home), NEAREST_ZOOM * home)
        self._see(self.view.zoomed(wanted / unit_px, at))

    def _place_tools(self) -> None:
        for index, button in enumerate(self.tools):
            button.setParent(self)
            side = button.sizeHint().height()  # a low map has them in two columns
            left, down = divmod(index, max(2, (self.height() - 40) // (side + 4)))
            x, y = self.width() - 14 - side - left * (side + 4), 12 + down * (side + 4)
            button.setGeometry(x, y, side, side)
            button.show()

    def _is_inside(self, at: QPointF) -> bool:
        return self.explorer.map is not None and self.frame.rect.contains(at)

    def _hover(self, at: QPointF) -> None:
        self.hovered = self.frame.to_data(at) if self._is_inside(at) else None
        self._decode_hovered()
        self.refresh()

    def _decode_hovered(self) -> None:
        if self.hovered is not None:
            self.explorer.decode_point(self.hovered)
            self.setAccessibleDescription(caption(self.hovered))

    def _move_pin(self, right: int, down: int) -> None:
        frame = self.frame
        x, y = self.explorer.pinned or (self.view.x, self.view.y)
        step = KEY_STEP * (frame.x_range[1] - frame.x_range[0])
        x = min(max(x + right * step, frame.x_range[0]), frame.x_range[1])
        y = min(max(y - down * step, frame.y_range[0]), frame.y_range[1])
        self.hovered = None
        self.explorer.pin((x, y))
        self.setAccessibleDescription(caption((x, y)))

    def _select_inside(self, outline: list[Point]) -> None:
        """Pick out the shown digits within an outline, which stays if there are any."""
        latent_map, chosen = self.explorer.map, np.zeros(0, np.int64)
        if latent_map is not None and len(outline) > 2:
            is_inside = are_inside(latent_map.points, np.array(outline))
            is_hidden = np.isin(latent_map.labels, list(self.explorer.hidden))
            chosen = np.flatnonzero(is_inside & ~is_hidden)
        self.outline = outline if len(chosen) else ()
        self.explorer.select(chosen)
        self.refresh()
