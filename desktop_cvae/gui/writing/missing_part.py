"""The model's 28×28 pixels, of which a part can be erased; the erased part is hatched."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from desktop_cvae.core.language import tr
from desktop_cvae.core.results import FloatArray
from desktop_cvae.gui.controls import ARROW_STEPS
from desktop_cvae.gui.qimage_arrays import digit_image
from desktop_cvae.gui.theme import current_theme
from desktop_cvae.gui.widgets.painted_view import PaintedView, paint_message

SIDE = 28
MIDDLE = SIDE / 2 - 0.5
HATCH_PX = 7


class MissingPart(PaintedView):
    """A picture and its erased part.

    Dragging erases, dragging with the right button restores. Arrow keys move the eraser, Space
    erases, Delete restores all.

    Signals:
        missing_changed: the erased part changed.
    """

    SIZE = QSize(10 * SIDE, 10 * SIDE)
    LEAST_SIZE = QSize(6 * SIDE, 6 * SIDE)

    missing_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.image: FloatArray | None = None
        self.missing: npt.NDArray[np.bool_] = np.zeros((SIDE, SIDE), bool)
        self.radius = 2.5
        # Radius of the eraser, in image pixels.
        self._message = ""
        self._pixel: tuple[float, float] | None = None
        self._last: tuple[float, float] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Drawing with a missing part"))
        self.setToolTip(tr("Drag to erase a part; drag with the right button to restore it"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def set_image(self, image: FloatArray | None) -> None:
        """Show a picture with nothing erased.

        Args:
            image: float32, (28, 28), in [0, 1], or None.
        """
        self.image = image
        self.missing = np.zeros((SIDE, SIDE), bool)
        self.update()
        self.missing_changed.emit()

    def set_message(self, text: str) -> None:
        """Set the sentence that is shown without a picture."""
        self._message = text
        self.setAccessibleDescription(text)
        self.update()

    def set_missing(self, missing: npt.NDArray[np.bool_]) -> None:
        """Set the erased part, bool, (28, 28)."""
        self.missing = missing
        self.update()
        self.missing_changed.emit()

    def point_of(self, column: float, row: float) -> QPointF:
        """Return the position of a pixel's centre."""
        square = self._square()
        pitch = square.width() / SIDE
        return QPointF(square.left() + (column + 0.5) * pitch, square.top() + (row + 0.5) * pitch)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, square = current_theme(), self._square()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(square, QColor(theme.paper))
        if self.image is None:
            paint_message(painter, square.adjusted(24, 0, -24, 0), self._message)
        else:
            painter.drawImage(square, digit_image(np.where(self.missing, 0, self.image)))
            self._paint_hatching(painter, square)
            self._paint_eraser(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = theme.accent if self.hasFocus() else theme.border
        painter.setPen(QPen(QColor(frame), 1))
        painter.drawRect(square.adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._last = None
        self._rub(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pixel = self._pixel_at(event.position())
        self.update()
        if event.buttons() & (Qt.MouseButton.LeftButton | Qt.MouseButton.RightButton):
            self._rub(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._last = None

    def leaveEvent(self, event: object) -> None:
        self._pixel = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the eraser, erase, or restore."""
        key = Qt.Key(event.key())
        column, row = self._pixel or (MIDDLE, MIDDLE)
        if key in ARROW_STEPS:
            right, down = ARROW_STEPS[key]
            self._pixel = (min(max(column + right, 0), 27), min(max(row + down, 0), 27))
            self.update()
        elif key is Qt.Key.Key_Space:
            self._mark([(column, row)], is_missing=True)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_missing(np.zeros((SIDE, SIDE), bool))
        else:
            super().keyPressEvent(event)

    def _paint_hatching(self, painter: QPainter, square: QRect) -> None:
        pitch = square.width() / SIDE
        part = QPainterPath()
        for row, column in np.argwhere(self.missing):
            part.addRect(square.left() + column * pitch, square.top() + row * pitch, pitch, pitch)
        tint = QColor(current_theme().accent)
        painter.save()
        painter.setClipPath(part)
        tint.setAlphaF(0.10)
        painter.fillRect(square, tint)
        tint.setAlphaF(0.55)
        painter.setPen(QPen(tint, 1.2))
        for at in range(-square.height(), square.width(), HATCH_PX):
            left = square.left() + at
            painter.drawLine(left, square.bottom(), left + square.height(), square.top())
        painter.restore()

    def _paint_eraser(self, painter: QPainter) -> None:
        if self._pixel is None:
            return
        reach = self.radius * self._square().width() / SIDE
        painter.setPen(QPen(QColor(current_theme().accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self.point_of(*self._pixel), reach, reach)

    def _rub(self, event: QMouseEvent) -> None:
        pixel = self._pixel_at(event.position())
        before = self._last or pixel
        self._last = pixel
        steps = max(1, round(np.hypot(pixel[0] - before[0], pixel[1] - before[1])))
        fractions = np.linspace(0, 1, steps + 1)
        way = [tuple(np.add(before, each * np.subtract(pixel, before))) for each in fractions]
        is_missing = not event.buttons() & Qt.MouseButton.RightButton
        self._mark(way, is_missing=is_missing)

    def _mark(self, way: list[tuple[float, float]], *, is_missing: bool) -> None:
        if self.image is None:
            return
        rows, columns = np.mgrid[:SIDE, :SIDE]
        missing = self.missing.copy()
        for column, row in way:
            missing[np.hypot(columns - column, rows - row) <= self.radius] = is_missing
        if (missing != self.missing).any():
            self.set_missing(missing)

    def _pixel_at(self, point: QPointF) -> tuple[float, float]:
        square = self._square()
        pitch = square.width() / SIDE
        across, down = point.x() - square.left(), point.y() - square.top()
        return across / pitch - 0.5, down / pitch - 0.5

    def _square(self) -> QRect:
        side = max(SIDE, min(self.width(), self.height()))
        return QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
