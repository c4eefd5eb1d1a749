"""The panel of the latent space: test digits, the drawing among them, and what lies between.

The map is drawn once; the drawing's marker, the picked place and its digit move over it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop_cvae.core.latent_maps import LatentMap
from desktop_cvae.core.results import FloatArray
from desktop_cvae.figures.latent_figure import draw_latent_map, finite_points
from desktop_cvae.gui.plots.figure_canvas import FigureCanvas, Overlay, plot_style
from desktop_cvae.gui.plots.label_legend import LabelLegend
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import SPACING, current_theme, label_color, tabular_font

Place = tuple[float, float]

DIGIT_PX = 84
"""Three times 28, so that every pixel is a whole one."""
CARD_PADDING_PX = 6
CAPTION_PX = 18
CARD_DISTANCE_PX = 18
MARKER_RADIUS_PX = 7.0
KEY_STEP = 0.02
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class LatentOverlay(Overlay):
    """Follows the mouse; a click pins the place, Escape lets it go, arrow keys move it.

    Signals:
        place_picked(x, y): data coordinates of the place to decode.
    """

    place_picked = Signal(float, float)

    def __init__(self, canvas: FigureCanvas) -> None:
        super().__init__(canvas)
        self._marker: Place | None = None
        self._marker_name = ""
        self._marker_label: int | None = None
        self._hovered: Place | None = None
        self._pinned: Place | None = None
        self._decoded: FloatArray | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Latent map")

    @property
    def place(self) -> Place | None:
        """The place under the mouse, else the pinned one."""
        return self._hovered or self._pinned

    @property
    def marker(self) -> Place | None:
        """Where the drawing lies."""
        return self._marker

    def set_marker(self, place: Place | None, label: int | None, name: str) -> None:
        """Set where the drawing lies; places that are not finite count as none."""
        finite = place is not None and all(math.isfinite(value) for value in place)
        self._marker = place if finite else None
        self._marker_name = name
        self._marker_label = label
        self.update()

    def show_decoded(self, image: FloatArray | None) -> None:
        """Set the digit that belongs to the picked place."""
        self._decoded = image
        self.update()

    def forget(self) -> None:
        """Drop places and digit; the map is another one."""
        self._hovered = self._pinned = self._decoded = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marker, picked place, card."""
        if self.frame is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._marker is not None:
            self._paint_marker(painter, self._marker)
        if self.place is not None:
            at = self.frame.to_widget(*self.place, self.extent)
            self._paint_place(painter, at)
            if self._decoded is not None:
                self._paint_card(painter, self._card_rect(at), self._decoded)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pick the place under the mouse."""
        self._hover(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pin the place under the mouse."""
        self._hover(event.position())
        self._pinned = self._hovered or self._pinned

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to the pinned place."""
        self._hovered = None
        self._announce()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Repaint without the focus frame."""
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the pinned place, Escape drops it; other keys are the window's."""
        key = Qt.Key(event.key())
        if key in STEPS and self.frame is not None:
            self._move_pin(*STEPS[key])
        elif key == Qt.Key.Key_Escape and self._pinned is not None:
            self._hovered = self._pinned = None
            self._announce()
        else:
            super().keyPressEvent(event)

    def _hover(self, at: QPointF) -> None:
        if self.frame is None:
            return
        inside = self.frame.rect(self.extent).contains(at)
        self._hovered = self.frame.to_data(at, self.extent) if inside else None
        self._announce()

    def _announce(self) -> None:
        if self.place is not None:
            self.place_picked.emit(*self.place)
            self.setAccessibleDescription(caption(self.place))
        self.update()

    def _move_pin(self, across: int, up: int) -> None:
        assert self.frame is not None
        frame = self.frame
        x, y = self.place or (sum(frame.x_range) / 2, sum(frame.y_range) / 2)
        x += across * KEY_STEP * (frame.x_range[1] - frame.x_range[0])
        y += up * KEY_STEP * (frame.y_range[1] - frame.y_range[0])
        x = min(max(x, frame.x_range[0]), frame.x_range[1])
        y = min(max(y, frame.y_range[0]), frame.y_range[1])
        self._hovered, self._pinned = None, (x, y)
        self._announce()

    def _paint_marker(self, painter: QPainter, place: Place) -> None:
        assert self.frame is not None
        rect = self.frame.rect(self.extent)
        at = self.frame.to_widget(*place, self.extent)
        # A drawing unlike all test digits may lie outside: it stays hollow at the edge.
        inside = rect.contains(at)
        at = QPointF(
            min(max(at.x(), rect.left() + MARKER_RADIUS_PX), rect.right() - MARKER_RADIUS_PX),
            min(max(at.y(), rect.top() + MARKER_RADIUS_PX), rect.bottom() - MARKER_RADIUS_PX),
        )
        painter.setPen(QPen(QColor(current_theme().surface), 6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, MARKER_RADIUS_PX, MARKER_RADIUS_PX)
        painter.setPen(QPen(QColor(current_theme().text), 2))
        painter.setBrush(self._marker_color() if inside else QColor(current_theme().surface))
        painter.drawEllipse(at, MARKER_RADIUS_PX, MARKER_RADIUS_PX)
        if self._marker_name:
            self._paint_marker_name(painter, at, rect)

    def _marker_color(self) -> QColor:
        label = self._marker_label
        return QColor(current_theme().text) if label is None else label_color(label)

    def _paint_marker_name(self, painter: QPainter, at: QPointF, rect: QRectF) -> None:
        font = tabular_font(self.font())
        font.setBold(True)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        width, height = metrics.horizontalAdvance(self._marker_name) + 10, metrics.height() + 2
        left = at.x() + MARKER_RADIUS_PX + 5
        if left + width > rect.right():
            left = at.x() - MARKER_RADIUS_PX - 5 - width
        tag = QRectF(left, at.y() - height / 2, width, height)
        painter.setPen(QPen(QColor(current_theme().border), 1))
        painter.setBrush(QColor(current_theme().surface))
        painter.drawRoundedRect(tag, 4, 4)
        painter.setPen(QColor(current_theme().text))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, self._marker_name)

    def _paint_place(self, painter: QPainter, at: QPointF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((current_theme().surface, 4.5), (current_theme().accent, 2.0)):
            painter.setPen(QPen(QColor(color), width))
            painter.drawEllipse(at, 4.5, 4.5)

    def _card_rect(self, at: QPointF) -> QRectF:
        width = DIGIT_PX + 2 * CARD_PADDING_PX
        height = width + CAPTION_PX
        left = at.x() + CARD_DISTANCE_PX
        if left + width > self.width() - 2:
            left = at.x() - CARD_DISTANCE_PX - width
        top = at.y() - CARD_DISTANCE_PX - height
        if top < 2:
            top = at.y() + CARD_DISTANCE_PX
        # Whole pixels keep the digit crisp.
        return QRectF(round(max(2.0, left)), round(top), width, height)

    def _paint_card(self, painter: QPainter, card: QRectF, image: FloatArray) -> None:
        assert self.place is not None
        painter.setPen(QPen(QColor(current_theme().border), 1))
        painter.setBrush(QColor(current_theme().surface))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        left, top = card.left() + CARD_PADDING_PX, card.top() + CARD_PADDING_PX
        digit = QRectF(left, top, DIGIT_PX, DIGIT_PX)
        painter.drawImage(digit, digit_image(image))
        painter.setFont(tabular_font(self.font()))
        painter.setPen(QColor(current_theme().muted))
        below = QRectF(card.left(), digit.bottom() + 2, card.width(), CAPTION_PX)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, caption(self.place))


def caption(place: Place) -> str:
    """A place as text, with real minus signs."""
    return ", ".join(f"{value:.2f}".replace("-", "−") for value in place)


NO_MODEL = "The map of the latent space appears here when a model is loaded."


class LatentPanel(QWidget):
    """The map is drawn once; marker, picked place and its digit move over it.

    Signals:
        place_picked(x, y): a place of the plane, in the map's coordinates, is to be decoded.
    """

    place_picked = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._map: LatentMap | None = None
        self._names: tuple[str, ...] = ()
        self.legend = LabelLegend()
        self.canvas = FigureCanvas(self._compose)
        self.overlay = LatentOverlay(self.canvas)
        self.message = QLabel(NO_MODEL)
        self._pages = QStackedWidget()
        self._lay_out()
        self.legend.highlighted.connect(lambda _: self.canvas.refresh())
        self.overlay.place_picked.connect(self.place_picked)

    def set_map(self, latent_map: LatentMap | None, label_names: Sequence[str]) -> None:
        """Show a map, or the message.

        Args:
            latent_map: the encoded test digits; points that are not finite are left out.
            label_names: the labels' names by index; missing ones are numbered.
        """
        self._map, self._names = latent_map, tuple(label_names)
        points = 0
        if latent_map is not None:
            _, labels = finite_points(latent_map)
            points = len(labels)
            known = max(len(label_names), int(labels.max()) + 1 if points else 0)
            self.legend.set_names([self._name(index) for index in range(known)])
        self.overlay.forget()
        self.overlay.setToolTip("")
        self._pages.setCurrentIndex(1 if points else 0)
        self.canvas.refresh()

    def set_marker(self, place: Place | None, label: int | None) -> None:
        """Set where the drawing lies in the plane, and its label's index."""
        self.overlay.set_marker(place, label, "" if label is None else self._name(label))

    def show_decoded(self, image: FloatArray | None, place: Place | None) -> None:
        """Show what the model decodes at the picked place.

        Args:
            image: float32, (28, 28), in [0, 1], or None for nothing.
            place: where it belongs; the card follows the mouse, which may be ahead of it.
        """
        self.overlay.show_decoded(image if place is not None else None)

    def set_message(self, text: str) -> None:
        """Set the sentence that stands here while there is no map."""
        self.message.setText(text or NO_MODEL)

    def _lay_out(self) -> None:
        self.message.setProperty("role", "muted")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.message.setContentsMargins(32, 0, 32, 0)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACING, 0, SPACING, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.legend)
        column.addWidget(self.canvas, 1)
        self._pages.addWidget(self.message)
        self._pages.addWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SPACING, 2 * SPACING, SPACING, SPACING)
        outer.addWidget(self._pages)

    def _compose(self, figure: Figure) -> Any:
        assert self._map is not None
        style = plot_style(self.font())
        return draw_latent_map(figure, self._map, style, self.legend.chosen)

    def _name(self, label: int) -> str:
        return self._names[label] if label < len(self._names) else str(label)
